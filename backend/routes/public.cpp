#include "routes/routes.h"
#include "version.h"

namespace lisa {

void add_public_routes(Listener& listener, Site& site) {
    listener.Get("/api/health", [&site](const httplib::Request& request, httplib::Response& response) {
        auto view = site.storage.read();
        if (!view) return fail(site, request, response, view.error());
        send_json(request, response, 200,
                  {{"ok", true}, {"demo", site.is_demo}, {"open_reports", site.settings.takes_open_reports}, {"version", std::string(kVersion)}});
    });
    // Everything else that is asked for is a file or a screen.
    listener.set_error_handler([&site](const httplib::Request& request, httplib::Response& response) {
        const bool is_reading = request.method == "GET" || request.method == "HEAD";
        if (response.status == 404 && is_reading && response.body.empty() && !request.path.starts_with("/api/")) site.files.answer(request, response);
        if (response.body.empty() && response.status >= 400) {
            const char* key = response.status == 413 ? "problem.file_too_large" : response.status == 404 ? "problem.missing" : "problem.protocol";
            send_problem(request, response, response.status, key);
        }
        return httplib::Server::HandlerResponse::Handled;
    });
}

}  // namespace lisa
