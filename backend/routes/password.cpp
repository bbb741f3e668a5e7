#include "core/json.h"
#include "core/text.h"
#include "routes/routes.h"

namespace lisa {
namespace {

using Request = httplib::Request;
using Response = httplib::Response;

/// Every failure here is told to a plain HTML page: {"problem"}, status 400.
Error told(std::string key) { return fault(Fault::invalid, "", std::move(key)); }

void answer(Site& site, const Request& request, Response& response, const Result<Json>& outcome) {
    if (outcome) return send_json(request, response, 200, *outcome);
    const Error& error = outcome.error();
    if (error.fault == Fault::broken || error.problems.empty()) return fail(site, request, response, error);
    if (error.fault == Fault::offline) return send_json(request, response, 429, {{"problem", "problem.too_many"}, {"retry_s", 5}});
    send_problem(request, response, error.fault == Fault::forbidden ? 401 : 400, error.problems.front().message);
}

/// The account that a one-time link is for.
Result<Account> account_of_link(Site& site, const std::string& token) {
    View view = TRY(site.storage.read());
    const auto person = TRY(find_invite(view.database(), token, site.now()));
    const auto account = person ? TRY(account_of(view.database(), *person)) : std::nullopt;
    if (!account) return told("problem.link_used");
    return *account;
}

/// By a link: without a password it only tells whose link it is, so that the page can say it and a password manager knows.
Result<Json> choose(Site& site, const std::string& token, const std::string* password) {
    const Account account = TRY(account_of_link(site, token));
    const Json who{{"username", account.username}};
    if (!password) return who;
    if (std::string key = password_complaint(*password, account.username); !key.empty()) return told(std::move(key));
    const std::string kept = TRY(site.passwords.hash(*password));
    Work work = TRY(site.storage.begin(site.now()));
    TRY(use_invite(work.database(), token, site.now()));
    TRY(set_password(work.database(), account.person, kept, site.now()));
    TRY(work.commit());
    site.pokes.stir();
    site.log.event("password_chosen", {{"person", account.person}});
    return who;
}

/// By the present password: every session ends, and this browser gets a new one.
Result<Json> change(Site& site, const Session& session, const std::string& present, const std::string& password, Response& response) {
    Account account;
    {
        View view = TRY(site.storage.read());
        auto found = TRY(account_of(view.database(), session.person));
        if (!found) return told("problem.sign_in");
        account = std::move(*found);
    }
    if (present.size() > kPasswordMax || !TRY(site.passwords.verify(present, account.password))) return fault(Fault::forbidden, "", "problem.sign_in");
    if (std::string key = password_complaint(password, account.username); !key.empty()) return told(std::move(key));
    const std::string kept = TRY(site.passwords.hash(password));
    Work work = TRY(site.storage.begin(site.now()));
    TRY(set_password(work.database(), account.person, kept, site.now()));
    const std::string token = TRY(begin_session(work.database(), account.person, site.now()));
    TRY(work.commit());
    set_token(response, site.settings.address, token);
    site.pokes.stir();
    site.log.event("password_changed", {{"person", account.person}});
    return Json{{"username", account.username}};
}

void post_password(Site& site, const Request& request, Response& response) {
    const auto body = object_body(request);
    const std::string *token = body ? text_member(*body, "token") : nullptr, *password = body ? text_member(*body, "password") : nullptr,
                      *present = body ? text_member(*body, "current") : nullptr;
    const auto slow_down = [&](const std::string& name) {
        const std::int64_t wait = site.limit.try_now(name, request.remote_addr, site.now());
        if (wait > 0) send_json(request, response, 429, {{"problem", "problem.too_many"}, {"retry_s", (wait + 999) / 1000}});
        return wait > 0;
    };
    if (token) {
        // A link's token cannot be guessed; only the address is slowed down.
        const std::string name = "link " + token->substr(0, 100);
        if (slow_down(name)) return;
        const auto outcome = choose(site, *token, password);
        if (outcome) site.limit.succeeded(name, request.remote_addr, site.now());
        return answer(site, request, response, outcome);
    }
    if (!present || !password) return send_error(request, response, fault(Fault::invalid, "", "problem.protocol"));
    const auto session = admit(site, request, response);
    if (!session) return;
    const std::string name = "change " + session->person;
    if (slow_down(name)) return;
    const auto outcome = change(site, *session, *present, *password, response);
    if (outcome) site.limit.succeeded(name, request.remote_addr, site.now());
    answer(site, request, response, outcome);
}

}  // namespace

void add_password_routes(Listener& listener, Site& site) {
    listener.Post("/api/password", [&site](const Request& request, Response& response) { post_password(site, request, response); });
}

}  // namespace lisa
