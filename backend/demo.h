#pragma once
// The example municipality: demo.cpp holds the content; here is how it gets into a database.
#include "store/storage.h"

namespace lisa {

/// What loading may use: one transaction in which everything or nothing happens.
class Loader {
public:
    Loader(Work& work, std::int64_t now_ms) : m_work(work), m_now_ms(now_ms) {}

    /// What apply() saves to. set_now() turns the clock that rows are stamped with; sync/actor.h makes actors.
    SqlStore& store() { return m_work.store(); }
    Work& work() { return m_work; }
    std::int64_t now() const { return m_now_ms; }
    /// An account with a password, for a person that exists. The demo's passwords are public; nothing is asked of them.
    Result<Done> account(const std::string& person, const std::string& username, const std::string& password);

private:
    Work& m_work;
    std::int64_t m_now_ms;
    std::string m_password{}, m_kept{};  ///< hashing is slow, and the example's people share one password
};

/// Loads the example municipality into an empty database. `assets` is the folder of the example's files (assets/demo).
Result<Done> load_demo(Loader& loader, const std::string& assets);

enum class DemoState : std::uint8_t { loaded, was_there };

/// Makes the database, marks it as demo and loads. Refuses a database that has content and is not a demo; one that is a
/// demo already is left as it is.
Result<DemoState> make_demo(const std::string& path, const std::string& assets, std::int64_t now_ms);

}  // namespace lisa
