#include "domain/acknowledgement.h"

#include "change/situation.h"

namespace lisa::detail {

void check_acknowledgement(const Situation& now, std::vector<Problem>& problems) {
    if (now.after.get(acknowledgement::person) != now.who.person) problems.push_back({"person", "problem.own_acknowledgement"});
}

}  // namespace lisa::detail
