#pragma once
// Saved view (A8): how a list is filtered and sorted, under a name, shared with those who work in a part of the organisation.
// A person's own views are choices and lie elsewhere; opening either is opening the address of the list.
#include "access/access.h"

namespace lisa {
namespace detail {

/// Who keeps registers or leads.
inline constexpr Roles kViewKeepers = Role::manager | Role::information_owner | Role::system_owner | Role::system_manager | Role::privacy_administrator |
                                      Role::privacy_officer | Role::coordinator | Role::it_manager | Role::protective_security_manager |
                                      Role::crisis_coordinator | Role::chief_executive | Role::administrator;
/// Who works in lists without keeping them.
inline constexpr Roles kViewReaders = kViewKeepers | Role::board_member | Role::trainer | Role::auditor;

/// A view is of a register that whoever shares it may read.
void check_saved_view(const Situation&, std::vector<Problem>&);

inline constexpr Field kSavedViewFields[] = {
    {.name = "name", .group = "basics", .required = true, .max = 60, .listed = true, .searched = true},
    {.name = "register_name", .required = true, .max = 40, .merge = Merge::guarded, .listed = true},
    {.name = "query", .max = 1000, .merge = Merge::guarded, .listed = true},
    {.name = "unit", .type = Type::ref, .required = true, .ref = "unit", .listed = true},
};
inline constexpr std::string_view kSavedViewTitle[] = {"name"};

}  // namespace detail

inline constexpr Entity kSavedView{
    .name = "saved_view",
    .icon = "bookmark",
    .fields = detail::kSavedViewFields,
    .title = detail::kSavedViewTitle,
    .place = "unit",
    .access = {.read = {.anywhere = detail::kViewReaders},
               .create = {.within = detail::kViewKeepers},
               .update = {.within = detail::kViewKeepers},
               .remove = {.within = detail::kViewKeepers}},
    .check = detail::check_saved_view,
    .in_menu = false,
    .takes_files = false,
};

namespace saved_view {
inline constexpr auto name = key<std::string>(kSavedView, "name");
inline constexpr auto register_name = key<std::string>(kSavedView, "register_name");
inline constexpr auto query = key<std::string>(kSavedView, "query");
inline constexpr auto unit = key<std::string>(kSavedView, "unit");
}  // namespace saved_view

/// Whether a shared view is meant for the person: their place lies in the part of the organisation that it is shared with, or
/// that part lies in theirs.
bool is_meant_for(const Record& view, const Actor& who, Lookup& lookup);

}  // namespace lisa
