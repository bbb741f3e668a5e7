// Whether a governing document is followed, proved by the registers or judged by a person (F7).
#include "insight/duties.h"

#include "shared/insight/world.h"

using namespace lisa;
using namespace lisa::test;

namespace {

struct Steered : World {
    Steered() { say("aim", "policy", "Alla ska gå utbildning. Informationen ska klassas."); }
    void say(std::string_view section, std::string_view document, std::string_view body) {
        put(kSection, id(section), {{"heading", text("Syfte")}, {"document", text(id(document))}, {"number", number(1)}, {"body", text(body)}});
    }
    void judge(std::string_view name, std::string_view section, std::string_view outcome, std::string_view day) {
        put(kDutyJudgement, id(name),
            {{"sentence", text("Alla ska gå utbildning.")}, {"section", text(id(section))}, {"outcome", text(outcome)}, {"judged_on", text(day)}});
    }
    std::vector<Duty> duties(std::string_view document = "policy") { return duties_of(at(kDocument, id(document)), around()); }
};

}  // namespace

TEST_CASE("F7: what the registers prove is counted, with what is lacking a step away") {
    Steered world;
    std::vector<Duty> duties = world.duties();
    REQUIRE(duties.size() == 2);
    const Duty& classified = duties[1];
    REQUIRE(classified.is_computed());
    CHECK(classified.status == DutyStatus::not_met);
    CHECK(classified.proofs[0].text == "Informationstillgångar: 0 av 2");
    CHECK(classified.proofs[0].records.size() == 2);
    world.set(kAsset, "grades", "classified_on", text("2026-01-01"));
    CHECK(world.duties()[1].status == DutyStatus::partly);
    world.set(kAsset, "maps", "classified_on", text("2026-01-01"));
    CHECK(world.duties()[1].status == DutyStatus::met);
    world.who = holder(Role::information_owner, "board_a");
    CHECK(world.duties()[1].status == DutyStatus::unseen);
    CHECK(world.duties()[1].proofs[0].records.empty());
}

TEST_CASE("F7: what nobody has judged says so, the latest judgement counts, and is old after a year") {
    Steered world;
    CHECK(world.duties()[0].status == DutyStatus::unjudged);
    world.judge("first", "aim", "not_met", "2025-11-20");
    CHECK(world.duties()[0].status == DutyStatus::not_met);
    CHECK(world.duties()[0].is_old);
    world.judge("second", "aim", "met", "2025-11-25");
    CHECK(world.duties()[0].status == DutyStatus::met);
    CHECK_FALSE(world.duties()[0].is_old);
}

TEST_CASE("F7: a new version keeps the judgement of what it says unaltered") {
    Steered world;
    world.judge("first", "aim", "met", "2026-11-20");
    world.put(kDocument, id("policy2"), {{"title", text("Policy 2")}, {"kind", text("policy")}, {"unit", text(id("kommun"))}});
    world.say("aim2", "policy2", "Något nytt ska gälla. Alla ska gå utbildning.");
    const std::vector<Duty> duties = world.duties("policy2");
    REQUIRE(duties.size() == 2);
    CHECK(duties[0].status == DutyStatus::unjudged);
    CHECK(duties[1].status == DutyStatus::met);
}

TEST_CASE("F7: several proofs of a sentence: the worst counts") {
    Steered world;
    world.say("aim", "policy", "Vi ska åtgärda brister och rapportera incidenter till myndigheter.");
    Duty duty = world.duties().front();
    CHECK(duty.status == DutyStatus::met);
    CHECK(duty.proofs.size() == 3);
    world.put(kMeasure, id("late"), {{"name", text("Lås")}, {"unit", text(id("kommun"))}, {"due_on", text("2026-11-24")}});
    duty = world.duties().front();
    CHECK(duty.status == DutyStatus::not_met);
    CHECK(duty.proofs[0].records.size() == 1);
}

TEST_CASE("F7: every proof has words and counts something") {
    for (const DutyProofFacts& one : kDutyProofs) CHECK(has_message(WordKey({"duty.proof", one.name}).view()));
    Steered world;
    world.say("aim", "policy",
              "Informationen ska klassas. Informationsägare och systemägare ska utses. Riskanalyser ska göras. Dataskyddshandläggare ska utses. "
              "Vi ska åtgärda brister. Incidenter ska anmälas till myndigheten. Två rapporter om året ska ges till kommunstyrelsen.");
    for (const Duty& duty : world.duties()) CHECK(duty.is_computed());
}
