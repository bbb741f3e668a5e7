#pragma once
// When somebody is reminded of what is due (issue 5): before, at and after the day or the moment. Each step of each thing is one
// reminder, so whoever has sent it knows that it was sent.
#include "domain/due.h"

namespace lisa {

/// Days before a day, or a moment, at which the first reminder of it comes.
inline constexpr int kFirstReminderDays = 14;

/// The choice of a person by which reminders are sent, and its value for those of limits set by law only; any other value: all.
inline constexpr std::string_view kReminderChoice = "reminders", kLawOnly = "law";

struct Reminder {
    Due due{};
    std::int64_t step = 0;  ///< minutes from the day or the moment; negative before it

    /// Whether it cannot wait for the morning: a moment that is near or has passed.
    bool is_urgent() const;
};

/// The latest step that has been reached of each thing due, at a moment (UTC). Earlier steps that nobody was reminded of are left
/// out: one reminder says it. Things whose first step has not come have none.
/// A day: 14 and 3 days before, the day, the day after, then every week. A moment: 14 and 3 days, 24, 6 and 1 hours before, the
/// moment, then every 24 hours.
std::vector<Reminder> reminders_of(const std::vector<Due>& due, std::string_view now);

/// Whether digests are sent at the moment: on a working day from the hour of a Swedish clock, and no later than ten hours after it.
bool is_digest_time(std::string_view now, int hour);

}  // namespace lisa
