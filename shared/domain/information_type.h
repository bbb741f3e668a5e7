#pragma once
// Information type (K7): what a municipality typically handles, with proposed levels, law and the texts of GDPR article 30.
// A nämnd starts its own assets from it (starter.h), and inherits the levels or deviates with a motive. Nothing here is a decision
// until the municipality has checked it.
#include "domain/asset.h"
#include "schema/record.h"

namespace lisa {
namespace detail {

inline constexpr std::string_view kInformationTypeAreas[] = {
    "school",      "social_care", "elderly_care", "building_environment",   "culture", "governance", "economy", "personnel",
    "it_security", "technical",   "emergency",    "elections_guardianship", "common"};
inline constexpr Roles kInformationTypeKeepers = Role::coordinator | Role::information_owner;

inline constexpr Field kInformationTypeFields[] = {
    {.name = "name", .group = "basics", .required = true, .max = 120, .listed = true, .searched = true},
    {.name = "area", .type = Type::choice, .required = true, .options = kInformationTypeAreas, .listed = true},
    {.name = "description", .type = Type::prose, .max = 4000, .searched = true},
    {.name = "typical_systems", .max = 200, .searched = true},
    {.name = "unit", .type = Type::ref, .group = "responsible", .required = true, .ref = "unit"},
    // Typical levels 0 to 3, as those of an asset.
    {.name = "confidentiality", .type = Type::integer, .group = "class", .max = 3, .scale = "level", .merge = Merge::guarded, .listed = true},
    {.name = "integrity", .type = Type::integer, .max = 3, .scale = "level", .merge = Merge::guarded, .listed = true},
    {.name = "availability", .type = Type::integer, .max = 3, .scale = "level", .merge = Merge::guarded, .listed = true},
    {.name = "traceability", .type = Type::integer, .max = 3, .scale = "level", .merge = Merge::guarded},
    {.name = "class_motive", .type = Type::prose, .max = 4000, .merge = Merge::guarded, .seen_from = Clearance::internal},
    {.name = "personal_data", .type = Type::choice, .group = "law", .options = kPersonalData, .merge = Merge::guarded, .listed = true},
    {.name = "protected_identity_possible", .type = Type::boolean},
    {.name = "legal_basis", .max = 300, .merge = Merge::guarded},
    {.name = "article_9_exception", .max = 200, .merge = Merge::guarded},
    {.name = "is_public_record", .type = Type::boolean},  // allmän handling
    {.name = "secrecy", .max = 200},                      // chapter of OSL; says nothing of one asset, so everybody on the staff may know it
    {.name = "retention", .max = 300},
    {.name = "retention_start", .max = 200},  // the event that the time counts from
    {.name = "disposal", .max = 200},         // how, not the decision: that one is the nämnd's and stands in the asset
    {.name = "purpose", .type = Type::prose, .group = "article_30", .max = 1000},
    {.name = "data_subjects", .type = Type::set},
    {.name = "data_categories", .type = Type::prose, .max = 1000},
    {.name = "recipients", .type = Type::prose, .max = 1000},
    {.name = "source_note", .group = "source", .max = 300},
    {.name = "is_checked", .type = Type::boolean, .merge = Merge::guarded, .listed = true},
    {.name = "notes", .type = Type::notes, .group = "notes", .seen_from = Clearance::internal},
};
inline constexpr std::string_view kInformationTypeTitle[] = {"name"};

}  // namespace detail

inline constexpr Entity kInformationType{
    .name = "information_type",
    .icon = "library",
    .fields = detail::kInformationTypeFields,
    .title = detail::kInformationTypeTitle,
    .place = "unit",
    .access = {.read = {.anywhere = kStaff},
               .create = {.within = detail::kInformationTypeKeepers},
               .update = {.within = detail::kInformationTypeKeepers},
               .remove = {.within = detail::kInformationTypeKeepers}},
    .takes_files = false,
};

namespace information_type {
inline constexpr auto personal_data = key<std::string>(kInformationType, "personal_data");
inline constexpr auto legal_basis = key<std::string>(kInformationType, "legal_basis");
inline constexpr auto article_9_exception = key<std::string>(kInformationType, "article_9_exception");
}  // namespace information_type

}  // namespace lisa
