#include "sync/pull.h"

#include <unordered_map>
#include <unordered_set>

#include "domain/grants.h"
#include "store/schema.h"

namespace lisa {
namespace {

/// A journal row after which a record may have left someone's sight.
struct Departure {
    const Entity* entity = nullptr;
    std::string record{}, from{}, to{};
};

struct Dependent {
    const Entity* entity = nullptr;
    std::string record{};
};

class Puller {
public:
    /// `since` is where the window of the pull begins.
    Puller(SqlStore& store, const Actor& who, std::shared_ptr<const Tree> tree, std::int64_t since)
        : m_store(store), m_who(who), m_tree(std::move(tree)), m_since(since) {}

    /// The record as this person may see it; nothing when removed, missing or out of sight.
    Result<std::optional<Record>> seen(const Entity& entity, const std::string& id) {
        auto record = m_store.load(entity, id);
        if (!record && record.error().fault != Fault::missing) return record.error();
        if (!record || record->removed) return std::optional<Record>{};
        const Places places = TRY(places_of(*record, m_store));
        return redact(std::move(*record), m_who, places);
    }

    /// Puts the record on the page, once.
    void put(Page& page, Record record) {
        if (!m_on_page.insert(std::string(record.entity->name) + record.id).second) return;
        m_bytes += weight(record);
        page.records.push_back(std::move(record));
    }

    bool is_full() const { return m_bytes >= kPageBytes; }

    /// Purges what this person saw at a place and sees no more. What they never saw is not named.
    Result<Done> depart(Page& page, const Departure& departure) {
        TRY(review(page, *departure.entity, departure.record, departure));
        return review_dependents(page, *departure.entity, departure.record, departure);
    }

    /// How many records this person sees, counted by place rather than one by one; and those that are their own.
    Result<std::int64_t> count(std::int64_t seq) {
        const auto counts = TRY(m_store.counts(seq));
        std::int64_t total = 0;
        for (const auto& [counted, places] : *counts)
            for (const auto& [place, records] : places)
                if (is_in_sight(counted, place)) total += records;
        for (const Entity* entity : m_store.catalog())
            if (!entity->own.empty()) total += TRY(count_own(*entity));
        return total;
    }

private:
    /// Records that the person sees for no other reason than that they came from them.
    Result<std::int64_t> count_own(const Entity& entity) {
        std::vector<std::string> ids;
        Query query =
            TRY(m_store.database().query("SELECT id FROM " + sql_name(entity.name) + " WHERE " + sql_name(entity.own) + " = ? AND removed = 0", m_who.person));
        while (TRY(query.step())) ids.push_back(query.text(0));
        std::int64_t count = 0;
        for (const std::string& id : ids) {
            const Record record = TRY(m_store.load(entity, id));
            count += allowed(m_who, Right::read, entity, TRY(places_of(record, m_store))) ? 0 : 1;
        }
        return count;
    }

    /// Whether a record that is no longer seen came from this person, who then saw it.
    Result<bool> was_own(const Entity& entity, const std::string& id) {
        if (entity.own.empty()) return false;
        auto record = m_store.load(entity, id);
        if (!record && record.error().fault != Fault::missing) return record.error();
        return record && is_own(*record, m_who);
    }

    bool is_in_sight(const Counted& counted, const std::string& place) {
        const Places places = place.empty() ? Places{} : m_tree->above(place);
        return allowed(m_who, Right::read, *counted.first, places) && counted.second <= clearance_over(m_who, places);
    }

    /// What decides who sees a record: its own register, or that of the record it hangs on. Null: nobody does.
    Result<Counted> judging(const Entity& entity, const std::string& id) {
        if (!hangs(entity)) return Counted{&entity, Clearance::open};
        const Record record = TRY(m_store.load(entity, id));
        const Entity* host = find_entity(m_store.catalog(), record.text(entity.hangs_on.entity));
        return Counted{host, host ? host->files_seen_from : Clearance::open};
    }

    Result<Done> review(Page& page, const Entity& entity, const std::string& id, const Departure& departure) {
        if (auto record = TRY(seen(entity, id))) {
            if (&entity != departure.entity) put(page, std::move(*record));  // its own row is not new: only its place is
            return Done{};
        }
        const Counted judge = TRY(judging(entity, id));
        const auto saw = [&](const std::string& place) { return judge.first && !place.empty() && is_in_sight(judge, place); };
        const bool was_seen = saw(departure.from) || saw(departure.to) || TRY(was_own(entity, id));
        if (was_seen && m_gone.insert(std::string(entity.name) + id).second) page.gone.push_back({std::string(entity.name), id});
        return Done{};
    }

    /// Records that belong where this one belongs went with it, also those that have come to belong elsewhere since.
    Result<Done> review_dependents(Page& page, const Entity& parent, const std::string& id, const Departure& departure) {
        if (is_tree(parent)) return Done{};  // a moved part of the tree gives a new epoch
        std::vector<Dependent> dependents;
        for (const Referrer& from : referrers(m_store.catalog(), parent)) {
            if (from.field->name != from.entity->place) continue;
            Query query = TRY(m_store.database().query("SELECT id FROM " + sql_name(from.entity->name) + " WHERE " + sql_name(from.field->name) + " = ?", id));
            while (TRY(query.step())) dependents.push_back({from.entity, query.text(0)});
        }
        for (const Entity* hanging : m_store.catalog()) {
            if (!hangs(*hanging)) continue;
            Query query = TRY(m_store.database().query("SELECT id FROM " + sql_name(hanging->name) + " WHERE " + hanging_on(*hanging), parent.name, id));
            while (TRY(query.step())) dependents.push_back({hanging, query.text(0)});
        }
        if (!m_former) m_former = TRY(read_former());
        if (const auto found = m_former->find(id); found != m_former->end()) dependents.insert(dependents.end(), found->second.begin(), found->second.end());
        for (const Dependent& dependent : dependents) {
            TRY(review(page, *dependent.entity, dependent.record, departure));
            TRY(review_dependents(page, *dependent.entity, dependent.record, departure));
        }
        return Done{};
    }

