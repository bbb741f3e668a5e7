#include "sync/history.h"

#include "domain/catalog.h"
#include "store/journal.h"

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

Result<std::string> name_of(SqlStore& store, const std::string& person) {
    auto record = store.load(kPerson, person);
    if (record) return record->get(person::name);
    if (record.error().fault == Fault::missing) return std::string{};  // the system
    return record.error();
}

}  // namespace

Result<Json> history(SqlStore& store, const Actor& who, const std::string& entity_name, const std::string& id, std::int64_t before) {
    const Error missing = fault(Fault::missing, "", "problem.missing");
    const Entity* entity = find_entity(store.catalog(), entity_name);
    if (!entity || !is_id(id)) return missing;
    const Record record = TRY(store.load(*entity, id));
    const Places places = TRY(places_of(record, store));
    if (!allowed(who, Right::read, *entity, places)) return missing;
    const Clearance clearance = clearance_over(who, places);

    static const std::string sql =
        "SELECT " + std::string(kJournalColumns) + " FROM journal WHERE record = ? AND entity = ? AND seq < ? ORDER BY seq DESC LIMIT ?";
    Query query = TRY(store.database().query(sql, id, entity_name, before > 0 ? before : INT64_MAX, kHistoryLimit + 1));
    Json rows = Json::array();
    while (TRY(query.step()) && rows.size() < static_cast<std::size_t>(kHistoryLimit)) {
        const JournalRow row = read_row(query);
        Json out{{"seq", row.seq},
                 {"at", row.at},
                 {"actor", {{"id", row.actor}, {"name", TRY(name_of(store, row.actor))}}},
                 {"verb", row.verb},
                 {"fields", fields_of(row, *entity, clearance)}};
        if (!row.step.empty()) out["step"] = row.step;
        rows.push_back(std::move(out));
    }
    const std::int64_t shown = static_cast<std::int64_t>(rows.size());
    const std::int64_t oldest = shown == kHistoryLimit ? *integer_member(rows.back(), "seq") : 0;
    Query older = TRY(store.database().query("SELECT 1 FROM journal WHERE record = ? AND entity = ? AND seq < ? LIMIT 1", id, entity_name, oldest));
    return Json{{"rows", std::move(rows)}, {"more", TRY(older.step())}};
}

}  // namespace lisa
