#pragma once
// The registers as they were after one change, replayed from the journal and nothing else (F9). As a Lookup it answers what the domain
// asks of records, so that places, tree and all that follows from records can be worked out as of then.
#include <unordered_map>

#include "schema/lookup.h"
#include "store/sqlite.h"

namespace lisa {

/// Number of the last change up to the end of a Swedish day, "2026-06-30"; 0 when there was none. Where the clock once went back it is
/// the change before the first one after that day, so that the registers stand as they stood at some time.
Result<std::int64_t> last_change_of(Database& database, std::string_view day);

class Past final : public Lookup {
public:
    /// After change `until`, as the connection's transaction sees the journal.
    Past(Database& database, Catalog catalog, std::int64_t until) : m_database(database), m_catalog(catalog), m_until(until) {}

    Catalog catalog() const override { return m_catalog; }
    /// The record as it was then, removed ones too. Fault::missing where it had not come to be, and where the journal's content of it was
    /// blanked since: what was disposed of is not told of any day.
    Result<Record> load(const Entity& entity, const std::string& id) override;
    /// Every record of the register, removed ones too, in the order of their ids; one pass through its rows.
    Result<std::vector<Record>> all(const Entity& entity);

private:
    Database& m_database;
    Catalog m_catalog;
    std::int64_t m_until;
    std::unordered_map<std::string, Record> m_loaded;  ///< by register and id; those that are not there have no register
};

}  // namespace lisa
