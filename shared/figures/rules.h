#pragma once
// What each figure says about a record, one function for each. table.cpp holds the figures that they belong to; the rules of the
// method that they ask are those of shared/domain.
#include "figures/figure.h"

namespace lisa::figure {

/// Not counted; and counted, in the part or not.
inline const Tally kOut{};
inline Tally counted(bool is_hit) { return {.is_counted = true, .is_hit = is_hit}; }

Tally assets_classified(const Record& asset, const Basis& basis);
Tally assets_due(const Record& asset, const Basis& basis);
Tally assets_without_owner(const Record& asset, const Basis& basis);
Tally systems_without_owner(const Record& system, const Basis& basis);
Tally systems_to_review(const Record& system, const Basis& basis);

Tally risks_open(const Record& risk, const Basis& basis);
Tally risks_unhandled(const Record& risk, const Basis& basis);
Tally risks_to_decide(const Record& risk, const Basis& basis);
Tally risks_accepted(const Record& risk, const Basis& basis);
Tally risks_to_review(const Record& risk, const Basis& basis);

Tally measures_open(const Record& measure, const Basis& basis);
Tally measures_overdue(const Record& measure, const Basis& basis);
Tally measures_in_time(const Record& measure, const Basis& basis);
Tally tasks_overdue(const Record& task, const Basis& basis);

Tally events_found(const Record& event, const Basis& basis);
Tally events_open(const Record& event, const Basis& basis);
Tally time_to_report(const Record& event, const Basis& basis);
Tally time_to_close(const Record& event, const Basis& basis);
/// Of breaches and notifications.
Tally time_to_tell(const Record& one, const Basis& basis);
Tally told_in_time(const Record& one, const Basis& basis);

Tally breaches_found(const Record& breach, const Basis& basis);
Tally requests_in_time(const Record& request, const Basis& basis);
Tally processings_complete(const Record& processing, const Basis& basis);
Tally assessments_missing(const Record& processing, const Basis& basis);
Tally agreements_missing(const Record& system, const Basis& basis);

Tally instructions_confirmed(const Record& person, const Basis& basis);

Tally seats_vacant(const Record& seat, const Basis& basis);
Tally units_lacking_roles(const Record& unit, const Basis& basis);

Tally requirements_met(const Record& status, const Basis& basis);
Tally systems_assessed(const Record& system, const Basis& basis);
Tally controls_in_place(const Record& control, const Basis& basis);
Tally exceptions_expired(const Record& exception, const Basis& basis);

}  // namespace lisa::figure
