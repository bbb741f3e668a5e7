// How soon events were reported and dealt with (H6).
#include "domain/event_statistics.h"

#include <doctest/doctest.h>

#include "domain/breach.h"
#include "domain/notification.h"

using namespace lisa;

namespace {

Record event_of(const char* discovered, const char* reported, const char* status = "new", const char* closed = "") {
    Record record{kEvent};
    record.set(event::discovered_at, std::string(discovered));
    record.set(event::reported_at, std::string(reported));
    record.set(event::status, std::string(status));
    record.set(event::closed_at, std::string(closed));
    return record;
}

}  // namespace

TEST_CASE("H6: a period holds Swedish days, the first and the last too") {
    const Period half{"2026-07-01", "2026-12-31"};
    CHECK_FALSE(half.holds("2026-06-30T21:59:00Z"));  // 23:59 on 30 June in Sweden
    CHECK(half.holds("2026-06-30T22:00:00Z"));        // midnight
    CHECK(half.holds("2026-12-31T22:59:00Z"));
    CHECK_FALSE(half.holds("2026-12-31T23:00:00Z"));
    CHECK(half.holds("2026-07-01"));
    CHECK(half.holds("2026-12-31"));
    for (const char* other : {"2026-06-30", "2027-01-01", "", "2026-09", "soon"}) CHECK_FALSE(half.holds(other));
}

TEST_CASE("H6: the time until an event is reported and closed is that between two moments in their order") {
    CHECK(minutes_until_reported(event_of("2026-09-01T10:00:00Z", "2026-09-01T10:30:00Z")) == 30);
    CHECK_FALSE(minutes_until_reported(event_of("2026-09-01T10:00:00Z", "2026-09-01T09:00:00Z")));  // the wrong way round
    CHECK_FALSE(minutes_until_reported(event_of("2026-09-01T10:00:00Z", "")));
    CHECK(minutes_until_closed(event_of("", "2026-09-01T10:30:00Z", "closed", "2026-09-02T10:30:00Z")) == 1440);
    CHECK_FALSE(minutes_until_closed(event_of("", "2026-09-01T10:30:00Z", "dismissed", "2026-09-02T10:30:00Z")));
}

TEST_CASE("H6: the authority was told when it first got a notice and gave a number for it") {
    Record incident{kNotification};
    incident.set(notification::discovered_at, std::string("2026-10-01T10:00:00Z"));
    incident.set(notification::notified_at, std::string("2026-10-03T10:00:00Z"));
    incident.set(notification::authority_reference, std::string("MCF-2"));
    CHECK(minutes_until_told(incident, "2026-12-01T12:00:00Z") == 48 * 60);
    incident.set(notification::warned_at, std::string("2026-10-01T20:00:00Z"));
    CHECK(minutes_until_told(incident, "2026-12-01T12:00:00Z") == 48 * 60);
    incident.set(notification::warning_reference, std::string("MCF-1"));
    CHECK(minutes_until_told(incident, "2026-12-01T12:00:00Z") == 10 * 60);
    CHECK_FALSE(minutes_until_told(Record{kBreach}, "2026-12-01T12:00:00Z"));
}

TEST_CASE("H6: the median is the middle, or between the two in the middle, so that one forgotten event does not tell the tale") {
    CHECK(median({30, 10, 43'200}) == 30);
    CHECK(median({0, 1441}) == 720);
    CHECK(median({5}) == 5);
    CHECK_FALSE(median({}));
}
