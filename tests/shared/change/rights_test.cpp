// What apply() refuses for want of a right, and what the refusal gives away.
#include "change/change.h"

#include "tests/shared/memory.h"

#include <doctest/doctest.h>

using namespace lisa;
using namespace lisa::test;

namespace {

const Actor kOwner = holder(Role::information_owner, "board_a", "owner");
const Actor kCoordinator = holder(Role::coordinator, "kommun", "coordinator");

std::string try_out(Memory& store, const Change& change, const Actor& who = kOwner) { return outcome(apply(change, who, kNow, store)); }

Change edit(Memory& store, const Entity& entity, const char* name, Patch patch) {
    return change(Verb::update, entity, id(name), store.at(entity, id(name)).rev, std::move(patch));
}

Patch asset_in(const char* unit) { return {{"name", text("Ny")}, {"kind", text("process")}, {"unit", text(id(unit))}}; }

/// A store that cannot write.
struct Full : Municipality {
    Result<Done> save(const Record&, const Record&, const Change&, const Actor&) override { return fault(Fault::broken, "", "problem.storage"); }
};

}  // namespace

TEST_CASE("whoever may not read a record learns nothing about it: forbidden looks like missing") {
    Municipality store;
    REQUIRE(try_out(store, fresh(store, Verb::remove, kAsset, id("maps")), kCoordinator) == "ok");
    store.put(kAsset, id("plans"), {{"name", text("Planer")}, {"kind", text("process")}, {"unit", text(id("board_b"))}});
    for (Verb verb : {Verb::update, Verb::step, Verb::remove, Verb::restore})
        for (const char* name : {"plans", "maps", "nothing"})
            for (std::int64_t base : {std::int64_t{0}, INT64_MAX}) {
                Change blind = change(verb, kAsset, id(name), base, verb == Verb::update ? Patch{{"name", text("x")}} : Patch{});
                blind.step = verb == Verb::step ? "put_to_use" : "";
                CAPTURE(std::string(name));
                CAPTURE(std::string(verb_name(verb)));
                CHECK(try_out(store, blind) == "missing =problem.missing");
            }
}

TEST_CASE("whoever may read but not write is told so") {
    Municipality store;
    const Actor reader = holder(Role::manager, "board_a");
    CHECK(try_out(store, edit(store, kSystem, "register", {{"name", text("x")}}), kOwner) == "forbidden =problem.forbidden");
    CHECK(try_out(store, edit(store, kAsset, "grades", {{"name", text("x")}}), reader) == "forbidden =problem.forbidden");
    CHECK(try_out(store, change(Verb::create, kAsset, id("new"), 0, asset_in("school_a")), reader) == "forbidden =problem.forbidden");
    const Actor keeper = holder(Role::privacy_administrator, "board_a");
    CHECK(try_out(store, fresh(store, Verb::remove, kAsset, id("grades")), keeper) == "forbidden =problem.forbidden");
}

TEST_CASE("a record is created only where one holds the right") {
    Municipality store;
    CHECK(try_out(store, change(Verb::create, kAsset, id("new"), 0, asset_in("board_b"))) == "forbidden unit=problem.place");
    CHECK(try_out(store, change(Verb::create, kAsset, id("new"), 0, asset_in("kommun"))) == "forbidden unit=problem.place");
    CHECK(try_out(store, change(Verb::create, kAsset, id("new"), 0, asset_in("board_a"))) == "ok");
}

TEST_CASE("moving a record needs the right where it was and where it lands") {
    Municipality store;
    const Actor other = holder(Role::information_owner, "board_b");
    CHECK(try_out(store, edit(store, kAsset, "grades", {{"unit", text(id("board_b"))}})) == "forbidden unit=problem.place");
    CHECK(try_out(store, edit(store, kAsset, "grades", {{"unit", text(id("board_b"))}}), other) == "missing =problem.missing");
    CHECK(try_out(store, edit(store, kAsset, "grades", {{"unit", text(id("board_a"))}})) == "ok");
    Actor both = kOwner;
    both.grants.push_back({Role::information_owner, id("board_b")});
    CHECK(try_out(store, edit(store, kAsset, "grades", {{"unit", text(id("board_b"))}}), both) == "ok");
}

TEST_CASE("moving a link to another's asset needs the right there too") {
    Municipality store;
    store.put(kAsset, id("plans"), {{"name", text("Planer")}, {"kind", text("process")}, {"unit", text(id("board_b"))}});
    Actor owner = kOwner;
    owner.grants.push_back({Role::employee, id("board_b")});  // may see the plans
    CHECK(try_out(store, edit(store, kAssetSystem, "link", {{"asset", text(id("plans"))}}), owner) == "forbidden asset=problem.place");
}

TEST_CASE("a part of the organisation is moved only by those who answer for both parents") {
    Municipality store;
    const auto move = [&](const char* unit, Edit parent) { return edit(store, kUnit, unit, {{"parent", std::move(parent)}}); };
    const Actor own = holder(Role::coordinator, "board_a");
    CHECK(try_out(store, move("board_a", text(id("board_b"))), own) == "forbidden parent=problem.place");
    CHECK(try_out(store, move("board_a", kCleared), own) == "forbidden parent=problem.place");
    CHECK(try_out(store, move("board_a", kCleared), kCoordinator) == "forbidden parent=problem.place");
    CHECK(try_out(store, move("school_a", text(id("board_b"))), own) == "forbidden parent=problem.place");
    Actor both = own;
    both.grants.push_back({Role::coordinator, id("school_b")});
    CHECK(try_out(store, move("board_a", text(id("school_b"))), both) == "forbidden parent=problem.place");
    CHECK(try_out(store, move("school_a", text(id("school_b"))), both) == "ok");
    CHECK(try_out(store, move("school_a", text(id("board_a"))), kCoordinator) == "ok");
    CHECK(try_out(store, edit(store, kUnit, "board_a", {{"short_name", text("BUN")}}), own) == "ok");
}

