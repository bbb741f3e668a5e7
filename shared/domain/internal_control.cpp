#include "domain/internal_control.h"

#include <algorithm>

#include "change/situation.h"
#include "core/date.h"
#include "domain/moments.h"
#include "domain/task.h"

namespace lisa {
namespace {

constexpr std::string_view kDecided[] = {"year", "unit", "risk_basis", "risk_analysis", "decided_on", "decided_by", "registry_number"};

bool is_signed(const Record& result) { return result.get(control_result::status) == "signed"; }

bool is_blank_number(const Record& record, Key<std::int64_t> field) { return is_blank(record.values[field.index]); }

}  // namespace

std::vector<PointStanding> standings_of(std::span<const Record* const> points, std::span<const Record* const> results, std::string_view today) {
    std::vector<PointStanding> out;
    for (const Record* point : points) {
        PointStanding& one = out.emplace_back(PointStanding{point});
        for (const Record* result : results) {
            if (result->get(control_result::point) != point->id || !is_signed(*result)) continue;
            if (!one.result || one.result->get(control_result::checked_on) <= result->get(control_result::checked_on)) one.result = result;
        }
        const std::string due = point->get(control_point::due_on);
        one.is_late = is_date(due) && due < today;
    }
    return out;
}

ControlCounts counts_of(std::span<const PointStanding> standings) {
    ControlCounts counts;
    for (const PointStanding& one : standings) {
        const std::string outcome = one.result ? one.result->get(control_result::outcome) : std::string();
        ++(outcome == "green" ? counts.green : outcome == "yellow" ? counts.yellow : outcome == "red" ? counts.red : counts.none);
        counts.late += one.is_late ? 1 : 0;
    }
    return counts;
}

std::map<std::string, Value> result_for(const Record& point, const std::string& today) {
    std::map<std::string, Value> values{{"point", Value{point.id}}, {"checked_on", Value{today}}};
    const std::string next = next_after_done(point.get(control_point::due_on), today, point.get(control_point::frequency));
    if (is_date(next)) values["next_control_on"] = Value{next};
    return values;
}

namespace detail {

void check_control_plan(const Situation& now, std::vector<Problem>& problems) {
    const Record& plan = now.after;
    const std::string status = plan.get(control_plan::status);
    if (status == "draft") return;
    for (const auto& field : {control_plan::risk_basis, control_plan::decided_on, control_plan::decided_by}) need(plan, field, problems);
    if (status != "reported") return;
    for (const auto& field : {control_plan::reported_on, control_plan::conclusion}) need(plan, field, problems);
}

std::string_view control_plan_lock(const Record& plan, const Field& field, const Actor&, const Places&) {
    const std::string status = plan.get(control_plan::status);
    const bool is_decided = status == "decided" || status == "reported";
    return is_decided && std::find(std::begin(kDecided), std::end(kDecided), field.name) != std::end(kDecided) ? "problem.decided" : "";
}

void derive_control_result(Record& result, Lookup&) {
    if (!is_signed(result)) result.values[control_result::signed_at.index] = {};
}

void check_control_result(const Situation& now, std::vector<Problem>& problems) {
    const Record& result = now.after;
    if (result.get(control_result::checked_on) > swedish_date(now.now)) problems.push_back({"checked_on", "problem.in_the_future"});
    if (result.get(control_result::deviations) > result.get(control_result::sample_checked)) problems.push_back({"deviations", "problem.more_than_sample"});
    if (!is_signed(result)) return;
    for (const auto& field : {control_result::sample_checked, control_result::deviations})
        if (is_blank_number(result, field)) problems.push_back({std::string(kControlResult.fields[field.index].name), "problem.required"});
    need(result, control_result::outcome, problems);
    if (result.get(control_result::outcome) != "green")
        for (const auto& field : {control_result::finding, control_result::action}) need(result, field, problems);
    if (now.enters("signed") && result.get(control_result::signed_by) != now.who.person) problems.push_back({"signed_by", "problem.own_signature"});
}

std::string_view control_result_lock(const Record& result, const Field& field, const Actor&, const Places&) {
    return is_signed(result) && field.name != "notes" ? "problem.signed" : "";
}

}  // namespace detail
}  // namespace lisa
