#pragma once
// What has to be done to a field to get from one value to another.
#include "change/change.h"

namespace lisa {

/// The edit that leads from one value of the field to another: of a set only what comes and goes, so that it merges. Nothing
/// when the two say the same.
std::optional<Edit> edit_between(const Field& field, const Value& before, const Value& after);

/// The edit that gives a new record a value.
Edit first_edit(const Value& value);

}  // namespace lisa
