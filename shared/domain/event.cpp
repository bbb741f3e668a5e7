#include "domain/event.h"

#include <algorithm>

#include "core/date.h"
#include "domain/clock.h"
#include "domain/moments.h"
#include "domain/open_report.h"

namespace lisa::detail {
namespace {

constexpr Key<std::string> kMoments[] = {event::occurred_at, event::ended_at, event::discovered_at, event::reported_at, event::known_at};
constexpr MomentOrder kOrder[] = {
    {event::occurred_at, event::discovered_at, "problem.before_occurred"},
    {event::occurred_at, event::ended_at, "problem.before_occurred"},
    {event::discovered_at, event::known_at, "problem.before_discovered"},
    {event::discovered_at, event::reported_at, "problem.before_discovered"},
};

bool is_handler(const Actor& who, const Places& places) { return holds_role(who, kEventHandlers, places); }

/// One reports in one's own name; those who handle events write down also what others said, and what nobody put a name to.
void check_reporter(const Situation& now, std::vector<Problem>& problems) {
    const std::string reporter = now.after.get(event::reporter);
    if (reporter == now.before.get(event::reporter) && !reporter.empty()) return;
    if (reporter != now.who.person && !is_handler(now.who, now.places)) problems.push_back({"reporter", "problem.own_report"});
}

/// That an event came by the open page says that somebody may follow it with a code, and so nobody says it by hand.
void check_channel(const Situation& now, std::vector<Problem>& problems) {
    if (came_openly(now.after) && !came_openly(now.before) && now.who.person != kOpenReporter) problems.push_back({"channel", "problem.came_openly"});
}

}  // namespace

void derive_event(Record& record, Lookup&) {
    const auto put = [&](Key<std::string> field, std::string text) { record.values[field.index] = text.empty() ? Value{} : Value{std::move(text)}; };
    const std::string status = record.get(event::status), known = record.get(event::known_at);
    // Should it be significant, the first notice is due then; whoever triages later has missed it.
    const std::string from = known.empty() ? record.get(event::discovered_at) : known;
    put(event::triage_by, status == "new" && is_moment(from) ? add_hours(from, kWarnHours) : std::string());
    if (status != "closed" && status != "dismissed") put(event::closed_at, {});
}

void check_event(const Situation& now, std::vector<Problem>& problems) {
    check_moments(now, kMoments, kOrder, problems);
    check_reporter(now, problems);
    check_channel(now, problems);
    const Record& after = now.after;
    const std::string status = after.get(event::status);
    if (status == "dismissed") return need(after, event::triage_reason, problems);
    if (status == "new") return;
    for (const auto& field : {event::kind, event::severity, event::role}) need(after, field, problems);
    if (status != "closed") return;
    for (const auto& field : {event::cause, event::lessons}) need(after, field, problems);
    // Somebody waits for it: in the program, or with the code of an open report.
    if (!after.get(event::reporter).empty() || came_openly(after)) need(after, event::feedback, problems);
}

std::string_view event_lock(const Record& record, const Field& field, const Actor& who, const Places& places) {
    if (field.name == "channel" && came_openly(record)) return "problem.came_openly";
    const bool is_reported = std::find(std::begin(kReportFields), std::end(kReportFields), field.name) != std::end(kReportFields);
    return is_reported || is_handler(who, places) ? "" : "problem.handlers_only";
}

}  // namespace lisa::detail

bool lisa::event::is_open(const Record& record) { return record.get(status) != "closed" && record.get(status) != "dismissed"; }
