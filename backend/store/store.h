#pragma once
// The domain's Store over one connection: what apply() reads and where it saves.
#include "change/change.h"
#include "store/counts.h"
#include "store/rows.h"
#include "store/tree.h"

namespace lisa {

class SqlStore final : public Store {
public:
    SqlStore(Database& database, const Rows& rows, TreeCache& trees, CountCache& counts)
        : m_database(database), m_rows(rows), m_trees(trees), m_counts(counts) {}

    Catalog catalog() const override { return m_rows.catalog(); }
    Result<Record> load(const Entity& entity, const std::string& id) override;
    Result<std::vector<Record>> load_referring(const Entity& entity, std::string_view field, const std::string& id) override;
    Result<Places> places_above(const Entity& tree, const std::string& id) override;
    Result<std::vector<std::string>> touched_since(const Record& record, const Change& change, const Actor& who) override;
    Result<bool> is_used(const Record& record) override;
    Result<Done> vouch(const Record& record, const Change& change, const Actor& who) override;
    /// Writes the register's row and the journal's row, both or (by the caller's rollback) none.
    Result<Done> save(const Record& before, const Record& after, const Change& change, const Actor& who) override;

    /// The moment that rows are stamped with.
    void set_now(Moment now) { m_now = std::move(now); }
    const Moment& now() const { return m_now; }
    /// Journal number of the last save.
    std::int64_t last_rev() const { return m_last_rev; }
    Result<std::shared_ptr<const Tree>> tree();
    /// The counts after change `seq`, the last that this transaction sees.
    Result<std::shared_ptr<const Counts>> counts(std::int64_t seq) { return m_counts.get(m_database, seq); }
    /// Must be called when this transaction altered the tree, or took that back.
    void forget_tree() {
        m_tree.reset();
        m_alters_tree = true;
    }
    Database& database() { return m_database; }
    const Rows& rows() const { return m_rows; }

private:
    Database& m_database;
    const Rows& m_rows;
    TreeCache& m_trees;
    CountCache& m_counts;
    std::shared_ptr<const Tree> m_tree;
    bool m_alters_tree = false;
    Moment m_now;
    std::int64_t m_last_rev = 0;
};

}  // namespace lisa
