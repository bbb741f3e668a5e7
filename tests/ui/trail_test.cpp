// "Spårlogg": changes and readings for those who read the trail, narrowed, exported, and the journal proved.
#include "app/trail.h"

#include "ui/program.h"

using namespace lisa;
using namespace lisa::test;
using Aria = semantics::Role;

namespace {

Json row(int number, std::string_view verb, std::string_view title) {
    Json out{{"number", number},   {"at", "2026-11-20T09:00:00Z"}, {"actor", {{"id", kMe}, {"name", "Anna Exempel"}}},
             {"register", "risk"}, {"record", asset_id(number)},   {"title", std::string(title)}};
    if (!verb.empty()) out["verb"] = std::string(verb);
    return out;
}

struct Trail : Program {
    std::vector<std::string> asked;
    int faults = 0;
    bool is_away = false;

    explicit Trail(std::string_view role = "coordinator", float width = 1280) : Program(role, kRoot, 1, "/", width) {
        platform.server = [this, others = platform.server](std::string_view method, std::string_view where, const std::string& body) -> platform::Reply {
            if (is_away && where.starts_with("/api/trail")) return {0, ""};
            if (where == "/api/trail/verification")
                return {200, dump({{"at", "2026-11-24T00:00:00Z"}, {"rows", 40}, {"records", 30}, {"end", "abc"}, {"faults", faults}})};
            if (!where.starts_with("/api/trail?")) return others(method, where, body);
            asked.emplace_back(where.substr(11));
            const bool is_reading = where.find("kind=readings") != where.npos, is_older = where.find("before=7") != where.npos;
            Json rows = Json::array({is_reading ? row(3, "", "Driftstopp") : is_older ? row(2, "create", "Den första") : row(1, "update", "Den senaste")});
            return {200, dump({{"rows", rows}, {"more", !is_reading && !is_older}, {"before", 7}})};
        };
        start.path = "/sparlogg";
        open();
    }
};

}  // namespace

TEST_CASE("F5 the trail tells of changes, older ones when asked, and of readings") {
    Trail program;
    CHECK(says(program, "Ändrad: Den senaste (Risk)"));
    CHECK(says(program, "2026-11-20 10:00  Anna Exempel"));
    check_tree(program.screen);
    REQUIRE(program.click(Aria::button, "Visa äldre"));
    CHECK(says(program, "Ändrad: Den senaste (Risk)"));
    CHECK(says(program, "Skapad: Den första (Risk)"));
    REQUIRE(program.click(Aria::tab, "Läsningar"));
    CHECK(says(program, "Läst: Driftstopp (Risk)"));
    CHECK_FALSE(says(program, "Den senaste"));
    CHECK(program.asked == std::vector<std::string>{"kind=changes&before=0", "kind=changes&before=7", "kind=readings&before=0"});
    check_tree(program.screen);
}

TEST_CASE("F5 the trail is narrowed by register and days, and asked for anew once for each") {
    Trail program;
    REQUIRE(program.type(Aria::select, "Register", "risk"));
    REQUIRE(program.type(Aria::date, "Från och med", "2026-11-01"));
    REQUIRE(program.type(Aria::date, "Till och med", "2026-1"));
    CHECK(program.asked.back() == "kind=changes&register=risk&from=2026-11-01&before=0");
    CHECK(program.asked.size() == 3);
}

TEST_CASE("F5 all of the trail that is shown becomes a file for spreadsheets") {
    Trail program;
    REQUIRE(program.click(Aria::button, "Exportera"));
    REQUIRE(program.platform.downloads.size() == 1);
    const std::string& file = program.platform.downloads.front();
    CHECK(file.starts_with("Spårlogg.csv\n"));
    CHECK(file.find("När;Vem;Vad;Register;Post\r\n2026-11-20 10:00;Anna Exempel;Ändrad;Risk;Den senaste\r\n") != std::string::npos);
    CHECK(file.find("Skapad;Risk;Den första") != std::string::npos);
}

TEST_CASE("F5 the journal is proved, and what was altered is an alert") {
    Trail program;
    REQUIRE(program.click(Aria::button, "Kontrollera kedjan"));
    CHECK(says(program, "Kedjan är hel: 40 rader och 30 poster stämmer"));
    CHECK(says(program, "Journalens slut, att spara någon annanstans: abc"));
    program.faults = 2;
    REQUIRE(program.click(Aria::button, "Kontrollera kedjan"));
    CHECK(program.screen.node(Aria::alert, "Något är ändrat för hand eller skadat: 2 fel") != nullptr);
    check_tree(program.screen);
    program.is_away = true;
    REQUIRE(program.click(Aria::button, "Kontrollera kedjan"));
    CHECK(says(program, "Spårloggen finns på servern"));
}

TEST_CASE("F5 nobody else finds the trail, not in the menu and not by its address") {
    for (const char* role : {"manager", "information_owner", "administrator", "employee"}) {
        Trail program(role);
        CHECK(program.asked.empty());
        CHECK(program.screen.node(Aria::link, "Spårlogg") == nullptr);
        CHECK_FALSE(says(program, "Kontrollera kedjan"));
    }
    for (const char* role : {"auditor", "privacy_officer"}) CHECK(Trail(role).screen.node(Aria::link, "Spårlogg") != nullptr);
}

TEST_CASE("F5 the trail fits a phone") {
    Trail program("auditor", 360);
    CHECK(says(program, "Ändrad: Den senaste (Risk)"));
    check_tree(program.screen);
}
