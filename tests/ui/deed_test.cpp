// Deeds as a person meets them: done, refused by the server as a whole, mended, left out, thrown away, taken back.
#include "core/json.h"
#include "ui/program.h"

using namespace lisa;
using namespace lisa::test;
using Aria = semantics::Role;

namespace {

/// A server that refuses what has a word in it, and the deed around it.
struct Refusing : Program {
    std::string bad = "FEL";
    std::vector<Json> frames;

    Refusing() : Program("coordinator", kRoot, 2, "/importera/asset") {
        platform.server = [this, others = platform.server](std::string_view method, std::string_view where, const std::string& body) -> platform::Reply {
            if (method != "POST") return others(method, where, body);
            const Json frame = *parse_json(body);
            frames.push_back(frame);
            std::vector<Answer> answers;
            bool is_refused = false;
            for (const Json& change : frame["changes"]) {
                const bool is_bad = dump(change).find(bad) != std::string::npos;
                is_refused = is_refused || is_bad;
                answers.push_back({change["id"].get<std::string>(), 11, {}});
                if (is_bad) answers.back() = {answers.back().id, 0, fault(Fault::invalid, "name", "problem.too_long")};
            }
            for (Answer& answer : answers)
                if (is_refused && frame.contains("deed") && !answer.error) answer = {answer.id, 0, fault(Fault::conflict, "", std::string(kHeldBack))};
            return {200, dump(answers_to_json(answers))};
        };
    }
    void import(std::string_view rows) {
        REQUIRE(type(Aria::textarea, "Eller klistra in rader", "Namn\tSlag\tAnsvarig del av organisationen\n" + std::string(rows)));
        REQUIRE(click(Aria::button, "Läs in det inklistrade"));
        REQUIRE(click(Aria::button, "Importera"));
    }
    void open_outbox() {
        host->navigate("/vantar");
        screen.settle(*host);
    }
    bool shows(std::string_view name) {
        host->navigate("/register/asset");
        screen.settle(*host);
        return screen.node(Aria::link, name) != nullptr;
    }
};

constexpr std::string_view kRows =
    "Skolfoton\tinformation_set\tUtbildningsnämnden\nFEL i namnet\tinformation_set\tUtbildningsnämnden\nSkolval\tinformation_set\tUtbildningsnämnden\n";

}  // namespace

TEST_CASE("I5: an import that the server refuses is in no register, and says which row was at fault") {
    Refusing program;
    program.import(kRows);
    REQUIRE(program.frames.size() == 1);
    CHECK(program.frames[0].contains("deed"));
    CHECK_FALSE(program.shows("Skolfoton"));
    program.open_outbox();
    check_tree(program.screen);
    CHECK(program.screen.node(Aria::heading, "3 ändringar som hör ihop: Informationstillgångar"));
    CHECK(program.screen.node(Aria::heading, "Informationstillgång: FEL i namnet"));
    CHECK_FALSE(program.screen.node(Aria::heading, "Informationstillgång: Skolfoton"));
    CHECK(program.platform.outbox.size() == 3);
}

TEST_CASE("I5: the row at fault is opened, mended and the whole import sent again") {
    Refusing program;
    program.import(kRows);
    program.open_outbox();
    REQUIRE(program.click(Aria::button, "Öppna och rätta"));
    REQUIRE(program.type(Aria::textbox, "Namn", "Skolresor"));
    REQUIRE(program.click(Aria::button, "Spara"));
    REQUIRE(program.frames.size() == 2);
    CHECK(program.frames[1]["deed"]["id"] == program.frames[0]["deed"]["id"]);
    REQUIRE(program.frames[1]["changes"].size() == 3);
    CHECK(program.frames[1]["changes"][0]["id"] == program.frames[0]["changes"][0]["id"]);
    CHECK(program.frames[1]["changes"][1]["id"] != program.frames[0]["changes"][1]["id"]);
    for (const char* name : {"Skolfoton", "Skolresor", "Skolval"}) CHECK(program.shows(name));
}

TEST_CASE("I5: the row at fault is left out and the rest sent; leaving out can be taken back") {
    Refusing program;
    program.import(kRows);
    program.open_outbox();
    REQUIRE(program.click(Aria::button, "Utelämna 1 och skicka resten"));
    REQUIRE(program.frames.size() == 2);
    CHECK(program.frames[1]["changes"].size() == 2);
    CHECK(program.shows("Skolfoton"));
    CHECK_FALSE(program.shows("FEL i namnet"));
    program.bad = "inget";
    REQUIRE(program.click(Aria::button, "Ångra"));
    CHECK(program.shows("FEL i namnet"));
}

TEST_CASE("I5: all of a refused import is thrown away, and that can be taken back") {
    Refusing program;
    program.import(kRows);
    program.open_outbox();
    REQUIRE(program.click(Aria::button, "Kasta alla 3"));
    CHECK(program.platform.outbox.empty());
    CHECK(says(program, "Inget väntar."));
    program.bad = "inget";
    REQUIRE(program.click(Aria::button, "Ångra"));
    for (const char* name : {"Skolfoton", "FEL i namnet", "Skolval"}) CHECK(program.shows(name));
}

TEST_CASE("A5 WCAG 2.2.1: what can be undone stays as long as somebody is at the button, and a moment longer") {
    Refusing program;
    program.import(kRows);
    program.open_outbox();
    REQUIRE(program.click(Aria::button, "Kasta alla 3"));
    const auto wait = [&](std::int64_t ms) {
        program.platform.clock += ms;
        program.screen.settle(*program.host);
        return program.screen.node(Aria::button, "Ångra") != nullptr;
    };
    REQUIRE(wait(7000));
    program.screen.focus.id = program.screen.node(Aria::button, "Ångra")->id;
    REQUIRE(wait(500));
    CHECK(wait(60'000));
    program.screen.focus.id = 0;
    CHECK(wait(0));
    CHECK(wait(2500));
    CHECK_FALSE(wait(1000));
}

TEST_CASE("what the server refused is not undone a second time: the person is led to the decision") {
    Refusing program;
    program.import(kRows);
    const std::size_t sent = program.frames.size();
    program.host->shortcut("ctrl+z");
    program.screen.settle(*program.host);
    CHECK(program.frames.size() == sent);
    CHECK(says(program, "Det väntar på ditt beslut."));
    REQUIRE(program.click(Aria::button, "Visa"));
    CHECK(program.platform.shown_address == "/vantar");
}

TEST_CASE("I5: an import that the device cannot keep stays on the screen, and nothing of it is kept") {
    Refusing program;
    program.platform.disk_is_full = true;
    program.import("Skolfoton\tinformation_set\tUtbildningsnämnden\nSkolval\tinformation_set\tUtbildningsnämnden\n");
    CHECK(program.platform.outbox.empty());
    CHECK(program.frames.empty());
    CHECK(says(program, "Det gick inte att spara just nu."));
    program.platform.disk_is_full = false;
    REQUIRE(program.click(Aria::button, "Importera"));
    CHECK(program.frames.size() == 1);
}
