#pragma once
// Organisation unit (O1): municipality, council, boards, administrations, units, companies. The tree of the organisation.
#include "schema/field.h"

namespace lisa {
namespace detail {

inline constexpr std::string_view kUnitKinds[] = {"municipality", "council", "board", "administration", "unit", "company", "joint_body"};
/// Position under cybersäkerhetslagen (2025:1506) 1 kap. 9 §; each company is an operator of its own.
inline constexpr std::string_view kOperatorKinds[] = {"not_assessed", "not_covered", "important", "essential"};

inline constexpr Field kUnitFields[] = {
    {.name = "name", .group = "basics", .required = true, .max = 120, .listed = true, .searched = true},
    {.name = "kind", .type = Type::choice, .required = true, .options = kUnitKinds, .listed = true},
    {.name = "parent", .type = Type::ref, .ref = "unit", .merge = Merge::guarded, .listed = true},
    {.name = "short_name", .max = 20, .listed = true, .searched = true},
    {.name = "code", .max = 30, .searched = true},  // key in the staff system
    {.name = "description", .type = Type::prose, .max = 4000, .searched = true},
    {.name = "organisation_number", .group = "law", .max = 11, .searched = true, .format = Format::organisation_number},
    {.name = "is_controller", .type = Type::boolean, .listed = true},  // personuppgiftsansvarig
    {.name = "operator_kind", .type = Type::choice, .options = kOperatorKinds},
    {.name = "supervisors", .type = Type::set},
    {.name = "registered_on", .type = Type::date},
    {.name = "email", .group = "contact", .max = 120, .format = Format::email},
    {.name = "phone", .max = 40},
    {.name = "address", .type = Type::prose, .max = 400},
    {.name = "starts_on", .type = Type::date, .group = "period"},
    {.name = "ends_on", .type = Type::date, .not_before = "starts_on"},
    {.name = "successor", .type = Type::ref, .ref = "unit"},
    {.name = "decision", .max = 120},
    {.name = "notes", .type = Type::notes, .group = "notes", .seen_from = Clearance::internal},
};
inline constexpr std::string_view kUnitTitle[] = {"name"};

}  // namespace detail

inline constexpr Entity kUnit{
    .name = "unit",
    .icon = "landmark",
    .fields = detail::kUnitFields,
    .title = detail::kUnitTitle,
    .place = "parent",
    .access = {.read = {.anywhere = kEveryone},
               .create = {.within = Role::administrator | Role::coordinator},
               .update = {.within = Role::administrator | Role::coordinator},
               .remove = {.within = Role::administrator}},
    .takes_files = false,
};

/// Whether the unit is a legal person, which answers to authorities itself: the municipality, a company or a joint body.
bool is_legal_entity(const Record& unit);

}  // namespace lisa
