#include <charconv>

#include "core/json.h"
#include "routes/routes.h"
#include "store/crypto.h"
#include "sync/actor.h"
#include "sync/pull.h"

namespace lisa {
namespace {

constexpr std::int64_t kNobodyElse = -1;

Result<Seer> read_seer(View& view, const std::string& person, std::int64_t now_ms) {
    Actor who = TRY(actor_of(view.store(), person, now_ms));
    std::string sight = TRY(sight_of(view.store(), who));
    return Seer{std::move(who), std::move(sight), TRY(last_seq(view.database()))};
}

Result<std::shared_ptr<const Seer>> seer_of(Site& site, const std::string& person) {
    return site.seers.get(person, site.pokes.now().seq, site.now(), [&]() -> Result<Held<Seer>::Made> {
        View view = TRY(site.storage.read());
        auto seer = std::make_shared<Seer>(TRY(read_seer(view, person, site.now())));
        const std::int64_t seq = seer->seq;
        const std::size_t bytes = 2 * seer->sight.size();
        return Held<Seer>::Made{std::move(seer), seq, bytes};
    });
}

/// The answer read anew. When the rights were others than `expected` a moment ago, nobody else may have it.
Result<Held<Encoded>::Made> read_answer(Site& site, const Read& act, const Seer& expected, const httplib::Request& request) {
    View view = TRY(site.storage.read());
    const std::int64_t seq = TRY(last_seq(view.database()));
    const Seer seer = seq == expected.seq ? expected : TRY(read_seer(view, expected.who.person, site.now()));
    auto encoded = std::make_shared<Encoded>(encode(TRY(act(view, seer.who, request)), takes_gzip(request)));
    const std::size_t bytes = encoded->bytes.size();
    return Held<Encoded>::Made{std::move(encoded), seer.sight == expected.sight ? seq : kNobodyElse, bytes};
}

}  // namespace

Result<std::shared_ptr<const Session>> session_of(Site& site, const httplib::Request& request) {
    const std::string token = token_of(request, site.settings.address);
    if (token.empty()) return std::shared_ptr<const Session>{};
    const std::int64_t now = site.now(), stirs = static_cast<std::int64_t>(site.pokes.now().stirs);
    const auto read = [&]() -> Result<Held<Session>::Made> {
        View view = TRY(site.storage.read());
        const auto found = TRY(find_session(view.database(), token, now));
        return Held<Session>::Made{found ? std::make_shared<Session>(*found) : nullptr, stirs, 100};
    };
    const auto session = TRY(site.sessions.get(sha256(token), stirs, now, read));
    if (session && now - session->seen_at > kMinuteMs) {
        Work work = TRY(site.storage.begin(now));
        TRY(touch_session(work.database(), *session, now));
        TRY(work.commit());
    }
    return session;
}

std::shared_ptr<const Session> admit(Site& site, const httplib::Request& request, httplib::Response& response) {
    auto session = session_of(site, request);
    if (!session) fail(site, request, response, session.error());
    else if (!*session) send_problem(request, response, 401, "problem.signed_out");
    else response.user_data.set(kPersonMark, std::string((*session)->person));
    return session ? *session : nullptr;
}

httplib::Server::Handler signed_in(Site& site, Act act) {
    return [&site, act = std::move(act)](const httplib::Request& request, httplib::Response& response) {
        const auto session = admit(site, request, response);
        if (!session) return;
        auto body = act(*session, request);
        if (!body) return fail(site, request, response, body.error());
        send_json(request, response, 200, *body);
    };
}

httplib::Server::Handler reading(Site& site, Read act) {
    return [&site, act = std::move(act)](const httplib::Request& request, httplib::Response& response) {
        const auto session = admit(site, request, response);
        if (!session) return;
        const auto seer = seer_of(site, session->person);
        if (!seer) return fail(site, request, response, seer.error());
        const std::string key = request.target + (takes_gzip(request) ? "\ngzip\n" : "\n\n") + (*seer)->sight;
        const auto body = site.answers.get(key, site.pokes.now().seq, site.now(), [&] { return read_answer(site, act, **seer, request); });
        if (!body) return fail(site, request, response, body.error());
        send_encoded(response, 200, **body);
    };
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
