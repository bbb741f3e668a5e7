#pragma once
// Incident notification (H3, H7; cybersäkerhetslagen 2025:1506, 2 kap. 5–9 §§): one record for each operator that an incident
// touches, which is the municipality or a company, with whether the incident is significant and why, what the authority asks
// for, and three clocks: a first notice within 24 hours of knowledge, the notification within 72, a report within a month.
// It says where the defences are weak: few may read it, no browser keeps it, and nothing in it is removed.
#include "domain/event.h"

namespace lisa {
namespace detail {

inline constexpr std::string_view kNotificationStates[] = {"open", "notified", "not_notified", "closed"};
inline constexpr std::string_view kSignificances[] = {"significant", "not_significant"};
/// What an operator does that has thresholds of its own; "general" holds for all.
inline constexpr std::string_view kSectors[] = {"general", "administration", "care", "water", "energy", "waste", "digital", "transport", "other"};

/// Who decides for the operator that an incident is significant, or is not to be notified.
inline constexpr Roles kNotificationDeciders = Role::coordinator | Role::chief_executive;
/// Who handles it; at night that is whoever runs the systems, and a receipt must not wait for the morning.
inline constexpr Roles kNotificationKeepers = kNotificationDeciders | Role::it_manager | Role::crisis_coordinator;

/// By when each notice is due; blank when nothing is waited for.
void derive_notification(Record&, Lookup&);
/// What the order of events, the notices and the decisions ask for.
void check_notification(const Situation&, std::vector<Problem>&);
/// Deciders decide; keepers write all else.
std::string_view notification_lock(const Record&, const Field&, const Actor&, const Places&);

inline constexpr Field kNotificationFields[] = {
    {.name = "name", .group = "basics", .required = true, .max = 160, .listed = true, .searched = true},
    {.name = "reference", .max = 40, .listed = true, .searched = true},
    {.name = "status", .type = Type::choice, .options = kNotificationStates, .merge = Merge::guarded, .listed = true},
    {.name = "severity", .type = Type::choice, .options = kSeverities, .listed = true},
    {.name = "unit", .type = Type::ref, .group = "responsible", .required = true, .ref = "unit", .listed = true},
    {.name = "responsible", .type = Type::ref, .ref = "person", .listed = true},
    {.name = "event", .type = Type::ref, .ref = "event"},
    {.name = "occurred_at", .type = Type::moment, .group = "moments"},
    {.name = "is_ongoing", .type = Type::boolean},
    {.name = "ended_at", .type = Type::moment},
    {.name = "discovered_at", .type = Type::moment, .required = true, .merge = Merge::guarded},
    {.name = "discovered_how", .type = Type::prose, .max = 1000},
    {.name = "known_at", .type = Type::moment, .merge = Merge::guarded},   // the clocks count from here
    {.name = "judged_at", .type = Type::moment, .merge = Merge::guarded},  // when it was judged significant, which starts nothing
    {.name = "handled_at", .type = Type::moment, .merge = Merge::guarded},
    {.name = "sectors", .type = Type::set, .group = "significance", .options = kSectors},
    {.name = "criteria_met", .type = Type::set},  // names of thresholds (threshold.h), as they were when they were answered
    {.name = "criteria_unmet", .type = Type::set},
    {.name = "significance", .type = Type::choice, .options = kSignificances, .merge = Merge::guarded, .listed = true},
    {.name = "significance_reason", .type = Type::prose, .max = 4000, .merge = Merge::guarded, .seen_from = Clearance::confidential},
    {.name = "kinds", .type = Type::set, .group = "course", .options = kLossKinds},
    {.name = "course", .type = Type::choice, .options = kCourses},
    {.name = "description", .type = Type::prose, .max = 8000, .seen_from = Clearance::confidential},
    {.name = "site", .max = 160},
    {.name = "system", .type = Type::ref, .ref = "system"},
    {.name = "supplier", .type = Type::ref, .ref = "supplier"},
    {.name = "involved", .type = Type::prose, .max = 2000, .seen_from = Clearance::confidential},
    {.name = "affected", .type = Type::prose, .max = 4000, .seen_from = Clearance::confidential},
    {.name = "consequences", .type = Type::prose, .max = 4000, .seen_from = Clearance::confidential},
    {.name = "people_count", .type = Type::integer, .max = 10'000'000},
    {.name = "is_malicious", .type = Type::choice, .group = "cause", .options = kAnswers},
    {.name = "motive", .max = 300, .seen_from = Clearance::confidential},
    {.name = "indicators", .type = Type::prose, .max = 4000, .seen_from = Clearance::confidential},
    {.name = "police_report", .max = 80},
    {.name = "cause", .type = Type::choice, .options = kCauses},
    {.name = "cause_text", .type = Type::prose, .max = 4000, .seen_from = Clearance::confidential},
    {.name = "crosses_border", .type = Type::choice, .options = kAnswers},
    {.name = "crosses_border_text", .type = Type::prose, .max = 1000},
    {.name = "measures_taken", .type = Type::prose, .group = "handling", .max = 4000, .seen_from = Clearance::confidential},
    {.name = "measures_planned", .type = Type::prose, .max = 4000, .seen_from = Clearance::confidential},
    {.name = "recipients_informed", .type = Type::prose, .max = 2000},
    {.name = "public_informed", .type = Type::prose, .max = 2000},
    {.name = "other_authorities", .type = Type::prose, .max = 2000},
    {.name = "warn_by", .type = Type::moment, .group = "notices", .computed = true, .listed = true},
    {.name = "warned_at", .type = Type::moment, .merge = Merge::guarded},
    {.name = "warning_reference", .max = 60, .merge = Merge::guarded, .searched = true},
    {.name = "notify_by", .type = Type::moment, .computed = true, .listed = true},
    {.name = "notified_at", .type = Type::moment, .merge = Merge::guarded},
    {.name = "authority_reference", .max = 60, .merge = Merge::guarded, .searched = true},
    {.name = "delay_reason", .type = Type::prose, .max = 2000, .merge = Merge::guarded, .seen_from = Clearance::confidential},
    {.name = "final_by", .type = Type::moment, .computed = true, .listed = true},
    {.name = "progress_at", .type = Type::moment, .merge = Merge::guarded},  // lägesrapport
    {.name = "progress_reference", .max = 60, .merge = Merge::guarded, .searched = true},
    {.name = "final_at", .type = Type::moment, .merge = Merge::guarded},  // slutrapport
    {.name = "final_reference", .max = 60, .merge = Merge::guarded, .searched = true},
    {.name = "decision_reason", .type = Type::prose, .group = "decision", .max = 4000, .merge = Merge::guarded, .seen_from = Clearance::confidential},
    {.name = "decided_at", .type = Type::moment, .computed = true},
    {.name = "registry_number", .group = "source", .max = 40, .searched = true},  // diarienummer
    {.name = "notes", .type = Type::notes, .group = "notes", .seen_from = Clearance::confidential},
};
inline constexpr std::string_view kNotificationTitle[] = {"name"};
inline constexpr Step kNotificationSteps[] = {
    {.name = "notify", .from = "open", .to = "notified", .who = kNotificationKeepers},
    {.name = "decide_not", .from = "open", .to = "not_notified", .who = kNotificationDeciders, .stamp = "decided_at"},
    {.name = "close", .from = "notified", .to = "closed", .who = kNotificationKeepers},
    {.name = "reconsider", .from = "not_notified", .to = "open", .who = kNotificationKeepers},
    {.name = "reopen", .from = "closed", .to = "notified", .who = kNotificationKeepers},
};

}  // namespace detail

inline constexpr Entity kNotification{
    .name = "notification",
    .icon = "bell",
    .fields = detail::kNotificationFields,
    .title = detail::kNotificationTitle,
    .place = "unit",
    .access = {.read = {.within = detail::kNotificationKeepers | Role::privacy_officer | Role::protective_security_manager | Role::auditor},
               .create = {.within = detail::kNotificationKeepers},
               .update = {.within = detail::kNotificationKeepers}},
    .state = "status",
    .steps = detail::kNotificationSteps,
    .derive = detail::derive_notification,
    .check = detail::check_notification,
    .locked = detail::notification_lock,
    .kept_on_device = false,
};

namespace notification {
inline constexpr auto status = key<std::string>(kNotification, "status");
inline constexpr auto occurred_at = key<std::string>(kNotification, "occurred_at");
inline constexpr auto ended_at = key<std::string>(kNotification, "ended_at");
inline constexpr auto discovered_at = key<std::string>(kNotification, "discovered_at");
inline constexpr auto known_at = key<std::string>(kNotification, "known_at");
inline constexpr auto judged_at = key<std::string>(kNotification, "judged_at");
inline constexpr auto handled_at = key<std::string>(kNotification, "handled_at");
inline constexpr auto sectors = key<Set>(kNotification, "sectors");
inline constexpr auto criteria_met = key<Set>(kNotification, "criteria_met");
inline constexpr auto criteria_unmet = key<Set>(kNotification, "criteria_unmet");
inline constexpr auto significance = key<std::string>(kNotification, "significance");
inline constexpr auto significance_reason = key<std::string>(kNotification, "significance_reason");
inline constexpr auto cause = key<std::string>(kNotification, "cause");
inline constexpr auto warn_by = key<std::string>(kNotification, "warn_by");
inline constexpr auto warned_at = key<std::string>(kNotification, "warned_at");
inline constexpr auto warning_reference = key<std::string>(kNotification, "warning_reference");
inline constexpr auto notify_by = key<std::string>(kNotification, "notify_by");
inline constexpr auto notified_at = key<std::string>(kNotification, "notified_at");
inline constexpr auto authority_reference = key<std::string>(kNotification, "authority_reference");
inline constexpr auto delay_reason = key<std::string>(kNotification, "delay_reason");
inline constexpr auto final_by = key<std::string>(kNotification, "final_by");
inline constexpr auto progress_at = key<std::string>(kNotification, "progress_at");
inline constexpr auto progress_reference = key<std::string>(kNotification, "progress_reference");
inline constexpr auto final_at = key<std::string>(kNotification, "final_at");
inline constexpr auto final_reference = key<std::string>(kNotification, "final_reference");
inline constexpr auto decision_reason = key<std::string>(kNotification, "decision_reason");
inline constexpr auto decided_at = key<std::string>(kNotification, "decided_at");
}  // namespace notification

}  // namespace lisa
