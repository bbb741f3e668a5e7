#pragma once
// Channel to an authority (H3, H5): where a notice is left, with the source and the day on which it was checked last. Names and
// addresses of authorities and portals change, so that they are rows that the municipality keeps; what is not known is blank.
#include "domain/assignment.h"

namespace lisa {
namespace detail {

inline constexpr std::string_view kDuties[] = {"incident", "breach", "security_protection", "registration", "supervision"};

inline constexpr Field kAuthorityChannelFields[] = {
    {.name = "name", .group = "basics", .required = true, .max = 120, .listed = true, .searched = true},
    {.name = "duty", .type = Type::choice, .required = true, .options = kDuties, .listed = true},
    {.name = "portal", .max = 160, .listed = true, .searched = true},
    {.name = "link", .max = 400, .listed = true, .format = Format::link},
    {.name = "phone", .max = 60},
    {.name = "description", .type = Type::prose, .max = 2000},
    {.name = "source", .group = "source", .required = true, .max = 300, .searched = true},
    {.name = "checked_on", .type = Type::date, .listed = true},
    {.name = "unit", .type = Type::ref, .group = "responsible", .required = true, .ref = "unit"},
    {.name = "notes", .type = Type::notes, .group = "notes", .seen_from = Clearance::internal},
};
inline constexpr std::string_view kAuthorityChannelTitle[] = {"name"};

}  // namespace detail

inline constexpr Entity kAuthorityChannel{
    .name = "authority_channel",
    .icon = "signpost",
    .fields = detail::kAuthorityChannelFields,
    .title = detail::kAuthorityChannelTitle,
    .place = "unit",
    .access = {.read = {.anywhere = kEveryone},
               .create = {.within = Role::coordinator},
               .update = {.within = Role::coordinator},
               .remove = {.within = Role::coordinator}},
    .takes_files = false,
};

namespace authority_channel {
inline constexpr auto duty = key<std::string>(kAuthorityChannel, "duty");
inline constexpr auto portal = key<std::string>(kAuthorityChannel, "portal");
inline constexpr auto link = key<std::string>(kAuthorityChannel, "link");
inline constexpr auto checked_on = key<std::string>(kAuthorityChannel, "checked_on");
}  // namespace authority_channel

}  // namespace lisa
