#pragma once
// Objective (S3): what the municipality wants to reach, how it is measured, where it stands.
#include <optional>

#include "schema/record.h"

namespace lisa {
namespace detail {

inline constexpr std::string_view kObjectiveDirections[] = {"more", "less"};
inline constexpr std::string_view kObjectiveStates[] = {"proposed", "decided", "reached", "missed", "dropped"};
inline constexpr Roles kObjectiveKeepers = Role::coordinator | Role::privacy_officer | Role::it_manager;
inline constexpr Roles kObjectiveDeciders = Role::coordinator | Role::chief_executive;

inline constexpr Field kObjectiveFields[] = {
    {.name = "name", .group = "basics", .required = true, .max = 160, .listed = true, .searched = true},
    {.name = "description", .type = Type::prose, .max = 2000, .searched = true},
    {.name = "status", .type = Type::choice, .options = kObjectiveStates, .merge = Merge::guarded, .listed = true},
    {.name = "control", .type = Type::ref, .ref = "control"},
    {.name = "unit", .type = Type::ref, .group = "responsible", .required = true, .ref = "unit"},
    {.name = "owner", .type = Type::ref, .ref = "person", .listed = true},
    {.name = "measure_text", .type = Type::prose, .group = "measurement", .max = 1000},
    {.name = "unit_of_measure", .max = 40},
    {.name = "direction", .type = Type::choice, .options = kObjectiveDirections},
    {.name = "baseline", .type = Type::integer, .max = 1'000'000},
    {.name = "target", .type = Type::integer, .max = 1'000'000, .merge = Merge::guarded, .listed = true},
    {.name = "current", .type = Type::integer, .max = 1'000'000, .listed = true},
    {.name = "measured_on", .type = Type::date, .listed = true},
    {.name = "due_on", .type = Type::date, .merge = Merge::guarded, .listed = true},
    {.name = "measurements", .type = Type::notes},
    {.name = "notes", .type = Type::notes, .group = "notes", .seen_from = Clearance::internal},
};
inline constexpr std::string_view kObjectiveTitle[] = {"name"};
inline constexpr Step kObjectiveSteps[] = {
    {.name = "decide", .from = "proposed", .to = "decided", .who = kObjectiveDeciders},
    {.name = "drop_proposal", .from = "proposed", .to = "dropped", .who = kObjectiveDeciders},
    {.name = "reach", .from = "decided", .to = "reached", .who = kObjectiveDeciders},
    {.name = "miss", .from = "decided", .to = "missed", .who = kObjectiveDeciders},
    {.name = "drop", .from = "decided", .to = "dropped", .who = kObjectiveDeciders},
    {.name = "reopen_reached", .from = "reached", .to = "decided", .who = kObjectiveDeciders},
    {.name = "reopen_missed", .from = "missed", .to = "decided", .who = kObjectiveDeciders},
};

}  // namespace detail

inline constexpr Entity kObjective{
    .name = "objective",
    .icon = "target",
    .fields = detail::kObjectiveFields,
    .title = detail::kObjectiveTitle,
    .place = "unit",
    .access = {.read = {.anywhere = kStaff},
               .create = {.within = detail::kObjectiveKeepers},
               .update = {.within = detail::kObjectiveKeepers | Role::chief_executive},
               .remove = {.within = Role::coordinator}},
    .state = "status",
    .steps = detail::kObjectiveSteps,
};

namespace objective {
inline constexpr auto status = key<std::string>(kObjective, "status");
inline constexpr auto direction = key<std::string>(kObjective, "direction");
inline constexpr auto baseline = key<std::int64_t>(kObjective, "baseline");
inline constexpr auto target = key<std::int64_t>(kObjective, "target");
inline constexpr auto current = key<std::int64_t>(kObjective, "current");
inline constexpr auto measured_on = key<std::string>(kObjective, "measured_on");
inline constexpr auto due_on = key<std::string>(kObjective, "due_on");
}  // namespace objective

/// Where an objective stands by its own numbers.
enum class Standing : std::uint8_t {
    unmeasurable,  ///< it has no target, or does not say whether more or less is better
    unmeasured,    ///< nobody has measured
    on_the_way,
    reached,
    missed,  ///< not reached, and its last day has passed
};

/// From target, direction and what was last measured. "More" is reached at the target or above it, "less" at it or below.
Standing standing_of(const Record& objective, std::string_view today);

/// How much of the way from the baseline to the target is gone, 0 to 100; nothing without those three numbers, or where the
/// baseline is at the target or past it.
std::optional<int> progress_of(const Record& objective);

/// Message keys of what does not hold together in a proposed or decided objective, or in one that was declared reached or
/// missed, "check.objective.reached" and the like.
std::vector<std::string> objective_gaps(const Record& objective, std::string_view today);

}  // namespace lisa
