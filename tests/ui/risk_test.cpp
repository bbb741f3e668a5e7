// Risks where they are seen: assessed in the cell of the list and beneath the matrix, and beside what was accepted.
#include "i18n/words.h"
#include "ui/program.h"

using namespace lisa;
using namespace lisa::test;
using Aria = semantics::Role;

namespace {

constexpr std::string_view kMatrix = "01920000-0000-7000-8000-00000000a001", kAnalysis = "01920000-0000-7000-8000-00000000a002",
                           kFire = "01920000-0000-7000-8000-00000000a003", kBackup = "01920000-0000-7000-8000-00000000a004";

Value text(std::string_view value) { return Value{std::string(value)}; }
Value number(std::int64_t value) { return Value{value}; }

std::string at(const Entity& entity, std::string_view id, std::string_view tab = "") {
    return "/register/" + std::string(entity.name) + "/" + std::string(id) + std::string(tab);
}

Record fire() {
    Record risk = made(kRisk, kFire,
                       {{"name", text("Brand")},
                        {"analysis", text(kAnalysis)},
                        {"owner", text(kMe)},
                        {"status", text("assessed")},
                        {"description", text("Serverrummet brinner")},
                        {"current_likelihood", number(3)},
                        {"current_consequence", number(3)}});
    risk.set(risk::current_level, std::int64_t{3});
    return risk;
}

std::vector<Record> registers(Record risk) {
    return {made(kRiskMatrix, kMatrix,
                 {{"name", text("Matris")},
                  {"version", text("1")},
                  {"status", text("in_use")},
                  {"size", number(5)},
                  {"cells", text("0,0,1,1,1;0,1,1,2,2;1,1,2,3,3;1,2,3,3,4;2,3,3,4,4")},
                  {"appetite", number(1)},
                  {"unit", text(kRoot)}}),
            made(kRiskAnalysis, kAnalysis,
                 {{"name", text("Analys")},
                  {"kind", text("information_security")},
                  {"status", text("ongoing")},
                  {"matrix", text(kMatrix)},
                  {"leader", text(kMe)},
                  {"unit", text(kBoard)}}),
            std::move(risk)};
}

/// A key on the list of risks, as it comes from whichever cell has the focus.
void key(Program& program, semantics::Key what) {
    semantics::Events events;
    events.push({.kind = semantics::Event::Kind::key, .id = program.screen.node(Aria::grid, "Risker")->id, .key = what});
    program.screen.settle(*program.host, events);
}

/// To the column of the list with that field.
void go_to(Program& program, std::string_view field) {
    key(program, semantics::key_home);
    for (const Field& one : kRisk.fields) {
        if (one.name == field) return;
        if (one.listed) key(program, semantics::key_right);
    }
}

}  // namespace

TEST_CASE("R2 A8: likelihood and consequence are altered in the cell of the list, and the level follows at once") {
    Program program("information_owner", kBoard, 0, "/register/risk", 2400, 800, registers(fire()));
    CHECK(says(program, "3 Hög"));
    go_to(program, "current_likelihood");
    key(program, semantics::key_f2);
    REQUIRE(program.screen.node(Aria::group, "Redigera i Brand") != nullptr);
    check_tree(program.screen);
    REQUIRE(program.type(Aria::select, "Sannolikhet nu", "4"));
    REQUIRE(program.press(Aria::group, "Redigera i", semantics::key_enter));
    CHECK(program.platform.outbox.size() == 1);
    CHECK(says(program, "4 Mycket hög"));
    program.host->shortcut("ctrl+z");
    program.screen.settle(*program.host);
    CHECK(says(program, "3 Hög"));
}

TEST_CASE("R2 A2: who may not alter risks gets no editor in the list, and no button beneath the matrix") {
    for (const char* role : {"board_member", "auditor"}) {
        Program list(role, kBoard, 0, "/register/risk", 2400, 800, registers(fire()));
        go_to(list, "current_likelihood");
        key(list, semantics::key_f2);
        CHECK(list.screen.node(Aria::group, "Redigera i") == nullptr);
        Program matrix(role, kBoard, 0, at(kRiskAnalysis, kAnalysis, "/matris"), 1280, 800, registers(fire()));
        CHECK(matrix.screen.node(Aria::link, "Brand") != nullptr);
        CHECK(matrix.screen.node(Aria::button, "Ändra bedömning") == nullptr);
    }
}

