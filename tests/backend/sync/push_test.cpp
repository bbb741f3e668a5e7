#include "sync/push.h"
#include "core/json.h"

#include "tests/backend/town.h"

using namespace lisa;
using namespace lisa::test;

namespace {

Patch new_asset(const char* unit, const char* name = "Elevakter") {
    return {{"name", text(name)}, {"kind", text("information_set")}, {"unit", text(id(unit))}};
}

Result<Pushed> push_raw(Town& town, const char* person, const std::string& body) {
    const auto json = parse_json(body);
    REQUIRE(json);
    return push(*town.storage, id(person), *json, town.now);
}

}  // namespace

TEST_CASE("an accepted change is answered with its journal number, which is the record's revision") {
    Town town;
    const std::int64_t before = town.last();
    const Answer answer = town.push("anna", town.draft(Verb::create, kAsset, id("new"), new_asset("school_a")));
    REQUIRE_FALSE(answer.error);
    CHECK(answer.rev == before + 1);
    CHECK(town.load(kAsset, id("new")).rev == answer.rev);
    CHECK(town.load(kAsset, id("new")).text("name") == "Elevakter");
}

TEST_CASE("a push sent again gives the same answers and alters nothing") {
    Town town;
    const std::vector<Change> changes{town.draft(Verb::create, kAsset, id("new"), new_asset("school_a")),
                                      town.draft(Verb::update, kAsset, id("grades"), {{"notes", NoteEdit{"en gång"}}})};
    const auto first = town.push("anna", changes), second = town.push("anna", changes);
    REQUIRE(first.size() == 2);
    for (std::size_t i = 0; i < 2; ++i) {
        CHECK_FALSE(second[i].error);
        CHECK(first[i].rev == second[i].rev);
    }
    CHECK(std::get<Notes>(town.load(kAsset, id("grades")).values[position(kAsset, "notes")]).size() == 1);
}

TEST_CASE("a known change id with other content, or by somebody else, is refused and reported") {
    Town town;
    Change change = town.draft(Verb::create, kAsset, id("new"), new_asset("school_a"), browser_of("anna"));
    REQUIRE(town.outcome("anna", change) == "ok");
    Change other = change;
    other.patch["name"] = text("Annat");
    CHECK(town.outcome("anna", other) == "conflict =problem.exists");
    CHECK(town.outcome("chief", change) == "conflict =problem.exists");
    const auto pushed = push(*town.storage, id("anna"), push_to_json({other}), town.now);
    REQUIRE(pushed);
    CHECK(pushed->odd.size() == 1);
    CHECK(town.load(kAsset, id("new")).text("name") == "Elevakter");
}

TEST_CASE("nobody can push as somebody else's browser") {
    Town town;
    REQUIRE(town.outcome("anna", town.draft(Verb::create, kAsset, id("one"), new_asset("school_a"))) == "ok");
    CHECK(town.outcome("chief", town.draft(Verb::create, kAsset, id("two"), new_asset("school_a"), browser_of("anna"))) == "forbidden =problem.forbidden");
    CHECK(town.outcome("anna", town.draft(Verb::create, kAsset, id("three"), new_asset("school_a"))) == "ok");
}

TEST_CASE("a refused change stops no other, and alters nothing") {
    Town town;
    const std::int64_t before = town.last();
    const auto answers = town.push(
        "anna",
        {town.draft(Verb::create, kAsset, id("one"), new_asset("school_a")), town.draft(Verb::create, kAsset, id("two"), new_asset("board_b")),
         town.draft(Verb::create, kAsset, id("three"), {{"kind", text("process")}}), town.draft(Verb::create, kAsset, id("four"), new_asset("board_a"))});
    CHECK_FALSE(answers[0].error);
    CHECK(answers[1].error);
    CHECK(answers[2].error);
    CHECK_FALSE(answers[3].error);
    CHECK(town.last() == before + 2);
}

TEST_CASE("rights that a change takes away are gone for the next change of the same push") {
    Town town;
    const auto answers = town.push("chief", {town.draft(Verb::update, kAssignment, id("seat of chief"), {{"ends_on", text("2026-11-22")}}),
                                             town.draft(Verb::update, kUnit, id("board_a"), {{"phone", text("1")}})});
    CHECK_FALSE(answers[0].error);
    REQUIRE(answers[1].error);
    CHECK(answers[1].error->fault == Fault::forbidden);
}

