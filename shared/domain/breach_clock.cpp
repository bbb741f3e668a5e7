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

Clock breach_clock(const Record& breach, std::string_view now) {
    ClockStart start = start_of(breach.get(breach::known_at), breach.get(breach::discovered_at));
    Clock clock{.name = "breach", .basis = start.basis, .from = std::move(start.at)};
    clock.due = add_hours(clock.from, kNotifyHours);
    clock.told = breach.get(breach::notified_at);
    clock.reference = breach.get(breach::authority_reference);
    return judged(std::move(clock), is_decided_not(breach), now);
}

std::vector<Clock> breach_clocks(const Record& breach, std::string_view now) {
    std::vector<Clock> clocks{breach_clock(breach, now)};
    if (const std::string day = supplement_by(breach); !day.empty()) {
        Clock supplement{.name = "supplement", .basis = "first_notice", .from = breach.get(breach::notified_at), .due = end_of_day(day)};
        clocks.push_back(judged(std::move(supplement), false, now));
    }
    return clocks;
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