TEST_CASE("R2: a risk is picked beneath the matrix and assessed there; the level follows the choice, and the cell when it is saved") {
    Program program("information_owner", kBoard, 0, at(kRiskAnalysis, kAnalysis, "/matris"), 1280, 1200, registers(fire()));
    constexpr std::string_view kOld = "Sannolikhet Sannolikt, konsekvens Allvarlig: Hög, 1 risk",
                               kNew = "Sannolikhet Mycket sannolikt, konsekvens Allvarlig: Mycket hög, 1 risk";
    REQUIRE(program.screen.node(Aria::button, kOld) != nullptr);
    REQUIRE(program.click(Aria::button, "Ändra bedömning"));
    check_tree(program.screen);
    CHECK(says(program, "Risknivå nu: 3 Hög risk"));
    REQUIRE(program.type(Aria::select, "Sannolikhet nu", "4"));
    CHECK(says(program, "Risknivå nu: 4 Mycket hög risk"));
    CHECK(program.platform.outbox.empty());
    REQUIRE(program.click(Aria::button, "Spara"));
    CHECK(program.platform.outbox.size() == 1);
    CHECK(program.screen.node(Aria::button, kNew) != nullptr);
    CHECK(program.screen.node(Aria::select, "Sannolikhet nu") == nullptr);
    REQUIRE(program.click(Aria::button, "Ändra bedömning"));
    REQUIRE(program.type(Aria::select, "Sannolikhet nu", "0"));
    REQUIRE(program.click(Aria::button, "Avbryt"));
    CHECK(program.platform.outbox.size() == 1);
    CHECK(program.screen.node(Aria::button, kNew) != nullptr);
}

TEST_CASE("R2: what else is typed about a risk is neither saved nor thrown away with its assessment beneath the matrix") {
    const std::string form = at(kRisk, kFire, "/falt"), matrix = at(kRiskAnalysis, kAnalysis, "/matris");
    Program program("information_owner", kBoard, 0, form, 1280, 1200, registers(fire()));
    const auto show = [&](const std::string& path) {
        program.host->navigate(path);
        program.screen.settle(*program.host);
    };
    REQUIRE(program.type(Aria::textbox, "Namn", "Eldsvåda"));
    show(matrix);
    REQUIRE(program.click(Aria::button, "Ändra bedömning"));
    REQUIRE(program.type(Aria::select, "Sannolikhet nu", "0"));
    REQUIRE(program.click(Aria::button, "Avbryt"));
    CHECK(program.screen.node(Aria::select, "Sannolikhet nu") == nullptr);
    REQUIRE(program.click(Aria::button, "Ändra bedömning"));
    REQUIRE(program.type(Aria::select, "Sannolikhet nu", "4"));
    REQUIRE(program.click(Aria::button, "Spara"));
    REQUIRE(program.platform.outbox.size() == 1);
    const Json patch = (*parse_json(program.platform.outbox.rbegin()->second))["change"]["patch"];
    CHECK(patch.size() == 1);
    CHECK(patch.contains("current_likelihood"));
    show(form);
    CHECK(program.screen.node(Aria::textbox, "Namn")->value == "Eldsvåda");
}

TEST_CASE("R1: a new risk starts with the leader of its analysis as owner") {
    Program program("information_owner", kBoard, 0, at(kRiskAnalysis, kAnalysis, "/matris"), 1280, 1200, registers(fire()));
    REQUIRE(program.click(Aria::button, "Ny risk"));
    const semantics::Node* owner = program.screen.node(Aria::combobox, "Riskägare");
    REQUIRE(owner != nullptr);
    CHECK(owner->value == "Anna Exempel");
    CHECK((owner->states & semantics::required) != 0);
}

TEST_CASE("R2: the matrix of an analysis that has begun cannot be chosen anew, and the form says why") {
    Program program("information_owner", kBoard, 0, at(kRiskAnalysis, kAnalysis, "/falt"), 1280, 1200, registers(fire()));
    const semantics::Node* matrix = program.screen.node(Aria::combobox, "Riskmatris");
    REQUIRE(matrix != nullptr);
    CHECK((matrix->states & semantics::disabled) != 0);
    CHECK(matrix->description.find(say(Language::swedish, "problem.matrix_kept")) != std::string::npos);
}

