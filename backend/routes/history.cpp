#include "sync/history.h"

#include "core/json.h"
#include "routes/routes.h"

namespace lisa {

void add_history_routes(Listener& listener, Site& site) {
    listener.Get("/api/history/:entity", reading(site, [](View& view, const Actor& who, const httplib::Request& request) -> Result<Json> {
                     const auto before = number_param(request, "before", 0);
                     if (!before || *before < 0) return fault(Fault::invalid, "", "problem.protocol");
                     return tree_history(view.store(), who, request.path_params.at("entity"), *before);
                 }));
    listener.Get("/api/history/:entity/:id", reading(site, [](View& view, const Actor& who, const httplib::Request& request) -> Result<Json> {
                     const auto before = number_param(request, "before", 0);
                     if (!before || *before < 0) return fault(Fault::invalid, "", "problem.protocol");
                     return history(view.store(), who, request.path_params.at("entity"), request.path_params.at("id"), *before);
                 }));
}

}  // namespace lisa
