#include "workshop/workshop.h"
#include "core/json.h"

#include "tests/property/seed.h"
#include "tests/shared/memory.h"
#include "workshop/json.h"

#include <doctest/doctest.h>

#include <random>

using namespace lisa;
using namespace lisa::workshop;

namespace {

constexpr std::int64_t kNow = 1'795'440'000'000;

Workshop after(Result<Workshop> result) {
    REQUIRE(result);
    return std::move(*result);
}
template <class T>
std::string refusal(const Result<T>& result) {
    return result ? "ok" : result.error().problems.front().message;
}

/// A workshop with that many participants, voting on the first aspect.
Workshop voting(int participants) {
    Workshop workshop{.started_ms = kNow};
    for (int i = 0; i < participants; ++i) workshop = after(joined(workshop, kNow));
    return after(done(workshop, Deed::next, kNow));
}

Vote all(std::optional<int> level) {
    Vote vote;
    vote.fill(level);
    return vote;
}
Ballot ballot_on(const Workshop& workshop, const Vote& vote) { return {workshop.board.aspect, round_of(workshop.board), vote}; }
Workshop cast(const Workshop& workshop, std::size_t participant, const Vote& vote) {
    return after(voted(workshop, participant, ballot_on(workshop, vote), kNow));
}
Spread spread(std::array<int, kLevels> counts) { return {.counts = counts}; }

}  // namespace

TEST_CASE("K6 a workshop goes from lobby through vote and spread over all aspects to its end") {
    Workshop now{.started_ms = kNow};
    now = after(joined(now, kNow));
    now = after(joined(now, kNow));
    CHECK(now.board.phase == Phase::lobby);
    CHECK(now.board.joined == 2);
    for (int aspect = 0; aspect < static_cast<int>(kAspects); ++aspect) {
        now = after(done(now, Deed::next, kNow));
        CHECK(now.board.phase == Phase::voting);
        CHECK(now.board.aspect == aspect);
        CHECK(round_of(now.board) == 1);
        now = cast(cast(now, 0, all(1)), 1, all(3));
        CHECK(now.board.voted == 2);
        now = after(done(now, Deed::show, kNow));
        CHECK(now.board.phase == Phase::shown);
        CHECK(now.board.rounds[static_cast<std::size_t>(aspect)].front()[0] == spread({0, 1, 0, 1}));
    }
    CHECK(refusal(done(now, Deed::next, kNow)) == "problem.workshop_step");
    now = after(done(now, Deed::end, kNow));
    CHECK(now.board.phase == Phase::ended);
    for (const Deed deed : {Deed::show, Deed::again, Deed::next, Deed::end}) CHECK(refusal(done(now, deed, kNow)) == "problem.workshop_step");
    CHECK(refusal(joined(now, kNow)) == "problem.workshop_over");
    CHECK(refusal(voted(now, 0, ballot_on(now, all(1)), kNow)) == "problem.workshop_closed");
}

TEST_CASE("K6 a deed that the phase does not allow is refused") {
    const Workshop lobby{.started_ms = kNow};
    CHECK(refusal(done(lobby, Deed::show, kNow)) == "problem.workshop_step");
    CHECK(refusal(done(lobby, Deed::again, kNow)) == "problem.workshop_step");
    const Workshop open = voting(2);
    CHECK(refusal(done(open, Deed::again, kNow)) == "problem.workshop_step");
    CHECK(refusal(done(open, Deed::next, kNow)) == "problem.workshop_step");
    const Workshop shown = after(done(cast(cast(open, 0, all(1)), 1, all(1)), Deed::show, kNow));
    CHECK(refusal(done(shown, Deed::show, kNow)) == "problem.workshop_step");
}

TEST_CASE("K6 a single vote is not shown, for everybody would know whose it is") {
    const Workshop one = cast(voting(3), 1, all(2));
    CHECK(refusal(done(voting(3), Deed::show, kNow)) == "problem.workshop_few");
    CHECK(refusal(done(one, Deed::show, kNow)) == "problem.workshop_few");
    CHECK(done(cast(one, 2, all(2)), Deed::show, kNow));
}

TEST_CASE("K6 a vote may be changed until it is shown, and counts once") {
    Workshop now = cast(cast(voting(2), 0, all(0)), 1, all(3));
    now = cast(now, 0, all(2));
    CHECK(now.board.voted == 2);
    now = after(done(now, Deed::show, kNow));
    CHECK(now.board.rounds[0].front()[4] == spread({0, 0, 1, 1}));
    CHECK(refusal(voted(now, 0, ballot_on(now, all(1)), kNow)) == "problem.workshop_closed");
}

