#pragma once
// Figures about events over a period (H6): how many, how soon they were reported and dealt with, and what share of what the law
// asks for was told in time. Pure: records and moments in, figures out.
#include <map>
#include <optional>
#include <span>
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

/// The middle one; of an even number the mean of the two in the middle, rounded down. Nothing of none.
Minutes median(std::vector<std::int64_t> values);

struct EventFigures {
    int events = 0;                                       ///< discovered in the period, those in which there was nothing to do too
    int open = 0;                                         ///< of them: not closed yet
    std::map<std::string, int> by_kind{}, by_severity{};  ///< those not triaged stand under the empty name
    /// Medians in minutes, over those that have both moments: from the discovery until it was reported within the municipality, and
    /// until an authority was told; from the report until it was closed.
    Minutes until_reported{}, until_told{}, until_closed{};
    /// Time limits of breaches and notifications that ran out in the period or were kept in it.
    int kept = 0, missed = 0;
    /// In whole per cent, rounded down so that 100 means all; nothing when there were none.
    std::optional<int> kept_percent() const;
};

/// The figures from the day `from` to the day `until` ("2026-12-31"), both included, as they stand at `now` (UTC). `cases` are
/// breaches and notifications, whatever event they belong to. A limit belongs to the day on which it was or is due.
EventFigures event_figures(std::span<const Record* const> events, std::span<const Record* const> cases, std::string_view from, std::string_view until,
                           std::string_view now);

}  // namespace lisa
