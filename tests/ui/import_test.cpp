// Rows into a register: pasted, understood, mended, imported, taken back.
#include <set>

#include "ui/program.h"

using namespace lisa;
using namespace lisa::test;
using Aria = semantics::Role;

namespace {

constexpr std::string_view kImportHeader = "Namn\tSlag\tKonfidentialitet\tAnsvarig del av organisationen\n";

}  // namespace

TEST_CASE("I5 A8: pasted rows are understood, faulty ones shown by line and left out, the rest imported and taken back") {
    Program program("coordinator", kRoot, 0, "/importera/asset");
    check_tree(program.screen);
    const std::string pasted = std::string(kImportHeader) +
                               "Skolfoton\tinformation_set\t1\tUtbildningsnämnden\n"  // line 2
                               "\tinformation_set\t1\tUtbildningsnämnden\n"           // line 3: no name
                               "Elevakter\tinformation_set\t9\tUtbildningsnämnden\n"  // line 4: no such level
                               "Skolval\tInformationsmängd\t2\tUtbildningsnämnden\n"  // line 5
                               "Betyg\tinformation_set\t2\tTekniska nämnden\n";       // line 6: no such unit
    REQUIRE(program.type(Aria::textarea, "Eller klistra in rader", pasted));
    REQUIRE(program.click(Aria::button, "Läs in det inklistrade"));
    CHECK(says(program, "5 rader i 4 kolumner är inlästa."));
    for (const auto& [label, field] :
         {std::pair{"Namn", "name"}, {"Slag", "kind"}, {"Konfidentialitet", "confidentiality"}, {"Ansvarig del av organisationen", "unit"}}) {
        CAPTURE(label);
        const semantics::Node* column = program.screen.node(Aria::select, label);
        REQUIRE(column);
        CHECK(column->value == field);
    }
    check_tree(program.screen);
    for (const char* line : {"Rad 3, Namn", "Rad 4, Konfidentialitet", "Rad 6, Ansvarig del av organisationen"}) CHECK_MESSAGE(says(program, line), line);
    CHECK_FALSE(says(program, "Rad 2,"));
    CHECK_FALSE(says(program, "Rad 5,"));
    CHECK((program.screen.node(Aria::button, "Importera 2 poster")->states & semantics::disabled) != 0);
    REQUIRE(program.click(Aria::button, "Hoppa över 3 rader"));
    CHECK(says(program, "Nya: 2. Ändras: 0. Oförändrade: 0. Hoppas över: 3."));
    CHECK(program.platform.outbox.empty());
    REQUIRE(program.click(Aria::button, "Importera 2 poster"));
    CHECK(program.platform.outbox.size() == 2);
    CHECK(program.platform.shown_address == "/register/asset");
    CHECK(program.screen.node(Aria::link, "Skolfoton") != nullptr);
    CHECK(program.screen.node(Aria::link, "Skolval") != nullptr);
    CHECK(says(program, "2 poster är importerade."));
    REQUIRE(program.click(Aria::button, "Ångra"));
    CHECK(program.screen.node(Aria::link, "Skolfoton") == nullptr);
    CHECK(program.screen.node(Aria::link, "Skolval") == nullptr);
}

TEST_CASE("I5: rows about records that are there alter them, and undoing gives them their old values") {
    Program program("coordinator", kRoot, 2, "/importera/asset");
    REQUIRE(program.type(Aria::textarea, "Eller klistra in rader", "Namn\tKonfidentialitet\nTillgång 0\t3\nTillgång 1\t1\n"));
    REQUIRE(program.click(Aria::button, "Läs in det inklistrade"));
    CHECK(says(program, "Nya: 0. Ändras: 1. Oförändrade: 1."));
    REQUIRE(program.click(Aria::button, "Importera 1 post"));
    CHECK(says(program, "3 Allvarlig"));
    REQUIRE(program.click(Aria::button, "Ångra"));
    CHECK_FALSE(says(program, "3 Allvarlig"));
    CHECK(program.screen.node(Aria::link, "Tillgång 0") != nullptr);
}

TEST_CASE("I5: who may not create is told so, and is offered nothing") {
    Program program("auditor", kRoot, 1, "/importera/asset");
    CHECK(program.screen.node(Aria::textarea, "Eller klistra in rader") == nullptr);
    CHECK(program.screen.node(Aria::status, "") != nullptr);
}

namespace {

constexpr std::string_view kSystemHeader = "Namn\tSlag\tAnsvarig del av organisationen\t";

Record planned_system() {
    const auto text = [](std::string_view value) { return Value{std::string(value)}; };
    return made(kSystem, "01920000-0000-7000-8000-000000009001",
                {{"name", text("Journalen")}, {"kind", text("application")}, {"status", text("planned")}, {"unit", text(kBoard)}});
}

void read_in(Program& program, const std::string& rows) {
    REQUIRE(program.type(Aria::textarea, "Eller klistra in rader", rows));
    REQUIRE(program.click(Aria::button, "Läs in det inklistrade"));
}

}  // namespace

