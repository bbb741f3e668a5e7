#pragma once
// Risk analysis (R1): one session with its scope, participants and matrix. The risks found there belong to it, and so do their levels:
// once it has begun, or a risk has a level, it keeps its matrix.
#include "schema/record.h"

namespace lisa {
namespace detail {

inline constexpr std::string_view kRiskAnalysisKinds[] = {"information_security", "change", "procurement", "digitalisation", "privacy", "continuity"};
inline constexpr std::string_view kRiskAnalysisStates[] = {"draft", "ongoing", "decided", "archived"};
inline constexpr Roles kRiskAnalysts = Role::manager | Role::information_owner | Role::system_owner | Role::system_manager | Role::privacy_administrator |
                                       Role::coordinator | Role::it_manager | Role::crisis_coordinator;
/// Those whose decision it may be. Which of them a certain risk takes stands in its matrix.
inline constexpr Roles kRiskDeciders = Role::manager | Role::information_owner | Role::system_owner | Role::chief_executive;
inline constexpr Roles kRiskReaders =
    kRiskAnalysts | kRiskDeciders | Role::privacy_officer | Role::protective_security_manager | Role::board_member | Role::auditor;

/// An analysis that has begun keeps its matrix.
std::string_view risk_analysis_lock(const Record&, const Field&, const Actor&, const Places&);
/// So does a draft whose risks have levels, which would say what another matrix said.
void check_risk_analysis(const Situation&, std::vector<Problem>&);

inline constexpr Field kRiskAnalysisFields[] = {
    {.name = "name", .group = "basics", .required = true, .max = 120, .listed = true, .searched = true},
    {.name = "kind", .type = Type::choice, .required = true, .options = kRiskAnalysisKinds, .listed = true},
    {.name = "status", .type = Type::choice, .options = kRiskAnalysisStates, .merge = Merge::guarded, .listed = true},
    {.name = "scope", .type = Type::prose, .max = 4000, .searched = true},
    {.name = "reason", .type = Type::prose, .max = 2000},
    {.name = "system", .type = Type::ref, .ref = "system", .listed = true},
    {.name = "asset", .type = Type::ref, .ref = "asset"},
    {.name = "matrix", .type = Type::ref, .required = true, .ref = "risk_matrix", .merge = Merge::guarded},
    {.name = "unit", .type = Type::ref, .group = "responsible", .required = true, .ref = "unit", .listed = true},
    {.name = "leader", .type = Type::ref, .ref = "person", .listed = true},
    {.name = "participants", .type = Type::set, .searched = true},
    {.name = "held_on", .type = Type::date, .group = "period", .listed = true},
    {.name = "next_on", .type = Type::date, .listed = true},
    {.name = "conclusion", .type = Type::prose, .group = "decision", .max = 4000, .merge = Merge::guarded, .seen_from = Clearance::internal},
    {.name = "decided_by", .max = 120, .merge = Merge::guarded},
    {.name = "decided_on", .type = Type::date, .merge = Merge::guarded},
    {.name = "registry_number", .max = 40, .merge = Merge::guarded, .searched = true},  // diarienummer
    {.name = "link", .group = "source", .max = 400, .format = Format::link},
    {.name = "notes", .type = Type::notes, .group = "notes", .seen_from = Clearance::internal},
};
inline constexpr std::string_view kRiskAnalysisTitle[] = {"name"};
inline constexpr Step kRiskAnalysisSteps[] = {
    {.name = "start", .from = "draft", .to = "ongoing", .who = kRiskAnalysts},
    {.name = "decide", .from = "ongoing", .to = "decided", .who = kRiskDeciders},
    {.name = "reopen", .from = "decided", .to = "ongoing", .who = kRiskDeciders | Role::coordinator},
    {.name = "archive", .from = "decided", .to = "archived", .who = kRiskDeciders | Role::coordinator},
};

}  // namespace detail

inline constexpr Entity kRiskAnalysis{
    .name = "risk_analysis",
    .icon = "search-check",
    .fields = detail::kRiskAnalysisFields,
    .title = detail::kRiskAnalysisTitle,
    .place = "unit",
    .access = {.read = {.within = detail::kRiskReaders},
               .create = {.within = detail::kRiskAnalysts},
               .update = {.within = detail::kRiskAnalysts | detail::kRiskDeciders},
               .remove = {.within = Role::information_owner | Role::coordinator}},
    .state = "status",
    .steps = detail::kRiskAnalysisSteps,
    .check = detail::check_risk_analysis,
    .locked = detail::risk_analysis_lock,
};

namespace risk_analysis {
inline constexpr auto matrix = key<std::string>(kRiskAnalysis, "matrix");
}  // namespace risk_analysis

class Store;
/// Whether some risk of the analysis has a level out of its matrix. What cannot be read is taken to have one.
bool has_levels(const std::string& analysis, Store& store);

}  // namespace lisa
