// An exception from a rule, as somebody without any duty asks for it and hears how it went.
#include "ui/program.h"

using namespace lisa;
using namespace lisa::test;
using Aria = semantics::Role;

namespace {

Value text(std::string_view value) { return Value{std::string(value)}; }

std::string uid(int i) {
    char id[40];
    std::snprintf(id, sizeof id, "01920000-0000-7000-8000-%012x", 0xC000 + i);
    return id;
}

Record exception(int i, std::string_view name, std::string_view status, std::string_view applicant) {
    return made(kPolicyException, uid(i),
                {{"name", text(name)},
                 {"what", text("Ett konto")},
                 {"status", text(status)},
                 {"unit", text(kBoard)},
                 {"applicant", text(applicant)},
                 {"reason", text("Skiftbyte")},
                 {"decision_reason", text(status == "refused" ? "Var sitt konto går bra" : "")},
                 {"ends_on", text("2027-06-30")}});
}

std::vector<Record> some() {
    const std::string bo = uid(90);
    return {made(kPerson, bo, {{"given_name", text("Bo")}, {"family_name", text("Ek")}, {"audience", text("employee")}, {"unit", text(kBoard)}}),
            exception(1, "Mitt konto", "refused", kMe), exception(2, "Bos konto", "requested", bo)};
}

Record rule(std::string_view answer) {
    return made(kHandlingRule, uid(80),
                {{"way", text("email_external")}, {"answer", text(answer)}, {"reason", text("Mejl kan läsas.")}, {"unit", text(kRoot)}});
}

}  // namespace

TEST_CASE("S5: an employee asks for an exception: own name and place of work stand there, and what is decided is locked") {
    Program program("employee", kBoard, 0, "/register/policy_exception");
    REQUIRE(program.click(Aria::button, "Ny"));
    check_tree(program.screen);
    CHECK(program.screen.node(Aria::combobox, "Sökande")->value == "Anna Exempel");
    CHECK(program.screen.node(Aria::combobox, "Gäller för")->value == "Utbildningsnämnden");
    CHECK(program.screen.node(Aria::textarea, "Risk") == nullptr);
    for (const char* label : {"Motivering till beslutet"}) {
        const semantics::Node* locked = program.screen.node(Aria::textarea, label);
        REQUIRE(locked);
        CHECK((locked->states & semantics::disabled) != 0);
        CHECK(locked->description.find("Det här skriver den som beslutar") != std::string::npos);
    }
    REQUIRE(program.type(Aria::textbox, "Namn", "Delat konto"));
    REQUIRE(program.type(Aria::textarea, "Regel och undantag", "Ett konto i receptionen"));
    REQUIRE(program.type(Aria::textarea, "Skydd i stället", "Loggbok"));
    REQUIRE(program.click(Aria::button, "Spara"));
    CHECK(program.platform.outbox.empty());  // a reason and an end are needed
    REQUIRE(program.type(Aria::textarea, "Varför det behövs", "Skiftbyte"));
    REQUIRE(program.type(Aria::date, "Gäller till", "2027-06-30"));
    REQUIRE(program.click(Aria::button, "Spara"));
    REQUIRE(program.platform.outbox.size() == 1);
    const Json patch = (*parse_json(program.platform.outbox.begin()->second))["change"]["patch"];
    CHECK(patch["applicant"] == kMe);
    CHECK(patch["unit"] == kBoard);
    CHECK(program.screen.node(Aria::button, "Godkänn") == nullptr);
    CHECK(program.screen.node(Aria::button, "Avslå") == nullptr);
}

TEST_CASE("S5: the outcome stands on Mitt Lisa and in the record with its reason; what another asked for is not altered") {
    Program program("employee", kBoard, 0, "/", 1280, 800, some());
    check_tree(program.screen);
    CHECK(program.screen.node(Aria::heading, "Undantag som jag har sökt"));
    CHECK(program.screen.node(Aria::link, "Bos konto") == nullptr);
    CHECK(program.screen.node(Aria::heading, "Undantag att besluta om") == nullptr);
    REQUIRE(program.click(Aria::link, "Mitt konto: Avslaget"));
    CHECK(program.platform.shown_address == "/register/policy_exception/" + uid(1));
    CHECK(says(program, "Motivering till beslutet: Var sitt konto går bra"));
    program.host->navigate("/register/policy_exception/" + uid(2) + "/falt");
    program.screen.settle(*program.host);
    const semantics::Node* what = program.screen.node(Aria::textarea, "Regel och undantag");
    REQUIRE(what);
    CHECK((what->states & semantics::disabled) != 0);
    CHECK(what->description.find("Bara den som söker undantaget kan ändra") != std::string::npos);
}

TEST_CASE("S5: what waits for a decision stands on Mitt Lisa of who may make it, and is refused with a reason only") {
    Program program("coordinator", kRoot, 0, "/", 1280, 800, some());
    CHECK(program.screen.node(Aria::heading, "Undantag att besluta om"));
    REQUIRE(program.click(Aria::link, "Bos konto: Sökt"));
    REQUIRE(program.click(Aria::button, "Avslå"));
    CHECK(program.platform.outbox.empty());
    CHECK(says(program, "Motivering till beslutet: Fyll i det här fältet."));
    program.host->navigate("/register/policy_exception");
    program.screen.settle(*program.host);
    REQUIRE(program.press(Aria::link, "Bos konto", semantics::key_space));
    REQUIRE(program.click(Aria::button, "Ta steg"));
    REQUIRE(program.type(Aria::select, "Steg", "refuse"));
    REQUIRE(program.type(Aria::textarea, "Motivering till beslutet", "Var sitt konto går bra"));
    REQUIRE(program.click(Aria::button, "Avslå: 1 post"));
    CHECK(program.platform.outbox.size() == 1);
}

TEST_CASE("S5 P4: what one may not do leads to an application with the question in it; what one may, does not") {
    for (const char* answer : {"no", "ask", "with_conditions", "yes"}) {
        CAPTURE(answer);
        Program program("employee", kBoard, 3, "/far-jag", 1280, 800, {rule(answer)});
        REQUIRE(program.type(Aria::combobox, "Information", "tillgång 2"));
        REQUIRE(program.click(Aria::option, "Tillgång 2"));
        REQUIRE(program.type(Aria::select, "Vad vill du göra?", "email_external"));
        check_tree(program.screen);
        const bool is_offered = program.click(Aria::button, "Sök undantag");
        CHECK(is_offered == (std::string_view(answer) != "yes"));
        if (!is_offered) continue;
        CHECK(program.platform.shown_address.starts_with("/register/policy_exception/ny/"));
        CHECK(program.screen.node(Aria::textarea, "Regel och undantag")->value == "Mejla utanför kommunen: Tillgång 2");
        CHECK(program.screen.node(Aria::combobox, "Informationstillgång")->value == "Tillgång 2");
        CHECK(program.screen.node(Aria::combobox, "Sökande")->value == "Anna Exempel");
    }
    Program pupil("pupil", kBoard, 3, "/far-jag", 1280, 800, {rule("no")});
    CHECK(pupil.screen.node(Aria::button, "Sök undantag") == nullptr);
}
