#include "domain/asset.h"

#include "domain/ownership.h"

namespace lisa::detail {

void check_asset(const Situation& now, std::vector<Problem>& problems) {
    constexpr std::string_view kUsed[] = {"in_use", "phasing_out"};
    check_owner(now, kUsed, problems);
}

}  // namespace lisa::detail
