#include "sync/removed.h"

#include "core/json.h"
#include "domain/attachment.h"
#include "schema/json.h"
#include "store/content.h"
#include "sync/history.h"
#include "tests/backend/town.h"

using namespace lisa;
using namespace lisa::test;

namespace {

template <class Ask>
Result<Json> asked(Town& town, const char* person, Ask ask) {
    auto view = town.storage->read();
    REQUIRE(view);
    const auto who = actor_of(view->store(), id(person), town.now);
    REQUIRE(who);
    return ask(view->store(), *who);
}

Result<Json> removed_of(Town& town, const char* person, const std::string& entity = "asset", std::int64_t before = 0) {
    return asked(town, person, [&](SqlStore& store, const Actor& who) { return removed_records(store, who, entity, before); });
}

Result<Json> one_of(Town& town, const char* person, const std::string& record) {
    return asked(town, person, [&](SqlStore& store, const Actor& who) { return removed_record(store, who, "asset", record); });
}

/// "grades maps", the records of an answer in their order.
std::string told(const Result<Json>& answer) {
    if (!answer) return test::outcome(answer);
    std::string names;
    for (const Json& row : (*answer)["rows"]) names += (names.empty() ? "" : " ") + row["record"]["v"]["name"].get<std::string>();
    return names;
}

/// A removal by who may.
void remove(Town& town, const char* person, const std::string& record) { REQUIRE(town.outcome(person, town.draft(Verb::remove, kAsset, record)) == "ok"); }

/// The asset that nothing refers to, and a second one.
struct Removed : Town {
    Removed() {
        make(kAsset, id("lists"), {{"name", text("Listor")}, {"kind", text("process")}, {"unit", text(id("school_a"))}, {"motive", text("hemligt motiv")}});
        now += 60'000;
        remove(*this, "anna", id("lists"));
        remove(*this, "bertil", id("maps"));
    }
};

}  // namespace

TEST_CASE("F5 what was removed is told to those who may remove it, with who did and when, the latest first") {
    Removed town;
    CHECK(told(removed_of(town, "chief")) == "Kartor Listor");
    CHECK(told(removed_of(town, "anna")) == "Listor");
    CHECK(told(removed_of(town, "bertil")) == "Kartor");
    const auto answer = removed_of(town, "anna");
    const Json& row = (*answer)["rows"][0];
    CHECK(row["at"] == "2026-11-23T13:21:00Z");
    CHECK(row["actor"]["name"] == "anna Andersson");
    CHECK(row["record"]["id"] == id("lists"));
    CHECK((*answer)["more"] == false);
    const auto one = one_of(town, "anna", id("lists"));
    REQUIRE(one);
    CHECK(*one == row);
}

TEST_CASE("F5 nobody else learns of it, whether the register, the record or the right is missing") {
    Removed town;
    for (const char* person : {"cecilia", "pupil"}) {
        CHECK(told(removed_of(town, person)) == "missing =problem.missing");
        CHECK(test::outcome(one_of(town, person, id("lists"))) == "missing =problem.missing");
    }
    CHECK(test::outcome(one_of(town, "anna", id("maps"))) == "missing =problem.missing");
    CHECK(test::outcome(one_of(town, "anna", id("grades"))) == "missing =problem.missing");  // is not removed
    CHECK(test::outcome(one_of(town, "anna", id("ghost"))) == "missing =problem.missing");
    CHECK(test::outcome(one_of(town, "anna", "' OR 1=1 --")) == "missing =problem.missing");
    for (const char* name : {"", "account", "journal", "' OR 1=1 --"}) CHECK(told(removed_of(town, "chief", name)) == "missing =problem.missing");
    Town other;
    other.hire("auditor", "auditor", "kommun");
    CHECK(told(removed_of(other, "auditor")) == "missing =problem.missing");
}

TEST_CASE("F5 a withheld field is withheld of what was removed too") {
    Town town;
    town.hire("admin", "administrator", "kommun");  // removes people, and is not cleared for what is written about them
    town.make(kPerson, id("leaver"),
              {{"given_name", text("Bo")},
               {"family_name", text("Ek")},
               {"audience", text("employee")},
               {"unit", text(id("school_a"))},
               {"notes", NoteEdit{"hemligt"}}});
    REQUIRE(town.outcome("admin", town.draft(Verb::remove, kPerson, id("leaver"))) == "ok");
    const auto answer = removed_of(town, "admin", "person");
    CHECK(told(answer) == "Bo Ek");
    CHECK(dump(*answer).find("hemligt") == std::string::npos);
    CHECK((*answer)["rows"][0]["record"]["hidden"] == Json::array({"notes"}));
}

TEST_CASE("F5 who may remove in one part of the organisation sees what was removed there only") {
    Town town;
    town.make(kSystem, id("old"), {{"name", text("Gammalt")}, {"kind", text("platform")}, {"unit", text(id("board_a"))}});
    REQUIRE(town.outcome("chief", town.draft(Verb::remove, kSystem, id("old"))) == "ok");
    auto view = town.storage->read();
    REQUIRE(view);
    for (const auto& [board, count] : {std::pair{"board_a", 1u}, {"board_b", 0u}}) {
        const Actor keeper{id("keeper"), {{Role::it_manager, id(board)}}};  // reads every system, and removes those of the board
        CHECK((*removed_records(view->store(), keeper, "system", 0))["rows"].size() == count);
    }
}

