#pragma once
// Plan for internal control (F3; kommunallagen 6 kap. 6 §): each board sees to it that its internal control is sufficient. What is
// controlled in a year, chosen by risk, decided by the board and reported to it. Its points are control_point.h.
#include "schema/lookup.h"

namespace lisa {
namespace detail {

inline constexpr std::string_view kControlPlanStates[] = {"draft", "decided", "reported"};
inline constexpr Roles kControlKeepers = Role::manager | Role::information_owner | Role::privacy_administrator | Role::coordinator | Role::it_manager |
                                         Role::crisis_coordinator | Role::chief_executive;
inline constexpr Roles kControlReaders =
    kControlKeepers | Role::system_owner | Role::system_manager | Role::privacy_officer | Role::board_member | Role::auditor;
inline constexpr Roles kControlPlanDeciders = Role::information_owner | Role::coordinator | Role::chief_executive;

/// What was decided and reported says by whom and when, and what it came to.
void check_control_plan(const Situation&, std::vector<Problem>&);
/// What the board decided stays as it is until the plan is a draft again.
std::string_view control_plan_lock(const Record&, const Field&, const Actor&, const Places&);

inline constexpr Field kControlPlanFields[] = {
    {.name = "name", .group = "basics", .required = true, .max = 160, .listed = true, .searched = true},
    {.name = "year", .type = Type::integer, .required = true, .min = 2000, .max = 2100, .listed = true},
    {.name = "status", .type = Type::choice, .options = kControlPlanStates, .merge = Merge::guarded, .listed = true},
    {.name = "unit", .type = Type::ref, .group = "responsible", .required = true, .ref = "unit", .listed = true},
    {.name = "responsible", .type = Type::ref, .ref = "person", .listed = true},
    {.name = "risk_basis", .type = Type::prose, .max = 4000, .merge = Merge::guarded, .searched = true},  // how the risks were weighed
    {.name = "risk_analysis", .type = Type::ref, .ref = "risk_analysis"},
    {.name = "decided_on", .type = Type::date, .group = "decision", .merge = Merge::guarded},
    {.name = "decided_by", .max = 120, .merge = Merge::guarded},
    {.name = "registry_number", .max = 40, .merge = Merge::guarded, .searched = true},  // diarienummer
    {.name = "report_on", .type = Type::date, .listed = true},
    {.name = "reported_on", .type = Type::date, .merge = Merge::guarded},
    {.name = "conclusion", .type = Type::prose, .max = 4000, .merge = Merge::guarded, .seen_from = Clearance::internal},
    {.name = "notes", .type = Type::notes, .group = "notes", .seen_from = Clearance::internal},
};
inline constexpr std::string_view kControlPlanTitle[] = {"name"};
inline constexpr Step kControlPlanSteps[] = {
    {.name = "decide", .from = "draft", .to = "decided", .who = kControlPlanDeciders},
    {.name = "withdraw", .from = "decided", .to = "draft", .who = kControlPlanDeciders},
    {.name = "report", .from = "decided", .to = "reported", .who = kControlPlanDeciders},
    {.name = "reopen", .from = "reported", .to = "decided", .who = kControlPlanDeciders},
};

}  // namespace detail

inline constexpr Entity kControlPlan{
    .name = "control_plan",
    .icon = "clipboard-check",
    .fields = detail::kControlPlanFields,
    .title = detail::kControlPlanTitle,
    .place = "unit",
    // Whoever is given a point has to be able to read it. What was found is not for all.
    .access = {.read = {.within = kStaff},
               .create = {.within = detail::kControlKeepers},
               .update = {.within = detail::kControlKeepers},
               .remove = {.within = detail::kControlPlanDeciders}},
    .state = "status",
    .steps = detail::kControlPlanSteps,
    .check = detail::check_control_plan,
    .locked = detail::control_plan_lock,
};

namespace control_plan {
inline constexpr auto year = key<std::int64_t>(kControlPlan, "year");
inline constexpr auto status = key<std::string>(kControlPlan, "status");
inline constexpr auto unit = key<std::string>(kControlPlan, "unit");
inline constexpr auto decided_on = key<std::string>(kControlPlan, "decided_on");
inline constexpr auto decided_by = key<std::string>(kControlPlan, "decided_by");
inline constexpr auto risk_basis = key<std::string>(kControlPlan, "risk_basis");
inline constexpr auto reported_on = key<std::string>(kControlPlan, "reported_on");
inline constexpr auto conclusion = key<std::string>(kControlPlan, "conclusion");
}  // namespace control_plan

}  // namespace lisa
