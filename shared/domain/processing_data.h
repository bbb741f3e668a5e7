#pragma once
// One category of personal data in a processing (D1): where it comes from, how long it is kept and how it is disposed of.
#include "domain/processing.h"

namespace lisa {
namespace detail {

inline constexpr std::string_view kProcessingDisposals[] = {"kept", "automatic", "manual", "archived", "returned"};

inline constexpr Field kProcessingDataFields[] = {
    {.name = "category", .group = "basics", .required = true, .max = 160, .listed = true, .searched = true},
    {.name = "processing", .type = Type::ref, .required = true, .ref = "processing", .listed = true},
    {.name = "kind", .type = Type::choice, .options = kDataKinds, .merge = Merge::guarded, .listed = true},
    {.name = "data_subjects", .type = Type::set, .options = kDataSubjects, .listed = true},
    {.name = "origin", .max = 300, .searched = true},
    {.name = "asset", .type = Type::ref, .ref = "asset"},
    {.name = "retention", .group = "retention", .max = 300, .merge = Merge::guarded, .listed = true},
    {.name = "retention_start", .max = 200, .merge = Merge::guarded},  // the event that the time counts from
    {.name = "disposal", .type = Type::choice, .options = kProcessingDisposals, .merge = Merge::guarded, .listed = true},
    {.name = "disposal_procedure", .type = Type::prose, .max = 1000},
    {.name = "notes", .type = Type::notes, .group = "notes", .seen_from = Clearance::internal},
};
inline constexpr std::string_view kProcessingDataTitle[] = {"category"};

}  // namespace detail

inline constexpr Entity kProcessingData{
    .name = "processing_data",
    .icon = "list",
    .fields = detail::kProcessingDataFields,
    .title = detail::kProcessingDataTitle,
    .place = "processing",
    .access = {.read = {.within = kStaff},
               .create = {.within = detail::kProcessingKeepers},
               .update = {.within = detail::kProcessingKeepers},
               .remove = {.within = detail::kProcessingKeepers}},
    .in_menu = false,
    .takes_files = false,
};

namespace processing_data {
inline constexpr auto category = key<std::string>(kProcessingData, "category");
inline constexpr auto kind = key<std::string>(kProcessingData, "kind");
inline constexpr auto data_subjects = key<Set>(kProcessingData, "data_subjects");
inline constexpr auto retention = key<std::string>(kProcessingData, "retention");
inline constexpr auto disposal = key<std::string>(kProcessingData, "disposal");
}  // namespace processing_data

}  // namespace lisa
