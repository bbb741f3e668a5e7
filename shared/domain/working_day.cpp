#include "domain/working_day.h"

#include <algorithm>
#include <charconv>
#include <iterator>
#include <string>

#include "core/date.h"

namespace lisa {
namespace {

/// New year, Epiphany, May Day, the national day, Christmas Eve to Boxing Day, New Year's Eve. All Saints' Day is always a Saturday.
constexpr std::string_view kFixed[] = {"01-01", "01-06", "05-01", "06-06", "12-24", "12-25", "12-26", "12-31"};
/// Good Friday, Easter Monday, Ascension Day: days from Easter Sunday.
constexpr int kFromEaster[] = {-2, 1, 39};

constexpr std::int64_t kFriday = 4;

/// 0 is Monday.
std::int64_t weekday(std::string_view date) { return (days_between("1900-01-01", date) % 7 + 7) % 7; }

/// Easter Sunday of the Gregorian calendar as days from 21 March of its year (Gauss, with the century's corrections as Meeus has them).
int days_to_easter(int year) {
    const int century = year / 100, of_century = year % 100;
    const int moon = (19 * (year % 19) + century - century / 4 - (century - (century + 8) / 25 + 1) / 3 + 15) % 30;
    const int sunday = (32 + 2 * (century % 4) + 2 * (of_century / 4) - moon - of_century % 4) % 7;
    return moon + sunday - 7 * ((year % 19 + 11 * moon + 22 * sunday) / 451) + 1;
}

}  // namespace

bool is_working_day(std::string_view date) {
    if (!is_date(date) || weekday(date) > kFriday) return false;
    const std::string_view day = date.substr(5);
    if (std::find(std::begin(kFixed), std::end(kFixed), day) != std::end(kFixed)) return false;
    if (weekday(date) == kFriday && day >= "06-19" && day <= "06-25") return false;  // Midsummer Eve
    int year = 0;
    std::from_chars(date.data(), date.data() + 4, year);
    const std::string easter = add_days(std::string(date.substr(0, 5)) + "03-21", days_to_easter(year));
    return std::find(std::begin(kFromEaster), std::end(kFromEaster), days_between(easter, date)) == std::end(kFromEaster);
}

}  // namespace lisa
