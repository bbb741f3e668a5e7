#include "domain/system.h"

#include "domain/ownership.h"

namespace lisa {

bool awaits_review(const Record& system, std::string_view today) {
    return is_used(system) && !system.removed && system.text("review_on") <= today;  // blank comes before every day
}

void detail::check_system(const Situation& now, std::vector<Problem>& problems) { check_owner(now, problems); }

}  // namespace lisa
