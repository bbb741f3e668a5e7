#pragma once
// Taking back what was done with many records at once.
#include "sync/replica.h"

namespace lisa::app {

/// What takes the changes back, against the records as they are before these: what is made is removed, what is removed
/// comes back, what is altered gets its old values, and a step is followed by the one that leads back, where there is one. Only verb,
/// register, record, patch and step are filled in, in an order that can be carried out.
std::vector<Change> reversed(const std::vector<Change>& changes, const Replica& replica);

/// Whether every step among the changes can be taken back by the person. What the changes made goes as a whole, whatever its state.
bool can_go_back(const std::vector<Change>& changes, Replica& replica);

}  // namespace lisa::app
