// Help with what is shown (F1), and the accessibility statement.
#include "i18n/words.h"
#include "ui/program.h"
#include "views/criteria.h"

using namespace lisa;
using namespace lisa::test;
using Aria = semantics::Role;

namespace {

void open_help(Program& program) {
    program.host->shortcut("f1");
    program.screen.settle(*program.host);
    REQUIRE(program.screen.node(Aria::dialog, "Hjälp") != nullptr);
}

}  // namespace

TEST_CASE("A5 each view has its own help, and a register says what it is for") {
    const std::pair<std::string, Tr> views[] = {{"/", "help.view.home"_tr},
                                                {"/register/asset", "help.view.list"_tr},
                                                {"/register/asset/" + asset_id(0), "help.view.overview"_tr},
                                                {"/register/asset/" + asset_id(0) + "/falt", "help.view.fields"_tr},
                                                {"/register/asset/" + asset_id(0) + "/matris", "help.view.overview"_tr},  // no such tab: Översikt shows
                                                {"/register/asset/" + asset_id(0) + "/karta", "help.view.map"_tr},
                                                {"/vantar", "help.view.outbox"_tr},
                                                {"/rapportera", "help.view.report"_tr},
                                                {"/laget", "help.view.figures"_tr},
                                                {"/organisation", "help.view.organisation"_tr},
                                                {"/anpassa", "help.view.preferences"_tr},
                                                {"/tillganglighet", "help.view.accessibility"_tr},
                                                {"/ingenstans", "help.view.unknown"_tr}};
    for (const auto& [path, help] : views) {
        CAPTURE(path);
        Program program("coordinator", kRoot, 1, path);
        open_help(program);
        CHECK(says(program, say(Language::swedish, help)));
        CHECK(says(program, "Ctrl S: spara posten"));
        CHECK(says(program, say(Language::swedish, "about.asset")) == path.starts_with("/register"));
        check_tree(program.screen);
    }
}

TEST_CASE("A5 who may not see the organisation gets help with finding the way") {
    Program program("pupil", kRoot, 0, "/organisation");
    open_help(program);
    CHECK(says(program, say(Language::swedish, "help.view.unknown"_tr)));
}

TEST_CASE("A5 the statement counts what is known, names every criterion, and leads to who can mend a fault") {
    std::vector<Record> more;
    Record root = made(kUnit, kRoot, {{"name", Value{std::string("Köpings kommun")}}, {"kind", Value{std::string("municipality")}}});
    root.values[position(kUnit, "email")] = Value{std::string("kommun@koping.example")};
    root.rev = 2;
    more.push_back(root);
    Program program("employee", kRoot, 0, "/tillganglighet", 1280, 800, more);
    int named = 0, tested = 0;
    for (const views::Criterion& one : views::kCriteria) {
        named += says(program, std::string(one.number) + " ");
        tested += one.known == views::Known::tested;
    }
    CHECK(named == static_cast<int>(std::size(views::kCriteria)));
    CHECK(says(program, std::to_string(tested) + " av dem prövas automatiskt"));
    const semantics::Node* mail = program.screen.node(Aria::link, "Skriv till kommun@koping.example");
    REQUIRE(mail != nullptr);
    CHECK(mail->href.starts_with("mailto:kommun@koping.example?subject=Lisa%3A%20brist"));
    CHECK(mail->href.find(' ') == std::string::npos);
    CHECK(mail->href.find("Lisa%20visades%20med%20grafik") != std::string::npos);
    check_tree(program.screen);
}

TEST_CASE("A5 a municipality without an address says whom to turn to") {
    Program program("employee", kRoot, 0, "/tillganglighet");
    CHECK(says(program, "Kommunen har inte angett någon adress"));
}
