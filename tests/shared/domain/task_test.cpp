#include "domain/task.h"

#include <doctest/doctest.h>

using namespace lisa;

TEST_CASE("S4 a task comes back one period later, by the calendar") {
    CHECK(next_due("2026-11-25", "monthly") == "2026-12-25");
    CHECK(next_due("2026-12-01", "monthly") == "2027-01-01");
    CHECK(next_due("2026-11-15", "quarterly") == "2027-02-15");
    CHECK(next_due("2026-08-31", "half_yearly") == "2027-02-28");
    CHECK(next_due("2026-03-31", "yearly") == "2027-03-31");
    CHECK(next_due("2026-03-31", "every_second_year") == "2028-03-31");
}

TEST_CASE("S4 a month that is too short ends on its last day") {
    CHECK(next_due("2027-01-31", "monthly") == "2027-02-28");
    CHECK(next_due("2028-01-31", "monthly") == "2028-02-29");
    CHECK(next_due("2028-01-30", "monthly") == "2028-02-29");
    CHECK(next_due("2027-03-31", "monthly") == "2027-04-30");
    CHECK(next_due("2028-02-29", "yearly") == "2029-02-28");
    CHECK(next_due("2028-02-29", "every_second_year") == "2030-02-28");
    CHECK(next_due("2100-01-31", "monthly") == "2100-02-28");
    CHECK(next_due("2000-01-31", "monthly") == "2000-02-29");
}

TEST_CASE("S4 the day of the month comes back when the series says on which it began") {
    CHECK(next_due("2027-02-28", "monthly", "2027-01-31") == "2027-03-31");
    CHECK(next_due("2027-03-31", "monthly", "2027-01-31") == "2027-04-30");
    CHECK(next_due("2031-02-28", "yearly", "2028-02-29") == "2032-02-29");
    CHECK(next_due("2027-02-28", "monthly") == "2027-03-28");
    CHECK(next_due("2027-02-28", "monthly", "nonsense") == "2027-03-28");
}

TEST_CASE("S4 what is done once, and what is no day or no recurrence, does not come back") {
    CHECK(next_due("2026-11-25", "once").empty());
    CHECK(next_due("2026-11-25", "").empty());
    CHECK(next_due("2026-11-25", "now and then").empty());
    CHECK(next_due("", "monthly").empty());
    CHECK(next_due("2026-02-30", "monthly").empty());
    CHECK(next_due("25/11 2026", "monthly").empty());
    CHECK(next_due("9999-12-01", "monthly").empty());
}

TEST_CASE("S4 every option of the register is understood") {
    for (std::string_view recurrence : find_field(kTask, "recurrence")->options) {
        CAPTURE(std::string(recurrence));
        CHECK(next_due("2026-11-25", recurrence).empty() == (recurrence == "once"));
    }
}

TEST_CASE("S4 the wheel keeps its days, whether the work was early or late") {
    CHECK(next_after_done("2027-03-31", "2027-03-10", "yearly") == "2028-03-31");
    CHECK(next_after_done("2027-03-31", "2027-03-31", "yearly") == "2028-03-31");
    CHECK(next_after_done("2027-03-31", "2027-04-20", "yearly") == "2028-03-31");
    CHECK(next_after_done("2027-01-31", "2027-02-02", "monthly") == "2027-02-28");
    CHECK(next_after_done("2027-02-28", "2027-02-27", "monthly", "2027-01-31") == "2027-03-31");
}

TEST_CASE("S4 days that passed while nobody did the work are skipped") {
    CHECK(next_after_done("2026-01-31", "2026-04-15", "monthly") == "2026-04-30");
    CHECK(next_after_done("2026-01-31", "2026-04-30", "monthly") == "2026-05-31");
    CHECK(next_after_done("2020-06-01", "2026-11-25", "every_second_year") == "2028-06-01");
}

TEST_CASE("S4 a task that was never due counts from the day it was done") {
    CHECK(next_after_done("", "2026-11-25", "quarterly") == "2027-02-25");
    CHECK(next_after_done("", "", "quarterly").empty());
    CHECK(next_after_done("2026-11-25", "", "quarterly") == "2027-02-25");
    CHECK(next_after_done("2026-11-25", "nonsense", "quarterly") == "2027-02-25");
    CHECK(next_after_done("2026-11-25", "2026-11-20", "once").empty());
}
