#pragma once
// How soon events were reported and dealt with (H6), and the median of that. The figures about them are in shared/figures.
#include <optional>
#include <vector>

#include "domain/event.h"

namespace lisa {

/// From the day `from` to the day `until` ("2026-12-31"), both included.
struct Period {
    std::string_view from, until;
    /// Whether the day, or the Swedish day of the moment, lies in it; of what is neither, no.
    bool holds(std::string_view moment) const;
};

using Minutes = std::optional<std::int64_t>;

/// From the discovery of an event until it was reported, and from then until it was closed; nothing while it is not, or where the
/// moments are not in their order.
Minutes minutes_until_reported(const Record& event);
Minutes minutes_until_closed(const Record& event);

/// From the discovery of what a breach or a notification is about until an authority was first told.
Minutes minutes_until_told(const Record& one, std::string_view now);

/// The middle one; of an even number the mean of the two in the middle, rounded down. Nothing of none.
Minutes median(std::vector<std::int64_t> values);

}  // namespace lisa
