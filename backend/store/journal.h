#pragma once
// The journal: one row for every change ever accepted, chained so that tampering shows.
#include <optional>

#include "change/change.h"
#include "core/json.h"
#include "store/sqlite.h"

namespace lisa {

/// A row as it stands in the table. The texts are kept as they were written: hashes are over bytes, never over re-made JSON.
struct JournalRow {
    std::int64_t seq = 0;
    std::string id{}, at{}, actor{}, client{}, entity{}, record{}, verb{}, step{};
    std::int64_t base = 0;
    std::string patch{};                        ///< what was asked for
    std::string before{};                       ///< the fields that altered, as they were; computed ones and the state too
    std::string after{};                        ///< the same fields as they became; null: cleared
    std::string place_before{}, place_after{};  ///< nearest part of the organisation; empty: none
    std::string salt{}, digest{}, hash{};
};

/// The columns of a row in the order that read_row() expects.
inline constexpr std::string_view kJournalColumns =
    "seq, id, at, actor, client, entity, record, verb, step, base, patch, before, after, place_before, place_after, salt, digest, hash";

JournalRow read_row(const Query& query);

/// SHA-256 over the salt and the content, each part with its length before it so that no two contents look the same.
std::string digest_of(const JournalRow& row);

/// SHA-256 over the hash of the row before and the digest. Row 1 follows 32 zero bytes.
std::string chain_hash(std::string_view previous, std::string_view digest);
std::string chain_start();

/// Seq and hash of the last row.
struct JournalEnd {
    std::int64_t seq = 0;
    std::string hash{};
};
Result<JournalEnd> journal_end(Database& database);

/// Writes the row after the last: gives it seq, salt, digest and hash.
Result<std::int64_t> append(Database& database, JournalRow row);

/// The row of a change, if it was accepted before.
Result<std::optional<JournalRow>> find_change(Database& database, const std::string& id);

/// Fields that differ, as {"field": value} before and after.
struct Difference {
    Json before = Json::object(), after = Json::object();
};
Difference difference(const Record& before, const Record& after);

/// The patch of a change as text, for the row and for comparing a repeated change with the first.
std::string patch_text(const Change& change);

}  // namespace lisa
