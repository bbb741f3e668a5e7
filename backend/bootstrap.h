#pragma once
// The first start of an empty database: a municipality with one administrator, who gets a one-time link.
#include <optional>

#include "store/storage.h"

namespace lisa {

/// Makes the root of the organisation, a person and an administrator's seat if the journal is empty; returns the token of
/// the administrator's link. Nothing when the database already has content.
Result<std::optional<std::string>> first_start(Storage& storage, std::int64_t now_ms);

/// A new link for the person with this id or user name.
Result<std::string> invite(Storage& storage, const std::string& who, std::int64_t now_ms);

/// The root of the organisation: the unit without parent that was made first. Fault::missing when there is none.
Result<std::string> root_unit(SqlStore& store);

/// A change that makes a record, for the system to apply.
Change creation(const Entity& entity, std::string id, std::map<std::string, Edit> patch, std::int64_t now_ms);

}  // namespace lisa
