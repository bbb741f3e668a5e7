// What Lisa says about a personal-data breach (D3), and what belongs to a part of the organisation.
#include "shared/insight/world.h"

using namespace lisa;
using namespace lisa::test;

namespace {

/// It is 25 November 2026, 14:00 in Sweden.
struct Cases : World {
    Cases() {
        set(kUnit, "board_a", "is_controller", Value{true});
        who = holder(Role::privacy_officer, "kommun");
    }
    Insight of(const Values& values) {
        Values all{{"name", text("Felskickat brev")},
                   {"unit", text(id("board_a"))},
                   {"discovered_at", text("2026-11-23T10:00:00Z")},
                   {"known_at", text("2026-11-23T12:30:00Z")}};
        for (const auto& [name, value] : values) all[name] = value;
        add(kBreach, "case", all);
        return insight(kBreach, "case");
    }
    std::string clock(const Values& values) {
        const Insight found = of(values);
        const Fact* one = fact(found, "clock.breach");
        return one ? one->text : "";
    }
};

}  // namespace

TEST_CASE("D3: the record says until when, or since when, or how it was stopped") {
    Cases store;
    CHECK(store.clock({}) == "till i morgon 13:30");
    CHECK(store.clock({{"known_at", text("2026-11-22T10:30:00Z")}, {"discovered_at", text("2026-11-22T10:00:00Z")}}) == "passerad sedan 2 h");
    const Value number = text("IMY-2026-1");
    CHECK(store.clock({{"notified_at", text("2026-11-24T12:30:00Z")}, {"authority_reference", number}}) == "lämnad efter 24 h, IMY-2026-1");
    CHECK(store.clock({{"notified_at", text("2026-11-27T12:30:00Z")}, {"authority_reference", number}}) == "lämnad för sent, efter 4 dygn, IMY-2026-1");
    CHECK(store.clock({{"status", text("not_notified")}, {"decision_reason", text("Krypterat")}}) == phrase("clock.decided_not"));
}

TEST_CASE("D3: what is missing before the decision is named, and who is still to be told") {
    Cases store;
    CHECK(says(store.of({}).remarks, "Inför beslutet saknas: "));
    CHECK(remarks(store.of({}), "insight.breach_no_advice"));
    CHECK_FALSE(remarks(store.of({}), "insight.breach_late"));
    CHECK(remarks(store.of({{"discovered_at", text("2026-11-20T10:00:00Z")}, {"known_at", kCleared}}), "insight.breach_late"));
    CHECK(remarks(store.of({{"known_at", kCleared}}), "insight.breach_no_knowledge"));
    CHECK(remarks(store.of({{"risk", text("high_risk")}}), "insight.breach_inform"));
    CHECK(remarks(store.of({{"risk", text("risk")}}), "insight.breach_must_notify"));
    CHECK_FALSE(remarks(store.of({{"risk", text("no_risk")}}), "insight.breach_must_notify"));
    CHECK(remarks(store.of({{"unit", text(id("school_a"))}}), "insight.breach_no_controller", {{"unit", "school_a"}}));
    const Insight late = store.of({{"notified_at", text("2026-10-01T12:30:00Z")}, {"authority_reference", text("IMY-1")}, {"notice", text("preliminary")}});
    CHECK(remarks(late, "insight.breach_supplement_late"));
}

TEST_CASE("O1: a part of the organisation shows what belongs to it and to all below it, and nothing of its neighbour") {
    World store;
    store.add(kSystem, "in_school", {{"name", text("Lärplattform")}, {"kind", text("application")}, {"unit", text(id("school_a"))}});
    store.add(kSystem, "retired", {{"name", text("Gammalt")}, {"kind", text("application")}, {"unit", text(id("board_a"))}, {"status", text("retired")}});
    store.add(kMeasure, "open", {{"name", text("Byt lås")}, {"unit", text(id("board_a"))}});
    store.add(kMeasure, "done", {{"name", text("Bytt lås")}, {"unit", text(id("board_a"))}, {"status", text("done")}});
    const Insight board = store.insight(kUnit, "board_a");
    const Fact *systems = fact(board, "insight.unit_systems"), *measures = fact(board, "insight.unit_measures");
    REQUIRE(systems);
    CHECK(systems->text == "2");
    CHECK(systems->list == &kSystem);
    REQUIRE(measures);
    CHECK(measures->records.front()->text("name") == "Byt lås");
    CHECK(measures->records.size() == 1);
    CHECK(fact(store.insight(kUnit, "board_b"), "insight.unit_systems") == nullptr);
    CHECK(fact(store.insight(kUnit, "kommun"), "insight.unit_systems")->text == "2");
}

TEST_CASE("R5: a risk above the tolerance stands on the page of the unit until it is brought down") {
    World store;
    store.add(kRiskMatrix, "matrix",
              {{"name", text("Fyra")},
               {"version", text("1")},
               {"size", number(4)},
               {"cells", text("0,0,1,1;0,1,2,2;1,2,3,3;1,2,3,4")},
               {"appetite", number(1)},
               {"unit", text(id("kommun"))},
               {"accept_3", text("chief_executive")}});
    store.add(kRiskAnalysis, "analysis",
              {{"name", text("Analys")}, {"kind", text("information_security")}, {"matrix", text(id("matrix"))}, {"unit", text(id("board_a"))}});
    store.add(kRisk, "high",
              {{"name", text("Avbrott")}, {"analysis", text(id("analysis"))}, {"current_likelihood", number(2)}, {"current_consequence", number(2)}});
    store.add(kRisk, "low",
              {{"name", text("Damm")}, {"analysis", text(id("analysis"))}, {"current_likelihood", number(0)}, {"current_consequence", number(0)}});
    const Insight board = store.insight(kUnit, "board_a");
    const Fact* risks = fact(board, "insight.unit_risks");
    REQUIRE(risks);
    REQUIRE(risks->records.size() == 1);
    CHECK(risks->records.front()->text("name") == "Avbrott");
    store.set(kRisk, "high", "status", text("closed"));
    CHECK(fact(store.insight(kUnit, "board_a"), "insight.unit_risks") == nullptr);
}

TEST_CASE("R1: a risk is to be assessed again when a measure was done, or personal data were breached in its system, after it") {
    World store;
    store.who = holder(Role::coordinator, "kommun");
    store.add(kRisk, "risk", {{"name", text("Avbrott")}, {"system", text(id("register"))}, {"assessed_on", text("2026-11-10")}});
    CHECK_FALSE(remarks(store.insight(kRisk, "risk"), "insight.reassess"));
    store.add(kMeasure, "measure", {{"name", text("Byt lås")}, {"risk", text(id("risk"))}, {"status", text("done")}, {"done_on", text("2026-11-12")}});
    CHECK(remarks(store.insight(kRisk, "risk"), "insight.reassess"));
    store.set(kMeasure, "measure", "done_on", text("2026-11-09"));
    CHECK_FALSE(remarks(store.insight(kRisk, "risk"), "insight.reassess"));
    store.add(kBreach, "case", {{"name", text("Läcka")}, {"system", text(id("register"))}, {"discovered_at", text("2026-11-10T23:30:00Z")}});
    CHECK(remarks(store.insight(kRisk, "risk"), "insight.reassess"));  // past midnight in Sweden
}
