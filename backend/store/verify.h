#pragma once
// Proving that nobody altered the file by hand: the journal's chain, every register against a replay of the journal, and the bytes of
// attached files against the hashes that the registers name.
#include "store/rows.h"

namespace lisa {

/// What was found. The words are for whoever runs the machine.
struct Findings {
    std::int64_t rows = 0;      ///< journal rows looked at
    std::int64_t records = 0;   ///< records compared
    std::int64_t contents = 0;  ///< contents of attached files compared with their hashes
    std::string end{};          ///< hash of the last row, to be kept elsewhere: only that shows a chain made anew
    std::vector<std::string> faults{};
};

/// Goes through the journal in order and compares every register with a replay of it; stops at the first broken row, since nothing after it
/// proves anything. The bytes of files, of which there may be much, are left out.
Result<Findings> verify_journal(Database& database, const Rows& rows);
/// The same, and the bytes of files.
Result<Findings> verify(Database& database, const Rows& rows);

/// Writes every register anew from the journal, inside the caller's transaction. Returns the number of records.
Result<std::int64_t> rebuild(Database& database, const Rows& rows);

}  // namespace lisa
