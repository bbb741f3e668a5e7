// The three clocks of an incident (H3; cybersäkerhetslagen 2 kap. 5, 6 and 8 §§), by cases worked out by hand.
#include "domain/notification_clock.h"

#include <doctest/doctest.h>

#include "core/date.h"
#include "shared/memory.h"

using namespace lisa;
using namespace lisa::test;

namespace {

using Is = Clock::Standing;

/// A moment on a Swedish clock.
Value at(const char* swedish) { return text(moment_of(swedish)); }

Record incident(std::map<std::string, Value> values) {
    Record record{kNotification};
    record.set(notification::status, std::string("open"));
    values.emplace("discovered_at", at("2026-11-20 13:00"));
    for (const auto& [name, value] : values) record.values[position(kNotification, name)] = value;
    return record;
}

enum Stage { warning, notice, report };

Clock clock_of(Stage stage, const std::map<std::string, Value>& values, const char* now = "2026-11-20 14:00") {
    return notification_clocks(incident(values), moment_of(now))[static_cast<std::size_t>(stage)];
}

/// The limit on a Swedish clock; empty when the time has not begun.
std::string due(Stage stage, const std::map<std::string, Value>& values) {
    const Clock clock = clock_of(stage, values);
    return clock.due.empty() ? "" : swedish_time(clock.due);
}

std::map<std::string, Value> notified(const char* when) { return {{"notified_at", at(when)}, {"authority_reference", text("MCF-1")}}; }

}  // namespace

TEST_CASE("H3: 24 and 72 hours run from knowledge through nights and weekends") {
    const std::map<std::string, Value> friday{{"known_at", at("2026-11-20 14:20")}};
    CHECK(due(warning, friday) == "2026-11-21 14:20");
    CHECK(due(notice, friday) == "2026-11-23 14:20");
    CHECK(due(report, friday) == "");
    CHECK(clock_of(report, friday).standing == Is::waiting);
    CHECK(clock_of(warning, friday, "2026-11-21 14:20").standing == Is::running);
    CHECK(clock_of(warning, friday, "2026-11-21 14:21").standing == Is::late);
    CHECK(clock_of(notice, friday, "2026-11-21 14:21").standing == Is::running);
}

TEST_CASE("H3: hours are hours when the clocks change, both ways, and on a leap day") {
    const auto both = [](const char* known) {
        const std::map<std::string, Value> values{{"discovered_at", at(known)}, {"known_at", at(known)}};
        return due(warning, values) + ", " + due(notice, values);
    };
    CHECK(both("2026-03-28 14:20") == "2026-03-29 15:20, 2026-03-31 15:20");  // the night to Sunday loses an hour
    CHECK(both("2026-03-29 01:30") == "2026-03-30 02:30, 2026-04-01 02:30");  // half an hour before 02:00 becomes 03:00
    CHECK(both("2026-10-24 14:20") == "2026-10-25 13:20, 2026-10-27 13:20");  // and wins one in October
    CHECK(both("2026-10-25 01:30") == "2026-10-26 00:30, 2026-10-28 00:30");
    CHECK(both("2028-02-28 09:00") == "2028-02-29 09:00, 2028-03-02 09:00");
    CHECK(both("2026-12-31 23:59") == "2027-01-01 23:59, 2027-01-03 23:59");
}

TEST_CASE("H3: knowledge counts, not the discovery and not the day it was judged significant; without it the discovery does") {
    const std::map<std::string, Value> known{{"known_at", at("2026-11-20 16:00")}, {"judged_at", at("2026-11-22 09:00")}};
    CHECK(clock_of(warning, known).basis == "knowledge");
    CHECK(due(warning, known) == "2026-11-21 16:00");
    CHECK(clock_of(warning, {{"judged_at", at("2026-11-22 09:00")}}).basis == "discovery");
    CHECK(due(warning, {{"judged_at", at("2026-11-22 09:00")}}) == "2026-11-21 13:00");
}

TEST_CASE("H3: a corrected knowledge moves both limits, also of a notice that was sent") {
    std::map<std::string, Value> values = notified("2026-11-23 15:00");
    values["known_at"] = at("2026-11-20 16:00");
    CHECK(clock_of(notice, values).standing == Is::told);
    values["known_at"] = at("2026-11-20 14:00");
    CHECK(clock_of(notice, values).standing == Is::told_late);
    CHECK(due(report, values) == "2026-12-23 23:59");  // counts from the notice all the same
}

TEST_CASE("H3: the report is due a calendar month after the day of the notification, not thirty days") {
    const auto month = [](const char* when) { return due(report, notified(when)); };
    CHECK(month("2026-11-23 08:00") == "2026-12-23 23:59");
    CHECK(month("2027-01-31 23:30") == "2027-02-28 23:59");
    CHECK(month("2028-01-31 08:00") == "2028-02-29 23:59");
    CHECK(month("2027-03-31 00:10") == "2027-04-30 23:59");
    CHECK(month("2026-09-25 12:00") == "2026-10-25 23:59");  // the day on which summer time ends
    CHECK(month("2027-02-28 12:00") == "2027-03-28 23:59");  // the day on which it begins
}

