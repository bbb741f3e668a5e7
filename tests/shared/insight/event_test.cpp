// What Lisa says about an event, its cases and the risks that it touches (H2, H3, H4).
#include "shared/insight/world.h"

using namespace lisa;
using namespace lisa::test;

namespace {

/// It is 25 November 2026, 14:00 in Sweden. An incident in the register of pupils, known yesterday afternoon.
struct Events : World {
    Events() {
        put(kUnit, id("kommun"), {{"name", text("Kommunen")}, {"kind", text("municipality")}});
        who = holder(Role::coordinator, "kommun", "coordinator");
        add(kEvent, "event",
            {{"name", text("Avbrott")},
             {"unit", text(id("board_a"))},
             {"status", text("triaged")},
             {"kind", text("incident")},
             {"severity", text("serious")},
             {"reference", text("H 1")},
             {"role", text("it_manager")},
             {"responsible", text(id("anna"))},
             {"handle_by", text("2026-12-01")},
             {"has_personal_data", text("no")},
             {"system", text(id("register"))},
             {"reporter", text(id("anna"))},
             {"discovered_at", text("2026-11-24T11:00:00Z")},
             {"known_at", text("2026-11-24T14:30:00Z")}});
    }
    void add_case(Value known = text("2026-11-24T14:30:00Z")) {
        add(kNotification, "case",
            {{"name", text("Avbrott")},
             {"unit", text(id("kommun"))},
             {"event", text(id("event"))},
             {"discovered_at", text("2026-11-24T11:00:00Z")},
             {"known_at", std::move(known)}});
    }
    Insight event() { return insight(kEvent, "event"); }
    Insight notification() { return insight(kNotification, "case"); }
};

}  // namespace

TEST_CASE("H3: an incident that nobody has tested says until when a first notice would be due") {
    Events store;
    CHECK(remarks(store.event(), "insight.event_not_tested", {{"when", "till i dag 15:30"}}));
    store.set(kEvent, "event", "known_at", kCleared);
    CHECK(remarks(store.event(), "insight.event_no_knowledge"));
    CHECK(remarks(store.event(), "insight.event_not_tested", {{"when", "passerad sedan 2 h"}}));
    store.set(kEvent, "event", "kind", text("near_miss"));
    CHECK_FALSE(says(store.event().remarks, "Pröva om incidenten"));
}

TEST_CASE("H4: an event shows its cases with the clocks that run, and who closes it too early is told") {
    Events store;
    store.add_case();
    const Insight now = store.event();
    const Fact* shown = fact(now, "entities.notification");
    REQUIRE(shown);
    REQUIRE(shown->because.size() == 2);
    CHECK(shown->because[0] == "Kommunen: 24 timmar till upplysning, till i dag 15:30");
    CHECK(shown->because[1] == "Kommunen: 72 timmar till incidentanmälan, till 2026-11-27 15:30");
    CHECK_FALSE(says(now.remarks, "Pröva om incidenten"));
    store.set(kEvent, "event", "status", text("handled"));
    CHECK(remarks(store.event(), "insight.event_clocks_run", {{"count", "2"}}));
}

TEST_CASE("H4: personal data without a case are pointed out; whoever may not see breaches is not told that there are none") {
    Events store;
    store.set(kEvent, "event", "has_personal_data", text("yes"));
    CHECK(remarks(store.event(), "insight.event_no_breach"));
    store.who = holder(Role::manager, "board_a", "manager");
    CHECK_FALSE(remarks(store.event(), "insight.event_no_breach"));
}

TEST_CASE("H1: who sees an event only since they reported it gets no advice about it") {
    Events store;
    store.who = holder(Role::employee, "school_a", "anna");
    CHECK(store.event().is_empty());
}

TEST_CASE("H4 R1: risks in the system of an event, or tied to it, are to be assessed again until they are") {
    Events store;
    store.add(kRisk, "in_system", {{"name", text("Avbrott i registret")}, {"system", text(id("register"))}, {"assessed_on", text("2026-11-10")}});
    store.add(kRisk, "tied", {{"name", text("Strömavbrott")}, {"assessed_on", text("2026-11-10")}});
    store.add(kRisk, "other", {{"name", text("Vattenskada")}, {"assessed_on", text("2026-11-10")}});
    store.add(kEventLink, "link", {{"event", text(id("event"))}, {"risk", text(id("tied"))}});
    const Insight now = store.event();
    const Fact* risks = fact(now, "insight.event_risks");
    REQUIRE(risks);
    CHECK(risks->records.size() == 2);
    CHECK(remarks(store.insight(kRisk, "tied"), "insight.reassess"));
    CHECK(remarks(store.insight(kRisk, "in_system"), "insight.reassess"));
    CHECK_FALSE(remarks(store.insight(kRisk, "other"), "insight.reassess"));
    store.set(kRisk, "tied", "assessed_on", text("2026-11-25"));
    CHECK_FALSE(remarks(store.insight(kRisk, "tied"), "insight.reassess"));
    store.set(kEvent, "event", "status", text("dismissed"));
    CHECK_FALSE(remarks(store.insight(kRisk, "in_system"), "insight.reassess"));
}

TEST_CASE("H3: a notification says how each clock stands, what is late and what is not decided") {
    Events store;
    store.add_case(text("2026-11-24T11:00:00Z"));
    const Insight now = store.notification();
    const Fact *warning = fact(now, "clock.warning"), *report = fact(now, "clock.report");
    REQUIRE(warning);
    CHECK(warning->text == "passerad sedan 2 h");
    CHECK(warning->clock == Clock::Standing::late);
    CHECK(report->text == "börjar när anmälan är lämnad");
    CHECK(report->because.empty());
    CHECK(remarks(now, "insight.clock_late", {{"clock", "24 timmar till upplysning"}}));
    CHECK(remarks(now, "insight.not_judged"));
    CHECK(says(now.remarks, "Inför beslutet saknas: "));
    store.set(kNotification, "case", "unit", text(id("board_a")));
    CHECK(remarks(store.notification(), "insight.no_operator", {{"unit", "board_a"}}));
}

TEST_CASE("H3: a judgement that the answers speak against is pointed out") {
    Events store;
    store.add_case();
    store.add(kThreshold, "cost", {{"name", text("Kostnad")}, {"sector", text("general")}, {"unit", text(id("kommun"))}});
    store.set(kNotification, "case", "significance", text("not_significant"));
    CHECK_FALSE(remarks(store.notification(), "insight.significance_differs"));
    store.set(kNotification, "case", "criteria_met", Value{Set{"Kostnad"}});
    CHECK(remarks(store.notification(), "insight.significance_differs"));
    store.set(kNotification, "case", "significance", text("significant"));
    CHECK(remarks(store.notification(), "insight.must_notify_incident"));
}