TEST_CASE("a unit is founded under a parent, never beside the municipality") {
    Municipality store;
    const auto found = [](Edit parent) {
        return change(Verb::create, kUnit, id("new"), 0, {{"name", text("Ny")}, {"kind", text("unit")}, {"parent", std::move(parent)}});
    };
    CHECK(try_out(store, found(kCleared), kCoordinator) == "forbidden parent=problem.place");
    CHECK(try_out(store, found(text(id("new"))), kCoordinator) == "invalid parent=problem.reference");
    CHECK(try_out(store, found(text(id("board_b"))), holder(Role::coordinator, "board_a")) == "forbidden parent=problem.place");
    CHECK(try_out(store, found(text(id("board_b"))), kCoordinator) == "ok");
}

TEST_CASE("the organisation stays a tree") {
    Municipality store;
    for (const char* below : {"kommun", "board_a", "school_a"}) {
        CAPTURE(std::string(below));
        CHECK(try_out(store, edit(store, kUnit, "kommun", {{"parent", text(id(below))}}), kCoordinator) == "invalid parent=problem.circle");
    }
    CHECK(try_out(store, edit(store, kUnit, "board_a", {{"parent", text(id("school_a"))}}), kCoordinator) == "invalid parent=problem.circle");
}

TEST_CASE("a reference to what is missing, removed, out of sight or of another register looks the same") {
    Municipality store;
    REQUIRE(try_out(store, change(Verb::create, kAsset, id("old"), 0, asset_in("school_a"))) == "ok");
    REQUIRE(try_out(store, fresh(store, Verb::remove, kAsset, id("old"))) == "ok");
    for (const char* target : {"nothing", "old", "maps", "register"}) {
        CAPTURE(std::string(target));
        CHECK(try_out(store, edit(store, kAsset, "grades", {{"part_of", text(id(target))}})) == "invalid part_of=problem.reference");
    }
    CHECK(try_out(store, edit(store, kAsset, "grades", {{"part_of", text(id("maps"))}}), kCoordinator) == "ok");
    CHECK(try_out(store, edit(store, kAsset, "grades", {{"name", text("Slutbetyg")}})) == "ok");  // an old reference out of sight may stay
}

TEST_CASE("a withheld field is neither read nor written, in every register") {
    Municipality store;
    const Actor manager = holder(Role::system_manager, "board_a", "manager");
    CHECK(try_out(store, edit(store, kSystem, "register", {{"location", text("Källaren")}}), manager) == "ok");
    const Actor far = holder(Role::administrator, "kommun", "admin");  // cleared for internal, may update people
    CHECK(try_out(store, edit(store, kPerson, "anna", {{"staff_id", text("7")}}), far) == "ok");
    CHECK(try_out(store, edit(store, kPerson, "anna", {{"notes", NoteEdit{"x"}}}), far) == "forbidden notes=problem.field");
    const Patch born{
        {"given_name", text("Bo")}, {"family_name", text("Ek")}, {"audience", text("pupil")}, {"unit", text(id("school_a"))}, {"notes", NoteEdit{"x"}}};
    CHECK(try_out(store, change(Verb::create, kPerson, id("new"), 0, born), far) == "forbidden notes=problem.field");
    CHECK(try_out(store, change(Verb::create, kPerson, id("new"), 0, born), kCoordinator) == "ok");
}

TEST_CASE("clearance counts where the record is and where it lands") {
    Municipality store;
    Actor who = holder(Role::administrator, "kommun", "admin");
    who.grants.push_back({Role::system_owner, id("board_a")});  // cleared for confidential there only
    CHECK(try_out(store, edit(store, kPerson, "anna", {{"notes", NoteEdit{"a"}}, {"unit", text(id("board_b"))}}), who) == "forbidden notes=problem.field");
    CHECK(try_out(store, edit(store, kPerson, "anna", {{"notes", NoteEdit{"a"}}}), who) == "ok");
    CHECK(try_out(store, edit(store, kPerson, "anna", {{"unit", text(id("board_b"))}}), who) == "ok");
    CHECK(try_out(store, edit(store, kPerson, "anna", {{"notes", NoteEdit{"b"}}}), who) == "forbidden notes=problem.field");
    CHECK(try_out(store, edit(store, kPerson, "anna", {{"notes", NoteEdit{"c"}}, {"unit", text(id("school_a"))}}), who) == "forbidden notes=problem.field");
}

TEST_CASE("a person without any right in a register gets one answer, whether the record is there or not") {
    Municipality store;
    const Actor pupil = holder(Role::pupil, "school_a");
    for (const char* name : {"grades", "nothing"})
        CHECK(try_out(store, change(Verb::update, kAsset, id(name), 0, {{"name", text("x")}}), pupil) == "forbidden =problem.forbidden");
    CHECK(try_out(store, edit(store, kAsset, "grades", {{"name", text("x")}}), {id("nobody"), {}}) == "forbidden =problem.forbidden");
}

TEST_CASE("what the store could not keep is not said to be kept") {
    Full store;
    CHECK(try_out(store, edit(store, kAsset, "grades", {{"name", text("x")}})) == "broken =problem.storage");
}
