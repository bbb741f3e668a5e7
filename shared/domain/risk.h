#pragma once
// Risk (R1, R4, R5): what may happen, how likely and how bad it is before and after the measures, and who decided to live with it.
// Its levels come from the matrix of its analysis. The name is open to all who may read the register; weaknesses are not.
#include "domain/risk_analysis.h"
#include "domain/scenario.h"
#include "schema/lookup.h"

namespace lisa {
namespace detail {

inline constexpr std::string_view kRiskStates[] = {"identified", "assessed", "treated", "accepted", "closed"};
inline constexpr std::string_view kRiskTreatments[] = {"not_decided", "reduce", "accept", "avoid", "share"};
inline constexpr std::string_view kRiskKnowledge[] = {"weak", "moderate", "strong"};

/// What is accepted: the description of a risk, how it was assessed and how it is treated. Who owns it and when it is looked at again
/// may alter without that.
inline constexpr std::string_view kAcceptedFields[] = {
    "name",
    "analysis",
    "scenario",
    "asset",
    "system",
    "description",
    "threat",
    "vulnerability",
    "existing_measures",
    "consequence",
    "aspects",
    "inherent_likelihood",
    "inherent_consequence",
    "current_likelihood",
    "current_consequence",
    "residual_likelihood",
    "residual_consequence",
    "assessment_motive",
    "strength_of_knowledge",
    "treatment",
    "treatment_motive",
};

/// The three levels, through the analysis and its matrix.
void derive_risk(Record&, Lookup&);

/// When it was accepted and the state that was, and what has been altered since; blank when nothing is accepted.
void remember_risk(const Record& before, Record& after, std::string_view now);

/// A risk is accepted by somebody entitled for its level, with a day, an end and a motive, as the level is now.
void check_risk(const Situation&, std::vector<Problem>&);

/// A likelihood or a consequence that stands in the list, to be altered where it is seen.
constexpr Field risk_step(std::string_view name, std::string_view scale) {
    return {.name = name, .type = Type::integer, .max = 4, .scale = scale, .merge = Merge::guarded, .listed = true, .seen_from = Clearance::internal};
}

inline constexpr Field kRiskFields[] = {
    {.name = "name", .group = "basics", .required = true, .max = 120, .listed = true, .searched = true},
    {.name = "analysis", .type = Type::ref, .required = true, .ref = "risk_analysis", .listed = true},
    {.name = "status", .type = Type::choice, .options = kRiskStates, .merge = Merge::guarded, .listed = true},
    {.name = "scenario", .type = Type::ref, .ref = "scenario"},
    {.name = "asset", .type = Type::ref, .ref = "asset"},
    {.name = "system", .type = Type::ref, .ref = "system"},
    {.name = "description", .type = Type::prose, .max = 4000, .searched = true, .seen_from = Clearance::internal},
    {.name = "threat", .type = Type::choice, .options = kThreatKinds},
    {.name = "vulnerability", .type = Type::prose, .max = 4000, .seen_from = Clearance::confidential},
    {.name = "existing_measures", .type = Type::prose, .max = 4000, .seen_from = Clearance::confidential},
    {.name = "consequence", .type = Type::prose, .max = 4000, .seen_from = Clearance::internal},
    {.name = "aspects", .type = Type::set, .options = kRiskAspects},
    {.name = "owner", .type = Type::ref, .group = "responsible", .required = true, .ref = "person", .listed = true},
    {.name = "inherent_level",
     .type = Type::integer,
     .group = "risk_levels",
     .max = 4,
     .scale = "risk_level",
     .computed = true,
     .seen_from = Clearance::internal},
    {.name = "current_level", .type = Type::integer, .max = 4, .scale = "risk_level", .computed = true, .listed = true, .seen_from = Clearance::internal},
    {.name = "residual_level", .type = Type::integer, .max = 4, .scale = "risk_level", .computed = true, .listed = true, .seen_from = Clearance::internal},
    // Likelihood and consequence count from 0: the five steps of the matrix, or its four. Those that are lived with stand in the list.
    {.name = "inherent_likelihood",
     .type = Type::integer,
     .group = "risk_levels",
     .max = 4,
     .scale = "likelihood",
     .merge = Merge::guarded,
     .seen_from = Clearance::internal},
    {.name = "inherent_consequence", .type = Type::integer, .max = 4, .scale = "consequence", .merge = Merge::guarded, .seen_from = Clearance::internal},
    risk_step("current_likelihood", "likelihood"),
    risk_step("current_consequence", "consequence"),
    risk_step("residual_likelihood", "likelihood"),
    risk_step("residual_consequence", "consequence"),
    {.name = "assessment_motive", .type = Type::prose, .max = 4000, .merge = Merge::guarded, .seen_from = Clearance::confidential},
    {.name = "strength_of_knowledge", .type = Type::choice, .options = kRiskKnowledge, .merge = Merge::guarded, .seen_from = Clearance::internal},
    {.name = "assessed_on", .type = Type::date, .merge = Merge::guarded},
    {.name = "reassess_on", .type = Type::date, .merge = Merge::guarded, .listed = true},
    {.name = "treatment", .type = Type::choice, .group = "treatment", .options = kRiskTreatments, .merge = Merge::guarded, .listed = true},
    {.name = "treatment_motive", .type = Type::prose, .max = 4000, .merge = Merge::guarded, .seen_from = Clearance::internal},
    {.name = "accepted_by", .type = Type::ref, .group = "decision", .ref = "person", .merge = Merge::guarded},
    {.name = "accepted_on", .type = Type::date, .merge = Merge::guarded},
    {.name = "acceptance_until", .type = Type::date, .not_before = "accepted_on", .merge = Merge::guarded},
    {.name = "accepted_level", .type = Type::integer, .max = 4, .scale = "risk_level", .merge = Merge::guarded, .seen_from = Clearance::internal},
    {.name = "acceptance_motive", .type = Type::prose, .max = 4000, .merge = Merge::guarded, .seen_from = Clearance::internal},
    {.name = "accepted_at", .type = Type::moment, .computed = true},
    {.name = "accepted_state", .max = 16, .computed = true, .seen_from = Clearance::confidential},  // a checksum: see state_of()
    {.name = "changed_since_acceptance", .type = Type::set, .options = kAcceptedFields, .computed = true, .seen_from = Clearance::internal},
    {.name = "notes", .type = Type::notes, .group = "notes", .seen_from = Clearance::internal},
};
inline constexpr std::string_view kRiskTitle[] = {"name"};
inline constexpr Step kRiskSteps[] = {
    {.name = "assess", .from = "identified", .to = "assessed", .who = kRiskAnalysts},
    {.name = "treat", .from = "assessed", .to = "treated", .who = kRiskAnalysts},
    {.name = "accept", .from = "treated", .to = "accepted", .who = kRiskDeciders, .stamp = "accepted_at"},
    {.name = "accept", .from = "accepted", .to = "accepted", .who = kRiskDeciders, .stamp = "accepted_at"},  // anew
    {.name = "close", .from = "accepted", .to = "closed", .who = kRiskDeciders | Role::coordinator},
    {.name = "reopen", .from = "assessed", .to = "identified", .who = kRiskAnalysts},
    {.name = "reopen", .from = "treated", .to = "assessed", .who = kRiskAnalysts},
    {.name = "reopen", .from = "accepted", .to = "assessed", .who = kRiskDeciders | Role::coordinator},
    {.name = "reopen", .from = "closed", .to = "identified", .who = kRiskDeciders | Role::coordinator},
};

}  // namespace detail

inline constexpr Entity kRisk{
    .name = "risk",
    .icon = "triangle-alert",
    .fields = detail::kRiskFields,
    .title = detail::kRiskTitle,
    .place = "analysis",
    .access = {.read = {.within = detail::kRiskReaders},
               .create = {.within = detail::kRiskAnalysts},
               .update = {.within = detail::kRiskAnalysts | detail::kRiskDeciders},
               .remove = {.within = Role::information_owner | Role::coordinator}},
    .state = "status",
    .steps = detail::kRiskSteps,
    .derive = detail::derive_risk,
    .remember = detail::remember_risk,
    .check = detail::check_risk,
    .kept_on_device = false,
};

namespace risk {
inline constexpr auto analysis = key<std::string>(kRisk, "analysis");
inline constexpr auto status = key<std::string>(kRisk, "status");
inline constexpr auto owner = key<std::string>(kRisk, "owner");
inline constexpr auto inherent_likelihood = key<std::int64_t>(kRisk, "inherent_likelihood");
inline constexpr auto inherent_consequence = key<std::int64_t>(kRisk, "inherent_consequence");
inline constexpr auto inherent_level = key<std::int64_t>(kRisk, "inherent_level");
inline constexpr auto current_likelihood = key<std::int64_t>(kRisk, "current_likelihood");
inline constexpr auto current_consequence = key<std::int64_t>(kRisk, "current_consequence");
inline constexpr auto current_level = key<std::int64_t>(kRisk, "current_level");
inline constexpr auto residual_likelihood = key<std::int64_t>(kRisk, "residual_likelihood");
inline constexpr auto residual_consequence = key<std::int64_t>(kRisk, "residual_consequence");
inline constexpr auto residual_level = key<std::int64_t>(kRisk, "residual_level");
inline constexpr auto assessed_on = key<std::string>(kRisk, "assessed_on");
inline constexpr auto reassess_on = key<std::string>(kRisk, "reassess_on");
inline constexpr auto treatment = key<std::string>(kRisk, "treatment");
inline constexpr auto accepted_by = key<std::string>(kRisk, "accepted_by");
inline constexpr auto accepted_on = key<std::string>(kRisk, "accepted_on");
inline constexpr auto acceptance_until = key<std::string>(kRisk, "acceptance_until");
inline constexpr auto accepted_level = key<std::int64_t>(kRisk, "accepted_level");
inline constexpr auto acceptance_motive = key<std::string>(kRisk, "acceptance_motive");
inline constexpr auto accepted_at = key<std::string>(kRisk, "accepted_at");
inline constexpr auto accepted_state = key<std::string>(kRisk, "accepted_state");
inline constexpr auto changed_since_acceptance = key<Set>(kRisk, "changed_since_acceptance");

/// Likelihood, consequence and the level that follows: without protection, now, and after the measures.
struct Rating {
    Key<std::int64_t> likelihood, consequence, level;
};
inline constexpr Rating kRatings[] = {
    {inherent_likelihood, inherent_consequence, inherent_level},
    {current_likelihood, current_consequence, current_level},
    {residual_likelihood, residual_consequence, residual_level},
};
}  // namespace risk

}  // namespace lisa
