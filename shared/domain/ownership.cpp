#include "domain/ownership.h"

#include <algorithm>

#include "change/situation.h"

namespace lisa {
namespace {

constexpr std::string_view kUsed[] = {"in_use", "in_operation", "phasing_out"};

}  // namespace

bool is_used(const Record& record) { return std::find(std::begin(kUsed), std::end(kUsed), record.text(record.entity->state)) != std::end(kUsed); }

void check_owner(const Situation& now, std::vector<Problem>& problems) {
    if (!now.after.text("owner").empty() || !is_used(now.after)) return;
    if (now.enters(now.after.text(now.after.entity->state)) || !now.before.text("owner").empty()) problems.push_back({"owner", "problem.owner_of_used"});
}

}  // namespace lisa
