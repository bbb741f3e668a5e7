#pragma once
// What was removed from a register, for those who may remove from it: so that it can be looked at and put back (F5).
#include "store/store.h"

namespace lisa {

/// Rows of one answer.
inline constexpr std::int64_t kRemovedLimit = 200;

/// {"rows":[{"record","at","actor":{"id","name"},"parts"?}],"more","before"}, the latest removed first, from before journal number
/// `before` (0: the latest). "parts" are records that hung on it, went in the same moment by the same hand, and can come back.
/// "before" is where the next page begins. Only what the person might remove where it belongs, as they would see it; of
/// the kRemovedLimit records looked at for a page the others are left out. Missing for who may remove nothing from the register.
Result<Json> removed_records(SqlStore& store, const Actor& who, const std::string& entity, std::int64_t before);

/// One of those rows; missing for what is not removed, and for what the person may not remove.
Result<Json> removed_record(SqlStore& store, const Actor& who, const std::string& entity, const std::string& id);

}  // namespace lisa
