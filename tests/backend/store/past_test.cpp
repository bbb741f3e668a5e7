#include "store/past.h"

#include "core/date.h"
#include "tests/backend/town.h"

using namespace lisa;
using namespace lisa::test;

namespace {

/// The asset's description at the end of a day; "(missing)" when it is not there.
std::string described(Town& town, const std::string& day, const std::string& record = id("grades")) {
    auto view = town.storage->read();
    REQUIRE(view);
    const auto until = last_change_of(view->database(), day);
    REQUIRE(until);
    Past past(view->database(), kCatalog, *until);
    const auto then = past.load(kAsset, record);
    return then ? then->text("description") : "(missing)";
}

/// 23 November 2026, from midnight to midnight on a Swedish clock, ends an hour before it does in UTC.
constexpr std::int64_t kMidnight = kStart + (9 * 60 + 40) * 60'000;

void describe(Town& town, std::int64_t at, const char* words) {
    town.now = at;
    town.edit(kAsset, id("grades"), {{"description", text(words)}});
}

}  // namespace

TEST_CASE("F9 a day ends at midnight on a Swedish clock, in winter and in summer") {
    Town town;
    REQUIRE(utc_text(kMidnight) == "2026-11-23T23:00:00Z");
    describe(town, kMidnight - 1000, "på kvällen");
    describe(town, kMidnight, "efter midnatt");
    CHECK(described(town, "2026-11-23") == "på kvällen");
    CHECK(described(town, "2026-11-24") == "efter midnatt");
    constexpr std::int64_t kSummer = kMidnight + (219 * 24 - 1) * 3'600'000ll;
    REQUIRE(utc_text(kSummer) == "2027-06-30T22:00:00Z");
    describe(town, kSummer - 1000, "sista juni");
    describe(town, kSummer, "första juli");
    CHECK(described(town, "2027-06-30") == "sista juni");
    CHECK(described(town, "2027-07-01") == "första juli");
}

TEST_CASE("F9 before anything happened there is nothing, and a day to come has what there is") {
    Town town;
    CHECK(described(town, "2026-11-22") == "(missing)");
    describe(town, kStart, "i dag");
    CHECK(described(town, "2030-01-01") == "i dag");
    auto view = town.storage->read();
    CHECK(*last_change_of(view->database(), "2026-11-22") == 0);
}

TEST_CASE("F9 what was removed, put back and written over is there as it was on each day") {
    constexpr std::int64_t kDay = 86'400'000;
    Town town;
    describe(town, kStart, "ett");
    describe(town, kStart + kDay, "två");
    town.now = kStart + 2 * kDay;
    REQUIRE(town.outcome("chief", town.draft(Verb::remove, kAssetSystem, id("link"))) == "ok");
    REQUIRE(town.outcome("chief", town.draft(Verb::remove, kAsset, id("grades"))) == "ok");
    town.now = kStart + 3 * kDay;
    REQUIRE(town.outcome("chief", town.draft(Verb::restore, kAsset, id("grades"))) == "ok");
    const auto removed = [&](const std::string& day) {
        auto view = town.storage->read();
        Past past(view->database(), kCatalog, *last_change_of(view->database(), day));
        return past.load(kAsset, id("grades"))->removed;
    };
    CHECK(described(town, "2026-11-23") == "ett");
    CHECK(described(town, "2026-11-24") == "två");
    CHECK_FALSE(removed("2026-11-24"));
    CHECK(removed("2026-11-25"));
    CHECK_FALSE(removed("2026-11-26"));
}

TEST_CASE("F9 where the clock went back, a day has what stood before the first change after it") {
    Town town;
    describe(town, kMidnight + 60'000, "för tidigt");
    describe(town, kMidnight - 60'000, "klockan ställd tillbaka");
    CHECK(described(town, "2026-11-23").empty());
    CHECK(described(town, "2026-11-24") == "klockan ställd tillbaka");
}

TEST_CASE("F9 what the journal no longer tells is told of no day") {
    Town town;
    describe(town, kStart, "ska bort");
    describe(town, kStart + 86'400'000, "står kvar");
    town.meddle("DROP TRIGGER journal_is_final; UPDATE journal SET patch = NULL, before = NULL, after = NULL, salt = NULL WHERE record = '" + id("grades") +
                "' AND after LIKE '%ska bort%'");
    town.reopen();
    CHECK(described(town, "2026-11-23") == "(missing)");
    CHECK(described(town, "2026-11-24") == "(missing)");
    auto view = town.storage->read();
    Past past(view->database(), kCatalog, town.last());
    const auto assets = past.all(kAsset);
    for (const Record& record : *assets) CHECK(record.id != id("grades"));
    CHECK(past.load(kAsset, id("maps")));
}

TEST_CASE("F9 a row that makes no sense is a fault, not a guess") {
    Town town;
    town.meddle("DROP TRIGGER journal_is_final; UPDATE journal SET after = '{\"name\":7}' WHERE record = '" + id("grades") + "'");
    town.reopen();
    auto view = town.storage->read();
    Past past(view->database(), kCatalog, town.last());
    for (int i = 0; i < 2; ++i) CHECK(test::outcome(past.load(kAsset, id("grades"))) == "broken =problem.storage");
    CHECK(test::outcome(past.all(kAsset)) == "broken =problem.storage");
}

TEST_CASE("F9 the organisation is what it was: a place of then lies where it lay then") {
    Town town;
    town.now = kMidnight + 3'600'000;
    town.edit(kUnit, id("school_a"), {{"parent", text(id("board_b"))}});
    auto view = town.storage->read();
    for (const auto& [day, board] : {std::pair{"2026-11-23", "board_a"}, {"2026-11-24", "board_b"}}) {
        Past past(view->database(), kCatalog, *last_change_of(view->database(), day));
        CHECK(*places_of(*past.load(kAsset, id("grades")), past) == Places{id("school_a"), id(board), id("kommun")});
        CHECK(*places_of(*past.load(kAssetSystem, id("link")), past) == Places{id("school_a"), id(board), id("kommun")});
    }
}
