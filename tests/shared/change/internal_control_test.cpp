// Internal control from plan to signed result (F3).
#include "domain/internal_control.h"

#include <doctest/doctest.h>

#include "domain/due.h"
#include "domain/follow_up.h"
#include "shared/memory.h"

using namespace lisa;
using namespace lisa::test;

namespace {

const Actor kOwner = holder(Role::information_owner, "board_a", "anna");
const Actor kManager = holder(Role::manager, "board_a", "bo");

struct Controlled : Municipality {
    Controlled() {
        put(kControlPlan, id("plan"), {{"name", text("Internkontroll 2026")}, {"year", number(2026)}, {"unit", text(id("board_a"))}});
        put(kControlPoint, id("point"),
            {{"name", text("Behörigheter")},
             {"plan", text(id("plan"))},
             {"risk_text", text("Någon ser för mycket")},
             {"method", text("Jämför med personallistan")},
             {"sample", text("25 konton")},
             {"frequency", text("quarterly")},
             {"responsible", text(id("anna"))},
             {"due_on", text("2026-11-20")}});
    }
    std::string alter(const Entity& entity, const char* name, const Patch& patch, const Actor& who = kOwner) {
        return outcome(apply(fresh(*this, Verb::update, entity, id(name), patch), who, kNow, *this));
    }
    std::string step(const Entity& entity, const char* name, const char* step, const Patch& patch = {}, const Actor& who = kOwner) {
        return outcome(apply(fresh_step(*this, entity, id(name), step, patch), who, kNow, *this));
    }
    void result(std::string_view name, std::string_view outcome, std::string_view day, std::string_view status) {
        put(kControlResult, id(name),
            {{"point", text(id("point"))},
             {"checked_on", text(day)},
             {"outcome", text(outcome)},
             {"sample_checked", number(25)},
             {"deviations", number(2)},
             {"status", text(status)}});
    }
};

const Patch kDecision{{"risk_basis", text("De tre värsta")}, {"decided_on", text("2026-01-20")}, {"decided_by", text("Utbildningsnämnden")}};

}  // namespace

TEST_CASE("F3: a plan is decided with its ground, stays as decided, and is reported with a conclusion") {
    Controlled store;
    CHECK(store.step(kControlPlan, "plan", "decide") == "invalid risk_basis=problem.required decided_on=problem.required decided_by=problem.required");
    CHECK(store.step(kControlPlan, "plan", "decide", kDecision, kManager) == "forbidden status=problem.forbidden");
    REQUIRE(store.step(kControlPlan, "plan", "decide", kDecision) == "ok");
    CHECK(store.alter(kControlPlan, "plan", {{"risk_basis", text("Annat")}}) == "invalid risk_basis=problem.decided");
    CHECK(store.alter(kControlPlan, "plan", {{"report_on", text("2027-01-31")}}) == "ok");
    CHECK(store.step(kControlPlan, "plan", "report") == "invalid reported_on=problem.required conclusion=problem.required");
    CHECK(store.step(kControlPlan, "plan", "report", {{"reported_on", text("2026-11-20")}, {"conclusion", text("Tillräcklig")}}) == "ok");
}

TEST_CASE("F3: a result is signed in one's own name, with what was found and what is done where it is not green") {
    Controlled store;
    store.result("r", "yellow", "2026-11-20", "draft");
    CHECK(store.step(kControlResult, "r", "sign") == "invalid finding=problem.required action=problem.required signed_by=problem.own_signature");
    const Patch told{{"finding", text("Två hade slutat")}, {"action", text("Listan kommer varje månad")}, {"signed_by", text(id("anna"))}};
    CHECK(store.alter(kControlResult, "r", {{"deviations", number(26)}}) == "invalid deviations=problem.more_than_sample");
    CHECK(store.alter(kControlResult, "r", {{"checked_on", text("2026-11-24")}}) == "invalid checked_on=problem.in_the_future");
    REQUIRE(store.step(kControlResult, "r", "sign", told) == "ok");
    CHECK(store.at(kControlResult, id("r")).get(control_result::signed_at) == kNow.utc);
    CHECK(store.alter(kControlResult, "r", {{"outcome", text("green")}}) == "invalid outcome=problem.signed");
    CHECK(store.step(kControlResult, "r", "reopen", {}, kManager) == "forbidden status=problem.forbidden");
    REQUIRE(store.step(kControlResult, "r", "reopen") == "ok");
    CHECK(store.at(kControlResult, id("r")).get(control_result::signed_at).empty());
    store.result("empty", "green", "2026-11-20", "draft");
    CHECK(store.step(kControlResult, "empty", "sign", {{"sample_checked", kCleared}, {"deviations", kCleared}, {"signed_by", text(id("anna"))}}) ==
          "invalid sample_checked=problem.required deviations=problem.required");
}

