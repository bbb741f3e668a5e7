#pragma once
// Scenario (R3): what typically happens in a municipality, to start a risk analysis from instead of an empty page.
#include "schema/record.h"

namespace lisa {
namespace detail {

inline constexpr std::string_view kScenarioAreas[] = {"common",    "school",  "care",      "social_services", "health", "technical",
                                                      "emergency", "culture", "democracy", "administration",  "it",     "supplier"};
/// Where the threat comes from. A risk uses the same words, so that a scenario can be taken over as it stands.
inline constexpr std::string_view kThreatKinds[] = {"mistake",        "attack",        "insider",       "technical_fault",
                                                    "supplier_fault", "natural_event", "lack_of_staff", "lack_of_routine"};
inline constexpr std::string_view kRiskAspects[] = {"confidentiality", "integrity", "availability", "traceability"};

inline constexpr Field kScenarioFields[] = {
    {.name = "name", .group = "basics", .required = true, .max = 120, .listed = true, .searched = true},
    {.name = "area", .type = Type::choice, .required = true, .options = kScenarioAreas, .listed = true},
    {.name = "threat", .type = Type::choice, .options = kThreatKinds, .listed = true},
    {.name = "aspects", .type = Type::set, .options = kRiskAspects, .listed = true},
    {.name = "description", .type = Type::prose, .max = 2000, .searched = true},
    {.name = "vulnerability", .type = Type::prose, .max = 2000, .searched = true},
    {.name = "typical_consequence", .type = Type::prose, .max = 2000, .searched = true},
    {.name = "advice", .type = Type::prose, .max = 2000, .searched = true},
    {.name = "tags", .type = Type::set, .searched = true},
    {.name = "unit", .type = Type::ref, .group = "responsible", .required = true, .ref = "unit"},
    {.name = "notes", .type = Type::notes, .group = "notes", .seen_from = Clearance::internal},
};
inline constexpr std::string_view kScenarioTitle[] = {"name"};

}  // namespace detail

inline constexpr Entity kScenario{
    .name = "scenario",
    .icon = "cloud-lightning",
    .fields = detail::kScenarioFields,
    .title = detail::kScenarioTitle,
    .place = "unit",
    .access = {.read = {.anywhere = kStaff},
               .create = {.within = Role::coordinator},
               .update = {.within = Role::coordinator},
               .remove = {.within = Role::coordinator}},
    .takes_files = false,
};

}  // namespace lisa
