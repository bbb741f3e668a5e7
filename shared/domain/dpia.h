#pragma once
// Data protection impact assessment (D2, GDPR article 35): what is done, whether it is necessary, the risks to people and the
// measures against them, the privacy officer's advice and the controller's decision.
#include "schema/record.h"

namespace lisa {
namespace detail {

inline constexpr std::string_view kDpiaStates[] = {"draft", "dpo_review", "decided"};
inline constexpr std::string_view kDpiaResiduals[] = {"low", "medium", "high"};
inline constexpr std::string_view kDpiaConsultations[] = {"not_assessed", "not_needed", "needed", "requested", "answered"};
inline constexpr Roles kDpiaKeepers = Role::information_owner | Role::privacy_administrator | Role::coordinator;
inline constexpr Roles kDpiaReaders =
    kDpiaKeepers | Role::manager | Role::system_owner | Role::privacy_officer | Role::it_manager | Role::chief_executive | Role::board_member | Role::auditor;

inline constexpr Field kDpiaFields[] = {
    {.name = "name", .group = "basics", .required = true, .max = 160, .listed = true, .searched = true},
    {.name = "processing", .type = Type::ref, .required = true, .ref = "processing", .listed = true},
    {.name = "status", .type = Type::choice, .options = kDpiaStates, .merge = Merge::guarded, .listed = true},
    {.name = "held_on", .type = Type::date, .listed = true},
    {.name = "responsible", .type = Type::ref, .group = "responsible", .ref = "person", .listed = true},
    {.name = "participants", .type = Type::prose, .max = 1000, .seen_from = Clearance::internal},
    // Article 35.7 a to d.
    {.name = "description", .type = Type::prose, .group = "assessment", .max = 8000, .seen_from = Clearance::internal},
    {.name = "necessity", .type = Type::prose, .max = 8000, .seen_from = Clearance::internal},
    {.name = "risks", .type = Type::prose, .max = 8000, .merge = Merge::guarded, .seen_from = Clearance::confidential},
    {.name = "measures", .type = Type::prose, .max = 8000, .merge = Merge::guarded, .seen_from = Clearance::confidential},
    {.name = "residual_risk", .type = Type::choice, .options = kDpiaResiduals, .merge = Merge::guarded, .seen_from = Clearance::confidential},
    {.name = "views", .type = Type::prose, .max = 4000, .seen_from = Clearance::internal},  // of the registered, article 35.9
    {.name = "dpo_advice", .type = Type::prose, .group = "advice", .max = 8000, .merge = Merge::guarded, .seen_from = Clearance::confidential},
    {.name = "advised_on", .type = Type::date, .merge = Merge::guarded},
    {.name = "prior_consultation", .type = Type::choice, .options = kDpiaConsultations, .merge = Merge::guarded},  // article 36
    {.name = "decision", .type = Type::prose, .group = "decision", .max = 4000, .merge = Merge::guarded, .seen_from = Clearance::confidential},
    {.name = "decided_by", .max = 120, .merge = Merge::guarded},
    {.name = "decided_on", .type = Type::date, .merge = Merge::guarded},
    {.name = "registry_number", .max = 40, .merge = Merge::guarded, .searched = true},  // diarienummer
    {.name = "review_on", .type = Type::date, .group = "period", .merge = Merge::guarded, .listed = true},
    {.name = "link", .group = "source", .max = 400, .format = Format::link},
    {.name = "notes", .type = Type::notes, .group = "notes", .seen_from = Clearance::internal},
};
inline constexpr std::string_view kDpiaTitle[] = {"name"};
inline constexpr Step kDpiaSteps[] = {
    {.name = "submit", .from = "draft", .to = "dpo_review", .who = kDpiaKeepers},
    {.name = "send_back", .from = "dpo_review", .to = "draft", .who = kDpiaKeepers | Role::privacy_officer},
    {.name = "decide", .from = "dpo_review", .to = "decided", .who = Role::information_owner | Role::chief_executive},
    {.name = "reopen", .from = "decided", .to = "draft", .who = kDpiaKeepers},
};

}  // namespace detail

/// The privacy officer advises and the controller decides; no step lets the officer do both.
inline constexpr Entity kDpia{
    .name = "dpia",
    .icon = "scale",
    .fields = detail::kDpiaFields,
    .title = detail::kDpiaTitle,
    .place = "processing",
    .access = {.read = {.within = detail::kDpiaReaders},
               .create = {.within = detail::kDpiaKeepers},
               .update = {.within = detail::kDpiaKeepers | Role::privacy_officer | Role::chief_executive},
               .remove = {.within = Role::privacy_administrator | Role::coordinator}},
    .state = "status",
    .steps = detail::kDpiaSteps,
};

}  // namespace lisa
