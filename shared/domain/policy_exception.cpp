#include "domain/policy_exception.h"

#include "change/situation.h"
#include "domain/applicability.h"

namespace lisa::detail {

void check_policy_exception(const Situation& now, std::vector<Problem>& problems) {
    if (!now.enters("approved")) return;
    for (std::string& key : exception_gaps(now.after, now.now.substr(0, 10))) problems.push_back({"", std::move(key)});
    if (now.after.text("applicant") == now.who.person) problems.push_back({"applicant", "problem.own_application"});
}

}  // namespace lisa::detail
