#include "sync/pull.h"
#include "core/json.h"

#include <set>

#include "store/verify.h"
#include "tests/backend/town.h"

using namespace lisa;
using namespace lisa::test;

namespace {

bool holds(const Page& page, const Entity& entity, const std::string& name) {
    return std::any_of(page.records.begin(), page.records.end(), [&](const Record& record) { return record.entity == &entity && record.id == id(name); });
}

const Record& record_on(const Page& page, const Entity& entity, const std::string& name) {
    const auto found =
        std::find_if(page.records.begin(), page.records.end(), [&](const Record& record) { return record.entity == &entity && record.id == id(name); });
    REQUIRE(found != page.records.end());
    return *found;
}

bool takes_back(const Page& page, const Entity& entity, const std::string& name) {
    return std::any_of(page.gone.begin(), page.gone.end(), [&](const Gone& gone) { return gone.entity == entity.name && gone.id == id(name); });
}

/// What a person's browser holds: pages taken until there are no more.
struct Holder {
    Town& town;
    const char* person;
    std::set<std::string> held{};
    std::int64_t cursor = 0;
    std::string epoch{};

    Page catch_up() {
        Page last;
        do {
            last = town.pull(person, cursor, epoch);
            if (last.is_reset) held.clear();
            for (const Record& record : last.records) held.insert(std::string(record.entity->name) + " " + record.id);
            for (const Gone& gone : last.gone) held.erase(gone.entity + " " + gone.id);
            cursor = last.cursor;
            epoch = last.epoch;
        } while (last.has_more);
        REQUIRE(last.visible);
        CHECK(static_cast<std::size_t>(*last.visible) == held.size());
        return last;
    }
};

}  // namespace

TEST_CASE("a first pull gives everything in sight, withheld fields marked, and says how many that is") {
    Town town;
    const Page page = town.pull("anna");
    CHECK(page.is_reset);
    CHECK_FALSE(page.has_more);
    CHECK(page.cursor == town.last());
    CHECK(holds(page, kAsset, "grades"));
    CHECK_FALSE(holds(page, kAsset, "maps"));
    CHECK(holds(page, kAssetSystem, "link"));
    CHECK(record_on(page, kAsset, "grades").text("motive") == "hemligt motiv");
    CHECK(static_cast<std::size_t>(*page.visible) == page.records.size());

    const Page seen = town.pull("cecilia");
    CHECK(record_on(seen, kAsset, "grades").text("motive").empty());
    CHECK(record_on(seen, kAsset, "grades").is_hidden(position(kAsset, "motive")));
    CHECK(dump(page_to_json(seen)).find("hemligt") == std::string::npos);
    const Page pupil = town.pull("pupil");
    CHECK_FALSE(holds(pupil, kAsset, "grades"));
    CHECK(holds(pupil, kDocument, "policy"));
    CHECK(dump(page_to_json(pupil)).find("Betyg") == std::string::npos);
}

TEST_CASE("a pull with nothing new is empty") {
    Town town;
    const Page first = town.pull("anna"), again = town.pull("anna", first.cursor, first.epoch);
    CHECK_FALSE(again.is_reset);
    CHECK(again.records.empty());
    CHECK(again.gone.empty());
    CHECK(again.visible == first.visible);
}

TEST_CASE("only what changed comes, once, in its newest state") {
    Town town;
    const Page first = town.pull("anna");
    town.edit(kAsset, id("grades"), {{"description", text("ett")}});
    town.edit(kAsset, id("grades"), {{"description", text("två")}});
    const Page next = town.pull("anna", first.cursor, first.epoch);
    REQUIRE(next.records.size() == 1);
    CHECK(next.records.front().text("description") == "två");
    CHECK(next.records.front().rev == town.last());
}

TEST_CASE("what is removed is taken back from those who saw it and named to nobody else") {
    Town town;
    const Page anna = town.pull("anna"), bertil = town.pull("bertil");
    REQUIRE(town.outcome("chief", town.draft(Verb::remove, kAssetSystem, id("link"))) == "ok");
    REQUIRE(town.outcome("chief", town.draft(Verb::remove, kAsset, id("grades"))) == "ok");
    const Page a = town.pull("anna", anna.cursor, anna.epoch), b = town.pull("bertil", bertil.cursor, bertil.epoch);
    CHECK(takes_back(a, kAsset, "grades"));
    CHECK(takes_back(a, kAssetSystem, "link"));
    CHECK(b.gone.empty());
    CHECK(b.records.empty());
    REQUIRE(town.outcome("chief", town.draft(Verb::restore, kAsset, id("grades"))) == "ok");
    CHECK(holds(town.pull("anna", a.cursor, a.epoch), kAsset, "grades"));
}

TEST_CASE("a record that moves goes out of one sight and into another, with what hangs on it") {
    Town town;
    Holder anna{town, "anna"}, bertil{town, "bertil"};
    anna.catch_up();
    bertil.catch_up();
    town.edit(kAsset, id("grades"), {{"unit", text(id("school_b"))}});
    const Page a = anna.catch_up(), b = bertil.catch_up();
    CHECK(takes_back(a, kAsset, "grades"));
    CHECK(takes_back(a, kAssetSystem, "link"));
    CHECK(a.records.empty());
    CHECK(holds(b, kAsset, "grades"));
    CHECK(holds(b, kAssetSystem, "link"));
    CHECK(b.gone.empty());
}

