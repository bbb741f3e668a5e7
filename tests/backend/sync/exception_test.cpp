// An employee's application for an exception, at both ends: the server's push and the browser's preview agree (S5, A2).
#include "core/date.h"
#include "sync/replica.h"
#include "tests/backend/town.h"

using namespace lisa;
using namespace lisa::test;

namespace {

struct Asking : Town {
    Asking() {
        hire("dan", "", "school_a");
        hire("boss", "chief_executive", "kommun");
        hire("far", "", "school_b");
    }

    /// What the person's browser holds.
    Replica held(const char* person) {
        auto view = storage->read();
        REQUIRE(view);
        auto who = actor_of(view->store(), id(person), now);
        REQUIRE(who);
        Replica replica(kCatalog, *who);
        for (bool has_more = true; has_more;) {
            Page page = pull(person, replica.cursor(), replica.epoch());
            has_more = page.has_more;
            (void)replica.take_page(std::move(page));
        }
        return replica;
    }

    /// The outcome of a change, which must be the same at both ends.
    std::string both(const char* person, const Change& change) {
        Replica replica = held(person);
        const auto here = replica.preview(change, {utc_text(now)});
        const std::string there = outcome(person, change), said = here ? "ok" : test::outcome(here);
        CHECK_MESSAGE(said == there, person, ": here ", said, ", there ", there);
        return there;
    }

    Change application(const char* name, const char* applicant, const char* unit = "school_a") {
        return draft(Verb::create, kPolicyException, id(name),
                     {{"name", text(name)},
                      {"what", text("Ett konto i receptionen")},
                      {"unit", text(id(unit))},
                      {"applicant", text(id(applicant))},
                      {"reason", text("Skiftbyte")},
                      {"compensating", text("Loggbok")},
                      {"ends_on", text("2027-06-30")}});
    }
    Change step(const char* name, const char* which, Patch patch = {}) {
        Change change = draft(Verb::step, kPolicyException, id(name), std::move(patch));
        change.step = which;
        return change;
    }
};

}  // namespace

TEST_CASE("S5 A2 an employee asks, the entitled decide, and the applicant sees the outcome with its reason") {
    Asking town;
    REQUIRE(town.both("cecilia", town.application("first", "cecilia")) == "ok");
    REQUIRE(town.both("cecilia", town.application("second", "cecilia")) == "ok");
    CHECK(town.both("cecilia", town.step("first", "approve")) == "forbidden status=problem.forbidden");
    REQUIRE(town.both("boss", town.step("first", "approve", {{"approved_by", text(id("boss"))}, {"decided_on", text("2026-11-23")}})) == "ok");
    CHECK(town.both("boss", town.step("second", "refuse")) == "invalid decision_reason=problem.required");
    REQUIRE(town.both("boss", town.step("second", "refuse", {{"decision_reason", text("Var sitt konto går bra")}})) == "ok");
    const Replica replica = town.held("cecilia");
    const Record *first = replica.find(kPolicyException, id("first")), *second = replica.find(kPolicyException, id("second"));
    REQUIRE(first);
    REQUIRE(second);
    CHECK(first->text("status") == "approved");
    CHECK(first->text("approved_by") == id("boss"));
    CHECK(second->text("status") == "refused");
    CHECK(second->text("decision_reason") == "Var sitt konto går bra");
}

TEST_CASE("S5 A2 who works elsewhere sees nothing of it, and a colleague reads but does not write") {
    Asking town;
    REQUIRE(town.both("cecilia", town.application("first", "cecilia")) == "ok");
    town.edit(kPolicyException, id("first"), {{"risk_text", text("Den som vill kan logga in")}, {"terms", text("Skriv upp dig")}});
    const Change touch = town.draft(Verb::update, kPolicyException, id("first"), {{"what", text("Alla konton")}});
    CHECK(town.both("dan", touch) == "invalid what=problem.only_applicant");
    CHECK(town.held("far").find(kPolicyException, id("first")) == nullptr);
    CHECK(town.both("far", touch) == "missing =problem.missing");
    CHECK(town.both("pupil", touch) == "forbidden =problem.forbidden");
    const Replica colleague = town.held("dan");
    const Record* seen = colleague.find(kPolicyException, id("first"));
    REQUIRE(seen);
    CHECK(seen->text("terms") == "Skriv upp dig");  // what is asked of those who work there
    for (const char* field : {"reason", "compensating"}) CHECK(seen->is_hidden(position(kPolicyException, field)));
    CHECK(town.held("cecilia").find(kPolicyException, id("first"))->text("compensating") == "Loggbok");
    CHECK(seen->is_hidden(position(kPolicyException, "risk_text")));
    CHECK(town.both("cecilia", town.draft(Verb::update, kPolicyException, id("first"), {{"what", text("Ett konto")}})) == "ok");
}

TEST_CASE("S5 A2 nobody asks in another's name or for another part of the organisation") {
    Asking town;
    CHECK(town.both("cecilia", town.application("first", "dan")) == "invalid applicant=problem.own_name");
    CHECK(town.both("cecilia", town.application("first", "cecilia", "board_a")) == "forbidden unit=problem.place");
    CHECK(town.both("cecilia", town.application("first", "cecilia", "school_b")) == "forbidden unit=problem.place");
    CHECK(town.both("pupil", town.application("first", "pupil")) == "forbidden =problem.forbidden");
}
