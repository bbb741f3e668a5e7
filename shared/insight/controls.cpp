// Internal control: what a plan has come to, what a point has shown, and what is done about it (F3).
#include "domain/catalog.h"
#include "domain/internal_control.h"
#include "i18n/catalog_words.h"
#include "insight/parts.h"

namespace lisa {
namespace {

std::vector<PointStanding> standings(const Record& plan, const Around& around) {
    const std::vector<const Record*> points = around.referring(kControlPoint, "plan", plan.id);
    return standings_of(points, around.rows(kControlResult), around.today);
}

}  // namespace

void control_plan_insight(const Record& record, const Around& around, Insight& insight) {
    const std::vector<PointStanding> points = standings(record, around);
    if (points.empty()) return insight.remarks.push_back(around.words("insight.control_no_points"));
    const ControlCounts counts = counts_of(points);
    Fact fact{around.words(entities_key(kControlPoint).view()), std::to_string(counts.all()), -1, {}};
    fact.list = &kControlPoint;
    for (const PointStanding& one : points) fact.records.push_back(one.point);
    if (sees_at(around, kControlResult, record))
        fact.because.push_back(fill(around.words("insight.control_counts"), {{"green", std::to_string(counts.green)},
                                                                             {"yellow", std::to_string(counts.yellow)},
                                                                             {"red", std::to_string(counts.red)},
                                                                             {"none", std::to_string(counts.none)}}));
    insight.facts.push_back(std::move(fact));
    if (counts.late > 0) insight.remarks.push_back(fill(around.words("insight.control_late"), {{"count", std::to_string(counts.late)}}));
}

void control_point_insight(const Record& record, const Around& around, Insight& insight) {
    Fact fact{around.words(entities_key(kControlResult).view()), "", -1, {}, around.referring(kControlResult, "point", record.id), &kControlResult};
    fact.text = std::to_string(fact.records.size());
    if (!fact.records.empty()) insight.facts.push_back(std::move(fact));
}

void control_result_insight(const Record& record, const Around& around, Insight& insight) {
    add_measures(record, around, insight);
    const std::string outcome = record.get(control_result::outcome);
    const bool wants_measure = outcome == "yellow" || outcome == "red";
    if (wants_measure && sees_at(around, kMeasure, record) && around.referring(kMeasure, "control_result", record.id).empty())
        insight.remarks.push_back(around.words("insight.control_no_measure"));
}

}  // namespace lisa
