#include "domain/grants.h"

#include "core/text.h"
#include "tests/shared/memory.h"

#include <doctest/doctest.h>

using namespace lisa;
using namespace lisa::test;

namespace {

constexpr std::string_view kToday = "2026-11-23";

Record anna(const char* audience = "employee") {
    Record record{kPerson};
    record.id = id("anna");
    record.set(person::audience, std::string(audience));
    record.set(person::unit, id("school_a"));
    return record;
}

Record seat(const char* role, const char* holder, const char* unit = "board_a", const char* from = "", const char* until = "", const char* deputy = "") {
    Record record{kAssignment};
    record.id = id("seat");
    record.set(assignment::role, std::string(role));
    record.set(assignment::unit, id(unit));
    if (*holder) record.set(assignment::person, id(holder));
    if (*deputy) record.set(assignment::deputy, id(deputy));
    record.set(assignment::starts_on, std::string(from));
    record.set(assignment::ends_on, std::string(until));
    return record;
}

bool holds(const Record& seat, std::string_view today = kToday) { return grants_of(anna(), {seat}, today).size() == 2; }

Record with(Record record, const char* field, const char* value) {
    record.values[position(*record.entity, field)] = text(value);
    return record;
}

}  // namespace

TEST_CASE("everybody has the role of their audience over their own place") {
    for (std::string_view audience : find_field(kPerson, "audience")->options) {
        const auto grants = grants_of(anna(std::string(audience).c_str()), {}, kToday);
        REQUIRE(grants.size() == 1);
        CHECK(facts(grants[0].role).name == audience);
        CHECK(grants[0].unit == id("school_a"));
    }
    CHECK(grants_of(anna(""), {}, kToday).empty());
}

TEST_CASE("a seat gives its role over its unit, every kind of seat") {
    for (std::string_view role : find_field(kAssignment, "role")->options) {
        CAPTURE(std::string(role));
        const auto grants = grants_of(anna(), {seat(std::string(role).c_str(), "anna")}, kToday);
        REQUIRE(grants.size() == 2);
        CHECK(grants[0] == Grant{Role::employee, id("school_a")});
        CHECK(facts(grants[1].role).name == role);
        CHECK(grants[1].unit == id("board_a"));
    }
}

TEST_CASE("a seat holds from its first day to its last, both included") {
    CHECK(holds(seat("manager", "anna", "board_a", "2026-11-23", "2026-11-23")));
    CHECK(holds(seat("manager", "anna", "board_a", "2026-01-01", "")));
    CHECK(holds(seat("manager", "anna", "board_a", "", "2026-11-23")));
    CHECK_FALSE(holds(seat("manager", "anna", "board_a", "2026-11-24", "")));
    CHECK_FALSE(holds(seat("manager", "anna", "board_a", "", "2026-11-22")));
}

TEST_CASE("a deputy holds the seat as well, a stranger and a vacancy do not") {
    CHECK(holds(seat("manager", "bo", "board_a", "", "", "anna")));
    CHECK_FALSE(holds(seat("manager", "bo", "board_a", "", "", "eva")));
    CHECK_FALSE(holds(seat("manager", "")));
    CHECK_FALSE(holds(seat("", "anna")));
    CHECK_FALSE(holds(seat("emperor", "anna")));
}

TEST_CASE("a vacancy gives nobody anything, not even a person without id") {
    Record nobody = anna();
    nobody.id.clear();
    CHECK(grants_of(nobody, {seat("administrator", "")}, kToday).empty());
}

TEST_CASE("a removed seat gives nothing") {
    Record removed = seat("administrator", "anna");
    removed.removed = true;
    CHECK_FALSE(holds(removed));
}

TEST_CASE("whoever is removed, has left or has not begun holds nothing at all") {
    const std::vector<Record> seats{seat("administrator", "anna")};
    Record removed = anna();
    removed.removed = true;
    CHECK(grants_of(removed, seats, kToday).empty());
    CHECK(grants_of(with(anna(), "ends_on", "2026-11-22"), seats, kToday).empty());
    CHECK(grants_of(with(anna(), "starts_on", "2026-11-24"), seats, kToday).empty());
    CHECK(grants_of(with(anna(), "ends_on", "2026-11-23"), seats, kToday).size() == 2);
    CHECK(grants_of(with(anna(), "starts_on", "2026-11-23"), seats, kToday).size() == 2);
}

TEST_CASE("grants come sorted and none twice, whatever the order of the seats") {
    const std::vector<Record> seats{seat("manager", "anna", "board_b"), seat("manager", "anna", "board_a"), seat("manager", "anna", "board_b", "", "", "anna")};
    const auto grants = grants_of(anna(), seats, kToday);
    CHECK(grants.size() == 3);
    CHECK(grants == grants_of(anna(), {seats[2], seats[1], seats[0]}, kToday));
}

TEST_CASE("an epoch changes exactly when a grant or the tree does") {
    const std::vector<Grant> grants{{Role::employee, id("school_a")}, {Role::manager, id("board_a")}};
    const std::string epoch = epoch_of(grants, 7);
    CHECK(epoch == epoch_of(grants, 7));
    CHECK_FALSE(epoch.empty());
    CHECK(epoch != epoch_of(grants, 8));
    CHECK(epoch != epoch_of({grants[0]}, 7));
    CHECK(epoch != epoch_of({}, 7));
    CHECK(epoch != epoch_of({{Role::employee, id("school_b")}, grants[1]}, 7));
    CHECK(epoch != epoch_of({{Role::elected, id("school_a")}, grants[1]}, 7));
    CHECK(epoch_of({}, ~0ull).size() == 16);
}

TEST_CASE("P2 where somebody works or studies is where their audience is, whatever seats they hold elsewhere") {
    for (std::string_view audience : find_field(kPerson, "audience")->options)
        CHECK(place_of_work({id("anna"), grants_of(anna(std::string(audience).c_str()), {seat("manager", "anna")}, kToday)}) == id("school_a"));
    CHECK(place_of_work({id("anna"), {{Role::manager, id("board_a")}}}) == "");
    CHECK(place_of_work({}) == "");
}
