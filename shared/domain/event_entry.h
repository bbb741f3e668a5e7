#pragma once
// A line of an event's log (H4): what was seen, done, decided or said to whom, and when. One log is both the timeline and the
// list of who has been told what. A line is never removed; its moment and its words may be corrected, and the journal keeps both.
#include "domain/event.h"

namespace lisa {
namespace detail {

inline constexpr std::string_view kEntryKinds[] = {"observation", "action", "decision", "told", "heard"};
inline constexpr std::string_view kEntryChannels[] = {"phone", "email", "meeting", "intranet", "web", "press", "letter", "other"};

/// Nothing is from the future, and what was said was said to somebody.
void check_event_entry(const Situation&, std::vector<Problem>&);

inline constexpr Field kEventEntryFields[] = {
    {.name = "name", .group = "basics", .required = true, .max = 160, .listed = true, .searched = true},
    {.name = "event", .type = Type::ref, .required = true, .ref = "event", .listed = true},
    {.name = "at", .type = Type::moment, .required = true, .merge = Merge::guarded, .listed = true},
    {.name = "kind", .type = Type::choice, .required = true, .options = kEntryKinds, .listed = true},
    {.name = "counterpart", .max = 160, .listed = true, .searched = true},  // to whom, or from whom
    {.name = "channel", .type = Type::choice, .options = kEntryChannels},
    {.name = "description", .type = Type::prose, .max = 4000, .seen_from = Clearance::internal},
};
inline constexpr std::string_view kEventEntryTitle[] = {"at", "name"};

}  // namespace detail

inline constexpr Entity kEventEntry{
    .name = "event_entry",
    .icon = "history",
    .fields = detail::kEventEntryFields,
    .title = detail::kEventEntryTitle,
    .place = "event",
    .access = {.read = {.within = detail::kEventHandlers | Role::protective_security_manager | Role::auditor},
               .create = {.within = detail::kEventHandlers},
               .update = {.within = detail::kEventHandlers}},
    .check = detail::check_event_entry,
    .kept_on_device = false,
    .in_menu = false,
    .takes_files = false,
};

namespace event_entry {
inline constexpr auto at = key<std::string>(kEventEntry, "at");
inline constexpr auto kind = key<std::string>(kEventEntry, "kind");
inline constexpr auto counterpart = key<std::string>(kEventEntry, "counterpart");
}  // namespace event_entry

}  // namespace lisa
