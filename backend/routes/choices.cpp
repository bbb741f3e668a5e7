#include "auth/choices.h"

#include "routes/routes.h"

namespace lisa {
namespace {

constexpr std::size_t kMostBody = 6 * kChoiceValueLimit + 200;  // JSON may write a byte as six

/// The session says whose choice it is; nothing in the request does.
Result<Json> put_choice(Site& site, const Session& session, const httplib::Request& request) {
    const Error wrong = fault(Fault::invalid, "", "problem.protocol");
    if (request.body.size() > kMostBody) return wrong;
    const Json body = TRY(object_body(request));
    const std::string* key = text_member(body, "key");
    const Json* value = member(body, "value");
    if (!key || !value || !(value->is_null() || value->is_string())) return wrong;
    Work work = TRY(site.storage.begin(site.now()));
    TRY(keep_choice(work.database(), session.person, *key, value->is_null() ? std::nullopt : std::optional(*text_member(body, "value"))));
    TRY(work.commit());
    return Json::object();
}

}  // namespace

void add_choice_routes(Listener& listener, Site& site) {
    listener.Put("/api/choices",
                 signed_in(site, [&site](const Session& session, const httplib::Request& request) { return put_choice(site, session, request); }));
}

}  // namespace lisa