TEST_CASE("F5 it is put back by a change of its own: the removal stays in the history, and the second to do so is told") {
    Removed town;
    const Change back = town.draft(Verb::restore, kAsset, id("lists"), {}, browser_of("anna")), again = town.draft(Verb::restore, kAsset, id("lists"));
    CHECK(town.outcome("cecilia", town.draft(Verb::restore, kAsset, id("lists"))) != "ok");
    CHECK(town.outcome("anna", back) == "ok");
    CHECK(town.outcome("chief", again) == "conflict =problem.not_removed");
    CHECK(told(removed_of(town, "anna")) == "");
    CHECK(test::outcome(one_of(town, "anna", id("lists"))) == "missing =problem.missing");
    CHECK_FALSE(town.load(kAsset, id("lists")).removed);
    const auto rows = asked(town, "anna", [&](SqlStore& store, const Actor& who) { return history(store, who, "asset", id("lists"), 0); });
    REQUIRE(rows);
    std::string verbs;
    for (const Json& row : (*rows)["rows"]) verbs += row["verb"].get<std::string>() + " ";
    CHECK(verbs == "restore remove create ");
}

TEST_CASE("F5 what refers to something removed is not put back before that is") {
    Town town;
    town.make(kAsset, id("whole"), {{"name", text("Helhet")}, {"kind", text("process")}, {"unit", text(id("school_a"))}});
    town.make(kAsset, id("part"), {{"name", text("Del")}, {"kind", text("process")}, {"unit", text(id("school_a"))}, {"part_of", text(id("whole"))}});
    remove(town, "anna", id("part"));
    remove(town, "anna", id("whole"));
    CHECK(town.outcome("anna", town.draft(Verb::restore, kAsset, id("part"))) == "invalid part_of=problem.reference");
    CHECK(town.outcome("anna", town.draft(Verb::restore, kAsset, id("whole"))) == "ok");
    CHECK(town.outcome("anna", town.draft(Verb::restore, kAsset, id("part"))) == "ok");
}

TEST_CASE("F5 H1 the files that went with a record are told with it, as long as they can come back; what was removed before is not") {
    Removed town;
    town.make(kAsset, id("kept"), {{"name", text("Underlag")}, {"kind", text("process")}, {"unit", text(id("school_a"))}});
    for (const char* file : {"early", "late"}) {
        town.hand_in("anna", file);
        REQUIRE(town.outcome("anna", town.attachment(id(file), kAsset, id("kept"), file)) == "ok");
    }
    REQUIRE(town.outcome("anna", town.draft(Verb::remove, kAttachment, id("early"))) == "ok");
    town.now += 60'000;
    const std::vector<Change> together{town.draft(Verb::remove, kAttachment, id("late"), {}, browser_of("anna")),
                                       town.draft(Verb::remove, kAsset, id("kept"), {}, browser_of("anna"))};
    for (const Answer& answer : town.push("anna", together)) REQUIRE_FALSE(answer.error);
    const auto one = one_of(town, "anna", id("kept"));
    REQUIRE(one);
    REQUIRE((*one)["parts"].size() == 1);
    CHECK((*one)["parts"][0]["id"] == id("late"));
    CHECK_FALSE((*one_of(town, "anna", id("lists"))).contains("parts"));
    CHECK(told(removed_of(town, "anna", "attachment")) == "missing =problem.missing");
    town.now += kRemovedMs + 60'000;
    {
        auto work = town.storage->begin(town.now);
        REQUIRE(work);
        REQUIRE(sweep_contents(work->database(), town.now));
        REQUIRE(work->commit());
    }
    CHECK_FALSE((*one_of(town, "anna", id("kept"))).contains("parts"));  // its bytes are disposed of
    CHECK(town.outcome("anna", town.draft(Verb::restore, kAsset, id("kept"))) == "ok");
}

TEST_CASE("F5 much that was removed comes in pages, each once") {
    Town town;
    for (int i = 0; i < 205; ++i) {
        const std::string record = id("removed " + std::to_string(i));
        town.make(kAsset, record, {{"name", text(std::to_string(i))}, {"kind", text("process")}, {"unit", text(id(i % 2 ? "school_a" : "school_b"))}});
        remove(town, "chief", record);
    }
    const auto first = removed_of(town, "chief");
    REQUIRE(first);
    CHECK((*first)["rows"].size() == 200);
    CHECK((*first)["more"] == true);
    const auto rest = removed_of(town, "chief", "asset", (*first)["before"].get<std::int64_t>());
    CHECK(told(rest) == "4 3 2 1 0");
    CHECK((*rest)["more"] == false);
    const auto mine = removed_of(town, "anna");  // every second one, but the same pages
    CHECK((*mine)["rows"].size() == 100);
    CHECK((*mine)["more"] == true);
}
