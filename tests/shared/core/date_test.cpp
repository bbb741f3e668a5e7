#include "core/date.h"

#include <doctest/doctest.h>

using namespace lisa;

namespace {

constexpr std::int64_t kHour = 3'600'000;
constexpr std::int64_t kSpring = 1'774'746'000'000;  // 2026-03-29T01:00:00Z, the last Sunday of March
constexpr std::int64_t kAutumn = 1'792'890'000'000;  // 2026-10-25T01:00:00Z, the last Sunday of October

}  // namespace

TEST_CASE("days of the calendar are dates") {
    for (const std::string day : {"2026-11-23", "2024-02-29", "2000-02-29", "1900-02-28", "0001-01-01", "9999-12-31", "2026-04-30"}) {
        CAPTURE(day);
        CHECK(is_date(day));
    }
}

TEST_CASE("what is no day of the calendar is no date") {
    for (const std::string day : {"2023-02-29", "1900-02-29", "2100-02-29", "2026-04-31", "2026-13-01", "2026-00-10",  "2026-01-00",  "2026-01-32",
                                  "0000-01-01", "2026-1-1",   "26-01-01",   "2026/01/01", "20260101",   "2026-01-01 ", " 2026-01-01", "2026-01-01T00:00:00Z",
                                  "-026-01-01", "2026-+1-01", "2026-01-0a", "",           "----------", "２０２６-01"}) {
        CAPTURE(day);
        CHECK_FALSE(is_date(day));
    }
}

