#include "domain/policy_exception.h"

#include <algorithm>

#include "change/situation.h"
#include "domain/applicability.h"

namespace lisa::detail {
namespace {

/// What an application says, and what a decision adds to it.
constexpr std::string_view kApplication[] = {"name", "what",      "section", "control",      "system",    "asset",
                                             "unit", "applicant", "reason",  "compensating", "starts_on", "ends_on"};
constexpr std::string_view kDecision[] = {"approved_by", "decided_on"};

std::vector<Problem> altered(const Situation& now, std::span<const std::string_view> fields, std::string_view message) {
    std::vector<Problem> problems;
    for (std::string_view name : fields) {
        const std::size_t field = position(kPolicyException, name);
        if (now.before.values[field] != now.after.values[field]) problems.push_back({std::string(name), std::string(message)});
    }
    return problems;
}

bool may_decide(const Situation& now) {
    return std::any_of(now.who.grants.begin(), now.who.grants.end(),
                       [&](const Grant& grant) { return kPolicyExceptionDeciders.has(grant.role) && reaches(grant, now.places); });
}

/// Whoever could approve writes no application but their own, or one that nobody has put their name to yet, so that nobody
/// approves their own words under another name. The first day is set when it is decided.
std::vector<Problem> written_for_another(const Situation& now) {
    const std::string before = now.before.get(policy_exception::applicant), after = now.after.get(policy_exception::applicant);
    const auto is_own = [&](const std::string& applicant) { return applicant.empty() || applicant == now.who.person; };
    if (is_own(before) && is_own(after)) return {};
    if (is_own(before)) return {{"applicant", "problem.applies_for_other"}};
    std::vector<Problem> problems = altered(now, kApplication, "problem.not_own_application");
    std::erase_if(problems, [](const Problem& problem) { return problem.field == "starts_on"; });
    return problems;
}

}  // namespace

void check_policy_exception(const Situation& now, std::vector<Problem>& problems) {
    const auto add = [&](std::vector<Problem> more) { problems.insert(problems.end(), more.begin(), more.end()); };
    if (now.before.get(policy_exception::status) == "approved") {
        add(altered(now, kApplication, "problem.decided"));
        return add(altered(now, kDecision, "problem.decided"));
    }
    if (may_decide(now)) add(written_for_another(now));
    if (!now.enters("approved")) return;
    for (std::string& key : exception_gaps(now.after, now.now.substr(0, 10))) problems.push_back({"", std::move(key)});
    if (now.after.text("applicant") == now.who.person || now.before.text("applicant") == now.who.person)
        problems.push_back({"applicant", "problem.own_application"});
}

}  // namespace lisa::detail
