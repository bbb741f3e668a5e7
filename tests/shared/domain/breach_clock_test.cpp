// The 72 hours of a personal-data breach (D3, GDPR article 33).
#include "domain/breach_clock.h"

#include <doctest/doctest.h>

#include "core/date.h"
#include "shared/memory.h"

using namespace lisa;
using namespace lisa::test;

namespace {

using Is = Clock::Standing;

const std::string kKnown = "2026-11-20T16:30:00Z", kLimit = "2026-11-23T16:30:00Z";  // Friday afternoon to Monday afternoon

Record breach_of(const std::map<std::string, Value>& values) {
    Record record{kBreach};
    record.set(breach::status, std::string("open"));
    record.set(breach::discovered_at, std::string("2026-11-20T12:00:00Z"));
    record.set(breach::known_at, kKnown);
    for (const auto& [name, value] : values) record.values[position(kBreach, name)] = value;
    return record;
}

Is standing(const std::map<std::string, Value>& values, std::string_view now = "2026-11-22T03:00:00Z") { return breach_clock(breach_of(values), now).standing; }

}  // namespace

TEST_CASE("D3: 72 hours run from knowledge through nights and weekends") {
    const Clock clock = breach_clock(breach_of({}), "2026-11-22T03:00:00Z");
    CHECK(clock.from == kKnown);
    CHECK(clock.due == kLimit);
    CHECK(clock.standing == Is::running);
    CHECK(standing({}, kLimit) == Is::running);
    CHECK(standing({}, "2026-11-23T16:30:01Z") == Is::late);
}

TEST_CASE("D3: 72 hours are 72 hours when the clocks change") {
    const auto limit = [](const char* known) { return swedish_time(breach_clock(breach_of({{"known_at", text(moment_of(known))}}), {}).due); };
    CHECK(limit("2026-03-27 14:20") == "2026-03-30 15:20");  // an hour is lost in the night to Sunday
    CHECK(limit("2026-10-24 14:20") == "2026-10-27 13:20");  // and won in October
    CHECK(limit("2026-12-30 14:20") == "2027-01-02 14:20");
}

TEST_CASE("D3: until knowledge is filled in the discovery counts, which is the stricter") {
    const Clock clock = breach_clock(breach_of({{"known_at", kCleared}}), kLimit);
    CHECK(clock.basis == "discovery");
    CHECK(clock.from == "2026-11-20T12:00:00Z");
    CHECK(clock.standing == Is::late);
}

TEST_CASE("D3: only a reference number or a motivated decision not to notify stops the clock") {
    const Value at = text("2026-11-22T08:00:00Z"), late = text("2026-11-24T08:00:00Z"), number = text("IMY-2026-1"), why = text("Osannolikt");
    CHECK(standing({{"notified_at", at}}) == Is::running);
    CHECK(standing({{"authority_reference", number}}) == Is::running);
    CHECK(standing({{"notified_at", at}, {"authority_reference", number}}) == Is::told);
    CHECK(standing({{"notified_at", late}, {"authority_reference", number}}) == Is::told_late);
    CHECK(standing({{"decision_reason", why}}) == Is::running);
    CHECK(standing({{"risk", text("no_risk")}, {"risk_reason", why}}) == Is::running);
    for (const char* status : {"not_notified", "dismissed", "closed"}) {
        CAPTURE(std::string(status));
        CHECK(standing({{"status", text(status)}}) == Is::running);
        CHECK(standing({{"status", text(status)}, {"decision_reason", why}}) == Is::decided_not);
    }
    CHECK(standing({{"status", text("notified")}}, "2026-12-01T00:00:00Z") == Is::late);
}

TEST_CASE("D3: a first notice is supplemented within four weeks, counted by the Swedish day") {
    const auto day = [](const std::map<std::string, Value>& values) { return supplement_by(breach_of(values)); };
    const Value at = text("2026-11-22T23:30:00Z"), first = text("preliminary");
    CHECK(day({{"notified_at", at}, {"notice", first}}) == "2026-12-21");
    CHECK(day({{"notified_at", at}, {"notice", text("complete")}}) == "");
    CHECK(day({{"notice", first}}) == "");
    CHECK(day({{"notified_at", at}, {"notice", first}, {"supplemented_on", text("2026-12-01")}}) == "");
}

TEST_CASE("D3: at high risk the people are told, or it is said why not") {
    const auto must = [](std::map<std::string, Value> values) {
        values.emplace("risk", text("high_risk"));
        return must_inform(breach_of(values));
    };
    CHECK(must({}));
    CHECK(must({{"informing", text("will_inform")}}));
    CHECK(must({{"informing", text("informed")}}));
    CHECK_FALSE(must({{"informing", text("informed")}, {"informed_on", text("2026-11-22")}}));
    CHECK(must({{"informing", text("not_informed")}}));
    CHECK_FALSE(must({{"informing", text("not_informed")}, {"not_informed_reason", text("Krypterat")}}));
    CHECK_FALSE(must({{"risk", text("risk")}}));
}

TEST_CASE("D3 H3: a promised supplement is a clock of its own, to the end of its Swedish day") {
    const Record first = breach_of({{"notified_at", text("2026-11-22T08:00:00Z")}, {"authority_reference", text("IMY-1")}, {"notice", text("preliminary")}});
    const std::vector<Clock> clocks = clocks_of(first, "2026-12-20T22:59:00Z");
    REQUIRE(clocks.size() == 2);
    CHECK(clocks[0].standing == Is::told);
    CHECK(swedish_time(clocks[1].due) == "2026-12-20 23:59");
    CHECK(clocks[1].standing == Is::running);
    CHECK(clocks_of(first, "2026-12-20T22:59:01Z")[1].standing == Is::late);
    CHECK(clocks_of(breach_of({}), kLimit).size() == 1);
}
