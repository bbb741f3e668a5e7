#include "domain/clock.h"

#include "core/date.h"
#include "domain/breach_clock.h"
#include "domain/notification_clock.h"
#include "domain/registration.h"

namespace lisa {

ClockStart start_of(std::string_view known_at, std::string_view discovered_at) {
    return known_at.empty() ? ClockStart{"discovery", std::string(discovered_at)} : ClockStart{"knowledge", std::string(known_at)};
}

Clock judged(Clock clock, bool is_decided_not, std::string_view now) {
    using Standing = Clock::Standing;
    const bool is_told = !clock.told.empty() && !clock.reference.empty();
    if (is_told) clock.standing = !clock.due.empty() && clock.told > clock.due ? Standing::told_late : Standing::told;
    else if (is_decided_not) clock.standing = Standing::decided_not;
    else if (clock.due.empty()) clock.standing = Standing::waiting;
    else clock.standing = now > clock.due ? Standing::late : Standing::running;
    return clock;
}

std::string end_of_day(std::string_view day) { return is_date(day) ? moment_of(std::string(day) + " 23:59") : std::string(); }

std::vector<Clock> clocks_of(const Record& record, std::string_view now) {
    if (record.entity == &kBreach) return breach_clocks(record, now);
    if (record.entity == &kNotification) return notification_clocks(record, now);
    if (record.entity == &kRegistration) return {registration_clock(record, now)};
    return {};
}

}  // namespace lisa
