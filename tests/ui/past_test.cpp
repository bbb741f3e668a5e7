// How it was: the list, a record and the organisation as of a day, two days compared, and nothing to alter. And what has been read.
#include "app/past.h"

#include "app/reading.h"
#include "core/date.h"
#include "ui/program.h"

using namespace lisa;
using namespace lisa::test;
using Aria = semantics::Role;

namespace {

constexpr std::string_view kThen = "2026-06-30", kToday = "2026-11-24";

/// A server that knows the assets as they were on each day.
struct Then : Program {
    std::map<std::string, Page> days;
    bool is_away = false;
    int asked = 0;

    explicit Then(std::string_view path = "/register/asset?den=2026-06-30", std::string_view role = "coordinator", float width = 1280)
        : Program(role, kRoot, 3, "/", width) {
        days[std::string(kThen)] = page_of(2);
        days[std::string(kThen)].records.back().values[position(kAsset, "name")] = Value{std::string("Gammalt namn")};
        days[std::string(kToday)] = page_of(3);
        platform.server = [this, others = platform.server](std::string_view method, std::string_view where, const std::string& body) -> platform::Reply {
            if (!where.starts_with("/api/as-of")) return others(method, where, body);
            ++asked;
            if (is_away) return {0, ""};
            return {200, dump(answer(std::string(where.substr(where.find("day=") + 4, 10)), where))};
        };
        start.path = std::string(path);
        open();
    }
    /// The day in two pages.
    Json answer(const std::string& day, std::string_view where) const {
        const auto found = days.find(day);
        const bool is_second = where.find("after=") != where.npos;
        Json records = Json::array();
        if (found != days.end())
            for (std::size_t i = 0; i < found->second.records.size(); ++i)
                if ((i >= 3) == is_second) records.push_back(record_to_json(found->second.records[i]));
        Json page{{"until", 7}, {"records", records}, {"removed_since", Json::object()}, {"first", "2026-01-07"}};
        if (!is_second && found != days.end()) page["next"] = {{"register", "person"}, {"after", kMe}}, page["removed_since"] = {{"asset", 2}};
        return page;
    }
};

}  // namespace

TEST_CASE("F9 a list shows the rows of a day under a band that says so, in an address of its own, and goes back to today") {
    Then program("/register/asset");
    CHECK(says(program, "Tillgång 2"));
    REQUIRE(program.click(Aria::button, "Som det var"));
    check_tree(program.screen);
    REQUIRE(program.type(Aria::date, "Dag", kThen));
    REQUIRE(program.click(Aria::button, "Visa"));
    CHECK(program.platform.shown_address == "/register/asset?den=2026-06-30");
    CHECK(says(program, "Så här var det 2026-06-30"));
    CHECK(says(program, "Gammalt namn"));
    CHECK_FALSE(says(program, "Tillgång 2"));
    CHECK(says(program, "2 poster till fanns den dagen"));
    CHECK(program.platform.shown_title == "Informationstillgångar, 2026-06-30 – Lisa");
    CHECK(program.asked == 2);
    check_tree(program.screen);
    REQUIRE(program.click(Aria::button, "Till i dag"));
    CHECK(program.platform.shown_address == "/register/asset");
    CHECK(says(program, "Tillgång 2"));
}

TEST_CASE("F9 nothing can be altered in what was: the list, its records and the organisation offer nothing") {
    for (const std::string& path : {std::string("/register/asset?den=2026-06-30"), "/register/asset/" + asset_id(0) + "?den=2026-06-30",
                                    "/register/asset/" + asset_id(0) + "/falt?den=2026-06-30", std::string("/organisation?den=2026-06-30")}) {
        CAPTURE(path);
        Then program(path);
        CHECK(says(program, "Så här var det 2026-06-30"));
        for (const char* deed : {"Ny", "Läs in fil", "Ändra många", "Klistra in", "Exportera", "Vyer", "Ta bort", "Spara", "Ta i bruk", "Klassa", "Skriv ut"})
            CHECK_MESSAGE(program.screen.node(Aria::button, deed) == nullptr, deed);
        CHECK(program.screen.node(Aria::textbox, "Namn") == nullptr);
        check_tree(program.screen);
        CHECK(program.platform.outbox.empty());
    }
}

TEST_CASE("F9 as long as a day is looked at, what one goes to is of that day") {
    Then program;
    REQUIRE(program.click(Aria::link, "Gammalt namn"));
    CHECK(program.platform.shown_address.starts_with("/register/asset/" + asset_id(1) + "?den=2026-06-30"));
    CHECK(program.screen.node(Aria::heading, "Gammalt namn") != nullptr);
    program.host->navigate("/");
    program.screen.settle(*program.host);
    CHECK_FALSE(says(program, "Så här var det"));
    program.host->navigate("/register/asset/" + asset_id(2) + "?den=2026-06-30");
    program.screen.settle(*program.host);
    CHECK(says(program, "Posten fanns inte den dagen"));
}

