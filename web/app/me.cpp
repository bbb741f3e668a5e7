#include "app/me.h"

#include "core/json.h"
#include "domain/file_kind.h"

namespace lisa::app {

std::optional<Me> me_from_text(std::string_view text) {
    const auto json = parse_json(text);
    const Json* person = json ? member(*json, "person") : nullptr;
    const Json* grants = json ? member(*json, "grants") : nullptr;
    const std::string *id = person ? text_member(*person, "id") : nullptr, *name = person ? text_member(*person, "name") : nullptr;
    if (!id || !name || !grants || !grants->is_array()) return std::nullopt;
    Me me{{*id, {}},
          *name,
          bool_member(*json, "demo").value_or(false),
          integer_member(*json, "file_limit").value_or(kFileLimit),
          integer_member(*json, "undelivered").value_or(0)};
    for (const Json& grant : *grants) {
        const std::string *role = text_member(grant, "role"), *unit = text_member(grant, "unit");
        const RoleFacts* known = role ? find_role(*role) : nullptr;
        if (known && unit) me.who.grants.push_back({known->role, *unit});
    }
    return me;
}

}  // namespace lisa::app
