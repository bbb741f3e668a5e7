#include "domain/acknowledgement.h"

#include "change/situation.h"

namespace lisa::detail {

void check_acknowledgement(const Situation& now, std::vector<Problem>& problems) {
    const std::string person = now.after.get(acknowledgement::person);
    if (person == now.before.get(acknowledgement::person)) return;  // put back by who removed it
    if (person != now.who.person) problems.push_back({"person", "problem.own_acknowledgement"});
}

}  // namespace lisa::detail
