#include "store/content.h"

#include <fstream>
#include <functional>

#include "server.h"
#include "store/crypto.h"
#include "store/verify.h"
#include "tests/backend/town.h"

using namespace lisa;
using namespace lisa::test;

namespace {

constexpr std::int64_t kDayMs = 86'400'000;

std::string hash_of(const std::string& bytes) { return hex(sha256(bytes)); }

/// What is known of bytes: "missing", "blank", or the bytes.
std::string kept(Town& town, const std::string& bytes) {
    auto view = town.storage->read();
    REQUIRE(view);
    const auto content = find_content(view->database(), hash_of(bytes));
    REQUIRE(content);
    if (!*content) return "missing";
    if ((*content)->is_blank) return "blank";
    CHECK((*content)->size == static_cast<std::int64_t>(bytes.size()));
    const auto read = read_content(view->database(), hash_of(bytes));
    REQUIRE(read);
    return *read;
}

void sweep(Town& town) {
    auto work = town.storage->begin(town.now);
    REQUIRE(work);
    REQUIRE(sweep_contents(work->database(), town.now));
    REQUIRE(work->commit());
}

std::int64_t number_of(Town& town, const std::function<Result<std::int64_t>(Database&)>& ask) {
    auto view = town.storage->read();
    const auto number = ask(view->database());
    REQUIRE(number);
    return *number;
}

std::vector<std::string> faults(Town& town) {
    auto database = Database::open(town.file(), Database::Mode::read_only);
    REQUIRE(database);
    const auto found = verify(*database, Rows(kCatalog));
    REQUIRE(found);
    return found->faults;
}

/// A town in which anna attached a note to the grades.
struct Attached : Town {
    const std::string note = "Anteckningar från intervjun";
    Attached() {
        hand_in("anna", note);
        REQUIRE(outcome("anna", attachment(id("file"), kAsset, id("grades"), note)) == "ok");
    }
    std::string remove() { return outcome("anna", draft(Verb::remove, kAttachment, id("file"))); }
};

}  // namespace

TEST_CASE("H1 bytes come back as they were handed in, zeros and all, and lie there once however often they come") {
    Town town;
    const std::string bytes("\0\xff\r\nPK\x03\x04", 8), large(3'000'000, 'x');
    for (const std::string& content : {bytes, large}) {
        CHECK(kept(town, content) == "missing");
        CHECK(town.hand_in("anna", content) == hash_of(content));
        town.hand_in("bertil", content);
        CHECK(kept(town, content) == content);
    }
    CHECK(number_of(town, bytes_kept) == 3'000'008);
    CHECK(number_of(town, [](Database& database) { return bytes_unused(database, id("anna")); }) == 3'000'008);
    CHECK(number_of(town, [](Database& database) { return bytes_unused(database, id("cecilia")); }) == 0);
    town.reopen();
    CHECK(kept(town, large) == large);
    CHECK(faults(town).empty());
}

TEST_CASE("H1 a hash opens nothing: only who handed the bytes in, as that kind of file, can attach them") {
    Town town;
    const std::string secret = "Känt av andra";
    const auto attach = [&](const char* person, const Change& change) { return town.outcome(person, change); };
    CHECK(attach("anna", town.attachment(id("a"), kAsset, id("grades"), secret)) == "invalid name=problem.file_missing");
    town.hand_in("bertil", secret);
    CHECK(attach("anna", town.attachment(id("a"), kAsset, id("grades"), secret)) == "invalid name=problem.file_missing");
    town.hand_in("anna", secret, "csv");
    CHECK(attach("anna", town.attachment(id("a"), kAsset, id("grades"), secret)) == "invalid name=problem.file_missing");
    town.hand_in("anna", secret);
    Change wrong = town.attachment(id("a"), kAsset, id("grades"), secret);
    wrong.patch["size"] = number(1);
    CHECK(attach("anna", wrong) == "invalid name=problem.file_missing");
    CHECK(attach("anna", town.attachment(id("a"), kAsset, id("grades"), secret)) == "ok");
    CHECK(attach("anna", town.attachment(id("b"), kAsset, id("maps"), secret)) == "invalid record=problem.reference");
    CHECK(number_of(town, [](Database& database) { return bytes_unused(database, id("anna")); }) == 0);
}

