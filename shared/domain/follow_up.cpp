#include "domain/follow_up.h"

#include "core/date.h"
#include "domain/classification.h"
#include "domain/control_result.h"
#include "domain/duty_judgement.h"
#include "domain/grants.h"
#include "domain/policy_exception.h"
#include "domain/risk.h"
#include "domain/risk_acceptance.h"
#include "domain/risk_checks.h"
#include "domain/system.h"
#include "domain/task.h"

namespace lisa {
namespace {

constexpr int kAcceptanceMonths = 12, kReviewMonths = 12;

Values decision_of(const Record& risk, const std::string& me, const std::string& today) {
    Values values{{"accepted_by", Value{me}}, {"accepted_on", Value{today}}, {"acceptance_until", Value{add_months(today, kAcceptanceMonths)}}};
    if (const auto level = decided_level(risk)) values["accepted_level"] = Value{*level};
    return values;
}

/// Whether somebody has to decide about the risk, for the first time or anew.
bool awaits_decision(const Record& risk) {
    const std::string status = risk.get(risk::status);
    const auto level = decided_level(risk);
    const bool is_worse = level && !is_blank(risk.values[risk::accepted_level.index]) && *level > risk.get(risk::accepted_level);
    return status == "treated" || (status == "accepted" && (is_rewritten(risk) || is_worse));
}

}  // namespace

Values beginning_of(const Entity& entity, const Actor& who) {
    if (&entity != &kPolicyException) return {};
    Values values{{"applicant", Value{who.person}}};
    if (const std::string unit = place_of_work(who); !unit.empty()) values["unit"] = Value{unit};
    return values;
}

std::optional<Filling> filling_of(const Record& record, const std::string& me, const std::string& today) {
    if (record.entity == &kRisk && awaits_decision(record)) return Filling{"decide_risk", decision_of(record, me, today)};
    if (record.entity == &kDutyJudgement) return Filling{"judge_anew", {{"judged_by", Value{me}}, {"judged_on", Value{today}}}};
    if (record.entity == &kTask && !record.get(task::next_on).empty()) {
        const std::string next = next_after_done(record.get(task::next_on), today, record.get(task::recurrence), record.get(task::starts_on));
        return Filling{"task_done", {{"done_on", Value{today}}, {"next_on", Value{next}}}};
    }
    if (record.entity == &kSystem && awaits_review(record, today))
        return Filling{"system_reviewed", {{"reviewed_on", Value{today}}, {"review_on", Value{add_months(today, kReviewMonths)}}}};
    return std::nullopt;
}

std::optional<FollowUp> follow_up(const Record& record, std::string_view step, const std::string& today) {
    if (record.entity == &kControlResult && step == "sign") {
        const std::string next = record.get(control_result::next_control_on);
        return FollowUp{&kControlPoint, record.get(control_result::point), {{"due_on", next.empty() ? Value{} : Value{next}}}};
    }
    if (record.entity != &kClassification || step != "decide") return std::nullopt;
    FollowUp after{&kAsset, record.get(classification::asset), {}};
    for (const auto& aspect : classification::kAspects)
        if (const auto level = level_of(record, aspect.level)) after.values[std::string(aspect.name)] = Value{*level};
    if (const auto level = level_of(record, classification::traceability_level)) after.values["traceability"] = Value{*level};
    const std::string held = record.get(classification::held_on), review = record.text("review_on");
    after.values["classified_on"] = Value{held};
    after.values["review_on"] = Value{review.empty() ? add_months(today, kReviewMonths) : review};
    return after;
}

}  // namespace lisa
