#include "store/store.h"

#include <set>

#include "core/json.h"
#include "domain/attachment.h"
#include "store/content.h"
#include "store/journal.h"
#include "store/schema.h"

namespace lisa {
namespace {

/// The nearest part of the organisation that a record belongs to; empty when it leads nowhere.
Result<std::string> nearest_place(const Record& record, Lookup& lookup) {
    const Places places = TRY(places_of(record, lookup));
    return places.empty() ? std::string{} : places.front();
}

}  // namespace

Result<Record> SqlStore::load(const Entity& entity, const std::string& id) { return m_rows.load(m_database, entity, id); }

Result<std::vector<Record>> SqlStore::load_referring(const Entity& entity, std::string_view field, const std::string& id) {
    return m_rows.referring(m_database, entity, field, id);
}

Result<std::shared_ptr<const Tree>> SqlStore::tree() {
    if (!m_tree) m_tree = TRY(m_alters_tree ? m_trees.load(m_database) : m_trees.get(m_database));
    return m_tree;
}

Result<Places> SqlStore::places_above(const Entity&, const std::string& id) { return TRY(tree())->above(id); }

Result<std::vector<std::string>> SqlStore::touched_since(const Record& record, const Change& change, const Actor& who) {
    // Left to itself SQLite may read all that happened to the register, again for each change of a large push.
    Query query = TRY(
        m_database.query("SELECT after FROM journal INDEXED BY journal_record WHERE record = ? AND seq > ? AND entity = ? AND NOT (client = ? AND actor = ?)",
                         record.id, change.base, record.entity->name, change.client, who.person));
    std::set<std::string> names;
    while (TRY(query.step())) {
        const auto after = parse_json(query.text(0));
        if (!after || !after->is_object()) continue;
        for (const auto& [name, value] : after->items()) names.insert(name);
    }
    return std::vector<std::string>(names.begin(), names.end());
}

Result<bool> SqlStore::is_used(const Record& record) {
    for (const Referrer& from : referrers(catalog(), *record.entity)) {
        Query query = TRY(m_database.query(
            "SELECT 1 FROM " + sql_name(from.entity->name) + " WHERE " + sql_name(from.field->name) + " = ? AND removed = 0 AND id <> ? LIMIT 1", record.id,
            record.id));
        if (TRY(query.step())) return true;
    }
    for (const Entity* entity : catalog()) {
        if (!hangs(*entity)) continue;
        Query query = TRY(m_database.query("SELECT 1 FROM " + sql_name(entity->name) + " WHERE " + hanging_on(*entity) + " AND removed = 0 LIMIT 1",
                                           record.entity->name, record.id));
        if (TRY(query.step())) return true;
    }
    return false;
}

Result<Done> SqlStore::vouch(const Record& record, const Change& change, const Actor& who) {
    if (record.entity != &kAttachment) return Done{};
    return vouch_for(m_database, record, change.verb == Verb::create, who.person);
}

Result<Done> SqlStore::save(const Record& before, const Record& after, const Change& change, const Actor& who) {
    JournalRow row;
    row.id = change.id;
    row.at = m_now.utc;
    row.actor = who.person;
    row.client = change.client;
    row.entity = change.entity;
    row.record = change.record;
    row.verb = verb_name(change.verb);
    row.step = change.step;
    row.base = change.base;
    row.patch = patch_text(change);
    const Difference altered = difference(before, after);
    row.before = dump(altered.before);
    row.after = dump(altered.after);
    if (change.verb != Verb::create) row.place_before = TRY(nearest_place(before, *this));
    row.place_after = TRY(nearest_place(after, *this));

    Record saved = after;
    saved.rev = m_last_rev = TRY(append(m_database, std::move(row)));
    TRY(m_rows.write(m_database, saved));
    if (is_tree(*after.entity)) forget_tree();
    return Done{};
}

}  // namespace lisa