    /// What hung on a record at some time after the window began and hangs on another now, by the record it hung on.
    using Former = std::unordered_map<std::string, std::vector<Dependent>>;
    Result<Former> read_former() {
        Former former;
        for (const Entity* entity : m_store.catalog()) {
            const Field* place = find_field(*entity, entity->place);
            if (!place || place->type != Type::ref || is_tree(*find_entity(m_store.catalog(), place->ref))) continue;
            Query query =
                TRY(m_store.database().query("SELECT record, json_extract(before, '$.' || ?) FROM journal WHERE seq > ? AND entity = ? AND "
                                             "verb IN ('update', 'step') AND json_extract(before, '$.' || ?1) IS NOT NULL",
                                             std::string(place->name), m_since, std::string(entity->name)));
            while (TRY(query.step())) former[query.text(1)].push_back({entity, query.text(0)});
        }
        return former;
    }

    SqlStore& m_store;
    const Actor& m_who;
    std::shared_ptr<const Tree> m_tree;
    const std::int64_t m_since;
    std::optional<Former> m_former{};
    std::unordered_set<std::string> m_on_page, m_gone;
    std::size_t m_bytes = 0;
};

/// "Entity, id, revision" of every record changed after ?1, in order; each register's index on rev gives its part.
std::string changed_sql(Catalog catalog) {
    std::string sql;
    for (const Entity* entity : catalog)
        sql += (sql.empty() ? "SELECT '" : " UNION ALL SELECT '") + std::string(entity->name) + "', id, rev FROM " + sql_name(entity->name) + " WHERE rev > ?1";
    return sql + " ORDER BY 3";
}

/// Puts records changed after `since` on the page in order until it is full; returns where it stopped.
Result<Done> add_changed(Puller& puller, Page& page, SqlStore& store, std::int64_t since, std::int64_t last) {
    Query query = TRY(store.database().query(changed_sql(store.catalog()), since));
    page.cursor = last;
    while (TRY(query.step())) {
        if (puller.is_full()) {
            page.has_more = true;
            return Done{};
        }
        page.cursor = query.integer(2);
        const Entity* entity = find_entity(store.catalog(), query.text(0));
        if (!entity) continue;
        if (auto record = TRY(puller.seen(*entity, query.text(1)))) puller.put(page, std::move(*record));
    }
    page.cursor = last;
    return Done{};
}

/// The window is one of journal rows, not of records: one that moved away and was edited since comes later by its revision.
Result<std::vector<Departure>> departures(SqlStore& store, std::int64_t since, std::int64_t until) {
    Query query =
        TRY(store.database().query("SELECT entity, record, place_before, place_after FROM journal INDEXED BY journal_departure WHERE seq > ? AND seq <= ? AND "
                                   "(verb = 'remove' OR (verb <> 'create' AND place_before <> place_after)) ORDER BY seq",
                                   since, until));
    std::vector<Departure> found;
    while (TRY(query.step()))
        if (const Entity* entity = find_entity(store.catalog(), query.text(0))) found.push_back({entity, query.text(1), query.text(2), query.text(3)});
    return found;
}

}  // namespace

std::size_t weight(const Record& record) {
    std::size_t bytes = 100;  // its frame: register, id, revision
    for (std::size_t i = 0; i < record.values.size(); ++i) {
        if (is_blank(record.values[i])) continue;
        bytes += record.entity->fields[i].name.size() + 10;
        if (const auto* text = std::get_if<std::string>(&record.values[i])) bytes += text->size();
        if (const auto* set = std::get_if<Set>(&record.values[i]))
            for (const std::string& element : *set) bytes += element.size() + 3;
        if (const auto* notes = std::get_if<Notes>(&record.values[i]))
            for (const Note& note : *notes) bytes += note.text.size() + 100;
    }
    return bytes;
}

Result<std::int64_t> last_seq(Database& database) {
    Query query = TRY(database.query("SELECT coalesce(max(seq), 0) FROM journal"));
    TRY(query.step());
    return query.integer(0);
}

Result<std::string> epoch_for(SqlStore& store, const Actor& who) { return epoch_of(who.grants, TRY(store.tree())->hash(who.grants)); }

Result<Page> pull(SqlStore& store, const Actor& who, std::int64_t since, std::string_view epoch) {
    const std::int64_t last = TRY(last_seq(store.database()));
    Page page;
    page.epoch = TRY(epoch_for(store, who));
    page.is_reset = page.epoch != epoch || since > last || since < 0;
    if (page.is_reset) since = 0;

    Puller puller(store, who, TRY(store.tree()), since);
    TRY(add_changed(puller, page, store, since, last));
    if (!page.is_reset)
        for (const Departure& departure : TRY(departures(store, since, page.cursor))) TRY(puller.depart(page, departure));
    if (!page.has_more) page.visible = TRY(puller.count(last));
    return page;
}

}  // namespace lisa
