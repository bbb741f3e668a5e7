#pragma once
// Result of a control (F3): how many were looked at, how many deviated, how it is judged, what is done about it, and who signs. What is
// signed stays; signing moves the point on to its next day.
#include "domain/control_point.h"

namespace lisa {
namespace detail {

inline constexpr std::string_view kControlResultStates[] = {"draft", "signed"};
inline constexpr std::string_view kControlOutcomes[] = {"green", "yellow", "red"};

/// Without signature there is no moment of it.
void derive_control_result(Record&, Lookup&);
/// Nothing is counted twice or ahead of time, and what is not green says what was found and what is done about it.
void check_control_result(const Situation&, std::vector<Problem>&);
std::string_view control_result_lock(const Record&, const Field&, const Actor&, const Places&);

inline constexpr Field kControlResultFields[] = {
    {.name = "point", .type = Type::ref, .group = "basics", .required = true, .ref = "control_point", .merge = Merge::guarded, .listed = true},
    {.name = "checked_on", .type = Type::date, .required = true, .merge = Merge::guarded, .listed = true},
    {.name = "status", .type = Type::choice, .options = kControlResultStates, .merge = Merge::guarded, .listed = true},
    {.name = "sample_checked", .type = Type::integer, .group = "findings", .max = 1'000'000, .merge = Merge::guarded, .listed = true},
    {.name = "deviations", .type = Type::integer, .max = 1'000'000, .merge = Merge::guarded, .listed = true},
    {.name = "outcome", .type = Type::choice, .options = kControlOutcomes, .merge = Merge::guarded, .listed = true},
    {.name = "finding", .type = Type::prose, .max = 4000, .merge = Merge::guarded, .searched = true, .seen_from = Clearance::internal},
    {.name = "action", .type = Type::prose, .group = "handling", .max = 4000, .merge = Merge::guarded, .seen_from = Clearance::internal},
    {.name = "next_control_on", .type = Type::date, .not_before = "checked_on", .merge = Merge::guarded},
    {.name = "signed_by", .type = Type::ref, .group = "decision", .ref = "person", .merge = Merge::guarded, .listed = true},
    {.name = "signed_at", .type = Type::moment, .computed = true},
    {.name = "link", .group = "source", .max = 400, .merge = Merge::guarded, .format = Format::link},
    {.name = "notes", .type = Type::notes, .group = "notes", .seen_from = Clearance::internal},
};
inline constexpr std::string_view kControlResultTitle[] = {"point", "checked_on"};
inline constexpr Step kControlResultSteps[] = {
    {.name = "sign", .from = "draft", .to = "signed", .who = kControlKeepers, .stamp = "signed_at"},
    {.name = "reopen", .from = "signed", .to = "draft", .who = kControlPlanDeciders},
};

}  // namespace detail

inline constexpr Entity kControlResult{
    .name = "control_result",
    .icon = "clipboard-list",
    .fields = detail::kControlResultFields,
    .title = detail::kControlResultTitle,
    .place = "point",
    .access = {.read = {.within = detail::kControlReaders},
               .create = {.within = detail::kControlKeepers},
               .update = {.within = detail::kControlKeepers},
               .remove = {.within = detail::kControlPlanDeciders}},
    .state = "status",
    .steps = detail::kControlResultSteps,
    .derive = detail::derive_control_result,
    .check = detail::check_control_result,
    .locked = detail::control_result_lock,
    .in_menu = false,
    .files_seen_from = Clearance::internal,
};

namespace control_result {
inline constexpr auto point = key<std::string>(kControlResult, "point");
inline constexpr auto checked_on = key<std::string>(kControlResult, "checked_on");
inline constexpr auto status = key<std::string>(kControlResult, "status");
inline constexpr auto sample_checked = key<std::int64_t>(kControlResult, "sample_checked");
inline constexpr auto deviations = key<std::int64_t>(kControlResult, "deviations");
inline constexpr auto outcome = key<std::string>(kControlResult, "outcome");
inline constexpr auto finding = key<std::string>(kControlResult, "finding");
inline constexpr auto action = key<std::string>(kControlResult, "action");
inline constexpr auto next_control_on = key<std::string>(kControlResult, "next_control_on");
inline constexpr auto signed_by = key<std::string>(kControlResult, "signed_by");
inline constexpr auto signed_at = key<std::string>(kControlResult, "signed_at");
}  // namespace control_result

}  // namespace lisa
