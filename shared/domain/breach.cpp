#include "domain/breach.h"

#include <algorithm>

#include "change/situation.h"
#include "core/date.h"
#include "domain/breach_clock.h"

namespace lisa::detail {
namespace {

/// What only the controller's side writes: the risk that the decision rests on, the decision, and what was told to whom.
constexpr std::string_view kDecisionFields[] = {"risk",         "risk_reason",     "decision_reason", "notified_at", "authority_reference", "notice",
                                                "delay_reason", "supplemented_on", "informing",       "informed_on", "not_informed_reason"};
constexpr std::string_view kAdviceFields[] = {"officer_advice", "advised_on"};

/// Each must not come before the one above it.
struct Order {
    Key<std::string> earlier, later;
    std::string_view problem;
};
constexpr Order kOrder[] = {
    {breach::occurred_at, breach::discovered_at, "problem.before_occurred"}, {breach::occurred_at, breach::ended_at, "problem.before_occurred"},
    {breach::discovered_at, breach::known_at, "problem.before_discovered"},  {breach::known_at, breach::notified_at, "problem.before_known"},
    {breach::discovered_at, breach::notified_at, "problem.before_known"},
};
/// So much may the clock of a device be ahead of the server's.
constexpr std::int64_t kClockMinutes = 10;

constexpr Key<std::string> kMoments[] = {breach::occurred_at, breach::ended_at, breach::discovered_at, breach::known_at, breach::notified_at};

bool holds_role(const Actor& who, Roles roles, const Places& places) {
    return std::any_of(who.grants.begin(), who.grants.end(), [&](const Grant& grant) { return roles.has(grant.role) && reaches(grant, places); });
}

template <std::size_t N>
bool is_among(const std::string_view (&names)[N], std::string_view name) {
    return std::find(std::begin(names), std::end(names), name) != std::end(names);
}

void check_times(const Situation& now, std::vector<Problem>& problems) {
    const auto add = [&](Key<std::string> field, std::string_view why) {
        problems.push_back({std::string(kBreach.fields[field.index].name), std::string(why)});
    };
    for (const Key<std::string>& field : kMoments) {
        const std::string at = now.after.get(field);
        if (at != now.before.get(field) && minutes_between(now.now, at) > kClockMinutes) add(field, "problem.in_the_future");
    }
    for (const Order& order : kOrder) {
        const std::string earlier = now.after.get(order.earlier), later = now.after.get(order.later);
        if (is_moment(earlier) && is_moment(later) && later < earlier) add(order.later, order.problem);
    }
}

}  // namespace

void derive_breach(Record& record, Lookup&) {
    const BreachClock clock = breach_clock(record, {});
    const auto put = [&](Key<std::string> field, std::string text) { record.values[field.index] = text.empty() ? Value{} : Value{std::move(text)}; };
    put(breach::notify_by, clock.is_stopped() ? std::string() : clock.notify_by);
    put(breach::supplement_by, supplement_by(record));
}

void check_breach(const Situation& now, std::vector<Problem>& problems) {
    check_times(now, problems);
    const Record& after = now.after;
    const std::string status = after.get(breach::status);
    const auto need = [&](Key<std::string> field) {
        const auto* text = std::get_if<std::string>(&after.values[field.index]);
        if (!text || text->empty()) problems.push_back({std::string(kBreach.fields[field.index].name), "problem.required"});
    };
    // A closed case rests on one of the two as well.
    const bool is_closed = status == "closed", has_reason = !after.get(breach::decision_reason).empty();
    const bool was_notified = !after.get(breach::notified_at).empty() || !after.get(breach::authority_reference).empty();
    if (status == "notified" || (is_closed && (was_notified || !has_reason))) {
        need(breach::notified_at);
        need(breach::authority_reference);
        need(breach::notice);
        need(breach::risk);
        need(breach::risk_reason);
        if (breach_clock(after, now.now).standing == BreachClock::Standing::notified_late) need(breach::delay_reason);
    }
    if (status == "not_notified" || (is_closed && !was_notified && has_reason)) {
        need(breach::risk);
        need(breach::risk_reason);
        need(breach::decision_reason);
        const std::string risk = after.get(breach::risk);
        if (!risk.empty() && risk != "no_risk") problems.push_back({"risk", "problem.must_notify"});
    }
    if (status == "dismissed") need(breach::decision_reason);
    if (now.enters("closed")) {
        if (must_inform(after)) problems.push_back({"informing", "problem.must_inform"});
        if (!supplement_by(after).empty()) problems.push_back({"supplemented_on", "problem.must_supplement"});
    }
}

std::string_view breach_lock(const Record&, const Field& field, const Actor& who, const Places& places) {
    if (is_among(kDecisionFields, field.name) && !holds_role(who, kBreachDeciders, places)) return "problem.controller_only";
    if (is_among(kAdviceFields, field.name) && !holds_role(who, Role::privacy_officer, places)) return "problem.advice_only";
    return {};
}

}  // namespace lisa::detail
