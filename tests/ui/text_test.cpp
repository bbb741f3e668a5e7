// Lisa read as text: laid out on the sheet, nothing left out for want of room, long lists in pages.
#include "ui/pages.h"
#include "ui/program.h"

using namespace lisa;
using namespace lisa::test;
using Aria = semantics::Role;

namespace {

/// The program as one person reads it.
struct Reading : Program {
    Reading(std::string_view role, int assets, std::string_view path) : Program(role, kRoot, assets, path, app::kSheetWidth, app::kSheetHeight) {
        host->show_as_text(true);
        screen.settle(*host);
    }
    const semantics::Node* row(std::string_view name) { return screen.node(Aria::link, name); }
    int count(Aria role) const {
        int found = 0;
        for (const semantics::Node& node : screen.tree().nodes()) found += node.role == role ? 1 : 0;
        return found;
    }
};

}  // namespace

TEST_CASE("A5: a page holds fifty rows, the last what is left, and the row that is current is on it") {
    using ui::page_of;
    CHECK(page_of(-1, 0, 0).last == 0);
    CHECK(page_of(0, 120, 100).first == 0);
    CHECK(page_of(119, 120, 0).first == 100);
    CHECK(page_of(119, 120, 0).last == 120);
    CHECK(page_of(-1, 120, 50).first == 50);
    CHECK(page_of(-1, 20, 100).first == 0);
    CHECK(page_of(49, 100, 50).last == 50);
}

TEST_CASE("A5: read as text a list has pages, says which rows they hold, and numbers the rows truly") {
    Reading program("coordinator", 120, "/register/asset");
    check_tree(program.screen);
    REQUIRE(program.screen.node(Aria::grid, "Informationstillgångar") != nullptr);
    CHECK(program.screen.node(Aria::grid, "Informationstillgångar")->size == 121);
    CHECK(program.count(Aria::rowheader) == 50);
    CHECK(program.screen.node(Aria::status, "Rad 1–50 av 120") != nullptr);
    CHECK((program.screen.node(Aria::button, "Föregående sida")->states & semantics::disabled) != 0);
    REQUIRE(program.click(Aria::button, "Nästa sida"));
    CHECK(program.screen.node(Aria::status, "Rad 51–100 av 120") != nullptr);
    const semantics::Node* first = nullptr;
    for (const semantics::Node& node : program.screen.tree().nodes())
        if (node.role == Aria::row && node.position > 1) {
            first = &node;
            break;
        }
    REQUIRE(first != nullptr);
    CHECK(first->position == 52);
    REQUIRE(program.click(Aria::button, "Sista sidan"));
    CHECK(program.screen.node(Aria::status, "Rad 101–120 av 120") != nullptr);
    CHECK(program.count(Aria::rowheader) == 20);
    CHECK((program.screen.node(Aria::button, "Nästa sida")->states & semantics::disabled) != 0);
    REQUIRE(program.click(Aria::button, "Första sidan"));
    CHECK(program.screen.node(Aria::status, "Rad 1–50 av 120") != nullptr);
}

TEST_CASE("A5: the keys turn the pages too, a sort keeps the row, and a filter leaves only what it finds") {
    Reading program("coordinator", 120, "/register/asset");
    const auto key = [&](semantics::Key what) {
        semantics::Events events;
        events.push({.kind = semantics::Event::Kind::key, .id = program.screen.node(Aria::grid, "")->id, .key = what});
        program.screen.settle(*program.host, events);
    };
    key(semantics::key_page_down);
    CHECK(program.screen.node(Aria::status, "Rad 51–100 av 120") != nullptr);
    key(semantics::key_page_up);
    key(semantics::key_up);  // the headings: the page stays
    CHECK(program.screen.node(Aria::status, "Rad 1–50 av 120") != nullptr);
    REQUIRE(program.type(Aria::searchbox, "Filtrera listan", "tillgång 11"));
    CHECK(program.count(Aria::rowheader) == 11);
    CHECK(program.screen.node(Aria::button, "Nästa sida") == nullptr);
    check_tree(program.screen);
}

TEST_CASE("A5: the page turned to stays when the rows are worked out anew before the next frame") {
    Reading program("coordinator", 120, "/register/asset");
    semantics::Events both;
    both.push({.kind = semantics::Event::Kind::input, .id = program.screen.node(Aria::searchbox, "Filtrera listan")->id, .text = "tillgång"});
    both.push({.kind = semantics::Event::Kind::activate, .id = program.screen.node(Aria::button, "Nästa sida")->id});
    program.screen.settle(*program.host, both);
    CHECK(program.screen.node(Aria::status, "Rad 51–100 av 120") != nullptr);
}

