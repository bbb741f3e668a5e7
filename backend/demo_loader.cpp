#include "auth/account.h"
#include "demo.h"
#include "domain/catalog.h"
#include "store/meta.h"
#include "sync/pull.h"

namespace lisa {

Result<Done> Loader::account(const std::string& person, const std::string& username, const std::string& password) {
    TRY(add_account(m_work.database(), person, username, m_now_ms));
    if (m_kept.empty() || m_password != password) {
        Passwords passwords;
        m_kept = TRY(passwords.hash(password));
        m_password = password;
    }
    return set_password(m_work.database(), person, m_kept, m_now_ms);
}

Result<DemoState> make_demo(const std::string& path, const std::string& assets, std::int64_t now_ms) {
    auto storage = TRY(Storage::open(path, kCatalog, Database::Mode::create));
    Work work = TRY(storage->begin(now_ms));
    const bool is_demo = TRY(read_meta(work.database(), kMetaDemo)).has_value(), is_empty = TRY(last_seq(work.database())) == 0;
    if (is_demo) return DemoState::was_there;
    if (!is_empty) return Error{Fault::broken, {{"", "problem.storage"}}, path + " has content and is not a demo; example content is never loaded into it"};
    TRY(write_meta(work.database(), kMetaDemo, "1"));
    Loader loader(work, now_ms);
    TRY(load_demo(loader, assets));
    TRY(work.commit());
    return DemoState::loaded;
}

}  // namespace lisa