TEST_CASE("F9 two days are compared: what has come and what was altered, in words, each leading to its history") {
    Then program("/register/asset?den=2026-11-24&mot=2026-06-30");
    CHECK(says(program, "Det här skiljer mellan 2026-06-30 och 2026-11-24"));
    CHECK(says(program, "Har kommit till (1)"));
    CHECK(says(program, "Har ändrats (1)"));
    CHECK_FALSE(says(program, "Är borta"));
    CHECK(says(program, "Namn: Gammalt namn → Tillgång 1"));
    check_tree(program.screen);
    REQUIRE(program.click(Aria::link, "Tillgång 2"));
    CHECK(program.platform.shown_address.starts_with("/register/asset/" + asset_id(2) + "/historik?den=2026-11-24"));
}

TEST_CASE("F9 a record as of two days stands beside itself") {
    Then program("/register/asset/" + asset_id(1) + "?den=2026-06-30&mot=2026-11-24");
    CHECK(says(program, "Gammalt namn"));
    CHECK(says(program, "Tillgång 1"));
    check_tree(program.screen);
}

TEST_CASE("F9 without network it says that it needs one, and comes when there is one again") {
    Then program("/register/asset");
    program.is_away = true;
    REQUIRE(program.click(Aria::button, "Som det var"));
    REQUIRE(program.type(Aria::date, "Dag", kThen));
    REQUIRE(program.click(Aria::button, "Visa"));
    CHECK(says(program, "Det krävs nätverk"));
    program.is_away = false;
    program.host->online(true);
    program.screen.settle(*program.host);
    CHECK(says(program, "Gammalt namn"));
}

TEST_CASE("F9 days that cannot be shown are told apart: to come, before anything, and none at all") {
    CHECK(says(Then("/register/asset?den=2026-11-25"), "2026-11-25 har inte varit än"));
    CHECK(says(Then("/register/asset?den=2025-12-31"), "Det första skrevs in 2026-01-07"));
    for (const char* path : {"/register/asset?den=i-dag", "/register/asset?mot=2026-06-30", "/?den=2026-06-30", "/register/asset/ny?den=2026-06-30"})
        CHECK_FALSE(says(Then(path), "Så här var det"));
}

TEST_CASE("F9 the line of days and the days with names fill in the day, and one that has not been is not shown") {
    Then program("/register/asset");
    REQUIRE(program.click(Aria::button, "Som det var"));
    REQUIRE(program.click(Aria::button, "Halvårsskiftet (2026-06-30)"));
    CHECK(program.screen.node(Aria::date, "Dag")->value == kThen);
    REQUIRE(program.type(Aria::slider, "Dra till en dag", "729"));
    CHECK(program.screen.node(Aria::date, "Dag")->value == "2026-11-23");
    REQUIRE(program.type(Aria::date, "Dag", "2026-12-24"));
    CHECK((program.screen.node(Aria::button, "Visa")->states & semantics::disabled) != 0);
    CHECK(program.asked == 0);
    check_tree(program.screen);
}

TEST_CASE("F5 what is sensitive and was opened is told to the server once an hour, also when there was no network for a while") {
    constexpr std::string_view kRiskId = "01920000-0000-7000-8000-00000000f001";
    Record risk = made(kRisk, kRiskId, {{"name", Value{std::string("Driftstopp")}}});
    Program program("coordinator", kRoot, 1, "/register/risk/" + std::string(kRiskId), 1280, 800, {risk});
    std::vector<std::string> told;
    bool is_away = true;
    program.platform.server = [&, others = program.platform.server](std::string_view method, std::string_view where,
                                                                    const std::string& body) -> platform::Reply {
        if (where != "/api/reads") return others(method, where, body);
        if (is_away) return {0, ""};
        told.push_back(body);
        return {200, "{}"};
    };
    const auto rest = [&](std::int64_t ms) {
        program.platform.clock += ms;
        program.screen.settle(*program.host);
    };
    rest(4'000);
    CHECK(program.platform.drafts.find(kRiskId) != std::string::npos);  // it is kept on the device meanwhile
    is_away = false;
    rest(61'000);
    REQUIRE(told.size() == 1);
    CHECK(*readings_from_json(*parse_json(told.front())) == std::vector<Opened>{{"risk", std::string(kRiskId), "2026-11-24T00:00:00Z"}});
    rest(1'000);
    CHECK(program.platform.drafts.empty());
    program.host->navigate("/register/asset/" + asset_id(0));
    rest(10'000);
    CHECK(told.size() == 1);  // an asset is not sensitive
    program.host->navigate("/register/risk/" + std::string(kRiskId));
    rest(4'000);
    CHECK(told.size() == 1);
    rest(3'600'000);
    rest(4'000);
    CHECK(told.size() == 2);
}

TEST_CASE("F5 readings are kept beside what is typed, and neither is taken for the other") {
    const std::vector<Opened> some{{"risk", asset_id(1), "2026-11-24T00:00:00Z"}};
    CHECK(app::readings_from(app::with_readings("", some)) == some);
    CHECK(app::readings_from(app::with_readings("[{\"entity\":\"asset\"}]", some)) == some);
    CHECK(app::with_readings("[1]", {}) == "[1]");
    for (const char* text : {"", "{}", "[7]", "[{\"reads\":7}]", "[{\"reads\":[7]}]"}) CHECK(app::readings_from(text).empty());
}
