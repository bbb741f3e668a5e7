#include "domain/registration.h"

#include <algorithm>

#include "core/date.h"
#include "domain/clock.h"
#include "domain/moments.h"

namespace lisa {
namespace {

/// A person tells the minute, a change has its second.
constexpr std::size_t kToTheMinute = 16;

std::string minute(const std::string& utc) { return utc.substr(0, kToTheMinute); }

bool is_told(const Record& record) { return !record.get(registration::told_at).empty() && !record.get(registration::reference).empty(); }

/// Writing down what is registered already alters nothing.
bool is_altered(const Record& before, const Record& after) {
    const bool is_new = before.text("legal_name").empty();
    return !is_new && std::any_of(std::begin(detail::kRegisteredFields), std::end(detail::kRegisteredFields), [&](std::string_view name) {
        const std::size_t at = position(kRegistration, name);
        return before.values[at] != after.values[at] && !(is_blank(before.values[at]) && is_blank(after.values[at]));
    });
}

/// The day that the 14 days count from: when it came to be so, if that is said about this change, else when it was written down.
std::string counted_from(const Record& record) {
    const std::string written = swedish_date(record.get(registration::untold_since)), said = record.get(registration::changed_from);
    const bool is_of_this = is_date(said) && said < written && said >= swedish_date(record.get(registration::told_at));
    return is_of_this ? said : written;
}

}  // namespace

Clock registration_clock(const Record& record, std::string_view now) {
    Clock clock{.name = "registration", .basis = "change", .from = record.get(registration::untold_since), .due = record.get(registration::notify_by)};
    if (clock.due.empty()) {
        clock.told = record.get(registration::told_at);
        const std::string changed = record.get(registration::changed_at);
        clock.from = changed.empty() ? clock.told : std::min(changed, clock.told);
        clock.reference = record.get(registration::reference);
    }
    return judged(std::move(clock), false, now);
}

namespace detail {

void remember_registration(const Record& before, Record& after, std::string_view now) {
    const auto put = [&](Key<std::string> field, std::string text) { after.values[field.index] = text.empty() ? Value{} : Value{std::move(text)}; };
    if (is_altered(before, after)) put(registration::changed_at, std::string(now));
    const std::string told = minute(after.get(registration::told_at)), changed = after.get(registration::changed_at),
                      since = before.get(registration::untold_since);
    const bool is_untold = is_told(after) && minute(changed) > told;
    const bool goes_on = !since.empty() && minute(since) > told;
    put(registration::untold_since, !is_untold ? std::string() : goes_on ? since : changed);
    put(registration::notify_by, is_untold ? end_of_day(add_days(counted_from(after), kRegistrationDays)) : std::string());
}

void check_registration(const Situation& now, std::vector<Problem>& problems) {
    constexpr Key<std::string> kMoments[] = {registration::told_at};
    check_moments(now, kMoments, {}, problems);
    if (!now.after.get(registration::told_at).empty()) need(now.after, registration::reference, problems);
    if (!now.after.get(registration::reference).empty()) need(now.after, registration::told_at, problems);
    if (now.after.get(registration::changed_from) > swedish_date(now.now)) problems.push_back({"changed_from", "problem.in_the_future"});
}

}  // namespace detail
}  // namespace lisa
