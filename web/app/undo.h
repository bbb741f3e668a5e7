#pragma once
// Taking back what was done with many records at once.
#include "sync/replica.h"

namespace lisa::app {

/// What takes the changes back, against the records as they are before these: what is made is removed, what is removed
/// comes back, what is altered gets its old values. Only verb, register, record and patch are filled in, in an order that can be carried out.
std::vector<Change> reversed(const std::vector<Change>& changes, const Replica& replica);

}  // namespace lisa::app
