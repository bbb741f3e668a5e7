#include "app/around.h"

#include "core/date.h"

namespace lisa::app {

Around around(const Replica& replica, const Reader& reader, std::int64_t now_ms) {
    return {
        .reader = reader,
        .who = replica.who(),
        .today = swedish_date(now_ms),
        .now = utc_text(now_ms),
        .rows = [&](const Entity& entity) { return replica.rows(entity); },
        .referring = [&](const Entity& entity, std::string_view field, const std::string& id) { return replica.referring(entity, field, id); },
        .find = [&](const Entity& entity, const std::string& id) { return replica.find(entity, id); },
    };
}

}  // namespace lisa::app
