#include "domain/saved_view.h"

#include "tests/shared/memory.h"

#include <doctest/doctest.h>

using namespace lisa;
using namespace lisa::test;

namespace {

Change shared(std::string_view register_name, std::string_view unit) {
    return change(Verb::create, kSavedView, id("view"), 0,
                  {{"name", text("Gamla system")}, {"register_name", text(register_name)}, {"query", text("sort=-name")}, {"unit", text(id(unit))}});
}

std::string try_out(Memory store, const Change& made, const Actor& who) { return outcome(apply(made, who, kNow, store)); }

}  // namespace

TEST_CASE("A8 a view is shared by who keeps registers, in their own part, of a register that they read") {
    Municipality town;
    CHECK(try_out(town, shared("system", "board_a"), holder(Role::system_owner, "board_a")) == "ok");
    CHECK(try_out(town, shared("system", "school_a"), holder(Role::system_owner, "board_a")) == "ok");
    CHECK(try_out(town, shared("system", "board_b"), holder(Role::system_owner, "board_a")) == "forbidden unit=problem.place");
    CHECK(try_out(town, shared("nonsense", "board_a"), holder(Role::system_owner, "board_a")) == "invalid register_name=problem.view_register");
    for (Role role : {Role::employee, Role::pupil, Role::elected, Role::contractor, Role::auditor, Role::board_member})
        CHECK(try_out(town, shared("system", "board_a"), holder(role, "board_a")) == "forbidden =problem.forbidden");
}

TEST_CASE("A8 who only works here or goes to school gets no shared views, and who works in registers does") {
    for (Role role : {Role::employee, Role::pupil, Role::elected, Role::contractor})
        CHECK_FALSE(allowed_somewhere({"x", {{role, id("kommun")}}}, Right::read, kSavedView));
    for (Role role : {Role::manager, Role::coordinator, Role::auditor, Role::board_member})
        CHECK(allowed_somewhere({"x", {{role, id("kommun")}}}, Right::read, kSavedView));
}

TEST_CASE("A8 a shared view is meant for those in the part of the organisation, below it and above it, not beside it") {
    Municipality town;
    town.put(kSavedView, id("view"), {{"name", text("x")}, {"register_name", text("system")}, {"unit", text(id("board_a"))}});
    const Record view = town.at(kSavedView, id("view"));
    for (const char* unit : {"board_a", "school_a", "kommun"}) CHECK(is_meant_for(view, holder(Role::manager, unit), town));
    for (const char* unit : {"board_b", "school_b"}) CHECK_FALSE(is_meant_for(view, holder(Role::manager, unit), town));
    CHECK_FALSE(is_meant_for(view, {id("x"), {}}, town));
}
