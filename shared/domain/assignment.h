#pragma once
// Role assignment (O3): a seat, with scope, period and deputy. A seat without a person is a vacancy.
// What stands here decides what people may do, so only those who answer for the organisation may write it.
#include "schema/record.h"

namespace lisa {
namespace detail {

inline constexpr std::string_view kSeatRoles[] = {
    "manager",       "information_owner",           "system_owner",       "system_manager",  "privacy_administrator", "privacy_officer", "coordinator",
    "it_manager",    "protective_security_manager", "crisis_coordinator", "chief_executive", "board_member",          "trainer",         "auditor",
    "administrator",
};

/// Whether somebody sits in the seat.
void derive_assignment(Record&, Lookup&);

inline constexpr Field kAssignmentFields[] = {
    {.name = "role",
     .type = Type::choice,
     .group = "basics",
     .required = true,
     .options = kSeatRoles,
     .merge = Merge::guarded,
     .listed = true,
     .searched = true},
    {.name = "unit", .type = Type::ref, .required = true, .ref = "unit", .merge = Merge::guarded, .listed = true},
    {.name = "person", .type = Type::ref, .ref = "person", .merge = Merge::guarded, .listed = true},
    {.name = "deputy", .type = Type::ref, .ref = "person", .merge = Merge::guarded, .listed = true},
    {.name = "is_vacant", .type = Type::boolean, .computed = true, .listed = true},
    {.name = "scope", .type = Type::prose, .max = 1000, .searched = true},
    {.name = "starts_on", .type = Type::date, .group = "period", .merge = Merge::guarded, .listed = true},
    {.name = "ends_on", .type = Type::date, .not_before = "starts_on", .merge = Merge::guarded, .listed = true},
    {.name = "decision", .group = "decision", .max = 200},
    {.name = "decided_by", .max = 120},
    {.name = "decided_on", .type = Type::date},
    {.name = "registry_number", .max = 40, .searched = true},  // diarienummer
    {.name = "notes", .type = Type::notes, .group = "notes", .seen_from = Clearance::internal},
};
inline constexpr std::string_view kAssignmentTitle[] = {"role", "unit"};

}  // namespace detail

inline constexpr Entity kAssignment{
    .name = "assignment",
    .icon = "key-round",
    .fields = detail::kAssignmentFields,
    .title = detail::kAssignmentTitle,
    .place = "unit",
    .access = {.read = {.anywhere = kStaff},
               .create = {.within = Role::administrator | Role::coordinator},
               .update = {.within = Role::administrator | Role::coordinator},
               .remove = {.within = Role::administrator | Role::coordinator}},
    .derive = detail::derive_assignment,
};

namespace assignment {
inline constexpr auto role = key<std::string>(kAssignment, "role");
inline constexpr auto unit = key<std::string>(kAssignment, "unit");
inline constexpr auto person = key<std::string>(kAssignment, "person");
inline constexpr auto deputy = key<std::string>(kAssignment, "deputy");
inline constexpr auto is_vacant = key<bool>(kAssignment, "is_vacant");
inline constexpr auto starts_on = key<std::string>(kAssignment, "starts_on");
inline constexpr auto ends_on = key<std::string>(kAssignment, "ends_on");
}  // namespace assignment

/// Whether somebody sits in the seat on a day.
bool is_held(const Record& seat, std::string_view day);

}  // namespace lisa
