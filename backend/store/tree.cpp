#include "store/tree.h"

#include <algorithm>

#include "core/text.h"
#include "store/schema.h"

namespace lisa {
namespace {
constexpr std::size_t kDeepest = 32;  // as in schema/lookup.cpp: deeper is a circle
}

Places Tree::above(const std::string& id) const {
    Places places;
    auto node = parent.find(id);
    while (node != parent.end() && places.size() < kDeepest && std::find(places.begin(), places.end(), node->first) == places.end()) {
        places.push_back(node->first);
        node = parent.find(node->second);
    }
    return places;
}

std::uint64_t Tree::hash(const std::vector<Grant>& grants) const {
    std::uint64_t value = fnv1a("tree");
    for (const auto& [id, up] : parent) {
        const Places places = above(id);
        const bool is_covered = std::any_of(grants.begin(), grants.end(), [&](const Grant& grant) { return reaches(grant, places); });
        if (is_covered) value = fnv1a(up, fnv1a(id, value));
    }
    return value;
}

TreeCache::TreeCache(Catalog catalog) {
    for (const Entity* entity : catalog)
        if (is_tree(*entity)) m_entity = entity;  // lint: there is one
    m_newest_sql = "SELECT coalesce(max(rev), 0) FROM " + sql_name(m_entity->name);
    m_sql = "SELECT id, coalesce(" + sql_name(m_entity->place) + ", ''), rev FROM " + sql_name(m_entity->name);
}

Result<std::shared_ptr<const Tree>> TreeCache::get(Database& database) {
    Query newest = TRY(database.query(m_newest_sql));
    TRY(newest.step());
    {
        const std::lock_guard lock(m_mutex);
        if (m_tree && m_tree->rev == newest.integer(0)) return m_tree;
    }
    auto tree = TRY(load(database));
    const std::lock_guard lock(m_mutex);
    m_tree = tree;
    return tree;
}

Result<std::shared_ptr<const Tree>> TreeCache::load(Database& database) const {
    auto tree = std::make_shared<Tree>();
    Query query = TRY(database.query(m_sql));
    while (TRY(query.step())) {
        tree->parent.emplace(query.text(0), query.text(1));
        tree->rev = std::max(tree->rev, query.integer(2));
    }
    return std::shared_ptr<const Tree>(std::move(tree));
}

}  // namespace lisa