TEST_CASE("A5: read as text no column is left out") {
    Program drawn("coordinator", kRoot, 1, "/register/asset", 400);
    Reading program("coordinator", 1, "/register/asset");
    const auto columns = [](const Program& one) { return one.screen.node(Aria::grid, "")->column; };
    CHECK(columns(drawn) < columns(program));
    CHECK(program.screen.node(Aria::button, "Komplett") != nullptr);
}

TEST_CASE("A5: read as text every screen is whole and sound for every role, with its menu") {
    for (const RoleFacts& role : kRoles)
        for (const char* path : {"/", "/laget", "/far-jag", "/rapportera", "/organisation", "/importera/asset", "/vantar", "/nowhere"}) {
            CAPTURE(role.name);
            CAPTURE(path);
            Reading program(role.name, 3, path);
            check_tree(program.screen);
            CHECK(program.screen.node(Aria::navigation, "Huvudmeny") != nullptr);
            CHECK(program.screen.node(Aria::heading, "") != nullptr);
        }
    for (const Entity* entity : kCatalog) {
        CAPTURE(entity->name);
        const std::string base = "/register/" + std::string(entity->name);
        Reading program("coordinator", 3, base);
        check_tree(program.screen);
        const std::string id = entity == &kAsset ? asset_id(0) : std::string(entity == &kUnit ? kBoard : kMe);
        for (const char* tab : {"", "/falt", "/kopplingar", "/historik", "/las", "/karta", "/matris", "/jamfor", "/krav", "/bekraftelser", "/bilagor",
                                "/arenden", "/underlag", "/provning"}) {
            CAPTURE(tab);
            program.host->navigate(base + "/" + id + tab);
            program.screen.settle(*program.host);
            check_tree(program.screen);
        }
    }
}

TEST_CASE("A5: a change of view keeps the place and the draft") {
    Program program("information_owner", kBoard, 3, "/register/asset/" + asset_id(1) + "/falt");
    REQUIRE(program.type(Aria::textbox, "Namn", "Nytt namn"));
    program.host->show_as_text(true);
    program.screen.settle(*program.host);
    CHECK(program.screen.node(Aria::textbox, "Namn")->value == "Nytt namn");
    program.host->show_as_text(false);
    program.screen.settle(*program.host);
    CHECK(program.screen.node(Aria::textbox, "Namn")->value == "Nytt namn");
    CHECK(program.platform.outbox.empty());
}

TEST_CASE("A5: what stands beside each other in banner and toolbar is read from left to right") {
    for (const float width : {1280.f, 700.f, 360.f}) {
        CAPTURE(width);
        Program program("coordinator", kRoot, 3, "/register/asset", width);
        for (const Aria role : {Aria::banner, Aria::toolbar}) {
            const auto& nodes = program.screen.tree().nodes();
            const auto around = std::find_if(nodes.begin(), nodes.end(), [&](const semantics::Node& node) { return node.role == role; });
            REQUIRE(around != nodes.end());
            float x = -1, bottom = 0;
            int seen = 0;
            for (auto node = around + 1; node != nodes.end() && node->parent == around - nodes.begin(); ++node, ++seen) {
                if (node->rect.x < x) CHECK_MESSAGE(node->rect.y >= bottom, node->name);  // a narrow window has them in rows
                x = node->rect.x, bottom = node->rect.y + node->rect.h;
            }
            CHECK(seen > 2);
        }
    }
}

TEST_CASE("A5: F1 lists the keys, and Escape puts the list away") {
    Program program("employee", kBoard, 1);
    program.host->shortcut("f1");
    program.screen.settle(*program.host);
    REQUIRE(program.screen.node(Aria::dialog, "Hjälp") != nullptr);
    check_tree(program.screen);
    CHECK(says(program, "F6"));
    REQUIRE(program.screen.press(*program.host, Aria::dialog, "Hjälp", semantics::key_escape));
    CHECK(program.screen.node(Aria::dialog, "Hjälp") == nullptr);
}

TEST_CASE("A5: Escape folds the menu of a narrow window and gives the focus back to its button") {
    Program program("coordinator", kRoot, 1, "/", 360);
    REQUIRE(program.click(Aria::button, "Meny"));
    REQUIRE(program.screen.press(*program.host, Aria::navigation, "Huvudmeny", semantics::key_escape));
    CHECK(program.screen.node(Aria::navigation, "Huvudmeny") == nullptr);
    CHECK(program.platform.focused == program.screen.node(Aria::button, "Meny")->id);
}
