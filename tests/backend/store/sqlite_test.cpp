#include "store/sqlite.h"

#include <sqlite3.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <fstream>

#include "tests/backend/town.h"
#include "tests/shared/golden.h"

using namespace lisa;
using namespace lisa::test;

namespace {

/// What opening the file with this program says.
std::string complaint_of(const std::string& path, Database::Mode mode = Database::Mode::existing) {
    auto storage = Storage::open(path, kCatalog, mode);
    return storage ? "" : storage.error().detail;
}

bool contains(const std::string& text, std::string_view part) { return text.find(part) != text.npos; }

void write_file(const std::string& path, const std::string& content) { std::ofstream(path, std::ios::binary) << content; }

}  // namespace

TEST_CASE("values come back as they were bound, quotes and zeros included") {
    Folder folder;
    auto database = Database::open(folder.path("a.db"), Database::Mode::create);
    REQUIRE(database);
    REQUIRE(database->script("CREATE TABLE t(a TEXT, b INTEGER, c BLOB)"));
    const std::string odd = "x'); DROP TABLE t; --åäö";
    REQUIRE(database->run("INSERT INTO t VALUES(?,?,?)", odd, std::int64_t{-7}, Blob{std::string("a\0b", 3)}));
    auto query = database->query("SELECT a, b, c, NULL FROM t WHERE a = ?", odd);
    REQUIRE(query);
    REQUIRE(*query->step());
    CHECK(query->text(0) == odd);
    CHECK(query->integer(1) == -7);
    CHECK(query->blob(2).bytes == std::string("a\0b", 3));
    CHECK(query->is_null(3));
}

TEST_CASE("a statement can run inside itself") {
    Folder folder;
    auto database = Database::open(folder.path("a.db"), Database::Mode::create);
    REQUIRE(database->script("CREATE TABLE t(a INTEGER); INSERT INTO t VALUES(1),(2)"));
    auto outer = database->query("SELECT a FROM t ORDER BY a");
    REQUIRE(*outer->step());
    auto inner = database->query("SELECT a FROM t ORDER BY a");
    REQUIRE(*inner->step());
    REQUIRE(*inner->step());
    CHECK(inner->integer(0) == 2);
    CHECK(outer->integer(0) == 1);
}

TEST_CASE("a commit is on the disk when it returns: WAL with synchronous FULL and foreign keys") {
    Folder folder;
    auto database = Database::open(folder.path("a.db"), Database::Mode::create);
    const auto pragma = [&](const char* name) {
        auto query = database->query(std::string("PRAGMA ") + name);
        REQUIRE(*query->step());
        return query->text(0);
    };
    CHECK(pragma("journal_mode") == "wal");
    CHECK(pragma("synchronous") == "2");
    CHECK(pragma("foreign_keys") == "1");
    CHECK(pragma("mmap_size") == "0");
}

TEST_CASE("a file that cannot serve is refused in words that say what is wrong with it") {
    Folder folder;
    CHECK(contains(complaint_of(folder.path("nowhere/a.db"), Database::Mode::create), "does not exist"));
    CHECK(contains(complaint_of(folder.path("missing.db")), "does not exist"));
    write_file(folder.path("text.db"), "this is a letter to the board, not a database, and long enough to have a header of its own\n");
    CHECK(contains(complaint_of(folder.path("text.db")), "is not a database"));
    std::filesystem::create_directory(folder.path("dir.db"));
    CHECK(contains(complaint_of(folder.path("dir.db")), "is a folder"));
}

