#include "sync/history.h"

#include "routes/routes.h"

namespace lisa {

void add_history_routes(Listener& listener, Site& site) {
    listener.Get("/api/history/:entity/:id", signed_in(site, [&site](const Session& session, const httplib::Request& request) -> Result<Json> {
                     const auto before = number_param(request, "before", 0);
                     if (!before || *before < 0) return fault(Fault::invalid, "", "problem.protocol");
                     View view = TRY(site.storage.read());
                     return history(view.store(), session.person, request.path_params.at("entity"), request.path_params.at("id"), *before, site.now());
                 }));
}

}  // namespace lisa
