#pragma once
// Request from a person in the registers (D5, GDPR articles 15 to 22): what is asked, when it must be answered and how it ended.
// It is a case about a person: few may read it, no browser keeps it, and neither title nor search knows the name.
#include "schema/record.h"

namespace lisa {

class Lookup;

namespace detail {

inline constexpr std::string_view kPrivacyRequestKinds[] = {"access",      "rectification", "erasure",           "restriction",
                                                            "portability", "objection",     "automated_decision"};
inline constexpr std::string_view kPrivacyRequestStates[] = {"received", "ongoing", "answered", "refused"};
inline constexpr std::string_view kPrivacyRequestOutcomes[] = {"granted", "partly_granted", "refused", "nothing_found", "withdrawn"};
inline constexpr Roles kPrivacyRequestKeepers = Role::privacy_administrator | Role::privacy_officer;
inline constexpr Roles kPrivacyRequestHandlers = kPrivacyRequestKeepers | Role::information_owner;

/// The day by which an answer is due.
void derive_privacy_request(Record&, Lookup&);

inline constexpr Field kPrivacyRequestFields[] = {
    {.name = "reference", .group = "basics", .required = true, .max = 40, .listed = true, .searched = true},
    {.name = "kind", .type = Type::choice, .required = true, .options = kPrivacyRequestKinds, .listed = true},
    {.name = "status", .type = Type::choice, .options = kPrivacyRequestStates, .merge = Merge::guarded, .listed = true},
    {.name = "received_on", .type = Type::date, .required = true, .merge = Merge::guarded, .listed = true},
    {.name = "unit", .type = Type::ref, .group = "responsible", .required = true, .ref = "unit", .listed = true},
    {.name = "responsible", .type = Type::ref, .ref = "person", .listed = true},
    {.name = "processing", .type = Type::ref, .ref = "processing"},
    {.name = "person_name", .group = "requester", .max = 160, .seen_from = Clearance::confidential},
    {.name = "contact", .max = 300, .seen_from = Clearance::confidential},
    {.name = "representative", .max = 200, .seen_from = Clearance::confidential},
    {.name = "identity_checked", .type = Type::boolean},
    {.name = "description", .type = Type::prose, .group = "handling", .max = 4000, .seen_from = Clearance::confidential},
    {.name = "handling", .type = Type::prose, .max = 4000, .seen_from = Clearance::confidential},
    {.name = "extended", .type = Type::boolean, .merge = Merge::guarded},
    {.name = "extension_reason", .type = Type::prose, .max = 1000, .merge = Merge::guarded, .seen_from = Clearance::confidential},
    {.name = "due_on", .type = Type::date, .computed = true, .listed = true},
    {.name = "answered_on", .type = Type::date, .group = "decision", .merge = Merge::guarded},
    {.name = "outcome", .type = Type::choice, .options = kPrivacyRequestOutcomes, .merge = Merge::guarded},
    {.name = "outcome_reason", .type = Type::prose, .max = 4000, .merge = Merge::guarded, .seen_from = Clearance::confidential},
    {.name = "registry_number", .max = 40, .merge = Merge::guarded, .searched = true},  // diarienummer
    {.name = "notes", .type = Type::notes, .group = "notes", .seen_from = Clearance::confidential},
};
inline constexpr std::string_view kPrivacyRequestTitle[] = {"reference"};
inline constexpr Step kPrivacyRequestSteps[] = {
    {.name = "start", .from = "received", .to = "ongoing", .who = kPrivacyRequestHandlers},
    {.name = "answer", .from = "ongoing", .to = "answered", .who = kPrivacyRequestHandlers},
    {.name = "refuse", .from = "ongoing", .to = "refused", .who = kPrivacyRequestHandlers},
    {.name = "reopen", .from = "answered", .to = "ongoing", .who = kPrivacyRequestKeepers},
    {.name = "reconsider", .from = "refused", .to = "ongoing", .who = kPrivacyRequestKeepers},
};

}  // namespace detail

inline constexpr Entity kPrivacyRequest{
    .name = "privacy_request",
    .icon = "user-search",
    .fields = detail::kPrivacyRequestFields,
    .title = detail::kPrivacyRequestTitle,
    .place = "unit",
    .access = {.read = {.within = detail::kPrivacyRequestHandlers | Role::auditor},
               .create = {.within = detail::kPrivacyRequestKeepers},
               .update = {.within = detail::kPrivacyRequestHandlers},
               .remove = {.within = Role::privacy_administrator}},
    .state = "status",
    .steps = detail::kPrivacyRequestSteps,
    .derive = detail::derive_privacy_request,
    .kept_on_device = false,
};

namespace privacy_request {
inline constexpr auto received_on = key<std::string>(kPrivacyRequest, "received_on");
inline constexpr auto extended = key<bool>(kPrivacyRequest, "extended");
inline constexpr auto due_on = key<std::string>(kPrivacyRequest, "due_on");
}  // namespace privacy_request

}  // namespace lisa
