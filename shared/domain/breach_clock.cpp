#include "domain/breach_clock.h"

#include "core/date.h"

namespace lisa {
namespace {

/// Cases closed after a notice have a reference number, so that a closed one without it was decided not to be notified.
bool is_decided_not(const Record& breach) {
    const std::string status = breach.get(breach::status);
    const bool is_over = status == "not_notified" || status == "dismissed" || status == "closed";
    return is_over && !breach.get(breach::decision_reason).empty();
}

}  // namespace

BreachClock breach_clock(const Record& breach, std::string_view now) {
    BreachClock clock;
    const std::string known = breach.get(breach::known_at), notified = breach.get(breach::notified_at);
    clock.is_from_discovery = known.empty();
    clock.from = known.empty() ? breach.get(breach::discovered_at) : known;
    clock.notify_by = add_hours(clock.from, kNotifyHours);
    using Standing = BreachClock::Standing;
    if (!notified.empty() && !breach.get(breach::authority_reference).empty())
        clock.standing = notified > clock.notify_by ? Standing::notified_late : Standing::notified;
    else if (is_decided_not(breach)) clock.standing = Standing::decided_not;
    else clock.standing = now > clock.notify_by ? Standing::late : Standing::running;
    return clock;
}

std::string supplement_by(const Record& breach) {
    const bool is_awaited = breach.get(breach::notice) == "preliminary" && breach.get(breach::supplemented_on).empty();
    const std::string notified = breach.get(breach::notified_at);
    return is_awaited && is_moment(notified) ? add_days(swedish_date(notified), kSupplementDays) : std::string();
}

bool must_inform(const Record& breach) {
    if (breach.get(breach::risk) != "high_risk") return false;
    const std::string informing = breach.get(breach::informing);
    if (informing == "informed") return breach.get(breach::informed_on).empty();
    return informing != "not_informed" || (breach.get(breach::not_informed_reason).empty() && !breach.is_hidden(breach::not_informed_reason.index));
}

}  // namespace lisa
