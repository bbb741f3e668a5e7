// The registration of an operator on the screen (H9).
#include "ui/program.h"

using namespace lisa;
using namespace lisa::test;
using Aria = semantics::Role;

namespace {

constexpr std::string_view kKept = "01920000-0000-7000-8000-0000000000fb";

Value text(std::string_view value) { return Value{std::string(value)}; }

/// Changed on 1 November and not told since.
std::vector<Record> changed() {
    return {made(kRegistration, kKept,
                 {{"legal_name", text("Köpings kommun")},
                  {"unit", text(kRoot)},
                  {"phone", text("0221-1")},
                  {"told_at", text("2026-10-01T08:00:00Z")},
                  {"reference", text("MCF-1")},
                  {"changed_at", text("2026-11-01T08:00:00Z")},
                  {"untold_since", text("2026-11-01T08:00:00Z")},
                  {"notify_by", text("2026-11-15T22:59:00Z")}})};
}

std::string at(std::string_view tab = "") { return "/register/registration/" + std::string(kKept) + std::string(tab); }

}  // namespace

TEST_CASE("H9 a change that was not told in time is late on Mitt Lisa and on the record, and the notice stops it") {
    Program home("coordinator", kRoot, 0, "/", 360, 1600, changed());
    CHECK(home.screen.node(Aria::link, "Anmäl ändrad registrering: Köpings kommun") != nullptr);
    Program program("coordinator", kRoot, 0, at(), 1280, 1600, changed());
    CHECK(says(program, "14 dagar till anmälan av ändring: passerad"));
    check_tree(program.screen);
    program.host->navigate(at("/falt"));
    program.screen.settle(*program.host);
    REQUIRE(program.type(Aria::textbox, "Anmält till myndigheten", "2026-11-23 10:00"));
    REQUIRE(program.type(Aria::textbox, "Myndighetens nummer", "MCF-2"));
    REQUIRE(program.click(Aria::button, "Spara"));
    CHECK(says(program, "MCF-2"));
    CHECK_FALSE(says(program, "passerad"));
}

TEST_CASE("H9 the answers are copied field by field") {
    Program program("coordinator", kRoot, 0, at("/underlag"), 360, 2400, changed());
    CHECK(says(program, "Namn på den juridiska personen"));
    CHECK(says(program, "uppgift saknas"));
    REQUIRE(program.click(Aria::button, "Kopiera: Telefon"));
    check_tree(program.screen);
}
