// Events, what the law asks for about them, and personal data.
#include <algorithm>

#include "core/date.h"
#include "domain/catalog.h"
#include "domain/clock.h"
#include "domain/privacy_rules.h"
#include "figures/rules.h"

namespace lisa::figure {
namespace {

Tally took(Minutes minutes) { return minutes ? Tally{.is_counted = true, .is_hit = true, .minutes = *minutes} : kOut; }

bool is_found(const Record& one, const Basis& basis) { return basis.period().holds(one.text("discovered_at")); }
bool is_ended(const Record& processing) { return processing.text("status") == "ended"; }

}  // namespace

Tally events_found(const Record& event, const Basis& basis) {
    return is_found(event, basis) ? Tally{.is_counted = true, .is_hit = true, .slice = event.get(event::kind)} : kOut;
}

Tally events_open(const Record& event, const Basis&) {
    return event::is_open(event) ? Tally{.is_counted = true, .is_hit = true, .slice = event.get(event::severity)} : kOut;
}

Tally time_to_report(const Record& event, const Basis& basis) { return is_found(event, basis) ? took(minutes_until_reported(event)) : kOut; }
Tally time_to_close(const Record& event, const Basis& basis) { return is_found(event, basis) ? took(minutes_until_closed(event)) : kOut; }

Tally time_to_tell(const Record& one, const Basis& basis) { return is_found(one, basis) ? took(minutes_until_told(one, basis.now)) : kOut; }

Tally told_in_time(const Record& one, const Basis& basis) {
    std::vector<Clock> clocks = clocks_of(one, basis.now);
    std::erase_if(clocks, [&](const Clock& clock) { return (!clock.is_kept() && !clock.is_late()) || !basis.period().holds(clock.due); });
    return clocks.empty() ? kOut : counted(std::none_of(clocks.begin(), clocks.end(), [](const Clock& clock) { return clock.is_late(); }));
}

Tally breaches_found(const Record& breach, const Basis& basis) {
    return is_found(breach, basis) && breach.get(breach::status) != "dismissed" ? counted(true) : kOut;
}

Tally requests_in_time(const Record& request, const Basis& basis) {
    const std::string answered = request.text("answered_on"), due = request.get(privacy_request::due_on);
    if (!is_date(due)) return kOut;
    if (answered.empty()) return due < basis.today && basis.period().holds(due) ? counted(false) : kOut;
    return basis.period().holds(answered) ? counted(answered <= due) : kOut;
}

Tally processings_complete(const Record& processing, const Basis& basis) {
    return is_ended(processing) ? kOut : counted(missing_for_record(processing, basis.referring(kProcessingData, "processing", processing.id)).empty());
}

Tally assessments_missing(const Record& processing, const Basis& basis) {
    if (is_ended(processing) || dpia_need(processing) != "yes") return kOut;
    return counted(basis.referring(kDpia, "processing", processing.id).empty());
}

Tally agreements_missing(const Record& system, const Basis& basis) {
    if (system.text("status") == "retired") return kOut;
    return counted(!processor_agreement_gap(system, basis.referring, basis.find, basis.today).empty());
}

}  // namespace lisa::figure