TEST_CASE("H1 what was not attached within a week is forgotten") {
    Attached town;
    const std::string unused = "aldrig bifogad";
    town.hand_in("anna", unused);
    town.now += 6 * kDayMs;
    sweep(town);
    CHECK(kept(town, unused) == unused);
    town.now += 2 * kDayMs;
    sweep(town);
    CHECK(kept(town, unused) == "missing");
    CHECK(kept(town, town.note) == town.note);
    CHECK(town.outcome("anna", town.attachment(id("late"), kAsset, id("grades"), unused)) == "invalid name=problem.file_missing");
    CHECK(faults(town).empty());
}

TEST_CASE("H1 F10 a removed file comes back for thirty days; then its bytes are destroyed and its hash stays") {
    Attached town;
    REQUIRE(town.remove() == "ok");
    town.now += 29 * kDayMs;
    sweep(town);
    CHECK(kept(town, town.note) == town.note);
    CHECK(town.outcome("anna", town.draft(Verb::restore, kAttachment, id("file"))) == "ok");
    REQUIRE(town.remove() == "ok");
    town.now += 31 * kDayMs;
    sweep(town);
    CHECK(kept(town, town.note) == "blank");
    CHECK(number_of(town, bytes_kept) == 0);
    CHECK(town.outcome("anna", town.draft(Verb::restore, kAttachment, id("file"))) == "invalid name=problem.file_gone");
    CHECK(faults(town).empty());
    auto view = town.storage->read();
    CHECK(test::outcome(read_content(view->database(), hash_of(town.note))) == "missing =problem.file_gone");
    town.hand_in("anna", town.note);  // the same file, handed in anew
    CHECK(kept(town, town.note) == town.note);
}

TEST_CASE("F10 what another record still names is not swept, nor what was handed in again") {
    Attached town;
    town.hand_in("bertil", town.note);
    REQUIRE(town.outcome("bertil", town.attachment(id("other"), kAsset, id("maps"), town.note)) == "ok");
    REQUIRE(town.remove() == "ok");
    town.now += 40 * kDayMs;
    sweep(town);
    CHECK(kept(town, town.note) == town.note);
    REQUIRE(town.outcome("bertil", town.draft(Verb::remove, kAttachment, id("other"))) == "ok");
    town.now += 40 * kDayMs;
    town.hand_in("anna", town.note);
    sweep(town);
    CHECK(kept(town, town.note) == town.note);
}

TEST_CASE("F10 the sweep writes over what it destroys, in the file and in its log: of what was removed, and of what was never attached") {
    Attached town;
    const auto large = [](const char* word) {  // lies over many pages
        std::string text;
        for (int i = 0; i < 3000; ++i) text += word + std::to_string(i) + '\n';
        return text;
    };
    const std::string removed = large("rad "), unused = large("post ");
    const auto lies_in_files = [&](const std::string& bytes) {
        std::string all;
        for (const char* end : {"", "-wal"}) {
            std::ifstream file(town.file() + end, std::ios::binary);
            all.append(std::istreambuf_iterator<char>(file), {});
        }
        return all.find(bytes.substr(bytes.size() / 2, 200)) != std::string::npos;
    };
    for (const std::string& bytes : {removed, unused}) town.hand_in("anna", bytes);
    REQUIRE(town.outcome("anna", town.attachment(id("large"), kAsset, id("grades"), removed)) == "ok");
    REQUIRE(town.outcome("anna", town.draft(Verb::remove, kAttachment, id("large"))) == "ok");
    REQUIRE(town.storage->checkpoint());
    for (const std::string& bytes : {removed, unused}) REQUIRE(lies_in_files(bytes));
    town.now += kRemovedMs + kDayMs;
    sweep(town);
    REQUIRE(town.storage->checkpoint());
    CHECK(kept(town, removed) == "blank");
    CHECK(kept(town, unused) == "missing");
    for (const std::string& bytes : {removed, unused}) CHECK_FALSE(lies_in_files(bytes));
    CHECK(kept(town, town.note) == town.note);
    CHECK(faults(town).empty());
}

TEST_CASE("F10 the server destroys what is to be kept no longer when it starts, and empties the log of it") {
    Attached town;
    REQUIRE(town.remove() == "ok");
    town.now += 31 * kDayMs;
    Settings settings;
    settings.address.port = 0;
    settings.log = Log::Detail::nothing;
    settings.clock = [&town] { return town.now; };
    REQUIRE(Server::open(*town.storage, settings));
    CHECK(kept(town, town.note) == "blank");
    std::ifstream log(town.file() + "-wal", std::ios::binary);
    const std::string all{std::istreambuf_iterator<char>(log), {}};
    CHECK(all.find(town.note) == std::string::npos);
}

