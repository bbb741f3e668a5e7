#pragma once
// Acknowledgement (P2): that a person has read and understood exactly this version of a document. It is never altered, only
// made; a new version takes a new one.
#include "schema/record.h"

namespace lisa {
namespace detail {

/// Everybody who reads instructions; an auditor does so as the employee that they are besides.
constexpr Roles readers() {
    Roles roles = kEveryone;
    roles.bits &= ~Roles(Role::auditor).bits;
    return roles;
}
inline constexpr Roles kReaders = readers();

/// One acknowledges for oneself alone.
void check_acknowledgement(const Situation&, std::vector<Problem>&);

inline constexpr Field kAcknowledgementFields[] = {
    {.name = "document", .type = Type::ref, .group = "basics", .required = true, .ref = "document", .merge = Merge::guarded, .listed = true},
    {.name = "version", .required = true, .max = 20, .merge = Merge::guarded, .listed = true, .searched = true},
    {.name = "person", .type = Type::ref, .required = true, .ref = "person", .merge = Merge::guarded, .listed = true},
    {.name = "unit", .type = Type::ref, .required = true, .ref = "unit", .merge = Merge::guarded, .listed = true},
    {.name = "understood_on", .type = Type::date, .required = true, .merge = Merge::guarded, .listed = true},
};
inline constexpr std::string_view kAcknowledgementTitle[] = {"document", "version", "person"};

}  // namespace detail

inline constexpr Entity kAcknowledgement{
    .name = "acknowledgement",
    .icon = "badge-check",
    .fields = detail::kAcknowledgementFields,
    .title = detail::kAcknowledgementTitle,
    .place = "unit",
    .access = {.read = {.within = kEveryone}, .create = {.within = detail::kReaders}, .remove = {.within = Role::coordinator}},
    .check = detail::check_acknowledgement,
    .in_menu = false,
    .takes_files = false,
};

namespace acknowledgement {
inline constexpr auto document = key<std::string>(kAcknowledgement, "document");
inline constexpr auto version = key<std::string>(kAcknowledgement, "version");
inline constexpr auto person = key<std::string>(kAcknowledgement, "person");
inline constexpr auto unit = key<std::string>(kAcknowledgement, "unit");
inline constexpr auto understood_on = key<std::string>(kAcknowledgement, "understood_on");
}  // namespace acknowledgement

}  // namespace lisa
