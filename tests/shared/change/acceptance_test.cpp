// An acceptance and what happens to the risk afterwards: by the one door for writes.
#include <doctest/doctest.h>

#include "domain/follow_up.h"
#include "domain/risk_acceptance.h"
#include "domain/risk_checks.h"
#include "shared/memory.h"

using namespace lisa;
using namespace lisa::test;

namespace {

const Actor kOwner = holder(Role::information_owner, "board_a", "anna"), kAnalyst = holder(Role::coordinator, "kommun", "chief");

/// A risk of board A that its information owner has accepted.
struct Accepted : Municipality {
    Accepted() {
        put(kRiskMatrix, id("matrix"),
            {{"name", text("Matris")},
             {"version", text("1")},
             {"status", text("in_use")},
             {"size", number(4)},
             {"cells", text("0,0,1,2;0,1,2,3;1,2,3,4;1,3,4,4")},
             {"appetite", number(0)},
             {"accept_0", text("information_owner")},
             {"accept_1", text("information_owner")},
             {"accept_2", text("information_owner")},
             {"unit", text(id("kommun"))}});
        put(kRiskAnalysis, id("analysis"), {{"name", text("Analys")}, {"matrix", text(id("matrix"))}, {"unit", text(id("board_a"))}});
        put(kRisk, id("risk"),
            {{"name", text("Brand")},
             {"analysis", text(id("analysis"))},
             {"owner", text(id("anna"))},
             {"status", text("treated")},
             {"treatment", text("accept")},
             {"description", text("Serverrummet brinner")},
             {"current_likelihood", number(1)},
             {"current_consequence", number(2)}});
        REQUIRE(outcome(apply(fresh_step(*this, kRisk, id("risk"), "accept", decision()), kOwner, kNow, *this)) == "ok");
    }
    static Patch decision(std::string_view until = "2027-11-23") {
        return {{"accepted_by", text(id("anna"))},
                {"accepted_on", text("2026-11-23")},
                {"acceptance_until", text(until)},
                {"accepted_level", number(2)},
                {"acceptance_motive", text("Dyrare att skydda än att förlora")}};
    }
    std::string update(const Patch& patch, const Actor& who = kAnalyst, std::string_view now = "2026-12-01T09:00:00Z") {
        return outcome(apply(fresh(*this, Verb::update, kRisk, id("risk"), patch), who, {std::string(now)}, *this));
    }
    const Record& risk() const { return at(kRisk, id("risk")); }
};

using Names = std::vector<std::string>;

}  // namespace

TEST_CASE("R1: an accepted risk may be rewritten, but not silently: it says what, and has to be accepted anew") {
    Accepted store;
    CHECK(is_accepted(store.risk(), "2026-12-01"));
    CHECK(store.risk().get(risk::accepted_at) == kNow.utc);
    CHECK(store.update({{"description", text("Hela kommunhuset brinner")}, {"vulnerability", text("Inget larm")}}) == "ok");
    CHECK(changed_since_acceptance(store.risk()) == Names{"description", "vulnerability"});
    CHECK_FALSE(is_accepted(store.risk(), "2026-12-01"));
    CHECK(escalates_to(store.risk(), store.at(kRiskMatrix, id("matrix")), "2026-12-01") == "information_owner");
    CHECK(store.update({{"description", text("Serverrummet brinner")}, {"vulnerability", kCleared}}) == "ok");  // Ctrl+Z
    CHECK(is_accepted(store.risk(), "2026-12-01"));
}

TEST_CASE("R1: nobody writes the memory of an acceptance, nor makes it forget by another way than a decision") {
    for (const char* field : {"accepted_at", "accepted_state", "changed_since_acceptance"}) {
        CAPTURE(field);
        Accepted store;
        CHECK(store.update({{field, kCleared}}, kOwner) == "forbidden " + std::string(field) + "=problem.field");
    }
    Accepted store;
    REQUIRE(store.update({{"description", text("Annat")}}) == "ok");
    CHECK(store.update(Accepted::decision("2028-11-23")).starts_with("invalid "));  // in the owner's name
    CHECK(store.update({{"acceptance_until", text("2028-11-23")}}).starts_with("invalid "));
    CHECK(is_rewritten(store.risk()));
    Accepted closing;  // closing is no occasion for rewriting the decision either
    const Change close = fresh_step(closing, kRisk, id("risk"), "close", {{"acceptance_until", text("2036-11-23")}});
    CHECK(outcome(apply(close, kAnalyst, kNow, closing)).starts_with("invalid "));
    CHECK(outcome(apply(fresh_step(closing, kRisk, id("risk"), "close"), kAnalyst, kNow, closing)) == "ok");
}

