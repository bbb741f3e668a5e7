#include "domain/policy_exception.h"

#include <algorithm>

#include "change/situation.h"
#include "domain/applicability.h"

namespace lisa {
namespace detail {
namespace {

/// What an application says, and what a decision adds to it.
constexpr std::string_view kApplication[] = {"name", "what",      "section", "control",      "system",    "asset",
                                             "unit", "applicant", "reason",  "compensating", "starts_on", "ends_on"};
constexpr std::string_view kDecision[] = {"terms", "approved_by", "decided_on", "decision_reason"};

std::vector<Problem> altered(const Situation& now, std::span<const std::string_view> fields, std::string_view message) {
    std::vector<Problem> problems;
    for (std::string_view name : fields) {
        const std::size_t field = position(kPolicyException, name);
        if (now.before.values[field] != now.after.values[field]) problems.push_back({std::string(name), std::string(message)});
    }
    return problems;
}

bool holds(const Actor& who, Roles roles, const Places& places) {
    return std::any_of(who.grants.begin(), who.grants.end(), [&](const Grant& grant) { return roles.has(grant.role) && reaches(grant, places); });
}

bool may_decide(const Situation& now) { return holds(now.who, kPolicyExceptionDeciders, now.places); }

/// Whether the person may write more than their own application.
bool has_duty(const Actor& who, const Places& places) { return holds(who, kPolicyExceptionApplicants | kPolicyExceptionDeciders, places); }

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

std::string_view policy_exception_lock(const Record& record, const Field& field, const Actor& who, const Places& places) {
    if (has_duty(who, places)) return {};
    if (std::find(std::begin(kApplication), std::end(kApplication), field.name) == std::end(kApplication)) return "problem.decider_only";
    const std::string status = record.get(policy_exception::status);
    const bool is_new = status.empty(), is_own = record.get(policy_exception::applicant) == who.person;
    return is_new || (is_own && status == "requested") ? "" : "problem.only_applicant";
}

std::string_view policy_exception_seal(const Record& record, const Actor& who, const Places& places) {
    const bool is_own = record.get(policy_exception::applicant) == who.person;
    return has_duty(who, places) || (is_own && record.get(policy_exception::status) == "requested") ? "" : "problem.only_applicant";
}

void check_policy_exception(const Situation& now, std::vector<Problem>& problems) {
    const auto add = [&](std::vector<Problem> more) { problems.insert(problems.end(), more.begin(), more.end()); };
    if (now.before.get(policy_exception::status) == "approved") {
        add(altered(now, kApplication, "problem.decided"));
        return add(altered(now, kDecision, "problem.decided"));
    }
    if (may_decide(now)) add(written_for_another(now));
    if (!has_duty(now.who, now.places) && now.after.get(policy_exception::applicant) != now.who.person) problems.push_back({"applicant", "problem.own_name"});
    if (now.enters("refused") && now.after.text("decision_reason").empty()) problems.push_back({"decision_reason", "problem.required"});
    if (!now.enters("approved")) return;
    for (std::string& key : exception_gaps(now.after, now.now.substr(0, 10))) problems.push_back({"", std::move(key)});
    if (now.after.text("applicant") == now.who.person || now.before.text("applicant") == now.who.person)
        problems.push_back({"applicant", "problem.own_application"});
}

}  // namespace detail

std::vector<const Record*> asked_by(const std::vector<const Record*>& exceptions, const std::string& person, std::string_view today) {
    std::vector<const Record*> found;
    for (const Record* one : exceptions) {
        const std::string status = one->get(policy_exception::status);
        const bool is_over = status == "ended" || (status != "requested" && one->get(policy_exception::ends_on) < today);
        if (!one->removed && !person.empty() && one->get(policy_exception::applicant) == person && !is_over) found.push_back(one);
    }
    return found;
}

std::vector<const Record*> to_decide(const std::vector<const Record*>& exceptions, const Actor& who, Lookup& lookup) {
    std::vector<const Record*> found;
    for (const Record* one : exceptions) {
        if (one->removed || one->get(policy_exception::status) != "requested" || one->get(policy_exception::applicant) == who.person) continue;
        const auto places = places_of(*one, lookup);
        if (places && detail::holds(who, detail::kPolicyExceptionDeciders, *places)) found.push_back(one);
    }
    return found;
}

}  // namespace lisa
