#include "domain/risk_checks.h"

#include <algorithm>

#include "core/date.h"
#include "domain/measure.h"
#include "domain/risk.h"
#include "domain/risk_acceptance.h"
#include "domain/risk_matrix.h"

namespace lisa {
namespace {

using Number = Key<std::int64_t>;

std::optional<std::int64_t> number(const Record& record, Number key) {
    const auto* value = std::get_if<std::int64_t>(&record.values[key.index]);
    return value ? std::optional(*value) : std::nullopt;
}

/// Whether the field is empty, and not just withheld.
bool is_missing(const Record& record, std::string_view field) {
    const std::size_t at = position(*record.entity, field);
    return at != kNoField && is_blank(record.values[at]) && !record.is_hidden(at);
}

/// Whether the day is past; a blank or broken one never is.
bool is_past(std::string_view day, std::string_view today) { return is_date(day) && day < today; }

/// Place in the ladder of accepters, or nothing for a role that accepts no risks.
std::optional<std::size_t> accepter_rank(std::string_view role) {
    for (std::size_t i = 0; i < std::size(detail::kRiskAccepters); ++i)
        if (detail::kRiskAccepters[i] == role) return i;
    return std::nullopt;
}

using Keys = std::vector<std::string>;

void check_levels(const Record& risk, Keys& keys) {
    const auto inherent = number(risk, risk::inherent_level), current = number(risk, risk::current_level), residual = number(risk, risk::residual_level);
    if (residual && current && *residual > *current) keys.emplace_back("check.risk.residual_above_current");
    if (current && inherent && *current > *inherent) keys.emplace_back("check.risk.current_above_inherent");
    const bool is_outside = std::any_of(std::begin(risk::kRatings), std::end(risk::kRatings), [&](const risk::Rating& axes) {
        return number(risk, axes.likelihood) && number(risk, axes.consequence) && is_missing(risk, risk.entity->fields[axes.level.index].name);
    });
    if (is_outside) keys.emplace_back("check.risk.outside_matrix");
}

void check_acceptance(const Record& risk, std::span<const Record* const> measures, std::string_view today, Keys& keys) {
    if (risk.get(risk::status) != "accepted") return;
    if (is_past(risk.get(risk::acceptance_until), today)) keys.emplace_back("check.risk.acceptance_expired");
    if (is_missing(risk, "acceptance_until")) keys.emplace_back("check.risk.acceptance_without_end");
    if (is_missing(risk, "accepted_by") || is_missing(risk, "accepted_on")) keys.emplace_back("check.risk.accepted_without_approver");
    const auto then = number(risk, risk::accepted_level), now = decided_level(risk);
    if (then && now && *then != *now) keys.emplace_back("check.risk.accepted_state_changed");
    if (!changed_since_acceptance(risk).empty()) keys.emplace_back("check.risk.changed_since_acceptance");
    if (is_rewritten(risk)) keys.emplace_back("check.risk.accept_anew");
    if (!measures_changed_since(risk, measures).empty()) keys.emplace_back("check.risk.measures_changed");
}

/// Whether the measure is one of the risk's, planned, ongoing or done.
bool is_live(const Record& measure, const Record& risk) {
    return !measure.removed && measure.get(measure::risk) == risk.id && measure.get(measure::status) != "dropped";
}

void check_treatment(const Record& risk, std::span<const Record* const> measures, Keys& keys) {
    const std::string treatment = risk.get(risk::treatment), status = risk.get(risk::status);
    const bool is_decided = !treatment.empty() && treatment != "not_decided";
    if (!is_decided && (status == "treated" || status == "accepted")) keys.emplace_back("check.risk.no_treatment");
    if (treatment == "accept" && is_missing(risk, "treatment_motive") && is_missing(risk, "acceptance_motive"))
        keys.emplace_back("check.risk.accept_without_motive");
    if (treatment != "reduce") return;
    int live = 0, done = 0;
    for (const Record* measure : measures) {
        if (!is_live(*measure, risk)) continue;
        ++live;
        done += measure->get(measure::status) == "done";
    }
    if (live == 0) keys.emplace_back("check.risk.reduce_without_measure");
    const auto current = number(risk, risk::current_level), residual = number(risk, risk::residual_level);
    if (live > 0 && live == done && current && residual && *current > *residual) keys.emplace_back("check.risk.measures_done");
}

}  // namespace

std::optional<std::int64_t> decided_level(const Record& risk) {
    for (Number level : {risk::residual_level, risk::current_level, risk::inherent_level})
        if (const auto value = number(risk, level)) return value;
    return std::nullopt;
}

bool may_accept(const Actor& who, const Record& matrix, std::int64_t level, const Places& places) {
    const std::string demanded = accepter_of(matrix, level);
    const auto least = accepter_rank(demanded);
    if (!least || demanded == "nobody") return false;
    return std::any_of(who.grants.begin(), who.grants.end(), [&](const Grant& grant) {
        const auto held = accepter_rank(facts(grant.role).name);
        return held && *held >= *least && reaches(grant, places);
    });
}

bool is_accepted(const Record& risk, std::string_view today) {
    if (risk.get(risk::status) != "accepted" || is_missing(risk, "accepted_by") || is_missing(risk, "accepted_on")) return false;
    if (is_past(risk.get(risk::acceptance_until), today) || is_rewritten(risk)) return false;
    const auto then = number(risk, risk::accepted_level), now = decided_level(risk);
    return !then || !now || *now <= *then;
}

std::string escalates_to(const Record& risk, const Record& matrix, std::string_view today) {
    const auto level = decided_level(risk);
    if (risk.removed || risk.get(risk::status) == "closed" || !level) return {};
    if (!is_above_appetite(matrix, *level) || is_accepted(risk, today)) return {};
    return accepter_of(matrix, *level);
}

const Record* matrix_of(const Record& risk, const FindById& find) {
    const Record* analysis = find(kRiskAnalysis, risk.get(risk::analysis));
    return analysis ? find(kRiskMatrix, analysis->get(risk_analysis::matrix)) : nullptr;
}

bool exceeds_appetite(const Record& risk, const FindById& find) {
    const Record* matrix = matrix_of(risk, find);
    const auto level = decided_level(risk);
    return matrix && level && risk.get(risk::status) != "closed" && is_above_appetite(*matrix, *level);
}

bool has_live_measure(const Record& risk, std::span<const Record* const> measures) {
    return std::any_of(measures.begin(), measures.end(), [&](const Record* one) { return is_live(*one, risk); });
}

std::vector<std::string> nonsense(const Record& risk, std::span<const Record* const> measures, std::string_view today) {
    Keys keys;
    if (risk.removed || risk.get(risk::status) == "closed") return keys;
    if (is_missing(risk, "owner")) keys.emplace_back("check.risk.no_owner");
    check_levels(risk, keys);
    check_treatment(risk, measures, keys);
    check_acceptance(risk, measures, today, keys);
    const std::string due = risk.get(risk::reassess_on);
    if (is_date(due) && due <= today) keys.emplace_back("check.risk.reassess_due");
    return keys;
}

std::vector<std::string> measure_nonsense(const Record& measure, std::string_view today) {
    Keys keys;
    if (measure.removed) return keys;
    const std::string status = measure.get(measure::status), done_on = measure.get(measure::done_on);
    const bool is_done = status == "done", is_open = measure::is_open(measure);
    if (is_open && is_missing(measure, "owner")) keys.emplace_back("check.measure.no_owner");
    if (is_open && is_missing(measure, "due_on")) keys.emplace_back("check.measure.no_due_date");
    if (measure::is_overdue(measure, today)) keys.emplace_back("check.measure.overdue");
    if (is_done && is_missing(measure, "done_on")) keys.emplace_back("check.measure.done_without_date");
    if (!is_done && !done_on.empty()) keys.emplace_back("check.measure.date_without_done");
    if (is_date(done_on) && done_on > today) keys.emplace_back("check.measure.done_in_future");
    if (status == "dropped" && is_missing(measure, "result")) keys.emplace_back("check.measure.dropped_without_reason");
    return keys;
}

bool needs_reassessment(const Record& risk, const Record* asset, std::string_view changed_on) {
    const std::string assessed = risk.get(risk::assessed_on);
    if (risk.removed || risk.get(risk::status) == "closed" || !is_date(assessed)) return false;
    const auto is_later = [&](std::string_view day) { return is_date(day) && day > assessed; };
    return is_later(changed_on.substr(0, 10)) || (asset && is_later(asset->text("classified_on")));
}

MatrixCounts matrix_counts(const Record& matrix, std::span<const Record* const> risks) {
    MatrixCounts counts;
    for (const Record* risk : risks) {
        if (risk->removed || risk->get(risk::status) == "closed") continue;
        for (std::size_t stage = 0; stage < std::size(risk::kRatings); ++stage) {
            const auto likelihood = number(*risk, risk::kRatings[stage].likelihood), consequence = number(*risk, risk::kRatings[stage].consequence);
            if (likelihood && consequence && level_of(matrix, *likelihood, *consequence))
                ++counts.cells[stage][static_cast<std::size_t>(*likelihood)][static_cast<std::size_t>(*consequence)];
            else ++counts.outside[stage];
        }
    }
    return counts;
}

bool lies_in(const Record& risk, Stage stage, std::int64_t likelihood, std::int64_t consequence) {
    const risk::Rating& axes = risk::kRatings[static_cast<std::size_t>(stage)];
    return !risk.removed && risk.get(risk::status) != "closed" && number(risk, axes.likelihood) == likelihood && number(risk, axes.consequence) == consequence;
}

}  // namespace lisa
