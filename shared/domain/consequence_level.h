#pragma once
// Consequence level (K1): the words that the municipality uses for a level, and what the level means for each kind of harm.
// The numbers mean the same whatever the words, so that nothing classified is altered when the words are. Rows come with a
// scale's file; the coordinator words them.
#include "schema/record.h"
#include "schema/scale.h"

namespace lisa {
namespace detail {

/// The row of a level is the one with its id.
void check_consequence_level(const Situation&, std::vector<Problem>&);

constexpr Field consequence_words(std::string_view name) { return {.name = name, .type = Type::prose, .max = 1000, .searched = true}; }

inline constexpr Field kConsequenceLevelFields[] = {
    {.name = "level", .type = Type::integer, .group = "basics", .required = true, .max = 4, .merge = Merge::guarded, .listed = true},
    {.name = "name", .required = true, .max = 80, .merge = Merge::guarded, .listed = true, .searched = true},
    {.name = "short_name", .required = true, .max = 24, .merge = Merge::guarded, .listed = true, .searched = true},
    {.name = "name_en", .max = 80, .merge = Merge::guarded},
    {.name = "short_name_en", .max = 24, .merge = Merge::guarded},
    {.name = "individual", .type = Type::prose, .group = "meaning", .max = 1000, .searched = true},
    consequence_words("operations"),
    consequence_words("economy"),
    consequence_words("law"),
    consequence_words("trust"),
    {.name = "unit", .type = Type::ref, .group = "responsible", .required = true, .ref = "unit"},
    {.name = "source", .group = "source", .max = 300},
    {.name = "version", .max = 20, .listed = true},
    {.name = "checked_on", .type = Type::date},
    {.name = "notes", .type = Type::notes, .group = "notes", .seen_from = Clearance::internal},
};
inline constexpr std::string_view kConsequenceLevelTitle[] = {"level", "name"};

}  // namespace detail

inline constexpr Entity kConsequenceLevel{
    .name = kLevelRegister,
    .icon = "list-ordered",
    .fields = detail::kConsequenceLevelFields,
    .title = detail::kConsequenceLevelTitle,
    .place = "unit",
    .access = {.read = {.anywhere = kEveryone},
               .create = {.within = Role::administrator},
               .update = {.within = Role::coordinator},
               .remove = {.within = Role::administrator}},
    .check = detail::check_consequence_level,
    .takes_files = false,
};

namespace consequence_level {
inline constexpr auto level = key<std::int64_t>(kConsequenceLevel, "level");
}  // namespace consequence_level

}  // namespace lisa
