#include "domain/saved_view.h"

#include <algorithm>

#include "change/situation.h"

namespace lisa {
namespace detail {

void check_saved_view(const Situation& now, std::vector<Problem>& problems) {
    const Entity* entity = find_entity(now.store.catalog(), now.after.get(saved_view::register_name));
    if (!entity || !allowed_somewhere(now.who, Right::read, *entity)) problems.push_back({"register_name", "problem.view_register"});
}

}  // namespace detail

bool is_meant_for(const Record& view, const Actor& who, Lookup& lookup) {
    const Entity& tree = *find_entity(lookup.catalog(), find_field(kSavedView, "unit")->ref);
    const std::string unit = view.get(saved_view::unit);
    const auto above = places_of(view, lookup);
    return std::any_of(who.grants.begin(), who.grants.end(), [&](const Grant& grant) {
        if (above && reaches(grant, *above)) return true;
        const auto places = lookup.places_above(tree, grant.unit);
        return places && std::find(places->begin(), places->end(), unit) != places->end();
    });
}

}  // namespace lisa
