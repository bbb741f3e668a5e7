// Searching the page that is shown: the hits are counted, walked through and framed.
#include "ui/find.h"

#include "core/text.h"
#include "ui/program.h"

using namespace lisa;
using namespace lisa::test;
using Aria = semantics::Role;
using Hits = std::vector<std::pair<std::size_t, std::size_t>>;

TEST_CASE("words are found without regard to case and accents, as bytes of the text itself") {
    CHECK(ui::places_of("Lisa ser Lisa", fold("lisa")) == Hits{{0, 4}, {9, 13}});
    CHECK(ui::places_of("Idé och IDE", fold("ide")) == Hits{{0, 4}, {9, 12}});
    CHECK(ui::places_of("Åsa asa", fold("åsa")) == Hits{{0, 4}});
    CHECK(ui::places_of("aaaa", fold("aa")) == Hits{{0, 2}, {2, 4}});
    CHECK(ui::places_of("aab", fold("ab")) == Hits{{1, 3}});
    CHECK(ui::places_of("", fold("a")).empty());
    CHECK(ui::places_of("abc", "").empty());
    CHECK(ui::places_of("ab", fold("abc")).empty());
}

TEST_CASE("A5 the bar counts the hits of the page, walks through them round the end, and closes where one came from") {
    Program program("coordinator", kRoot, 12, "/register/asset");
    program.screen.focus = {program.screen.node(Aria::searchbox, "Filtrera listan")->id, true};
    program.screen.settle(*program.host);
    program.host->shortcut("ctrl+shift+f");
    program.screen.settle(*program.host);
    REQUIRE(program.screen.node(Aria::search, "Sök på sidan") != nullptr);
    CHECK(program.platform.focused == program.screen.node(Aria::searchbox, "Sök på sidan")->id);
    REQUIRE(program.type(Aria::searchbox, "Sök på sidan", "TILLGÅNG 1"));
    CHECK(says(program, "1 av 3"));  // 1, 10 and 11
    REQUIRE(program.click(Aria::button, "Nästa träff"));
    CHECK(says(program, "2 av 3"));
    REQUIRE(program.click(Aria::button, "Föregående träff"));
    REQUIRE(program.click(Aria::button, "Föregående träff"));
    CHECK(says(program, "3 av 3"));
    REQUIRE(program.press(Aria::searchbox, "Sök på sidan", semantics::key_enter));
    CHECK(says(program, "1 av 3"));
    check_tree(program.screen);
    REQUIRE(program.type(Aria::searchbox, "Sök på sidan", "finns inte"));
    CHECK(says(program, "Inga träffar"));
    REQUIRE(program.press(Aria::searchbox, "Sök på sidan", semantics::key_enter));
    REQUIRE(program.press(Aria::searchbox, "Sök på sidan", semantics::key_escape));
    CHECK(program.screen.node(Aria::search, "Sök på sidan") == nullptr);
    CHECK(program.platform.focused == program.screen.node(Aria::searchbox, "Filtrera listan")->id);
}

TEST_CASE("A5 a hit out of sight is brought into it") {
    Program program("coordinator", kRoot, 1, "/register/asset/" + asset_id(0) + "/falt", 1280, 500);
    const auto place = [&] { return program.screen.node(Aria::textarea, "Motiv")->rect.y; };
    const float before = place();
    REQUIRE(before > 500);
    program.host->shortcut("ctrl+shift+f");
    program.screen.settle(*program.host);
    REQUIRE(program.type(Aria::searchbox, "Sök på sidan", "motiv"));
    CHECK(place() < before);
}

TEST_CASE("A5 read as text the browser searches by itself, and Lisa says so") {
    Program program("coordinator", kRoot, 1, "/register/asset", app::kSheetWidth, app::kSheetHeight);
    program.host->show_as_text(true);
    program.host->shortcut("ctrl+shift+f");
    program.screen.settle(*program.host);
    CHECK(program.screen.node(Aria::search, "Sök på sidan") == nullptr);
    CHECK(says(program, "webbläsarens egen sökning"));
}