TEST_CASE("K6 a vote on another question, another round or outside the levels is refused") {
    const Workshop now = voting(2);
    CHECK(refusal(voted(now, 0, {1, 1, all(1)}, kNow)) == "problem.workshop_closed");
    CHECK(refusal(voted(now, 0, {0, 2, all(1)}, kNow)) == "problem.workshop_closed");
    CHECK(refusal(voted(now, 0, {0, 1, all(4)}, kNow)) == "problem.protocol");
    CHECK(refusal(voted(now, 0, {0, 1, all(-1)}, kNow)) == "problem.protocol");
    CHECK(refusal(voted(now, 2, {0, 1, all(1)}, kNow)) == "problem.workshop_over");
    const Workshop waiting{.started_ms = kNow};
    CHECK(refusal(voted(after(joined(waiting, kNow)), 0, {0, 1, all(1)}, kNow)) == "problem.workshop_closed");
}

TEST_CASE("K6 voting again keeps the round before to compare with, and needs new votes") {
    Workshop now = after(done(cast(cast(voting(2), 0, all(0)), 1, all(3)), Deed::show, kNow));
    now = after(done(now, Deed::again, kNow));
    CHECK(round_of(now.board) == 2);
    CHECK(now.board.voted == 0);
    now = after(done(cast(cast(now, 0, all(2)), 1, all(2)), Deed::show, kNow));
    REQUIRE(now.board.rounds[0].size() == 2);
    CHECK(now.board.rounds[0][0][0] == spread({1, 0, 0, 1}));
    CHECK(now.board.rounds[0][1][0] == spread({0, 0, 2, 0}));
    for (std::size_t round = 2; round < kMostRounds; ++round)
        now = after(done(cast(cast(after(done(now, Deed::again, kNow)), 0, all(1)), 1, all(1)), Deed::show, kNow));
    CHECK(refusal(done(now, Deed::again, kNow)) == "problem.workshop_rounds");
}

TEST_CASE("K6 whoever comes late may vote, but not more than fit") {
    Workshop now = after(joined(voting(2), kNow));
    CHECK(cast(now, 2, all(1)).board.voted == 1);
    while (now.votes.size() < kMostParticipants) now = after(joined(now, kNow));
    CHECK(refusal(joined(now, kNow)) == "problem.workshop_full");
}

TEST_CASE("K6 after half a day nothing more happens in a workshop") {
    const Workshop now = cast(cast(voting(2), 0, all(1)), 1, all(1));
    const std::int64_t last = kNow + kLifetimeMs - 1;
    CHECK(done(now, Deed::show, last));
    for (const std::int64_t late : {last + 1, kNow - 1}) {
        CHECK(is_expired(now, late));
        CHECK(refusal(done(now, Deed::show, late)) == "problem.workshop_over");
        CHECK(refusal(joined(now, late)) == "problem.workshop_over");
        CHECK(refusal(voted(now, 0, ballot_on(now, all(1)), late)) == "problem.workshop_over");
    }
}

TEST_CASE("K6 the median is the level in the middle, halfway between two the higher") {
    CHECK(median(spread({0, 0, 0, 0})) == std::nullopt);
    CHECK(median(spread({1, 0, 0, 0})) == 0);
    CHECK(median(spread({1, 1, 1, 0})) == 1);
    CHECK(median(spread({1, 1, 0, 0})) == 1);  // 0.5
    CHECK(median(spread({1, 0, 1, 0})) == 1);
    CHECK(median(spread({1, 0, 0, 1})) == 2);  // 1.5
    CHECK(median(spread({0, 2, 2, 0})) == 2);  // 1.5
    CHECK(median(spread({3, 0, 0, 2})) == 0);
    CHECK(median(spread({2, 1, 0, 4})) == 3);
    CHECK(lowest(spread({0, 2, 0, 1})) == 1);
    CHECK(highest(spread({0, 2, 0, 1})) == 3);
    CHECK(lowest(spread({0, 0, 0, 0})) == std::nullopt);
    CHECK(highest(spread({0, 0, 0, 0})) == std::nullopt);
}

TEST_CASE("K6 who has no opinion moves no median, and is counted apart") {
    Workshop now = cast(cast(voting(3), 0, all(3)), 1, all(3));
    Vote unsure = all(std::nullopt);
    unsure[2] = 0;
    now = after(done(cast(now, 2, unsure), Deed::show, kNow));
    const Round& round = now.board.rounds[0].front();
    CHECK(median(round[0]) == 3);
    CHECK(round[0].no_opinion == 1);
    CHECK(round[2] == spread({1, 0, 0, 2}));
}

TEST_CASE("K6 before they are shown nobody gets anything that depends on another's vote") {
    const unsigned seed = test::first_seed();
    std::mt19937 random(seed);
    INFO("seed " << seed);
    const auto some = [&] {
        Vote vote;
        for (auto& level : vote) level = random() % 5 == 4 ? std::nullopt : std::optional(static_cast<int>(random() % 4));
        return vote;
    };
    for (int turn = 0; turn < 200; ++turn) {
        Workshop one = voting(6);
        if (turn % 2) one = after(done(after(done(cast(cast(one, 0, some()), 1, some()), Deed::show, kNow)), Deed::again, kNow));
        Workshop other = one;
        const Vote mine = some();
        for (std::size_t participant = 0; participant < 6; ++participant) {
            if (random() % 3 == 0) continue;
            one = cast(one, participant, participant == 2 ? mine : some());
            other = cast(other, participant, participant == 2 ? mine : some());
        }
        CHECK(board_json(one.board) == board_json(other.board));
        CHECK(participant_json(one, 2) == participant_json(other, 2));
        CHECK(participant_json(one, 99) == participant_json(other, 99));
    }
}

