#include "store/counts.h"

#include "schema/lookup.h"
#include "store/schema.h"

namespace lisa {
namespace {

/// "Place, count" of the records that are not removed, or of those of another register that hang on them, following the place fields to
/// the tree.
std::string count_sql(Catalog catalog, const Entity& entity, const Entity* hanging = nullptr) {
    std::string from = sql_name(entity.name) + " t0", place = is_tree(entity) ? "t0.id" : "t0." + sql_name(entity.place), which = "t0.removed = 0";
    if (hanging) {
        from = sql_name(hanging->name) + " h JOIN " + from + " ON t0.id = h." + sql_name(hanging->hangs_on.record);
        which = "h.removed = 0 AND h." + sql_name(hanging->hangs_on.entity) + " = '" + std::string(entity.name) + "'";
    }
    const Entity* now = &entity;
    for (int hop = 0; !is_tree(*now); ++hop) {
        const Entity* next = find_entity(catalog, find_field(*now, now->place)->ref);
        if (is_tree(*next)) break;
        const std::string alias = "t" + std::to_string(hop + 1);
        from += " LEFT JOIN " + sql_name(next->name) + " " + alias + " ON " + alias + ".id = " + place;
        place = alias + "." + sql_name(next->place);
        now = next;
    }
    return "SELECT coalesce(" + place + ", ''), count(*) FROM " + from + " WHERE " + which + " GROUP BY 1";
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
    const auto add = [&](const Entity& entity, const Entity* hanging) -> Result<Done> {
        auto& places = (*counts)[{&entity, hanging ? entity.files_seen_from : Clearance::open}];
        Query query = TRY(database.query(count_sql(m_catalog, entity, hanging)));
        while (TRY(query.step())) places[query.text(0)] += query.integer(1);
        return Done{};
    };
    for (const Entity* entity : m_catalog) {
        if (hangs(*entity)) continue;
        TRY(add(*entity, nullptr));
        for (const Entity* hanging : m_catalog)
            if (hangs(*hanging)) TRY(add(*entity, hanging));
    }
    return std::shared_ptr<const Counts>(std::move(counts));
}

}  // namespace lisa
