#include "core/date.h"

#include <cstdio>
#include <optional>

namespace lisa {
namespace {

struct Day {
    int year, month, day;
};

/// Days since 1970-01-01, by the proleptic Gregorian calendar (Howard Hinnant's civil-from-days method).
std::int64_t days_of(Day d) {
    const std::int64_t y = d.month <= 2 ? d.year - 1 : d.year;
    const std::int64_t era = (y >= 0 ? y : y - 399) / 400;
    const std::int64_t of_era = y - era * 400;
    const std::int64_t of_year = (153 * (d.month + (d.month > 2 ? -3 : 9)) + 2) / 5 + d.day - 1;
    return era * 146097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719468;
}

Day day_of(std::int64_t days) {
    days += 719468;
    const std::int64_t era = (days >= 0 ? days : days - 146096) / 146097;
    const std::int64_t of_era = days - era * 146097;
    const std::int64_t year = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
    const std::int64_t of_year = of_era - (365 * year + year / 4 - year / 100);
    const std::int64_t shifted = (5 * of_year + 2) / 153;
    const int month = static_cast<int>(shifted < 10 ? shifted + 3 : shifted - 9);
    return {static_cast<int>(year + era * 400) + (month <= 2 ? 1 : 0), month, static_cast<int>(of_year - (153 * shifted + 2) / 5 + 1)};
}

std::int64_t floor_div(std::int64_t a, std::int64_t b) { return a / b - (a % b < 0 ? 1 : 0); }

std::optional<int> digits(std::string_view text, std::size_t at, std::size_t count) {
    int value = 0;
    for (std::size_t i = at; i < at + count; ++i) {
        if (i >= text.size() || text[i] < '0' || text[i] > '9') return std::nullopt;
        value = value * 10 + (text[i] - '0');
    }
    return value;
}

std::int64_t last_sunday(int year, int month) {
    const std::int64_t last = days_of({year, month, 31});  // March and October have 31 days
    return last - (last + 4) % 7;                          // 1970-01-01 was a Thursday
}

std::string format(const char* pattern, Day d, int hour, int minute, int second) {
    char buffer[48];
    const int n = std::snprintf(buffer, sizeof buffer, pattern, d.year, d.month, d.day, hour, minute, second);
    return {buffer, static_cast<std::size_t>(n)};
}

/// Of a text that is_date().
Day read_day(std::string_view date) { return {*digits(date, 0, 4), *digits(date, 5, 2), *digits(date, 8, 2)}; }

constexpr std::int64_t kDayMs = 86'400'000;

/// Of a text as utc_text() writes it; nothing for any other.
std::optional<std::int64_t> ms_of(std::string_view utc) {
    if (utc.size() != 20 || utc[10] != 'T' || utc[13] != ':' || utc[16] != ':' || utc[19] != 'Z' || !is_date(utc.substr(0, 10))) return std::nullopt;
    const auto hour = digits(utc, 11, 2), minute = digits(utc, 14, 2), second = digits(utc, 17, 2);
    if (!hour || !minute || !second || *hour > 23 || *minute > 59 || *second > 59) return std::nullopt;
    return ((days_of(read_day(utc)) * 24 + *hour) * 3600 + *minute * 60 + *second) * 1000;
}

}  // namespace

bool is_date(std::string_view text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return false;
    const auto year = digits(text, 0, 4), month = digits(text, 5, 2), day = digits(text, 8, 2);
    if (!year || !month || !day || *year < 1) return false;
    const Day back = day_of(days_of({*year, *month, *day}));
    return *month >= 1 && *month <= 12 && *day >= 1 && back.month == *month && back.day == *day;
}

std::string add_days(std::string_view date, std::int64_t days) {
    if (!is_date(date)) return std::string(date);
    return format("%04d-%02d-%02d", day_of(days_of(read_day(date)) + days), 0, 0, 0);
}

std::string add_months(std::string_view date, int months) {
    if (!is_date(date)) return std::string(date);
    const Day from = read_day(date);
    const std::int64_t month = static_cast<std::int64_t>(from.year) * 12 + from.month - 1 + months;
    Day to{static_cast<int>(floor_div(month, 12)), static_cast<int>(month - floor_div(month, 12) * 12) + 1, from.day};
    while (to.day > 28 && day_of(days_of(to)).month != to.month) --to.day;
    return format("%04d-%02d-%02d", to, 0, 0, 0);
}

std::int64_t days_between(std::string_view from, std::string_view to) {
    return is_date(from) && is_date(to) ? days_of(read_day(to)) - days_of(read_day(from)) : 0;
}

std::string utc_text(std::int64_t ms) {
    const std::int64_t days = floor_div(ms, kDayMs);
    const int second = static_cast<int>((ms - days * kDayMs) / 1000);
    return format("%04d-%02d-%02dT%02d:%02d:%02dZ", day_of(days), second / 3600, second / 60 % 60, second % 60);
}

int swedish_offset_minutes(std::int64_t ms) {
    const Day d = day_of(floor_div(ms, kDayMs));
    const std::int64_t hour = floor_div(ms, 3'600'000);
    return hour >= last_sunday(d.year, 3) * 24 + 1 && hour < last_sunday(d.year, 10) * 24 + 1 ? 120 : 60;
}

std::string swedish_date(std::int64_t ms) { return format("%04d-%02d-%02d", day_of(floor_div(ms + swedish_offset_minutes(ms) * 60'000, kDayMs)), 0, 0, 0); }

bool is_moment(std::string_view text) { return ms_of(text).has_value(); }

std::string moment_of(std::string_view swedish) {
    const std::size_t colon = swedish.find_first_of(":.", 11);
    if (swedish.size() < 15 || (swedish[10] != ' ' && swedish[10] != 'T') || colon == swedish.npos || !is_date(swedish.substr(0, 10))) return {};
    if ((colon != 12 && colon != 13) || swedish.size() != colon + 3) return {};
    const auto hour = digits(swedish, 11, colon - 11), minute = digits(swedish, colon + 1, 2);
    if (!hour || !minute || *hour > 23 || *minute > 59) return {};
    const std::int64_t local = (days_of(read_day(swedish)) * 24 + *hour) * 3'600'000 + *minute * 60'000;
    const std::int64_t summer = local - 120 * 60'000, winter = local - 60 * 60'000;
    return utc_text(swedish_offset_minutes(summer) == 120 ? summer : winter);
}

std::string add_hours(std::string_view utc, std::int64_t hours) {
    const auto ms = ms_of(utc);
    return ms ? utc_text(*ms + hours * 3'600'000) : std::string(utc);
}

std::int64_t minutes_between(std::string_view from, std::string_view to) {
    const auto start = ms_of(from), end = ms_of(to);
    return start && end ? floor_div(*end - *start, 60'000) : 0;
}

std::string swedish_date(std::string_view utc) {
    const auto ms = ms_of(utc);
    return ms ? swedish_date(*ms) : std::string(utc);
}

std::string swedish_time(std::string_view utc) {
    const auto moment = ms_of(utc);
    if (!moment) return std::string(utc);
    const std::int64_t ms = *moment + swedish_offset_minutes(*moment) * 60'000;
    const std::int64_t days = floor_div(ms, kDayMs);
    const int minutes = static_cast<int>((ms - days * kDayMs) / 60'000);
    return format("%04d-%02d-%02d %02d:%02d", day_of(days), minutes / 60, minutes % 60, 0);
}

}  // namespace lisa
