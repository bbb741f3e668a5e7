#include "domain/reminder.h"

#include <doctest/doctest.h>

#include <set>

#include "core/date.h"
#include "domain/catalog.h"
#include "shared/memory.h"

using namespace lisa;
using namespace lisa::test;

namespace {

constexpr std::int64_t kHour = 60, kDay = 24 * kHour;

Due day(std::string_view date) { return {nullptr, nullptr, std::string(date), {}, {}}; }
Due moment(std::string_view at) { return {nullptr, nullptr, swedish_date(at), std::string(at), {}}; }

/// The step that has been reached at a moment, in the unit; "none" when the first one has not come.
std::string step_at(const Due& due, std::string_view now, std::int64_t unit) {
    const auto found = reminders_of({due}, now);
    if (found.empty()) return "none";
    CHECK(found.front().step % unit == 0);
    return std::to_string(found.front().step / unit);
}

/// Noon in Sweden in winter.
std::string noon(std::string_view date) { return std::string(date) + "T11:00:00Z"; }

}  // namespace

TEST_CASE("O4 a day is reminded of 14 and 3 days before, the day itself, the day after, and then every week") {
    struct Row {
        const char *today, *step;
    };
    const Row rows[] = {{"2026-11-16", "none"}, {"2026-11-17", "-14"}, {"2026-11-27", "-14"}, {"2026-11-28", "-3"},
                        {"2026-11-30", "-3"},   {"2026-12-01", "0"},   {"2026-12-02", "1"},   {"2026-12-08", "1"},
                        {"2026-12-09", "8"},    {"2026-12-15", "8"},   {"2026-12-16", "15"},  {"2027-12-01", "365"}};
    for (const Row& row : rows) CHECK_MESSAGE(step_at(day("2026-12-01"), noon(row.today), kDay) == row.step, row.today);
}

TEST_CASE("O4 H3 a moment is reminded of 14 and 3 days, 24, 6 and 1 hours before, at it, and then every 24 hours") {
    struct Row {
        const char *now, *step;
    };
    const Row rows[] = {{"2026-11-12T11:59:00Z", "none"}, {"2026-11-12T12:00:00Z", "-336"}, {"2026-11-23T12:00:00Z", "-72"}, {"2026-11-25T11:59:00Z", "-72"},
                        {"2026-11-25T12:00:00Z", "-24"},  {"2026-11-26T06:00:00Z", "-6"},   {"2026-11-26T11:00:00Z", "-1"},  {"2026-11-26T11:59:59Z", "-1"},
                        {"2026-11-26T12:00:00Z", "0"},    {"2026-11-27T11:59:00Z", "0"},    {"2026-11-27T12:00:00Z", "24"},  {"2026-11-30T13:00:00Z", "96"}};
    for (const Row& row : rows) CHECK_MESSAGE(step_at(moment("2026-11-26T12:00:00Z"), row.now, kHour) == row.step, row.now);
}

TEST_CASE("O4 H3 the hours of a clock are hours also over the change of summer time, and its days are Swedish days") {
    CHECK(step_at(moment("2027-03-28T10:00:00Z"), "2027-03-27T09:59:00Z", kHour) == "-72");
    CHECK(step_at(moment("2027-03-28T10:00:00Z"), "2027-03-27T10:00:00Z", kHour) == "-24");
    CHECK(step_at(moment("2026-10-25T10:00:00Z"), "2026-10-24T10:00:00Z", kHour) == "-24");
    CHECK(step_at(day("2026-10-25"), "2026-10-24T21:59:00Z", kDay) == "-3");  // 23:59 in summer time
    CHECK(step_at(day("2026-10-25"), "2026-10-24T22:00:00Z", kDay) == "0");
    CHECK(step_at(day("2026-10-26"), "2026-10-25T22:59:00Z", kDay) == "-3");  // 23:59 in winter time
    CHECK(step_at(day("2026-10-26"), "2026-10-25T23:00:00Z", kDay) == "0");
}

TEST_CASE("O4 each hour of two months leads to each step once and never back") {
    for (const Due& due : {day("2027-03-28"), moment("2027-03-28T01:30:00Z")}) {
        std::set<std::int64_t> steps;
        std::string now = "2027-03-01T00:00:00Z";
        std::int64_t last = -100 * kDay;
        for (int hours = 0; hours < 24 * 60; ++hours, now = add_hours(now, 1))
            for (const Reminder& one : reminders_of({due}, now)) {
                CHECK(one.step >= last);
                last = one.step;
                steps.insert(one.step);
            }
        CHECK(steps.size() == (due.at.empty() ? 8u : 38u));
    }
}

TEST_CASE("O4 H3 a moment that is near or has passed does not wait for the morning, a day does") {
    CHECK_FALSE(reminders_of({day("2026-11-26")}, noon("2026-11-26")).front().is_urgent());
    CHECK_FALSE(reminders_of({moment("2026-11-26T12:00:00Z")}, "2026-11-24T12:00:00Z").front().is_urgent());
    CHECK(reminders_of({moment("2026-11-26T12:00:00Z")}, "2026-11-25T12:00:00Z").front().is_urgent());
    CHECK(reminders_of({moment("2026-11-26T12:00:00Z")}, "2026-12-25T12:00:00Z").front().is_urgent());
}

TEST_CASE("O4 digests come from the chosen hour of a Swedish clock on working days, in winter and in summer") {
    CHECK_FALSE(is_digest_time("2026-10-23T04:59:00Z", 7));  // Friday in summer time
    CHECK(is_digest_time("2026-10-23T05:00:00Z", 7));
    CHECK_FALSE(is_digest_time("2026-10-24T05:00:00Z", 7));  // Saturday
    CHECK_FALSE(is_digest_time("2026-10-25T06:00:00Z", 7));  // the Sunday on which clocks are put back
    CHECK_FALSE(is_digest_time("2026-10-26T05:59:00Z", 7));  // Monday in winter time
    CHECK(is_digest_time("2026-10-26T06:00:00Z", 7));
    CHECK(is_digest_time("2026-10-26T15:59:00Z", 7));
    CHECK_FALSE(is_digest_time("2026-10-26T16:00:00Z", 7));  // nobody gets a digest in the evening because the server was away
    CHECK_FALSE(is_digest_time("2026-12-25T07:00:00Z", 7));
    CHECK_FALSE(is_digest_time("", 7));
}

TEST_CASE("O4 H3 D3 the limits that nobody can do without are those of the cases, and no others") {
    for (const DueRule& rule : due_rules()) CHECK(rule.is_law == (rule.entity == "breach" || rule.entity == "notification" || rule.entity == "registration"));
}
