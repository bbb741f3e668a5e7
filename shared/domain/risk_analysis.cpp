#include "domain/risk_analysis.h"

#include <algorithm>

#include "change/situation.h"
#include "domain/risk.h"

namespace lisa {

bool has_levels(const std::string& analysis, Store& store) {
    const auto risks = store.load_referring(kRisk, "analysis", analysis);
    if (!risks) return true;
    return std::any_of(risks->begin(), risks->end(), [](const Record& risk) {
        return std::any_of(std::begin(risk::kRatings), std::end(risk::kRatings),
                           [&](const risk::Rating& axes) { return !is_blank(risk.values[axes.level.index]); });
    });
}

namespace detail {

std::string_view risk_analysis_lock(const Record& record, const Field& field, const Actor&, const Places&) {
    const std::string status = record.text("status");
    const bool has_begun = !status.empty() && status != kRiskAnalysisStates[0];
    return has_begun && field.name == "matrix" ? "problem.matrix_kept" : "";
}

void check_risk_analysis(const Situation& now, std::vector<Problem>& problems) {
    const std::string before = now.before.get(risk_analysis::matrix);
    if (before.empty() || before == now.after.get(risk_analysis::matrix)) return;
    if (has_levels(now.after.id, now.store)) problems.push_back({"matrix", "problem.matrix_kept"});
}

}  // namespace detail
}  // namespace lisa
