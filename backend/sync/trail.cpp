#include "sync/trail.h"

#include <map>

#include "core/date.h"
#include "core/json.h"
#include "domain/trail.h"
#include "report/show.h"
#include "sync/history.h"
#include "sync/sight.h"

namespace lisa {
namespace {

/// The name of a record whose trail the person reads; nothing when they do not.
Result<std::optional<std::string>> named(SqlStore& store, const Actor& who, const Entity& entity, const std::string& id) {
    const auto clearance = TRY(sight_of_record(store, who, entity, id));
    if (!clearance) return std::optional<std::string>{};
    Record record = TRY(store.load(entity, id));
    if (!reads_trail(who, TRY(places_of(record, store)))) return std::optional<std::string>{};
    withhold(record, *clearance);
    return std::optional(title_of(record, Reader{store}));
}

/// "Number, moment, person, register, record, verb, step" of the rows that the query means, the newest first.
Result<Query> rows_of(Database& database, const TrailQuery& asked) {
    const bool is_change = asked.kind == TrailQuery::Kind::changes;
    std::string sql = is_change ? "SELECT seq, at, actor, entity, record, verb, step FROM journal WHERE seq < ?1"
                                : "SELECT number, at, person, entity, record, '', '' FROM reading WHERE number < ?1";
    sql += " AND at >= ?2 AND at < ?3";
    sql += asked.person.empty() ? " AND ?4 = ''" : is_change ? " AND actor = ?4" : " AND person = ?4";
    sql += asked.entity ? " AND entity = ?5" : " AND ?5 = ''";
    sql += asked.record.empty() ? " AND ?6 = ''" : " AND record = ?6";
    sql += is_change ? " ORDER BY seq DESC LIMIT ?7" : " ORDER BY number DESC LIMIT ?7";
    const auto midnight = [](const std::string& day) { return moment_of(day + " 00:00"); };
    return database.query(sql, asked.before > 0 ? asked.before : INT64_MAX, asked.from.empty() ? std::string() : midnight(asked.from),
                          asked.to.empty() ? std::string("9999") : midnight(add_days(asked.to, 1)), asked.person,
                          asked.entity ? std::string(asked.entity->name) : std::string(), asked.record, kTrailLookedAt + 1);
}

}  // namespace

Result<Json> trail(SqlStore& store, const Actor& who, const TrailQuery& asked) {
    if (!reads_trail_somewhere(who)) return fault(Fault::missing, "", "problem.missing");
    Query query = TRY(rows_of(store.database(), asked));
    Json rows = Json::array();
    std::map<std::string, std::optional<std::string>> names;  // by register and record
    std::int64_t looked_at = 0, oldest = 0;
    bool has_more = false;
    while (TRY(query.step())) {
        has_more = looked_at == kTrailLookedAt || rows.size() == static_cast<std::size_t>(kTrailLimit);
        if (has_more) break;
        ++looked_at;
        oldest = query.integer(0);
        const std::string name = query.text(3), record = query.text(4);
        const Entity* entity = find_entity(store.catalog(), name);
        if (!entity) continue;
        const auto [title, is_new] = names.try_emplace(name + " " + record);
        if (is_new) title->second = TRY(named(store, who, *entity, record));
        if (!title->second) continue;
        Json row{{"number", oldest}, {"at", query.text(1)}, {"actor", {{"id", query.text(2)}, {"name", TRY(actor_name(store, query.text(2)))}}},
                 {"register", name}, {"record", record},    {"title", *title->second}};
        if (const std::string verb = query.text(5); !verb.empty()) row["verb"] = verb;
        if (const std::string step = query.text(6); !step.empty()) row["step"] = step;
        rows.push_back(std::move(row));
    }
    return Json{{"rows", std::move(rows)}, {"more", has_more}, {"before", oldest}};
}

}  // namespace lisa
