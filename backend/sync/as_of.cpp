#include "sync/as_of.h"

#include "core/date.h"
#include "core/json.h"
#include "schema/json.h"
#include "store/schema.h"
#include "sync/pull.h"
#include "sync/sight.h"

namespace lisa {
namespace {

/// Most records looked at for a page: those out of sight take time too.
constexpr int kLookedAt = 10'000;

/// Judges records of the past one by one.
class Judge {
public:
    Judge(SqlStore& store, Past& past, const Actor& who) : m_store(store), m_past(past), m_who(who) {}

    Result<Done> take(AsOf& told, Record record) {
        if (record.removed) return Done{};
        const Entity& entity = *record.entity;
        const std::string id = record.id;
        const Places places = TRY(places_of(record, m_past));
        auto seen = redact(std::move(record), m_who, places);
        if (!seen) return Done{};
        const auto now = TRY(sight_of_record(m_store, m_who, entity, id));
        if (!now) {
            if (TRY(is_only_removed(entity, id))) ++told.removed_since[std::string(entity.name)];
            return Done{};
        }
        withhold(*seen, *now);
        told.records.push_back(std::move(*seen));
        return Done{};
    }

private:
    /// Whether the person would see the record now, if it had not been removed.
    Result<bool> is_only_removed(const Entity& entity, const std::string& id) {
        const auto record = m_store.load(entity, id);
        if (!record && record.error().fault == Fault::missing) return false;
        if (!record) return record.error();
        return record->removed && may_read(m_who, *record, TRY(places_of(*record, m_store)));
    }

    SqlStore& m_store;
    Past& m_past;
    const Actor& m_who;
};

/// Every record of the register that there ever was, from after an id on; the journal tells what each was.
Result<std::vector<std::string>> ids_after(Database& database, const Entity& entity, const std::string& after) {
    Query query = TRY(database.query("SELECT id FROM " + sql_name(entity.name) + " WHERE id > ? ORDER BY id LIMIT ?", after, kLookedAt + 1));
    std::vector<std::string> ids;
    while (TRY(query.step())) ids.push_back(query.text(0));
    return ids;
}

/// The Swedish day of the first change; empty when there was none.
Result<std::string> first_day(Database& database) {
    Query query = TRY(database.query("SELECT at FROM journal ORDER BY seq LIMIT 1"));
    return TRY(query.step()) ? swedish_date(query.text(0)) : std::string();
}

Error nonsense() { return fault(Fault::invalid, "", "problem.protocol"); }

}  // namespace

Result<AsOf> records_as_of(SqlStore& store, const std::vector<const Entity*>& registers, std::string_view day, const Actor& who) {
    if (!is_date(day)) return nonsense();
    Past past(store.database(), store.catalog(), TRY(last_change_of(store.database(), day)));
    Judge judge(store, past, who);
    AsOf told;
    for (const Entity* entity : registers)
        for (Record& record : TRY(past.all(*entity))) TRY(judge.take(told, std::move(record)));
    return told;
}

Result<Json> as_of_page(SqlStore& store, const std::vector<const Entity*>& registers, std::string_view day, std::string_view today, const AsOfPlace& from,
                        const Actor& who) {
    if (!is_date(day) || day > today || from.at >= registers.size()) return nonsense();
    const std::int64_t last = TRY(last_change_of(store.database(), day)), until = from.until > 0 ? from.until : last;
    if (until > last) return nonsense();  // would tell of later days
    Past past(store.database(), store.catalog(), until);
    Judge judge(store, past, who);
    AsOf told;
    Json next;
    std::size_t bytes = 0, taken = 0;
    int looked_at = 0;
    for (std::size_t at = from.at; at < registers.size() && next.is_null(); ++at) {
        std::string after = at == from.at ? from.after : std::string();
        for (const std::string& id : TRY(ids_after(store.database(), *registers[at], after))) {
            if (bytes >= kPageBytes || looked_at == kLookedAt) {
                next = {{"register", std::string(registers[at]->name)}, {"after", after}};
                break;
            }
            ++looked_at;
            after = id;
            auto record = past.load(*registers[at], id);
            if (!record && record.error().fault == Fault::missing) continue;
            if (!record) return record.error();
            TRY(judge.take(told, std::move(*record)));
            for (; taken < told.records.size(); ++taken) bytes += weight(told.records[taken]);
        }
    }
    Json records = Json::array();
    for (const Record& record : told.records) records.push_back(record_to_json(record));
    Json page{{"until", until}, {"records", std::move(records)}, {"removed_since", told.removed_since}};
    if (!next.is_null()) page["next"] = std::move(next);
    if (const std::string first = TRY(first_day(store.database())); !first.empty()) page["first"] = first;
    return page;
}

}  // namespace lisa
