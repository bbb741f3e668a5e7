#include "insight/duties.h"

#include <algorithm>
#include <map>

#include "core/date.h"
#include "core/text.h"
#include "domain/breach_clock.h"
#include "domain/catalog.h"
#include "domain/duty_judgement.h"
#include "domain/openings.h"
#include "domain/period.h"
#include "i18n/catalog_words.h"

namespace lisa {
namespace {

/// A report that was due a year ago may be a month late.
constexpr int kReportMonths = 13;

bool is_in_operation(const Record& system) { return system.text("status") == "in_operation" || system.text("status") == "phasing_out"; }
bool has_owner(const Record& record, const Around&) { return !record.text("owner").empty(); }

bool counts_asset(const Record& asset, const Around&) { return asset.text("status") != "disposed"; }
bool is_classified(const Record& asset, const Around&) { return !asset.text("classified_on").empty(); }

bool counts_system(const Record& system, const Around&) { return is_in_operation(system); }

bool counts_analysis(const Record& analysis, const Around&) { return analysis.text("status") != "archived"; }
bool is_fresh(const Record& analysis, const Around& around) { return analysis.text("next_on") >= around.today; }

bool needs_administrator(const Record& unit, const Around& around) {
    const auto needed = roles_needed(unit.text("kind"));
    return holds_on(unit, around.today) && std::find(needed.begin(), needed.end(), "privacy_administrator") != needed.end();
}
bool has_administrator(const Record& unit, const Around& around) {
    const std::vector<const Record*> seats = around.referring(kAssignment, "unit", unit.id);
    return std::any_of(seats.begin(), seats.end(),
                       [&](const Record* seat) { return seat->get(assignment::role) == "privacy_administrator" && is_held(*seat, around.today); });
}

bool counts_measure(const Record& measure, const Around&) { return measure.get(measure::status) != "dropped"; }
bool is_in_time(const Record& measure, const Around& around) { return measure.get(measure::status) == "done" || measure.get(measure::due_on) >= around.today; }

bool counts_case(const Record&, const Around&) { return true; }
bool is_told_in_time(const Record& one, const Around& around) {
    const std::vector<Clock> clocks = clocks_of(one, around.now);
    return std::none_of(clocks.begin(), clocks.end(), [](const Clock& clock) { return clock.is_late(); });
}

bool is_report_task(const Record& task, const Around&) {
    const std::string name = fold(task.text("name"));
    return name.find("rapport") != std::string::npos && name.find("kommunstyrelse") != std::string::npos;
}
bool is_reported(const Record& task, const Around& around) {
    return add_months(task.get(task::done_on), kReportMonths) > around.today && task.get(task::next_on) >= around.today;
}

bool answers_for_control(const Record& unit, const Around& around) {
    return holds_on(unit, around.today) && (unit.text("kind") == "board" || unit.text("kind") == "company");
}
bool has_control_plan(const Record& unit, const Around& around) {
    const std::vector<const Record*> plans = around.referring(kControlPlan, "unit", unit.id);
    return std::any_of(plans.begin(), plans.end(), [&](const Record* plan) {
        return plan->get(control_plan::status) != "draft" && std::to_string(plan->get(control_plan::year)) == around.today.substr(0, 4);
    });
}

/// What a proof counts: the records of a register that matter, and which of them are as they shall be. Where none matters the
/// duty is not met, or nothing is lacking.
struct Counting {
    DutyProof proof;
    const Entity* entity;
    bool (*matters)(const Record&, const Around&);
    bool (*is_good)(const Record&, const Around&);
    DutyStatus of_none;
};
constexpr Counting kCountings[] = {
    {DutyProof::information_classified, &kAsset, counts_asset, is_classified, DutyStatus::not_met},
    {DutyProof::information_owned, &kAsset, counts_asset, has_owner, DutyStatus::not_met},
    {DutyProof::systems_owned, &kSystem, counts_system, has_owner, DutyStatus::not_met},
    {DutyProof::risks_analysed, &kRiskAnalysis, counts_analysis, is_fresh, DutyStatus::not_met},
    {DutyProof::administrators_appointed, &kUnit, needs_administrator, has_administrator, DutyStatus::not_met},
    {DutyProof::deviations_mended, &kMeasure, counts_measure, is_in_time, DutyStatus::met},
    {DutyProof::incidents_told, &kNotification, counts_case, is_told_in_time, DutyStatus::met},
    {DutyProof::incidents_told, &kBreach, counts_case, is_told_in_time, DutyStatus::met},
    {DutyProof::reported, &kTask, is_report_task, is_reported, DutyStatus::not_met},
    {DutyProof::controlled, &kUnit, answers_for_control, has_control_plan, DutyStatus::not_met},
};

struct Proven {
    DutyStatus status;
    Fact fact;
};

Proven prove(const Counting& counting, std::string_view name, const Around& around) {
    Proven out{DutyStatus::unseen, {around.words(WordKey{"duty.proof", name}.view()), around.words("duty.unseen"), -1, {}}};
    if (!sees_all(around, *counting.entity)) return out;
    std::size_t all = 0;
    for (const Record* one : around.rows(*counting.entity)) {
        if (!counting.matters(*one, around)) continue;
        ++all;
        if (!counting.is_good(*one, around)) out.fact.records.push_back(one);
    }
    const std::size_t lacking = out.fact.records.size();
    out.status = all == 0 ? counting.of_none : lacking == 0 ? DutyStatus::met : lacking == all ? DutyStatus::not_met : DutyStatus::partly;
    out.fact.text =
        fill(around.words("duty.counted"),
             {{"what", around.words(entities_key(*counting.entity).view())}, {"good", std::to_string(all - lacking)}, {"all", std::to_string(all)}});
    out.fact.list = counting.entity;
    return out;
}

/// Not seen says less than anything; then the worse of the two.
DutyStatus worse(DutyStatus a, DutyStatus b) {
    if (a == DutyStatus::unseen || b == DutyStatus::unseen) return DutyStatus::unseen;
    return std::max(a, b);
}

DutyStatus judged(const Record& judgement) {
    for (DutyStatus status : {DutyStatus::met, DutyStatus::partly, DutyStatus::not_met, DutyStatus::not_applicable})
        if (judgement.get(duty_judgement::outcome) == duty_status_name(status)) return status;
    return DutyStatus::unjudged;
}

}  // namespace

std::string_view duty_status_name(DutyStatus status) {
    constexpr std::string_view kNames[] = {"met", "partly", "not_met", "not_applicable", "unjudged", "unseen"};
    return kNames[static_cast<std::size_t>(status)];
}

std::vector<Duty> duties_of(const Record& document, const Around& around) {
    std::map<std::string, const Record*> judgements;
    for (const Record* one : around.rows(kDutyJudgement)) {
        const Record*& latest = judgements[one->get(duty_judgement::sentence_key)];
        if (!latest || latest->get(duty_judgement::judged_on) < one->get(duty_judgement::judged_on)) latest = one;
    }
    std::vector<const Record*> sections = around.referring(kSection, "document", document.id);
    std::stable_sort(sections.begin(), sections.end(), [](const Record* a, const Record* b) { return a->get(section::number) < b->get(section::number); });
    std::map<DutyProof, std::vector<Proven>> proven;  // counted once for all sentences
    const auto proofs = [&](const DutyProofFacts& asked) -> const std::vector<Proven>& {
        const auto [found, is_new] = proven.try_emplace(asked.proof);
        for (const Counting& one : kCountings)
            if (is_new && one.proof == asked.proof) found->second.push_back(prove(one, asked.name, around));
        return found->second;
    };
    std::vector<Duty> duties;
    for (const Record* section : sections)
        for (DutySentence& sentence : duties_in(section->get(section::heading), section->get(section::body))) {
            Duty& duty = duties.emplace_back(Duty{section, std::move(sentence)});
            for (const DutyProofFacts* asked : proofs_of(duty.sentence.text))
                for (const Proven& one : proofs(*asked)) {
                    duty.status = duty.proofs.empty() ? one.status : worse(duty.status, one.status);
                    duty.proofs.push_back(one.fact);
                }
            if (duty.is_computed()) continue;
            const auto judgement = judgements.find(duty.sentence.key);
            if (judgement == judgements.end()) continue;
            duty.judgement = judgement->second;
            duty.status = judged(*duty.judgement);
            duty.is_old = duty.judgement->get(duty_judgement::holds_until) < around.today;
        }
    return duties;
}

}  // namespace lisa
