// The report on internal control to a board (F3).
#include "documents/control_report.h"

#include "insight/duties.h"
#include "shared/insight/world.h"

using namespace lisa;
using namespace lisa::test;

namespace {

struct Reported : World {
    Reported() {
        add(kControlPlan, "plan",
            {{"name", text("Internkontroll 2026")}, {"year", number(2026)}, {"unit", text(id("board_a"))}, {"risk_basis", text("De värsta")}});
        point("access", "Behörigheter <alla>", "2026-11-20");
        point("paper", "Papper", "2027-01-20");
        add(kControlResult, "result",
            {{"point", text(id("access"))},
             {"checked_on", text("2026-11-01")},
             {"status", text("signed")},
             {"outcome", text("red")},
             {"sample_checked", number(25)},
             {"deviations", number(6)},
             {"finding", text("Sex hade slutat")},
             {"action", text("Ny rutin")}});
        add(kMeasure, "measure", {{"name", text("Rutin för avslut")}, {"unit", text(id("board_a"))}, {"control_result", text(id("result"))}});
    }
    void point(std::string_view name, std::string_view words, std::string_view due) {
        add(kControlPoint, name,
            {{"name", text(words)},
             {"plan", text(id("plan"))},
             {"risk_text", text("Fel")},
             {"method", text("Stickprov")},
             {"sample", text("25")},
             {"frequency", text("yearly")},
             {"due_on", text(due)}});
    }
    std::string report() { return control_report(at(kControlPlan, id("plan")), around()); }
};

bool holds(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("F3: the report tells plan, counts, each point in words, and what is done about what is not green") {
    Reported world;
    const std::string report = world.report();
    for (const char* words : {"<h1>Internkontroll 2026</h1>", "De värsta", "Grön: 0. Gul: 0. Röd: 1. Inte kontrollerad: 1.", "Röd: fungerar inte",
                              "Sex hade slutat", "Rutin för avslut", "2026-11-20 (försenad)", "Inte kontrollerad", "Behörigheter &lt;alla&gt;"})
        CHECK_MESSAGE(holds(report, words), words);
    CHECK_FALSE(holds(report, "<alla>"));
}

TEST_CASE("F3: who may not see results is told so, and not that nothing was controlled") {
    Reported world;
    world.who = holder(Role::employee, "board_a");
    world.records.erase({"control_result", id("result")});
    const std::string report = world.report();
    CHECK_FALSE(holds(report, "Inte kontrollerad"));
    CHECK(holds(report, phrase("show.out_of_sight")));
}

TEST_CASE("F3: a plan without points says that, and one that is not green asks for a measure") {
    Reported world;
    CHECK(remarks(world.insight(kControlPlan, "plan"), "insight.control_late", {{"count", "1"}}));
    CHECK(fact(world.insight(kControlResult, "result"), "entities.measure") != nullptr);
    world.records.erase({"measure", id("measure")});
    CHECK(remarks(world.insight(kControlResult, "result"), "insight.control_no_measure"));
    CHECK(fact(world.insight(kControlPoint, "access"), "entities.control_result")->records.size() == 1);
    world.add(kControlPlan, "empty", {{"name", text("Tom")}, {"year", number(2026)}, {"unit", text(id("board_b"))}});
    CHECK(remarks(world.insight(kControlPlan, "empty"), "insight.control_no_points"));
    CHECK(holds(control_report(world.at(kControlPlan, id("empty")), world.around()), phrase("insight.control_no_points")));
}

TEST_CASE("F7: F3 proves that internal control is done, board by board") {
    Reported world;
    world.add(
        kSection, "aim",
        {{"heading", text("Syfte")}, {"document", text(id("policy"))}, {"number", number(1)}, {"body", text("Arbetet ska följas upp via internkontroll.")}});
    const auto status = [&] { return duties_of(world.at(kDocument, id("policy")), world.around()).front(); };
    CHECK(status().status == DutyStatus::not_met);
    CHECK(status().proofs[0].records.size() == 2);
    world.set(kControlPlan, "plan", "status", text("decided"));
    CHECK(status().status == DutyStatus::partly);
    world.set(kControlPlan, "plan", "year", number(2025));
    CHECK(status().status == DutyStatus::not_met);
}
