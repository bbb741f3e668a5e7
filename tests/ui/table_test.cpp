// The table: edited in the cell, rows picked and copied, how complete each is.
#include "ui/program.h"

using namespace lisa;
using namespace lisa::test;
using Aria = semantics::Role;

namespace {

constexpr std::string_view kName = "Informationstillgångar";

/// A key on the grid, as it comes from whichever cell has the focus.
void key(Program& program, semantics::Key what, bool shift = false) {
    semantics::Events events;
    events.push({.kind = semantics::Event::Kind::key, .id = program.screen.node(Aria::grid, kName)->id, .key = what, .shift = shift});
    program.screen.settle(*program.host, events);
}

/// A key in the editor that lies over a cell.
bool editor_key(Program& program, semantics::Key what) { return program.screen.press(*program.host, Aria::group, "Redigera i", what); }

/// The cell of the current row in the column with that heading.
const semantics::Node* current_cell(const Program& program) {
    for (const semantics::Node& node : program.screen.tree().nodes())
        if (node.role == Aria::gridcell && (node.states & semantics::untabbed) == 0) return &node;
    return nullptr;
}

}  // namespace

TEST_CASE("A8: the keys lead from cell to cell, and one cell only is reached by Tab") {
    Program program("coordinator", kRoot, 5, "/register/asset");
    key(program, semantics::key_right);
    REQUIRE(current_cell(program) != nullptr);
    CHECK(current_cell(program)->column == 2);
    CHECK(program.platform.focused == current_cell(program)->id);
    key(program, semantics::key_end);
    key(program, semantics::key_right);
    int reached = 0;
    for (const semantics::Node& node : program.screen.tree().nodes())
        if (node.role == Aria::gridcell && (node.states & semantics::untabbed) == 0) ++reached;
    CHECK(reached == 1);
    key(program, semantics::key_home);
    key(program, semantics::key_up);
    CHECK((program.screen.node(Aria::button, "Namn")->states & semantics::untabbed) == 0);
    check_tree(program.screen);
}

TEST_CASE("A8: a cell is edited with the form's control, saved with Enter, and taken back with Ctrl+Z") {
    Program program("coordinator", kRoot, 3, "/register/asset");
    key(program, semantics::key_f2);
    check_tree(program.screen);
    REQUIRE(program.screen.node(Aria::group, "Redigera i Tillgång 0") != nullptr);
    REQUIRE(program.screen.node(Aria::textbox, "Namn") != nullptr);
    CHECK(program.platform.focused == program.screen.node(Aria::textbox, "Namn")->id);
    REQUIRE(program.type(Aria::textbox, "Namn", "Nytt namn"));
    CHECK(program.platform.asks_before_leaving);
    REQUIRE(editor_key(program, semantics::key_enter));
    CHECK(program.platform.outbox.size() == 1);
    CHECK(program.screen.node(Aria::link, "Nytt namn") != nullptr);
    CHECK(program.screen.node(Aria::group, "Redigera i") == nullptr);
    program.host->shortcut("ctrl+z");
    program.screen.settle(*program.host);
    CHECK(program.screen.node(Aria::link, "Tillgång 0") != nullptr);
    CHECK(program.platform.outbox.size() == 2);
    program.host->shortcut("ctrl+z");
    program.screen.settle(*program.host);
    CHECK(says(program, "Det finns inget att ångra"));
}

TEST_CASE("A8: Escape leaves a cell as it was, and Tab saves it and opens the next") {
    Program program("coordinator", kRoot, 3, "/register/asset");
    key(program, semantics::key_f2);
    REQUIRE(program.type(Aria::textbox, "Namn", "Nytt namn"));
    REQUIRE(editor_key(program, semantics::key_escape));
    CHECK(program.platform.outbox.empty());
    CHECK(program.screen.node(Aria::link, "Tillgång 0") != nullptr);
    key(program, semantics::key_f2);
    REQUIRE(program.type(Aria::textbox, "Namn", "Nytt namn"));
    REQUIRE(editor_key(program, semantics::key_tab));
    CHECK(program.platform.outbox.size() == 1);
    CHECK(program.screen.node(Aria::group, "Redigera i Nytt namn") != nullptr);
    CHECK(program.screen.node(Aria::textbox, "Namn") == nullptr);
    check_tree(program.screen);
}