TEST_CASE("a truncated database is refused, and its content is not taken for an empty one") {
    Town town;
    town.storage.reset();
    const auto size = std::filesystem::file_size(town.file());
    REQUIRE(size > 40'000);
    std::filesystem::resize_file(town.file(), size / 2);
    const std::string words = complaint_of(town.file());
    CHECK_MESSAGE((contains(words, "damaged or truncated")), words);
}

TEST_CASE("a database written by a newer program is refused with both numbers") {
    Town town;
    town.meddle("PRAGMA user_version=7");
    const std::string words = complaint_of(town.file());
    CHECK(contains(words, "has schema 7"));
    CHECK(contains(words, "knows 1"));
}

TEST_CASE("a read-only file is refused for serving and can be verified") {
    Town town;
    town.storage.reset();
    std::filesystem::permissions(town.file(), std::filesystem::perms::owner_read);
    if (access(town.file().c_str(), W_OK) == 0) return;  // the superuser may write everywhere
    CHECK(contains(complaint_of(town.file()), "read-only"));
}

TEST_CASE("a file that another program holds is reported as locked, and works again afterwards") {
    Town town;
    sqlite3* other = nullptr;
    REQUIRE(sqlite3_open(town.file().c_str(), &other) == SQLITE_OK);
    REQUIRE(sqlite3_exec(other, "BEGIN IMMEDIATE", nullptr, nullptr, nullptr) == SQLITE_OK);
    {
        const auto work = town.storage->begin(town.now);
        REQUIRE_FALSE(work);
        CHECK(contains(work.error().detail, "locked"));
    }
    sqlite3_exec(other, "ROLLBACK", nullptr, nullptr, nullptr);
    sqlite3_close(other);
    CHECK(town.outcome("chief", town.draft(Verb::update, kUnit, id("board_a"), {{"phone", text("1")}})) == "ok");
}

TEST_CASE("a full disk refuses the push whole, keeps what was there, and works again when there is room") {
    Town town;
    const std::int64_t before = town.last();
    {
        auto work = town.storage->begin(town.now);
        REQUIRE(work->database().script("PRAGMA max_page_count=1"));  // SQLite raises it to the present size
        REQUIRE(work->commit());
    }
    const std::string long_text(4000, 'x');
    bool was_full = false;
    for (int i = 0; i < 200 && !was_full; ++i) {
        Change change = town.draft(Verb::create, kAsset, id("big" + std::to_string(i)),
                                   {{"name", text("Stor")}, {"kind", text("process")}, {"unit", text(id("board_a"))}, {"description", text(long_text)}},
                                   browser_of("anna"));
        const auto pushed = push(*town.storage, id("anna"), push_to_json({change, change}), town.now);
        was_full = !pushed;
        if (!pushed) CHECK_MESSAGE(contains(pushed.error().detail, "full"), pushed.error().detail);
    }
    REQUIRE(was_full);
    const std::int64_t after = town.last();
    CHECK(after >= before);
    {
        auto work = town.storage->begin(town.now);
        REQUIRE(work->database().script("PRAGMA max_page_count=1000000"));
        REQUIRE(work->commit());
    }
    CHECK(town.outcome("anna", town.draft(Verb::create, kAsset, id("after"),
                                          {{"name", text("Efter")}, {"kind", text("process")}, {"unit", text(id("board_a"))}})) == "ok");
    CHECK(town.last() == after + 1);
}

TEST_CASE("a write that the machine cuts short leaves the database whole") {
    Town town;
    const std::int64_t before = town.last();
    town.storage.reset();
    const pid_t child = fork();
    REQUIRE(child >= 0);
    if (child == 0) {
        // The quota ends inside the write-ahead log.
        std::signal(SIGXFSZ, SIG_IGN);
        const rlimit quota{64 * 1024, 64 * 1024};
        setrlimit(RLIMIT_FSIZE, &quota);
        auto storage = Storage::open(town.file(), kCatalog, Database::Mode::existing);
        if (!storage) _exit(2);
        auto work = (*storage)->begin(town.now);
        if (!work) _exit(3);
        for (int i = 0; i < 500; ++i) {
            const auto made = apply_as_system(*work, creation(kAsset, id("cut" + std::to_string(i)),
                                                              {{"name", text("Kapad")}, {"kind", text("process")}, {"unit", text(id("board_a"))}}, town.now));
            if (!made) _exit(made.error().fault == Fault::broken ? 0 : 4);
        }
        _exit(work->commit() ? 5 : 0);
    }
    int status = 0;
    REQUIRE(waitpid(child, &status, 0) == child);
    CHECK(WIFEXITED(status));
    CHECK(WEXITSTATUS(status) == 0);
    town.reopen();
    CHECK(town.last() == before);
    CHECK(town.outcome("chief", town.draft(Verb::update, kUnit, id("board_a"), {{"phone", text("1")}})) == "ok");
}
