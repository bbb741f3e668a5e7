#include "domain/named_days.h"

#include <doctest/doctest.h>

using namespace lisa;

namespace {

std::string told(std::string_view today, std::string_view first = "") {
    std::string line;
    for (const NamedDay& one : named_days(today, first)) line += std::string(one.key.substr(5)) + " " + one.day + ", ";
    return line;
}

}  // namespace

TEST_CASE("F9 the ends of the last two half-years have names, the latest first") {
    CHECK(told("2026-11-30") == "yesterday 2026-11-29, month_ago 2026-10-30, half_year 2026-06-30, half_year_before 2025-12-31, ");
    CHECK(told("2026-06-30") == "yesterday 2026-06-29, month_ago 2026-05-30, half_year 2025-12-31, half_year_before 2025-06-30, ");
    CHECK(told("2026-07-01") == "yesterday 2026-06-30, half_year 2026-06-30, month_ago 2026-06-01, half_year_before 2025-12-31, ");
    CHECK(told("2026-03-31") == "yesterday 2026-03-30, month_ago 2026-02-28, half_year 2025-12-31, half_year_before 2025-06-30, ");
}

TEST_CASE("F9 no named day lies before there was anything") {
    CHECK(told("2026-11-30", "2026-06-30") == "yesterday 2026-11-29, month_ago 2026-10-30, half_year 2026-06-30, ");
    CHECK(told("2026-11-30", "2026-11-30").empty());
    CHECK(told("no day").empty());
}
