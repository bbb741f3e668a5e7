#include "domain/privacy_request.h"

#include "domain/privacy_rules.h"

namespace lisa::detail {

void derive_privacy_request(Record& record, Lookup&) {
    record.set(privacy_request::due_on, request_due(record.get(privacy_request::received_on), record.get(privacy_request::extended)));
}

}  // namespace lisa::detail
