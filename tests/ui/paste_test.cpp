// Cells pasted into the table: looked at first, then all or nothing, and taken back.
#include "ui/program.h"

using namespace lisa;
using namespace lisa::test;
using Aria = semantics::Role;

namespace {

constexpr std::string_view kName = "Informationstillgångar";

void paste(Program& program, std::string text) {
    semantics::Events events;
    events.push({.kind = semantics::Event::Kind::key, .id = program.screen.node(Aria::grid, kName)->id, .key = semantics::key_paste, .text = std::move(text)});
    program.screen.settle(*program.host, events);
}

/// Whether the dialog lets the person go on.
bool is_possible(const Program& program) {
    for (const semantics::Node& node : program.screen.tree().nodes())
        if (node.role == Aria::button && node.name.starts_with("Ändra ") && (node.name.ends_with(" rutor") || node.name.ends_with(" ruta"))) return true;
    return false;
}

void key(Program& program, semantics::Key what) { REQUIRE(program.screen.press(*program.host, Aria::grid, kName, what)); }

}  // namespace

TEST_CASE("A8 pasted cells are shown old and new, change together, and are taken back together") {
    Program program("coordinator", kRoot, 5, "/register/asset");
    key(program, semantics::key_down);
    paste(program, "Första\tR-1\r\nAndra\r\n");
    check_tree(program.screen);
    CHECK(says(program, "Rader: 2. Kolumner: 2. Rutor som ändras: 3."));
    CHECK(says(program, "Börjar i rutan Namn på raden Tillgång 1"));
    CHECK(says(program, "Tillgång 1, Namn: Tillgång 1 → Första"));
    CHECK(says(program, "Tillgång 1, Beteckning: tomt → R-1"));
    CHECK(says(program, "Tillgång 2, Namn: Tillgång 2 → Andra"));
    CHECK(program.platform.outbox.empty());
    CHECK(is_possible(program));
    REQUIRE(program.click(Aria::button, "Ändra 3 rutor"));
    CHECK(program.platform.outbox.size() == 2);
    CHECK(program.screen.node(Aria::link, "Första") != nullptr);
    CHECK(says(program, "3 rutor är ändrade."));
    program.host->shortcut("ctrl+z");
    program.screen.settle(*program.host);
    CHECK(program.screen.node(Aria::link, "Första") == nullptr);
    CHECK(program.screen.node(Aria::link, "Tillgång 1") != nullptr);
    CHECK(program.screen.node(Aria::link, "Tillgång 2") != nullptr);
}

TEST_CASE("A8 what was copied in the table and pasted back alters nothing, and says so") {
    Program program("coordinator", kRoot, 5, "/register/asset");
    for (int i = 0; i < 3; ++i) key(program, semantics::key_space), key(program, semantics::key_down);
    key(program, semantics::key_copy);
    REQUIRE(!program.platform.copied.empty());
    key(program, semantics::key_escape);
    for (int i = 0; i < 5; ++i) key(program, semantics::key_up);
    key(program, semantics::key_down);
    paste(program, program.platform.copied);
    CHECK(says(program, "Inget ändras. Rutorna har redan de värdena."));
    CHECK(says(program, "Den första raden är rubriker"));
    CHECK_FALSE(is_possible(program));
    check_tree(program.screen);
}

TEST_CASE("A8 what is wrong with pasted cells is told by row and column, and nothing can be done before it is mended") {
    Program program("coordinator", kRoot, 5, "/register/asset");
    paste(program, "Ny\tR-1\tnonsens\n\tR-2\n");
    CHECK(says(program, "2 fel"));
    CHECK(says(program, "Rad 1, Status: Den kolumnen går inte att ändra i listan."));
    CHECK(says(program, "”nonsens”"));
    CHECK(says(program, "Rad 2, Namn: Fyll i det här fältet."));
    CHECK_FALSE(is_possible(program));
    CHECK(program.platform.outbox.empty());
    check_tree(program.screen);
    REQUIRE(program.click(Aria::button, "Stäng"));
    CHECK(program.screen.node(Aria::dialog, "") == nullptr);
}

