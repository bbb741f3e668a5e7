#pragma once
// Rules about moments that several registers share: nothing has happened yet that comes later, and things happen in their order.
#include <span>

#include "change/situation.h"

namespace lisa {

/// Two moments of a record of which the later must not come before the earlier; and the problem when it does.
struct MomentOrder {
    Key<std::string> earlier, later;
    std::string_view problem;
};

/// Adds "problem.in_the_future" for moments that this change sets ahead of the server's clock (ten minutes are let pass), and
/// the problem of each order that is broken. Moments that are not filled in break none.
void check_moments(const Situation& now, std::span<const Key<std::string>> moments, std::span<const MomentOrder> order, std::vector<Problem>& problems);

/// Adds "problem.required" when the text is not filled in; what is withheld is taken to be there.
void need(const Record& record, Key<std::string> field, std::vector<Problem>& problems);

/// Whether the actor holds one of the roles over the places.
bool holds_role(const Actor& who, Roles roles, const Places& places);

}  // namespace lisa
