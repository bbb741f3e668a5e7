// What happens if a system falls (H8).
#include "insight/what_if.h"

#include "documents/what_if_sheet.h"
#include "shared/insight/world.h"

using namespace lisa;
using namespace lisa::test;

namespace {

struct Fallen : World {
    Fallen() {
        system("portal", "Portal");
        system("mail", "Brevlåda");
        system("part", "Betygsdel", "register");
        link("to_portal", "register", "portal", true);
        link("to_mail", "register", "mail", false);
        link("on_from_portal", "portal", "register", true);  // a circle
        add(kProcessing, "teaching", {{"name", text("Undervisning")}, {"unit", text(id("board_a"))}, {"system", text(id("register"))}});
        set(kUnit, "board_a", "is_controller", Value{true});
        set(kUnit, "kommun", "operator_kind", text("essential"));
        set(kSystem, "register", "owner", text(id("anna")));
        set(kPerson, "anna", "phone", text("0221-1"));
        set(kSystem, "register", "recovery_time_hours", number(24));
        set(kAsset, "grades", "recovery_time_hours", number(4));
    }
    void system(std::string_view name, std::string_view words, std::string_view whole = "") {
        add(kSystem, name,
            {{"name", text(words)}, {"kind", text("application")}, {"unit", text(id("board_a"))}, {"part_of", whole.empty() ? kCleared : text(id(whole))}});
    }
    void link(std::string_view name, std::string_view from, std::string_view to, bool depends) {
        add(kAssetSystem, name,
            {{"asset", text(id("grades"))},
             {"system", text(id(from))},
             {"relation", text("sent")},
             {"flows_to", text(id(to))},
             {"receiver_depends", Value{depends}}});
    }
    std::vector<WhatIfPart> parts() { return what_if(at(kSystem, id("register")), around()); }
    std::string part(std::size_t which) { return what_if_text(parts()[which], around()); }
};

bool holds(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("H8: what depends on a system and what is part of it fall with it, circles end, and what only gets data starves") {
    Fallen world;
    std::string names;
    for (const Record* one : falls_with(world.at(kSystem, id("register")), world.around())) names += one->text("name") + ";";
    CHECK(names == "Betygsdel;Portal;");
    const std::string falls = world.part(0);
    CHECK(holds(falls, "Slutar också fungera: Portal"));
    CHECK(holds(falls, "Får inga nya uppgifter: Brevlåda"));
    CHECK(holds(falls, ": Betyg"));
    CHECK(holds(falls, ": Undervisning"));
    world.set(kSystem, "portal", "status", text("retired"));
    CHECK_FALSE(holds(world.part(0), "Portal"));
}

TEST_CASE("H8: who answers can be reached, and what is not known says so") {
    Fallen world;
    CHECK(holds(world.part(1), "Anna Ågren, 0221-1"));
    CHECK(holds(world.part(2), "uppgift saknas"));
    world.set(kSystem, "register", "manual_routine", text("Papper och penna"));
    CHECK(holds(world.part(2), "Papper och penna"));
}

TEST_CASE("H8: the clocks of each who would have to tell an authority are those of the law") {
    Fallen world;
    const std::string clocks = world.part(3);
    for (const char* words : {"72 timmar till anmälan", "24 timmar till upplysning", "72 timmar till incidentanmälan"}) CHECK(holds(clocks, words));
    world.set(kUnit, "kommun", "operator_kind", text("not_covered"));
    CHECK_FALSE(holds(world.part(3), "24 timmar till upplysning"));
}

TEST_CASE("H8: a promise that is longer than what the activity can bear is told") {
    Fallen world;
    CHECK(holds(world.part(4), "24 timmar"));
    CHECK(holds(world.part(4), "4 timmar"));
    CHECK(holds(world.part(4), "Systemet lovar en längre tid"));
    world.set(kSystem, "register", "recovery_time_hours", number(4));
    CHECK_FALSE(holds(world.part(4), "Systemet lovar en längre tid"));
}

TEST_CASE("H8: whoever sees only some of it is told that there may be more") {
    Fallen world;
    world.who = holder(Role::system_owner, "board_a");
    CHECK_FALSE(world.parts()[0].remark.empty());
}

TEST_CASE("H8: the sheet holds every part, in both languages") {
    Fallen world;
    for (Language language : {Language::swedish, Language::english}) {
        world.language = language;
        world.reader.language = language;
        const std::string sheet = what_if_sheet(world.at(kSystem, id("register")), world.around());
        for (std::string_view part : kWhatIfParts) CHECK(holds(sheet, "<h2>" + what_if_heading(part, world.around()) + "</h2>"));
    }
}
