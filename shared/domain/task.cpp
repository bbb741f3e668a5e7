#include "domain/task.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <optional>

#include "core/date.h"

namespace lisa {
namespace {

using std::chrono::year_month_day;

std::optional<year_month_day> day_of(std::string_view text) {
    if (!is_date(text)) return std::nullopt;
    const auto number = [&](std::size_t at, std::size_t count) {
        int value = 0;
        for (char c : text.substr(at, count)) value = value * 10 + (c - '0');
        return value;
    };
    return year_month_day{std::chrono::year{number(0, 4)}, std::chrono::month{static_cast<unsigned>(number(5, 2))},
                          std::chrono::day{static_cast<unsigned>(number(8, 2))}};
}

std::string text_of(year_month_day day) {
    char buffer[48];
    const int n = std::snprintf(buffer, sizeof buffer, "%04d-%02u-%02u", static_cast<int>(day.year()), static_cast<unsigned>(day.month()),
                                static_cast<unsigned>(day.day()));
    return {buffer, static_cast<std::size_t>(n)};
}

/// Months of one period; 0 for a task that is done once and for what is no recurrence.
int months_of(std::string_view recurrence) {
    if (recurrence == "monthly") return 1;
    if (recurrence == "quarterly") return 3;
    if (recurrence == "half_yearly") return 6;
    if (recurrence == "yearly") return 12;
    if (recurrence == "every_second_year") return 24;
    return 0;
}

}  // namespace

std::string next_due(std::string_view done_or_due, std::string_view recurrence, std::string_view began_on) {
    const auto from = day_of(done_or_due);
    const int months = months_of(recurrence);
    if (!from || months == 0) return {};
    const auto began = day_of(began_on);
    const auto month = from->year() / from->month() + std::chrono::months{months};
    if (static_cast<int>(month.year()) > 9999) return {};
    const auto last = year_month_day{month / std::chrono::last}.day();
    return text_of(month / std::min(began ? began->day() : from->day(), last));
}

std::string next_after_done(std::string_view due_on, std::string_view done_on, std::string_view recurrence, std::string_view began_on) {
    if (!is_date(due_on)) return next_due(done_on, recurrence, began_on);
    // The day of the month that the series began with must not be lost in February.
    const std::string anchor(is_date(began_on) ? began_on : due_on);
    std::string next = next_due(due_on, recurrence, anchor);
    while (is_date(done_on) && !next.empty() && next <= done_on) next = next_due(next, recurrence, anchor);
    return next;
}

}  // namespace lisa
