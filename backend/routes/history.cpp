#include "sync/history.h"

#include "core/json.h"
#include "routes/routes.h"
#include "sync/removed.h"

namespace lisa {
namespace {

/// Where a page begins; nothing when it is no number of the journal.
std::optional<std::int64_t> before_of(const httplib::Request& request) {
    const auto before = number_param(request, "before", 0);
    return before && *before >= 0 ? before : std::nullopt;
}

}  // namespace

void add_history_routes(Listener& listener, Site& site) {
    listener.Get("/api/history/:entity", reading(site, [](View& view, const Actor& who, const httplib::Request& request) -> Result<Json> {
                     const auto before = before_of(request);
                     if (!before) return fault(Fault::invalid, "", "problem.protocol");
                     return tree_history(view.store(), who, request.path_params.at("entity"), *before);
                 }));
    listener.Get("/api/history/:entity/:id", reading(site, [](View& view, const Actor& who, const httplib::Request& request) -> Result<Json> {
                     const auto before = before_of(request);
                     if (!before) return fault(Fault::invalid, "", "problem.protocol");
                     return history(view.store(), who, request.path_params.at("entity"), request.path_params.at("id"), *before);
                 }));
    listener.Get("/api/removed/:entity", reading(site, [](View& view, const Actor& who, const httplib::Request& request) -> Result<Json> {
                     const auto before = before_of(request);
                     if (!before) return fault(Fault::invalid, "", "problem.protocol");
                     return removed_records(view.store(), who, request.path_params.at("entity"), *before);
                 }));
    listener.Get("/api/removed/:entity/:id", reading(site, [](View& view, const Actor& who, const httplib::Request& request) -> Result<Json> {
                     return removed_record(view.store(), who, request.path_params.at("entity"), request.path_params.at("id"));
                 }));
}

}  // namespace lisa
