#pragma once
// Person (O2): who works, sits, studies or does a task here, with audience and place. Accounts and passwords are elsewhere.
#include "schema/record.h"

namespace lisa {
namespace detail {

/// The audiences that the policy names; also the names of the roles that everybody holds by being one.
inline constexpr std::string_view kAudiences[] = {"employee", "elected", "pupil", "contractor"};

/// "Agare, Anna" is what a register sorts by; "Anna Agare" is what people read.
void derive_person(Record&, Lookup&);

inline constexpr Field kPersonFields[] = {
    {.name = "name", .group = "basics", .computed = true, .listed = true, .searched = true},
    {.name = "given_name", .required = true, .max = 60},
    {.name = "family_name", .required = true, .max = 60},
    {.name = "audience", .type = Type::choice, .required = true, .options = kAudiences, .listed = true},
    {.name = "unit", .type = Type::ref, .required = true, .ref = "unit", .listed = true},
    {.name = "position", .max = 80, .listed = true, .searched = true},
    {.name = "email", .group = "contact", .max = 120, .listed = true, .searched = true, .format = Format::email},
    {.name = "phone", .max = 40},
    {.name = "superior", .type = Type::ref, .group = "employment", .ref = "person"},
    {.name = "staff_id", .max = 30, .searched = true, .seen_from = Clearance::internal},
    {.name = "starts_on", .type = Type::date, .seen_from = Clearance::internal},
    {.name = "ends_on", .type = Type::date, .not_before = "starts_on", .seen_from = Clearance::internal},
    {.name = "notes", .type = Type::notes, .group = "notes", .seen_from = Clearance::confidential},
};
inline constexpr std::string_view kPersonTitle[] = {"name"};

}  // namespace detail

inline constexpr Entity kPerson{
    .name = "person",
    .icon = "users",
    .fields = detail::kPersonFields,
    .title = detail::kPersonTitle,
    .place = "unit",
    .access = {.read = {.anywhere = kStaff},
               .create = {.within = Role::administrator | Role::coordinator},
               .update = {.within = Role::administrator | Role::coordinator | Role::manager},
               .remove = {.within = Role::administrator}},
    .derive = detail::derive_person,
    .takes_files = false,
};

namespace person {
inline constexpr auto name = key<std::string>(kPerson, "name");
inline constexpr auto given_name = key<std::string>(kPerson, "given_name");
inline constexpr auto family_name = key<std::string>(kPerson, "family_name");
inline constexpr auto audience = key<std::string>(kPerson, "audience");
inline constexpr auto unit = key<std::string>(kPerson, "unit");
}  // namespace person

}  // namespace lisa
