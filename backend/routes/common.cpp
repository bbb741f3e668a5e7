#include <charconv>

#include "routes/routes.h"

namespace lisa {

Result<std::optional<Session>> session_of(Site& site, const httplib::Request& request) {
    const std::string token = token_of(request, site.settings.address);
    if (token.empty()) return std::optional<Session>{};
    const std::int64_t now = site.now();
    std::optional<Session> session;
    {
        View view = TRY(site.storage.read());
        session = TRY(find_session(view.database(), token, now));
    }
    if (session && now - session->seen_at > kMinuteMs) {
        Work work = TRY(site.storage.begin(now));
        TRY(touch_session(work.database(), *session, now));
        TRY(work.commit());
    }
    return session;
}

void fail(Site& site, const httplib::Request& request, httplib::Response& response, const Error& error) {
    if (error.fault == Fault::broken) site.log.event("failure", {{"path", request.path.substr(0, 200)}, {"detail", error.detail}});
    if (error.fault == Fault::broken) {
        send_error(request, response, fault(Fault::broken, "", "problem.storage"));
    } else {
        send_error(request, response, error);
    }
}

std::optional<std::int64_t> number_param(const httplib::Request& request, const char* name, std::int64_t otherwise) {
    if (!request.has_param(name)) return otherwise;
    const std::string text = request.get_param_value(name);
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return number;
}

Result<Json> object_body(const httplib::Request& request) {
    auto json = parse_json(request.body);
    if (!json || !json->is_object()) return fault(Fault::invalid, "", "problem.protocol");
    return std::move(*json);
}

}  // namespace lisa
