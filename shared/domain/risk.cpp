#include "domain/risk.h"

#include "change/situation.h"
#include "domain/risk_acceptance.h"
#include "domain/risk_checks.h"
#include "domain/risk_matrix.h"

namespace lisa::detail {
namespace {

/// The record that an id leads to; nothing when it leads nowhere.
std::optional<Record> follow(const Entity& entity, const std::string& id, Lookup& lookup) {
    if (id.empty()) return std::nullopt;
    auto found = lookup.load(entity, id);
    if (!found) return std::nullopt;
    return std::move(*found);
}

}  // namespace

void derive_risk(Record& record, Lookup& lookup) {
    for (const risk::Rating& rating : risk::kRatings) record.values[rating.level.index] = {};
    const auto analysis = follow(kRiskAnalysis, record.get(risk::analysis), lookup);
    const auto matrix = analysis ? follow(kRiskMatrix, analysis->get(risk_analysis::matrix), lookup) : std::nullopt;
    if (!matrix) return;
    for (const risk::Rating& rating : risk::kRatings) {
        if (is_blank(record.values[rating.likelihood.index]) || is_blank(record.values[rating.consequence.index])) continue;
        if (const auto level = level_of(*matrix, record.get(rating.likelihood), record.get(rating.consequence))) record.set(rating.level, *level);
    }
}

void check_risk(const Situation& now, std::vector<Problem>& problems) {
    if (!is_new_decision(now.before, now.after)) return;
    const Record& risk = now.after;
    for (const auto field : {risk::accepted_by, risk::accepted_on, risk::acceptance_until})
        if (risk.get(field).empty()) problems.push_back({std::string(kRisk.fields[field.index].name), "problem.required"});
    if (risk.get(risk::acceptance_motive).empty()) problems.push_back({"acceptance_motive", "problem.required"});
    const auto level = decided_level(risk);
    if (!level || is_blank(risk.values[risk::accepted_level.index]) || risk.get(risk::accepted_level) != *level)
        problems.push_back({"accepted_level", "problem.accepted_level"});
    const auto analysis = follow(kRiskAnalysis, risk.get(risk::analysis), now.store);
    const auto matrix = analysis ? follow(kRiskMatrix, analysis->text("matrix"), now.store) : std::nullopt;
    if (!matrix || !level || !may_accept(now.who, *matrix, *level, now.places)) problems.push_back({"status", "problem.not_entitled"});
    if (risk.get(risk::accepted_by) != now.who.person) problems.push_back({"accepted_by", "problem.own_decision"});
}

}  // namespace lisa::detail
