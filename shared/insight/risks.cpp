// Risks, measures, controls and exceptions: what does not hold together, what has passed its day, who has to decide.
#include <algorithm>

#include "core/date.h"
#include "domain/applicability.h"
#include "domain/catalog.h"
#include "domain/risk_acceptance.h"
#include "domain/risk_checks.h"
#include "i18n/catalog_words.h"
#include "insight/parts.h"

namespace lisa {
namespace {

void add_words(const std::vector<std::string>& keys, const Around& around, Insight& insight) {
    for (const std::string& key : keys) insight.remarks.push_back(around.words(key));
}

/// What is wrong with a risk, with what has changed since it was accepted by name.
void add_nonsense(const Record& risk, const std::vector<const Record*>& measures, const Around& around, Insight& insight) {
    std::string plans;
    for (const Record* one : measures_changed_since(risk, measures)) plans += (plans.empty() ? "" : ", ") + around.title(*one);
    const std::string fields = field_list(around, kRisk, changed_since_acceptance(risk));
    for (const std::string& key : nonsense(risk, measures, around.today))
        insight.remarks.push_back(fill(around.words(key), {{"fields", fields}, {"measures", plans}}));
}

/// The latest day that something the assessment rests on changed: a measure was done, something happened in its system or
/// to its information, an event was tied to it, or it came true.
std::string changed_on(const Record& risk, const std::vector<const Record*>& measures, const Around& around) {
    std::string latest;
    for (const Record* one : measures) latest = std::max(latest, one->text("done_on"));
    const auto take = [&](const Record& one) { latest = std::max(latest, swedish_date(one.text("discovered_at"))); };
    const auto take_event = [&](const Record* one) {
        if (one && one->get(event::status) != "dismissed") take(*one);
    };
    if (const std::string system = risk.text("system"); !system.empty()) {
        for (const Record* one : around.referring(kBreach, "system", system)) take(*one);
        for (const Record* one : around.referring(kEvent, "system", system)) take_event(one);
    }
    if (const std::string asset = risk.text("asset"); !asset.empty())
        for (const Record* one : around.referring(kEvent, "asset", asset)) take_event(one);
    for (const Record* one : around.referring(kBreach, "realised_risk", risk.id)) take(*one);
    for (const Record* link : around.referring(kEventLink, "risk", risk.id)) take_event(around.find(kEvent, link->text("event")));
    return latest;
}

}  // namespace

void risk_insight(const Record& record, const Around& around, Insight& insight) {
    const std::vector<const Record*> measures = around.referring(kMeasure, "risk", record.id);
    add_nonsense(record, measures, around, insight);
    const Record* asset = around.find(kAsset, record.text("asset"));
    if (needs_reassessment(record, asset, changed_on(record, measures, around))) insight.remarks.push_back(around.words("insight.reassess"));
    if (const Record* matrix = matrix_of(record, around.find))
        if (const std::string role = escalates_to(record, *matrix, around.today); !role.empty())
            insight.remarks.push_back(role == "nobody" ? around.words("insight.must_reduce")
                                                       : fill(around.words("insight.must_decide"), {{"role", around.words(WordKey{"role", role}.view())}}));
    add_measures(record, around, insight);
}

void analysis_insight(const Record& record, const Around& around, Insight& insight) {
    const std::vector<const Record*> risks = around.referring(kRisk, "analysis", record.id);
    std::size_t accepted = 0;
    for (const Record* risk : risks) accepted += is_accepted(*risk, around.today) ? 1 : 0;
    insight.facts.push_back({around.words(entities_key(kRisk).view()),
                             fill(around.words("insight.risks_text"), {{"count", std::to_string(risks.size())}, {"accepted", std::to_string(accepted)}}),
                             -1,
                             {}});
}

void matrix_insight(const Record& record, const Around& around, Insight& insight) {
    if (const std::string key = matrix_complaint(record); !key.empty()) insight.remarks.push_back(around.words(key));
}

void add_measures(const Record& cause, const Around& around, Insight& insight) {
    Fact fact{around.words(entities_key(kMeasure).view()), "", -1, {}, around.referring(kMeasure, cause_field(*cause.entity), cause.id), &kMeasure};
    if (fact.records.empty()) return;
    const auto open = std::count_if(fact.records.begin(), fact.records.end(), [](const Record* one) { return measure::is_open(*one); });
    fact.text = fill(around.words("insight.measures_text"), {{"count", std::to_string(fact.records.size())}, {"open", std::to_string(open)}});
    insight.facts.push_back(std::move(fact));
}

void privacy_check_insight(const Record& record, const Around& around, Insight& insight) { add_measures(record, around, insight); }

void measure_insight(const Record& record, const Around& around, Insight& insight) { add_words(measure_nonsense(record, around.today), around, insight); }

void control_insight(const Record& record, const Around& around, Insight& insight) {
    add_paragraphs(record, around, insight);
    add_words(soa_gaps(record, around.referring(kEvidence, "control", record.id), around.today), around, insight);
}

void exception_insight(const Record& record, const Around& around, Insight& insight) {
    add_measures(record, around, insight);
    add_words(exception_gaps(record, around.today), around, insight);
}

void objective_insight(const Record& record, const Around& around, Insight& insight) {
    const auto number = [&](Key<std::int64_t> field) { return std::to_string(record.get(field)); };
    const auto progress = progress_of(record);
    const Standing standing = standing_of(record, around.today);
    if (!is_blank(record.values[objective::current.index]) && standing != Standing::unmeasurable) {
        const std::string_view key = standing == Standing::reached ? "insight.standing_reached"
                                     : progress                    ? "insight.standing_progress"
                                                                   : "insight.standing_now";
        insight.facts.push_back({around.words("insight.standing"),
                                 fill(around.words(key), {{"current", number(objective::current)},
                                                          {"target", number(objective::target)},
                                                          {"unit", record.text("unit_of_measure")},
                                                          {"percent", std::to_string(progress.value_or(0))}}),
                                 -1,
                                 {}});
    }
    add_words(objective_gaps(record, around.today), around, insight);
}

}  // namespace lisa
