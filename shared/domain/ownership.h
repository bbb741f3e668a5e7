#pragma once
// Somebody answers for what is in use (O2, ISO/IEC 27001 annex A 5.9).
#include <vector>

#include "core/result.h"
#include "schema/field.h"

namespace lisa {

/// Whether an asset or a system is used, also while it is phased out.
bool is_used(const Record& record);

/// Asks for the record's `owner` when a change brings it into use, and refuses to take the owner away as long as it is used. What was
/// put to use without one before this was asked may be altered all the same.
void check_owner(const Situation& now, std::vector<Problem>& problems);

}  // namespace lisa
