#pragma once
// Control point (F3): one thing that is controlled, because of which risk, how, by what sample, how often, by whom, and by when next.
#include "domain/control_plan.h"

namespace lisa {
namespace detail {

inline constexpr std::string_view kControlFrequencies[] = {"once", "monthly", "quarterly", "half_yearly", "yearly"};

inline constexpr Field kControlPointFields[] = {
    {.name = "name", .group = "basics", .required = true, .max = 160, .listed = true, .searched = true},
    {.name = "plan", .type = Type::ref, .required = true, .ref = "control_plan", .listed = true},
    {.name = "risk_text", .type = Type::prose, .required = true, .max = 1000, .searched = true},
    {.name = "risk", .type = Type::ref, .ref = "risk"},
    {.name = "control", .type = Type::ref, .ref = "control"},
    {.name = "method", .type = Type::prose, .group = "measurement", .required = true, .max = 2000},
    {.name = "sample", .required = true, .max = 200, .listed = true},
    {.name = "limits", .type = Type::prose, .max = 1000},  // what is green, yellow and red
    {.name = "frequency", .type = Type::choice, .required = true, .options = kControlFrequencies, .listed = true},
    {.name = "responsible", .type = Type::ref, .group = "responsible", .ref = "person", .listed = true},
    {.name = "due_on", .type = Type::date, .listed = true},
    {.name = "notes", .type = Type::notes, .group = "notes", .seen_from = Clearance::internal},
};
inline constexpr std::string_view kControlPointTitle[] = {"name"};

}  // namespace detail

inline constexpr Entity kControlPoint{
    .name = "control_point",
    .icon = "search-check",
    .fields = detail::kControlPointFields,
    .title = detail::kControlPointTitle,
    .place = "plan",
    .access = {.read = {.within = kStaff},
               .create = {.within = detail::kControlKeepers},
               .update = {.within = detail::kControlKeepers},
               .remove = {.within = detail::kControlPlanDeciders}},
    .in_menu = false,
};

namespace control_point {
inline constexpr auto plan = key<std::string>(kControlPoint, "plan");
inline constexpr auto frequency = key<std::string>(kControlPoint, "frequency");
inline constexpr auto due_on = key<std::string>(kControlPoint, "due_on");
}  // namespace control_point

}  // namespace lisa
