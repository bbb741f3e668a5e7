#include "domain/notification.h"

#include <algorithm>

#include "domain/moments.h"
#include "domain/notification_clock.h"

namespace lisa::detail {
namespace {

constexpr std::string_view kDecisionFields[] = {"significance", "significance_reason", "judged_at", "decision_reason"};

constexpr Key<std::string> kMoments[] = {notification::occurred_at, notification::ended_at,   notification::discovered_at, notification::known_at,
                                         notification::judged_at,   notification::handled_at, notification::warned_at,     notification::notified_at,
                                         notification::progress_at, notification::final_at};
constexpr MomentOrder kOrder[] = {
    {notification::occurred_at, notification::discovered_at, "problem.before_occurred"},
    {notification::occurred_at, notification::ended_at, "problem.before_occurred"},
    {notification::discovered_at, notification::known_at, "problem.before_discovered"},
    {notification::discovered_at, notification::judged_at, "problem.before_discovered"},
    {notification::discovered_at, notification::warned_at, "problem.before_known"},
    {notification::known_at, notification::warned_at, "problem.before_known"},
    {notification::discovered_at, notification::notified_at, "problem.before_known"},
    {notification::known_at, notification::notified_at, "problem.before_known"},
    {notification::notified_at, notification::progress_at, "problem.before_notified"},
    {notification::notified_at, notification::final_at, "problem.before_notified"},
};

}  // namespace

void derive_notification(Record& record, Lookup&) {
    const std::vector<Clock> clocks = notification_clocks(record, {});
    const Key<std::string> fields[] = {notification::warn_by, notification::notify_by, notification::final_by};
    for (std::size_t i = 0; i < std::size(fields); ++i)
        record.values[fields[i].index] = clocks[i].is_stopped() || clocks[i].due.empty() ? Value{} : Value{clocks[i].due};
    if (record.get(notification::status) != "not_notified") record.values[notification::decided_at.index] = {};
}

void check_notification(const Situation& now, std::vector<Problem>& problems) {
    check_moments(now, kMoments, kOrder, problems);
    const Record& after = now.after;
    const std::string status = after.get(notification::status), significance = after.get(notification::significance);
    if (status == "not_notified") {
        for (const auto& field : {notification::significance, notification::significance_reason, notification::decision_reason}) need(after, field, problems);
        if (significance == "significant") problems.push_back({"significance", "problem.must_notify_incident"});
    }
    if (status != "notified" && status != "closed") return;
    for (const auto& field : {notification::notified_at, notification::authority_reference}) need(after, field, problems);
    const std::vector<Clock> clocks = notification_clocks(after, now.now);
    const auto last = status == "closed" ? clocks.end() : clocks.end() - 1;  // the report's time runs on
    if (std::any_of(clocks.begin(), last, [](const Clock& clock) { return clock.is_late(); })) need(after, notification::delay_reason, problems);
    if (status != "closed") return;
    for (const auto& field : {notification::final_at, notification::final_reference, notification::cause}) need(after, field, problems);
}

std::string_view notification_lock(const Record&, const Field& field, const Actor& who, const Places& places) {
    const bool is_decision = std::find(std::begin(kDecisionFields), std::end(kDecisionFields), field.name) != std::end(kDecisionFields);
    return is_decision && !holds_role(who, kNotificationDeciders, places) ? "problem.operator_only" : "";
}

}  // namespace lisa::detail
