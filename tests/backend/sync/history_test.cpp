#include "sync/history.h"

#include "tests/backend/town.h"

using namespace lisa;
using namespace lisa::test;

namespace {

Result<Json> history_of(Town& town, const char* person, const Entity& entity, const std::string& record, std::int64_t before = 0) {
    auto view = town.storage->read();
    REQUIRE(view);
    const auto who = actor_of(view->store(), id(person), town.now);
    REQUIRE(who);
    return history(view->store(), *who, std::string(entity.name), record, before);
}

}  // namespace

TEST_CASE("a history says who changed what from what to what, newest first") {
    Town town;
    town.now += 60'000;
    REQUIRE(town.outcome("anna", town.draft(Verb::update, kAsset, id("grades"), {{"description", text("Slutbetyg")}})) == "ok");
    const auto told = history_of(town, "anna", kAsset, id("grades"));
    REQUIRE(told);
    const Json& row = (*told)["rows"][0];
    CHECK(row["verb"] == "update");
    CHECK(row["at"] == "2026-11-23T13:21:00Z");
    CHECK(row["actor"]["id"] == id("anna"));
    CHECK(row["actor"]["name"] == "anna Andersson");
    CHECK(row["fields"] == Json::parse(R"([{"field":"description","before":null,"after":"Slutbetyg"}])"));
    CHECK((*told)["rows"][1]["verb"] == "create");
    CHECK((*told)["rows"][1]["actor"]["id"] == "system");
    CHECK((*told)["more"] == false);
}

TEST_CASE("a history leaves out withheld fields and is silent about what is out of sight") {
    Town town;
    town.edit(kAsset, id("grades"), {{"motive", text("nytt hemligt motiv")}});
    const auto told = history_of(town, "cecilia", kAsset, id("grades"));
    REQUIRE(told);
    CHECK(dump(*told).find("motiv") == std::string::npos);
    CHECK((*told)["rows"].size() == 2);
    CHECK(test::outcome(history_of(town, "bertil", kAsset, id("grades"))) == "missing =problem.missing");
    CHECK(test::outcome(history_of(town, "anna", kAsset, id("ghost"))) == "missing =problem.missing");
    CHECK(test::outcome(history_of(town, "anna", kAsset, "' OR 1=1 --")) == "missing =problem.missing");
}

TEST_CASE("a long history comes in pages") {
    Town town;
    for (int i = 0; i < 250; ++i) town.edit(kUnit, id("board_a"), {{"phone", text(std::to_string(i))}});
    const auto first = history_of(town, "anna", kUnit, id("board_a"));
    REQUIRE(first);
    CHECK((*first)["rows"].size() == 200);
    CHECK((*first)["more"] == true);
    const auto rest = history_of(town, "anna", kUnit, id("board_a"), (*first)["rows"].back()["seq"].get<std::int64_t>());
    CHECK((*rest)["rows"].size() == 51);
    CHECK((*rest)["more"] == false);
}
