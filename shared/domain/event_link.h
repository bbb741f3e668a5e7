#pragma once
// What more an event hit or has to do with (H4), besides the system, the information and the supplier that stand in it: any
// number of them, and the risks that have to be assessed again.
#include "domain/event.h"

namespace lisa {
namespace detail {

inline constexpr std::string_view kEventRelations[] = {"hit", "caused", "involved", "shows"};

inline constexpr Field kEventLinkFields[] = {
    {.name = "event", .type = Type::ref, .group = "basics", .required = true, .ref = "event", .listed = true},
    {.name = "relation", .type = Type::choice, .options = kEventRelations, .listed = true},
    {.name = "system", .type = Type::ref, .ref = "system", .listed = true},
    {.name = "asset", .type = Type::ref, .ref = "asset", .listed = true},
    {.name = "supplier", .type = Type::ref, .ref = "supplier", .listed = true},
    {.name = "risk", .type = Type::ref, .ref = "risk", .listed = true},
    {.name = "description", .type = Type::prose, .max = 1000, .searched = true},
};
inline constexpr std::string_view kEventLinkTitle[] = {"event", "system", "asset", "supplier", "risk"};

}  // namespace detail

inline constexpr Entity kEventLink{
    .name = "event_link",
    .icon = "link",
    .fields = detail::kEventLinkFields,
    .title = detail::kEventLinkTitle,
    .place = "event",
    .access = {.read = {.within = detail::kEventHandlers | Role::protective_security_manager | Role::auditor},
               .create = {.within = detail::kEventHandlers},
               .update = {.within = detail::kEventHandlers},
               .remove = {.within = detail::kEventHandlers}},
    .kept_on_device = false,
    .in_menu = false,
    .takes_files = false,
};

}  // namespace lisa
