#include "domain/privacy_check.h"

#include <algorithm>

#include "change/situation.h"

namespace lisa::detail {

void check_privacy_check(const Situation& now, std::vector<Problem>& problems) {
    const bool is_officer = std::any_of(now.who.grants.begin(), now.who.grants.end(),
                                        [&](const Grant& grant) { return grant.role == Role::privacy_officer && reaches(grant, now.places); });
    if (is_officer) return;
    const bool is_awaited = now.before.text("status") == "done";
    for (std::size_t i = 0; i < kPrivacyCheck.fields.size(); ++i) {
        const std::string_view name = kPrivacyCheck.fields[i].name;
        const bool is_theirs = name == "notes" || (is_awaited && (name == "answer" || name == "answered_on" || name == "status"));
        if (!is_theirs && now.before.values[i] != now.after.values[i]) problems.push_back({std::string(name), "problem.officer_only"});
    }
    if (now.enters("answered") && now.after.text("answer").empty()) problems.push_back({"answer", "problem.required"});
}

}  // namespace lisa::detail
