// A button pressed twice, or Enter held down, before the device has answered: what was meant once is done once.
#include "ui/program.h"

using namespace lisa;
using namespace lisa::test;
using Aria = semantics::Role;

namespace {

Value text(std::string_view value) { return Value{std::string(value)}; }

constexpr std::string_view kDocumentId = "01920000-0000-7000-8000-00000000d001", kSectionId = "01920000-0000-7000-8000-00000000d002";

std::vector<Record> instruction() {
    return {made(kDocument, kDocumentId,
                 {{"title", text("Instruktionen")},
                  {"kind", text("instruction")},
                  {"version", text("1.0")},
                  {"status", text("adopted")},
                  {"audience", Value{Set{"employee"}}},
                  {"unit", text(kRoot)}}),
            made(kSection, kSectionId,
                 {{"heading", text("Utbildning")}, {"document", text(kDocumentId)}, {"number", Value{std::int64_t{1}}}, {"body", text("Alla lär sig.")}})};
}

constexpr std::string_view kFirst = "01920000-0000-7000-8000-00000000d011", kSecond = "01920000-0000-7000-8000-00000000d012";

/// Two drafts that have an owner, so that they can be put to use.
std::vector<Record> owned() {
    std::vector<Record> all;
    for (std::string_view id : {kFirst, kSecond})
        all.push_back(
            made(kAsset, id, {{"name", text("Betyg")}, {"kind", text("process")}, {"status", text("draft")}, {"unit", text(kBoard)}, {"owner", text(kMe)}}));
    return all;
}

std::string address(std::string_view asset) { return "/register/asset/" + std::string(asset); }

/// Presses a button twice while the disk is busy; how much the disk was asked to keep.
std::size_t press_twice(Program& program, std::string_view button) {
    program.platform.disk_is_slow = true;
    REQUIRE(program.click(Aria::button, button));
    (void)program.click(Aria::button, button);
    const std::size_t asked = program.platform.waiting.size();
    program.platform.answer_disk();
    program.platform.disk_is_slow = false;
    program.screen.settle(*program.host);
    return asked;
}

}  // namespace

TEST_CASE("A8 a new record that is saved twice is made once") {
    Program program("coordinator", kRoot, 0, "/register/asset");
    REQUIRE(program.click(Aria::button, "Ny"));
    REQUIRE(program.type(Aria::textbox, "Namn", "Betyg"));
    REQUIRE(program.type(Aria::select, "Slag", "process"));
    REQUIRE(program.type(Aria::combobox, "Ansvarig del av organisationen", "utbildning"));
    REQUIRE(program.click(Aria::option, "Utbildningsnämnden"));
    CHECK(press_twice(program, "Spara") == 1);
    CHECK(program.platform.outbox.size() == 1);
    CHECK(program.screen.node(Aria::heading, "Betyg"));
}

TEST_CASE("A8 an alteration that is saved twice is sent once, also by the keyboard") {
    Program program("coordinator", kRoot, 1, "/register/asset/" + asset_id(0) + "/falt");
    REQUIRE(program.type(Aria::textbox, "Namn", "Nytt namn"));
    program.platform.disk_is_slow = true;
    for (int i = 0; i < 3; ++i) {
        program.host->shortcut("ctrl+s");
        program.screen.settle(*program.host);
    }
    program.platform.answer_disk();
    program.screen.settle(*program.host);
    CHECK(program.platform.outbox.size() == 1);
}

TEST_CASE("A8 a step that is pressed twice is taken once, and the next one is not taken with it") {
    Program program("coordinator", kRoot, 0, address(kFirst), 1280, 800, owned());
    CHECK(press_twice(program, "Ta i bruk") == 1);
    CHECK(program.platform.outbox.size() == 1);
    CHECK(program.screen.node(Aria::button, "Börja avveckla"));
    CHECK_FALSE(says(program, "Steget går inte att ta"));
}

TEST_CASE("P2 a confirmation that is pressed twice is one, though each press makes an id of its own") {
    Program program("employee", kBoard, 0, "/register/document/" + std::string(kDocumentId) + "/las", 1280, 800, instruction());
    CHECK(press_twice(program, "Jag har läst och förstått version 1.0") == 1);
    CHECK(program.platform.outbox.size() == 1);
}

TEST_CASE("A8 a step for rows that is passed over, since the same is under way from the record's own page, does not block the next") {
    std::vector<Record> both = owned();
    both.back().values[position(kAsset, "name")] = text("Scheman");
    Program program("coordinator", kRoot, 0, address(kFirst), 1280, 800, both);
    const auto pick = [&](std::string_view name) {
        REQUIRE(program.press(Aria::link, name, semantics::key_space));
        REQUIRE(program.click(Aria::button, "Ta steg"));
    };
    program.platform.disk_is_slow = true;
    REQUIRE(program.click(Aria::button, "Ta i bruk"));
    program.host->navigate("/register/asset");
    program.screen.settle(*program.host);
    pick("Betyg");
    REQUIRE(program.click(Aria::button, "Ta i bruk: 1 post"));
    CHECK(program.platform.waiting.size() == 1);
    program.platform.answer_disk();
    program.platform.disk_is_slow = false;
    program.screen.settle(*program.host);
    REQUIRE(program.click(Aria::button, "Avbryt"));
    REQUIRE(program.press(Aria::link, "Betyg", semantics::key_space));  // no longer picked
    pick("Scheman");
    REQUIRE(program.click(Aria::button, "Ta i bruk: 1 post"));
    CHECK(program.platform.outbox.size() == 2);
}

TEST_CASE("A8 what differs is kept beside what is under way, and what the disk refused may be tried again") {
    Program program("coordinator", kRoot, 0, address(kFirst), 1280, 800, owned());
    program.platform.disk_is_slow = true;
    REQUIRE(program.click(Aria::button, "Ta i bruk"));
    program.host->navigate(address(kSecond));
    program.screen.settle(*program.host);
    REQUIRE(program.click(Aria::button, "Ta i bruk"));
    CHECK(program.platform.waiting.size() == 2);
    program.platform.disk_is_full = true;
    program.platform.answer_disk();
    CHECK(program.platform.outbox.empty());
    program.platform.disk_is_full = program.platform.disk_is_slow = false;
    program.screen.settle(*program.host);
    REQUIRE(program.click(Aria::button, "Ta i bruk"));
    CHECK(program.platform.outbox.size() == 1);
}
