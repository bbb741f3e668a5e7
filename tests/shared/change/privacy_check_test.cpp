// Who writes what in a control by the data protection officer (D6).
#include <doctest/doctest.h>

#include "shared/memory.h"

using namespace lisa;
using namespace lisa::test;

namespace {

using Values = std::map<std::string, Value>;

std::string try_out(Memory& store, const Change& made, const Actor& who) { return outcome(apply(made, who, kNow, store)); }

const Actor kOfficer = holder(Role::privacy_officer, "kommun", "officer");
const Actor kAnswerer = holder(Role::privacy_administrator, "board_a", "answerer");

/// A control of board A that the officer has finished.
struct Checked : Municipality {
    Checked() {
        put(kPrivacyCheck, id("kontroll"),
            {{"name", text("Gallring")},
             {"unit", text(id("board_a"))},
             {"status", text("done")},
             {"findings", text("Inget gallras")},
             {"severity", text("deficiency")}});
    }
    std::string put_as(const Actor& who, const Patch& patch) { return try_out(*this, fresh(*this, Verb::update, kPrivacyCheck, id("kontroll"), patch), who); }
    std::string step_as(const Actor& who, const char* name, const Patch& patch = {}) {
        return try_out(*this, fresh_step(*this, kPrivacyCheck, id("kontroll"), name, patch), who);
    }
};

}  // namespace

TEST_CASE("D6: the checked board answers for itself, and hands the answer over") {
    for (const Actor& who : {kAnswerer, holder(Role::information_owner, "board_a", "owner")}) {
        Checked store;
        CHECK(store.put_as(who, {{"answer", text("Vi gallrar i mars")}, {"answered_on", text("2026-11-20")}}) == "ok");
        CHECK(store.step_as(who, "receive_answer") == "ok");
        CHECK(store.put_as(who, {{"answer", text("Vi ångrade oss")}}) == "invalid answer=problem.answer_not_awaited");
        CHECK(store.step_as(who, "close") == "forbidden status=problem.forbidden");
        CHECK(store.step_as(kOfficer, "close") == "ok");
    }
    Checked store;
    CHECK(store.step_as(kAnswerer, "receive_answer") == "invalid answer=problem.required");
    CHECK(store.step_as(kAnswerer, "receive_answer", {{"answer", text("Vi gallrar i mars")}}) == "ok");
}

TEST_CASE("D6: what was found is the officer's alone, and no other board answers") {
    Checked store;
    for (const auto& [field, value] : Values{{"findings", text("Allt är bra")},
                                             {"severity", text("nothing_found")},
                                             {"recommendation", text("Ingen")},
                                             {"due_on", text("2030-01-01")},
                                             {"name", text("Annat")},
                                             {"unit", text(id("school_a"))}}) {
        CAPTURE(field);
        CHECK(store.put_as(kAnswerer, {{field, value}}) == "invalid " + field + "=problem.officer_only");
        CHECK(store.put_as(kOfficer, {{field, value}}) == "ok");
    }
    CHECK(store.put_as(holder(Role::privacy_administrator, "board_b", "other"), {{"answer", text("Hej")}}).starts_with("missing "));
    CHECK(store.put_as(holder(Role::coordinator, "kommun", "chief"), {{"answer", text("Hej")}}) == "forbidden =problem.forbidden");
    CHECK(try_out(store, change(Verb::create, kPrivacyCheck, id("egen"), 0, {{"name", text("Egen")}, {"unit", text(id("board_a"))}}), kAnswerer) ==
          "forbidden =problem.forbidden");
    Checked planned;
    planned.put(kPrivacyCheck, id("kontroll"), {{"name", text("Gallring")}, {"unit", text(id("board_a"))}});
    CHECK(planned.put_as(kAnswerer, {{"answer", text("I förväg")}}) == "invalid answer=problem.answer_not_awaited");
}
