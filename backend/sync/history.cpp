#include "sync/history.h"

#include <map>
#include <optional>

#include "core/json.h"
#include "domain/catalog.h"
#include "store/journal.h"
#include "sync/sight.h"

namespace lisa {
namespace {

/// The fields of a row that this clearance opens.
Json fields_of(const JournalRow& row, const Entity& entity, Clearance clearance) {
    Json fields = Json::array();
    const auto before = parse_json(row.before), after = parse_json(row.after);
    if (!before || !after || !after->is_object()) return fields;  // blanked
    for (const Field& field : entity.fields) {
        const Json* now = member(*after, field.name);
        if (!now || field.seen_from > clearance) continue;
        const Json* old = member(*before, field.name);
        fields.push_back({{"field", std::string(field.name)}, {"before", old ? *old : Json(nullptr)}, {"after", *now}});
    }
    return fields;
}

/// A row as it is told.
Result<Json> told(SqlStore& store, const JournalRow& row, const Entity& entity, Clearance clearance) {
    Json out{{"seq", row.seq},
             {"at", row.at},
             {"actor", {{"id", row.actor}, {"name", TRY(actor_name(store, row.actor))}}},
             {"verb", row.verb},
             {"fields", fields_of(row, entity, clearance)}};
    if (!row.step.empty()) out["step"] = row.step;
    return out;
}

}  // namespace

Result<std::string> actor_name(SqlStore& store, const std::string& person) {
    auto record = store.load(kPerson, person);
    if (record) return record->get(person::name);
    if (record.error().fault == Fault::missing) return std::string{};
    return record.error();
}

Result<Json> history(SqlStore& store, const Actor& who, const std::string& entity_name, const std::string& id, std::int64_t before) {
    const Error missing = fault(Fault::missing, "", "problem.missing");
    const Entity* entity = find_entity(store.catalog(), entity_name);
    if (!entity || !is_id(id)) return missing;
    const std::optional<Clearance> clearance = TRY(sight_of_record(store, who, *entity, id));
    if (!clearance) return missing;

    static const std::string sql = "SELECT " + std::string(kJournalColumns) +
                                   " FROM journal INDEXED BY journal_record WHERE record = ? AND entity = ? AND seq < ? ORDER BY seq DESC LIMIT ?";
    Query query = TRY(store.database().query(sql, id, entity_name, before > 0 ? before : INT64_MAX, kHistoryLimit + 1));
    Json rows = Json::array();
    while (TRY(query.step()) && rows.size() < static_cast<std::size_t>(kHistoryLimit)) {
        const JournalRow row = read_row(query);
        rows.push_back(TRY(told(store, row, *entity, *clearance)));
    }
    const std::int64_t shown = static_cast<std::int64_t>(rows.size());
    const std::int64_t oldest = shown == kHistoryLimit ? *integer_member(rows.back(), "seq") : 0;
    Query older = TRY(
        store.database().query("SELECT 1 FROM journal INDEXED BY journal_record WHERE record = ? AND entity = ? AND seq < ? LIMIT 1", id, entity_name, oldest));
    return Json{{"rows", std::move(rows)}, {"more", TRY(older.step())}};
}

Result<Json> tree_history(SqlStore& store, const Actor& who, const std::string& entity_name, std::int64_t before) {
    const Entity* entity = find_entity(store.catalog(), entity_name);
    if (!entity || !is_tree(*entity)) return fault(Fault::missing, "", "problem.missing");
    static const std::string sql = "SELECT " + std::string(kJournalColumns) + " FROM journal WHERE entity = ? AND seq < ? ORDER BY seq DESC LIMIT ?";
    Query query = TRY(store.database().query(sql, entity_name, before > 0 ? before : INT64_MAX, kHistoryLimit + 1));
    Json rows = Json::array();
    std::map<std::string, std::optional<Clearance>> seen;  // by record
    std::int64_t looked_at = 0, oldest = 0;
    bool has_more = false;
    while (TRY(query.step())) {
        has_more = looked_at == kHistoryLimit;
        if (has_more) break;
        const JournalRow row = read_row(query);
        ++looked_at;
        oldest = row.seq;
        const auto [sight, is_new] = seen.try_emplace(row.record);
        if (is_new) sight->second = TRY(sight_of_record(store, who, *entity, row.record));
        if (!sight->second) continue;
        Json out = TRY(told(store, row, *entity, *sight->second));
        out["record"] = row.record;
        rows.push_back(std::move(out));
    }
    return Json{{"rows", std::move(rows)}, {"more", has_more}, {"before", oldest}};
}

}  // namespace lisa
