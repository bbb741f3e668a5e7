// Who writes what in a personal-data breach, and which steps hold (D3).
#include <doctest/doctest.h>

#include "domain/breach_clock.h"
#include "i18n/words.h"
#include "shared/memory.h"

using namespace lisa;
using namespace lisa::test;

namespace {

const Actor kKeeper = holder(Role::privacy_administrator, "board_a", "keeper");
const Actor kOwner = holder(Role::information_owner, "board_a", "owner");
const Actor kOfficer = holder(Role::privacy_officer, "kommun", "officer");
const Actor kCoordinator = holder(Role::coordinator, "kommun", "coordinator");

const Patch kAssessed{{"risk", text("risk")}, {"risk_reason", text("Adresser kan missbrukas")}};
const Patch kNotice{{"notified_at", text("2026-11-23T13:00:00Z")}, {"authority_reference", text("IMY-2026-1")}, {"notice", text("complete")}};

/// A breach of board A, known on Saturday at noon; it is Monday afternoon.
struct Case : Municipality {
    Case() {
        put(kBreach, id("case"),
            {{"name", text("Felskickat brev")},
             {"unit", text(id("board_a"))},
             {"discovered_at", text("2026-11-21T10:00:00Z")},
             {"known_at", text("2026-11-21T12:00:00Z")}});
    }
    std::string update(const Actor& who, const Patch& patch) {
        return outcome(apply(fresh(*this, Verb::update, kBreach, id("case"), patch), who, kNow, *this));
    }
    std::string take(const Actor& who, const char* name, const Patch& patch = {}) {
        return outcome(apply(fresh_step(*this, kBreach, id("case"), name, patch), who, kNow, *this));
    }
    std::string now(const char* field) { return at(kBreach, id("case")).text(field); }
};

Patch both(Patch a, const Patch& b) {
    for (const auto& [name, edit] : b) a[name] = edit;
    return a;
}

}  // namespace

TEST_CASE("D3: a notice with the authority's number stops the clock, and nothing less does") {
    Case store;
    CHECK(store.now("notify_by") == "2026-11-24T12:00:00Z");
    CHECK(store.take(kKeeper, "notify", kAssessed) == "invalid notified_at=problem.required authority_reference=problem.required notice=problem.required");
    CHECK(store.take(kKeeper, "notify", kNotice) == "invalid risk=problem.required risk_reason=problem.required");
    CHECK(store.update(kKeeper, both(kAssessed, {{"notified_at", text("2026-11-23T13:00:00Z")}})) == "ok");
    CHECK(store.now("notify_by") == "2026-11-24T12:00:00Z");
    CHECK(store.take(kKeeper, "notify", kNotice) == "ok");
    CHECK(store.now("notify_by") == "");
    CHECK(store.update(kKeeper, {{"authority_reference", kCleared}}) == "invalid authority_reference=problem.required");
}

TEST_CASE("D3: a late notice says why") {
    Case store;
    REQUIRE(store.update(kKeeper, {{"discovered_at", text("2026-11-19T10:00:00Z")}, {"known_at", text("2026-11-19T12:00:00Z")}}) == "ok");
    CHECK(store.take(kKeeper, "notify", both(kAssessed, kNotice)) == "invalid delay_reason=problem.required");
    CHECK(store.take(kKeeper, "notify", both(both(kAssessed, kNotice), {{"delay_reason", text("Ingen var i tjänst")}})) == "ok");
}

TEST_CASE("D3: not to notify is decided with a reason, and never at risk") {
    Case store;
    const Patch unlikely{{"risk", text("no_risk")}, {"risk_reason", text("Krypterat")}};
    CHECK(store.take(kOwner, "decide_not", unlikely) == "invalid decision_reason=problem.required");
    CHECK(store.take(kOwner, "decide_not", both(kAssessed, {{"decision_reason", text("Vi vill inte")}})) == "invalid risk=problem.must_notify");
    CHECK(store.now("notify_by") == "2026-11-24T12:00:00Z");
    CHECK(store.take(kOwner, "decide_not", both(unlikely, {{"decision_reason", text("Osannolikt att någon skadas")}})) == "ok");
    CHECK(store.now("notify_by") == "");
    CHECK(store.update(kOwner, {{"risk", text("high_risk")}}) == "invalid risk=problem.must_notify");
    CHECK(store.take(kKeeper, "reconsider") == "ok");
    CHECK(store.now("notify_by") == "2026-11-24T12:00:00Z");
}