TEST_CASE("H3: a notification at night belongs to its Swedish day") {
    std::map<std::string, Value> values = notified("2026-11-23 08:00");
    values["notified_at"] = text("2026-06-30T22:30:00Z");  // half past midnight on 1 July in Sweden
    CHECK(due(report, values) == "2026-08-01 23:59");
}

TEST_CASE("H3: a progress report puts the month off until the incident is handled") {
    std::map<std::string, Value> values = notified("2026-11-23 08:00");
    values["progress_at"] = at("2026-12-20 10:00");
    CHECK(due(report, values) == "2026-12-23 23:59");  // no receipt yet
    values["progress_reference"] = text("MCF-2");
    CHECK(due(report, values) == "");
    CHECK(clock_of(report, values, "2027-06-01 12:00").standing == Is::waiting);
    CHECK(clock_of(report, values).basis == "handled");
    values["handled_at"] = at("2027-01-31 12:00");
    CHECK(due(report, values) == "2027-02-28 23:59");
    CHECK(clock_of(report, values, "2027-03-01 00:00").standing == Is::late);
    values["final_at"] = at("2027-02-20 12:00");
    values["final_reference"] = text("MCF-3");
    CHECK(clock_of(report, values, "2027-03-01 00:00").standing == Is::told);
}

TEST_CASE("H3: a progress report puts nothing off when the incident was over before the month was") {
    std::map<std::string, Value> values = notified("2026-11-23 08:00");
    values["progress_at"] = at("2026-12-05 10:00");
    values["progress_reference"] = text("MCF-2");
    CHECK(due(report, values) == "");  // it goes on, as far as is known
    struct Row {
        const char *ended, *handled, *due, *basis;
    };
    const Row rows[] = {
        {"2026-12-10 12:00", "", "2026-12-23 23:59", "notification"},
        {"", "2026-12-10 12:00", "2026-12-23 23:59", "notification"},
        {"2026-12-10 12:00", "2026-12-12 12:00", "2026-12-23 23:59", "notification"},
        {"2026-12-23 23:59", "2027-01-05 12:00", "2026-12-23 23:59", "notification"},  // it no longer went on, handled or not
        {"2026-12-24 00:00", "", "", "handled"},
        {"2026-12-24 00:00", "2027-01-05 12:00", "2027-02-05 23:59", "handled"},
        {"", "2026-12-24 00:00", "2027-01-24 23:59", "handled"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.ended);
        CAPTURE(row.handled);
        std::map<std::string, Value> one = values;
        if (*row.ended) one["ended_at"] = at(row.ended);
        if (*row.handled) one["handled_at"] = at(row.handled);
        CHECK(due(report, one) == row.due);
        CHECK(clock_of(report, one).basis == row.basis);
    }
    values["handled_at"] = at("2026-12-10 12:00");
    CHECK(clock_of(report, values, "2026-12-24 00:00").standing == Is::late);
}

TEST_CASE("H3: that an incident goes on puts the report off with a progress report only") {
    std::map<std::string, Value> values = notified("2026-11-23 08:00");
    values["is_ongoing"] = Value{true};
    CHECK(due(report, values) == "2026-12-23 23:59");
    values["handled_at"] = at("2027-01-31 12:00");
    CHECK(due(report, values) == "2026-12-23 23:59");
}

TEST_CASE("H3: only a receipt with its number, or a motivated decision not to notify, stops a clock") {
    const char* later = "2026-11-28 12:00";
    CHECK(clock_of(warning, {{"warned_at", at("2026-11-21 08:00")}}, later).standing == Is::late);
    CHECK(clock_of(warning, {{"warning_reference", text("MCF-1")}}, later).standing == Is::late);
    const std::map<std::string, Value> warned{{"warned_at", at("2026-11-21 08:00")}, {"warning_reference", text("MCF-1")}};
    CHECK(clock_of(warning, warned, later).standing == Is::told);
    CHECK(clock_of(notice, warned, later).standing == Is::late);  // one receipt stops one clock
    CHECK(clock_of(warning, {{"warned_at", at("2026-11-22 08:00")}, {"warning_reference", text("MCF-1")}}, later).standing == Is::told_late);
    CHECK(clock_of(notice, {{"significance", text("not_significant")}, {"significance_reason", text("Ingen")}}, later).standing == Is::late);
    CHECK(clock_of(notice, {{"status", text("not_notified")}}, later).standing == Is::late);
    CHECK(clock_of(notice, {{"decision_reason", text("Ingen tröskel")}}, later).standing == Is::late);
    CHECK(clock_of(notice, {{"status", text("not_notified")}, {"decision_reason", text("Ingen tröskel")}}, later).standing == Is::decided_not);
    CHECK_FALSE(is_settled(incident(notified("2026-11-21 08:00"))));
    CHECK(is_settled(incident({{"status", text("not_notified")}, {"decision_reason", text("Ingen tröskel")}})));
}

TEST_CASE("H3: a record of another register has no clocks") {
    CHECK(clocks_of(Record{kUnit}, "2026-11-20T14:00:00Z").empty());
    CHECK(clocks_of(incident({}), "2026-11-20T14:00:00Z").size() == 3);
}
