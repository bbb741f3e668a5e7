// The organisation as a tree, who has confirmed a document, and what a paragraph leads to.
#include <cstdio>

#include "ui/program.h"

using namespace lisa;
using namespace lisa::test;
using Aria = semantics::Role;

namespace {

Value text(std::string_view value) { return Value{std::string(value)}; }

std::string uid(int i) {
    char id[40];
    std::snprintf(id, sizeof id, "01920000-0000-7000-8000-%012x", 0xA000 + i);
    return id;
}

enum : int { bo, eva, seat, ending, old_school, instruction, paragraph, training, review, tie, wheel, confirmed };

Record person_of(int id, std::string_view given, std::string_view where) {
    return made(kPerson, uid(id), {{"given_name", text(given)}, {"family_name", text("Exempel")}, {"audience", text("employee")}, {"unit", text(where)}});
}

/// Besides the three units: a school that became part of the archive, seats, an instruction with a paragraph and its links.
std::vector<Record> organisation() {
    std::vector<Record> all{person_of(bo, "Bo", kArchive), person_of(eva, "Eva", kArchive)};
    all.push_back(made(
        kUnit, uid(old_school),
        {{"name", text("Gamla skolan")}, {"kind", text("unit")}, {"parent", text(kBoard)}, {"ends_on", text("2026-06-30")}, {"successor", text(kArchive)}}));
    all.push_back(made(kAssignment, uid(seat), {{"role", text("trainer")}, {"unit", text(kArchive)}}));
    all.push_back(
        made(kAssignment, uid(ending), {{"role", text("manager")}, {"unit", text(kArchive)}, {"person", text(uid(bo))}, {"ends_on", text("2026-12-31")}}));
    all.push_back(made(kDocument, uid(instruction),
                       {{"title", text("Instruktionen")},
                        {"kind", text("instruction")},
                        {"version", text("1.0")},
                        {"status", text("adopted")},
                        {"audience", Value{Set{"employee"}}},
                        {"unit", text(kRoot)}}));
    all.push_back(
        made(kSection, uid(paragraph),
             {{"heading", text("Utbildning")}, {"document", text(uid(instruction))}, {"number", Value{std::int64_t{1}}}, {"body", text("Alla lär sig.")}}));
    all.push_back(made(kControl, uid(training), {{"number", text("6.3")}, {"name", text("Medvetenhet")}, {"unit", text(kRoot)}}));
    all.push_back(made(kTask, uid(review), {{"name", text("Följ upp utbildningen")}, {"unit", text(kRoot)}}));
    all.push_back(made(kSectionLink, uid(tie), {{"section", text(uid(paragraph))}, {"control", text(uid(training))}}));
    all.push_back(made(kSectionLink, uid(wheel), {{"section", text(uid(paragraph))}, {"task", text(uid(review))}}));
    all.push_back(made(kAcknowledgement, uid(confirmed),
                       {{"document", text(uid(instruction))}, {"version", text("1.0")}, {"person", text(uid(bo))}, {"unit", text(kArchive)}}));
    return all;
}

Program open(std::string_view path, std::string_view role = "coordinator", std::string_view unit = kRoot, float width = 1280) {
    return Program(role, unit, 3, path, width, 800, organisation());
}

const semantics::Node* item(const Program& program, std::string_view name) { return program.screen.node(Aria::treeitem, name); }

/// The names of the rows in their order, up to the first comma.
std::vector<std::string> rows(const Program& program) {
    std::vector<std::string> names;
    for (const semantics::Node& node : program.screen.tree().nodes())
        if (node.role == Aria::treeitem) names.push_back(node.name.substr(0, node.name.find(',')));
    return names;
}

using Names = std::vector<std::string>;

void press(Program& program, std::string_view name, semantics::Key key) { REQUIRE(program.screen.press(*program.host, Aria::treeitem, name, key)); }

}  // namespace

