#include "sync/history.h"
#include "core/json.h"

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

Result<Json> tree_history_of(Town& town, const char* person, const std::string& entity = "unit", std::int64_t before = 0) {
    auto view = town.storage->read();
    REQUIRE(view);
    const auto who = actor_of(view->store(), id(person), town.now);
    REQUIRE(who);
    return tree_history(view->store(), *who, entity, before);
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

TEST_CASE("F5 the history of what was removed is for those who may put it back") {
    Town town;
    town.make(kAsset, id("lists"), {{"name", text("Listor")}, {"kind", text("process")}, {"unit", text(id("school_a"))}});
    REQUIRE(history_of(town, "cecilia", kAsset, id("lists")));
    REQUIRE(town.outcome("anna", town.draft(Verb::remove, kAsset, id("lists"))) == "ok");
    CHECK(test::outcome(history_of(town, "cecilia", kAsset, id("lists"))) == "missing =problem.missing");
    const auto told = history_of(town, "anna", kAsset, id("lists"));
    REQUIRE(told);
    CHECK((*told)["rows"].size() == 2);
}

TEST_CASE("O1 the history of the organisation leaves out a unit that was removed, but for those who may put it back") {
    Town town;
    town.hire("admin", "administrator", "kommun");
    town.make(kUnit, id("school_c"), {{"name", text("Skola C")}, {"kind", text("unit")}, {"parent", text(id("board_a"))}});
    REQUIRE(dump(*tree_history_of(town, "cecilia")).find("Skola C") != std::string::npos);
    REQUIRE(town.outcome("admin", town.draft(Verb::remove, kUnit, id("school_c"))) == "ok");
    CHECK(dump(*tree_history_of(town, "cecilia")).find("Skola C") == std::string::npos);
    CHECK(dump(*tree_history_of(town, "admin")).find("Skola C") != std::string::npos);
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

TEST_CASE("O1 the history of the organisation tells of every unit, newest first, with the unit's id") {
    Town town;
    town.edit(kUnit, id("school_a"), {{"name", text("Nya skolan")}, {"decision", text("§ 1")}});
    town.edit(kUnit, id("board_b"), {{"phone", text("1")}});
    const auto told = tree_history_of(town, "anna");
    REQUIRE(told);
    CHECK((*told)["rows"][0]["record"] == id("board_b"));
    CHECK((*told)["rows"][1]["record"] == id("school_a"));
    CHECK((*told)["rows"][1]["fields"][0] == Json::parse(R"({"field":"name","before":"school_a","after":"Nya skolan"})"));
    CHECK((*told)["rows"].size() == 7);
    CHECK((*told)["more"] == false);
}

TEST_CASE("O1 the history of the organisation leaves out withheld fields, and is there for no other register") {
    Town town;
    town.edit(kUnit, id("school_a"), {{"notes", NoteEdit{"hemlig anteckning"}}});
    const auto told = tree_history_of(town, "cecilia");  // an employee, who reads the unit but not its notes
    REQUIRE(told);
    CHECK((*told)["rows"].size() == 6);
    CHECK(dump(*told).find("hemlig") == std::string::npos);
    for (const Entity* entity : kCatalog)
        if (!is_tree(*entity)) CHECK(test::outcome(tree_history_of(town, "anna", std::string(entity->name))) == "missing =problem.missing");
    for (const char* name : {"", "account", "' OR 1=1 --"}) CHECK(test::outcome(tree_history_of(town, "anna", name)) == "missing =problem.missing");
    const Actor nobody{};
    auto view = town.storage->read();
    REQUIRE(view);
    CHECK((*tree_history(view->store(), nobody, "unit", 0))["rows"].empty());
}

TEST_CASE("O1 a long history of the organisation comes in pages, none larger than the limit") {
    Town town;
    for (int i = 0; i < 205; ++i) town.edit(kUnit, id(i % 2 ? "board_a" : "board_b"), {{"phone", text(std::to_string(i))}});
    const auto first = tree_history_of(town, "anna");
    REQUIRE(first);
    CHECK((*first)["rows"].size() == 200);
    CHECK((*first)["more"] == true);
    const auto rest = tree_history_of(town, "anna", "unit", (*first)["before"].get<std::int64_t>());
    CHECK((*rest)["rows"].size() == 10);
    CHECK((*rest)["more"] == false);
    CHECK((*rest)["rows"][0]["seq"] < (*first)["rows"].back()["seq"]);
}
