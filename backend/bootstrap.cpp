#include "bootstrap.h"

#include "auth/account.h"
#include "domain/catalog.h"
#include "store/crypto.h"
#include "sync/actor.h"
#include "sync/pull.h"
#include "sync/push.h"

namespace lisa {
namespace {

Edit text(std::string_view value) { return Edit{Value{std::string(value)}}; }

}  // namespace

Change creation(const Entity& entity, std::string id, std::map<std::string, Edit> patch, std::int64_t now_ms) {
    Change change;
    change.id = new_id(now_ms);
    change.client = kSystemPerson;
    change.verb = Verb::create;
    change.entity = entity.name;
    change.record = std::move(id);
    change.patch = std::move(patch);
    return change;
}

Result<std::optional<std::string>> first_start(Storage& storage, std::int64_t now_ms) {
    Work work = TRY(storage.begin(now_ms));
    if (TRY(last_seq(work.database())) > 0) return std::optional<std::string>{};
    const std::string unit = new_id(now_ms), person = new_id(now_ms), seat = new_id(now_ms);
    TRY(apply_as_system(work, creation(kUnit, unit, {{"name", text("Kommunen")}, {"kind", text("municipality")}}, now_ms)));
    TRY(apply_as_system(
        work,
        creation(kPerson, person,
                 {{"given_name", text("Första")}, {"family_name", text("Administratör")}, {"audience", text("employee")}, {"unit", text(unit)}}, now_ms)));
    TRY(apply_as_system(work, creation(kAssignment, seat, {{"role", text("administrator")}, {"unit", text(unit)}, {"person", text(person)}}, now_ms)));
    TRY(add_account(work.database(), person, "administrator", now_ms));
    std::string token = TRY(make_invite(work.database(), person, now_ms));
    TRY(work.commit());
    return std::optional<std::string>{std::move(token)};
}

Result<std::string> invite(Storage& storage, const std::string& who, std::int64_t now_ms) {
    Work work = TRY(storage.begin(now_ms));
    auto account = TRY(account_of(work.database(), who));
    if (!account) account = TRY(find_account(work.database(), who));
    if (!account) {
        // A person without an account gets one, named by the e-mail address.
        const Record person = TRY(work.store().load(kPerson, who));
        const std::string email = person.text("email");
        if (person.removed || email.empty()) return fault(Fault::missing, "", "problem.missing");
        TRY(add_account(work.database(), who, email, now_ms));
        account = Account{who, email, {}};
    }
    std::string token = TRY(make_invite(work.database(), account->person, now_ms));
    TRY(work.commit());
    return token;
}

Result<std::string> root_unit(SqlStore& store) {
    Query query = TRY(store.database().query(
        R"(SELECT id FROM "unit" WHERE "parent" IS NULL AND removed = 0 ORDER BY (SELECT min(seq) FROM journal WHERE record = "unit".id) LIMIT 1)"));
    if (!TRY(query.step())) return fault(Fault::missing, "", "problem.missing");
    return query.text(0);
}

}  // namespace lisa
