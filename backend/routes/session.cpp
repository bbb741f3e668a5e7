#include <algorithm>

#include "auth/choices.h"
#include "core/json.h"
#include "core/text.h"
#include "domain/catalog.h"
#include "mail/queue.h"
#include "routes/routes.h"
#include "store/crypto.h"
#include "sync/actor.h"
#include "sync/protocol.h"
#include "sync/pull.h"

namespace lisa {
namespace {

/// The account, but only of someone who may do anything at all today.
Result<std::optional<Account>> usable_account(Site& site, std::string_view username) {
    View view = TRY(site.storage.read());
    auto account = TRY(find_account(view.database(), username));
    if (account && TRY(actor_of(view.store(), account->person, site.now())).grants.empty()) account.reset();
    return account;
}

Result<std::string> renew_session(Site& site, const httplib::Request& request, const std::string& person) {
    Work work = TRY(site.storage.begin(site.now()));
    TRY(end_session(work.database(), token_of(request, site.settings.address)));
    std::string token = TRY(begin_session(work.database(), person, site.now()));
    TRY(work.commit());
    site.pokes.stir();
    return token;
}

Result<Json> me_of(Site& site, const std::string& person) {
    View view = TRY(site.storage.read());
    return me_json(site, view, TRY(actor_of(view.store(), person, site.now())));
}

void sign_in(Site& site, const httplib::Request& request, httplib::Response& response) {
    const auto body = object_body(request);
    const std::string *username = body ? text_member(*body, "username") : nullptr, *password = body ? text_member(*body, "password") : nullptr;
    if (!username || !password) return send_error(request, response, fault(Fault::invalid, "", "problem.protocol"));
    const std::string folded = fold(trim(std::string_view(*username).substr(0, 400)));
    if (const std::int64_t wait = site.limit.try_now(folded, request.remote_addr, site.now()); wait > 0) {
        response.set_header("Retry-After", std::to_string((wait + 999) / 1000));
        return send_json(request, response, 429, {{"problem", "problem.too_many"}, {"retry_s", (wait + 999) / 1000}});
    }
    const auto account = usable_account(site, *username);
    if (!account) return fail(site, request, response, account.error());
    const bool is_possible = *account && password->size() <= kPasswordMax;
    const auto matches = site.passwords.verify(is_possible ? std::string_view(*password) : "", is_possible ? (*account)->password : "");
    if (!matches && matches.error().fault == Fault::offline) return send_json(request, response, 429, {{"problem", "problem.too_many"}, {"retry_s", 5}});
    if (!matches) return fail(site, request, response, matches.error());
    if (!*matches) {
        // The name is left out: people type their password into it by mistake.
        site.log.event("sign_in_failed", {{"address", request.remote_addr}, {"person", *account ? (*account)->person : ""}});
        return send_problem(request, response, 401, "problem.sign_in");
    }
    site.limit.succeeded(folded, request.remote_addr, site.now());
    const auto token = renew_session(site, request, (*account)->person);
    if (!token) return fail(site, request, response, token.error());
    const auto me = me_of(site, (*account)->person);
    if (!me) return fail(site, request, response, me.error());
    set_token(response, site.settings.address, *token);
    site.log.event("sign_in", {{"address", request.remote_addr}, {"person", (*account)->person}});
    send_json(request, response, 200, *me);
}

void sign_out(Site& site, const httplib::Request& request, httplib::Response& response) {
    auto end = [&]() -> Result<Done> {
        Work work = TRY(site.storage.begin(site.now()));
        TRY(end_session(work.database(), token_of(request, site.settings.address)));
        return work.commit();
    };
    const auto ended = end();
    if (!ended) return fail(site, request, response, ended.error());
    site.pokes.stir();
    clear_token(response, site.settings.address);
    send_json(request, response, 200, Json::object());
}

/// Who is told that letters did not get through.
constexpr Roles kPostKeepers = Role::coordinator | Role::administrator;

Result<std::int64_t> undelivered_for(const Site& site, View& view, const Actor& who) {
    const bool is_keeper = std::any_of(who.grants.begin(), who.grants.end(), [](const Grant& grant) { return kPostKeepers.has(grant.role); });
    return is_keeper ? count_undelivered(view.database(), site.now()) : Result<std::int64_t>(0);
}

}  // namespace

Result<Json> me_json(const Site& site, View& view, const Actor& who) {
    const Record person = TRY(view.store().load(kPerson, who.person));
    Json grants = Json::array();
    for (const Grant& grant : who.grants) grants.push_back({{"role", std::string(facts(grant.role).name)}, {"unit", grant.unit}});
    static constexpr std::uint64_t kSchema = catalog_hash();
    std::string schema(8, '\0');
    for (std::size_t i = 0; i < 8; ++i) schema[i] = static_cast<char>((kSchema >> (56 - 8 * i)) & 0xFF);
    return Json{{"protocol", kProtocol},
                {"schema", hex(schema)},
                {"person", {{"id", who.person}, {"name", person.get(person::name)}}},
                {"grants", std::move(grants)},
                {"epoch", TRY(epoch_for(view.store(), who))},
                {"seal", base64(keyed_hash(site.secret, who.person))},
                {"demo", site.is_demo},
                {"file_limit", site.settings.file_limit},
                {"undelivered", TRY(undelivered_for(site, view, who))},
                {"choices", TRY(choices_of(view.database(), who.person))}};
}

void add_session_routes(Listener& listener, Site& site) {
    listener.Post("/api/session", [&site](const httplib::Request& request, httplib::Response& response) { sign_in(site, request, response); });
    listener.Delete("/api/session", [&site](const httplib::Request& request, httplib::Response& response) { sign_out(site, request, response); });
    // Not held for a second as other answers are: a choice is no change of the journal, and must be here after a reload.
    listener.Get("/api/me", signed_in(site, [&site](const Session& session, const httplib::Request&) { return me_of(site, session.person); }));
}

}  // namespace lisa
