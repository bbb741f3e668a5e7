#pragma once
// The catalogue of requirements (K3): what each level of each aspect asks of a system, said as it is to be in our own
// operation and as it is to be put to a supplier (K4). Kept by the coordinator, the same for everybody.
#include "schema/record.h"

namespace lisa {
namespace detail {

inline constexpr std::string_view kRequirementAspects[] = {"confidentiality", "integrity", "availability", "traceability", "all"};
inline constexpr std::string_view kRequirementKinds[] = {"administrative", "technical", "physical"};
/// When the requirement is put: buying, making something digital, or working from anywhere.
inline constexpr std::string_view kRequirementOccasions[] = {"procurement", "digitalisation", "mobility"};
/// The ten areas of 2 kap. 3 § cybersäkerhetslagen (2025:1506).
inline constexpr std::string_view kRequirementLawAreas[] = {
    "risk_strategies", "incident_handling",       "continuity",     "supply_chain", "acquisition_development", "effectiveness", "hygiene_and_training",
    "cryptography",    "personnel_access_assets", "authentication",
};

inline constexpr Field kRequirementFields[] = {
    {.name = "code", .group = "basics", .required = true, .max = 20, .listed = true, .searched = true},
    {.name = "name", .required = true, .max = 120, .listed = true, .searched = true},
    {.name = "unit", .type = Type::ref, .required = true, .ref = "unit"},
    {.name = "text", .type = Type::prose, .max = 1000, .searched = true},
    {.name = "procurement_text", .type = Type::prose, .max = 1000, .searched = true},
    {.name = "how", .type = Type::prose, .max = 2000},
    {.name = "aspect", .type = Type::choice, .group = "class", .options = kRequirementAspects, .merge = Merge::guarded, .listed = true},
    {.name = "least_level", .type = Type::integer, .max = 3, .scale = "level", .merge = Merge::guarded, .listed = true},
    {.name = "kind", .type = Type::choice, .options = kRequirementKinds, .listed = true},
    {.name = "occasions", .type = Type::set, .options = kRequirementOccasions},
    {.name = "annex_a", .type = Type::set, .group = "law", .searched = true},
    {.name = "law_areas", .type = Type::set, .options = kRequirementLawAreas},
    {.name = "notes", .type = Type::notes, .group = "notes", .seen_from = Clearance::internal},
};
inline constexpr std::string_view kRequirementTitle[] = {"code", "name"};

}  // namespace detail

inline constexpr Entity kRequirement{
    .name = "requirement",
    .icon = "list-checks",
    .fields = detail::kRequirementFields,
    .title = detail::kRequirementTitle,
    .place = "unit",
    .access = {.read = {.anywhere = kStaff},
               .create = {.within = Role::coordinator},
               .update = {.within = Role::coordinator},
               .remove = {.within = Role::coordinator}},
    .takes_files = false,
};

namespace requirement {
inline constexpr auto code = key<std::string>(kRequirement, "code");
inline constexpr auto name = key<std::string>(kRequirement, "name");
inline constexpr auto procurement_text = key<std::string>(kRequirement, "procurement_text");
inline constexpr auto aspect = key<std::string>(kRequirement, "aspect");
inline constexpr auto least_level = key<std::int64_t>(kRequirement, "least_level");
inline constexpr auto occasions = key<Set>(kRequirement, "occasions");
}  // namespace requirement

}  // namespace lisa
