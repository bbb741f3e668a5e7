#include "domain/consequence_level.h"

#include "change/situation.h"

namespace lisa::detail {

void check_consequence_level(const Situation& now, std::vector<Problem>& problems) {
    const auto level = static_cast<std::size_t>(now.after.get(consequence_level::level));
    if (level < std::size(kLevelIds) && now.after.id != kLevelIds[level]) problems.push_back({"level", "problem.level_row"});
}

}  // namespace lisa::detail
