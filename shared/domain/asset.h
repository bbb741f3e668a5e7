#pragma once
// Information asset (I1): information in every form that the policy names, with its class, owner and law.
#include "schema/record.h"

namespace lisa {
namespace detail {

/// Metodstödet's words: an information set holds information types; processes are classed as wholes.
inline constexpr std::string_view kAssetKinds[] = {"information_type", "information_set", "process"};
inline constexpr std::string_view kForms[] = {"text", "sound", "image", "film", "speech"};
inline constexpr std::string_view kMedia[] = {"electronic", "paper", "storage_media", "post", "conversation", "knowledge"};
inline constexpr std::string_view kPersonalData[] = {"not_assessed", "none", "ordinary", "extra_protected", "special_category", "criminal"};
inline constexpr std::string_view kAssetStates[] = {"draft", "in_use", "phasing_out", "disposed"};
inline constexpr Roles kAssetKeepers = Role::information_owner | Role::coordinator | Role::privacy_administrator;

/// Information in use has an owner.
void check_asset(const Situation&, std::vector<Problem>&);

inline constexpr Field kAssetFields[] = {
    {.name = "name", .group = "basics", .required = true, .max = 120, .listed = true, .searched = true},
    {.name = "reference", .max = 30, .listed = true, .searched = true},
    {.name = "kind", .type = Type::choice, .required = true, .options = kAssetKinds},
    {.name = "status", .type = Type::choice, .options = kAssetStates, .merge = Merge::guarded, .listed = true},
    {.name = "description", .type = Type::prose, .max = 4000, .searched = true},
    {.name = "part_of", .type = Type::ref, .ref = "asset"},
    {.name = "forms", .type = Type::set, .options = kForms},
    {.name = "media", .type = Type::set, .options = kMedia},
    {.name = "kept_where", .max = 200, .searched = true},
    {.name = "tags", .type = Type::set, .searched = true},
    {.name = "unit", .type = Type::ref, .group = "responsible", .required = true, .ref = "unit", .listed = true},
    {.name = "owner", .type = Type::ref, .ref = "person", .listed = true},
    {.name = "contact", .type = Type::ref, .ref = "person"},
    // Levels 0 to 3: none or negligible, moderate, considerable, serious harm. A fourth would be security protection,
    // which is handled elsewhere and never stored here.
    {.name = "confidentiality", .type = Type::integer, .group = "class", .max = 3, .scale = "level", .merge = Merge::guarded, .listed = true},
    {.name = "integrity", .type = Type::integer, .max = 3, .scale = "level", .merge = Merge::guarded, .listed = true},
    {.name = "availability", .type = Type::integer, .max = 3, .scale = "level", .merge = Merge::guarded, .listed = true},
    {.name = "traceability", .type = Type::integer, .max = 3, .scale = "level", .merge = Merge::guarded},
    // K7: what kind of information it is in the starter kit, and why its levels differ from those typical there.
    {.name = "information_type", .type = Type::ref, .ref = "information_type"},
    {.name = "deviation_motive", .type = Type::prose, .max = 2000, .merge = Merge::guarded},
    {.name = "motive", .type = Type::prose, .max = 4000, .merge = Merge::guarded, .seen_from = Clearance::internal},
    {.name = "classified_on", .type = Type::date, .merge = Merge::guarded},
    {.name = "review_on", .type = Type::date, .merge = Merge::guarded, .listed = true},
    {.name = "personal_data", .type = Type::choice, .group = "law", .options = kPersonalData, .merge = Merge::guarded},
    {.name = "protected_identity", .type = Type::boolean},
    {.name = "legal_basis", .max = 300, .merge = Merge::guarded},
    {.name = "is_public_record", .type = Type::boolean},                // allmän handling
    {.name = "secrecy", .max = 200, .seen_from = Clearance::internal},  // paragraph of OSL
    {.name = "retention", .max = 300},
    {.name = "disposal_decision", .max = 200},  // gallringsbeslut
    {.name = "operations_value", .type = Type::prose, .group = "continuity", .max = 2000},
    {.name = "recovery_time_hours", .type = Type::integer, .max = 8760},
    {.name = "recovery_point_hours", .type = Type::integer, .max = 8760},
    {.name = "longest_outage_hours", .type = Type::integer, .max = 8760},
    {.name = "link", .group = "source", .max = 400, .format = Format::link},
    {.name = "notes", .type = Type::notes, .group = "notes", .seen_from = Clearance::internal},
};
inline constexpr std::string_view kAssetTitle[] = {"name"};
inline constexpr Step kAssetSteps[] = {
    {.name = "put_to_use", .from = "draft", .to = "in_use", .who = Role::information_owner | Role::coordinator},
    {.name = "phase_out", .from = "in_use", .to = "phasing_out", .who = Role::information_owner | Role::coordinator},
    {.name = "take_back", .from = "phasing_out", .to = "in_use", .who = Role::information_owner | Role::coordinator},
    {.name = "dispose", .from = "phasing_out", .to = "disposed", .who = Role::information_owner | Role::coordinator},
};

}  // namespace detail

inline constexpr Entity kAsset{
    .name = "asset",
    .icon = "book-open",
    .fields = detail::kAssetFields,
    .title = detail::kAssetTitle,
    .place = "unit",
    .access = {.read = {.within = kStaff},
               .create = {.within = detail::kAssetKeepers},
               .update = {.within = detail::kAssetKeepers},
               .remove = {.within = Role::information_owner | Role::coordinator}},
    .state = "status",
    .steps = detail::kAssetSteps,
    .check = detail::check_asset,
    .kept_on_device = true,
};

}  // namespace lisa