TEST_CASE("a record that moved away and was edited there is still taken back, page by page") {
    Town town;
    Holder anna{town, "anna"};
    anna.catch_up();
    town.edit(kAsset, id("grades"), {{"unit", text(id("board_b"))}});
    const std::string filler(19'000, 'x');
    for (int i = 0; i < 60; ++i)
        town.make(kSystem, id("system" + std::to_string(i)),
                  {{"name", text("Fyllnad")},
                   {"kind", text("application")},
                   {"unit", text(id("board_a"))},
                   {"manual_routine", text(filler.substr(0, 4000))},
                   {"description", text(filler.substr(0, 4000))}});
    for (int i = 0; i < 60; ++i) town.edit(kSystem, id("system" + std::to_string(i)), {{"weaknesses", text(filler.substr(0, 4000))}});
    town.edit(kAsset, id("grades"), {{"description", text("i sitt nya hem")}});
    int pages = 0;
    std::set<std::string> gone;
    for (bool has_more = true; has_more; ++pages) {
        const Page page = town.pull("anna", anna.cursor, anna.epoch);
        CHECK_FALSE(page.is_reset);
        for (const Gone& row : page.gone) gone.insert(row.entity + " " + row.id);
        CHECK(dump(page_to_json(page)).size() < kPageBytes + 100'000);
        anna.cursor = page.cursor;
        has_more = page.has_more;
    }
    CHECK(pages > 1);
    CHECK(gone.count("asset " + id("grades")) == 1);
    CHECK(gone.count("asset_system " + id("link")) == 1);
}

TEST_CASE("what went out of sight with another record and hung itself on a third one there is taken back too") {
    Town town;
    Holder cecilia{town, "cecilia"};
    cecilia.catch_up();
    REQUIRE(cecilia.held.contains("asset_system " + id("link")));
    town.edit(kAsset, id("grades"), {{"unit", text(id("board_b"))}});
    town.edit(kAssetSystem, id("link"), {{"asset", text(id("maps"))}});
    const Page page = cecilia.catch_up();
    CHECK(takes_back(page, kAsset, "grades"));
    CHECK(takes_back(page, kAssetSystem, "link"));
    CHECK_FALSE(takes_back(page, kAsset, "maps"));
}

TEST_CASE("what was never in sight is never named, even when it moves, is edited or removed") {
    Town town;
    town.make(kAsset, id("secret"), {{"name", text("Hemlig")}, {"kind", text("process")}, {"unit", text(id("board_b"))}});
    Page page = town.pull("anna");
    town.edit(kAsset, id("secret"), {{"unit", text(id("school_b"))}});
    town.edit(kAsset, id("secret"), {{"description", text("x")}});
    REQUIRE(town.outcome("chief", town.draft(Verb::remove, kAsset, id("secret"))) == "ok");
    page = town.pull("anna", page.cursor, page.epoch);
    CHECK(page.gone.empty());
    CHECK(page.records.empty());
}

TEST_CASE("what came and went between two pulls is taken back without having been given") {
    Town town;
    const Page page = town.pull("anna");
    town.make(kAsset, id("brief"), {{"name", text("Kort")}, {"kind", text("process")}, {"unit", text(id("board_a"))}});
    town.edit(kAsset, id("brief"), {{"unit", text(id("board_b"))}});
    const Page next = town.pull("anna", page.cursor, page.epoch);
    CHECK(next.records.empty());
    CHECK(takes_back(next, kAsset, "brief"));
}

TEST_CASE("another epoch, a cursor from the future and an empty one start again from nothing") {
    Town town;
    const Page page = town.pull("anna");
    CHECK(town.pull("anna", page.cursor, "other").is_reset);
    CHECK(town.pull("anna", page.cursor + 1, page.epoch).is_reset);  // a restored backup
    CHECK_FALSE(town.pull("anna", page.cursor, page.epoch).is_reset);
    CHECK(town.pull("anna", page.cursor, "other").records.size() == page.records.size());
}

TEST_CASE("a right given, taken or expired gives another epoch; a change elsewhere does not") {
    Town town;
    const std::string anna = town.pull("anna").epoch, bertil = town.pull("bertil").epoch;
    town.make(kUnit, id("school_c"), {{"name", text("C")}, {"kind", text("unit")}, {"parent", text(id("board_b"))}});
    CHECK(town.pull("anna").epoch == anna);
    CHECK(town.pull("bertil").epoch != bertil);
    town.edit(kAssignment, id("seat of anna"), {{"ends_on", text("2026-11-23")}});
    CHECK(town.pull("anna").epoch == anna);
    town.now += 86'400'000;
    CHECK(town.pull("anna").epoch != anna);
    CHECK_FALSE(holds(town.pull("anna"), kAsset, "maps"));
}

TEST_CASE("a part of the organisation that moves changes who sees what at once") {
    Town town;
    Holder anna{town, "anna"}, bertil{town, "bertil"};
    anna.catch_up();
    bertil.catch_up();
    town.edit(kUnit, id("school_a"), {{"parent", text(id("board_b"))}});
    CHECK(anna.catch_up().is_reset);
    CHECK(bertil.catch_up().is_reset);
    CHECK(anna.held.count("asset " + id("grades")) == 0);
    CHECK(bertil.held.count("asset " + id("grades")) == 1);
}

TEST_CASE("a person without rights sees nothing at all") {
    Town town;
    const Page page = town.pull("nobody");
    CHECK(page.records.empty());
    CHECK(page.gone.empty());
    CHECK(*page.visible == 0);
}
