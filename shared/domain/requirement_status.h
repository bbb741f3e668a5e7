#pragma once
// How a system stands to a requirement (K3). What is not met says where one could get in, so few read it.
#include "schema/record.h"

namespace lisa {
namespace detail {

inline constexpr std::string_view kRequirementStates[] = {"not_assessed", "met", "partly", "not_met", "not_applicable"};
inline constexpr Roles kRequirementAssessors = Role::system_owner | Role::system_manager | Role::it_manager | Role::coordinator;
inline constexpr Roles kRequirementReaders = kRequirementAssessors | Role::information_owner | Role::privacy_administrator | Role::privacy_officer |
                                             Role::protective_security_manager | Role::chief_executive | Role::auditor;

inline constexpr Field kRequirementStatusFields[] = {
    {.name = "system", .type = Type::ref, .group = "basics", .required = true, .ref = "system", .listed = true},
    {.name = "requirement", .type = Type::ref, .required = true, .ref = "requirement", .listed = true},
    {.name = "status", .type = Type::choice, .options = kRequirementStates, .merge = Merge::guarded, .listed = true, .seen_from = Clearance::confidential},
    {.name = "how", .type = Type::prose, .max = 4000, .searched = true, .seen_from = Clearance::confidential},
    {.name = "reason", .type = Type::prose, .max = 2000, .merge = Merge::guarded, .seen_from = Clearance::confidential},
    {.name = "assessed_on", .type = Type::date, .merge = Merge::guarded, .listed = true},
    {.name = "owner", .type = Type::ref, .group = "responsible", .ref = "person", .listed = true},
    {.name = "due_on", .type = Type::date, .listed = true},
    {.name = "evidence", .group = "source", .max = 400, .format = Format::link, .seen_from = Clearance::confidential},
    {.name = "notes", .type = Type::notes, .group = "notes", .seen_from = Clearance::confidential},
};
inline constexpr std::string_view kRequirementStatusTitle[] = {"system", "requirement"};

}  // namespace detail

inline constexpr Entity kRequirementStatus{
    .name = "requirement_status",
    .icon = "clipboard-check",
    .fields = detail::kRequirementStatusFields,
    .title = detail::kRequirementStatusTitle,
    .place = "system",
    .access = {.read = {.within = detail::kRequirementReaders},
               .create = {.within = detail::kRequirementAssessors},
               .update = {.within = detail::kRequirementAssessors},
               .remove = {.within = Role::system_owner | Role::coordinator}},
    .in_menu = false,
};

namespace requirement_status {
inline constexpr auto system = key<std::string>(kRequirementStatus, "system");
inline constexpr auto requirement = key<std::string>(kRequirementStatus, "requirement");
inline constexpr auto status = key<std::string>(kRequirementStatus, "status");
inline constexpr auto assessed_on = key<std::string>(kRequirementStatus, "assessed_on");
}  // namespace requirement_status

}  // namespace lisa
