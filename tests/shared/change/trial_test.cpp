#include "change/trial.h"

#include <doctest/doctest.h>

#include "tests/shared/memory.h"

using namespace lisa;
using namespace lisa::test;

namespace {

const Actor kChief = holder(Role::coordinator, "kommun", "chief");

}  // namespace

TEST_CASE("I5 each change of a trial finds what the one before it made, and the store below is left as it is") {
    Municipality store;
    const auto before = store.records;
    Trial trial(store);
    const Patch values{{"name", text("Kartor")}, {"kind", text("application")}, {"unit", text(id("board_b"))}, {"owner", text(id("anna"))}};
    REQUIRE(apply(change(Verb::create, kSystem, id("new"), 0, values), kChief, kNow, trial));
    REQUIRE(apply(step(kSystem, id("new"), 0, "introduce"), kChief, kNow, trial));
    const auto started = apply(step(kSystem, id("new"), 0, "start"), kChief, kNow, trial);
    REQUIRE_MESSAGE(started, outcome(started));
    CHECK(started->text("status") == "in_operation");
    CHECK(apply(change(Verb::update, kAssetSystem, id("link"), store.at(kAssetSystem, id("link")).rev, {{"system", text(id("new"))}}), kChief, kNow, trial));
    CHECK(outcome(apply(step(kSystem, id("new"), 0, "start"), kChief, kNow, trial)) == "conflict status=problem.step");
    CHECK(store.records == before);
    CHECK(outcome(apply(step(kSystem, id("new"), 0, "start"), kChief, kNow, store)) == "missing =problem.missing");
}

TEST_CASE("F5 a record that is not held can be put into a trial: removed, it comes back there as it would on the server") {
    Municipality store;
    Record removed = store.at(kAsset, id("grades"));
    removed.id = id("gone");
    removed.removed = true;
    Trial trial(store);
    trial.put(removed);
    CHECK(outcome(apply(change(Verb::restore, kAsset, id("gone"), 0), kChief, kNow, trial)) == "ok");
    removed.values[position(kAsset, "part_of")] = text(id("elsewhere"));
    Record part = store.at(kAsset, id("maps"));
    part.id = id("elsewhere");
    part.removed = true;
    trial.put(removed);
    trial.put(part);
    CHECK(outcome(apply(change(Verb::restore, kAsset, id("gone"), 0), kChief, kNow, trial)) == "invalid part_of=problem.reference");
    CHECK(outcome(apply(change(Verb::restore, kAsset, id("grades"), 0), kChief, kNow, trial)) == "conflict =problem.not_removed");
}

TEST_CASE("a trial asks the store below what others did, so that a conflict shows there too") {
    Municipality store;
    const std::int64_t seen = store.at(kAsset, id("grades")).rev;
    REQUIRE(apply(change(Verb::update, kAsset, id("grades"), seen, {{"name", text("Slutbetyg")}}, id("other")), kChief, kNow, store));
    Trial trial(store);
    CHECK(outcome(apply(change(Verb::update, kAsset, id("grades"), seen, {{"name", text("Terminsbetyg")}}), kChief, kNow, trial)) ==
          "conflict name=problem.conflict");
}
