// Rows into a register: pasted, understood, mended, imported, taken back.
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
