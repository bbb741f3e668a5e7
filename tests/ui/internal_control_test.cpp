// Internal control on the screen (F3): from a point to a signed result, and the report.
#include "ui/program.h"

using namespace lisa;
using namespace lisa::test;
using Aria = semantics::Role;

namespace {

constexpr std::string_view kPlan = "01920000-0000-7000-8000-0000000000f8", kPoint = "01920000-0000-7000-8000-0000000000f9",
                           kResult = "01920000-0000-7000-8000-0000000000fa";

Value text(std::string_view value) { return Value{std::string(value)}; }
Value number(std::int64_t value) { return Value{value}; }

std::vector<Record> a_plan(std::string_view outcome = "") {
    std::vector<Record> records{
        made(kControlPlan, kPlan, {{"name", text("Internkontroll 2026")}, {"year", number(2026)}, {"status", text("decided")}, {"unit", text(kBoard)}}),
        made(kControlPoint, kPoint,
             {{"name", text("Behörigheter")},
              {"plan", text(kPlan)},
              {"risk_text", text("Någon ser för mycket")},
              {"method", text("Stickprov")},
              {"sample", text("25 konton")},
              {"frequency", text("quarterly")},
              {"responsible", text(kMe)},
              {"due_on", text("2026-11-20")}})};
    if (!outcome.empty())
        records.push_back(made(kControlResult, kResult,
                               {{"point", text(kPoint)},
                                {"checked_on", text("2026-11-20")},
                                {"status", text("draft")},
                                {"outcome", text(outcome)},
                                {"sample_checked", number(25)},
                                {"deviations", number(6)},
                                {"finding", text("Sex hade slutat")},
                                {"action", text("Ny rutin")},
                                {"next_control_on", text("2027-02-20")},
                                {"signed_by", text(kMe)}}));
    return records;
}

std::string at(const Entity& entity, std::string_view id) { return "/register/" + std::string(entity.name) + "/" + std::string(id); }

}  // namespace

TEST_CASE("F3 the point is due on Mitt Lisa, and its result begins with today and the next day") {
    Program program("information_owner", kBoard, 0, "/", 360, 1600, a_plan());
    REQUIRE(program.click(Aria::link, "Gör internkontroll: Behörigheter"));
    check_tree(program.screen);
    REQUIRE(program.click(Aria::button, "Nytt resultat"));
    CHECK(program.screen.node(Aria::date, "Kontrollerat den")->value == "2026-11-24");
    CHECK(program.screen.node(Aria::date, "Nästa kontroll senast")->value == "2027-02-20");
    check_tree(program.screen);
}

TEST_CASE("F3 signing the result moves the point on, and what is not green asks for a measure") {
    Program program("information_owner", kBoard, 0, at(kControlResult, kResult), 1280, 1600, a_plan("red"));
    CHECK(says(program, "Röd: fungerar inte"));
    CHECK(says(program, "ingen åtgärd är kopplad"));
    CHECK(program.screen.node(Aria::button, "Ny åtgärd") != nullptr);
    check_tree(program.screen);
    REQUIRE(program.click(Aria::button, "Underteckna"));
    REQUIRE(program.platform.outbox.size() == 2);
    CHECK(program.platform.outbox.rbegin()->second.find("\"due_on\":\"2027-02-20\"") != std::string::npos);
}

TEST_CASE("F3 the plan says what is late and gives the report to who may see results") {
    Program program("information_owner", kBoard, 0, at(kControlPlan, kPlan), 360, 1600, a_plan());
    CHECK(says(program, "1 kontrollpunkt är försenad."));
    CHECK(program.screen.node(Aria::button, "Ny kontrollpunkt") != nullptr);
    REQUIRE(program.click(Aria::button, "Rapport till nämnden"));
    check_tree(program.screen);
    Program employee("employee", kBoard, 0, at(kControlPlan, kPlan), 1280, 800, a_plan());
    CHECK(employee.screen.node(Aria::button, "Rapport till nämnden") == nullptr);
    CHECK(employee.screen.node(Aria::button, "Ny kontrollpunkt") == nullptr);
}
