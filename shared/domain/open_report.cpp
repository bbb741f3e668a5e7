#include "domain/open_report.h"

#include <algorithm>

#include "core/date.h"
#include "core/text.h"
#include "domain/attachment.h"

namespace lisa {
namespace {

/// What the form does not ask, and the event has all the same.
constexpr std::string_view kAdded[] = {"unit", "channel", "reported_at"};

template <class Names>
bool is_among(const Names& names, std::string_view name) {
    return std::find(std::begin(names), std::end(names), name) != std::end(names);
}

bool says(const Change& change, const std::string& field, std::string_view value) {
    const auto found = change.patch.find(field);
    return found != change.patch.end() && found->second == Edit{Value{std::string(value)}};
}

/// When it was discovered: what was typed, or else when it was written, or now. A clock that is a little ahead is not the reporter's
/// fault; what is no moment is left for the register to refuse.
std::string discovered(const OpenReport& report, std::string_view now) {
    constexpr std::int64_t kClockMinutes = 10;
    const auto found = report.answers.find("discovered_at");
    const std::string typed(found == report.answers.end() ? std::string_view() : trim(found->second));
    if (typed.empty()) return is_moment(report.seen_at) && report.seen_at < now ? report.seen_at : std::string(now);
    const std::string moment = moment_of(typed);
    if (moment.empty()) return typed;
    const bool is_a_little_ahead = moment > now && minutes_between(now, moment) <= kClockMinutes;
    return is_a_little_ahead ? std::string(now) : moment;
}

}  // namespace

Change open_event(const OpenReport& report, const std::string& id, std::string_view now) {
    Change change;
    change.client = kOpenReporter;
    change.verb = Verb::create;
    change.entity = kEvent.name;
    change.record = id;
    const auto put = [&](std::string_view field, std::string_view text) {
        if (!trim(text).empty()) change.patch[std::string(field)] = Edit{Value{std::string(text)}};
    };
    for (const auto& [question, answer] : report.answers)
        if (is_among(kOpenQuestions, question)) put(question, answer);
    put("discovered_at", discovered(report, now));
    put("reported_at", now);
    put("unit", report.unit);
    put("channel", "open_page");
    return change;
}

bool may_come_openly(const Change& change, std::string_view event) {
    if (change.verb != Verb::create || change.client != kOpenReporter || event.empty()) return false;
    if (change.entity == kAttachment.name) return says(change, "register_name", kEvent.name) && says(change, "record", event);
    if (change.entity != kEvent.name || change.record != event || !says(change, "channel", "open_page")) return false;
    return std::all_of(change.patch.begin(), change.patch.end(),
                       [](const auto& one) { return is_among(kOpenQuestions, one.first) || is_among(kAdded, one.first); });
}

Actor open_reporter(const std::string& unit) { return {std::string(kOpenReporter), {{Role::manager, unit}}}; }

bool came_openly(const Record& event) { return event.get(event::channel) == "open_page"; }

}  // namespace lisa
