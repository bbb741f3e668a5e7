#include "report/when.h"

#include "core/date.h"

namespace lisa {
namespace {

constexpr std::int64_t kHour = 60, kDay = 24 * kHour;

}  // namespace

std::string span_text(std::int64_t minutes, Language language) {
    const auto words = [&](Tr key, std::int64_t count) { return fill(say(language, key), {{"count", std::to_string(count)}}); };
    if (minutes < kHour) return words("when.minutes"_tr, minutes);
    if (minutes < 2 * kDay) return words("when.hours"_tr, minutes / kHour);
    return words("when.days"_tr, minutes / kDay);
}

std::string deadline_text(std::string_view deadline, std::string_view now, Language language) {
    if (now > deadline) return fill(say(language, "when.passed"_tr), {{"span", span_text(minutes_between(deadline, now), language)}});
    const std::string local = swedish_time(deadline), day = local.substr(0, 10), today = swedish_date(now);
    const Tr key = day == today ? "when.today"_tr : day == add_days(today, 1) ? "when.tomorrow"_tr : "when.on_day"_tr;
    return fill(say(language, key), {{"date", day}, {"time", local.substr(local.size() - 5)}});
}

}  // namespace lisa
