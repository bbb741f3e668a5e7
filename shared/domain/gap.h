#pragma once
// From a class to what it asks for (K3, K4). Pure: records in, answers out. The pointers in an answer point into what was passed in.
#include <span>
#include <string_view>
#include <vector>

#include "domain/inheritance.h"
#include "domain/requirement.h"
#include "domain/requirement_status.h"

namespace lisa {

/// Whether a requirement applies to a class: the level of its aspect is at least the requirement's. An aspect of "all", or
/// none, counts with the highest level of the four. Level 0 or none applies to everything; an unknown level only to that.
bool applies(const Record& requirement, const Levels& levels);

struct GapRow {
    const Record* requirement = nullptr;
    const Record* status = nullptr;  ///< null when nobody has assessed it
};

struct GapCounts {
    int met = 0, partly = 0, not_met = 0, not_assessed = 0, not_applicable = 0;
    bool operator==(const GapCounts&) const = default;
};

struct Gap {
    std::vector<GapRow> rows{};  ///< the highest level first, then by code
    GapCounts counts{};          ///< a withheld status is counted nowhere
};

/// How one system, whose statuses are given, stands to what its class asks for. Of several statuses of a requirement the one
/// assessed last counts. Removed records are passed over.
Gap gap(const Levels& levels, std::span<const Record* const> requirements, std::span<const Record* const> statuses);

/// The requirements of an occasion ("procurement", "digitalisation", "mobility") that apply to a class, by code. A
/// procurement takes those that say what to ask of a supplier, whatever their occasions.
std::vector<const Record*> requirements_for(std::string_view occasion, const Levels& levels, std::span<const Record* const> requirements);

}  // namespace lisa
