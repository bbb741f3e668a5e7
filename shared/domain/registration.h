#pragma once
// Registration of an operator (H9; cybersäkerhetslagen 2025:1506, 2 kap. 2 §): what a legal entity, the municipality or a company, has
// told the authority about itself, or is to. It registers as soon as possible, and a change is told within 14 days. Which fields the
// authority asks for stands in MCFFS 2026:1; these are those of directive (EU) 2022/2555, articles 3.4 and 27.2.
#include "domain/notification.h"

namespace lisa {

/// Days from a change to its notice; to the end of the last of them.
inline constexpr std::int64_t kRegistrationDays = 14;

namespace detail {

inline constexpr std::string_view kRegistrationKinds[] = {"important", "essential"};
inline constexpr std::span<const std::string_view> kRegistrationSectors = std::span<const std::string_view>(kSectors).subspan(1);  // "general" is none
inline constexpr Roles kRegistrationKeepers = Role::coordinator | Role::chief_executive | Role::information_owner | Role::it_manager;

/// What is registered; the rest says how it was told.
inline constexpr std::string_view kRegisteredFields[] = {
    "legal_name", "organisation_number", "operator_kind", "sectors",       "activities",   "member_states", "address",    "email",
    "phone",      "contact_name",        "contact_email", "contact_phone", "around_clock", "ip_ranges",     "supervisors"};

/// When what is registered was altered last, since when that is not told, and until when it has to be.
void remember_registration(const Record& before, Record& after, std::string_view now);
/// A notice has its moment and the authority's number, and has been left.
void check_registration(const Situation&, std::vector<Problem>&);

inline constexpr Field kRegistrationFields[] = {
    {.name = "legal_name", .group = "basics", .required = true, .max = 160, .listed = true, .searched = true},
    {.name = "unit", .type = Type::ref, .required = true, .ref = "unit", .listed = true},
    {.name = "organisation_number", .max = 11, .listed = true, .searched = true, .format = Format::organisation_number},
    {.name = "operator_kind", .type = Type::choice, .options = kRegistrationKinds, .listed = true},
    {.name = "sectors", .type = Type::set, .options = kRegistrationSectors},
    {.name = "activities", .type = Type::prose, .max = 2000},
    {.name = "member_states", .type = Type::set},  // where services are given, besides Sweden
    {.name = "supervisors", .type = Type::set},
    {.name = "address", .type = Type::prose, .group = "contact", .max = 400},
    {.name = "email", .max = 120, .format = Format::email},
    {.name = "phone", .max = 40},
    {.name = "contact_name", .max = 120},
    {.name = "contact_email", .max = 120, .format = Format::email},
    {.name = "contact_phone", .max = 40},
    {.name = "around_clock", .max = 200},  // how one is reached at night
    {.name = "ip_ranges", .type = Type::prose, .max = 2000, .seen_from = Clearance::confidential},
    {.name = "responsible", .type = Type::ref, .group = "responsible", .ref = "person", .listed = true},
    {.name = "changed_from", .type = Type::date, .group = "notices", .merge = Merge::guarded},  // when it came to be so, if before it was written here
    {.name = "changed_at", .type = Type::moment, .computed = true, .listed = true},
    {.name = "untold_since", .type = Type::moment, .computed = true},
    {.name = "notify_by", .type = Type::moment, .computed = true, .listed = true},
    {.name = "told_at", .type = Type::moment, .merge = Merge::guarded, .listed = true},
    {.name = "reference", .max = 60, .merge = Merge::guarded, .searched = true},  // the authority's number
    {.name = "notes", .type = Type::notes, .group = "notes", .seen_from = Clearance::internal},
};
inline constexpr std::string_view kRegistrationTitle[] = {"legal_name"};

}  // namespace detail

inline constexpr Entity kRegistration{
    .name = "registration",
    .icon = "badge-check",
    .fields = detail::kRegistrationFields,
    .title = detail::kRegistrationTitle,
    .place = "unit",
    .access = {.read = {.within = detail::kRegistrationKeepers | Role::privacy_officer | Role::board_member | Role::auditor | Role::crisis_coordinator},
               .create = {.within = detail::kRegistrationKeepers},
               .update = {.within = detail::kRegistrationKeepers},
               .remove = {.within = Role::coordinator}},
    .remember = detail::remember_registration,
    .check = detail::check_registration,
};

namespace registration {
inline constexpr auto unit = key<std::string>(kRegistration, "unit");
inline constexpr auto changed_from = key<std::string>(kRegistration, "changed_from");
inline constexpr auto changed_at = key<std::string>(kRegistration, "changed_at");
inline constexpr auto untold_since = key<std::string>(kRegistration, "untold_since");
inline constexpr auto notify_by = key<std::string>(kRegistration, "notify_by");
inline constexpr auto told_at = key<std::string>(kRegistration, "told_at");
inline constexpr auto reference = key<std::string>(kRegistration, "reference");
}  // namespace registration

struct Clock;

/// The clock of a change that is not told yet, or of the latest notice; at a moment (UTC). It waits while nothing was told: the law
/// sets no day for the first registration, but as soon as possible.
Clock registration_clock(const Record& registration, std::string_view now);

}  // namespace lisa