TEST_CASE("A8 the rules of the register hold for pasted cells too") {
    Record risk = made(kConsequenceLevel, kLevelIds[1],
                       {{"level", Value{std::int64_t{1}}},
                        {"name", Value{std::string("Liten")}},
                        {"short_name", Value{std::string("Liten")}},
                        {"unit", Value{std::string(kRoot)}}});
    Program program("coordinator", kRoot, 0, "/register/consequence_level", 1280, 800, {risk});
    semantics::Events events;
    events.push({.kind = semantics::Event::Kind::key, .id = program.screen.node(Aria::grid, "Konsekvensnivåer")->id, .key = semantics::key_paste, .text = "2"});
    program.screen.settle(*program.host, events);
    CHECK(says(program, "Rad 1, Nivå: Nivåerna följer med skalan"));
    CHECK_FALSE(is_possible(program));
}

TEST_CASE("A8 I5 more rows than there are lead to the import, with the rows under the headings of their columns") {
    Program program("coordinator", kRoot, 2, "/register/asset");
    key(program, semantics::key_right);
    key(program, semantics::key_left);
    paste(program, "Skolfoton\tR-1\nSkolval\tR-2\nBetyg\tR-3\n");
    CHECK(says(program, "Det finns bara 2 rader härifrån och nedåt, och du klistrar in 3."));
    CHECK_FALSE(is_possible(program));
    check_tree(program.screen);
    REQUIRE(program.click(Aria::button, "Läs in raderna i stället"));
    CHECK(program.platform.shown_address == "/importera/asset");
    CHECK(says(program, "3 rader i"));
    CHECK(program.screen.node(Aria::select, "Namn")->value == "name");
    CHECK(program.screen.node(Aria::textarea, "Eller klistra in rader")->value.find("Skolval") != std::string::npos);
    CHECK(program.platform.outbox.empty());
}

TEST_CASE("A8 without the key one pastes into a box, from the same cell on") {
    for (float width : {1280.f, 360.f}) {
        Program program("coordinator", kRoot, 5, "/register/asset", width, 740);
        key(program, semantics::key_down);
        REQUIRE(program.click(Aria::button, "Klistra in"));
        check_tree(program.screen);
        CHECK(says(program, "Börjar i rutan Namn på raden Tillgång 1"));
        REQUIRE(program.type(Aria::textarea, "Klistra in här", "Första"));
        REQUIRE(program.click(Aria::button, "Granska"));
        CHECK(says(program, "Tillgång 1, Namn: Tillgång 1 → Första"));
        check_tree(program.screen);
        REQUIRE(program.click(Aria::button, "Ändra 1 ruta"));
        CHECK(program.platform.outbox.size() == 1);
    }
}

TEST_CASE("A8 too much, nothing, and a broken quote are refused in words, and the box stays open") {
    Program program("coordinator", kRoot, 5, "/register/asset");
    const auto told = [&] { return program.screen.node(Aria::textarea, "Klistra in här")->description; };
    paste(program, "");
    CHECK(told().starts_with("Det finns inget att klistra in."));
    REQUIRE(program.click(Aria::button, "Avbryt"));
    std::string rows;
    for (std::size_t i = 0; i < 6000; ++i) rows += "x\n";
    paste(program, rows);
    CHECK(told().starts_with("Det är för mycket på en gång"));
    REQUIRE(program.click(Aria::button, "Avbryt"));
    paste(program, "a\n\"b");
    CHECK(told().starts_with("Ett citattecken saknar sin motpart"));
}

TEST_CASE("A8 who may only read pastes nothing, and is not offered to") {
    Program program("auditor", kRoot, 5, "/register/asset");
    CHECK(program.screen.node(Aria::button, "Klistra in") == nullptr);
    paste(program, "Ny");
    CHECK(says(program, "Rad 1, Namn: Du kan inte ändra det här fältet."));
    CHECK(program.platform.outbox.empty());
}

TEST_CASE("A8 five thousand pasted rows are looked at, and only those lines are drawn that are read") {
    Program program("coordinator", kRoot, 5000, "/register/asset");
    std::string rows;
    for (int i = 0; i < 5000; ++i) rows += "Ny " + std::to_string(i) + "\tR-1\n";
    paste(program, rows);
    CHECK(says(program, "Rader: 5000. Kolumner: 2. Rutor som ändras: 10000."));
    CHECK(is_possible(program));
    CHECK(program.screen.tree().nodes().size() < 1000);
}
