// The events of the example.
#include <algorithm>
#include <set>

#include "core/date.h"
#include "domain/cases.h"
#include "domain/clock.h"
#include "tests/backend/example.h"

using namespace lisa;
using namespace lisa::test;

TEST_CASE("H2 H3 H7 the example has events of most kinds, clocks that run and were kept, and an incident whose cases wait") {
    const auto& records = loaded().records;
    const std::string now = utc_text(kExampleNow);
    std::set<std::string> kinds;
    for (const Record& event : records.at("event")) kinds.insert(event.text("kind"));
    CHECK(kinds.size() >= 6);
    std::map<Clock::Standing, int> standings;
    for (const Record& notification : records.at("notification"))
        for (const Clock& clock : clocks_of(notification, now)) ++standings[clock.standing];
    for (const auto standing : {Clock::Standing::running, Clock::Standing::told, Clock::Standing::decided_not, Clock::Standing::waiting})
        CHECK(standings[standing] > 0);
    CHECK(standings[Clock::Standing::told_late] == 0);
    const auto event =
        std::find_if(records.at("event").begin(), records.at("event").end(), [](const Record& one) { return one.text("channel") == "supplier"; });
    REQUIRE(event != records.at("event").end());
    CaseRecords around;
    around.systems = pointers(records.at("system"));
    around.processings = pointers(records.at("processing"));
    around.notifications = pointers(records.at("notification"));
    around.unit = [&](const std::string& id) -> const Record* {
        for (const Record& unit : records.at("unit"))
            if (unit.id == id) return &unit;
        return nullptr;
    };
    const std::vector<Case> cases = cases_of(*event, around);
    CHECK(cases.size() >= 2);
    CHECK(std::count_if(cases.begin(), cases.end(), [](const Case& one) { return one.opened != nullptr; }) == 1);
    int tied = 0;
    for (const Record& breach : records.at("breach")) tied += !breach.text("event").empty();
    CHECK(tied == 1);
}