TEST_CASE("F5 verifying finds content that was altered, lost or never there, and says how much it looked at") {
    Attached town;
    {
        auto database = Database::open(town.file(), Database::Mode::read_only);
        const auto found = verify(*database, Rows(kCatalog));
        REQUIRE(found);
        CHECK(found->faults.empty());
        CHECK(found->contents == 1);
    }
    const std::string hash = hash_of(town.note);
    town.meddle("UPDATE content SET bytes = x'4142'");
    CHECK(faults(town) == std::vector<std::string>{"content " + hash + ": its bytes do not match its hash"});
    town.meddle("UPDATE content SET bytes = NULL");
    CHECK(faults(town) == std::vector<std::string>{"content " + hash + ": its bytes are gone, and nobody disposed of them"});
    town.meddle("UPDATE content SET blanked_at = 1");
    CHECK(faults(town) == std::vector<std::string>{"attachment " + id("file") + ": its content is destroyed, and it was not removed"});
    town.meddle("DELETE FROM content");
    CHECK(faults(town) == std::vector<std::string>{"attachment " + id("file") + ": its content is not there"});
}

TEST_CASE("A6 content survives a rebuild of the registers from the journal") {
    Attached town;
    {
        auto work = town.storage->begin(town.now);
        REQUIRE(rebuild(work->database(), work->store().rows()));
        REQUIRE(work->commit());
    }
    CHECK(town.load(kAttachment, id("file")).text("sha256") == hash_of(town.note));
    CHECK(kept(town, town.note) == town.note);
    CHECK(faults(town).empty());
}

TEST_CASE("A2 who pulls gets the attachments of the records they see, and loses them with the record") {
    Attached town;
    const auto has = [](const Page& page, const std::string& record) {
        return std::any_of(page.records.begin(), page.records.end(), [&](const Record& one) { return one.id == record; });
    };
    const auto loses = [](const Page& page, const std::string& record) {
        return std::any_of(page.gone.begin(), page.gone.end(), [&](const Gone& one) { return one.id == record && one.entity == "attachment"; });
    };
    const Page anna = town.pull("anna"), bertil = town.pull("bertil"), pupil = town.pull("pupil");
    CHECK(has(anna, id("file")));
    CHECK_FALSE(has(bertil, id("file")));
    CHECK_FALSE(has(pupil, id("file")));
    for (const Page& page : {anna, bertil, pupil}) CHECK(page.visible == static_cast<std::int64_t>(page.records.size()));
    town.edit(kAsset, id("grades"), {{"unit", text(id("board_b"))}});
    CHECK(loses(town.pull("anna", anna.cursor, anna.epoch), id("file")));
    const Page moved = town.pull("bertil", bertil.cursor, bertil.epoch);
    CHECK(has(moved, id("file")));
    REQUIRE(town.outcome("bertil", town.draft(Verb::remove, kAttachment, id("file"))) == "ok");
    CHECK(loses(town.pull("bertil", moved.cursor, moved.epoch), id("file")));
    CHECK_FALSE(loses(town.pull("pupil", pupil.cursor, pupil.epoch), id("file")));  // what was never seen is not named
}

TEST_CASE("A2 the files of evidence and of a system are seen by those who are cleared for what stands beside them, and counted for them") {
    Town town;
    town.make(kEvidence, id("proof"), {{"name", text("Rapport")}, {"kind", text("report")}, {"unit", text(id("school_a"))}});
    const auto sees = [](const Page& page, const std::string& record) {
        CHECK(page.visible == static_cast<std::int64_t>(page.records.size()));
        return std::any_of(page.records.begin(), page.records.end(), [&](const Record& one) { return one.id == record; });
    };
    town.hand_in("anna", "Brister");
    REQUIRE(town.outcome("anna", town.attachment(id("file"), kEvidence, id("proof"), "Brister")) == "ok");
    CHECK(sees(town.pull("anna"), id("proof")));
    CHECK(sees(town.pull("anna"), id("file")));
    CHECK(sees(town.pull("cecilia"), id("proof")));
    const Page before = town.pull("cecilia");
    CHECK_FALSE(sees(before, id("file")));
    REQUIRE(town.outcome("anna", town.draft(Verb::remove, kAttachment, id("file"))) == "ok");
    for (const Gone& gone : town.pull("cecilia", before.cursor, before.epoch).gone) CHECK(gone.id != id("file"));  // what was never seen is not named
}
