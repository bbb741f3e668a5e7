#pragma once
// Control by the privacy officer (D6, GDPR article 39.1 b): what was looked at, what was found, what is recommended and what the
// board answered. Findings are the officer's alone, so that nobody tidies up what was found about themselves; the checked board
// writes its answer.
#include "schema/record.h"

namespace lisa {
namespace detail {

inline constexpr std::string_view kPrivacyCheckStates[] = {"planned", "done", "answered", "closed"};
inline constexpr std::string_view kPrivacyCheckAreas[] = {
    "record",   "legal_basis",  "information", "requests", "processor_agreements", "transfers", "security",
    "disposal", "impact_study", "breaches",    "training", "organisation",
};
inline constexpr std::string_view kPrivacyCheckSeverities[] = {"nothing_found", "remark", "deficiency", "serious"};
inline constexpr Roles kPrivacyCheckReaders = Role::manager | Role::information_owner | Role::privacy_administrator | Role::privacy_officer |
                                              Role::coordinator | Role::it_manager | Role::chief_executive | Role::board_member | Role::auditor;

/// Those who answer for the checked board.
inline constexpr Roles kPrivacyCheckAnswerers = Role::information_owner | Role::privacy_administrator;

/// Nobody but the officer writes anything but the answer, and that only while it is awaited.
std::string_view privacy_check_lock(const Record&, const Field&, const Actor&, const Places&);
/// An answer that is handed over is there.
void check_privacy_check(const Situation&, std::vector<Problem>&);

inline constexpr Field kPrivacyCheckFields[] = {
    {.name = "name", .group = "basics", .required = true, .max = 160, .listed = true, .searched = true},
    {.name = "area", .type = Type::choice, .options = kPrivacyCheckAreas, .listed = true},
    {.name = "status", .type = Type::choice, .options = kPrivacyCheckStates, .merge = Merge::guarded, .listed = true},
    {.name = "planned_on", .type = Type::date},
    {.name = "done_on", .type = Type::date, .merge = Merge::guarded, .listed = true},
    {.name = "unit", .type = Type::ref, .group = "responsible", .required = true, .ref = "unit", .listed = true},
    {.name = "responsible", .type = Type::ref, .ref = "person"},  // who answers for the board
    {.name = "processing", .type = Type::ref, .ref = "processing"},
    {.name = "method", .type = Type::prose, .max = 2000},
    {.name = "findings", .type = Type::prose, .group = "findings", .max = 8000, .merge = Merge::guarded, .seen_from = Clearance::internal},
    {.name = "severity", .type = Type::choice, .options = kPrivacyCheckSeverities, .merge = Merge::guarded, .listed = true, .seen_from = Clearance::internal},
    {.name = "recommendation", .type = Type::prose, .max = 4000, .merge = Merge::guarded, .seen_from = Clearance::internal},
    {.name = "due_on", .type = Type::date, .merge = Merge::guarded, .listed = true},
    {.name = "answer", .type = Type::prose, .group = "answer", .max = 4000, .merge = Merge::guarded, .seen_from = Clearance::internal},
    {.name = "answered_on", .type = Type::date, .merge = Merge::guarded},
    {.name = "registry_number", .max = 40, .searched = true},  // diarienummer
    {.name = "link", .group = "source", .max = 400, .format = Format::link},
    {.name = "notes", .type = Type::notes, .group = "notes", .seen_from = Clearance::internal},
};
inline constexpr std::string_view kPrivacyCheckTitle[] = {"name"};
inline constexpr Step kPrivacyCheckSteps[] = {
    {.name = "finish", .from = "planned", .to = "done", .who = Role::privacy_officer},
    {.name = "receive_answer", .from = "done", .to = "answered", .who = Role::privacy_officer | kPrivacyCheckAnswerers},
    {.name = "close", .from = "answered", .to = "closed", .who = Role::privacy_officer},
    {.name = "close_unanswered", .from = "done", .to = "closed", .who = Role::privacy_officer},
    {.name = "reopen", .from = "closed", .to = "done", .who = Role::privacy_officer},
};

}  // namespace detail

inline constexpr Entity kPrivacyCheck{
    .name = "privacy_check",
    .icon = "search-check",
    .fields = detail::kPrivacyCheckFields,
    .title = detail::kPrivacyCheckTitle,
    .place = "unit",
    .access = {.read = {.within = detail::kPrivacyCheckReaders},
               .create = {.within = Role::privacy_officer},
               .update = {.within = Role::privacy_officer | detail::kPrivacyCheckAnswerers},
               .remove = {.within = Role::privacy_officer}},
    .state = "status",
    .steps = detail::kPrivacyCheckSteps,
    .check = detail::check_privacy_check,
    .locked = detail::privacy_check_lock,
};

}  // namespace lisa