TEST_CASE("a seat that has not begun or has ended by the Swedish calendar gives nothing") {
    Town town;
    town.hire("later", "coordinator", "kommun");
    town.edit(kAssignment, id("seat of later"), {{"starts_on", text("2026-11-24")}});
    const auto try_out = [&] { return town.outcome("later", town.draft(Verb::update, kUnit, id("board_a"), {{"phone", text(std::to_string(town.now))}})); };
    CHECK(try_out() == "forbidden =problem.forbidden");
    town.now = kStart + 10 * 3'600'000;  // 23:20 UTC: the 24th in Sweden
    CHECK(try_out() == "ok");
}

TEST_CASE("a person's own queued changes do not conflict with each other, another's to the same field do") {
    Town town;
    const std::int64_t seen = town.load(kAsset, id("grades")).rev;
    const auto edit = [&](const char* person, const char* description, const std::string& client) {
        Change change = town.draft(Verb::update, kAsset, id("grades"), {{"description", text(description)}}, client);
        change.base = seen;
        return town.outcome(person, change);
    };
    CHECK(edit("anna", "ett", browser_of("anna")) == "ok");
    CHECK(edit("anna", "två", browser_of("anna")) == "ok");
    CHECK(edit("anna", "tre", id("annas phone")) == "conflict description=problem.conflict");
    CHECK(edit("chief", "fyra", browser_of("chief")) == "conflict description=problem.conflict");
    CHECK(town.load(kAsset, id("grades")).text("description") == "två");
}

TEST_CASE("a base from the future is refused") {
    Town town;
    Change change = town.draft(Verb::update, kAsset, id("grades"), {{"description", text("x")}});
    change.base = town.last() + 1000;
    CHECK(town.outcome("anna", change) == "invalid =problem.base");
}

TEST_CASE("what one may not see cannot be written, and looks like nothing") {
    Town town;
    CHECK(town.outcome("bertil", town.draft(Verb::update, kAsset, id("grades"), {{"description", text("x")}})) == "missing =problem.missing");
    Change ghost = town.draft(Verb::create, kAsset, id("ghost"), {{"description", text("x")}});
    ghost.verb = Verb::update;
    CHECK(town.outcome("bertil", ghost) == "missing =problem.missing");
}

TEST_CASE("the server stamps notes with its own clock and the person who is signed in") {
    Town town;
    REQUIRE(town.outcome("anna", town.draft(Verb::update, kAsset, id("grades"), {{"notes", NoteEdit{"Hej"}}})) == "ok");
    const Record record = town.load(kAsset, id("grades"));
    const auto& notes = std::get<Notes>(record.values[position(kAsset, "notes")]);
    CHECK(notes.front() == Note{"2026-11-23T13:20:00Z", id("anna"), "Hej"});
}

TEST_CASE("malformed changes are answered one by one; a malformed frame is refused whole") {
    Town town;
    const std::string good = dump(change_to_json([&] {
        Change change = town.draft(Verb::create, kAsset, id("new"), new_asset("school_a"), browser_of("anna"));
        return change;
    }()));
    const std::string bad_id = id("bad");
    const auto pushed = push_raw(town, "anna", R"({"protocol":1,"changes":[17,{"id":")" + bad_id + R"("},)" + good + R"(,{"id":"../../etc"}]})");
    REQUIRE(pushed);
    REQUIRE(pushed->answers.size() == 4);
    CHECK(pushed->answers[0].error);
    CHECK(pushed->answers[1].id == bad_id);
    CHECK(pushed->answers[1].error);
    CHECK_FALSE(pushed->answers[2].error);
    CHECK(pushed->answers[3].id == "");
    for (const char* frame : {"{}", "[]", R"({"protocol":2,"changes":[]})", R"({"protocol":1,"changes":{}})", R"({"protocol":"1","changes":[]})"})
        CHECK_FALSE(push_raw(town, "anna", frame));
}

TEST_CASE("a person who was removed can do nothing") {
    Town town;
    town.hire("leaver", "coordinator", "kommun");
    REQUIRE(town.outcome("leaver", town.draft(Verb::update, kUnit, id("board_a"), {{"phone", text("1")}})) == "ok");
    town.edit(kPerson, id("leaver"), {{"ends_on", text("2026-11-22")}});
    CHECK(town.outcome("leaver", town.draft(Verb::update, kUnit, id("board_a"), {{"phone", text("2")}})) == "forbidden =problem.forbidden");
    CHECK(town.outcome("nobody", town.draft(Verb::update, kUnit, id("board_a"), {{"phone", text("2")}})) == "forbidden =problem.forbidden");
}
