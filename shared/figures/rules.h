#pragma once
// What each figure says about a record, one function for each. table.cpp holds the figures that they belong to; the rules of the
// method that they ask are those of shared/domain.
#include "figures/figure.h"

namespace lisa::figure {

/// Not counted; and counted, in the part or not.
inline const Verdict kOut{};
inline Verdict counted(bool is_hit) { return {.is_counted = true, .is_hit = is_hit}; }

Verdict assets_classified(const Record& asset, const Basis& basis);
Verdict assets_due(const Record& asset, const Basis& basis);
Verdict assets_without_owner(const Record& asset, const Basis& basis);
Verdict systems_without_owner(const Record& system, const Basis& basis);
Verdict systems_to_review(const Record& system, const Basis& basis);

Verdict risks_open(const Record& risk, const Basis& basis);
Verdict risks_unhandled(const Record& risk, const Basis& basis);
Verdict risks_to_decide(const Record& risk, const Basis& basis);
Verdict risks_accepted(const Record& risk, const Basis& basis);
Verdict risks_to_review(const Record& risk, const Basis& basis);

Verdict measures_open(const Record& measure, const Basis& basis);
Verdict measures_overdue(const Record& measure, const Basis& basis);
Verdict measures_in_time(const Record& measure, const Basis& basis);
Verdict tasks_overdue(const Record& task, const Basis& basis);

Verdict events_found(const Record& event, const Basis& basis);
Verdict events_open(const Record& event, const Basis& basis);
Verdict time_to_report(const Record& event, const Basis& basis);
Verdict time_to_close(const Record& event, const Basis& basis);
/// Of breaches and notifications.
Verdict time_to_tell(const Record& one, const Basis& basis);
Verdict told_in_time(const Record& one, const Basis& basis);

Verdict breaches_found(const Record& breach, const Basis& basis);
Verdict requests_in_time(const Record& request, const Basis& basis);
Verdict processings_complete(const Record& processing, const Basis& basis);
Verdict assessments_missing(const Record& processing, const Basis& basis);
Verdict agreements_missing(const Record& system, const Basis& basis);

Verdict instructions_confirmed(const Record& person, const Basis& basis);

Verdict seats_vacant(const Record& seat, const Basis& basis);
Verdict units_lacking_roles(const Record& unit, const Basis& basis);

Verdict requirements_met(const Record& status, const Basis& basis);
Verdict systems_assessed(const Record& system, const Basis& basis);
Verdict controls_in_place(const Record& control, const Basis& basis);
Verdict exceptions_expired(const Record& exception, const Basis& basis);

}  // namespace lisa::figure
