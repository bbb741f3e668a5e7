#pragma once
// Who opened what is sensitive, and when (F5): beside the journal, since nothing follows from it and it is to be forgotten after a while.
// One row for a person, a record and an hour.
#include "domain/trail.h"
#include "store/sqlite.h"

namespace lisa {

/// How long it is kept who read: over the audits of two years, and no longer.
inline constexpr std::int64_t kReadingKeptMs = 730 * 86'400'000ll;
/// How late a browser may tell of a reading, when it was without network.
inline constexpr std::int64_t kReadingLateMs = 30 * 86'400'000ll;
/// Most rows that one person may make in 24 hours.
inline constexpr std::int64_t kReadingsADay = 5000;

/// Notes what the person opened; what is noted already, makes no sense or is not there is passed over. A moment ahead of the server's clock
/// becomes now. Returns how many rows that made.
Result<std::int64_t> note_readings(Database& database, Catalog catalog, const std::string& person, const std::vector<Opened>& readings, std::int64_t now_ms);

/// Forgets what has been kept for kReadingKeptMs.
Result<Done> sweep_readings(Database& database, std::int64_t now_ms);

}  // namespace lisa
