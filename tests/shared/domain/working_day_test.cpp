#include "domain/working_day.h"

#include <doctest/doctest.h>

#include <string>

#include "core/date.h"

using namespace lisa;

TEST_CASE("O4 Monday to Friday are working days, and nothing else is a day at all") {
    CHECK(is_working_day("2026-11-23"));  // a Monday
    CHECK(is_working_day("2026-11-27"));
    CHECK_FALSE(is_working_day("2026-11-28"));
    CHECK_FALSE(is_working_day("2026-11-29"));
    CHECK(is_working_day("2026-11-30"));
    for (const char* text : {"", "2026-02-30", "2026-11-23T12:00:00Z", "monday"}) CHECK_FALSE(is_working_day(text));
}

TEST_CASE("O4 the Swedish holidays of 2026 and 2027, and the eves that are kept, are no working days") {
    for (const char* day :
         {"2026-01-01", "2026-01-06", "2026-04-03", "2026-04-06", "2026-05-01", "2026-05-14", "2026-06-19", "2026-12-24", "2026-12-25", "2026-12-31",
          "2027-01-01", "2027-01-06", "2027-03-26", "2027-03-29", "2027-05-06", "2027-06-25", "2027-12-24", "2027-12-31", "2028-06-06"})
        CHECK_FALSE_MESSAGE(is_working_day(day), day);
    for (const char* day : {"2026-01-02", "2026-01-05", "2026-04-02", "2026-04-07", "2026-05-13", "2026-05-15", "2026-06-18", "2026-06-26", "2026-12-23",
                            "2027-03-25", "2027-03-30", "2027-06-18", "2026-06-05"})
        CHECK_MESSAGE(is_working_day(day), day);
}

TEST_CASE("O4 Easter falls on its days: Good Friday of years that try the rule") {
    for (const char* day : {"1981-04-17", "2000-04-21", "2008-03-21", "2011-04-22", "2019-04-19", "2025-04-18", "2038-04-23", "2049-04-16", "2076-04-17"}) {
        CHECK_FALSE_MESSAGE(is_working_day(day), day);
        CHECK_FALSE_MESSAGE(is_working_day(add_days(day, 3)), day);
        CHECK_MESSAGE(is_working_day(add_days(day, -7)), day);
    }
}
