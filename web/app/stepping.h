#pragma once
// A step for many records at once (A8): which of them can take it, which cannot and why, and what it asks for. Nothing is altered
// here.
#include <map>
#include <optional>

#include "sync/replica.h"
#include "ui/form.h"

namespace lisa::app {

/// What a step would do to the records as they are, with what is filled in for it.
struct StepPlan {
    struct Row {
        std::string record{};
        std::vector<Problem> problems{};
    };
    std::vector<Change> able{};            ///< for each record that can take it, without the ids that a change gets when it is made
    std::vector<Row> waiting{}, unable{};  ///< that lack only what is not filled in yet; that cannot take it
    std::vector<std::string> asked{};      ///< fields that the step asks for and that some record lacks, in the order of the register
    bool can_go_back = true;               ///< whether a step leads back for each that can take it, now or when all is filled in
};

struct Stepping {
    const Entity* entity = nullptr;
    std::vector<std::string> records{};  ///< ids
    std::string step{};                  ///< its name; empty: none is chosen yet
    ui::Draft draft{};                   ///< what is asked for, filled in once for all that lack it
    // What follows, worked out again when one of these altered.
    std::uint64_t possible_version = 0;
    std::vector<std::string> possible{};  ///< names of steps
    std::uint64_t version = 0;
    std::string computed_step{};
    std::map<std::string, Value> computed_values{};
    std::optional<StepPlan> plan{};
};

/// Names of the steps that the person may take with at least one of the records as it is, in the order of the register.
const std::vector<std::string>& steps_for(Stepping& stepping, Replica& replica);

/// What the chosen step would do. A field is asked for where the step demands it, the record has nothing in it, and the person may
/// fill it in; it is written there only.
const StepPlan& plan_of(Stepping& stepping, Replica& replica, const std::string& now);

}  // namespace lisa::app
