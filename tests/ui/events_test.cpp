// Events on the screen: reporting in a minute, the gate before it, clocks, cases, drafts and the guided test.
#include "core/date.h"
#include "ui/program.h"

using namespace lisa;
using namespace lisa::test;
using Aria = semantics::Role;

namespace {

constexpr std::string_view kCase = "01920000-0000-7000-8000-0000000000e1", kSeat = "01920000-0000-7000-8000-0000000000e2",
                           kThing = "01920000-0000-7000-8000-0000000000e3", kLimit = "01920000-0000-7000-8000-0000000000e4";

Value text(std::string_view value) { return Value{std::string(value)}; }

std::string at(const Entity& entity, std::string_view id, std::string_view tab = "") {
    return "/register/" + std::string(entity.name) + "/" + std::string(id) + std::string(tab);
}

/// It is 24 November 2026, 00:00 UTC. The municipality is an operator, the board a controller.
std::vector<Record> units() {
    Record root = made(kUnit, kRoot, {{"name", text("Köpings kommun")}, {"kind", text("municipality")}});
    Record board =
        made(kUnit, kBoard, {{"name", text("Utbildningsnämnden")}, {"kind", text("board")}, {"parent", text(kRoot)}, {"is_controller", Value{true}}});
    root.rev = board.rev = 2;  // after those that every test has
    return {root, board};
}

std::vector<Record> an_incident() {
    std::vector<Record> records = units();
    records.push_back(made(kEvent, kThing,
                           {{"name", text("Intrång")},
                            {"status", text("triaged")},
                            {"kind", text("incident")},
                            {"severity", text("serious")},
                            {"role", text("it_manager")},
                            {"has_personal_data", text("yes")},
                            {"unit", text(kBoard)},
                            {"discovered_at", text("2026-11-23T20:00:00Z")},
                            {"known_at", text("2026-11-23T20:30:00Z")}}));
    return records;
}

std::vector<Record> a_notification() {
    std::vector<Record> records = units();
    records.push_back(made(kNotification, kCase,
                           {{"name", text("Intrång")},
                            {"status", text("open")},
                            {"unit", text(kRoot)},
                            {"discovered_at", text("2026-11-23T20:00:00Z")},
                            {"known_at", text("2026-11-23T20:30:00Z")},
                            {"description", text("Någon var inne.")}}));
    records.push_back(made(kThreshold, kLimit,
                           {{"name", text("Kostnad över 5 procent")},
                            {"sector", text("general")},
                            {"question", text("Kostar det mer än 5 procent?")},
                            {"ground", text("secondary")},
                            {"source", text("Föreskriften")},
                            {"unit", text(kRoot)}}));
    return records;
}

}  // namespace

TEST_CASE("H1 an employee reports in a minute, in their own name, and follows it") {
    Program program("employee", kBoard, 0, "/rapportera", 360, 740, units());
    CHECK(says(program, "Innan du börjar"));
    CHECK(program.screen.node(Aria::textbox, "Rubrik") == nullptr);  // nothing to write in before the questions
    REQUIRE(program.click(Aria::button, "Nej, inget av det"));
    CHECK(program.screen.node(Aria::textbox, "Allvarlighetsgrad") == nullptr);
    REQUIRE(program.type(Aria::textbox, "Rubrik", "Lånad dator saknas"));
    REQUIRE(program.type(Aria::textarea, "Vad som hände", "Vagnen var tom i morse."));
    check_tree(program.screen);
    REQUIRE(program.click(Aria::button, "Skicka rapporten"));
    CHECK(says(program, "Tack för att du berättade."));
    CHECK(says(program, "Mina rapporter"));
    CHECK(program.screen.node(Aria::link, "Lånad dator saknas") != nullptr);
    REQUIRE(program.platform.outbox.size() == 1);
    const std::string& sent = program.platform.outbox.begin()->second;
    CHECK(sent.find("\"reporter\":\"" + std::string(kMe) + "\"") != std::string::npos);
    CHECK(sent.find("\"unit\":\"" + std::string(kBoard) + "\"") != std::string::npos);
    CHECK(sent.find("\"channel\":\"lisa\"") != std::string::npos);
    check_tree(program.screen);
}