TEST_CASE("D3: the controller's side decides, the officer advises, and neither writes the other's part") {
    for (const Actor& who : {kOfficer, kCoordinator}) {
        Case store;
        CHECK(store.take(who, "notify", both(kAssessed, kNotice)).starts_with("invalid "));
        CHECK(store.take(who, "decide_not") == "forbidden status=problem.forbidden");
        CHECK(store.take(who, "dismiss") == "forbidden status=problem.forbidden");
        for (const auto& [field, edit] : both(kAssessed, kNotice)) CHECK(store.update(who, {{field, edit}}) == "invalid " + field + "=problem.controller_only");
        CHECK(store.update(who, {{"description", text("Brevet kom till fel port")}}) == "ok");
    }
    Case store;
    CHECK(store.update(kKeeper, {{"officer_advice", text("Anmäl inte")}}) == "invalid officer_advice=problem.advice_only");
    CHECK(store.update(kOfficer, {{"officer_advice", text("Anmäl")}}) == "ok");
    const Patch born{{"name", text("Ny")}, {"unit", text(id("board_a"))}, {"discovered_at", text("2026-11-23T10:00:00Z")}};
    CHECK(outcome(apply(change(Verb::create, kBreach, id("new"), 0, both(born, kAssessed)), kCoordinator, kNow, store)) ==
          "invalid risk=problem.controller_only risk_reason=problem.controller_only");
    CHECK(outcome(apply(change(Verb::create, kBreach, id("new"), 0, born), kCoordinator, kNow, store)) == "ok");
}

TEST_CASE("D3: events come in their order, and none from the future") {
    Case store;
    CHECK(store.update(kKeeper, {{"occurred_at", text("2026-11-21T11:00:00Z")}}) == "invalid discovered_at=problem.before_occurred");
    CHECK(store.update(kKeeper, {{"known_at", text("2026-11-21T09:00:00Z")}}) == "invalid known_at=problem.before_discovered");
    CHECK(store.update(kKeeper, {{"notified_at", text("2026-11-21T11:00:00Z")}}) == "invalid notified_at=problem.before_known");
    CHECK(store.update(kKeeper, {{"known_at", text("2026-11-23T14:30:00Z")}}) == "invalid known_at=problem.in_the_future");
    CHECK(store.update(kKeeper, {{"known_at", text("2026-11-23T14:14:00Z")}}) == "ok");  // a clock may be some minutes ahead
    CHECK(store.update(kKeeper, {{"occurred_at", text("2026-11-21T10:00:00Z")}}) == "ok");
}

TEST_CASE("D3: a case is closed when the people are told and the notice is whole") {
    Case store;
    REQUIRE(store.take(kKeeper, "notify", both(both(kAssessed, kNotice), {{"risk", text("high_risk")}, {"notice", text("preliminary")}})) == "ok");
    CHECK(store.take(kKeeper, "close") == "invalid informing=problem.must_inform supplemented_on=problem.must_supplement");
    const Patch told{{"informing", text("informed")}, {"informed_on", text("2026-11-23")}, {"supplemented_on", text("2026-11-23")}};
    CHECK(store.take(kKeeper, "close", told) == "ok");
    CHECK(store.take(kKeeper, "reopen") == "ok");
    CHECK(store.now("notify_by") == "");  // the number still stands
}

TEST_CASE("D3: few read the log, the device keeps none of it, and nothing in it is removed") {
    CHECK_FALSE(kBreach.kept_on_device);
    const Places places{id("board_a"), id("kommun")};
    for (const RoleFacts& row : kRoles) {
        CAPTURE(std::string(row.name));
        const Actor who = holder(row.role, "board_a");
        const bool is_reader = (detail::kBreachKeepers | Role::auditor).has(row.role);
        CHECK(allowed(who, Right::read, kBreach, places) == is_reader);
        CHECK_FALSE(allowed(who, Right::remove, kBreach, places));
        CHECK_FALSE(allowed(holder(row.role, "board_b"), Right::read, kBreach, places));
    }
    Case store;
    CHECK(outcome(apply(fresh(store, Verb::remove, kBreach, id("case")), kKeeper, kNow, store)) == "forbidden =problem.forbidden");
}
