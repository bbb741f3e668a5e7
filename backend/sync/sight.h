#pragma once
// Whether a person sees a record, and how much of it, where that is asked of its past rather than of what a pull hands out.
#include <optional>

#include "store/store.h"

namespace lisa {

/// How secret a thing the person may see in the record as it now is; nothing when it is out of sight, as what is removed is to all but
/// those who may put it back and those who read the trail of what was done there.
Result<std::optional<Clearance>> sight_of_record(SqlStore& store, const Actor& who, const Entity& entity, const std::string& id);

}  // namespace lisa
