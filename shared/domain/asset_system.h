#pragma once
// Which information is in which system, and where it flows (I3). Belongs where the asset belongs.
#include "schema/record.h"

namespace lisa {
namespace detail {

inline constexpr std::string_view kRelations[] = {"stored", "processed", "shown", "received", "sent"};
inline constexpr std::string_view kTransferMeans[] = {"integration", "file", "email", "manual", "paper"};
inline constexpr Roles kLinkKeepers = Role::information_owner | Role::coordinator | Role::privacy_administrator;

inline constexpr Field kAssetSystemFields[] = {
    {.name = "asset", .type = Type::ref, .group = "basics", .required = true, .ref = "asset", .listed = true},
    {.name = "system", .type = Type::ref, .required = true, .ref = "system", .listed = true},
    {.name = "relation", .type = Type::choice, .required = true, .options = kRelations, .listed = true},
    {.name = "is_original", .type = Type::boolean, .listed = true},  // the system that holds the truth
    {.name = "flows_to", .type = Type::ref, .group = "flow", .ref = "system", .listed = true},
    {.name = "transfer", .type = Type::choice, .options = kTransferMeans},
    {.name = "is_encrypted", .type = Type::boolean},
    // Where the receiving system does not work without the flow, this one has to be as available as that (domain/inheritance.h).
    {.name = "receiver_depends", .type = Type::boolean},
    {.name = "description", .type = Type::prose, .max = 1000, .searched = true},
    {.name = "notes", .type = Type::notes, .group = "notes", .seen_from = Clearance::internal},
};
inline constexpr std::string_view kAssetSystemTitle[] = {"asset", "system"};

}  // namespace detail

inline constexpr Entity kAssetSystem{
    .name = "asset_system",
    .icon = "link",
    .fields = detail::kAssetSystemFields,
    .title = detail::kAssetSystemTitle,
    .place = "asset",
    .access = {.read = {.within = kStaff},
               .create = {.within = detail::kLinkKeepers},
               .update = {.within = detail::kLinkKeepers},
               .remove = {.within = detail::kLinkKeepers}},
    .takes_files = false,
};

namespace asset_system {
inline constexpr auto asset = key<std::string>(kAssetSystem, "asset");
inline constexpr auto flows_to = key<std::string>(kAssetSystem, "flows_to");
inline constexpr auto receiver_depends = key<bool>(kAssetSystem, "receiver_depends");
}  // namespace asset_system

}  // namespace lisa
