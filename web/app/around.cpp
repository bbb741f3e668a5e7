#include "app/around.h"

namespace lisa::app {

Around around(const Replica& replica, const Reader& reader, std::string today) {
    return {
        .reader = reader,
        .who = replica.who(),
        .today = std::move(today),
        .rows = [&](const Entity& entity) { return replica.rows(entity); },
        .referring = [&](const Entity& entity, std::string_view field, const std::string& id) { return replica.referring(entity, field, id); },
        .find = [&](const Entity& entity, const std::string& id) { return replica.find(entity, id); },
    };
}

}  // namespace lisa::app
