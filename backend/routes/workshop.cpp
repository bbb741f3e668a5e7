// Classification workshops (K6): the facilitator's routes need a session and the right to update that very classification,
// each time; the participants' only a code, and then the token that it gave.
#include <algorithm>

#include "change/change.h"
#include "core/json.h"
#include "routes/routes.h"
#include "sync/actor.h"

namespace lisa {
namespace {

using Request = httplib::Request;
using Response = httplib::Response;

constexpr std::size_t kMostBody = 1000;
constexpr const char* kTokenHeader = "X-Lisa-Ballot";

/// Whether the person may lead a workshop about the classification, as both are now.
Result<Done> may_lead(Site& site, const std::string& person, const std::string& id) {
    const auto out_of_sight = [] { return fault(Fault::missing, "", "problem.missing"); };
    if (!is_id(id)) return out_of_sight();
    View view = TRY(site.storage.read());
    const Actor who = TRY(actor_of(view.store(), person, site.now()));
    const Record record = TRY(view.store().load(kClassification, id));
    const Places places = TRY(places_of(record, view.store()));
    if (record.removed || !allowed(who, Right::read, kClassification, places)) return out_of_sight();
    if (!allowed(who, Right::update, kClassification, places)) return fault(Fault::forbidden, "", "problem.forbidden");
    if (record.get(classification::is_security_protected)) return fault(Fault::invalid, "", "problem.security_protected");
    if (!classification::is_open(record)) return fault(Fault::invalid, "", "problem.workshop_decided");
    return Done{};
}

/// What the facilitator gets: the workshop or null, and where the participants go.
Json with_address(const Site& site, const Request& request, Json workshop) {
    const Address& address = site.settings.address;
    const std::string host = address.has_tls() ? address.origin.substr(address.origin.find("//") + 2) : request.get_header_value("Host");
    return {{"address", host + "/verkstad"}, {"workshop", std::move(workshop)}};
}

Result<Json> lead(Site& site, const Session& session, const Request& request) {
    const std::string& id = request.path_params.at("id");
    TRY(may_lead(site, session.person, id));
    const Json body = TRY(object_body(request));
    const std::string* name = text_member(body, "deed");
    if (name && *name == "begin") return with_address(site, request, TRY(site.workshops.begin(id, session.person, site.now())));
    const auto deed = name ? std::find(std::begin(workshop::kDeeds), std::end(workshop::kDeeds), *name) : std::end(workshop::kDeeds);
    if (deed == std::end(workshop::kDeeds)) return fault(Fault::invalid, "", "problem.protocol");
    const auto which = static_cast<workshop::Deed>(deed - std::begin(workshop::kDeeds));
    return with_address(site, request, TRY(site.workshops.act(id, which, site.now())));
}

/// A small body; nobody is known here.
Result<Json> small_body(const Request& request) {
    if (request.body.size() > kMostBody) return fault(Fault::invalid, "", "problem.protocol");
    return object_body(request);
}

void answer(Site& site, const Request& request, Response& response, const Result<Json>& outcome) {
    if (!outcome) return fail(site, request, response, outcome.error());
    send_json(request, response, 200, *outcome);
}

/// By a code. Wrong ones are slowed down per address, apart from wrong passwords: those who sign in from the same office
/// are not to wait for them.
void join(Site& site, const Request& request, Response& response) {
    const auto body = small_body(request);
    const std::string* code = body ? text_member(*body, "code") : nullptr;
    if (!code || code->size() > 20) return send_error(request, response, fault(Fault::invalid, "", "problem.protocol"));
    const std::string name = "code " + *code;
    if (const std::int64_t wait = site.codes.try_now(name, request.remote_addr, site.now()); wait > 0)
        return send_json(request, response, 429, {{"problem", "problem.too_many"}, {"retry_s", (wait + 999) / 1000}});
    const auto token = site.workshops.join(*code, site.now());
    if (!token) return fail(site, request, response, token.error());
    site.codes.succeeded(name, request.remote_addr, site.now());
    send_json(request, response, 200, {{"token", *token}});
}

Result<Json> vote(Site& site, const Request& request) {
    const Json body = TRY(small_body(request));
    const auto ballot = workshop::ballot_from_json(body);
    if (!ballot) return fault(Fault::invalid, "", "problem.protocol");
    return site.workshops.vote(request.get_header_value(kTokenHeader), *ballot, site.now());
}

/// In the municipality's own words for the levels.
Result<Json> questions(Site& site, const Request& request) {
    View view = TRY(site.storage.read());
    return workshop::questions_json({view.store(), request.get_param_value("lang") == "en" ? Language::english : Language::swedish});
}

}  // namespace

void add_workshop_routes(Listener& listener, Site& site) {
    listener.Get("/api/workshop/:id", signed_in(site, [&site](const Session& session, const Request& request) -> Result<Json> {
                     const std::string& id = request.path_params.at("id");
                     TRY(may_lead(site, session.person, id));
                     return with_address(site, request, site.workshops.seen(id, site.now()));
                 }));
    listener.Post("/api/workshop/:id", signed_in(site, [&site](const Session& session, const Request& request) { return lead(site, session, request); }));
    listener.Post("/api/ballot/join", [&site](const Request& request, Response& response) { join(site, request, response); });
    listener.Get("/api/ballot", [&site](const Request& request, Response& response) {
        answer(site, request, response, site.workshops.ballot(request.get_header_value(kTokenHeader), site.now()));
    });
    listener.Post("/api/ballot", [&site](const Request& request, Response& response) { answer(site, request, response, vote(site, request)); });
    listener.Get("/api/ballot/questions", [&site](const Request& request, Response& response) { answer(site, request, response, questions(site, request)); });
}

}  // namespace lisa
