// What happens if a system falls, and the exercise of it, on the screen (H8).
#include "ui/program.h"

using namespace lisa;
using namespace lisa::test;
using Aria = semantics::Role;

namespace {

constexpr std::string_view kThing = "01920000-0000-7000-8000-0000000000f5", kOther = "01920000-0000-7000-8000-0000000000f6",
                           kHeld = "01920000-0000-7000-8000-0000000000f7";

Value text(std::string_view value) { return Value{std::string(value)}; }

std::vector<Record> a_system(std::string_view state = "") {
    std::vector<Record> records{
        made(kSystem, kThing,
             {{"name", text("Elevregister")},
              {"kind", text("application")},
              {"unit", text(kBoard)},
              {"owner", text(kMe)},
              {"manual_routine", text("Papper och penna")}}),
        made(kSystem, kOther, {{"name", text("Betygsdel")}, {"kind", text("application")}, {"unit", text(kBoard)}, {"part_of", text(kThing)}})};
    if (!state.empty())
        records.push_back(
            made(kExercise, kHeld,
                 {{"name", text("Övning: Elevregister")}, {"system", text(kThing)}, {"status", text(state)}, {"started_at", text("2026-11-23T23:00:00Z")}}));
    return records;
}

std::string at(const Entity& entity, std::string_view id, std::string_view tab) {
    return "/register/" + std::string(entity.name) + "/" + std::string(id) + std::string(tab);
}

}  // namespace

TEST_CASE("H8 what a system pulls down, who answers and how one does without it stand on one page, that prints") {
    for (float width : {1280.0f, 360.0f}) {
        Program program("coordinator", kRoot, 0, at(kSystem, kThing, "/vad-hander"), width, 2000, a_system());
        CHECK(program.screen.node(Aria::link, "Betygsdel") != nullptr);
        CHECK(program.screen.node(Aria::link, "Anna Exempel") != nullptr);
        CHECK(says(program, "Papper och penna"));
        CHECK(says(program, "uppgift saknas"));
        CHECK(says(program, "24 timmar till upplysning"));
        check_tree(program.screen);
        REQUIRE(program.click(Aria::button, "Skriv ut"));
        REQUIRE(program.click(Aria::button, "Övning"));
        CHECK(program.screen.node(Aria::textbox, "Namn")->value == "Övning: Elevregister");
        check_tree(program.screen);
    }
}

TEST_CASE("H8 the exercise starts, counts the time, reveals one thing at a time and ends") {
    Program planned("coordinator", kRoot, 0, at(kExercise, kHeld, "/ova"), 1280, 1600, a_system("planned"));
    REQUIRE(planned.click(Aria::button, "Starta övningen"));
    REQUIRE(planned.platform.outbox.size() == 1);
    CHECK(planned.platform.outbox.begin()->second.find("\"step\":\"start\"") != std::string::npos);
    CHECK(says(planned, "Tid sedan start: 0:00:00"));

    Program program("coordinator", kRoot, 0, at(kExercise, kHeld, "/ova"), 360, 1600, a_system("ongoing"));
    CHECK(says(program, "Tid sedan start: 1:00:00"));
    CHECK_FALSE(says(program, "Betygsdel"));
    check_tree(program.screen);
    REQUIRE(program.click(Aria::button, "Visa: Vad som slutar fungera"));
    CHECK(says(program, "Betygsdel"));
    CHECK(program.screen.node(Aria::button, "Visa: Vem som svarar") != nullptr);
    REQUIRE(program.type(Aria::textarea, "Anteckning", "Vi ringer rektorn."));
    REQUIRE(program.click(Aria::button, "Anteckna"));
    CHECK(says(program, "Vi ringer rektorn."));
    check_tree(program.screen);
    REQUIRE(program.click(Aria::button, "Avsluta övningen"));
    CHECK(says(program, "Övningen pågick"));
    CHECK(program.screen.node(Aria::button, "Skriv ut protokollet") != nullptr);
    check_tree(program.screen);
}

TEST_CASE("H8 who may not lead sees the exercise without buttons") {
    Program program("employee", kBoard, 0, at(kExercise, kHeld, "/ova"), 1280, 1600, a_system("ongoing"));
    CHECK(says(program, "Tid sedan start"));
    CHECK(program.screen.node(Aria::button, "Avsluta övningen") == nullptr);
    check_tree(program.screen);
}
