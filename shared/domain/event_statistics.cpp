#include "domain/event_statistics.h"

#include <algorithm>

#include "core/date.h"
#include "domain/clock.h"

namespace lisa {
namespace {

/// The minutes between two moments that are both known and in their order.
Minutes between(const std::string& from, const std::string& to) {
    return is_moment(from) && is_moment(to) && from <= to ? Minutes(minutes_between(from, to)) : std::nullopt;
}

void add_span(std::vector<std::int64_t>& spans, Minutes span) {
    if (span) spans.push_back(*span);
}

/// When an authority was first told in a case; empty when it was not.
std::string first_told(const std::vector<Clock>& clocks) {
    std::string first;
    for (const Clock& clock : clocks)
        if (!clock.told.empty() && !clock.reference.empty() && (first.empty() || clock.told < first)) first = clock.told;
    return first;
}

}  // namespace

bool Period::holds(std::string_view moment) const {
    const std::string day = swedish_date(moment);
    return is_date(day) && day >= from && day <= until;
}

Minutes minutes_until_reported(const Record& event) { return between(event.get(event::discovered_at), event.get(event::reported_at)); }

Minutes minutes_until_closed(const Record& event) {
    return event.get(event::status) == "closed" ? between(event.get(event::reported_at), event.get(event::closed_at)) : std::nullopt;
}

Minutes median(std::vector<std::int64_t> values) {
    if (values.empty()) return std::nullopt;
    std::sort(values.begin(), values.end());
    const std::size_t middle = values.size() / 2;
    return values.size() % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
}

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
        if (one->removed || !period.holds(one->get(event::discovered_at))) continue;
        ++figures.events;
        figures.open += event::is_open(*one) ? 1 : 0;
        ++figures.by_kind[one->get(event::kind)];
        ++figures.by_severity[one->get(event::severity)];
        add_span(reported, minutes_until_reported(*one));
        add_span(closed, minutes_until_closed(*one));
    }
    for (const Record* one : cases) {
        if (one->removed) continue;
        const std::vector<Clock> clocks = clocks_of(*one, now);
        if (const std::string discovered = one->text("discovered_at"); period.holds(discovered)) add_span(told, between(discovered, first_told(clocks)));
        for (const Clock& clock : clocks) {
            if (!period.holds(clock.due)) continue;
            figures.kept += clock.is_kept() ? 1 : 0;
            figures.missed += clock.is_missed() ? 1 : 0;
        }
    }
    figures.until_reported = median(std::move(reported));
    figures.until_told = median(std::move(told));
    figures.until_closed = median(std::move(closed));
    return figures;
}

}  // namespace lisa
