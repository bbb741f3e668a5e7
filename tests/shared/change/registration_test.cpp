// What an operator has registered, and the 14 days of a change (H9).
#include "domain/registration.h"

#include <doctest/doctest.h>

#include "domain/clock.h"
#include "domain/due.h"
#include "shared/memory.h"

using namespace lisa;
using namespace lisa::test;

namespace {

using Stands = Clock::Standing;
const Actor kKeeper = holder(Role::coordinator, "kommun", "anna");

struct Registered : Municipality {
    std::string make(const Patch& more = {}) {
        Patch patch{{"legal_name", text("Köpings kommun")}, {"unit", text(id("kommun"))}, {"phone", text("0221-1")}};
        for (const auto& [field, edit] : more) patch[field] = edit;
        return outcome(apply(change(Verb::create, kRegistration, id("reg"), 0, patch), kKeeper, kNow, *this));
    }
    std::string alter(const Patch& patch, std::string_view at = kNow.utc, const Actor& who = kKeeper) {
        return outcome(apply(fresh(*this, Verb::update, kRegistration, id("reg"), patch), who, {std::string(at)}, *this));
    }
    const Record& now() const { return at(kRegistration, id("reg")); }
    Stands standing(std::string_view at) const { return clocks_of(now(), at).front().standing; }
};

const Patch kTold{{"told_at", text("2026-11-20T08:00:00Z")}, {"reference", text("MCF-1")}};

}  // namespace

TEST_CASE("H9: what is not told yet has no day, and what was told before it was written here is no change") {
    Registered store;
    REQUIRE(store.make() == "ok");
    CHECK(store.standing("2027-11-20T08:00:00Z") == Stands::waiting);
    Registered told;
    REQUIRE(told.make(kTold) == "ok");
    CHECK(told.now().get(registration::notify_by).empty());
    CHECK(told.standing("2027-11-20T08:00:00Z") == Stands::told);
}

TEST_CASE("H9: a change has 14 days, to the end of the last; more changes do not put it off; the notice stops it") {
    Registered store;
    REQUIRE(store.make(kTold) == "ok");
    REQUIRE(store.alter({{"phone", text("0221-2")}}, "2026-11-24T10:00:00Z") == "ok");
    CHECK(store.now().get(registration::changed_at) == "2026-11-24T10:00:00Z");
    CHECK(store.now().get(registration::notify_by) == "2026-12-08T22:59:00Z");
    REQUIRE(store.alter({{"email", text("a@koping.example")}}, "2026-11-30T10:00:00Z") == "ok");
    CHECK(store.now().get(registration::changed_at) == "2026-11-30T10:00:00Z");
    CHECK(store.now().get(registration::notify_by) == "2026-12-08T22:59:00Z");
    CHECK(store.standing("2026-12-08T22:00:00Z") == Stands::running);
    CHECK(store.standing("2026-12-08T23:30:00Z") == Stands::late);
    REQUIRE(store.alter({{"responsible", kCleared}, {"notes", NoteEdit{"Ringt"}}}, "2026-12-01T10:00:00Z") == "ok");
    CHECK(store.standing("2026-12-01T11:00:00Z") == Stands::running);
    REQUIRE(store.alter({{"told_at", text("2026-12-02T08:00:00Z")}, {"reference", text("MCF-2")}}, "2026-12-02T08:00:30Z") == "ok");
    CHECK(store.now().get(registration::notify_by).empty());
    CHECK(store.standing("2026-12-31T11:00:00Z") == Stands::told);
    REQUIRE(store.alter({{"phone", text("0221-3")}}, "2027-02-20T10:00:00Z") == "ok");
    CHECK(store.now().get(registration::notify_by) == "2027-03-06T22:59:00Z");
}

TEST_CASE("H9: a change that came about earlier counts from then, one of an earlier notice does not") {
    Registered store;
    REQUIRE(store.make(kTold) == "ok");
    REQUIRE(store.alter({{"phone", text("0221-2")}, {"changed_from", text("2026-11-21")}}, "2026-11-24T10:00:00Z") == "ok");
    CHECK(store.now().get(registration::notify_by) == "2026-12-05T22:59:00Z");
    REQUIRE(store.alter({{"told_at", text("2026-11-25T08:00:00Z")}}, "2026-11-25T09:00:00Z") == "ok");
    REQUIRE(store.alter({{"phone", text("0221-3")}}, "2026-12-01T10:00:00Z") == "ok");
    CHECK(store.now().get(registration::notify_by) == "2026-12-15T22:59:00Z");
    CHECK(store.alter({{"changed_from", text("2026-12-03")}}, "2026-12-01T10:00:00Z") == "invalid changed_from=problem.in_the_future");
}

TEST_CASE("H9: every registered field starts the clock, and nobody types its end") {
    for (std::string_view name : detail::kRegisteredFields) {
        CAPTURE(std::string(name));
        const Field& field = *find_field(kRegistration, name);
        Registered store;
        REQUIRE(store.make(kTold) == "ok");
        const Edit edit = field.type == Type::set                       ? Edit{SetEdit{{field.options.empty() ? "Finland" : std::string(field.options[0])}, {}}}
                          : field.type == Type::choice                  ? Edit{text(field.options[0])}
                          : field.format == Format::email               ? Edit{text("ny@koping.example")}
                          : field.format == Format::organisation_number ? Edit{text("212000-2114")}
                                                                        : Edit{text("Nytt")};
        REQUIRE(store.alter({{std::string(name), edit}}, "2026-11-24T10:00:00Z") == "ok");
        CHECK(store.standing("2026-11-24T11:00:00Z") == Stands::running);
    }
    Registered store;
    REQUIRE(store.make(kTold) == "ok");
    CHECK(store.alter({{"notify_by", text("2040-01-01T00:00:00Z")}}) == "forbidden notify_by=problem.field");
}

TEST_CASE("H9: a notice has moment and number, and is not from the future; others write nothing") {
    Registered store;
    REQUIRE(store.make() == "ok");
    CHECK(store.alter({{"told_at", text("2026-11-20T08:00:00Z")}}) == "invalid reference=problem.required");
    CHECK(store.alter({{"reference", text("MCF-1")}}) == "invalid told_at=problem.required");
    CHECK(store.alter({{"told_at", text("2026-11-25T08:00:00Z")}, {"reference", text("MCF-1")}}) == "invalid told_at=problem.in_the_future");
    CHECK(store.alter(kTold, kNow.utc, holder(Role::employee, "kommun")) == "forbidden =problem.forbidden");
    CHECK(store.alter(kTold, kNow.utc, holder(Role::coordinator, "board_a")) == "missing =problem.missing");
    CHECK(store.alter(kTold, kNow.utc, holder(Role::auditor, "kommun")) == "forbidden =problem.forbidden");
}

TEST_CASE("H9: the change is due on Mitt Lisa for who keeps the registration") {
    Registered store;
    REQUIRE(store.make(kTold) == "ok");
    REQUIRE(store.alter({{"phone", text("0221-2")}}, "2026-11-24T10:00:00Z") == "ok");
    const DueSource source{[&](std::string_view name) { return store.all(*find_entity(kCatalog, name)); },
                           [&](const Record& record) { return *places_of(record, store); }};
    const auto due = due_for(kKeeper, source, "2026-12-31");
    REQUIRE(due.size() == 1);
    CHECK(due[0].date == "2026-12-08");
    CHECK(due_for(holder(Role::employee, "kommun"), source, "2026-12-31").empty());
}
