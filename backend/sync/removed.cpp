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

/// When a record was removed, and by whom. It is changed by nothing but its return, so that the journal row of its revision tells of that.
struct Removal {
    std::string at{}, actor{};
    bool operator==(const Removal&) const = default;
};

Result<Removal> removal_of(SqlStore& store, std::int64_t rev) {
    Query query = TRY(store.database().query("SELECT at, actor FROM journal WHERE seq = ?", rev));
    if (!TRY(query.step())) return Removal{};
    return Removal{query.text(0), query.text(1)};
}

/// The record as the person may see it, if it is removed and the person may do that and undo it.
Result<std::optional<Record>> seen(SqlStore& store, const Actor& who, Record record) {
    const Places places = TRY(places_of(record, store));
    if (!record.removed || !allowed(who, Right::remove, *record.entity, places)) return std::optional<Record>{};
    return redact(std::move(record), who, places);
}

/// What hung on a record and went with it, as far as the store vouches that it can come back.
Result<Json> parts_of(SqlStore& store, const Actor& who, const Record& host, const Removal& removal) {
    Json parts = Json::array();
    for (const Entity* entity : store.catalog()) {
        if (!hangs(*entity)) continue;
        std::vector<std::string> ids;
        Query query = TRY(store.database().query("SELECT id FROM " + sql_name(entity->name) + " WHERE " + hanging_on(*entity) + " AND removed = 1 ORDER BY id",
                                                 host.entity->name, host.id));
        while (TRY(query.step())) ids.push_back(query.text(0));
        for (const std::string& id : ids) {
            Record part = TRY(store.load(*entity, id));
            const Removal own = TRY(removal_of(store, part.rev));
            Change back;
            back.verb = Verb::restore;
            const auto vouched = store.vouch(part, back, who);
            if (!vouched && vouched.error().fault == Fault::broken) return vouched.error();
            if (!vouched || own != removal) continue;
            if (const auto told = TRY(seen(store, who, std::move(part)))) parts.push_back(record_to_json(*told));
        }
    }
    return parts;
}

/// A removed record as it is told; nothing when the person may not see it, or not remove it.
Result<std::optional<Json>> told(SqlStore& store, const Actor& who, Record record) {
    const Removal removal = TRY(removal_of(store, record.rev));
    const auto shown = TRY(seen(store, who, std::move(record)));
    if (!shown) return std::optional<Json>{};
    Json row{{"record", record_to_json(*shown)}, {"at", removal.at}, {"actor", {{"id", removal.actor}, {"name", TRY(actor_name(store, removal.actor))}}}};
    if (Json parts = TRY(parts_of(store, who, *shown, removal)); !parts.empty()) row["parts"] = std::move(parts);
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