TEST_CASE("H1 a report without heading says what is missing and keeps what was typed") {
    Program program("employee", kBoard, 0, "/rapportera", 1280, 800, units());
    REQUIRE(program.click(Aria::button, "Nej, inget av det"));
    REQUIRE(program.type(Aria::textarea, "Vad som hände", "Vagnen var tom i morse."));
    REQUIRE(program.click(Aria::button, "Skicka rapporten"));
    REQUIRE(program.screen.node(Aria::textbox, "Rubrik") != nullptr);
    CHECK((program.screen.node(Aria::textbox, "Rubrik")->states & semantics::invalid) != 0);
    CHECK(program.platform.outbox.empty());
    program.platform.clock += 10'000;
    program.screen.settle(*program.host);
    program.open();  // as after a reload: the device kept it
    CHECK(program.screen.node(Aria::textarea, "Vad som hände") != nullptr);
    CHECK(program.screen.node(Aria::textarea, "Vad som hände")->value == "Vagnen var tom i morse.");
}

TEST_CASE("H1 who handles events writes down what came by telephone, and not in their own name") {
    Program program("coordinator", kRoot, 0, "/rapportera", 1280, 1600, units());
    REQUIRE(program.click(Aria::button, "Nej, inget av det"));
    REQUIRE(program.type(Aria::textbox, "Rubrik", "Dörren stod öppen"));
    REQUIRE(program.type(Aria::select, "Kom in via", "phone"));
    REQUIRE(program.click(Aria::button, "Skicka rapporten"));
    REQUIRE(program.platform.outbox.size() == 1);
    const std::string& sent = program.platform.outbox.begin()->second;
    CHECK(sent.find("\"channel\":\"phone\"") != std::string::npos);
    CHECK(sent.find("\"reporter\"") == std::string::npos);
    check_tree(program.screen);
}

TEST_CASE("H5 what concerns Sweden's security closes the form, keeps nothing and says whom to call") {
    std::vector<Record> records = units();
    records.push_back(made(kAssignment, kSeat, {{"role", text("protective_security_manager")}, {"unit", text(kRoot)}, {"person", text(kMe)}}));
    Program program("employee", kBoard, 0, "/rapportera", 360, 740, records);
    REQUIRE(program.click(Aria::button, "Ja, eller jag är osäker"));
    CHECK(says(program, "Formuläret är stängt och inget är sparat."));
    CHECK(says(program, "Säkerhetsskyddschef: Anna Exempel"));
    CHECK(program.screen.node(Aria::textbox, "Rubrik") == nullptr);
    CHECK(program.platform.outbox.empty());
    CHECK(program.platform.drafts.find("event") == std::string::npos);
    check_tree(program.screen);
}

TEST_CASE("H5 whoever notices it while writing throws all of it away with one press, from the device too") {
    Program program("employee", kBoard, 0, "/rapportera", 1280, 800, units());
    REQUIRE(program.click(Aria::button, "Nej, inget av det"));
    REQUIRE(program.type(Aria::textbox, "Rubrik", "Ritning av skyddsobjekt"));
    program.platform.clock += 10'000;
    program.screen.settle(*program.host);
    CHECK(program.platform.drafts.find("skyddsobjekt") != std::string::npos);
    REQUIRE(program.click(Aria::button, "Det här rör Sveriges säkerhet"));
    program.platform.clock += 10'000;
    program.screen.settle(*program.host);
    CHECK(program.platform.drafts.find("skyddsobjekt") == std::string::npos);
    CHECK_FALSE(says(program, "skyddsobjekt"));
    CHECK(says(program, "Ring växeln"));
}

TEST_CASE("H5 a new event passes the gate from the register too") {
    Program program("coordinator", kRoot, 0, "/register/event", 1280, 800, units());
    REQUIRE(program.click(Aria::button, "Ny"));
    CHECK(says(program, "Innan du börjar"));
    CHECK(program.platform.shown_address == "/rapportera");
}

TEST_CASE("H3 H4 an event says until when a first notice would be due, and takes its log from its own page") {
    Program program("coordinator", kRoot, 0, at(kEvent, kThing), 1280, 800, an_incident());
    CHECK(says(program, "Pröva om incidenten är betydande"));
    REQUIRE(program.click(Aria::button, "Lägg till i loggen"));
    CHECK(program.platform.shown_address.starts_with("/register/event_entry/ny/"));
    CHECK(says(program, "Intrång"));
    check_tree(program.screen);
}

