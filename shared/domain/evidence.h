#pragma once
// Evidence (S1): what shows that a control or a requirement is in place. The thing itself stays where it is kept.
#include "schema/record.h"

namespace lisa {
namespace detail {

inline constexpr std::string_view kEvidenceKinds[] = {"document", "decision", "record", "screenshot", "report", "test_result", "agreement", "interview"};
inline constexpr Roles kEvidenceKeepers =
    Role::coordinator | Role::it_manager | Role::information_owner | Role::system_owner | Role::system_manager | Role::privacy_administrator | Role::manager;

inline constexpr Field kEvidenceFields[] = {
    {.name = "name", .group = "basics", .required = true, .max = 120, .listed = true, .searched = true},
    {.name = "kind", .type = Type::choice, .required = true, .options = kEvidenceKinds, .listed = true},
    {.name = "control", .type = Type::ref, .ref = "control", .listed = true},
    {.name = "requirement", .type = Type::ref, .ref = "requirement", .listed = true},
    {.name = "description", .type = Type::prose, .max = 2000, .searched = true, .seen_from = Clearance::internal},
    {.name = "unit", .type = Type::ref, .group = "responsible", .required = true, .ref = "unit"},
    {.name = "owner", .type = Type::ref, .ref = "person", .listed = true},
    {.name = "collected_on", .type = Type::date, .group = "period", .listed = true},
    {.name = "expires_on", .type = Type::date, .not_before = "collected_on", .listed = true},
    {.name = "link", .group = "source", .max = 400, .format = Format::link, .seen_from = Clearance::internal},
    {.name = "kept_where", .max = 200, .searched = true, .seen_from = Clearance::internal},
    {.name = "notes", .type = Type::notes, .group = "notes", .seen_from = Clearance::internal},
};
inline constexpr std::string_view kEvidenceTitle[] = {"name"};

}  // namespace detail

inline constexpr Entity kEvidence{
    .name = "evidence",
    .icon = "file-check",
    .fields = detail::kEvidenceFields,
    .title = detail::kEvidenceTitle,
    .place = "unit",
    .access = {.read = {.within = kStaff},
               .create = {.within = detail::kEvidenceKeepers},
               .update = {.within = detail::kEvidenceKeepers},
               .remove = {.within = Role::coordinator}},
    .files_seen_from = Clearance::internal,
};

namespace evidence {
inline constexpr auto control = key<std::string>(kEvidence, "control");
inline constexpr auto expires_on = key<std::string>(kEvidence, "expires_on");
}  // namespace evidence

}  // namespace lisa
