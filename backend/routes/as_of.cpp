#include "sync/as_of.h"

#include <algorithm>

#include "core/date.h"
#include "core/json.h"
#include "routes/routes.h"

namespace lisa {
namespace {

Error nonsense() { return fault(Fault::invalid, "", "problem.protocol"); }

/// The registers named in the query, each once; all of them where none is named.
Result<std::vector<const Entity*>> registers_of(const httplib::Request& request, Catalog catalog) {
    std::vector<const Entity*> registers;
    if (!request.has_param("registers")) return std::vector<const Entity*>(catalog.begin(), catalog.end());
    const std::string names = request.get_param_value("registers") + ",";
    for (std::size_t from = 0, comma = names.find(','); comma != std::string::npos; from = comma + 1, comma = names.find(',', from)) {
        const Entity* entity = find_entity(catalog, std::string_view(names).substr(from, comma - from));
        if (!entity || std::find(registers.begin(), registers.end(), entity) != registers.end()) return nonsense();
        registers.push_back(entity);
    }
    return registers;
}

/// Where the page begins, as "next" of the page before said it.
Result<AsOfPlace> place_of(const httplib::Request& request, const std::vector<const Entity*>& registers) {
    AsOfPlace place;
    const auto until = number_param(request, "until", 0);
    if (!until || *until < 0) return nonsense();
    place.until = *until;
    place.after = request.get_param_value("after");
    if (!place.after.empty() && !is_id(place.after)) return nonsense();
    if (!request.has_param("register")) return place;
    const std::string name = request.get_param_value("register");
    const auto found = std::find_if(registers.begin(), registers.end(), [&](const Entity* entity) { return entity->name == name; });
    if (found == registers.end()) return nonsense();
    place.at = static_cast<std::size_t>(found - registers.begin());
    return place;
}

}  // namespace

void add_as_of_routes(Listener& listener, Site& site) {
    listener.Get("/api/as-of", reading(site, [&site](View& view, const Actor& who, const httplib::Request& request) -> Result<Json> {
                     const auto registers = TRY(registers_of(request, view.store().catalog()));
                     const AsOfPlace from = TRY(place_of(request, registers));
                     return as_of_page(view.store(), registers, request.get_param_value("day"), swedish_date(site.now()), from, who);
                 }));
}

}  // namespace lisa
