#pragma once
// The routes, one function a file; and the wrapper that lets only people with a session in.
#include "http/answer.h"
#include "server.h"

namespace lisa {

void add_session_routes(Listener& listener, Site& site);   ///< /api/session, /api/me
void add_password_routes(Listener& listener, Site& site);  ///< /api/password
void add_change_routes(Listener& listener, Site& site);    ///< /api/changes
void add_event_routes(Listener& listener, Site& site);     ///< /api/events
void add_history_routes(Listener& listener, Site& site);   ///< /api/history/:entity/:id
void add_public_routes(Listener& listener, Site& site);    ///< /api/health, files

/// The session of a request, if it is in force.
Result<std::optional<Session>> session_of(Site& site, const httplib::Request& request);

/// Logs what went wrong with the machine and answers without its detail.
void fail(Site& site, const httplib::Request& request, httplib::Response& response, const Error& error);

/// The id of the person who asked, for the log.
inline constexpr const char* kPersonMark = "person";

/// A handler for signed-in people: `act(session, request)` returns Result<Json>.
template <class Act>
httplib::Server::Handler signed_in(Site& site, Act act) {
    return [&site, act](const httplib::Request& request, httplib::Response& response) {
        auto session = session_of(site, request);
        if (!session) return fail(site, request, response, session.error());
        if (!*session) return send_problem(request, response, 401, "problem.signed_out");
        response.user_data.set(kPersonMark, std::string((*session)->person));
        auto body = act(**session, request);
        if (!body) return fail(site, request, response, body.error());
        send_json(request, response, 200, *body);
    };
}

/// A whole number in the query; the default when absent, nothing when it is not one.
std::optional<std::int64_t> number_param(const httplib::Request& request, const char* name, std::int64_t otherwise);

/// The body as a JSON object, or why not.
Result<Json> object_body(const httplib::Request& request);

/// The body of GET /api/me.
Result<Json> me_json(Site& site, const std::string& person);

}  // namespace lisa
