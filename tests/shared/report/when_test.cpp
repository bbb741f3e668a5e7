// A deadline as people say it (D3).
#include "report/when.h"

#include <doctest/doctest.h>

using namespace lisa;

namespace {

constexpr std::string_view kNow = "2026-11-23T14:05:00Z";  // 15:05 in Sweden, a Monday

std::string swedish(std::string_view deadline, std::string_view now = kNow) { return deadline_text(deadline, now, Language::swedish); }

}  // namespace

TEST_CASE("D3: a deadline is said by the Swedish clock and calendar") {
    CHECK(swedish("2026-11-23T17:00:00Z") == "till i dag 18:00");
    CHECK(swedish("2026-11-23T23:10:00Z") == "till i morgon 00:10");
    CHECK(swedish("2026-11-24T13:20:00Z") == "till i morgon 14:20");
    CHECK(swedish("2026-11-25T13:20:00Z") == "till 2026-11-25 14:20");
    CHECK(swedish(kNow) == "till i dag 15:05");
    CHECK(deadline_text("2026-11-24T13:20:00Z", kNow, Language::english) == "until tomorrow 14:20");
}

TEST_CASE("D3: what has passed says for how long") {
    CHECK(swedish("2026-11-23T14:04:00Z") == "passerad sedan 1 min");
    CHECK(swedish("2026-11-23T11:00:00Z") == "passerad sedan 3 h");
    CHECK(swedish("2026-11-21T14:06:00Z") == "passerad sedan 47 h");
    CHECK(swedish("2026-11-20T14:05:00Z") == "passerad sedan 3 dygn");
}

TEST_CASE("D3: a deadline across the change of clocks keeps its hours") {
    // Saturday before summer time ends: the next day has 25 hours.
    CHECK(swedish("2026-10-25T12:00:00Z", "2026-10-24T12:00:00Z") == "till i morgon 13:00");
    CHECK(swedish("2026-10-24T12:00:00Z", "2026-10-25T12:30:00Z") == "passerad sedan 24 h");
}
