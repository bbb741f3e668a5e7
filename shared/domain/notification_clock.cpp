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

Clock report(const Record& record, std::string_view now) {
    const bool goes_on = is_sent(record, kProgress);
    Clock clock{.name = "report", .basis = goes_on ? "handled" : "notification"};
    clock.from = goes_on ? record.get(notification::handled_at) : is_sent(record, kNotice) ? record.get(kNotice.at) : std::string();
    if (is_moment(clock.from)) clock.due = end_of_day(add_months(swedish_date(clock.from), kReportMonths));
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
