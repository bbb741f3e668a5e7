#include "domain/processing.h"

#include "domain/privacy_rules.h"

namespace lisa::detail {

void derive_processing(Record& record, Lookup&) { record.set(processing::dpia_needed, dpia_need(record)); }

}  // namespace lisa::detail
