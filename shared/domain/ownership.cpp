#include "domain/ownership.h"

#include <algorithm>

#include "change/situation.h"

namespace lisa {

void check_owner(const Situation& now, std::span<const std::string_view> used, std::vector<Problem>& problems) {
    const Entity& entity = *now.after.entity;
    const std::string state = now.after.text(entity.state);
    if (!now.after.text("owner").empty() || std::find(used.begin(), used.end(), state) == used.end()) return;
    if (now.enters(state) || !now.before.text("owner").empty()) problems.push_back({"owner", "problem.owner_of_used"});
}

}  // namespace lisa
