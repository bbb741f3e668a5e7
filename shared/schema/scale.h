#pragma once
// The scale of consequence (K1), "level" in Field::scale: its words are records that the municipality keeps, and each level's
// row has an id that follows from the level, so that it is found without a search and there is one of each.
#include <cstdint>
#include <string_view>

namespace lisa {

inline constexpr std::string_view kLevelScale = "level";
inline constexpr std::string_view kLevelRegister = "consequence_level";

/// The highest level that information here may have. A scale may name one above it, which belongs to the protection of
/// Sweden's security and is never stored (K8).
inline constexpr std::int64_t kHighestLevel = 3;

/// Ids of the rows of the levels from 0: those that backend/catalogue.h gives to the keys "0", "1" …
inline constexpr std::string_view kLevelIds[] = {
    "879a424e-ed46-7035-8427-17c53c987f61", "9906b0ed-3488-7179-8fd9-4ee36948c5a9", "e74dd46f-53f5-77c2-8f5b-d94bddc8a835",
    "865a1371-20ee-7f0a-8f0d-db3500595039", "8801e29e-1910-7c29-8322-66e5f4bf8669",
};

}  // namespace lisa
