#pragma once
// Handing out what a person may see of what changed, page by page, and taking back what they may see no more.
#include "store/storage.h"
#include "sync/protocol.h"

namespace lisa {

/// The page after `since` for one who holds the view `epoch`. Reads one state of the database. It depends on nothing of the
/// actor but sight_of().
Result<Page> pull(SqlStore& store, const Actor& who, std::int64_t since, std::string_view epoch);

/// About the bytes that a record takes as JSON; writing it out to learn them exactly would be half of a pull's work.
std::size_t weight(const Record& record);

/// Number of the last accepted change.
Result<std::int64_t> last_seq(Database& database);

/// What stands for this actor's view.
Result<std::string> epoch_for(SqlStore& store, const Actor& who);

}  // namespace lisa
