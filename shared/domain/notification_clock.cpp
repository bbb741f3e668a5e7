#include "domain/notification_clock.h"

#include <algorithm>

#include "core/date.h"

namespace lisa {
namespace {

struct Notice {
    Key<std::string> at, reference;
};
constexpr Notice kWarning{notification::warned_at, notification::warning_reference}, kNotice{notification::notified_at, notification::authority_reference},
    kProgress{notification::progress_at, notification::progress_reference}, kReport{notification::final_at, notification::final_reference};

bool is_sent(const Record& record, const Notice& notice) { return !record.get(notice.at).empty() && !record.get(notice.reference).empty(); }

/// With a reason, by those who may take the step.
bool is_decided_not(const Record& record) { return record.get(notification::status) == "not_notified" && !record.get(notification::decision_reason).empty(); }

Clock counted(const Record& record, std::string_view name, std::int64_t hours, const Notice& notice, std::string_view now) {
    ClockStart start = start_of(record.get(notification::known_at), record.get(notification::discovered_at));
    Clock clock{.name = name, .basis = start.basis, .from = std::move(start.at)};
    clock.due = add_hours(clock.from, hours);
    clock.told = record.get(notice.at);
    clock.reference = record.get(notice.reference);
    return judged(std::move(clock), is_decided_not(record), now);
}

/// The last moment of a month from the Swedish day of another; empty while that has not come.
std::string month_from(const std::string& moment) { return is_moment(moment) ? end_of_day(add_months(swedish_date(moment), kReportMonths)) : std::string(); }

/// Whether the incident was over by then: it had ended, or been handled.
bool is_over_by(const Record& record, std::string_view last) {
    const auto has_come = [&](Key<std::string> field) { return !record.get(field).empty() && record.get(field) <= last; };
    return has_come(notification::ended_at) || has_come(notification::handled_at);
}

Clock report(const Record& record, std::string_view now) {
    Clock clock{.name = "report", .basis = "notification", .from = is_sent(record, kNotice) ? record.get(kNotice.at) : std::string()};
    clock.due = month_from(clock.from);
    if (!clock.due.empty() && is_sent(record, kProgress) && !is_over_by(record, clock.due)) {
        clock.basis = "handled";
        clock.from = record.get(notification::handled_at);
        clock.due = month_from(clock.from);
    }
    clock.told = record.get(kReport.at);
    clock.reference = record.get(kReport.reference);
    return judged(std::move(clock), is_decided_not(record), now);
}

}  // namespace

std::vector<Clock> notification_clocks(const Record& record, std::string_view now) {
    return {counted(record, "warning", kWarnHours, kWarning, now), counted(record, "notification", kNotifyHours, kNotice, now), report(record, now)};
}

bool is_settled(const Record& record) {
    const std::vector<Clock> clocks = notification_clocks(record, {});
    return std::all_of(clocks.begin(), clocks.end(), [](const Clock& clock) { return clock.is_stopped(); });
}

}  // namespace lisa
