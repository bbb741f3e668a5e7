#include "core/json.h"
#include "routes/routes.h"
#include "sync/pull.h"
#include "sync/push.h"

namespace lisa {

void add_change_routes(Listener& listener, Site& site) {
    listener.Post("/api/changes", signed_in(site, [&site](const Session& session, const httplib::Request& request) -> Result<Json> {
                      const Json frame = TRY(object_body(request));
                      const Pushed pushed = TRY(push(site.storage, session.person, frame, site.now()));
                      for (const std::string& odd : pushed.odd)
                          site.log.event("suspicious", {{"person", session.person}, {"address", request.remote_addr}, {"detail", odd}});
                      if (pushed.seq > 0) site.pokes.committed(pushed.seq);
                      return answers_to_json(pushed.answers);
                  }));
    listener.Get("/api/changes", reading(site, [](View& view, const Actor& who, const httplib::Request& request) -> Result<Json> {
                     const auto since = number_param(request, "since", 0);
                     const std::string epoch = request.get_param_value("epoch");
                     if (!since || *since < 0 || epoch.size() > 64) return fault(Fault::invalid, "", "problem.protocol");
                     return page_to_json(TRY(pull(view.store(), who, *since, epoch)));
                 }));
}

}  // namespace lisa
