// The facilitator's tab of a classification workshop, over a small server that holds one board.
#include "core/json.h"
#include "ui/program.h"
#include "workshop/json.h"

using namespace lisa;
using namespace lisa::test;
using Aria = semantics::Role;

namespace {

constexpr std::string_view kRecord = "01920000-0000-7000-8000-00000000a001";

/// A program on the workshop tab of a draft, and the server's workshop behind it.
struct Hall {
    workshop::Workshop now{.started_ms = 1};
    bool is_running = false, is_reachable = true;
    std::vector<std::string> deeds;
    Program program;

    explicit Hall(std::string_view role = "information_owner")
        : program(role, kBoard, 1, "/register/classification/" + std::string(kRecord), 1280, 800,
                  {made(kClassification, kRecord, {{"asset", Value{asset_id(0)}}, {"status", Value{std::string("draft")}}})}) {
        program.platform.server = [this, rest = program.platform.server](std::string_view method, std::string_view path, const std::string& body) {
            if (!path.starts_with("/api/workshop/")) return rest(method, path, body);
            if (!is_reachable) return platform::Reply{0, ""};
            if (method == "POST") act(*text_member(*parse_json(body), "deed"));
            Json board = is_running ? workshop::board_json(now.board) : Json();
            if (is_running) board["code"] = "123456";
            return platform::Reply{200, dump(Json{{"address", "lisa.example/verkstad"}, {"workshop", board}})};
        };
        program.click(Aria::tab, "Verkstad");
    }
    void act(const std::string& deed) {
        deeds.push_back(deed);
        if (deed == "begin") is_running = true;
        for (std::size_t i = 0; i < std::size(workshop::kDeeds); ++i)
            if (workshop::kDeeds[i] == deed) now = *workshop::done(now, static_cast<workshop::Deed>(i), 1);
    }
    void vote(std::initializer_list<int> levels) {
        std::size_t participant = 0;
        for (const int level : levels) {
            if (participant == now.votes.size()) now = *workshop::joined(now, 1);
            workshop::Vote vote;
            vote.fill(level);
            now = *workshop::voted(now, participant++, {now.board.aspect, workshop::round_of(now.board), vote}, 1);
        }
        look();
    }
    void look() {
        program.platform.look();
        program.screen.settle(*program.host);
    }
    bool click(std::string_view name) { return program.click(Aria::button, name); }
};

}  // namespace

TEST_CASE("K6 the facilitator starts, sees how many voted, shows, and puts the medians into the form") {
    Hall hall;
    CHECK(hall.program.platform.watched.empty());
    REQUIRE(hall.click("Starta verkstaden"));
    CHECK(says(hall.program, "123 456"));
    CHECK(says(hall.program, "lisa.example/verkstad"));
    CHECK(says(hall.program, "Det som rör Sveriges säkerhet"));
    check_tree(hall.program.screen);
    REQUIRE(hall.click("Börja rösta"));
    CHECK(says(hall.program, "Konfidentialitet, aspekt 1 av 3"));
    CHECK(says(hall.program, "3 – Allvarlig skada"));
    hall.vote({1});
    CHECK(says(hall.program, "1 av 1 har röstat"));
    hall.click("Visa rösterna");
    CHECK(hall.deeds.back() == "next");
    hall.vote({1, 3});
    check_tree(hall.program.screen);
    REQUIRE(hall.click("Visa rösterna"));
    CHECK(hall.program.screen.node(Aria::table, "Så här röstade ni"));
    CHECK(says(hall.program, "2 – Betydande skada. Från 1 till 3"));
    check_tree(hall.program.screen);
    REQUIRE(hall.click("Rösta igen"));
    hall.vote({3, 3});
    REQUIRE(hall.click("Visa rösterna"));
    CHECK(says(hall.program, "Alla är eniga. Förra omröstningen: median 2, från 1 till 3"));
    REQUIRE(hall.click("Använd resultatet"));
    CHECK(hall.program.platform.shown_address == "/register/classification/" + std::string(kRecord) + "/falt");
    CHECK(says(hall.program, "Konfidentialitet: enskilda"));
    CHECK(hall.program.screen.node(Aria::select, "Konfidentialitet: enskilda")->value == "3");
    CHECK(hall.program.platform.watched.empty());
}

TEST_CASE("K6 the tab says when there is no contact, and when a restart took the workshop") {
    Hall hall;
    hall.click("Starta verkstaden");
    hall.is_reachable = false;
    hall.look();
    CHECK(says(hall.program, "Ingen kontakt med servern. Försöker igen."));
    hall.is_reachable = true;
    hall.is_running = false;
    hall.look();
    CHECK_FALSE(says(hall.program, "Ingen kontakt"));
    CHECK(says(hall.program, "Verkstaden avbröts"));
    CHECK(hall.click("Starta verkstaden"));
    CHECK_FALSE(says(hall.program, "Verkstaden avbröts"));
}

TEST_CASE("K6 nothing is asked about a workshop once its tab is left or it has ended") {
    Hall hall;
    hall.click("Starta verkstaden");
    CHECK(hall.program.platform.watched == "/api/workshop/" + std::string(kRecord));
    hall.program.click(Aria::tab, "Historik");
    CHECK(hall.program.platform.watched.empty());
    hall.program.click(Aria::tab, "Verkstad");
    CHECK(says(hall.program, "123 456"));
    hall.click("Avsluta");
    CHECK(says(hall.program, "Verkstaden är avslutad."));
    CHECK(hall.program.platform.watched.empty());
}
