#include "domain/reminder.h"

#include <charconv>
#include <optional>

#include "core/date.h"
#include "domain/working_day.h"

namespace lisa {
namespace {

constexpr std::int64_t kHour = 60, kDay = 24 * kHour;
constexpr int kDigestHours = 10;

/// Steps in minutes, earliest first; after the last one it comes again and again.
struct Pace {
    std::span<const std::int64_t> steps;
    std::int64_t again;
};

constexpr std::int64_t kDaySteps[] = {-kFirstReminderDays * kDay, -3 * kDay, 0, kDay};
constexpr std::int64_t kMomentSteps[] = {-kFirstReminderDays * kDay, -3 * kDay, -kDay, -6 * kHour, -kHour, 0};
constexpr Pace kDayPace{kDaySteps, 7 * kDay}, kMomentPace{kMomentSteps, kDay};

/// The latest step that `passed`, minutes since the day or the moment, has reached.
std::optional<std::int64_t> step_reached(const Pace& pace, std::int64_t passed) {
    std::optional<std::int64_t> reached;
    for (const std::int64_t step : pace.steps)
        if (step <= passed) reached = step;
    if (reached == pace.steps.back()) reached = *reached + (passed - *reached) / pace.again * pace.again;
    return reached;
}

}  // namespace

bool Reminder::is_urgent() const { return !due.at.empty() && step >= -kDay; }

std::vector<Reminder> reminders_of(const std::vector<Due>& due, std::string_view now) {
    const std::string today = swedish_date(now);
    std::vector<Reminder> found;
    for (const Due& one : due) {
        const auto step =
            one.at.empty() ? step_reached(kDayPace, days_between(one.date, today) * kDay) : step_reached(kMomentPace, minutes_between(one.at, now));
        if (step) found.push_back({one, *step});
    }
    return found;
}

bool is_digest_time(std::string_view now, int hour) {
    const std::string local = swedish_time(now);
    if (!is_moment(now) || !is_working_day(local.substr(0, 10))) return false;
    int present = 0;
    std::from_chars(local.data() + 11, local.data() + 13, present);
    return present >= hour && present < hour + kDigestHours;
}

}  // namespace lisa