TEST_CASE("I5: the words of a column with the state are shown, an unknown one is given its meaning, and new records come to their states in one deed") {
    Program program("coordinator", kRoot, 0, "/importera/system");
    read_in(program, std::string(kSystemHeader) +
                         "Ägare\tStatus\nJournalen\tapplication\tUtbildningsnämnden\tAnna Exempel\tI drift\n"
                         "Portalen\tapplication\tUtbildningsnämnden\tAnna Exempel\tSkarpt\n"
                         "Nya\tapplication\tUtbildningsnämnden\t\tPlanerat\n");
    CHECK(says(program, "Rad 3, Status: Lisa känner inte igen ordet"));
    REQUIRE(program.screen.node(Aria::select, "”I drift” betyder"));
    CHECK(program.screen.node(Aria::select, "”I drift” betyder")->value == "in_operation");
    REQUIRE(program.screen.node(Aria::select, "”Skarpt” betyder"));
    CHECK(program.screen.node(Aria::select, "”Skarpt” betyder")->value == "?");
    CHECK((program.screen.node(Aria::button, "Importera 2 poster")->states & semantics::disabled) != 0);
    REQUIRE(program.type(Aria::select, "”Skarpt” betyder", "in_operation"));
    check_tree(program.screen);
    CHECK(says(program, "2 nya poster tas till I drift, med Börja införa, Ta i drift."));
    CHECK(program.platform.outbox.empty());
    REQUIRE(program.click(Aria::button, "Importera 3 poster"));
    CHECK(program.platform.outbox.size() == 7);  // three are made, two of them take two steps each
    std::set<std::string> deeds;
    for (const auto& [number, text] : program.platform.outbox) deeds.insert((*parse_json(text))["deed"].get<std::string>());
    CHECK(deeds.size() == 1);
    CHECK(says(program, "3 poster är importerade."));
    CHECK(program.screen.node(Aria::link, "Journalen") != nullptr);
    CHECK(says(program, "I drift"));
    REQUIRE(program.click(Aria::button, "Ångra"));
    CHECK(program.screen.node(Aria::link, "Journalen") == nullptr);
}

TEST_CASE("I5: a word may be said to mean nothing, and then the record stays where it is") {
    Program program("coordinator", kRoot, 0, "/importera/system");
    read_in(program, std::string(kSystemHeader) + "Status\nPortalen\tapplication\tUtbildningsnämnden\tSkarpt\n");
    REQUIRE(program.type(Aria::select, "”Skarpt” betyder", ""));
    CHECK_FALSE(says(program, "känner inte igen ordet"));
    REQUIRE(program.click(Aria::button, "Importera 1 post"));
    CHECK(program.platform.outbox.size() == 1);
}

TEST_CASE("I5: who takes a record where no step leads back is told so before, and is not offered to undo it") {
    Program program("coordinator", kRoot, 0, "/importera/system", 1280, 800, {planned_system()});
    read_in(program, "Namn\tStatus\nJournalen\tUnder införande\n");
    CHECK(says(program, "1 post som finns går från Planerat till Under införande, med Börja införa."));
    CHECK(says(program, "importen kan inte ångras efteråt"));
    REQUIRE(program.click(Aria::button, "Importera 1 post"));
    CHECK(program.platform.outbox.size() == 1);
    CHECK(program.screen.node(Aria::button, "Ångra") == nullptr);
}

TEST_CASE("I5: what others alter meanwhile leaves the ways of an import as they are, until it is about the same record") {
    Program program("coordinator", kRoot, 0, "/importera/system", 1280, 800, {planned_system()});
    read_in(program, "Namn\tStatus\nJournalen\tUnder införande\n");
    Record theirs = made(kAsset, asset_id(0), {{"name", Value{std::string("Annat")}}, {"unit", Value{std::string(kBoard)}}});
    std::int64_t cursor = 10;
    program.platform.server = [&](std::string_view, std::string_view where, const std::string&) -> platform::Reply {
        if (!where.starts_with("/api/changes")) return {0, ""};
        return {200, dump(page_to_json(Page{.epoch = "e", .cursor = ++cursor, .records = {theirs}}))};
    };
    program.platform.poke();
    program.screen.settle(*program.host);
    CHECK(says(program, "1 post som finns går från Planerat till Under införande, med Börja införa."));
    theirs = planned_system();
    theirs.rev = 2;
    theirs.values[position(kSystem, "status")] = Value{std::string("introducing")};
    program.platform.poke();
    program.screen.settle(*program.host);
    CHECK_FALSE(says(program, "går från Planerat"));
}

TEST_CASE("I5 K2: the class of an old list is kept as the system's own level, and it is said with which motive") {
    Program program("coordinator", kRoot, 0, "/importera/system");
    read_in(program, std::string(kSystemHeader) + "Klass\nJournalen\tapplication\tUtbildningsnämnden\t3/2/1\n");
    CHECK(program.screen.node(Aria::select, "Klass K")->value == "confidentiality");
    CHECK(says(program, "1 rad har en klass. Den sparas som postens egen nivå, med motiveringen ”Från inklistrade rader, inlästa 2026-11-24.”."));
    REQUIRE(program.click(Aria::button, "Importera 1 post"));
    REQUIRE(program.platform.outbox.size() == 1);
    CHECK(program.platform.outbox.begin()->second.find("Från inklistrade rader") != std::string::npos);
}
