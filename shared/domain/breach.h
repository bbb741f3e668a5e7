#pragma once
// Personal-data breach (D3, GDPR articles 33 and 34): the own log of article 33.5, one record for each controller that a breach
// touches, with the clock of 72 hours, what the authority asks for, and whether the people were told. An event opens it, or it
// stands alone. It may be about named people: few may read it, no browser keeps it, the title names nobody, and nothing in the log is removed.
#include "domain/event.h"

namespace lisa {
namespace detail {

inline constexpr std::string_view kBreachStates[] = {"open", "notified", "not_notified", "dismissed", "closed"};
inline constexpr std::string_view kBreachRisks[] = {"no_risk", "risk", "high_risk"};
inline constexpr std::string_view kBreachNotices[] = {"complete", "preliminary"};
inline constexpr std::string_view kBreachInformings[] = {"informed", "will_inform", "not_informed"};

/// Who decides for the controller. The data protection officer advises and does not decide (article 38.6).
inline constexpr Roles kBreachDeciders = Role::privacy_administrator | Role::information_owner;
inline constexpr Roles kBreachKeepers = kBreachDeciders | Role::privacy_officer | Role::coordinator;

/// By when it must be notified and supplemented; blank when nothing is waited for.
void derive_breach(Record&, Lookup&);
/// What the order of events, the decisions and the regulation ask for.
void check_breach(const Situation&, std::vector<Problem>&);
/// The controller's side decides, the officer advises, and neither writes the other's part.
std::string_view breach_lock(const Record&, const Field&, const Actor&, const Places&);

inline constexpr Field kBreachFields[] = {
    {.name = "name", .group = "basics", .required = true, .max = 160, .listed = true, .searched = true},
    {.name = "reference", .max = 40, .listed = true, .searched = true},
    {.name = "status", .type = Type::choice, .options = kBreachStates, .merge = Merge::guarded, .listed = true},
    {.name = "kinds", .type = Type::set, .options = kLossKinds},
    {.name = "course", .type = Type::choice, .options = kCourses},
    {.name = "cause", .type = Type::choice, .options = kCauses},
    {.name = "description", .type = Type::prose, .max = 8000, .seen_from = Clearance::confidential},
    {.name = "unit", .type = Type::ref, .group = "responsible", .required = true, .ref = "unit", .listed = true},
    {.name = "responsible", .type = Type::ref, .ref = "person", .listed = true},
    {.name = "processing", .type = Type::ref, .ref = "processing"},
    {.name = "system", .type = Type::ref, .ref = "system"},
    {.name = "supplier", .type = Type::ref, .ref = "supplier"},   // the processor, where it happened there
    {.name = "event", .type = Type::ref, .ref = "event"},         // the base of facts that it shares with other cases
    {.name = "realised_risk", .type = Type::ref, .ref = "risk"},  // the known risk that came true
    {.name = "occurred_at", .type = Type::moment, .group = "moments"},
    {.name = "is_ongoing", .type = Type::boolean},
    {.name = "ended_at", .type = Type::moment},
    {.name = "discovered_at", .type = Type::moment, .required = true, .merge = Merge::guarded},
    {.name = "discovered_how", .type = Type::prose, .max = 1000},
    {.name = "known_at", .type = Type::moment, .merge = Merge::guarded},  // the clock counts from here
    {.name = "notify_by", .type = Type::moment, .computed = true, .listed = true},
    {.name = "data_subjects", .type = Type::set, .group = "data", .options = kDataSubjects},
    {.name = "people_count", .type = Type::integer, .max = 10'000'000},
    {.name = "entries_count", .type = Type::integer, .max = 1'000'000'000},
    {.name = "data_kinds", .type = Type::set, .options = kDataKinds},
    {.name = "has_protected_identity", .type = Type::boolean},
    {.name = "data_description", .type = Type::prose, .max = 4000, .seen_from = Clearance::confidential},
    {.name = "consequences", .type = Type::prose, .group = "assessment", .max = 4000, .seen_from = Clearance::confidential},
    {.name = "measures_taken", .type = Type::prose, .max = 4000, .seen_from = Clearance::confidential},
    {.name = "measures_planned", .type = Type::prose, .max = 4000, .seen_from = Clearance::confidential},
    {.name = "risk", .type = Type::choice, .options = kBreachRisks, .merge = Merge::guarded, .listed = true},
    {.name = "risk_reason", .type = Type::prose, .max = 4000, .merge = Merge::guarded, .seen_from = Clearance::confidential},
    {.name = "officer_advice", .type = Type::prose, .group = "advice", .max = 4000, .seen_from = Clearance::confidential},
    {.name = "advised_on", .type = Type::date},
    {.name = "decision_reason", .type = Type::prose, .group = "breach_notice", .max = 4000, .merge = Merge::guarded, .seen_from = Clearance::confidential},
    {.name = "notified_at", .type = Type::moment, .merge = Merge::guarded},
    {.name = "authority_reference", .max = 60, .merge = Merge::guarded, .searched = true},
    {.name = "notice", .type = Type::choice, .options = kBreachNotices, .merge = Merge::guarded},
    {.name = "delay_reason", .type = Type::prose, .max = 2000, .merge = Merge::guarded, .seen_from = Clearance::confidential},
    {.name = "supplement_by", .type = Type::date, .computed = true},
    {.name = "supplemented_on", .type = Type::date, .merge = Merge::guarded},
    {.name = "informing", .type = Type::choice, .group = "breach_people", .options = kBreachInformings, .merge = Merge::guarded},
    {.name = "informed_on", .type = Type::date, .merge = Merge::guarded},
    {.name = "informed_how", .type = Type::prose, .max = 2000},
    {.name = "not_informed_reason", .type = Type::prose, .max = 2000, .merge = Merge::guarded, .seen_from = Clearance::confidential},
    {.name = "registry_number", .group = "source", .max = 40, .searched = true},  // diarienummer
    {.name = "notes", .type = Type::notes, .group = "notes", .seen_from = Clearance::confidential},
};
inline constexpr std::string_view kBreachTitle[] = {"name"};
inline constexpr Step kBreachSteps[] = {
    {.name = "notify", .from = "open", .to = "notified", .who = kBreachDeciders},
    {.name = "decide_not", .from = "open", .to = "not_notified", .who = kBreachDeciders},
    {.name = "dismiss", .from = "open", .to = "dismissed", .who = kBreachDeciders},
    {.name = "close", .from = "notified", .to = "closed", .who = kBreachDeciders},
    {.name = "close_unnotified", .from = "not_notified", .to = "closed", .who = kBreachDeciders},
    {.name = "reconsider", .from = "not_notified", .to = "open", .who = kBreachDeciders},
    {.name = "take_up", .from = "dismissed", .to = "open", .who = kBreachDeciders},
    {.name = "reopen", .from = "closed", .to = "open", .who = kBreachDeciders},
};

}  // namespace detail

inline constexpr Entity kBreach{
    .name = "breach",
    .icon = "shield-alert",
    .fields = detail::kBreachFields,
    .title = detail::kBreachTitle,
    .place = "unit",
    .access = {.read = {.within = detail::kBreachKeepers | Role::auditor},
               .create = {.within = detail::kBreachKeepers},
               .update = {.within = detail::kBreachKeepers}},
    .state = "status",
    .steps = detail::kBreachSteps,
    .derive = detail::derive_breach,
    .check = detail::check_breach,
    .locked = detail::breach_lock,
    .kept_on_device = false,
};

namespace breach {
inline constexpr auto status = key<std::string>(kBreach, "status");
inline constexpr auto occurred_at = key<std::string>(kBreach, "occurred_at");
inline constexpr auto ended_at = key<std::string>(kBreach, "ended_at");
inline constexpr auto discovered_at = key<std::string>(kBreach, "discovered_at");
inline constexpr auto known_at = key<std::string>(kBreach, "known_at");
inline constexpr auto notify_by = key<std::string>(kBreach, "notify_by");
inline constexpr auto risk = key<std::string>(kBreach, "risk");
inline constexpr auto risk_reason = key<std::string>(kBreach, "risk_reason");
inline constexpr auto decision_reason = key<std::string>(kBreach, "decision_reason");
inline constexpr auto notified_at = key<std::string>(kBreach, "notified_at");
inline constexpr auto authority_reference = key<std::string>(kBreach, "authority_reference");
inline constexpr auto notice = key<std::string>(kBreach, "notice");
inline constexpr auto delay_reason = key<std::string>(kBreach, "delay_reason");
inline constexpr auto supplement_by = key<std::string>(kBreach, "supplement_by");
inline constexpr auto supplemented_on = key<std::string>(kBreach, "supplemented_on");
inline constexpr auto informing = key<std::string>(kBreach, "informing");
inline constexpr auto informed_on = key<std::string>(kBreach, "informed_on");
inline constexpr auto not_informed_reason = key<std::string>(kBreach, "not_informed_reason");
}  // namespace breach

}  // namespace lisa
