#include "store/journal.h"

#include "store/verify.h"
#include "tests/backend/town.h"

using namespace lisa;
using namespace lisa::test;

namespace {

std::vector<std::string> faults(Town& town) {
    auto database = Database::open(town.file(), Database::Mode::read_only);
    REQUIRE(database);
    const auto found = verify(*database, Rows(kCatalog));
    REQUIRE(found);
    return found->faults;
}

/// The one line that verify says.
std::string fault_line(Town& town) {
    const auto found = faults(town);
    return found.empty() ? "" : found.front();
}

const std::string kOpenTheJournal = "DROP TRIGGER journal_is_final; DROP TRIGGER journal_is_kept;";

}  // namespace

TEST_CASE("the journal refuses to be altered") {
    Town town;
    auto work = town.storage->begin(town.now);
    CHECK_FALSE(work->database().run("UPDATE journal SET actor = 'somebody' WHERE seq = 1"));
    CHECK_FALSE(work->database().run("DELETE FROM journal WHERE seq = 1"));
}

TEST_CASE("an untouched database verifies, and says how much it looked at") {
    Town town;
    auto database = Database::open(town.file(), Database::Mode::read_only);
    const auto found = verify(*database, Rows(kCatalog));
    REQUIRE(found);
    CHECK(found->faults.empty());
    CHECK(found->rows == town.last());
    CHECK(found->records == found->rows);  // nothing was changed twice yet
    CHECK(found->end.size() == 32);
}

TEST_CASE("each kind of meddling with the journal is found at its row") {
    struct Case {
        const char* sql;
        const char* said;
    };
    const Case cases[] = {
        {"UPDATE journal SET after = replace(after, 'board', 'group') WHERE seq = 2", "journal row 2 (unit"},
        {"UPDATE journal SET actor = 'x' WHERE seq = 3", "journal row 3 (unit"},
        {"UPDATE journal SET at = '2020-01-01T00:00:00Z' WHERE seq = 1", "its content does not match its digest"},
        {"UPDATE journal SET salt = zeroblob(16) WHERE seq = 4", "journal row 4"},
        {"UPDATE journal SET hash = zeroblob(32) WHERE seq = 5", "journal row 5"},
        {"DELETE FROM journal WHERE seq = 6", "journal row 6 is missing"},
        {"UPDATE journal SET seq = 1000 WHERE seq = (SELECT max(seq) FROM journal)", "is missing"},
        {"UPDATE journal SET place_after = '' WHERE seq = 7", "journal row 7"},
    };
    for (const Case& row : cases) {
        Town town;
        town.meddle(kOpenTheJournal + row.sql);
        const std::string said = fault_line(town);
        CHECK_MESSAGE(said.find(row.said) != std::string::npos, row.sql << " gives: " << said);
    }
}

TEST_CASE("a digest made anew over false content is found by the chain") {
    Town town;
    auto found = [&] {
        auto view = town.storage->read();
        auto query = view->database().query("SELECT " + std::string(kJournalColumns) + " FROM journal WHERE seq = 8");
        REQUIRE(*query->step());
        return read_row(*query);
    }();
    CHECK(digest_of(found) == found.digest);
    found.actor = "somebody else";
    const std::string digest = digest_of(found);
    std::string hex_digits;
    for (const char c : digest) {
        char two[3];
        std::snprintf(two, sizeof two, "%02x", static_cast<unsigned char>(c));
        hex_digits += two;
    }
    town.meddle(kOpenTheJournal + "UPDATE journal SET actor = 'somebody else', digest = x'" + hex_digits + "' WHERE seq = 8");
    CHECK(fault_line(town).find("journal row 8") != std::string::npos);
    CHECK(fault_line(town).find("does not follow") != std::string::npos);
}

TEST_CASE("a register altered by hand is found by entity, record and field") {
    struct Case {
        const char* sql;
        std::string said;
    };
    const Case cases[] = {
        {"UPDATE \"asset\" SET \"confidentiality\" = 3 WHERE \"name\" = 'Betyg'", "asset " + id("grades") + ": field confidentiality differs from the journal"},
        {"UPDATE \"asset\" SET removed = 1 WHERE \"name\" = 'Betyg'", "asset " + id("grades") + ": removed differs"},
        {"DELETE FROM \"section\"", "section " + id("aim") + ": is in the journal and not in its register"},
        {"INSERT INTO \"unit\"(id, rev, removed, \"name\") VALUES('ghost', 1, 0, 'Spöke')", "unit ghost: the journal knows no such record"},
        {"UPDATE \"section\" SET rev = 5000", "section " + id("aim") + ": rev is 5000, the journal says"},
    };
    for (const Case& row : cases) {
        Town town;
        town.meddle(row.sql);
        const auto found = faults(town);
        REQUIRE_MESSAGE(!found.empty(), row.sql);
        CHECK_MESSAGE(found.front().find(row.said) != std::string::npos, row.sql << " gives: " << found.front());
    }
}

TEST_CASE("rebuilding mends a register from the journal") {
    Town town;
    town.meddle("UPDATE \"asset\" SET \"name\" = 'Falskt'; DELETE FROM \"section\"; DELETE FROM \"person\"");
    town.reopen();
    {
        auto work = town.storage->begin(town.now);
        REQUIRE(rebuild(work->database(), work->store().rows()));
        REQUIRE(work->commit());
    }
    CHECK(faults(town).empty());
    CHECK(town.load(kAsset, id("grades")).text("name") == "Betyg");
}

TEST_CASE("content is framed: moving a character over a border gives another digest") {
    JournalRow a, b;
    a.actor = "ab";
    a.client = "c";
    b.actor = "a";
    b.client = "bc";
    CHECK(digest_of(a) != digest_of(b));
}

TEST_CASE("the journal keeps what was asked for and what came of it") {
    Town town;
    Change change = town.draft(Verb::step, kAsset, id("grades"), {{"notes", NoteEdit{"Klar"}}});
    change.step = "put_to_use";
    REQUIRE(town.outcome("anna", change) == "ok");
    auto view = town.storage->read();
    const auto row = *find_change(view->database(), change.id);
    REQUIRE(row);
    CHECK(row->verb == "step");
    CHECK(row->step == "put_to_use");
    CHECK(row->actor == id("anna"));
    CHECK(row->client == browser_of("anna"));
    CHECK(row->patch == R"({"notes":{"append":"Klar"}})");
    CHECK(row->before.find(R"("status":"draft")") != std::string::npos);
    CHECK(row->after.find(R"("status":"in_use")") != std::string::npos);
    CHECK(row->after.find("motive") == std::string::npos);
    CHECK(row->place_before == id("school_a"));
    CHECK(row->place_after == id("school_a"));
}
