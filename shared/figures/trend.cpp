#include "figures/trend.h"

#include "core/date.h"

namespace lisa {

std::vector<Month> trend(const Figure& figure, const Basis& basis, const Scope& scope) {
    std::vector<Month> months;
    const std::string present = basis.today.substr(0, 7) + "-01";
    for (int i = kTrendMonths; i-- > 0;) {
        const std::string first = add_months(present, -i), last = add_days(add_months(first, 1), -1);
        months.push_back({first.substr(0, 7), evaluate(figure, basis.within(first, last), scope)});
    }
    return months;
}

}  // namespace lisa
