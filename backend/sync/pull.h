#pragma once
// Handing out what a person may see of what changed, page by page, and taking back what they may see no more.
#include "store/storage.h"
#include "sync/protocol.h"

namespace lisa {

/// The page after `since` for a person who holds the view `epoch`. Reads one state of the database.
Result<Page> pull(SqlStore& store, const std::string& person, std::int64_t since, std::string_view epoch, std::int64_t now_ms);

/// Number of the last accepted change.
Result<std::int64_t> last_seq(Database& database);

/// What stands for this actor's view.
Result<std::string> epoch_for(SqlStore& store, const Actor& who);

}  // namespace lisa
