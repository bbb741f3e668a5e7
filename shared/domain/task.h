#pragma once
// Task of the year wheel (S4): what has to be done, by which role, how often. A recurring task stays in the register;
// when it has been done its next day moves on. A task without a next day is finished.
#include <string>
#include <string_view>

#include "domain/assignment.h"
#include "schema/record.h"

namespace lisa {
namespace detail {

inline constexpr std::string_view kTaskRecurrences[] = {"once", "monthly", "quarterly", "half_yearly", "yearly", "every_second_year"};
inline constexpr Roles kTaskKeepers = Role::coordinator | Role::manager | Role::information_owner | Role::system_owner | Role::system_manager |
                                      Role::privacy_administrator | Role::privacy_officer | Role::it_manager | Role::crisis_coordinator;

inline constexpr Field kTaskFields[] = {
    {.name = "name", .group = "basics", .required = true, .max = 120, .listed = true, .searched = true},
    {.name = "description", .type = Type::prose, .max = 2000, .searched = true},
    {.name = "unit", .type = Type::ref, .group = "responsible", .required = true, .ref = "unit", .listed = true},
    {.name = "role", .type = Type::choice, .options = kSeatRoles, .listed = true, .searched = true},
    {.name = "responsible", .type = Type::ref, .ref = "person", .listed = true},
    {.name = "recurrence", .type = Type::choice, .group = "period", .required = true, .options = kTaskRecurrences, .listed = true},
    {.name = "starts_on", .type = Type::date},
    {.name = "next_on", .type = Type::date, .listed = true},
    {.name = "lead_days", .type = Type::integer, .max = 366},
    {.name = "done_on", .type = Type::date, .listed = true},
    {.name = "results", .type = Type::notes},
    {.name = "document", .type = Type::ref, .group = "source", .ref = "document"},
    {.name = "control", .type = Type::ref, .ref = "control"},
    {.name = "notes", .type = Type::notes, .group = "notes", .seen_from = Clearance::internal},
};
inline constexpr std::string_view kTaskTitle[] = {"name"};

}  // namespace detail

inline constexpr Entity kTask{
    .name = "task",
    .icon = "calendar-clock",
    .fields = detail::kTaskFields,
    .title = detail::kTaskTitle,
    .place = "unit",
    .access = {.read = {.anywhere = kStaff},
               .create = {.within = detail::kTaskKeepers},
               .update = {.within = detail::kTaskKeepers | Role::chief_executive},
               .remove = {.within = Role::coordinator | Role::manager}},
};

namespace task {
inline constexpr auto recurrence = key<std::string>(kTask, "recurrence");
inline constexpr auto starts_on = key<std::string>(kTask, "starts_on");
inline constexpr auto next_on = key<std::string>(kTask, "next_on");
inline constexpr auto lead_days = key<std::int64_t>(kTask, "lead_days");
inline constexpr auto done_on = key<std::string>(kTask, "done_on");
}  // namespace task

/// The day one period later, by calendar months: a month after 31 January is the last of February. Given the day on which
/// the series began, its day of the month comes back as soon as a month is long enough (31 January, 28 February, 31 March).
/// Empty for a task that is done once, and for anything that is not a day or not a recurrence.
std::string next_due(std::string_view done_or_due, std::string_view recurrence, std::string_view began_on = {});

/// When the task is due next, now that what was due on `due_on` was done on `done_on`. The wheel keeps its days: whoever is
/// early or late does not move the year. Days that passed meanwhile are skipped. Counts from `done_on` when nothing was due.
std::string next_after_done(std::string_view due_on, std::string_view done_on, std::string_view recurrence, std::string_view began_on = {});

}  // namespace lisa