TEST_CASE("O1 the organisation is a tree with one tab stop; the arrow keys walk, open and close") {
    Program program = open("/organisation");
    check_tree(program.screen);
    CHECK(rows(program) == Names{"Köpings kommun", "Utbildningsnämnden"});
    const semantics::Node* top = item(program, "Köpings kommun");
    CHECK((top->states & semantics::expanded) != 0);
    CHECK((top->states & semantics::untabbed) == 0);
    const semantics::Node* board = item(program, "Utbildningsnämnden");
    CHECK((board->states & semantics::untabbed) != 0);
    CHECK((board->states & (semantics::expandable | semantics::expanded)) == semantics::expandable);
    CHECK(board->level == 2);
    CHECK(board->position == 1);
    CHECK(board->size == 1);
    press(program, "Köpings kommun", semantics::key_down);
    CHECK(program.platform.focused == item(program, "Utbildningsnämnden")->id);
    CHECK((item(program, "Utbildningsnämnden")->states & semantics::untabbed) == 0);
    press(program, "Utbildningsnämnden", semantics::key_right);
    CHECK(rows(program) == Names{"Köpings kommun", "Utbildningsnämnden", "Arkivet"});
    press(program, "Utbildningsnämnden", semantics::key_right);
    CHECK(program.platform.focused == item(program, "Arkivet")->id);
    press(program, "Arkivet", semantics::key_left);
    CHECK(program.platform.focused == item(program, "Utbildningsnämnden")->id);
    press(program, "Utbildningsnämnden", semantics::key_end);
    CHECK(program.platform.focused == item(program, "Arkivet")->id);
    press(program, "Arkivet", semantics::key_home);
    CHECK(program.platform.focused == item(program, "Köpings kommun")->id);
    press(program, "Utbildningsnämnden", semantics::key_left);
    CHECK(rows(program) == Names{"Köpings kommun", "Utbildningsnämnden"});
    check_tree(program.screen);
}

TEST_CASE("O1 a branch opens by pointer too, and a unit opens its record") {
    Program program = open("/organisation");
    REQUIRE(program.click(Aria::button, "Utbildningsnämnden"));
    CHECK(item(program, "Arkivet") != nullptr);
    REQUIRE(program.click(Aria::button, "Utbildningsnämnden"));
    CHECK(item(program, "Arkivet") == nullptr);
    REQUIRE(program.click(Aria::treeitem, "Utbildningsnämnden"));
    CHECK(program.platform.shown_address == "/register/unit/" + std::string(kBoard));
}

TEST_CASE("O1 O3 a row tells kind, people, what it answers for and how its seats are filled") {
    Program program = open("/organisation");
    press(program, "Utbildningsnämnden", semantics::key_right);
    CHECK(item(program, "Utbildningsnämnden")->name ==
          "Utbildningsnämnden, Nämnd eller styrelse · 3 personer · 3 informationstillgångar, Vakant: Informationsägare, Dataskyddshandläggare");
    CHECK(item(program, "Arkivet")->name == "Arkivet, Enhet · 2 personer, Vakant: Utbildare. Slutar 2026-12-31: Chef");
}

TEST_CASE("O1 the filter keeps what is above a hit; what lacks nothing can be left out; what has ended is shown on demand") {
    Program program = open("/organisation");
    REQUIRE(program.type(Aria::searchbox, "Filtrera organisationen", "arkiv"));
    CHECK(rows(program) == Names{"Köpings kommun", "Utbildningsnämnden", "Arkivet"});
    REQUIRE(program.type(Aria::searchbox, "Filtrera organisationen", "finns inte"));
    CHECK(rows(program).empty());
    check_tree(program.screen);
    REQUIRE(program.type(Aria::searchbox, "Filtrera organisationen", ""));
    REQUIRE(program.click(Aria::checkbox, "Visa bara det som saknar något"));
    CHECK(rows(program) == Names{"Köpings kommun", "Utbildningsnämnden", "Arkivet"});
    REQUIRE(program.click(Aria::checkbox, "Visa bara det som saknar något"));
    REQUIRE(program.type(Aria::searchbox, "Filtrera organisationen", "skolan"));
    CHECK(rows(program).empty());
    REQUIRE(program.click(Aria::checkbox, "Visa avslutade"));
    CHECK(item(program, "Gamla skolan")->name == "Gamla skolan, Enhet, Upphörde 2026-06-30, uppgick i Arkivet");
}

