#include "domain/policy_exception.h"

#include <algorithm>

#include "change/situation.h"
#include "domain/applicability.h"

namespace lisa::detail {
namespace {

/// Whether what was approved is altered: for whom, what, until when and what protects meanwhile.
bool rewrites_decision(const Situation& now) {
    if (now.before.get(policy_exception::status) != "approved" || now.after.get(policy_exception::status) != "approved") return false;
    constexpr std::string_view kDecision[] = {"what", "applicant", "compensating", "approved_by", "decided_on", "starts_on", "ends_on"};
    return std::any_of(std::begin(kDecision), std::end(kDecision), [&](std::string_view name) {
        const std::size_t field = position(kPolicyException, name);
        return now.before.values[field] != now.after.values[field];
    });
}

bool may_decide(const Situation& now) {
    return std::any_of(now.who.grants.begin(), now.who.grants.end(),
                       [&](const Grant& grant) { return kPolicyExceptionDeciders.has(grant.role) && reaches(grant, now.places); });
}

}  // namespace

void check_policy_exception(const Situation& now, std::vector<Problem>& problems) {
    if (!now.enters("approved") && !rewrites_decision(now)) return;
    if (!may_decide(now)) problems.push_back({"status", "problem.forbidden"});
    for (std::string& key : exception_gaps(now.after, now.now.substr(0, 10))) problems.push_back({"", std::move(key)});
    if (now.after.text("applicant") == now.who.person || now.before.text("applicant") == now.who.person)
        problems.push_back({"applicant", "problem.own_application"});
}

}  // namespace lisa::detail