TEST_CASE("F3: no other board writes, nor an auditor, and an employee sees no result") {
    Controlled store;
    store.result("r", "green", "2026-11-20", "draft");
    CHECK(store.alter(kControlPoint, "point", {{"sample", text("Alla")}}, holder(Role::information_owner, "board_b")) == "missing =problem.missing");
    CHECK(store.alter(kControlPoint, "point", {{"sample", text("Alla")}}, holder(Role::auditor, "kommun")) == "forbidden =problem.forbidden");
    CHECK_FALSE(allowed(holder(Role::employee, "board_a"), Right::read, kControlResult, {id("board_a"), id("kommun")}));
    CHECK(allowed(holder(Role::employee, "board_a"), Right::read, kControlPoint, {id("board_a"), id("kommun")}));
    CHECK(allowed(holder(Role::board_member, "board_a"), Right::read, kControlResult, {id("board_a"), id("kommun")}));
}

TEST_CASE("F3: signing moves the point on by its frequency, or ends it") {
    Controlled store;
    const auto values = result_for(store.at(kControlPoint, id("point")), "2026-11-25");
    CHECK(values.at("checked_on") == text("2026-11-25"));
    CHECK(values.at("next_control_on") == text("2027-02-20"));
    Record result{kControlResult};
    result.set(control_result::point, id("point"));
    result.set(control_result::next_control_on, std::string("2027-02-20"));
    CHECK(follow_up(result, "sign", "2026-11-25")->values.at("due_on") == text("2027-02-20"));
    result.values[control_result::next_control_on.index] = {};
    CHECK(is_blank(follow_up(result, "sign", "2026-11-25")->values.at("due_on")));
    CHECK_FALSE(follow_up(result, "reopen", "2026-11-25"));
    Record once = store.at(kControlPoint, id("point"));
    once.set(control_point::frequency, std::string("once"));
    CHECK_FALSE(result_for(once, "2026-11-25").contains("next_control_on"));
}

TEST_CASE("F3: what is due comes to who is named, else to who answers for the board") {
    Controlled store;
    const DueSource source{[&](std::string_view name) { return store.all(*find_entity(kCatalog, name)); },
                           [&](const Record& record) { return *places_of(record, store); }};
    const auto due = [&](const Actor& who) {
        std::string found;
        for (const Due& one : due_for(who, source, "2026-12-31")) found += std::string(one.rule->entity) + "." + std::string(one.rule->date) + " ";
        return found;
    };
    CHECK(due({id("anna"), {}}) == "control_point.due_on ");
    CHECK(due(holder(Role::information_owner, "board_a")) == "");
    REQUIRE(store.alter(kControlPoint, "point", {{"responsible", kCleared}}) == "ok");
    CHECK(due(holder(Role::information_owner, "board_a")) == "control_point.due_on ");
    CHECK(due(holder(Role::information_owner, "board_b")) == "");
}

TEST_CASE("F3: the latest signed result of a point counts, a draft does not") {
    Controlled store;
    const auto counts = [&] {
        const auto points = store.all(kControlPoint), results = store.all(kControlResult);
        return counts_of(standings_of(points, results, "2026-11-25"));
    };
    CHECK(counts().none == 1);
    CHECK(counts().late == 1);
    store.result("a", "red", "2026-05-20", "signed");
    store.result("b", "green", "2026-08-20", "signed");
    store.result("c", "yellow", "2026-11-20", "draft");
    CHECK(counts().green == 1);
    CHECK(counts().all() == 1);
}
