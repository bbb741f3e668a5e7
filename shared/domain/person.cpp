#include "domain/person.h"

#include "core/text.h"

namespace lisa::detail {

void derive_person(Record& record, Lookup&) {
    record.set(person::name, std::string(trim(record.get(person::given_name) + " " + record.get(person::family_name))));
}

}  // namespace lisa::detail
