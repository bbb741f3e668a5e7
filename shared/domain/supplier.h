#pragma once
// Supplier (I4): who delivers what, how much depends on them, whom to call, and when they were last assessed.
#include "schema/record.h"

namespace lisa {
namespace detail {

inline constexpr std::string_view kSupplierKinds[] = {"software",   "cloud_service", "operation",   "equipment", "communication",
                                                      "consultant", "welfare",       "public_body", "other"};
inline constexpr std::string_view kSupplierCriticality[] = {"not_assessed", "replaceable", "important", "critical"};
inline constexpr std::string_view kSupplierTransfers[] = {"not_assessed", "none", "remote_access", "stored_outside"};
inline constexpr std::string_view kSupplierAssessments[] = {"not_assessed", "approved", "approved_with_conditions", "not_approved"};
inline constexpr std::string_view kSupplierCertificates[] = {"iso_27001", "iso_27017", "iso_27018", "iso_27701", "iso_22301", "soc_2", "isae_3402", "other"};
inline constexpr Roles kSupplierKeepers =
    Role::system_owner | Role::system_manager | Role::information_owner | Role::privacy_administrator | Role::it_manager | Role::coordinator;

inline constexpr Field kSupplierFields[] = {
    {.name = "name", .group = "basics", .required = true, .max = 120, .listed = true, .searched = true},
    {.name = "organisation_number", .max = 11, .searched = true, .format = Format::organisation_number},
    {.name = "kind", .type = Type::choice, .options = kSupplierKinds, .listed = true},
    {.name = "country", .max = 60, .searched = true},
    {.name = "services", .type = Type::prose, .max = 4000, .searched = true},
    {.name = "tags", .type = Type::set, .searched = true},
    {.name = "unit", .type = Type::ref, .group = "responsible", .required = true, .ref = "unit", .listed = true},
    {.name = "responsible", .type = Type::ref, .ref = "person", .listed = true},
    {.name = "contact_name", .group = "contact", .max = 120, .searched = true},
    {.name = "contact_email", .max = 120, .format = Format::email},
    {.name = "contact_phone", .max = 40},
    {.name = "security_contact", .max = 200},
    {.name = "emergency_phone", .max = 40},
    {.name = "criticality", .type = Type::choice, .group = "continuity", .options = kSupplierCriticality, .merge = Merge::guarded, .listed = true},
    {.name = "dependence", .type = Type::prose, .max = 2000, .seen_from = Clearance::internal},
    {.name = "is_processor", .type = Type::boolean, .group = "law", .listed = true},  // personuppgiftsbiträde
    {.name = "subprocessors", .type = Type::prose, .max = 4000, .searched = true},
    {.name = "transfers", .type = Type::choice, .options = kSupplierTransfers, .merge = Merge::guarded},
    {.name = "transfer_countries", .max = 200},
    {.name = "assessment", .type = Type::choice, .group = "assessment", .options = kSupplierAssessments, .merge = Merge::guarded},
    {.name = "last_assessed_on", .type = Type::date, .merge = Merge::guarded},
    {.name = "next_assessment_on", .type = Type::date, .merge = Merge::guarded, .listed = true},
    {.name = "findings", .type = Type::prose, .max = 4000, .seen_from = Clearance::confidential},
    {.name = "certificates", .type = Type::set, .options = kSupplierCertificates},
    {.name = "certificates_until", .type = Type::date},
    {.name = "starts_on", .type = Type::date, .group = "period"},
    {.name = "ends_on", .type = Type::date, .not_before = "starts_on"},
    {.name = "link", .group = "source", .max = 400, .format = Format::link},
    {.name = "notes", .type = Type::notes, .group = "notes", .seen_from = Clearance::internal},
};
inline constexpr std::string_view kSupplierTitle[] = {"name"};

}  // namespace detail

inline constexpr Entity kSupplier{
    .name = "supplier",
    .icon = "truck",
    .fields = detail::kSupplierFields,
    .title = detail::kSupplierTitle,
    .place = "unit",
    .access = {.read = {.anywhere = kStaff},
               .create = {.within = detail::kSupplierKeepers},
               .update = {.within = detail::kSupplierKeepers},
               .remove = {.within = Role::it_manager | Role::coordinator}},
};

}  // namespace lisa
