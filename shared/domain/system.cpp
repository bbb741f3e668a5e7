#include "domain/system.h"

#include <algorithm>

#include "domain/ownership.h"

namespace lisa {
namespace {

constexpr std::string_view kUsed[] = {"in_operation", "phasing_out"};

}  // namespace

bool awaits_review(const Record& system, std::string_view today) {
    const bool is_used = std::find(std::begin(kUsed), std::end(kUsed), system.text("status")) != std::end(kUsed);
    return is_used && !system.removed && system.text("review_on") <= today;  // blank comes before every day
}

void detail::check_system(const Situation& now, std::vector<Problem>& problems) { check_owner(now, kUsed, problems); }

}  // namespace lisa
