#include "domain/openings.h"

#include <doctest/doctest.h>

#include "shared/memory.h"

using namespace lisa;
using namespace lisa::test;

namespace {

constexpr std::string_view kToday = "2026-11-25";

Record unit(std::string_view kind) {
    Record record{kUnit};
    record.id = id("unit");
    record.values[position(kUnit, "name")] = text("Utbildningsnämnden");
    record.values[position(kUnit, "kind")] = text(kind);
    return record;
}

Record seat(std::string_view role, std::string_view person, std::string_view starts = "", std::string_view ends = "") {
    Record record{kAssignment};
    record.set(assignment::role, std::string(role));
    record.set(assignment::unit, id("unit"));
    record.set(assignment::person, std::string(person));
    record.set(assignment::starts_on, std::string(starts));
    record.set(assignment::ends_on, std::string(ends));
    return record;
}

/// "vacant manager", "coordinator until 2026-12-01": what stands open, in order.
std::vector<std::string> open_in(const Record& where, const std::vector<Record>& seats, std::string_view day = kToday) {
    std::vector<std::string> said;
    for (const Opening& one : openings_of(where, pointers(seats), day))
        said.push_back(one.is_vacant() ? std::string(one.seat ? "empty " : "no ") + one.role : one.role + " until " + one.ends_on);
    return said;
}

using Said = std::vector<std::string>;

}  // namespace

TEST_CASE("O3 a board must have an information owner and a dataskyddshandläggare; a unit of another kind nobody") {
    CHECK(open_in(unit("board"), {}) == Said{"no information_owner", "no privacy_administrator"});
    CHECK(open_in(unit("company"), {}) == Said{"no information_owner", "no privacy_administrator"});
    CHECK(open_in(unit("unit"), {}).empty());
    CHECK(open_in(unit("municipality"), {}).size() == 6);
    CHECK(open_in(unit("board"), {seat("information_owner", "anna")}) == Said{"no privacy_administrator"});
    for (std::string_view kind : find_field(kUnit, "kind")->options)
        for (std::string_view role : roles_needed(kind)) CHECK(find_role(role) != nullptr);
}

TEST_CASE("O3 an empty seat is said once, also when the board must have the role") {
    CHECK(open_in(unit("board"), {seat("information_owner", "anna"), seat("privacy_administrator", "")}) == Said{"empty privacy_administrator"});
    CHECK(open_in(unit("unit"), {seat("trainer", "")}) == Said{"empty trainer"});
    // One of two seats is empty: the role is filled, and still somebody is wanted.
    CHECK(open_in(unit("unit"), {seat("trainer", ""), seat("trainer", "bo")}) == Said{"empty trainer"});
}

TEST_CASE("O3 a seat that has ended, or not begun, fills nothing and is not itself asked for") {
    const Record owner = seat("information_owner", "anna");
    CHECK(open_in(unit("board"), {owner, seat("privacy_administrator", "bo", "", "2026-11-24")}) == Said{"no privacy_administrator"});
    CHECK(open_in(unit("board"), {owner, seat("privacy_administrator", "bo", "2026-11-26")}) == Said{"no privacy_administrator"});
    CHECK(open_in(unit("board"), {owner, seat("privacy_administrator", "", "", "2026-11-24")}) == Said{"no privacy_administrator"});
    Record removed = seat("privacy_administrator", "bo");
    removed.removed = true;
    CHECK(open_in(unit("board"), {owner, removed}) == Said{"no privacy_administrator"});
}

TEST_CASE("O3 a seat that ends within 90 days is said with its last day, the earliest first and after what is vacant") {
    CHECK(open_in(unit("unit"), {seat("trainer", "bo", "", "2027-02-24")}).empty());
    CHECK(open_in(unit("unit"), {seat("manager", "bo", "", "2027-02-23"), seat("trainer", "bo", "", "2026-11-25"), seat("auditor", "")}) ==
          Said{"empty auditor", "trainer until 2026-11-25", "manager until 2027-02-23"});
}

TEST_CASE("O3 a seat whose successor is named to begin the day after is not said to end; one day between is") {
    const Record leaving = seat("manager", "bo", "", "2026-12-31");
    CHECK(open_in(unit("unit"), {leaving, seat("manager", "eva", "2027-01-01")}).empty());
    CHECK(open_in(unit("unit"), {leaving, seat("manager", "eva", "2027-01-02")}) == Said{"manager until 2026-12-31"});
    CHECK(open_in(unit("unit"), {leaving, seat("manager", "", "2027-01-01")}) == Said{"manager until 2026-12-31"});
    CHECK(open_in(unit("unit"), {leaving, seat("trainer", "eva", "2027-01-01")}) == Said{"manager until 2026-12-31"});
    // A colleague who sits there already follows nobody.
    CHECK(open_in(unit("unit"), {leaving, seat("manager", "eva", "2020-01-01")}) == Said{"manager until 2026-12-31"});
}

TEST_CASE("O3 nothing is wanted in a unit that has ended") {
    Record ended = unit("board");
    ended.values[position(kUnit, "ends_on")] = text("2026-06-30");
    CHECK(open_in(ended, {seat("trainer", "")}).empty());
    CHECK(open_in(ended, {}, "2026-06-30").size() == 2);
}

TEST_CASE("O3 the seat that takes up an opening begins today, or the day after who sits there leaves") {
    const Record where = unit("board");
    const auto vacant = seat_for({&where, "information_owner", nullptr, {}}, kToday);
    CHECK(vacant.at("role") == text("information_owner"));
    CHECK(vacant.at("unit") == text(id("unit")));
    CHECK(vacant.at("starts_on") == text("2026-11-25"));
    const Record leaving = seat("manager", "bo", "", "2026-12-31");
    CHECK(seat_for({&where, "manager", &leaving, "2026-12-31"}, kToday).at("starts_on") == text("2027-01-01"));
}