TEST_CASE("K6 once shown the single votes are forgotten") {
    const Workshop now = after(done(cast(cast(voting(2), 0, all(1)), 1, all(2)), Deed::show, kNow));
    for (const auto& vote : now.votes) CHECK_FALSE(vote);
    CHECK(participant_json(now, 0) == participant_json(now, 1));
}

TEST_CASE("K6 a board survives the wire, and what is none is not taken for one") {
    Workshop now = after(done(cast(cast(voting(2), 0, all(1)), 1, all(std::nullopt)), Deed::show, kNow));
    now = after(done(now, Deed::next, kNow));
    const Json json = board_json(now.board);
    REQUIRE(board_from_json(json));
    CHECK(*board_from_json(json) == now.board);
    for (const char* name : {"phase", "aspect", "joined", "voted", "rounds"})
        for (const Json& wrong : {Json(), Json("x"), Json(-1), Json(1000), Json::array(), Json{{"a", 1}}}) {
            Json spoiled = json;
            spoiled[name] = wrong;
            CHECK_FALSE(board_from_json(spoiled));
        }
    Json spoiled = json;
    spoiled["rounds"][0][0][0]["counts"] = {1, 2};
    CHECK_FALSE(board_from_json(spoiled));
    CHECK_FALSE(board_from_json(Json()));
}

TEST_CASE("K6 a ballot has a level or nothing for each kind of harm") {
    const Json good{{"aspect", 2}, {"round", 1}, {"vote", {0, 3, nullptr, 1, 2}}};
    const auto ballot = ballot_from_json(good);
    REQUIRE(ballot);
    CHECK(ballot->aspect == 2);
    CHECK(ballot->vote == Vote{0, 3, std::nullopt, 1, 2});
    for (const Json& vote :
         {Json(), Json{1, 2, 3, 0}, Json{1, 2, 3, 0, 1, 1}, Json{1, 2, 3, 0, 4}, Json{1, 2, 3, 0, -1}, Json{1, 2, 3, 0, "1"}, Json{1, 2, 3, 0, 1.5}}) {
        Json spoiled = good;
        spoiled["vote"] = vote;
        CHECK_FALSE(ballot_from_json(spoiled));
    }
    CHECK_FALSE(ballot_from_json({{"aspect", 3}, {"round", 1}, {"vote", good["vote"]}}));
    CHECK_FALSE(ballot_from_json({{"aspect", 0}, {"vote", good["vote"]}}));
}

TEST_CASE("K6 the result is the medians of the last rounds and the day, as values of the form") {
    Workshop now = after(done(cast(cast(voting(2), 0, all(0)), 1, all(0)), Deed::show, kNow));
    now = after(done(now, Deed::again, kNow));
    Vote unsure = all(2);
    unsure[4] = std::nullopt;
    now = after(done(cast(cast(now, 0, unsure), 1, unsure), Deed::show, kNow));
    const auto values = result_of(now.board, "2026-11-24");
    CHECK(values.size() == 5);
    CHECK(values.at("confidentiality_individual") == Value{std::int64_t{2}});
    CHECK(values.at("held_on") == Value{std::string("2026-11-24")});
    CHECK_FALSE(values.contains("confidentiality_trust"));
    CHECK_FALSE(values.contains("integrity_law"));
    CHECK(result_of(voting(2).board, "2026-11-24").empty());
}

TEST_CASE("K6 the questions are those of the guided form, with its words for the levels") {
    test::Municipality store;
    const Json swedish = questions_json({store, Language::swedish}), english = questions_json({store, Language::english});
    CHECK(swedish["levels"][3] == "Allvarlig skada");
    CHECK(swedish["aspects"].size() == kAspects);
    CHECK(swedish["aspects"][2]["name"] == "Tillgänglighet");
    CHECK(swedish["aspects"][0]["harms"][4]["question"] == std::string(say(Language::swedish, "help.classification.confidentiality_trust"_tr)));
    CHECK(english["aspects"][1]["name"] == "Integrity");
    CHECK(swedish["security"].get<std::string>().find("Sveriges säkerhet") != std::string::npos);
    store.put(kConsequenceLevel, std::string(kLevelIds[3]), {{"level", test::number(3)}, {"name", test::text("Svår skada")}});
    CHECK(questions_json({store, Language::swedish})["levels"][3] == "Svår skada");
}
