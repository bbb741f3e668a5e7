#pragma once
// What a register's own rules (Entity::check) may look at when somebody changes a record.
#include <vector>

#include "access/access.h"
#include "change/change.h"

namespace lisa {

struct Situation {
    const Record& before;  ///< as it was; blank when it is being made
    const Record& after;
    const Actor& who;
    const Places& places;  ///< where the record belongs afterwards
    std::string_view now;  ///< UTC text
    Store& store;

    /// Whether this change brings the record into a state.
    bool enters(std::string_view state) const { return after.text(after.entity->state) == state && before.text(after.entity->state) != state; }
};

}  // namespace lisa