TEST_CASE("moments read as UTC") {
    CHECK(utc_text(0) == "1970-01-01T00:00:00Z");
    CHECK(utc_text(999) == "1970-01-01T00:00:00Z");
    CHECK(utc_text(-1) == "1969-12-31T23:59:59Z");
    CHECK(utc_text(951'782'400'000) == "2000-02-29T00:00:00Z");
    CHECK(utc_text(kSpring) == "2026-03-29T01:00:00Z");
    CHECK(utc_text(kAutumn) == "2026-10-25T01:00:00Z");
    CHECK(utc_text(253'402'300'799'999) == "9999-12-31T23:59:59Z");
}

TEST_CASE("every day for two centuries is the day after the one before") {
    std::string before = "1899-12-31";
    for (std::int64_t day = -25'567; day < 47'482; ++day) {
        const std::string text = utc_text(day * 24 * kHour).substr(0, 10);
        if (!(before < text) || !is_date(text)) FAIL(before << " is followed by " << text);
        before = text;
    }
    CHECK(before == "2099-12-31");
}

TEST_CASE("Swedish clocks change at 01:00 UTC on the last Sundays of March and October") {
    CHECK(swedish_offset_minutes(kSpring - 1) == 60);
    CHECK(swedish_offset_minutes(kSpring) == 120);
    CHECK(swedish_offset_minutes(kAutumn - 1) == 120);
    CHECK(swedish_offset_minutes(kAutumn) == 60);
    CHECK(swedish_time("2026-03-29T00:59:00Z") == "2026-03-29 01:59");
    CHECK(swedish_time("2026-03-29T01:00:00Z") == "2026-03-29 03:00");
    CHECK(swedish_time("2026-10-25T00:30:00Z") == "2026-10-25 02:30");
    CHECK(swedish_time("2026-10-25T01:30:00Z") == "2026-10-25 02:30");
}

TEST_CASE("the last Sunday is found in every kind of year") {
    // 2024: 31 March and 27 October; 2027: 28 March and 31 October.
    CHECK(swedish_time("2024-03-31T01:00:00Z") == "2024-03-31 03:00");
    CHECK(swedish_time("2024-03-30T23:30:00Z") == "2024-03-31 00:30");
    CHECK(swedish_time("2024-10-27T00:59:59Z") == "2024-10-27 02:59");
    CHECK(swedish_time("2027-03-28T01:00:00Z") == "2027-03-28 03:00");
    CHECK(swedish_time("2027-10-31T00:59:00Z") == "2027-10-31 02:59");
    CHECK(swedish_time("2027-10-31T01:00:00Z") == "2027-10-31 02:00");
}

TEST_CASE("a Swedish day begins before the UTC day does") {
    CHECK(swedish_date(kSpring) == "2026-03-29");
    CHECK(swedish_date(1'767'222'000'000) == "2026-01-01");  // 2025-12-31T23:00:00Z
    CHECK(swedish_date(1'767'222'000'000 - 1) == "2025-12-31");
    CHECK(swedish_time("2025-12-31T23:00:00Z") == "2026-01-01 00:00");
    CHECK(swedish_time("2026-06-30T22:00:00Z") == "2026-07-01 00:00");
}

TEST_CASE("what is no UTC text is shown as it is") {
    for (const std::string text : {"", "nyss", "2026-11-23", "2026-11-23 14:05:00Z", "2026-02-30T14:05:00Z", "2026-11-23Txx:05:00Z", "2026-11-23T24:00:00Z",
                                   "2026-11-23T99:99:00Z", "2026-11-23T14:60:00Z", "2026-11-23T14-05-00Z", "2026-11-23T14:05:00+", "2026-11-23T14:05:xxZ"}) {
        CAPTURE(text);
        CHECK(swedish_time(text) == text);
    }
}

TEST_CASE("days and months are added by the calendar") {
    CHECK(add_days("2026-12-31", 1) == "2027-01-01");
    CHECK(add_days("2026-03-01", -1) == "2026-02-28");
    CHECK(add_months("2026-01-31", 1) == "2026-02-28");
    CHECK(add_months("2028-01-31", 1) == "2028-02-29");
    CHECK(add_months("2026-11-30", 3) == "2027-02-28");
    CHECK(add_months("2026-01-15", -1) == "2025-12-15");
    CHECK(add_months("2026-08-31", 12) == "2027-08-31");
    CHECK(add_days("soon", 1) == "soon");
    CHECK(days_between("2026-11-25", "2026-12-01") == 6);
    CHECK(days_between("2026-11-25", "2025-11-25") == -365);
    CHECK(days_between("", "2025-11-25") == 0);
}

TEST_CASE("a time on a Swedish clock becomes UTC, in winter and in summer, and back") {
    CHECK(moment_of("2026-11-23 15:05") == "2026-11-23T14:05:00Z");
    CHECK(moment_of("2026-07-01 15:05") == "2026-07-01T13:05:00Z");
    CHECK(moment_of("2026-07-01T9.05") == "2026-07-01T07:05:00Z");
    CHECK(moment_of("2027-01-01 00:10") == "2026-12-31T23:10:00Z");
    for (std::int64_t hour = 0; hour < 24 * 366; ++hour) {
        const std::string utc = add_hours("2026-01-01T00:17:00Z", hour), back = moment_of(swedish_time(utc));
        if (utc.starts_with("2026-10-25T01:")) CHECK(back == "2026-10-25T00:17:00Z");  // an hour that comes twice: the first, so that no clock is lenient
        else CHECK(back == utc);
    }
    CHECK(swedish_time(moment_of("2026-03-29 02:30")) == "2026-03-29 03:30");  // an hour that does not come
}

TEST_CASE("what is no time becomes none") {
    for (const std::string text : {"", "2026-11-23", "2026-11-23 ", "2026-11-23 1", "2026-11-23 14", "2026-11-23 14:5", "2026-11-23 24:00", "2026-11-23 14:60",
                                   "2026-02-30 14:05", "2026-11-23 14:05:00", "2026-11-23x14:05", "2026-11-23 111111111111111111111:05", "i morgon 14:05"}) {
        CAPTURE(text);
        CHECK(moment_of(text) == "");
    }
}

TEST_CASE("hours and minutes between moments are those of the world, whatever the clocks do") {
    CHECK(add_hours("2026-03-27T22:00:00Z", 72) == "2026-03-30T22:00:00Z");
    CHECK(minutes_between("2026-10-24T12:00:00Z", "2026-10-25T12:00:59Z") == 24 * 60);
    CHECK(minutes_between("2026-10-25T12:00:00Z", "2026-10-24T12:00:00Z") == -24 * 60);
    CHECK(minutes_between("", "2026-10-24T12:00:00Z") == 0);
    CHECK(add_hours("snart", 72) == "snart");
    CHECK(swedish_date("2026-11-23T23:30:00Z") == "2026-11-24");
    CHECK(swedish_date("2026-11-23") == "2026-11-23");
}
