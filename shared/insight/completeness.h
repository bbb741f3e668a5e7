#pragma once
// How complete a record is (A9): the fields that every record of its register should have, and those that its class asks for
// besides, such as a recovery time where an outage would be serious.
#include "domain/gap.h"
#include "insight/insight.h"

namespace lisa {

/// The levels that stand in the record itself; blank for registers without a class.
Levels own_levels(const Record& record);

/// What one aspect of a class asks for and the record lacks.
struct LackingAt {
    std::string_view aspect;  ///< a field of the record
    std::int64_t level = 0;
    std::vector<std::string> fields{};
};
std::vector<LackingAt> lacking_at(const Record& record, const Levels& levels);

/// Says in words what is missing: in general, and for the class.
void add_missing(const Record& record, const Levels& levels, const Around& around, Insight& insight);

}  // namespace lisa
