#include "domain/asset.h"

#include "domain/ownership.h"

namespace lisa::detail {

void check_asset(const Situation& now, std::vector<Problem>& problems) { check_owner(now, problems); }

}  // namespace lisa::detail
