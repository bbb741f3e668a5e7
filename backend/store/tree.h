#pragma once
// The organisation's tree, read once and kept until a unit is altered: every right asks what lies above a place.
#include <map>
#include <memory>
#include <mutex>

#include "access/access.h"
#include "store/sqlite.h"

namespace lisa {

/// Parent of every node, by id; empty for a root.
struct Tree {
    std::int64_t rev = 0;  ///< revision of the node altered last
    std::map<std::string, std::string, std::less<>> parent{};

    /// A node and all above it, nearest first.
    Places above(const std::string& id) const;
    /// Stands for the part of the tree that the grants cover.
    std::uint64_t hash(const std::vector<Grant>& grants) const;
};

/// The tree as committed last, shared by all connections.
class TreeCache {
public:
    explicit TreeCache(Catalog catalog);
    const Entity& entity() const { return *m_entity; }
    /// The tree as this connection's transaction sees it, which must not have altered it.
    Result<std::shared_ptr<const Tree>> get(Database& database);
    /// The tree as it is inside a transaction that alters it; nobody else sees that one.
    Result<std::shared_ptr<const Tree>> load(Database& database) const;

private:
    const Entity* m_entity = nullptr;
    std::string m_sql, m_newest_sql;
    std::mutex m_mutex;
    std::shared_ptr<const Tree> m_tree;
};

}  // namespace lisa
