#pragma once
// Who acts: a person with the roles that the registers give today, read inside the transaction that uses them.
#include "store/store.h"

namespace lisa {

/// The person with their grants; a person that is not there or removed has none and may do nothing.
Result<Actor> actor_of(SqlStore& store, const std::string& person, std::int64_t now_ms);

/// Stands for all that the actor may see: equal for two people only when they hold the same roles over the same parts and neither
/// has a record of their own.
Result<std::string> sight_of(SqlStore& store, const Actor& who);

/// The one who acts when no person does (first start, example content, the command line): every role over everything.
/// `change` may make a new root of the tree.
Result<Actor> system_actor(SqlStore& store, const Change& change);

/// What stands in the journal as actor and client of such rows.
inline constexpr std::string_view kSystemPerson = "system";

}  // namespace lisa