TEST_CASE("H7 the cases of an event are seen before they are opened, and opened together") {
    Program program("coordinator", kRoot, 0, at(kEvent, kThing, "/arenden"), 1280, 800, an_incident());
    REQUIRE(program.screen.node(Aria::checkbox, "Personuppgiftsincident: Utbildningsnämnden") != nullptr);
    REQUIRE(program.screen.node(Aria::checkbox, "Incidentanmälan: Köpings kommun") != nullptr);
    check_tree(program.screen);
    REQUIRE(program.click(Aria::checkbox, "Personuppgiftsincident: Utbildningsnämnden"));
    REQUIRE(program.click(Aria::button, "Öppna 1 ärende"));
    REQUIRE(program.platform.outbox.size() == 1);
    CHECK(program.platform.outbox.begin()->second.find("\"entity\":\"notification\"") != std::string::npos);
    CHECK(says(program, "Öppnade ärenden"));
    CHECK(program.screen.node(Aria::link, "Incidentanmälan: Köpings kommun") != nullptr);
    REQUIRE(program.click(Aria::button, "Öppna 1 ärende"));
    CHECK(program.platform.outbox.size() == 2);
}

TEST_CASE("H3 the clocks stand on the record in words, and go on while one looks") {
    Program program("it_manager", kRoot, 0, at(kNotification, kCase), 1280, 800, a_notification());
    CHECK(says(program, "24 timmar till upplysning: till i dag 21:30"));
    CHECK(says(program, "72 timmar till incidentanmälan: till 2026-11-26 21:30"));
    CHECK(says(program, "En månad till slutrapport: börjar när anmälan är lämnad"));
    program.platform.clock += std::int64_t{24} * 3'600'000;
    program.screen.settle(*program.host);
    CHECK(says(program, "24 timmar till upplysning: passerad sedan 3 h"));
    check_tree(program.screen);
}

TEST_CASE("H3 H7 a draft is copied answer by answer, for the stage that comes next or another") {
    Program program("it_manager", kRoot, 0, at(kNotification, kCase, "/underlag"), 1280, 800, a_notification());
    CHECK(says(program, "uppgift saknas"));
    REQUIRE(program.click(Aria::button, "Kopiera: Beskrivning"));
    CHECK(program.platform.copied == "Någon var inne.");
    CHECK_FALSE(says(program, "Grundorsak"));
    check_tree(program.screen);
    REQUIRE(program.click(Aria::button, "Underlag för anmälan"));
    CHECK(program.platform.downloads.front().find("Upplysning: Intrång") != std::string::npos);
}

TEST_CASE("H3 the guided test proposes, and who decides for the operator takes it over") {
    Program program("chief_executive", kRoot, 0, at(kNotification, kCase, "/provning"), 1280, 1400, a_notification());
    CHECK(says(program, "Kostnad över 5 procent"));
    CHECK(program.screen.node(Aria::select, "Kostnad över 5 procent")->description.find("Återgiven av någon annan, kontrollera") != std::string::npos);
    REQUIRE(program.type(Aria::select, "Kostnad över 5 procent", "yes"));
    CHECK(says(program, "Incidenten är betydande enligt de trösklar som är passerade: Kostnad över 5 procent."));
    check_tree(program.screen);
    REQUIRE(program.click(Aria::button, "Fyll i bedömningen"));
    REQUIRE(program.click(Aria::button, "Spara"));
    REQUIRE(program.platform.outbox.size() == 1);
    CHECK(program.platform.outbox.begin()->second.find("\"significance\":\"significant\"") != std::string::npos);
}

TEST_CASE("H3 who runs the systems answers the questions, but does not decide") {
    Program program("it_manager", kRoot, 0, at(kNotification, kCase, "/provning"), 1280, 1400, a_notification());
    REQUIRE(program.type(Aria::select, "Kostnad över 5 procent", "yes"));
    CHECK(program.screen.node(Aria::button, "Fyll i bedömningen") == nullptr);
    CHECK(says(program, "Det här beslutas av informationssäkerhetssamordnaren eller kommunchefen."));
}
