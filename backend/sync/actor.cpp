#include "sync/actor.h"

#include "core/date.h"
#include "domain/catalog.h"
#include "domain/grants.h"
#include "store/schema.h"

namespace lisa {

Result<Actor> actor_of(SqlStore& store, const std::string& person, std::int64_t now_ms) {
    Actor actor{person, {}};
    auto record = store.load(kPerson, person);
    if (!record && record.error().fault == Fault::missing) return actor;
    if (!record) return record.error();
    std::vector<std::string> ids;
    {
        Query query = TRY(
            store.database().query(R"(SELECT id FROM "assignment" WHERE "person" = ? UNION SELECT id FROM "assignment" WHERE "deputy" = ?)", person, person));
        while (TRY(query.step())) ids.push_back(query.text(0));
    }
    std::vector<Record> seats;
    for (const std::string& id : ids) seats.push_back(TRY(store.load(kAssignment, id)));
    actor.grants = grants_of(*record, seats, swedish_date(now_ms));
    return actor;
}

Result<std::string> sight_of(SqlStore& store, const Actor& who) {
    std::string sight;
    for (const Grant& grant : who.grants) sight.append(facts(grant.role).name).append(":").append(grant.unit).append(";");
    for (const Entity* entity : store.catalog()) {
        if (entity->own.empty()) continue;
        Query query = TRY(store.database().query("SELECT 1 FROM " + sql_name(entity->name) + " WHERE " + sql_name(entity->own) + " = ? LIMIT 1", who.person));
        if (TRY(query.step())) return sight + who.person;
    }
    return sight;
}

Result<Actor> system_actor(SqlStore& store, const Change& change) {
    Actor actor{std::string(kSystemPerson), {}};
    std::vector<std::string> roots;
    const auto tree = TRY(store.tree());
    for (const auto& [id, parent] : tree->parent)
        if (parent.empty()) roots.push_back(id);
    if (const Entity* entity = find_entity(store.catalog(), change.entity); entity && is_tree(*entity)) roots.push_back(change.record);
    for (const RoleFacts& role : kRoles)
        for (const std::string& root : roots) actor.grants.push_back({role.role, root});
    return actor;
}

}  // namespace lisa