TEST_CASE("A8: what is wrong is said at the cell, and nothing that was typed is lost") {
    Program program("coordinator", kRoot, 3, "/register/asset");
    key(program, semantics::key_f2);
    REQUIRE(program.type(Aria::textbox, "Namn", ""));
    REQUIRE(editor_key(program, semantics::key_enter));
    const semantics::Node* name = program.screen.node(Aria::textbox, "Namn");
    REQUIRE(name != nullptr);
    CHECK((name->states & semantics::invalid) != 0);
    CHECK(!name->description.empty());
    CHECK(!program.platform.announced.empty());
    CHECK(program.platform.outbox.empty());
    program.platform.disk_is_full = true;
    REQUIRE(program.type(Aria::textbox, "Namn", "Annat"));
    REQUIRE(editor_key(program, semantics::key_enter));
    REQUIRE(program.screen.node(Aria::textbox, "Namn") != nullptr);
    CHECK(program.screen.node(Aria::textbox, "Namn")->value == "Annat");
}

TEST_CASE("A8: who may only read a register, or a state that only steps move, is refused an editor") {
    Program auditor("auditor", kRoot, 3, "/register/asset");
    key(auditor, semantics::key_f2);
    CHECK(auditor.screen.node(Aria::group, "Redigera i") == nullptr);
    CHECK(says(auditor, "Den rutan kan inte ändras här"));
    Program coordinator("coordinator", kRoot, 3, "/register/asset", 2400);
    key(coordinator, semantics::key_end);
    key(coordinator, semantics::key_f2);  // how complete the record is
    CHECK(coordinator.screen.node(Aria::group, "Redigera i") == nullptr);
    CHECK(says(coordinator, "Den rutan kan inte ändras här"));
    CHECK(coordinator.platform.outbox.empty());
}

TEST_CASE("A8: rows are picked with Space and Shift, changed, removed after a question, and brought back") {
    Program program("coordinator", kRoot, 5, "/register/asset");
    key(program, semantics::key_right);
    key(program, semantics::key_space);
    key(program, semantics::key_down, true);
    CHECK(says(program, "2 valda"));
    check_tree(program.screen);
    REQUIRE(program.click(Aria::button, "Ändra"));
    CHECK(program.screen.node(Aria::button, "Ändra 2 poster") != nullptr);
    REQUIRE(program.click(Aria::button, "Avbryt"));
    REQUIRE(program.click(Aria::button, "Ta bort"));
    CHECK(says(program, "Ta bort 2 poster?"));
    CHECK(program.platform.outbox.empty());
    REQUIRE(program.click(Aria::button, "Ta bort 2 poster"));
    CHECK(program.platform.outbox.size() == 2);
    CHECK(program.screen.node(Aria::status, "3 poster") != nullptr);
    REQUIRE(program.click(Aria::button, "Ångra"));
    CHECK(program.screen.node(Aria::status, "5 poster") != nullptr);
}

TEST_CASE("A8: what the filter hides is no longer picked, and Escape picks nothing") {
    Program program("coordinator", kRoot, 12, "/register/asset");
    key(program, semantics::key_space);
    CHECK(says(program, "1 vald"));
    REQUIRE(program.type(Aria::searchbox, "Filtrera listan", "tillgång 11"));
    CHECK(!says(program, "1 vald"));
    key(program, semantics::key_space);
    CHECK(says(program, "1 vald"));
    key(program, semantics::key_escape);
    CHECK(!says(program, "1 vald"));
}

TEST_CASE("A8: picked rows are copied as a spreadsheet takes them, and never as a formula") {
    Program program("coordinator", kRoot, 0, "/register/asset", 1280, 800,
                    {made(kAsset, asset_id(90),
                          {{"name", Value{std::string("=1+1")}}, {"kind", Value{std::string("information_type")}}, {"unit", Value{std::string(kBoard)}}})});
    key(program, semantics::key_copy);
    CHECK(program.platform.copied.starts_with("Namn\t"));
    CHECK(program.platform.copied.find("\r\n'=1+1\t") != std::string::npos);
}

TEST_CASE("A9: the last column says how complete each record is, what is missing, and sorts by it") {
    Program program("coordinator", kRoot, 2, "/register/asset", 2000);
    bool is_told = false;
    for (const semantics::Node& node : program.screen.tree().nodes())
        is_told = is_told || (node.role == Aria::gridcell && node.name.find("Saknas för en komplett post:") != std::string::npos);
    CHECK(is_told);
    REQUIRE(program.click(Aria::button, "Komplett"));
    CHECK(program.screen.node(Aria::link, "Tillgång 1") != nullptr);
}
