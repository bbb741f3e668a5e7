// One step for many records, as the server takes it in: with the right over each of them, or not at all.
#include "tests/backend/town.h"

using namespace lisa;
using namespace lisa::test;

namespace {

constexpr const char* kRecords[] = {"alfa", "beta", "gamma"};

/// Two systems of board A and one of board B, all in operation.
struct Running : Town {
    int deeds = 0;

    Running() {
        hire("owner", "system_owner", "board_a");
        hire("auditor", "auditor", "kommun");
        for (const char* name : kRecords) {
            make(kSystem, id(name),
                 {{"name", text(name)},
                  {"kind", text("application")},
                  {"unit", text(id(name == kRecords[2] ? "board_b" : "board_a"))},
                  {"owner", text(id("owner"))}});
            for (const char* step : {"introduce", "start"}) REQUIRE(outcome("chief", taken(name, step)) == "ok");
        }
    }

    Change taken(const char* name, const char* step, Patch patch = {}) {
        Change change = draft(Verb::step, kSystem, id(name), std::move(patch));
        change.step = step;
        return change;
    }

    /// The answers to a deed that takes the step with all of them: "ok ok ok", or what each was refused for.
    std::string deed(const char* person, const char* step, std::initializer_list<const char*> names) {
        std::vector<Change> changes;
        for (const char* name : names) {
            changes.push_back(taken(name, step));
            changes.back().client = browser_of(person);
        }
        const DeedPart part{id("deed " + std::to_string(++deeds)), 0, 1};
        auto pushed = lisa::push(*storage, id(person), push_to_json(changes, part), now);
        REQUIRE_MESSAGE(pushed, test::outcome(pushed));
        std::string said;
        for (const Answer& answer : pushed->answers)
            said += (said.empty() ? "" : " ") + (answer.error ? answer.error->problems.front().message : std::string("ok"));
        return said;
    }

    std::string states() {
        std::string line;
        for (const char* name : kRecords) line += load(kSystem, id(name)).text("status") + " ";
        return line;
    }
};

constexpr const char* kUntouched = "in_operation in_operation in_operation ";

}  // namespace

TEST_CASE("A8 who holds the right over all of them takes the step with all of them") {
    Running town;
    CHECK(town.deed("chief", "phase_out", {"alfa", "beta", "gamma"}) == "ok ok ok");
    CHECK(town.states() == "phasing_out phasing_out phasing_out ");
    CHECK(town.deed("chief", "take_back", {"alfa", "beta", "gamma"}) == "ok ok ok");
    CHECK(town.states() == kUntouched);
}

TEST_CASE("A8 A2 one record without the right refuses the step for all of them") {
    Running town;
    CHECK(town.deed("owner", "phase_out", {"alfa", "beta", "gamma"}) == "problem.deed problem.deed problem.forbidden");
    CHECK(town.states() == kUntouched);
    CHECK(town.deed("owner", "phase_out", {"alfa", "beta"}) == "ok ok");
    CHECK(town.states() == "phasing_out phasing_out in_operation ");
}

TEST_CASE("A8 A2 a reader takes no step, with one record or with many") {
    Running town;
    for (const char* person : {"cecilia", "auditor", "pupil"}) {
        CAPTURE(std::string(person));
        CHECK(town.deed(person, "phase_out", {"alfa"}) == "problem.forbidden");
        CHECK(town.deed(person, "phase_out", {"alfa", "beta"}) == "problem.forbidden problem.forbidden");
        CHECK(town.states() == kUntouched);
    }
}

TEST_CASE("A8 one record that somebody moved meanwhile refuses the step for all of them") {
    Running town;
    REQUIRE(town.outcome("chief", town.taken("beta", "phase_out")) == "ok");
    CHECK(town.deed("owner", "phase_out", {"alfa", "beta"}) == "problem.deed problem.step");
    CHECK(town.states() == "in_operation phasing_out in_operation ");
}
