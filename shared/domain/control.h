#pragma once
// Control (S1, S2): a control of Annex A to ISO/IEC 27001:2022 by its number, in our own words, and the statement of
// applicability in the same row: whether it applies, why, how far it has come and how mature it is.
#include "schema/record.h"

namespace lisa {
namespace detail {

inline constexpr std::string_view kControlThemes[] = {"organisational", "people", "physical", "technological"};
inline constexpr std::string_view kControlApplies[] = {"not_decided", "applicable", "excluded"};
inline constexpr std::string_view kControlReasons[] = {"risk", "law", "agreement", "best_practice"};
inline constexpr std::string_view kControlStates[] = {"not_started", "planned", "partly", "implemented"};
/// The ten areas of cybersäkerhetslagen (2025:1506) 2 kap. 3 §: a second index beside Annex A.
inline constexpr std::string_view kControlLawAreas[] = {
    "risk_strategies", "incident_handling",       "continuity",     "supply_chain", "acquisition", "effectiveness", "hygiene_training",
    "cryptography",    "personnel_access_assets", "authentication",
};

/// How far the maturity is from its target; blank while either is unknown.
void derive_control(Record&, Lookup&);

inline constexpr Field kControlFields[] = {
    {.name = "number", .group = "basics", .required = true, .max = 8, .listed = true, .searched = true},
    {.name = "name", .required = true, .max = 120, .listed = true, .searched = true},
    {.name = "name_en", .max = 120, .searched = true},
    {.name = "theme", .type = Type::choice, .required = true, .options = kControlThemes},
    {.name = "description", .type = Type::prose, .max = 2000, .searched = true},
    {.name = "unit", .type = Type::ref, .group = "responsible", .required = true, .ref = "unit"},
    {.name = "owner", .type = Type::ref, .ref = "person", .listed = true},
    {.name = "is_applicable", .type = Type::choice, .group = "decision", .options = kControlApplies, .merge = Merge::guarded, .listed = true},
    {.name = "reasons_for", .type = Type::set, .options = kControlReasons, .merge = Merge::guarded},
    {.name = "reason_text", .type = Type::prose, .max = 2000, .merge = Merge::guarded, .seen_from = Clearance::internal},
    {.name = "reason_against", .type = Type::prose, .max = 2000, .merge = Merge::guarded, .seen_from = Clearance::internal},
    {.name = "status", .type = Type::choice, .group = "progress", .options = kControlStates, .listed = true, .seen_from = Clearance::internal},
    {.name = "how", .type = Type::prose, .max = 4000, .searched = true, .seen_from = Clearance::internal},
    {.name = "maturity", .type = Type::integer, .max = 4, .scale = "maturity", .merge = Merge::guarded, .listed = true, .seen_from = Clearance::confidential},
    {.name = "target_maturity", .type = Type::integer, .max = 4, .scale = "maturity", .merge = Merge::guarded, .seen_from = Clearance::confidential},
    {.name = "gap", .type = Type::integer, .max = 4, .computed = true, .seen_from = Clearance::confidential},
    {.name = "reviewed_on", .type = Type::date, .group = "period", .merge = Merge::guarded},
    {.name = "review_on", .type = Type::date, .merge = Merge::guarded, .listed = true},
    {.name = "law_areas", .type = Type::set, .group = "law", .options = kControlLawAreas},
    {.name = "link", .group = "source", .max = 400, .format = Format::link},
    {.name = "notes", .type = Type::notes, .group = "notes", .seen_from = Clearance::internal},
};
inline constexpr std::string_view kControlTitle[] = {"number", "name"};

}  // namespace detail

inline constexpr Entity kControl{
    .name = "control",
    .icon = "list-checks",
    .fields = detail::kControlFields,
    .title = detail::kControlTitle,
    .place = "unit",
    .access = {.read = {.anywhere = kStaff},
               .create = {.within = Role::coordinator},
               .update = {.within = Role::coordinator},
               .remove = {.within = Role::coordinator}},
    .derive = detail::derive_control,
};

namespace control {
inline constexpr auto number = key<std::string>(kControl, "number");
inline constexpr auto theme = key<std::string>(kControl, "theme");
inline constexpr auto owner = key<std::string>(kControl, "owner");
inline constexpr auto is_applicable = key<std::string>(kControl, "is_applicable");
inline constexpr auto reasons_for = key<Set>(kControl, "reasons_for");
inline constexpr auto reason_text = key<std::string>(kControl, "reason_text");
inline constexpr auto reason_against = key<std::string>(kControl, "reason_against");
inline constexpr auto status = key<std::string>(kControl, "status");
inline constexpr auto maturity = key<std::int64_t>(kControl, "maturity");
inline constexpr auto target_maturity = key<std::int64_t>(kControl, "target_maturity");
inline constexpr auto gap = key<std::int64_t>(kControl, "gap");
}  // namespace control

}  // namespace lisa
