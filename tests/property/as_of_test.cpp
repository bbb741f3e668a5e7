// Property: whatever happened, the registers of any day are those that somebody would have copied on that day.
#include "store/past.h"

#include <map>

#include "core/date.h"
#include "sync/as_of.h"
#include "tests/property/history.h"
#include "tests/property/seed.h"

using namespace lisa;
using namespace lisa::test;

namespace {

constexpr int kHistories = 10;
constexpr int kSteps = 120;

/// Every record of every register with its revision, as one text each.
using Copy = std::map<std::string, std::string>;

void add(Copy& copy, const Record& record) {
    copy[std::string(record.entity->name) + " " + record.id] = dump(record_to_json(record)) + (record.removed ? " removed" : "");
}

Copy copy_of(Town& town) {
    auto view = town.storage->read();
    Copy copy;
    for (const Entity* entity : kCatalog) {
        const auto all = view->store().rows().all(view->database(), *entity);
        for (const Record& record : *all) add(copy, record);
    }
    return copy;
}

/// The same from the journal, read both ways: a register at a time and record by record.
Copy past_of(Town& town, const std::string& day) {
    auto view = town.storage->read();
    Database& database = view->database();
    const std::int64_t until = *last_change_of(database, day);
    Past past(database, kCatalog, until), one_by_one(database, kCatalog, until);
    Copy copy, same;
    for (const Entity* entity : kCatalog) {
        const auto all = past.all(*entity), today = view->store().rows().all(database, *entity);
        for (const Record& record : *all) add(copy, record);
        for (const Record& record : *today)
            if (const auto then = one_by_one.load(*entity, record.id)) add(same, *then);
    }
    CHECK(same == copy);
    return copy;
}

}  // namespace

TEST_CASE("F9 the journal makes the registers of every day as they were, and those of today as they are") {
    const unsigned first = first_seed();
    std::size_t days = 0;
    for (unsigned seed = first; seed != first + kHistories; ++seed) {
        CAPTURE(seed);
        History history(seed);
        std::map<std::string, Copy> copies;  // as they were when the day ended
        copies[swedish_date(history.town.now)] = copy_of(history.town);
        for (int i = 0; i < kSteps; ++i) {
            history.step();
            copies[swedish_date(history.town.now)] = copy_of(history.town);
        }
        for (const auto& [day, copy] : copies) CHECK_MESSAGE(past_of(history.town, day) == copy, day);
        const std::string& earliest = copies.begin()->first;
        CHECK(past_of(history.town, add_days(earliest, -1)).empty());
        CHECK(past_of(history.town, add_days(copies.rbegin()->first, 400)) == copies.rbegin()->second);
        days += copies.size();
    }
    MESSAGE("seed " << first << ": " << days << " days");
    CHECK(days > kHistories * 2);
}

TEST_CASE("F9 as of today everybody sees what they see today") {
    const unsigned seed = first_seed();
    CAPTURE(seed);
    History history(seed);
    for (int i = 0; i < kSteps; ++i) history.step();
    Town& town = history.town;
    for (const char* person : {"chief", "anna", "bertil", "cecilia", "pupil"}) {
        CAPTURE(person);
        Copy now, then;
        Page page = town.pull(person);
        for (const Record& record : page.records) add(now, record);
        REQUIRE_FALSE(page.has_more);
        auto view = town.storage->read();
        const std::vector<const Entity*> registers(std::begin(kCatalog), std::end(kCatalog));
        const auto told = records_as_of(view->store(), registers, swedish_date(town.now), *actor_of(view->store(), id(person), town.now));
        REQUIRE(told);
        for (const Record& record : told->records) add(then, record);
        CHECK(then == now);
        CHECK(told->removed_since.empty());
    }
}