TEST_CASE("R1: who may accept does so anew from what the form fills in, and it is about what stands there now") {
    Accepted store;
    CHECK_FALSE(filling_of(store.risk(), id("anna"), "2026-12-01"));
    REQUIRE(store.update({{"description", text("Annat")}}) == "ok");
    const auto filling = filling_of(store.risk(), id("anna"), "2026-12-01");
    REQUIRE(filling);
    Patch patch;
    for (const auto& [field, value] : filling->values) patch[field] = Edit{value};
    REQUIRE(store.update(patch, kOwner) == "ok");
    CHECK(is_accepted(store.risk(), "2026-12-01"));
    CHECK(store.risk().get(risk::accepted_at) == "2026-12-01T09:00:00Z");
    CHECK(store.risk().get(risk::accepted_state) == state_of(store.risk()));
    CHECK_FALSE(filling_of(store.risk(), id("anna"), "2026-12-01"));
    REQUIRE(store.update({{"current_consequence", number(3)}}) == "ok");  // level 3: above what was accepted
    CHECK(filling_of(store.risk(), id("anna"), "2026-12-01"));
}

TEST_CASE("R1: a risk is accepted anew on the same day in the same words, by a step that only those who may accept it take") {
    Accepted store;
    const Moment later{"2026-11-23T15:30:00Z"};
    REQUIRE(store.update({{"description", text("Annat")}}, kAnalyst, "2026-11-23T15:00:00Z") == "ok");
    REQUIRE_FALSE(is_accepted(store.risk(), "2026-11-23"));
    const Record before = store.risk();
    const auto accept = [&](const Actor& who) { return outcome(apply(fresh_step(store, kRisk, id("risk"), "accept"), who, later, store)); };
    CHECK(accept(kAnalyst) == "forbidden status=problem.forbidden");
    CHECK(accept(holder(Role::information_owner, "board_a", "bo")) == "invalid accepted_by=problem.own_decision");
    CHECK(is_rewritten(store.risk()));
    CHECK(accept(kOwner) == "ok");
    CHECK(is_accepted(store.risk(), "2026-11-23"));
    CHECK(store.risk().get(risk::accepted_at) == later.utc);
    CHECK(store.risk().get(risk::accepted_state) == state_of(store.risk()));
    CHECK(changed_since_acceptance(store.risk()).empty());
    CHECK(store.risk().text("accepted_on") == before.text("accepted_on"));
}

TEST_CASE("R1: the risk owner may be another afterwards, and what is said in the notes, without a new decision") {
    Accepted store;
    store.put(kPerson, id("bo"), {{"given_name", text("Bo")}, {"family_name", text("Ek")}, {"audience", text("employee")}, {"unit", text(id("school_a"))}});
    CHECK(store.update({{"owner", text(id("bo"))}, {"reassess_on", text("2027-05-01")}, {"notes", NoteEdit{"Brandskydd bokat"}}}) == "ok");
    CHECK(is_accepted(store.risk(), "2026-12-01"));
}

TEST_CASE("R1: a risk has an owner, from the first day on") {
    Accepted store;
    Patch made{{"name", text("Stöld")}, {"analysis", text(id("analysis"))}};
    CHECK(outcome(apply(change(Verb::create, kRisk, id("new"), 0, made), kOwner, kNow, store)) == "invalid owner=problem.required");
    CHECK(store.update({{"owner", kCleared}}) == "invalid owner=problem.required");
    made["owner"] = text(id("anna"));
    CHECK(outcome(apply(change(Verb::create, kRisk, id("new"), 0, made), kOwner, kNow, store)) == "ok");
}
