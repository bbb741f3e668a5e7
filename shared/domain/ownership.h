#pragma once
// Somebody answers for what is in use (O2, ISO/IEC 27001 annex A 5.9).
#include <span>
#include <vector>

#include "core/result.h"
#include "schema/field.h"

namespace lisa {

/// Asks for the record's `owner` when a change brings it into one of the states of being used, and refuses to take the owner away
/// as long as it stands there. What was put to use without one before this was asked may be altered all the same.
void check_owner(const Situation& now, std::span<const std::string_view> used, std::vector<Problem>& problems);

}  // namespace lisa
