#pragma once
// Parts of deeds that have not all come yet: kept aside, outside the registers and the journal, until the last one is here.
#include "core/json_fwd.h"
#include "store/sqlite.h"
#include "sync/protocol.h"

namespace lisa {

/// How long a part waits for the others, and how many bytes may wait for one person.
inline constexpr std::int64_t kDeedPatienceMs = 60 * 60 * 1000;
inline constexpr std::int64_t kMostBytesWaiting = 70 * 1024 * 1024;

/// Puts a part aside; one that came before is replaced. Whether all parts of its deed are here now.
Result<bool> put_aside(Database& database, const std::string& person, const DeedPart& part, const Json& frame, std::int64_t now_ms);

/// A part as it was put aside.
Result<Json> take_up(Database& database, const std::string& person, const std::string& deed, std::int64_t part);

/// Forgets the parts of a deed.
Result<Done> forget_deed(Database& database, const std::string& person, const std::string& deed);

/// Forgets what was put aside before a restart: whoever waits sends all parts again.
Result<Done> forget_all_deeds(Database& database);

}  // namespace lisa
