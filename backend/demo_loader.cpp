#include "auth/account.h"
#include "core/date.h"
#include "demo.h"
#include "domain/catalog.h"
#include "store/journal.h"
#include "store/meta.h"
#include "sync/actor.h"
#include "sync/pull.h"

namespace lisa {

void Loader::set_now(std::int64_t ms) {
    m_now_ms = ms;
    m_work.store().set_now({utc_text(ms)});
}

Result<Record> Loader::apply(Change change) { return apply_as(std::string(kSystemPerson), std::move(change)); }

Result<Record> Loader::apply_as(const std::string& person, Change change) {
    if (change.client.empty()) change.client = kSystemPerson;
    const Entity* entity = find_entity(kCatalog, change.entity);
    if (!entity) return fault(Fault::invalid, "", "problem.unknown_entity");
    if (TRY(find_change(m_work.database(), change.id))) return m_work.store().load(*entity, change.record);
    Actor who = TRY(system_actor(m_work.store(), change));
    who.person = person;
    return m_work.attempt([&] { return lisa::apply(change, who, m_work.store().now(), m_work.store()); });
}

Result<Done> Loader::account(const std::string& person, const std::string& username, const std::string& password) {
    if (const auto known = TRY(find_account(m_work.database(), username))) {
        if (known->person != person) return fault(Fault::conflict, "username", "problem.exists");
        if (!known->password.empty()) return Done{};
    } else {
        TRY(add_account(m_work.database(), person, username, m_now_ms));
    }
    Passwords passwords;
    return set_password(m_work.database(), person, TRY(passwords.hash(password)), m_now_ms);
}

Result<Done> make_demo(const std::string& path, const std::string& assets, std::int64_t now_ms) {
    auto storage = TRY(Storage::open(path, kCatalog, Database::Mode::create));
    Work work = TRY(storage->begin(now_ms));
    const bool is_demo = TRY(read_meta(work.database(), kMetaDemo)).has_value();
    if (!is_demo && TRY(last_seq(work.database())) > 0)
        return Error{Fault::broken, {{"", "problem.storage"}}, path + " has content and is not a demo; example content is never loaded into it"};
    TRY(write_meta(work.database(), kMetaDemo, "1"));
    Loader loader(work, now_ms);
    TRY(load_demo(loader, assets));
    return work.commit();
}

}  // namespace lisa
