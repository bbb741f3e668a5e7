#include "domain/unit.h"

#include "schema/record.h"

namespace lisa {

bool is_legal_entity(const Record& unit) {
    const std::string kind = unit.text("kind");
    return kind == "municipality" || kind == "company" || kind == "joint_body";
}

}  // namespace lisa
