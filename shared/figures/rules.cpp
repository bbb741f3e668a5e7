// Information, risks, measures, requirements and the organisation. Events and personal data are in rules_events.cpp.
#include "figures/rules.h"

#include "core/date.h"
#include "domain/catalog.h"
#include "domain/classification.h"
#include "domain/openings.h"
#include "domain/ownership.h"
#include "domain/period.h"
#include "domain/risk_checks.h"

namespace lisa::figure {
namespace {

bool is_in_use(const Record& asset) { return asset.text("status") != "disposed"; }
bool is_closed(const Record& risk) { return risk.get(risk::status) == "closed"; }
bool has_passed(const std::string& day, const Basis& basis) { return is_date(day) && day < basis.today; }

}  // namespace

Tally assets_classified(const Record& asset, const Basis&) { return is_in_use(asset) ? counted(is_classified(asset)) : kOut; }
Tally assets_due(const Record& asset, const Basis& basis) { return is_in_use(asset) ? counted(is_due(asset, basis.today)) : kOut; }
Tally assets_without_owner(const Record& asset, const Basis&) { return is_used(asset) ? counted(asset.text("owner").empty()) : kOut; }
Tally systems_without_owner(const Record& system, const Basis&) { return is_used(system) ? counted(system.text("owner").empty()) : kOut; }
Tally systems_to_review(const Record& system, const Basis& basis) { return is_used(system) ? counted(awaits_review(system, basis.today)) : kOut; }

Tally risks_open(const Record& risk, const Basis&) {
    if (is_closed(risk)) return kOut;
    const auto level = decided_level(risk);
    return {.is_counted = true, .is_hit = true, .slice = level ? std::to_string(*level) : std::string()};
}

Tally risks_unhandled(const Record& risk, const Basis& basis) {
    if (is_closed(risk)) return kOut;
    return counted(exceeds_appetite(risk, basis.find) && !is_accepted(risk, basis.today) &&
                   !has_live_measure(risk, basis.referring(kMeasure, "risk", risk.id)));
}

Tally risks_to_decide(const Record& risk, const Basis& basis) {
    if (is_closed(risk)) return kOut;
    const Record* matrix = matrix_of(risk, basis.find);
    return counted(matrix && !escalates_to(risk, *matrix, basis.today).empty());
}

Tally risks_accepted(const Record& risk, const Basis& basis) { return is_closed(risk) ? kOut : counted(is_accepted(risk, basis.today)); }
Tally risks_to_review(const Record& risk, const Basis& basis) { return is_closed(risk) ? kOut : counted(has_passed(risk.get(risk::reassess_on), basis)); }

Tally measures_open(const Record& measure, const Basis&) { return counted(measure::is_open(measure)); }
Tally measures_overdue(const Record& measure, const Basis& basis) {
    return measure::is_open(measure) ? counted(measure::is_overdue(measure, basis.today)) : kOut;
}

Tally measures_in_time(const Record& measure, const Basis& basis) {
    const std::string done = measure.get(measure::done_on), due = measure.get(measure::due_on);
    return measure.get(measure::status) == "done" && basis.period().holds(done) && is_date(due) ? counted(done <= due) : kOut;
}

Tally tasks_overdue(const Record& task, const Basis& basis) {
    const std::string next = task.get(task::next_on);
    return is_date(next) ? counted(next < basis.today) : kOut;
}

Tally instructions_confirmed(const Record& person, const Basis& basis) {
    return basis.readers().asked.contains(person.id) ? counted(!basis.readers().missing.contains(person.id)) : kOut;
}

Tally seats_vacant(const Record& seat, const Basis& basis) { return holds_on(seat, basis.today) ? counted(!is_held(seat, basis.today)) : kOut; }

Tally units_lacking_roles(const Record& unit, const Basis& basis) {
    if (!holds_on(unit, basis.today) || roles_needed(unit.text("kind")).empty()) return kOut;
    const auto seats = basis.referring(kAssignment, "unit", unit.id);
    const auto openings = openings_of(unit, seats, basis.today);
    return counted(!openings.empty() && openings.front().is_vacant());  // what is vacant comes first
}

Tally requirements_met(const Record& status, const Basis& basis) {
    const Record* system = basis.find(kSystem, status.get(requirement_status::system));
    if (!system || system->text("status") == "retired" || status.is_hidden(requirement_status::status.index)) return kOut;
    const std::string state = status.get(requirement_status::status);
    if (state.empty() || state == "not_assessed" || state == "not_applicable") return kOut;
    for (const GapRow& row : basis.gap_of(*system).rows)
        if (row.status == &status) return counted(state == "met");
    return kOut;  // its class asks for something else now, or another assessment counts
}

Tally systems_assessed(const Record& system, const Basis& basis) {
    return is_used(system) && !basis.gap_of(system).rows.empty() ? counted(basis.gap_of(system).counts.not_assessed == 0) : kOut;
}

Tally controls_in_place(const Record& control, const Basis&) {
    const bool is_counted = control.get(control::is_applicable) == "applicable" && !control.is_hidden(control::status.index);
    return is_counted ? counted(control.get(control::status) == "implemented") : kOut;
}

Tally exceptions_expired(const Record& exception, const Basis& basis) {
    return exception.get(policy_exception::status) == "approved" ? counted(has_passed(exception.get(policy_exception::ends_on), basis)) : kOut;
}

}  // namespace lisa::figure
