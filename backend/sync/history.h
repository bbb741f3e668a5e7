#pragma once
// Who changed what in a record, or in the organisation, from what to what, and when.
#include "store/store.h"

namespace lisa {

/// Rows of one answer.
inline constexpr std::int64_t kHistoryLimit = 200;

/// The name of who stands in the journal; empty for the system and for who is no longer known.
Result<std::string> actor_name(SqlStore& store, const std::string& person);

/// {"rows":[{"seq","at","actor":{"id","name"},"verb","step"?,"fields":[{"field","before","after"}]}],"more"}, newest first,
/// from before journal number `before` (0: the newest). Only for who reads the record now, and only the fields they see.
Result<Json> history(SqlStore& store, const Actor& who, const std::string& entity, const std::string& id, std::int64_t before);

/// The same for the whole tree of the organisation: every row has "record" too. "before" is where the next page begins; of the
/// kHistoryLimit rows looked at for a page, those of records that the person does not read now are left out.
Result<Json> tree_history(SqlStore& store, const Actor& who, const std::string& entity, std::int64_t before);

}  // namespace lisa