TEST_CASE("O1 the tree of an earlier day has what stood then") {
    Program program = open("/organisation");
    REQUIRE(program.type(Aria::searchbox, "Filtrera organisationen", "skolan"));
    REQUIRE(program.type(Aria::date, "Dag att visa", "2026-06-30"));
    CHECK(rows(program) == Names{"Köpings kommun", "Utbildningsnämnden", "Gamla skolan"});
    REQUIRE(program.type(Aria::date, "Dag att visa", "2026-07-01"));
    CHECK(rows(program).empty());
}

TEST_CASE("O3 a vacancy opens the form that fills it: a new seat, the one that stands empty, or the successor's") {
    {
        Program program = open("/organisation");
        CHECK(says(program, "Roller att tillsätta (10)"));  // six of the municipality, two of the board, two of the archive
        REQUIRE(program.click(Aria::button, "Utse efterträdare"));
        CHECK(program.platform.shown_address.starts_with("/register/assignment/ny/"));
        CHECK(program.screen.node(Aria::select, "Roll")->value == "manager");
        CHECK(program.screen.node(Aria::combobox, "Gäller för")->value == "Arkivet");
        CHECK(program.screen.node(Aria::date, "Gäller från")->value == "2027-01-01");
    }
    Program program = open("/organisation");
    REQUIRE(program.click(Aria::button, "Tillsätt"));  // the municipality's first
    CHECK(program.screen.node(Aria::select, "Roll")->value == "chief_executive");
    CHECK(program.screen.node(Aria::date, "Gäller från")->value == "2026-11-24");
    check_tree(program.screen);
}

TEST_CASE("O3 who may not fill seats sees them without the buttons, and a pupil does not come here") {
    Program employee = open("/organisation", "employee", kBoard);
    CHECK(employee.screen.node(Aria::link, "Utbildare") != nullptr);
    CHECK(employee.screen.node(Aria::button, "Tillsätt") == nullptr);
    CHECK(employee.screen.node(Aria::link, "Organisationen") != nullptr);
    Program pupil = open("/organisation", "pupil", kBoard);
    CHECK(pupil.screen.node(Aria::tree, "") == nullptr);
    CHECK(pupil.screen.node(Aria::link, "Organisationen") == nullptr);
}

TEST_CASE("P2 a document shows who has confirmed this version, unit by unit, with names for who leads there") {
    const std::string path = "/register/document/" + uid(instruction) + "/bekraftelser";
    Program program = open(path);
    check_tree(program.screen);
    CHECK(says(program, "1 av 3 har bekräftat version 1.0 (33 %)"));
    REQUIRE(program.click(Aria::button, "Arkivet: 1 av 2, 50 %"));
    CHECK(program.screen.node(Aria::link, "Eva Exempel") != nullptr);
    CHECK(program.screen.node(Aria::link, "Bo Exempel") == nullptr);
    check_tree(program.screen);
    Program manager = open(path, "manager", kArchive);
    CHECK(says(manager, "1 av 2 har bekräftat version 1.0 (50 %)"));
    CHECK(says(manager, "Du ser de delar av organisationen som du har rätt till."));
    CHECK(manager.screen.node(Aria::button, "Arkivet: 1 av 2, 50 %") != nullptr);
    Program employee = open(path, "employee", kArchive);
    CHECK(says(employee, "Arkivet: 1 av 2, 50 %"));
    CHECK(employee.screen.node(Aria::button, "Arkivet: 1 av 2, 50 %") == nullptr);
    CHECK_FALSE(says(employee, "Eva Exempel"));
}

