#pragma once
// System or object (I2): owner, manager, supplier, agreement, lifecycle, where it runs, how long one can do without it, and when it was
// gone through last and is to be again.
#include "schema/record.h"

namespace lisa {
namespace detail {

inline constexpr std::string_view kSystemKinds[] = {"application", "cloud_service", "platform", "infrastructure", "control_system", "equipment"};
inline constexpr std::string_view kSystemStates[] = {"planned", "introducing", "in_operation", "phasing_out", "retired"};
inline constexpr std::string_view kHosting[] = {"own_operation", "joint_operation", "supplier", "cloud_eu", "cloud_outside_eu"};
inline constexpr std::string_view kSignIns[] = {"municipal_sign_in", "national_eid", "own_accounts", "shared_account", "none"};
inline constexpr std::string_view kProcessorAgreements[] = {"not_assessed", "not_needed", "missing", "signed"};
inline constexpr Roles kSystemKeepers = Role::system_owner | Role::system_manager | Role::it_manager | Role::coordinator;
inline constexpr Roles kSystemDeciders = Role::system_owner | Role::it_manager | Role::coordinator;

/// A system in use has an owner.
void check_system(const Situation&, std::vector<Problem>&);

inline constexpr Field kSystemFields[] = {
    {.name = "name", .group = "basics", .required = true, .max = 120, .listed = true, .searched = true},
    {.name = "reference", .max = 30, .searched = true},
    {.name = "kind", .type = Type::choice, .required = true, .options = kSystemKinds, .listed = true},
    {.name = "status", .type = Type::choice, .options = kSystemStates, .merge = Merge::guarded, .listed = true},
    {.name = "description", .type = Type::prose, .max = 4000, .searched = true},
    {.name = "part_of", .type = Type::ref, .ref = "system"},
    {.name = "user_count", .type = Type::integer, .max = 1'000'000},
    {.name = "tags", .type = Type::set, .searched = true},
    {.name = "unit", .type = Type::ref, .group = "responsible", .required = true, .ref = "unit", .listed = true},
    {.name = "owner", .type = Type::ref, .ref = "person", .listed = true},
    {.name = "manager", .type = Type::ref, .ref = "person", .listed = true},
    {.name = "technical_contact", .type = Type::ref, .ref = "person"},
    {.name = "reviewed_on", .type = Type::date},
    {.name = "review_on", .type = Type::date},
    {.name = "provider", .type = Type::ref, .group = "supplier", .ref = "supplier", .listed = true},
    // As text, before suppliers and agreements had registers of their own.
    {.name = "supplier", .max = 120, .retired = true},
    {.name = "agreement", .max = 120, .retired = true},
    {.name = "agreement_ends_on", .type = Type::date, .retired = true},
    {.name = "notice_months", .type = Type::integer, .max = 120, .retired = true},
    {.name = "processor_agreement", .type = Type::choice, .options = kProcessorAgreements, .merge = Merge::guarded},
    {.name = "support_contact", .max = 200},
    {.name = "hosting", .type = Type::choice, .group = "operation", .options = kHosting, .listed = true},
    {.name = "country", .max = 60},
    {.name = "location", .max = 200, .seen_from = Clearance::confidential},
    {.name = "sign_in", .type = Type::choice, .options = kSignIns},
    {.name = "has_second_factor", .type = Type::boolean},
    {.name = "has_logging", .type = Type::boolean},
    {.name = "in_use_since", .type = Type::date},
    {.name = "retires_on", .type = Type::date, .not_before = "in_use_since"},
    {.name = "patched_every_days", .type = Type::integer, .max = 3650, .seen_from = Clearance::internal},
    {.name = "weaknesses", .type = Type::prose, .max = 4000, .seen_from = Clearance::confidential},
    // Its class follows from its information (domain/inheritance.h). What stands here is set instead of that, with the reason.
    {.name = "confidentiality", .type = Type::integer, .group = "class", .max = 3, .scale = "level", .merge = Merge::guarded},
    {.name = "integrity", .type = Type::integer, .max = 3, .scale = "level", .merge = Merge::guarded},
    {.name = "availability", .type = Type::integer, .max = 3, .scale = "level", .merge = Merge::guarded},
    {.name = "class_motive", .type = Type::prose, .max = 4000, .merge = Merge::guarded, .seen_from = Clearance::internal},
    {.name = "recovery_time_hours", .type = Type::integer, .group = "continuity", .max = 8760, .merge = Merge::guarded},
    {.name = "recovery_point_hours", .type = Type::integer, .max = 8760, .merge = Merge::guarded},
    {.name = "longest_outage_hours", .type = Type::integer, .max = 8760, .merge = Merge::guarded},
    {.name = "manual_routine", .type = Type::prose, .max = 4000},
    {.name = "backup", .max = 300, .seen_from = Clearance::internal},
    {.name = "restore_tested_on", .type = Type::date},
    {.name = "link", .group = "source", .max = 400, .format = Format::link},
    {.name = "notes", .type = Type::notes, .group = "notes", .seen_from = Clearance::internal},
};
/// Its class as it holds (domain/inheritance.h), and why it is that.
constexpr Field effective_level(std::string_view name, bool is_listed) {
    return {.name = name, .type = Type::integer, .max = 3, .scale = "level", .listed = is_listed};
}
inline constexpr Field kSystemWorkedOut[] = {
    effective_level("effective_confidentiality", true),
    effective_level("effective_integrity", true),
    effective_level("effective_availability", true),
    effective_level("effective_traceability", false),
    {.name = "effective_recovery_time_hours", .type = Type::integer},
    {.name = "effective_because", .type = Type::prose},
};
inline constexpr std::string_view kSystemTitle[] = {"name"};
inline constexpr Step kSystemSteps[] = {
    {.name = "introduce", .from = "planned", .to = "introducing", .who = kSystemDeciders},
    {.name = "start", .from = "introducing", .to = "in_operation", .who = kSystemDeciders},
    {.name = "phase_out", .from = "in_operation", .to = "phasing_out", .who = kSystemDeciders},
    {.name = "take_back", .from = "phasing_out", .to = "in_operation", .who = kSystemDeciders},
    {.name = "retire", .from = "phasing_out", .to = "retired", .who = kSystemDeciders},
};

}  // namespace detail

inline constexpr Entity kSystem{
    .name = "system",
    .icon = "server",
    .fields = detail::kSystemFields,
    .worked_out = detail::kSystemWorkedOut,
    .title = detail::kSystemTitle,
    .place = "unit",
    .access = {.read = {.anywhere = kStaff},
               .create = {.within = detail::kSystemDeciders},
               .update = {.within = detail::kSystemKeepers},
               .remove = {.within = Role::it_manager | Role::coordinator}},
    .state = "status",
    .steps = detail::kSystemSteps,
    .check = detail::check_system,
    .files_seen_from = Clearance::internal,
};

/// Whether a system that is used has to be gone through on a day: its review is due, or no day is set.
bool awaits_review(const Record& system, std::string_view today);

}  // namespace lisa
