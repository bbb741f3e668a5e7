#include "domain/assignment.h"

namespace lisa::detail {

void derive_assignment(Record& record, Lookup&) { record.set(assignment::is_vacant, record.get(assignment::person).empty()); }

}  // namespace lisa::detail
