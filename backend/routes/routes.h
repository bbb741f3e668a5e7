#pragma once
// The routes, one function a file; and the wrapper that lets only people with a session in.
#include "domain/trail.h"
#include "http/answer.h"
#include "server.h"

namespace lisa {

void add_session_routes(Listener& listener, Site& site);     ///< /api/session, /api/me
void add_choice_routes(Listener& listener, Site& site);      ///< /api/choices
void add_password_routes(Listener& listener, Site& site);    ///< /api/password
void add_change_routes(Listener& listener, Site& site);      ///< /api/changes
void add_event_routes(Listener& listener, Site& site);       ///< /api/events
void add_history_routes(Listener& listener, Site& site);     ///< /api/history/:entity, /api/history/:entity/:id, and the same below /api/removed
void add_as_of_routes(Listener& listener, Site& site);       ///< /api/as-of
void add_attachment_routes(Listener& listener, Site& site);  ///< /api/files, /api/files/:sha256
void add_trail_routes(Listener& listener, Site& site);       ///< /api/reads, /api/trail
void add_workshop_routes(Listener& listener, Site& site);    ///< /api/workshop/:id, /api/ballot
void add_report_routes(Listener& listener, Site& site);      ///< /anmal, /anmal/folj, /anmal/affisch
void add_public_routes(Listener& listener, Site& site);      ///< /api/health, files

/// Answers a report that is turned away before it was read, in words.
void refuse_report(Site& site, const httplib::Request& request, httplib::Response& response, int status);

/// The session of a request, or null if none is in force.
Result<std::shared_ptr<const Session>> session_of(Site& site, const httplib::Request& request);

/// The same, marked in the answer for the log; without one it answers (401, or why it could not be known) and returns null.
std::shared_ptr<const Session> admit(Site& site, const httplib::Request& request, httplib::Response& response);

/// Logs what went wrong with the machine and answers without its detail.
void fail(Site& site, const httplib::Request& request, httplib::Response& response, const Error& error);

/// Notes what the person opened, in one transaction with whoever else waits.
Result<Done> note(Site& site, const std::string& person, const std::vector<Opened>& readings);

/// The id of the person who asked, for the log.
inline constexpr const char* kPersonMark = "person";

/// A handler for signed-in people: `act(session, request)` returns Result<Json>.
using Act = std::function<Result<Json>(const Session&, const httplib::Request&)>;
httplib::Server::Handler signed_in(Site& site, Act act);

/// A handler for signed-in people that only reads. Everybody of the same sight gets the same answer while nothing changes, so
/// that it may depend on nothing of a person but what they see.
using Read = std::function<Result<Json>(View&, const Actor&, const httplib::Request&)>;
httplib::Server::Handler reading(Site& site, Read act);

/// A whole number in the query; the default when absent, nothing when it is not one.
std::optional<std::int64_t> number_param(const httplib::Request& request, const char* name, std::int64_t otherwise);

/// The body as a JSON object, or why not.
Result<Json> object_body(const httplib::Request& request);

/// The body of GET /api/me.
Result<Json> me_json(const Site& site, View& view, const Actor& who);

}  // namespace lisa
