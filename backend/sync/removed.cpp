#include "sync/removed.h"

#include <optional>

#include "core/json.h"
#include "schema/json.h"
#include "store/schema.h"
#include "sync/history.h"

namespace lisa {
namespace {

Error missing() { return fault(Fault::missing, "", "problem.missing"); }

/// The register, where the person may remove something from it.
Result<const Entity*> register_of(SqlStore& store, const Actor& who, const std::string& name) {
    const Entity* entity = find_entity(store.catalog(), name);
    if (!entity || !allowed_somewhere(who, Right::remove, *entity)) return missing();
    return entity;
}

/// A removed record as it is told; nothing when the person may not see it, or not remove it. A removed record is changed by nothing
/// but its return, so that the journal row of its revision tells of the removal.
Result<std::optional<Json>> told(SqlStore& store, const Actor& who, Record record) {
    const Places places = TRY(places_of(record, store));
    if (!record.removed || !allowed(who, Right::remove, *record.entity, places)) return std::optional<Json>{};
    const std::int64_t rev = record.rev;
    const auto seen = redact(std::move(record), who, places);
    if (!seen) return std::optional<Json>{};
    Query query = TRY(store.database().query("SELECT at, actor FROM journal WHERE seq = ?", rev));
    const bool is_there = TRY(query.step());
    const std::string at = is_there ? query.text(0) : std::string{}, actor = is_there ? query.text(1) : std::string{};
    Json row{{"record", record_to_json(*seen)}, {"at", at}, {"actor", {{"id", actor}, {"name", TRY(actor_name(store, actor))}}}};
    return std::optional<Json>(std::move(row));
}

}  // namespace

Result<Json> removed_records(SqlStore& store, const Actor& who, const std::string& entity_name, std::int64_t before) {
    const Entity* entity = TRY(register_of(store, who, entity_name));
    Query query = TRY(store.database().query("SELECT id, rev FROM " + sql_name(entity->name) + " WHERE removed = 1 AND rev < ? ORDER BY rev DESC LIMIT ?",
                                             before > 0 ? before : INT64_MAX, kRemovedLimit + 1));
    Json rows = Json::array();
    std::int64_t looked_at = 0, oldest = 0;
    bool has_more = false;
    while (TRY(query.step())) {
        has_more = looked_at == kRemovedLimit;
        if (has_more) break;
        ++looked_at;
        oldest = query.integer(1);
        Record record = TRY(store.load(*entity, query.text(0)));
        if (auto row = TRY(told(store, who, std::move(record)))) rows.push_back(std::move(*row));
    }
    return Json{{"rows", std::move(rows)}, {"more", has_more}, {"before", oldest}};
}

Result<Json> removed_record(SqlStore& store, const Actor& who, const std::string& entity_name, const std::string& id) {
    const Entity* entity = TRY(register_of(store, who, entity_name));
    if (!is_id(id)) return missing();
    Record record = TRY(store.load(*entity, id));
    auto row = TRY(told(store, who, std::move(record)));
    if (!row) return missing();
    return std::move(*row);
}

}  // namespace lisa
