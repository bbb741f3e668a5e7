#pragma once
// What a paragraph of a governing document leads to (P3): the control that carries it out, the task that keeps it alive,
// or the requirement that says it to who builds and buys.
#include "schema/record.h"

namespace lisa {
namespace detail {

inline constexpr Roles kSectionLinkKeepers = Role::coordinator | Role::privacy_officer | Role::it_manager | Role::manager;

inline constexpr Field kSectionLinkFields[] = {
    {.name = "section", .type = Type::ref, .group = "basics", .required = true, .ref = "section", .listed = true},
    {.name = "control", .type = Type::ref, .ref = "control", .listed = true},
    {.name = "task", .type = Type::ref, .ref = "task", .listed = true},
    {.name = "requirement", .type = Type::ref, .ref = "requirement", .listed = true},
    {.name = "description", .type = Type::prose, .max = 1000, .listed = true, .searched = true},
};
inline constexpr std::string_view kSectionLinkTitle[] = {"section", "control", "task", "requirement"};

}  // namespace detail

inline constexpr Entity kSectionLink{
    .name = "section_link",
    .icon = "link",
    .fields = detail::kSectionLinkFields,
    .title = detail::kSectionLinkTitle,
    .place = "section",
    .access = {.read = {.anywhere = kStaff},
               .create = {.within = detail::kSectionLinkKeepers},
               .update = {.within = detail::kSectionLinkKeepers},
               .remove = {.within = detail::kSectionLinkKeepers}},
    .in_menu = false,
    .takes_files = false,
};

}  // namespace lisa
