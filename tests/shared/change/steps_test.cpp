#include "change/steps.h"

#include <doctest/doctest.h>

#include "domain/catalog.h"

using namespace lisa;

namespace {

const auto kAnybody = [](const Step&) { return true; };

/// "introduce start", "-" for none, "" for the state where one is.
std::string told(const std::optional<std::vector<const Step*>>& steps) {
    if (!steps) return "-";
    std::string line;
    for (const Step* step : *steps) line += (line.empty() ? "" : " ") + std::string(step->name);
    return line;
}

}  // namespace

TEST_CASE("I5 the way to a state is the fewest steps that may be taken") {
    CHECK(told(way(kSystem, "planned", "planned", kAnybody)) == "");
    CHECK(told(way(kSystem, "planned", "in_operation", kAnybody)) == "introduce start");
    CHECK(told(way(kSystem, "planned", "retired", kAnybody)) == "introduce start phase_out retire");
    CHECK(told(way(kSystem, "phasing_out", "in_operation", kAnybody)) == "take_back");
    CHECK(told(way(kSystem, "in_operation", "planned", kAnybody)) == "-");
    CHECK(told(way(kSystem, "planned", "of tomorrow", kAnybody)) == "-");
    CHECK(told(way(kMeasure, "planned", "done", kAnybody)) == "finish");
    CHECK(told(way(kSystem, "planned", "in_operation", [](const Step& step) { return step.name != "start"; })) == "-");
    CHECK(told(way(kUnit, "", "adopted", kAnybody)) == "-");
}

TEST_CASE("I5 every state of every register is reached from the first by some way") {
    for (const Entity* entity : kCatalog) {
        if (entity->state.empty()) continue;
        const Field& state = *find_field(*entity, entity->state);
        for (std::string_view option : state.options) {
            CAPTURE(std::string(entity->name));
            CAPTURE(std::string(option));
            const auto steps = way(*entity, state.options.front(), option, kAnybody);
            REQUIRE(steps);
            std::string_view now = state.options.front();
            for (const Step* step : *steps) {
                CHECK(step->from == now);
                CHECK(find_step(*entity, step->name, now) == step);
                now = step->to;
            }
            CHECK(now == option);
        }
    }
}

TEST_CASE("A8 a step is taken back by the step that leads straight back, and where there is none it stands") {
    CHECK(step_back(kAsset, *find_step(kAsset, "phase_out", "in_use"))->name == "take_back");
    CHECK(step_back(kPolicyException, *find_step(kPolicyException, "approve", "requested"))->name == "withdraw");
    CHECK(step_back(kMeasure, *find_step(kMeasure, "drop", "ongoing")) == nullptr);  // one resumes what was dropped as planned
    CHECK(step_back(kMeasure, *find_step(kMeasure, "drop", "planned"))->name == "resume");
    CHECK(step_back(kAsset, *find_step(kAsset, "put_to_use", "draft")) == nullptr);
    CHECK(find_step(kAsset, "put_to_use", "in_use") == nullptr);
    CHECK(step_back(kRisk, *find_step(kRisk, "accept", "accepted")) == nullptr);  // a decision made anew is not made once more
    for (const Entity* entity : kCatalog)
        for (const Step& step : entity->steps)
            if (const Step* back = step_back(*entity, step)) {
                CHECK(back->from == step.to);
                CHECK(back->to == step.from);
            }
}
