#pragma once
// Who changed what in a record, from what to what, and when.
#include "store/store.h"

namespace lisa {

/// Rows of one answer.
inline constexpr std::int64_t kHistoryLimit = 200;

/// {"rows":[{"seq","at","actor":{"id","name"},"verb","step"?,"fields":[{"field","before","after"}]}],"more"}, newest first,
/// from before journal number `before` (0: the newest). Only for who reads the record now, and only the fields they see.
Result<Json> history(SqlStore& store, const Actor& who, const std::string& entity, const std::string& id, std::int64_t before);

}  // namespace lisa
