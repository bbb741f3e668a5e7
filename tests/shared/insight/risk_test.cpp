// What is said about a risk after its acceptance, and about what is done because of it and of other things.
#include "shared/insight/world.h"

using namespace lisa;
using namespace lisa::test;

namespace {

void accept(World& world) {
    add_matrix(world);
    add_risk(world, 1, 2);
    for (const auto& [field, value] : Values{{"status", text("accepted")},
                                             {"accepted_by", text(id("anna"))},
                                             {"accepted_on", text("2026-11-01")},
                                             {"accepted_at", text("2026-11-01T09:00:00Z")},
                                             {"acceptance_until", text("2027-11-01")},
                                             {"accepted_level", number(1)}})
        world.set(kRisk, "risk", field, value);
}

}  // namespace

TEST_CASE("R1: what was altered since a risk was accepted is named, and that it has to be accepted anew") {
    World world;
    accept(world);
    CHECK_FALSE(remarks(world.insight(kRisk, "risk"), "check.risk.accept_anew"));
    world.set(kRisk, "risk", "changed_since_acceptance", Set{"consequence", "description"});
    const Insight insight = world.insight(kRisk, "risk");
    const std::string fields = phrase("field.risk.description") + ", " + phrase("field.risk.consequence");
    CHECK(remarks(insight, "check.risk.changed_since_acceptance", {{"fields", fields}}));
    CHECK(remarks(insight, "check.risk.accept_anew"));
    world.set(kRisk, "risk", "changed_since_acceptance", Set{"current_likelihood"});
    CHECK_FALSE(remarks(world.insight(kRisk, "risk"), "check.risk.accept_anew"));
}

TEST_CASE("R1 R4: a plan that was altered since is named, and what a risk has of measures is counted and listed") {
    World world;
    accept(world);
    CHECK(fact(world.insight(kRisk, "risk"), "entities.measure") == nullptr);
    world.add(kMeasure, "backup", {{"name", text("Säkerhetskopior")}, {"risk", text(id("risk"))}, {"unit", text(id("board_a"))}});
    world.add(kMeasure, "done", {{"name", text("Utbildning")}, {"risk", text(id("risk"))}, {"unit", text(id("board_a"))}, {"status", text("done")}});
    const Fact counted = *fact(world.insight(kRisk, "risk"), "entities.measure");
    CHECK(counted.text == fill(phrase("insight.measures_text"), {{"count", "2"}, {"open", "1"}}));
    CHECK(counted.list == &kMeasure);
    CHECK(counted.records.size() == 2);
    world.set(kMeasure, "backup", "plan_changed_at", text("2026-11-02T09:00:00Z"));
    CHECK(remarks(world.insight(kRisk, "risk"), "check.risk.measures_changed", {{"measures", "Säkerhetskopior"}}));
    world.set(kMeasure, "backup", "plan_changed_at", text("2026-10-31T09:00:00Z"));
    CHECK_FALSE(says(world.insight(kRisk, "risk").remarks, "Säkerhetskopior"));
}

TEST_CASE("R4 D3 D6 S5: a breach, a control by the officer and an exception list the measures that came of them") {
    World world;
    world.add(kBreach, "cause", {{"name", text("Läcka")}, {"unit", text(id("board_a"))}, {"discovered_at", text("2026-11-20T08:00:00Z")}});
    world.add(kPrivacyCheck, "cause", {{"name", text("Stickprov")}, {"unit", text(id("board_a"))}});
    world.add(kPolicyException, "cause", {{"name", text("Delat konto")}, {"unit", text(id("board_a"))}});
    for (const Entity* entity : {&kBreach, &kPrivacyCheck, &kPolicyException}) {
        CAPTURE(entity->name);
        CHECK(fact(world.insight(*entity, "cause"), "entities.measure") == nullptr);
        world.add(kMeasure, entity->name, {{"name", text("Åtgärd")}, {"unit", text(id("board_a"))}, {std::string(entity->name), text(id("cause"))}});
        const Insight insight = world.insight(*entity, "cause");
        REQUIRE(fact(insight, "entities.measure"));
        CHECK(fact(insight, "entities.measure")->records.front()->id == id(entity->name));
    }
}

TEST_CASE("R1 D3: a risk that came true is to be assessed again") {
    World world;
    add_matrix(world);
    add_risk(world);  // assessed 2026-10-15
    world.add(kBreach, "case", {{"name", text("Läcka")}, {"unit", text(id("board_a"))}, {"discovered_at", text("2026-10-20T08:00:00Z")}});
    CHECK_FALSE(remarks(world.insight(kRisk, "risk"), "insight.reassess"));
    world.set(kBreach, "case", "realised_risk", text(id("risk")));
    CHECK(remarks(world.insight(kRisk, "risk"), "insight.reassess"));
}

TEST_CASE("I2: a system in use is to be gone through, and says so when its day has come") {
    World world;
    CHECK_FALSE(remarks(world.insight(kSystem, "register"), "insight.review_system"));  // planned
    world.set(kSystem, "register", "status", text("in_operation"));
    CHECK(remarks(world.insight(kSystem, "register"), "insight.review_system"));
    world.set(kSystem, "register", "review_on", text("2027-01-01"));
    CHECK_FALSE(remarks(world.insight(kSystem, "register"), "insight.review_system"));
}
