// An exercise from start to protocol (H8).
#include "shared/memory.h"

#include <doctest/doctest.h>

#include "core/date.h"

using namespace lisa;
using namespace lisa::test;

namespace {

const Actor kLeader = holder(Role::system_owner, "board_a");

struct Exercised : Municipality {
    Exercised() { put(kExercise, id("ex"), {{"name", text("Övning")}, {"system", text(id("register"))}}); }
    std::string alter(const Patch& patch, const Actor& who = kLeader) {
        return outcome(apply(fresh(*this, Verb::update, kExercise, id("ex"), patch), who, kNow, *this));
    }
    std::string step(const char* name, std::string_view at = kNow.utc, const Actor& who = kLeader) {
        return outcome(apply(fresh_step(*this, kExercise, id("ex"), name), who, {std::string(at)}, *this));
    }
    const Record& now() const { return at(kExercise, id("ex")); }
};

const Patch kReveal{{"revealed", SetEdit{{"falls"}, {}}}, {"log", NoteEdit{"Allt står stilla"}}};

}  // namespace

TEST_CASE("H8: an exercise runs from start to end, and the log is of the time between") {
    Exercised store;
    CHECK(store.alter(kReveal) == "invalid log=problem.exercise_not_ongoing revealed=problem.exercise_not_ongoing");
    REQUIRE(store.step("start") == "ok");
    CHECK(store.now().get(exercise::started_at) == kNow.utc);
    REQUIRE(store.alter(kReveal) == "ok");
    REQUIRE(store.now().get(exercise::log).size() == 1);
    CHECK(store.now().get(exercise::log)[0].at == kNow.utc);
    REQUIRE(store.step("end", "2026-11-23T15:10:00Z") == "ok");
    CHECK(store.now().get(exercise::minutes) == 65);
    CHECK(store.alter({{"log", NoteEdit{"Efteråt"}}}) == "invalid log=problem.exercise_not_ongoing");
    CHECK(store.alter({{"scenario", text("Annat")}}) == "invalid scenario=problem.exercise_ended");
    CHECK(store.alter({{"minutes", number(5)}}) == "forbidden minutes=problem.field");
    CHECK(store.alter({{"lessons", text("Skriv ut listan")}}) == "ok");
    CHECK(store.step("start") == "conflict status=problem.step");
}

TEST_CASE("H8: who has no duty for the system neither leads nor sees an exercise of another board") {
    Exercised store;
    CHECK(store.step("start", kNow.utc, holder(Role::employee, "board_a")) == "forbidden =problem.forbidden");
    CHECK(store.step("start", kNow.utc, holder(Role::system_owner, "board_b")) == "missing =problem.missing");
}

TEST_CASE("H8: what is revealed next follows the order of the parts") {
    Record exercise{kExercise};
    for (std::string_view part : kWhatIfParts) {
        CHECK(next_inject(exercise) == part);
        Set revealed = exercise.get(exercise::revealed);
        revealed.emplace_back(part);
        exercise.set(exercise::revealed, revealed);
    }
    CHECK(next_inject(exercise).empty());
}

TEST_CASE("H8: the timer counts seconds, over the hour and over the change of summer time") {
    Record exercise{kExercise};
    CHECK(time_since_start(exercise, 1'792'902'000'000) == "0:00:00");
    exercise.set(exercise::started_at, utc_text(1'792'902'000'000));
    CHECK(time_since_start(exercise, 1'792'902'000'000 - 5'000) == "0:00:00");
    CHECK(time_since_start(exercise, 1'792'902'000'000 + 9'000) == "0:00:09");
    CHECK(time_since_start(exercise, 1'792'902'000'000 + 3'849'900) == "1:04:09");
    exercise.set(exercise::started_at, std::string("2026-10-24T23:59:50Z"));
    CHECK(time_since_start(exercise, 1'792'886'400'000 + 2 * 3'600'000) == "2:00:10");
}