TEST_CASE("R1: a risk that was rewritten after its acceptance shows what stood there then beside what stands there now") {
    Record risk = fire();
    risk.set(risk::status, std::string("accepted"));
    risk.set(risk::accepted_by, std::string(kMe));
    risk.set(risk::accepted_on, std::string("2026-11-01"));
    risk.set(risk::acceptance_until, std::string("2027-11-01"));
    risk.set(risk::accepted_at, std::string("2026-11-01T09:00:00Z"));
    Program same("information_owner", kBoard, 0, at(kRisk, kFire, "/beslutet"), 1280, 800, registers(risk));
    CHECK(says(same, "Accepterad av Anna Exempel den 2026-11-01, till 2027-11-01."));
    CHECK(says(same, "Inget har ändrats sedan risken accepterades."));

    risk.set(risk::changed_since_acceptance, Set{"description"});
    std::vector<Record> records = registers(risk);
    records.push_back(made(kMeasure, kBackup, {{"name", text("Säkerhetskopior")}, {"risk", text(kFire)}, {"unit", text(kBoard)}}));
    records.back().values[position(kMeasure, "plan_changed_at")] = text("2026-11-02T09:00:00Z");
    for (const float width : {1280.f, 360.f}) {
        Program program("information_owner", kBoard, 0, "/", width, 1200, records);
        const auto server = program.platform.server;
        program.platform.server = [server](std::string_view method, std::string_view where, const std::string& body) -> platform::Reply {
            if (!where.starts_with("/api/history/risk/")) return server(method, where, body);
            const auto row = [](const char* step, const char* field, Json before, Json after) {
                return Json{{"at", "2026-11-01T09:00:00Z"},
                            {"actor", {{"name", "Anna Exempel"}}},
                            {"verb", *step ? "step" : "update"},
                            {"step", step},
                            {"fields", Json::array({{{"field", field}, {"before", std::move(before)}, {"after", std::move(after)}}})}};
            };
            return {200, dump(Json{{"rows", Json::array({row("", "description", "Källaren brinner", "Serverrummet brinner"),
                                                         row("", "description", "Förrådet brinner", "Källaren brinner"),
                                                         row("accept", "accepted_at", nullptr, "2026-11-01T09:00:00Z"),
                                                         row("", "description", nullptr, "Förrådet brinner")})}})};
        };
        program.host->navigate(at(kRisk, kFire, "/beslutet"));
        program.screen.settle(*program.host);
        CHECK(says(program, "När risken accepterades: Förrådet brinner"));
        CHECK(says(program, "Nu: Serverrummet brinner"));
        CHECK_FALSE(says(program, "Källaren"));
        CHECK(says(program, say(Language::swedish, "check.risk.accept_anew")));
        CHECK(program.screen.node(Aria::link, "Säkerhetskopior") != nullptr);
        check_tree(program.screen);
    }
}

TEST_CASE("R1: without network it is still named which fields were altered, and a risk that is not accepted has nothing to compare") {
    Record risk = fire();
    Program open("information_owner", kBoard, 0, at(kRisk, kFire, "/beslutet"), 1280, 800, registers(risk));
    CHECK(says(open, say(Language::swedish, "decision.none")));
    risk.set(risk::status, std::string("accepted"));
    risk.set(risk::changed_since_acceptance, Set{"description"});
    Program program("information_owner", kBoard, 0, at(kRisk, kFire, "/beslutet"), 1280, 800, registers(risk));
    CHECK(says(program, say(Language::swedish, "history.offline")));
    CHECK(program.screen.node(Aria::heading, "Beskrivning") != nullptr);
    check_tree(program.screen);
}

TEST_CASE("R4: a risk leads to a new measure that is because of it, and a decided matrix to its next version") {
    Program program("coordinator", kRoot, 0, at(kRisk, kFire), 1280, 1600, registers(fire()));
    REQUIRE(program.click(Aria::button, "Ny åtgärd"));
    CHECK(program.platform.shown_address.starts_with("/register/measure/ny/"));
    CHECK(program.screen.node(Aria::combobox, "Risk")->value == "Brand");
    program.host->navigate(at(kRiskMatrix, kMatrix));
    program.screen.settle(*program.host);
    REQUIRE(program.click(Aria::button, "Ny version"));
    CHECK(program.platform.shown_address.starts_with("/register/risk_matrix/ny/"));
    CHECK(program.screen.node(Aria::textbox, "Namn")->value == "Matris");
    CHECK(program.screen.node(Aria::textbox, "Version")->value.empty());
}
