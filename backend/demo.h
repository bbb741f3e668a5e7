#pragma once
// The example municipality. demo.cpp holds the content; here is what it may use.
#include "store/storage.h"

namespace lisa {

/// Loads content in one transaction, as the system with every right, at a clock of its own.
class Loader {
public:
    Loader(Work& work, std::int64_t now_ms) : m_work(work), m_now_ms(now_ms) {}

    /// Turns the clock that rows are stamped with; it starts at the present.
    void set_now(std::int64_t ms);
    std::int64_t now() const { return m_now_ms; }

    /// Carries out a change. Its client may be left empty; a change whose id was carried out before is passed over, and
    /// gives the record as it is now.
    Result<Record> apply(Change change);
    /// The same, with that person as the actor in the journal: histories that look lived in. The rights are the system's.
    Result<Record> apply_as(const std::string& person, Change change);
    /// An account with a password, for a person that exists. The demo's passwords are public; nothing is asked of them.
    Result<Done> account(const std::string& person, const std::string& username, const std::string& password);
    /// For reading what was loaded.
    SqlStore& store() { return m_work.store(); }

private:
    Work& m_work;
    std::int64_t m_now_ms;
};

/// Loads the example municipality. Ids must be the same every time, so that loading twice changes nothing.
/// `assets` is the folder of the example's files (assets/demo).
Result<Done> load_demo(Loader& loader, const std::string& assets);

/// Opens or makes the database, marks it as demo, and loads. Refuses a database that has content and is not a demo.
/// Everything or nothing is loaded.
Result<Done> make_demo(const std::string& path, const std::string& assets, std::int64_t now_ms);

}  // namespace lisa
