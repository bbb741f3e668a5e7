// Personal data on the screen: the clock of a breach, moments in a form, and what is another's to write.
#include "i18n/words.h"
#include "ui/program.h"

using namespace lisa;
using namespace lisa::test;
using Aria = semantics::Role;

namespace {

Value text(std::string_view value) { return Value{std::string(value)}; }

constexpr std::string_view kCase = "01920000-0000-7000-8000-00000000b001", kInspection = "01920000-0000-7000-8000-00000000b002";

std::string at(const Entity& entity, std::string_view id, std::string_view tab = "") {
    return "/register/" + std::string(entity.name) + "/" + std::string(id) + std::string(tab);
}

/// A breach that was known the day before the tests' day, and a control that awaits the board's answer.
std::vector<Record> cases() {
    return {made(kBreach, kCase,
                 {{"name", text("Felskickat brev")},
                  {"status", text("open")},
                  {"unit", text(kBoard)},
                  {"discovered_at", text("2026-11-23T06:00:00Z")},
                  {"known_at", text("2026-11-23T07:20:00Z")}}),
            made(kPrivacyCheck, kInspection,
                 {{"name", text("Kontroll av gallring")}, {"status", text("done")}, {"unit", text(kBoard)}, {"findings", text("Inget gallras")}})};
}

bool is_disabled(const Program& program, Aria role, std::string_view name) {
    const semantics::Node* node = program.screen.node(role, name);
    REQUIRE_MESSAGE(node, name);
    return (node->states & semantics::disabled) != 0;
}

}  // namespace

TEST_CASE("D6 what is the officer's to write is drawn as read-only for the board, with the reason; the answer is open") {
    Program program("privacy_administrator", kBoard, 0, at(kPrivacyCheck, kInspection, "/falt"), 1280, 800, cases());
    CHECK(is_disabled(program, Aria::textarea, "Iakttagelser"));
    CHECK(is_disabled(program, Aria::select, "Allvarlighetsgrad"));
    CHECK_FALSE(is_disabled(program, Aria::textarea, "Svar från nämnden"));
    CHECK(program.screen.node(Aria::textarea, "Iakttagelser")->description == say(Language::swedish, "problem.officer_only"));
    (void)program.type(Aria::textarea, "Iakttagelser", "Allt är bra");
    CHECK(program.screen.node(Aria::textarea, "Iakttagelser")->value == "Inget gallras");
    CHECK(program.screen.node(Aria::button, "Spara") == nullptr);
    check_tree(program.screen);
    Program officer("privacy_officer", kRoot, 0, at(kPrivacyCheck, kInspection, "/falt"), 1280, 800, cases());
    CHECK_FALSE(is_disabled(officer, Aria::textarea, "Iakttagelser"));
}

TEST_CASE("D3 the board decides and the officer advises, and the form says so to each") {
    Program board("privacy_administrator", kBoard, 0, at(kBreach, kCase, "/falt"), 1280, 800, cases());
    CHECK_FALSE(is_disabled(board, Aria::textbox, "Anmält till IMY"));
    CHECK(is_disabled(board, Aria::textarea, "Dataskyddsombudets råd"));
    Program officer("privacy_officer", kRoot, 0, at(kBreach, kCase, "/falt"), 1280, 800, cases());
    CHECK(is_disabled(officer, Aria::textbox, "Anmält till IMY"));
    CHECK_FALSE(is_disabled(officer, Aria::textarea, "Dataskyddsombudets råd"));
}

TEST_CASE("D3 a moment is written on a Swedish clock and kept in UTC; what is none is said") {
    Program program("privacy_administrator", kBoard, 0, at(kBreach, kCase, "/falt"), 1280, 800, cases());
    CHECK(program.screen.node(Aria::textbox, "Nämnden fick kännedom")->value == "2026-11-23 08:20");
    REQUIRE(program.type(Aria::textbox, "Nämnden fick kännedom", "2026-11-23 9"));
    CHECK(program.screen.node(Aria::textbox, "Nämnden fick kännedom")->value == "2026-11-23 9");
    REQUIRE(program.click(Aria::button, "Spara"));
    CHECK(program.platform.outbox.empty());
    CHECK(program.screen.node(Aria::textbox, "Nämnden fick kännedom")->description.starts_with(say(Language::swedish, "problem.moment")));
    REQUIRE(program.type(Aria::textbox, "Nämnden fick kännedom", "2026-11-23 9:05"));
    REQUIRE(program.click(Aria::button, "Spara"));
    REQUIRE(program.platform.outbox.size() == 1);
    CHECK(program.platform.outbox.begin()->second.find("2026-11-23T08:05:00Z") != std::string::npos);
}

TEST_CASE("D3 O4 the time that is left stands on the record and, for the officer, on Mitt Lisa") {
    Program program("privacy_officer", kRoot, 0, "/", 1280, 800, cases());
    const std::string left = "till 2026-11-26 08:20";
    CHECK(says(program, "Anmäl till IMY eller besluta att inte anmäla: Felskickat brev"));
    CHECK(says(program, left));
    program.host->navigate(at(kBreach, kCase));
    program.screen.settle(*program.host);
    CHECK(says(program, "72 timmar till anmälan: " + left));
    CHECK(says(program, "Dataskyddsombudet har inte gett råd än."));
    program.platform.clock += std::int64_t{3} * 24 * 3'600'000;
    program.host->navigate("/");
    program.screen.settle(*program.host);
    CHECK(says(program, "passerad sedan"));
    CHECK_FALSE(says(program, left));
    check_tree(program.screen);
}

TEST_CASE("D3 the draft for the authority is a file from the record") {
    Program program("privacy_administrator", kBoard, 0, at(kBreach, kCase), 360, 740, cases());
    REQUIRE(program.click(Aria::button, "Underlag för anmälan"));
    REQUIRE(program.platform.downloads.size() == 1);
    CHECK(program.platform.downloads.front().find("uppgift saknas") != std::string::npos);
    check_tree(program.screen);
}

TEST_CASE("O1 the page of a unit counts what belongs to it and leads to each") {
    Program program("coordinator", kRoot, 7, at(kUnit, kBoard));
    CHECK(says(program, "Informationstillgångar: 7"));
    CHECK(program.screen.node(Aria::link, "Tillgång 0") != nullptr);
    CHECK(program.screen.node(Aria::link, "Tillgång 6") == nullptr);
    REQUIRE(program.click(Aria::button, "Informationstillgångar: visa alla 7"));
    REQUIRE(program.click(Aria::link, "Tillgång 6"));
    CHECK(program.platform.shown_address == at(kAsset, asset_id(6)));
    check_tree(program.screen);
}
