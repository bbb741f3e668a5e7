#include "domain/named_days.h"

#include <algorithm>

#include "core/date.h"

namespace lisa {
namespace {

/// The last day of the half-year that ended before this one.
std::string half_year_before(std::string_view day) {
    const std::string year(day.substr(0, 4));
    return add_days(day.substr(5, 2) < "07" ? year + "-01-01" : year + "-07-01", -1);
}

}  // namespace

std::vector<NamedDay> named_days(std::string_view today, std::string_view first) {
    if (!is_date(today)) return {};
    const std::string half = half_year_before(today);
    std::vector<NamedDay> days{{"past.yesterday", add_days(today, -1)},
                               {"past.month_ago", add_months(today, -1)},
                               {"past.half_year", half},
                               {"past.half_year_before", half_year_before(half)}};
    std::erase_if(days, [&](const NamedDay& one) { return one.day < first; });
    std::stable_sort(days.begin(), days.end(), [](const NamedDay& a, const NamedDay& b) { return a.day > b.day; });
    return days;
}

}  // namespace lisa
