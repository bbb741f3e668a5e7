#pragma once
// A real database in a folder of its own, with a small municipality that came there through the journal.
//
//   kommun ── board_a ── school_a
//         └── board_b ── school_b
#include <filesystem>
#include <memory>

#include "auth/account.h"
#include "bootstrap.h"
#include "core/json.h"
#include "store/storage.h"
#include "sync/actor.h"
#include "sync/pull.h"
#include "sync/push.h"
#include "tests/shared/memory.h"

#include <doctest/doctest.h>

namespace lisa::test {

/// A folder that goes with the test.
class Folder {
public:
    Folder();
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    ~Folder();
    std::string path(const std::string& name) const { return m_path + "/" + name; }

private:
    std::string m_path;
};

inline constexpr std::int64_t kStart = 1'795'440'000'000;  ///< 23 November 2026, 13:20 UTC
inline const std::string kTab = "00000000-0000-7000-8000-00000000000a";

class Town {
public:
    Folder folder;
    std::unique_ptr<Storage> storage;
    std::int64_t now = kStart;

    Town();

    std::string file() const { return folder.path("town.db"); }
    /// Closes the file and opens it again.
    void reopen();

    /// As the system.
    std::int64_t make(const Entity& entity, const std::string& record, Patch patch);
    std::int64_t edit(const Entity& entity, const std::string& record, Patch patch);
    /// A person who works in the unit and, with a role, holds it there.
    void hire(const char* name, const char* role, const char* unit, const char* audience = "employee");

    /// A change as the person's browser would send it, with an id of its own.
    Change draft(Verb verb, const Entity& entity, const std::string& record, Patch patch = {}, const std::string& client = {});
    /// Keeps the bytes of a file as the person's browser handed them in; returns their hash.
    std::string hand_in(const char* person, const std::string& bytes, std::string_view kind = "text");
    /// The change that attaches a text file with these bytes to a record.
    Change attachment(const std::string& record, const Entity& host, const std::string& host_id, const std::string& bytes);
    Answer push(const char* person, const Change& change);
    std::vector<Answer> push(const char* person, const std::vector<Change>& changes);
    /// "ok", or the refusal in one line.
    std::string outcome(const char* person, const Change& change);
    Page pull(const char* person, std::int64_t since = 0, const std::string& epoch = {});
    Record load(const Entity& entity, const std::string& record);
    std::int64_t last();
    /// Runs SQL on the file as somebody with a text editor for databases would.
    void meddle(const std::string& sql);

private:
    int m_changes = 0;
};

/// The client id of a person's first browser.
std::string browser_of(const std::string& person);

}  // namespace lisa::test
