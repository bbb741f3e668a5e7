#include "store/counts.h"

#include "schema/lookup.h"
#include "store/schema.h"

namespace lisa {
namespace {

/// "Place, count" of the records that are not removed, following the place fields to the tree.
std::string count_sql(Catalog catalog, const Entity& entity) {
    std::string from = sql_name(entity.name) + " t0", place = is_tree(entity) ? "t0.id" : "t0." + sql_name(entity.place);
    const Entity* now = &entity;
    for (int hop = 0; !is_tree(*now); ++hop) {
        const Entity* next = find_entity(catalog, find_field(*now, now->place)->ref);
        if (is_tree(*next)) break;
        const std::string alias = "t" + std::to_string(hop + 1);
        from += " LEFT JOIN " + sql_name(next->name) + " " + alias + " ON " + alias + ".id = " + place;
        place = alias + "." + sql_name(next->place);
        now = next;
    }
    return "SELECT coalesce(" + place + ", ''), count(*) FROM " + from + " WHERE t0.removed = 0 GROUP BY 1";
}

}  // namespace

Result<std::shared_ptr<const Counts>> CountCache::get(Database& database, std::int64_t seq) {
    // Held while counting, so that those who ask meanwhile wait for the answer instead of counting too.
    const std::lock_guard lock(m_mutex);
    if (m_counts && m_seq == seq) return m_counts;
    auto counts = TRY(count(database));
    if (seq < m_seq) return counts;  // of a transaction that began before the last change
    m_seq = seq;
    m_counts = counts;
    return counts;
}

Result<std::shared_ptr<const Counts>> CountCache::count(Database& database) const {
    auto counts = std::make_shared<Counts>();
    for (const Entity* entity : m_catalog) {
        auto& places = (*counts)[entity];
        Query query = TRY(database.query(count_sql(m_catalog, *entity)));
        while (TRY(query.step())) places[query.text(0)] = query.integer(1);
    }
    return std::shared_ptr<const Counts>(std::move(counts));
}

}  // namespace lisa
