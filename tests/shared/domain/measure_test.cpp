#include "domain/measure.h"

#include <doctest/doctest.h>

#include "shared/memory.h"

using namespace lisa;
using namespace lisa::test;

namespace {

const Actor kOwner = holder(Role::information_owner, "board_a", "anna");

/// A measure against an accepted risk of board A.
struct Planned : Municipality {
    Planned() {
        put(kRiskAnalysis, id("analysis"), {{"name", text("Analys")}, {"unit", text(id("board_a"))}});
        for (const char* name : {"risk", "other"})
            put(kRisk, id(name),
                {{"name", text(name)},
                 {"analysis", text(id("analysis"))},
                 {"owner", text(id("anna"))},
                 {"status", text(*name == 'r' ? "accepted" : "treated")}});
        put(kMeasure, id("measure"),
            {{"name", text("Säkerhetskopior")}, {"unit", text(id("board_a"))}, {"risk", text(id("risk"))}, {"due_on", text("2027-01-31")}});
    }
    std::string update(const Patch& patch, std::string_view now = kNow.utc) {
        return outcome(apply(fresh(*this, Verb::update, kMeasure, id("measure"), patch), kOwner, {std::string(now)}, *this));
    }
    std::string step(const char* name) { return outcome(apply(fresh_step(*this, kMeasure, id("measure"), name), kOwner, kNow, *this)); }
    std::string plan_changed_at() const { return at(kMeasure, id("measure")).get(measure::plan_changed_at); }
};

}  // namespace

TEST_CASE("R4: a measure notes when its plan was altered, and not who does it, what it costs or how far it has come") {
    for (const Patch& patch : {Patch{{"name", text("Säkerhetskopior varje natt")}}, Patch{{"description", text("Två ställen")}},
                               Patch{{"due_on", text("2027-06-30")}}, Patch{{"effect", text("both")}}}) {
        CAPTURE(patch.begin()->first);
        Planned store;
        REQUIRE(store.plan_changed_at().empty());
        CHECK(store.update(patch) == "ok");
        CHECK(store.plan_changed_at() == kNow.utc);
    }
    for (const Patch& patch : {Patch{{"owner", text(id("anna"))}}, Patch{{"cost_once", number(1000)}}, Patch{{"notes", NoteEdit{"Ringt"}}},
                               Patch{{"done_on", text("2026-11-20")}}, Patch{{"priority", text("high")}}}) {
        CAPTURE(patch.begin()->first);
        Planned store;
        CHECK(store.update(patch) == "ok");
        CHECK(store.plan_changed_at().empty());
    }
    Planned carried_out, dropped;
    CHECK(carried_out.step("start") == "ok");
    CHECK(carried_out.step("finish") == "ok");
    CHECK(carried_out.plan_changed_at().empty());
    CHECK(dropped.step("drop") == "ok");
    CHECK(dropped.plan_changed_at() == kNow.utc);
    CHECK(dropped.step("resume") == "ok");
}

TEST_CASE("R4: a new measure has a new plan, and one that is removed and put back has the one it had") {
    Planned store;
    const Change made = change(Verb::create, kMeasure, id("new"), 0, {{"name", text("Öva")}, {"unit", text(id("board_a"))}, {"risk", text(id("other"))}});
    REQUIRE(outcome(apply(made, kOwner, kNow, store)) == "ok");
    CHECK(store.at(kMeasure, id("new")).get(measure::plan_changed_at) == kNow.utc);
    for (Verb verb : {Verb::remove, Verb::restore})
        REQUIRE(outcome(apply(fresh(store, verb, kMeasure, id("new")), kOwner, {"2026-12-24T15:00:00Z"}, store)) == "ok");
    CHECK(store.at(kMeasure, id("new")).get(measure::plan_changed_at) == kNow.utc);
}

TEST_CASE("R1 R4: the measure that a risk was accepted with is not carried off to another risk, or to none") {
    for (const Value& to : {text(id("other")), kCleared}) {
        Planned store;
        CHECK(store.update({{"risk", to}}) == "invalid risk=problem.measure_of_accepted");
        store.records.at({"risk", id("risk")}).set(risk::status, std::string("treated"));
        CHECK(store.update({{"risk", to}}) == "ok");
    }
    Planned store;
    store.records.at({"measure", id("measure")}).set(measure::risk, id("other"));
    CHECK(store.update({{"risk", text(id("risk"))}}) == "ok");
    CHECK(store.plan_changed_at() == kNow.utc);
}

TEST_CASE("R1 R4: the measure that a risk was accepted with is not removed, also when it is dropped") {
    Planned store;
    const auto remove = [&] { return outcome(apply(fresh(store, Verb::remove, kMeasure, id("measure")), kOwner, kNow, store)); };
    CHECK(remove() == "invalid =problem.measure_of_accepted");
    REQUIRE(store.step("drop") == "ok");
    CHECK(remove() == "invalid =problem.measure_of_accepted");
    CHECK_FALSE(store.at(kMeasure, id("measure")).removed);
    store.records.at({"risk", id("risk")}).set(risk::status, std::string("treated"));
    CHECK(remove() == "ok");
    Planned other;
    other.records.at({"measure", id("measure")}).values[measure::risk.index] = {};
    CHECK(outcome(apply(fresh(other, Verb::remove, kMeasure, id("measure")), kOwner, kNow, other)) == "ok");
}

TEST_CASE("R4: a measure may be because of a risk, an event, a breach, a control by the data protection officer, an internal control, or an exception") {
    const Places places{id("school_a"), id("board_a"), id("kommun")};
    int causes = 0;
    for (const Entity* entity : kCatalog) {
        CAPTURE(entity->name);
        Record cause{*entity};
        cause.id = id("cause");
        const auto values = measure_for(cause, places);
        CHECK(values.empty() == cause_field(*entity).empty());
        if (values.empty()) continue;
        ++causes;
        CHECK(values.at("unit") == text(id("school_a")));
        const Field* field = find_field(kMeasure, cause_field(*entity));
        REQUIRE(field);
        CHECK(field->ref == entity->name);
        CHECK(values.at(std::string(field->name)) == text(id("cause")));
    }
    CHECK(causes == 8);
    for (const Entity* entity : {&kRisk, &kEvent, &kBreach, &kPrivacyCheck, &kPolicyException, &kControlResult}) CHECK_FALSE(cause_field(*entity).empty());
    Record breach{kBreach};
    breach.id = id("cause");
    breach.values[position(kBreach, "system")] = text(id("register"));
    CHECK(measure_for(breach, {}) == std::map<std::string, Value>{{"breach", text(id("cause"))}, {"system", text(id("register"))}});
}

TEST_CASE("R4: a measure refers to what it is because of, and not to what is not there") {
    Planned store;
    store.put(kBreach, id("case"), {{"name", text("Läcka")}, {"unit", text(id("board_a"))}, {"discovered_at", text("2026-11-20T08:00:00Z")}});
    CHECK(store.update({{"breach", text(id("case"))}}) == "ok");
    CHECK(store.update({{"policy_exception", text(id("case"))}}) == "invalid policy_exception=problem.reference");
    CHECK(store.update({{"privacy_check", text(id("nowhere"))}}) == "invalid privacy_check=problem.reference");
    CHECK(outcome(apply(fresh(store, Verb::remove, kBreach, id("case")), kOwner, kNow, store)) == "forbidden =problem.forbidden");
}
