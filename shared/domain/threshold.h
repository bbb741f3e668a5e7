#pragma once
// Threshold (H3): a question of the test whether an incident is significant (cybersäkerhetslagen 2 kap. 5 §), for one sector or
// for all, with where it is taken from and when that was checked last. They are rows and not code, since a regulation is
// altered more often than a program is installed; where the source says nothing, the row says that the municipality decides.
#include "domain/notification.h"

namespace lisa {
namespace detail {

/// read: in the act or regulation itself; secondary: at somebody who has read it; own: nobody sets it but the municipality.
inline constexpr std::string_view kThresholdGrounds[] = {"read", "secondary", "own"};

/// Answers are kept as names in a list, so that a name has no comma.
void check_threshold(const Situation&, std::vector<Problem>&);

inline constexpr Field kThresholdFields[] = {
    {.name = "name", .group = "basics", .required = true, .max = 60, .listed = true, .searched = true},
    {.name = "sector", .type = Type::choice, .required = true, .options = kSectors, .listed = true},
    {.name = "question", .type = Type::prose, .required = true, .max = 1000, .searched = true},
    {.name = "number", .type = Type::integer, .max = 1'000'000'000},
    {.name = "ground", .type = Type::choice, .group = "source", .required = true, .options = kThresholdGrounds, .listed = true},
    {.name = "source", .required = true, .max = 300, .listed = true, .searched = true},
    {.name = "checked_on", .type = Type::date, .listed = true},
    {.name = "unit", .type = Type::ref, .group = "responsible", .required = true, .ref = "unit"},
    {.name = "notes", .type = Type::notes, .group = "notes", .seen_from = Clearance::internal},
};
inline constexpr std::string_view kThresholdTitle[] = {"name"};

}  // namespace detail

inline constexpr Entity kThreshold{
    .name = "threshold",
    .icon = "scale",
    .fields = detail::kThresholdFields,
    .title = detail::kThresholdTitle,
    .place = "unit",
    .access = {.read = {.anywhere = kStaff},
               .create = {.within = Role::coordinator},
               .update = {.within = Role::coordinator},
               .remove = {.within = Role::coordinator}},
    .check = detail::check_threshold,
    .takes_files = false,
};

namespace threshold {
inline constexpr auto name = key<std::string>(kThreshold, "name");
inline constexpr auto sector = key<std::string>(kThreshold, "sector");
inline constexpr auto question = key<std::string>(kThreshold, "question");
inline constexpr auto ground = key<std::string>(kThreshold, "ground");
inline constexpr auto source = key<std::string>(kThreshold, "source");
inline constexpr auto checked_on = key<std::string>(kThreshold, "checked_on");
}  // namespace threshold

}  // namespace lisa
