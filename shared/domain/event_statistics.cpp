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

Minutes minutes_until_told(const Record& one, std::string_view now) { return between(one.text("discovered_at"), first_told(clocks_of(one, now))); }

}  // namespace lisa
