#include "domain/breach.h"

#include <algorithm>

#include "domain/breach_clock.h"
#include "domain/moments.h"

namespace lisa::detail {
namespace {

/// What only the controller's side writes: the risk that the decision rests on, the decision, and what was told to whom.
constexpr std::string_view kDecisionFields[] = {"risk",         "risk_reason",     "decision_reason", "notified_at", "authority_reference", "notice",
                                                "delay_reason", "supplemented_on", "informing",       "informed_on", "not_informed_reason"};
constexpr std::string_view kAdviceFields[] = {"officer_advice", "advised_on"};

constexpr MomentOrder kOrder[] = {
    {breach::occurred_at, breach::discovered_at, "problem.before_occurred"}, {breach::occurred_at, breach::ended_at, "problem.before_occurred"},
    {breach::discovered_at, breach::known_at, "problem.before_discovered"},  {breach::known_at, breach::notified_at, "problem.before_known"},
    {breach::discovered_at, breach::notified_at, "problem.before_known"},
};
constexpr Key<std::string> kMoments[] = {breach::occurred_at, breach::ended_at, breach::discovered_at, breach::known_at, breach::notified_at};

template <std::size_t N>
bool is_among(const std::string_view (&names)[N], std::string_view name) {
    return std::find(std::begin(names), std::end(names), name) != std::end(names);
}

}  // namespace

void derive_breach(Record& record, Lookup&) {
    const Clock clock = breach_clock(record, {});
    const auto put = [&](Key<std::string> field, std::string text) { record.values[field.index] = text.empty() ? Value{} : Value{std::move(text)}; };
    put(breach::notify_by, clock.is_stopped() ? std::string() : clock.due);
    put(breach::supplement_by, supplement_by(record));
}

void check_breach(const Situation& now, std::vector<Problem>& problems) {
    check_moments(now, kMoments, kOrder, problems);
    const Record& after = now.after;
    const std::string status = after.get(breach::status);
    // A closed case rests on one of the two as well.
    const bool is_closed = status == "closed", has_reason = !after.get(breach::decision_reason).empty();
    const bool was_notified = !after.get(breach::notified_at).empty() || !after.get(breach::authority_reference).empty();
    if (status == "notified" || (is_closed && (was_notified || !has_reason))) {
        need(after, breach::notified_at, problems);
        need(after, breach::authority_reference, problems);
        need(after, breach::notice, problems);
        need(after, breach::risk, problems);
        need(after, breach::risk_reason, problems);
        if (breach_clock(after, now.now).standing == Clock::Standing::told_late) need(after, breach::delay_reason, problems);
    }
    if (status == "not_notified" || (is_closed && !was_notified && has_reason)) {
        need(after, breach::risk, problems);
        need(after, breach::risk_reason, problems);
        need(after, breach::decision_reason, problems);
        const std::string risk = after.get(breach::risk);
        if (!risk.empty() && risk != "no_risk") problems.push_back({"risk", "problem.must_notify"});
    }
    if (status == "dismissed") need(after, breach::decision_reason, problems);
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
