#include "domain/trail.h"

#include <algorithm>

#include "core/json.h"
#include "domain/moments.h"

namespace lisa {

bool reads_trail(const Actor& who, const Places& places) { return holds_role(who, kTrailReaders, places); }

bool reads_trail_somewhere(const Actor& who) {
    return std::any_of(who.grants.begin(), who.grants.end(), [](const Grant& grant) { return kTrailReaders.has(grant.role); });
}

Json readings_to_json(const std::vector<Opened>& readings) {
    Json list = Json::array();
    for (const Opened& one : readings) list.push_back({{"e", one.entity}, {"id", one.record}, {"at", one.at}});
    return {{"reads", std::move(list)}};
}

Result<std::vector<Opened>> readings_from_json(const Json& json) {
    const Error wrong = fault(Fault::invalid, "", "problem.protocol");
    const Json* list = member(json, "reads");
    if (!list || !list->is_array() || list->size() > kReadingsLimit) return wrong;
    std::vector<Opened> readings;
    for (const Json& one : *list) {
        const std::string *entity = text_member(one, "e"), *record = text_member(one, "id"), *at = text_member(one, "at");
        if (!entity || !record || !at) return wrong;
        readings.push_back({*entity, *record, *at});
    }
    return readings;
}

}  // namespace lisa
