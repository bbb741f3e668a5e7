#include "domain/moments.h"

#include <algorithm>

#include "core/date.h"

namespace lisa {
namespace {

/// So much may the clock of a device be ahead of the server's.
constexpr std::int64_t kClockMinutes = 10;

std::string name_of(const Record& record, Key<std::string> field) { return std::string(record.entity->fields[field.index].name); }

}  // namespace

void check_moments(const Situation& now, std::span<const Key<std::string>> moments, std::span<const MomentOrder> order, std::vector<Problem>& problems) {
    for (const Key<std::string>& field : moments) {
        const std::string at = now.after.get(field);
        if (at != now.before.get(field) && minutes_between(now.now, at) > kClockMinutes)
            problems.push_back({name_of(now.after, field), "problem.in_the_future"});
    }
    for (const MomentOrder& rule : order) {
        const std::string earlier = now.after.get(rule.earlier), later = now.after.get(rule.later);
        if (is_moment(earlier) && is_moment(later) && later < earlier) problems.push_back({name_of(now.after, rule.later), std::string(rule.problem)});
    }
}

void need(const Record& record, Key<std::string> field, std::vector<Problem>& problems) {
    if (!record.is_hidden(field.index) && record.get(field).empty()) problems.push_back({name_of(record, field), "problem.required"});
}

bool holds_role(const Actor& who, Roles roles, const Places& places) {
    return std::any_of(who.grants.begin(), who.grants.end(), [&](const Grant& grant) { return roles.has(grant.role) && reaches(grant, places); });
}

}  // namespace lisa
