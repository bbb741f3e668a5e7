// Figures about events (H6).
#include "domain/event_statistics.h"

#include <doctest/doctest.h>

#include "domain/breach.h"
#include "domain/notification.h"
#include "shared/memory.h"

using namespace lisa;
using namespace lisa::test;

namespace {

Record event_of(const char* discovered, const char* reported, const char* kind, const char* status = "new", const char* closed = "") {
    Record record{kEvent};
    record.set(event::discovered_at, std::string(discovered));
    record.set(event::reported_at, std::string(reported));
    record.set(event::kind, std::string(kind));
    record.set(event::status, std::string(status));
    record.set(event::closed_at, std::string(closed));
    return record;
}

Record breach_of(const char* known, const char* notified, const char* number) {
    Record record{kBreach};
    record.set(breach::status, std::string("open"));
    record.set(breach::discovered_at, std::string(known));
    record.set(breach::known_at, std::string(known));
    record.set(breach::notified_at, std::string(notified));
    record.set(breach::authority_reference, std::string(number));
    return record;
}

EventFigures figures(const std::vector<Record>& events, const std::vector<Record>& cases = {}, const char* from = "2026-07-01",
                     const char* until = "2026-12-31") {
    return event_figures(pointers(events), pointers(cases), from, until, "2026-12-01T12:00:00Z");
}

}  // namespace

TEST_CASE("H6: events are counted by the Swedish day of their discovery, by kind, and what is open is told") {
    const std::vector<Record> events{event_of("2026-06-30T21:59:00Z", "", "incident"),  // 23:59 on 30 June in Sweden
                                     event_of("2026-06-30T22:00:00Z", "", "incident"),  // midnight
                                     event_of("2026-09-01T10:00:00Z", "", "near_miss", "closed"), event_of("2026-12-31T22:59:00Z", "", ""),
                                     event_of("2026-12-31T23:00:00Z", "", "incident")};
    const EventFigures found = figures(events);
    CHECK(found.events == 3);
    CHECK(found.open == 2);
    CHECK(found.by_kind == std::map<std::string, int>{{"", 1}, {"incident", 1}, {"near_miss", 1}});
    CHECK_FALSE(found.until_reported);
    CHECK_FALSE(found.kept_percent());
}

TEST_CASE("H6: the time to report and to close is the median, so that one forgotten event does not tell the tale") {
    const std::vector<Record> events{event_of("2026-09-01T10:00:00Z", "2026-09-01T10:10:00Z", "flaw", "closed", "2026-09-02T10:10:00Z"),
                                     event_of("2026-09-01T10:00:00Z", "2026-09-01T10:30:00Z", "flaw", "closed", "2026-09-01T10:30:00Z"),
                                     event_of("2026-09-01T10:00:00Z", "2026-10-01T10:00:00Z", "flaw", "triaged", "2026-09-01T09:00:00Z"),
                                     event_of("2026-09-01T10:00:00Z", "2026-09-01T09:00:00Z", "flaw")};  // the wrong way round: left out
    const EventFigures found = figures(events);
    CHECK(found.until_reported == 30);
    CHECK(found.until_closed == 720);  // between nothing and a day
}

TEST_CASE("H6: what the law asks for is kept or missed on the day it was due; what runs or was decided not to be told counts as neither") {
    std::vector<Record> cases{breach_of("2026-09-01T10:00:00Z", "2026-09-02T10:00:00Z", "IMY-1"),
                              breach_of("2026-09-01T10:00:00Z", "2026-09-05T10:00:00Z", "IMY-2"), breach_of("2026-11-01T10:00:00Z", "", ""),
                              breach_of("2026-11-30T10:00:00Z", "", "")};
    Record decided = breach_of("2026-09-10T10:00:00Z", "", "");
    decided.set(breach::status, std::string("not_notified"));
    decided.set(breach::decision_reason, std::string("Krypterat"));
    cases.push_back(decided);
    Record incident{kNotification};
    incident.set(notification::discovered_at, std::string("2026-10-01T10:00:00Z"));
    incident.set(notification::warned_at, std::string("2026-10-01T20:00:00Z"));
    incident.set(notification::warning_reference, std::string("MCF-1"));
    incident.set(notification::notified_at, std::string("2026-10-03T10:00:00Z"));
    incident.set(notification::authority_reference, std::string("MCF-2"));
    cases.push_back(incident);
    const EventFigures found = figures({}, cases);
    CHECK(found.kept == 3);    // one breach, the first notice and the notification
    CHECK(found.missed == 3);  // one told late, one not at all, and the report of the incident
    CHECK(found.kept_percent() == 50);
    CHECK(found.until_told == 24 * 60);  // 10 h, 24 h, 96 h
    CHECK(figures({}, cases, "2027-01-01", "2027-06-30").kept_percent() == std::nullopt);
}

TEST_CASE("H6: all kept is a hundred per cent, and one missed is never rounded up to it") {
    EventFigures all, almost;
    all.kept = 7;
    almost.kept = 199;
    almost.missed = 1;
    CHECK(all.kept_percent() == 100);
    CHECK(almost.kept_percent() == 99);
}
