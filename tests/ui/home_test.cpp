// Mitt Lisa in a narrow window: what is due can be read.
#include "ui/program.h"

using namespace lisa;
using namespace lisa::test;
using Aria = semantics::Role;

TEST_CASE("O4 WCAG 1.4.10 what is due is read in full on a phone, with its day beneath; beside it where there is room") {
    constexpr std::string_view kName = "Förteckning över överenskommelser med vårdnadshavare om tystnadsplikt";
    const auto text = [](std::string_view words) { return Value{std::string(words)}; };
    const Record late = made(kAsset, asset_id(300),
                             {{"name", text(kName)},
                              {"kind", text("information_set")},
                              {"status", text("in_use")},
                              {"unit", text(kBoard)},
                              {"owner", text(kMe)},
                              {"review_on", text("2026-11-01")}});
    for (const float width : {360.f, 1280.f}) {
        CAPTURE(width);
        Program program("employee", kBoard, 0, "/", width, 800, {late});
        check_tree(program.screen);
        const semantics::Node* what = program.screen.node(Aria::link, "Klassa om: " + std::string(kName));
        const semantics::Node* when = program.screen.node(Aria::paragraph, "försenad sedan 2026-11-01");
        REQUIRE(what);
        REQUIRE(when);
        CHECK((when->rect.y >= what->rect.y + what->rect.h) == (width < 560));
        CHECK((when->rect.x >= what->rect.x + what->rect.w) == (width > 560));
        CHECK((what->rect.h > 40) == (width < 560));
    }
}

TEST_CASE("O4 whoever keeps the post is told on Mitt Lisa of letters that did not get through, and of none when all did") {
    for (const int undelivered : {0, 1, 3}) {
        CAPTURE(undelivered);
        Program program("coordinator", kRoot, 0);
        Json me = *parse_json(program.start.me);
        me["undelivered"] = undelivered;
        program.start.me = dump(me);
        program.open();
        check_tree(program.screen);
        CHECK(says(program, "kom inte fram den senaste veckan") == (undelivered > 0));
        if (undelivered > 0) CHECK(says(program, undelivered == 1 ? "1 påminnelse med e-post" : "3 påminnelser med e-post"));
    }
}
