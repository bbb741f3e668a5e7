// Who decides what about an incident notification, and which steps hold (H3).
#include <doctest/doctest.h>

#include "i18n/words.h"
#include "shared/memory.h"

using namespace lisa;
using namespace lisa::test;

namespace {

const Actor kChief = holder(Role::chief_executive, "kommun", "chief");
const Actor kItManager = holder(Role::it_manager, "kommun", "it");

const Patch kJudged{{"significance", text("not_significant")}, {"significance_reason", text("Ingen tröskel är passerad")}};
const Patch kWarned{{"warned_at", text("2026-11-22T08:00:00Z")}, {"warning_reference", text("MCF-1")}};
const Patch kNotice{{"notified_at", text("2026-11-23T13:00:00Z")}, {"authority_reference", text("MCF-2")}};

Patch both(Patch a, const Patch& b) {
    for (const auto& [name, edit] : b) a.insert_or_assign(name, edit);
    return a;
}

/// An incident known on Saturday at noon; it is Monday afternoon.
struct Case : Municipality {
    Case() {
        put(kNotification, id("case"),
            {{"name", text("Avbrott")},
             {"unit", text(id("kommun"))},
             {"discovered_at", text("2026-11-21T10:00:00Z")},
             {"known_at", text("2026-11-21T12:00:00Z")}});
    }
    std::string update(const Actor& who, const Patch& patch) {
        return outcome(apply(fresh(*this, Verb::update, kNotification, id("case"), patch), who, kNow, *this));
    }
    std::string take(const Actor& who, const char* name, const Patch& patch = {}) {
        return outcome(apply(fresh_step(*this, kNotification, id("case"), name, patch), who, kNow, *this));
    }
    std::string now(const char* field) { return at(kNotification, id("case")).text(field); }
};

}  // namespace

TEST_CASE("H3: each receipt stops its own clock, and the notification starts the month") {
    Case store;
    CHECK(store.now("warn_by") == "2026-11-22T12:00:00Z");
    CHECK(store.now("notify_by") == "2026-11-24T12:00:00Z");
    CHECK(store.now("final_by") == "");
    CHECK(store.update(kItManager, kWarned) == "ok");
    CHECK(store.now("warn_by") == "");
    CHECK(store.take(kItManager, "notify") == "invalid notified_at=problem.required authority_reference=problem.required");
    CHECK(store.take(kItManager, "notify", kNotice) == "ok");
    CHECK(store.now("notify_by") == "");
    CHECK(store.now("final_by") == "2026-12-23T22:59:00Z");
}

TEST_CASE("H3: what was never said, or said too late, takes a reason before the step") {
    Case store;
    CHECK(store.take(kItManager, "notify", kNotice) == "invalid delay_reason=problem.required");  // no first notice was sent
    CHECK(store.take(kItManager, "notify", both(kNotice, {{"delay_reason", text("Ingen var i tjänst")}})) == "ok");
}

TEST_CASE("H3: not to notify is decided with reasons by who answers for the operator, and never when it is significant") {
    for (const auto& [field, edit] : both(kJudged, {{"decision_reason", text("Liten")}, {"judged_at", text("2026-11-22T08:00:00Z")}})) {
        Case store;
        CAPTURE(field);
        CHECK(store.update(kItManager, {{field, edit}}) == "invalid " + field + "=problem.operator_only");
        CHECK(store.update(kChief, {{field, edit}}) == "ok");
    }
    Case store;
    CHECK(store.take(kItManager, "decide_not") == "forbidden status=problem.forbidden");
    CHECK(store.take(kChief, "decide_not", kJudged) == "invalid decision_reason=problem.required");
    CHECK(store.take(kChief, "decide_not", both(kJudged, {{"significance", text("significant")}, {"decision_reason", text("Vi vill inte")}})) ==
          "invalid significance=problem.must_notify_incident");
    CHECK(store.take(kChief, "decide_not", both(kJudged, {{"decision_reason", text("Ingen utanför berördes")}})) == "ok");
    CHECK(store.now("decided_at") == kNow.utc);
    CHECK(store.now("warn_by") == "");
    CHECK(store.now("notify_by") == "");
    CHECK(store.take(kItManager, "reconsider") == "ok");
    CHECK(store.now("decided_at") == "");
    CHECK(store.now("notify_by") == "2026-11-24T12:00:00Z");
}

TEST_CASE("H3: it is closed by the report with its receipt and the cause") {
    Case store;
    REQUIRE(store.take(kItManager, "notify", both(kNotice, kWarned)) == "ok");
    CHECK(store.take(kItManager, "close") == "invalid final_at=problem.required final_reference=problem.required cause=problem.required");
    const Patch early{{"final_at", text("2026-11-23T12:00:00Z")}, {"final_reference", text("MCF-3")}, {"cause", text("technical")}};
    CHECK(store.take(kItManager, "close", early) == "invalid final_at=problem.before_notified");
    CHECK(store.take(kItManager, "close", both(early, {{"final_at", text("2026-11-23T13:30:00Z")}})) == "ok");
    CHECK(store.now("final_by") == "");
}

TEST_CASE("H3: few read where the defences are weak, no device keeps it, and each operator sees its own") {
    CHECK_FALSE(kNotification.kept_on_device);
    const Places places{id("board_a"), id("kommun")};
    for (const Role role : {Role::employee, Role::manager, Role::board_member, Role::system_owner, Role::administrator})
        CHECK_FALSE(allowed(holder(role, "kommun"), Right::read, kNotification, places));
    CHECK(allowed(kItManager, Right::read, kNotification, places));
    CHECK_FALSE(allowed(holder(Role::it_manager, "board_b"), Right::read, kNotification, places));
}