TEST_CASE("P2 what a manager opens first says how many of the unit have not confirmed") {
    Program manager = open("/register/unit/" + std::string(kArchive), "manager", kArchive);
    CHECK(says(manager, "Att bekräfta: 1 styrdokument är inte bekräftat av alla"));
    CHECK(says(manager, "Instruktionen, version 1.0: 1 av 2 saknas"));
    Program other = open("/register/unit/" + std::string(kArchive), "auditor", kBoard);
    CHECK(says(other, "Instruktionen, version 1.0: 1 av 2 saknas"));
}

TEST_CASE("P3 a paragraph leads to its controls and tasks, and more can be tied to it") {
    Program program = open("/register/document/" + uid(instruction) + "/las");
    check_tree(program.screen);
    CHECK(program.screen.node(Aria::link, "Följ upp utbildningen") != nullptr);
    REQUIRE(program.click(Aria::link, "6.3 – Medvetenhet"));
    CHECK(program.platform.shown_address == "/register/control/" + uid(training));
    CHECK(says(program, "Följer av: Instruktionen, Utbildning"));
    program.host->navigate("/register/document/" + uid(instruction) + "/las");
    program.screen.settle(*program.host);
    REQUIRE(program.click(Aria::button, "Koppla"));
    CHECK(program.platform.shown_address.starts_with("/register/section_link/ny/"));
    CHECK(program.screen.node(Aria::combobox, "Avsnitt")->value == "Utbildning");
    Program employee = open("/register/document/" + uid(instruction) + "/las", "employee", kBoard);
    CHECK(employee.screen.node(Aria::link, "6.3 – Medvetenhet") != nullptr);
    CHECK(employee.screen.node(Aria::button, "Koppla") == nullptr);
}

TEST_CASE("O1 what happened to the organisation stands below its tree, newest first, and older is fetched on demand") {
    Program program = open("/");
    std::vector<std::string> asked;
    const auto page = [](std::string_view record, const char* fields, bool has_more) {
        return R"({"rows":[{"seq":9,"at":"2026-06-11T09:00:00Z","actor":{"id":"x","name":"Sam Ordnare"},"verb":"update","record":")" + std::string(record) +
               R"(","fields":)" + fields + R"(}],"more":)" + (has_more ? "true" : "false") + R"(,"before":9})";
    };
    program.platform.server = [&](std::string_view, std::string_view where, const std::string&) -> platform::Reply {
        if (!where.starts_with("/api/history/unit")) return {0, ""};
        asked.emplace_back(where);
        if (asked.size() == 1)
            return {200, page(uid(old_school),
                              (R"([{"field":"successor","before":null,"after":")" + std::string(kArchive) +
                               R"("},{"field":"decision","before":null,"after":"KS § 41"},{"field":"phone","before":null,"after":"1"}])")
                                  .c_str(),
                              true)};
        return {200, page(kArchive, R"([{"field":"name","before":"Centralarkivet","after":"Arkivet"}])", false)};
    };
    program.host->navigate("/organisation");
    program.screen.settle(*program.host);
    check_tree(program.screen);
    CHECK(asked == std::vector<std::string>{"/api/history/unit?before=0"});
    CHECK(program.screen.node(Aria::link, "Gamla skolan uppgår i Arkivet") != nullptr);
    CHECK(says(program, "2026-06-11  Sam Ordnare · Beslut: KS § 41"));
    REQUIRE(program.click(Aria::button, "Visa äldre"));
    CHECK(asked.back() == "/api/history/unit?before=9");
    CHECK(program.screen.node(Aria::link, "Centralarkivet bytte namn till Arkivet") != nullptr);
    CHECK(program.screen.node(Aria::button, "Visa äldre") == nullptr);
    check_tree(program.screen);
}

TEST_CASE("O1 without network the screen says that what happened is not to be had now") {
    Program program = open("/organisation");
    CHECK(says(program, "Historiken finns på servern och går inte att hämta just nu."));
    CHECK(item(program, "Utbildningsnämnden") != nullptr);
}
