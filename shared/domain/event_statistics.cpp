#include "domain/event_statistics.h"

#include <algorithm>

#include "core/date.h"
#include "domain/clock.h"

namespace lisa {
namespace {

/// The middle one; of an even number the mean of the two in the middle, rounded down.
std::optional<std::int64_t> median(std::vector<std::int64_t> values) {
    if (values.empty()) return std::nullopt;
    std::sort(values.begin(), values.end());
    const std::size_t middle = values.size() / 2;
    return values.size() % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
}

/// Adds the minutes between two moments that are both known and in their order.
void add_span(std::vector<std::int64_t>& spans, const std::string& from, const std::string& to) {
    if (is_moment(from) && is_moment(to) && from <= to) spans.push_back(minutes_between(from, to));
}

struct Period {
    std::string_view from, until;
    bool holds(const std::string& moment) const {
        const std::string day = swedish_date(moment);
        return is_moment(moment) && day >= from && day <= until;
    }
};

/// When an authority was first told in a case; empty when it was not.
std::string first_told(const std::vector<Clock>& clocks) {
    std::string first;
    for (const Clock& clock : clocks)
        if (!clock.told.empty() && !clock.reference.empty() && (first.empty() || clock.told < first)) first = clock.told;
    return first;
}

}  // namespace

std::optional<int> EventFigures::kept_percent() const {
    if (kept + missed == 0) return std::nullopt;
    return kept * 100 / (kept + missed);
}

EventFigures event_figures(std::span<const Record* const> events, std::span<const Record* const> cases, std::string_view from, std::string_view until,
                           std::string_view now) {
    EventFigures figures;
    const Period period{from, until};
    std::vector<std::int64_t> reported, told, closed;
    for (const Record* one : events) {
        const std::string discovered = one->get(event::discovered_at), status = one->get(event::status);
        if (one->removed || !period.holds(discovered)) continue;
        ++figures.events;
        figures.open += status != "closed" && status != "dismissed" ? 1 : 0;
        ++figures.by_kind[one->get(event::kind)];
        ++figures.by_severity[one->get(event::severity)];
        add_span(reported, discovered, one->get(event::reported_at));
        if (status == "closed") add_span(closed, one->get(event::reported_at), one->get(event::closed_at));
    }
    for (const Record* one : cases) {
        if (one->removed) continue;
        const std::vector<Clock> clocks = clocks_of(*one, now);
        if (const std::string discovered = one->text("discovered_at"); period.holds(discovered)) add_span(told, discovered, first_told(clocks));
        for (const Clock& clock : clocks) {
            if (!period.holds(clock.due)) continue;
            figures.kept += clock.standing == Clock::Standing::told ? 1 : 0;
            figures.missed += clock.is_late() ? 1 : 0;
        }
    }
    figures.until_reported = median(std::move(reported));
    figures.until_told = median(std::move(told));
    figures.until_closed = median(std::move(closed));
    return figures;
}

}  // namespace lisa
