#pragma once
// Measure (R4): the action plan. What shall be done, by whom, until when, at what cost, and what came of it; and because of what: a
// risk, what a class asks for, an event, a breach, what the data protection officer found, an exception that is to come to an end, an internal control.
#include <map>

#include "schema/lookup.h"

namespace lisa {
namespace detail {

inline constexpr std::string_view kMeasureStates[] = {"planned", "ongoing", "done", "dropped"};
inline constexpr std::string_view kMeasurePriorities[] = {"low", "medium", "high", "urgent"};
inline constexpr std::string_view kMeasureEffects[] = {"likelihood", "consequence", "both", "detection", "compliance"};
inline constexpr std::string_view kMeasureEfforts[] = {"hours", "days", "weeks", "months"};
inline constexpr Roles kMeasureKeepers = Role::manager | Role::information_owner | Role::system_owner | Role::system_manager | Role::privacy_administrator |
                                         Role::coordinator | Role::it_manager | Role::crisis_coordinator | Role::chief_executive;

/// When what shall be done, why, or by when was last altered: an acceptance rests on it.
void remember_measure(const Record& before, Record& after, std::string_view now);
/// The plan that a risk was accepted with is not carried off to another: what comes to nothing is dropped, and says why.
void check_measure(const Situation&, std::vector<Problem>&);
/// Nor is it removed, which would leave no trace of it beside the acceptance.
void check_measure_removal(const Situation&, std::vector<Problem>&);

inline constexpr Field kMeasureFields[] = {
    {.name = "name", .group = "basics", .required = true, .max = 120, .listed = true, .searched = true},
    {.name = "status", .type = Type::choice, .options = kMeasureStates, .merge = Merge::guarded, .listed = true},
    {.name = "priority", .type = Type::choice, .options = kMeasurePriorities, .listed = true},
    {.name = "description", .type = Type::prose, .max = 4000, .searched = true},
    {.name = "risk", .type = Type::ref, .ref = "risk", .listed = true},
    {.name = "system", .type = Type::ref, .ref = "system"},
    {.name = "control", .type = Type::ref, .ref = "control"},
    {.name = "requirement", .type = Type::ref, .ref = "requirement"},
    {.name = "breach", .type = Type::ref, .ref = "breach"},
    {.name = "privacy_check", .type = Type::ref, .ref = "privacy_check"},
    {.name = "policy_exception", .type = Type::ref, .ref = "policy_exception"},
    {.name = "event", .type = Type::ref, .ref = "event"},
    {.name = "control_result", .type = Type::ref, .ref = "control_result"},
    {.name = "tags", .type = Type::set, .searched = true},
    {.name = "unit", .type = Type::ref, .group = "responsible", .required = true, .ref = "unit", .listed = true},
    {.name = "owner", .type = Type::ref, .ref = "person", .listed = true},
    {.name = "due_on", .type = Type::date, .group = "period", .merge = Merge::guarded, .listed = true},
    {.name = "done_on", .type = Type::date, .merge = Merge::guarded},
    {.name = "plan_changed_at", .type = Type::moment, .computed = true},
    {.name = "effect", .type = Type::choice, .group = "cost", .options = kMeasureEffects},
    {.name = "effort", .type = Type::choice, .options = kMeasureEfforts},
    {.name = "cost_once", .type = Type::integer, .max = 1'000'000'000, .seen_from = Clearance::internal},
    {.name = "cost_yearly", .type = Type::integer, .max = 1'000'000'000, .seen_from = Clearance::internal},
    {.name = "result", .type = Type::prose, .group = "decision", .max = 4000, .merge = Merge::guarded, .seen_from = Clearance::internal},
    {.name = "link", .group = "source", .max = 400, .format = Format::link},
    {.name = "notes", .type = Type::notes, .group = "notes", .seen_from = Clearance::internal},
};
inline constexpr std::string_view kMeasureTitle[] = {"name"};
inline constexpr Step kMeasureSteps[] = {
    {.name = "start", .from = "planned", .to = "ongoing", .who = kMeasureKeepers},
    {.name = "finish", .from = "ongoing", .to = "done", .who = kMeasureKeepers},
    {.name = "finish", .from = "planned", .to = "done", .who = kMeasureKeepers},
    {.name = "drop", .from = "planned", .to = "dropped", .who = kMeasureKeepers},
    {.name = "drop", .from = "ongoing", .to = "dropped", .who = kMeasureKeepers},
    {.name = "resume", .from = "done", .to = "ongoing", .who = kMeasureKeepers},
    {.name = "resume", .from = "dropped", .to = "planned", .who = kMeasureKeepers},
};

}  // namespace detail

inline constexpr Entity kMeasure{
    .name = "measure",
    .icon = "list-checks",
    .fields = detail::kMeasureFields,
    .title = detail::kMeasureTitle,
    .place = "unit",
    // Whoever is given a measure has to be able to read it. What shall be done is open, the risk behind it is not.
    .access = {.read = {.within = kStaff},
               .create = {.within = detail::kMeasureKeepers},
               .update = {.within = detail::kMeasureKeepers},
               .remove = {.within = Role::information_owner | Role::system_owner | Role::coordinator}},
    .state = "status",
    .steps = detail::kMeasureSteps,
    .remember = detail::remember_measure,
    .check = detail::check_measure,
    .check_removal = detail::check_measure_removal,
};

namespace measure {
inline constexpr auto status = key<std::string>(kMeasure, "status");
inline constexpr auto risk = key<std::string>(kMeasure, "risk");
inline constexpr auto owner = key<std::string>(kMeasure, "owner");
inline constexpr auto due_on = key<std::string>(kMeasure, "due_on");
inline constexpr auto plan_changed_at = key<std::string>(kMeasure, "plan_changed_at");
inline constexpr auto done_on = key<std::string>(kMeasure, "done_on");
inline constexpr auto result = key<std::string>(kMeasure, "result");

/// Whether it remains to be done: neither done nor dropped.
bool is_open(const Record& measure);
/// Whether it is open and its day has passed.
bool is_overdue(const Record& measure, std::string_view today);
}  // namespace measure

/// The field of a measure that says it is because of a record of this register; empty where no measure is asked for there.
std::string_view cause_field(const Entity& cause);

/// The values that a measure because of the record, which belongs to `places`, starts with; none where no measure is asked for.
std::map<std::string, Value> measure_for(const Record& cause, const Places& places);

}  // namespace lisa
