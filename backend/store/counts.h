#pragma once
// How many records belong to each place. Counting takes as long as reading every register, and everybody who pulls asks
// after the same change: it is counted once for all.
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <utility>

#include "core/result.h"
#include "schema/field.h"
#include "store/sqlite.h"

namespace lisa {

/// The register whose rights hold over records (what hangs on a record is counted with it), and the clearance that they ask for.
using Counted = std::pair<const Entity*, Clearance>;

/// Records that are not removed, by that and by the part of the organisation that they belong to (empty: to none).
using Counts = std::map<Counted, std::map<std::string, std::int64_t>>;

/// The counts after the change counted last, shared by all connections.
class CountCache {
public:
    explicit CountCache(Catalog catalog) : m_catalog(catalog) {}
    /// The counts as this connection's transaction sees them, where `seq` is the last change.
    Result<std::shared_ptr<const Counts>> get(Database& database, std::int64_t seq);

private:
    Result<std::shared_ptr<const Counts>> count(Database& database) const;

    Catalog m_catalog;
    std::mutex m_mutex;
    std::int64_t m_seq = -1;
    std::shared_ptr<const Counts> m_counts;
};

}  // namespace lisa
