// An application for an exception by somebody without any duty, and its answer, by the one door for writes.
#include <doctest/doctest.h>

#include "change/change.h"
#include "i18n/words.h"
#include "shared/memory.h"

using namespace lisa;
using namespace lisa::test;

namespace {

const Actor kAnna = holder(Role::employee, "school_a", "anna"), kBo = holder(Role::employee, "school_a", "bo"),
            kChief = holder(Role::chief_executive, "kommun", "chief");

/// The municipality, in which Anna and Bo work in school A.
struct School : Municipality {
    School() {
        put(kPerson, id("bo"), {{"given_name", text("Bo")}, {"family_name", text("Ek")}, {"audience", text("employee")}, {"unit", text(id("school_a"))}});
    }
    std::string try_out(const Change& made, const Actor& who) {
        const auto before = records;
        const std::string said = outcome(apply(made, who, kNow, *this));
        if (said != "ok") CHECK(records == before);  // then nothing was altered
        return said;
    }
    Patch application(const char* person = "anna", const char* unit = "school_a") const {
        return {{"name", text("Delat konto")}, {"what", text("Ett konto i receptionen")}, {"unit", text(id(unit))},       {"applicant", text(id(person))},
                {"reason", text("Skiftbyte")}, {"compensating", text("Loggbok")},         {"ends_on", text("2027-06-30")}};
    }
    std::string ask(const Actor& who, Patch patch, const char* name = "exception") {
        return try_out(change(Verb::create, kPolicyException, id(name), 0, std::move(patch)), who);
    }
    std::string edit(const Actor& who, Patch patch) { return try_out(fresh(*this, Verb::update, kPolicyException, id("exception"), std::move(patch)), who); }
    std::string step(const Actor& who, const char* name, Patch patch = {}) {
        return try_out(fresh_step(*this, kPolicyException, id("exception"), name, std::move(patch)), who);
    }
};

Patch without(Patch patch, const char* field) {
    patch.erase(field);
    return patch;
}

Patch with(Patch patch, const char* field, Edit edit) {
    patch[field] = std::move(edit);
    return patch;
}

}  // namespace

TEST_CASE("S5: everybody who works for the municipality asks for an exception where they work, and nobody else") {
    for (Role role : {Role::employee, Role::elected, Role::contractor}) {
        CAPTURE(facts(role).name);
        School store;
        CHECK(store.ask(holder(role, "school_a", "anna"), store.application()) == "ok");
        CHECK(store.at(kPolicyException, id("exception")).text("status") == "requested");
    }
    for (Role role : {Role::pupil, Role::auditor, Role::administrator, Role::trainer}) {
        CAPTURE(facts(role).name);
        School store;
        CHECK(store.ask(holder(role, "school_a", "anna"), store.application()) == "forbidden =problem.forbidden");
    }
    School store;
    for (const char* unit : {"school_b", "board_b", "board_a", "kommun"}) {
        CAPTURE(unit);
        CHECK(store.ask(kAnna, store.application("anna", unit)) == "forbidden unit=problem.place");
    }
}

TEST_CASE("S5: one asks in one's own name, with a reason and an end, and writes nothing of the decision") {
    School store;
    CHECK(store.ask(kAnna, store.application("bo")) == "invalid applicant=problem.own_name");
    CHECK(store.ask(kAnna, without(store.application(), "applicant")) == "invalid applicant=problem.own_name");
    CHECK(store.ask(kAnna, without(store.application(), "reason")) == "invalid reason=problem.required");
    CHECK(store.ask(kAnna, without(store.application(), "ends_on")) == "invalid ends_on=problem.required");
    for (const auto& [field, value] : Patch{{"approved_by", text(id("anna"))},
                                            {"decided_on", text("2026-11-23")},
                                            {"decision_reason", text("Bra")},
                                            {"registry_number", text("KS 1")},
                                            {"terms", text("Allt går")},
                                            {"risk_text", text("Ingen")}}) {
        CAPTURE(field);
        CHECK(store.ask(kAnna, with(store.application(), field.c_str(), value)) == "invalid " + field + "=problem.decider_only");
    }
    CHECK(store.ask(kAnna, with(store.application(), "status", text("approved"))) == "forbidden status=problem.field");
    CHECK(store.ask(kAnna, store.application()) == "ok");
}

TEST_CASE("S5: who asked alters the application until it is decided; a colleague does not, and neither takes a step or removes it") {
    School store;
    REQUIRE(store.ask(kAnna, store.application()) == "ok");
    CHECK(store.edit(kAnna, {{"compensating", text("Loggbok och kamera")}}) == "ok");
    CHECK(store.edit(kAnna, {{"applicant", text(id("bo"))}}) == "invalid applicant=problem.own_stands");
    CHECK(store.edit(kBo, {{"what", text("Allt")}}) == "invalid what=problem.only_applicant");
    CHECK(store.edit(kBo, {{"compensating", text("Inget")}}) == "forbidden compensating=problem.field");
    CHECK(store.edit(kBo, {{"applicant", text(id("bo"))}}) == "invalid applicant=problem.own_stands");
    CHECK(store.edit(holder(Role::employee, "school_b", "anna"), {{"what", text("Allt")}}) == "forbidden =problem.forbidden");
    for (const Actor& who : {kAnna, kBo}) {
        CHECK(store.step(who, "approve") == "forbidden status=problem.forbidden");
        CHECK(store.step(who, "refuse") == "forbidden status=problem.forbidden");
        CHECK(store.try_out(fresh(store, Verb::remove, kPolicyException, id("exception")), who) == "forbidden =problem.forbidden");
    }
    REQUIRE(store.step(kChief, "approve") == "ok");
    CHECK(store.edit(kAnna, {{"ends_on", text("2036-06-30")}}) == "invalid ends_on=problem.only_applicant");
    School other;
    REQUIRE(other.ask(kAnna, other.application()) == "ok");
    REQUIRE(other.step(kChief, "refuse", {{"decision_reason", text("Var sitt konto går bra")}}) == "ok");
    CHECK(other.edit(kAnna, {{"reason", text("Nya skäl")}}) == "invalid reason=problem.only_applicant");
}

TEST_CASE("S5: nobody is refused without a reason, and what was decided keeps it") {
    School store;
    REQUIRE(store.ask(kAnna, store.application()) == "ok");
    CHECK(store.step(kChief, "refuse") == "invalid decision_reason=problem.required");
    CHECK(store.step(kChief, "refuse", {{"decision_reason", text("Var sitt konto går bra")}}) == "ok");
    CHECK(store.at(kPolicyException, id("exception")).text("decision_reason") == "Var sitt konto går bra");
    School other;
    REQUIRE(other.ask(kAnna, other.application()) == "ok");
    REQUIRE(other.step(kChief, "approve", {{"decision_reason", text("Loggboken räcker")}}) == "ok");
    CHECK(other.edit(kChief, {{"decision_reason", text("Något annat")}}) == "invalid decision_reason=problem.decided");
}

TEST_CASE("S5: who may decide and works there too does not approve what they asked for as an employee") {
    School store;
    Actor both = holder(Role::coordinator, "kommun", "anna");
    both.grants.push_back({Role::employee, id("school_a")});
    REQUIRE(store.ask(both, store.application()) == "ok");
    CHECK(store.step(both, "approve") == "invalid applicant=problem.own_application");
    CHECK(store.step(kChief, "approve") == "ok");
}

TEST_CASE("S5 H1: a colleague attaches or removes nothing, nor does the applicant once it is decided; those with a duty do") {
    School store;
    REQUIRE(store.ask(kAnna, store.application()) == "ok");
    const auto attach = [&](const Actor& who, const char* name) {
        return store.try_out(change(Verb::create, kAttachment, id(name), 0,
                                    {{"name", text("intyg.pdf")},
                                     {"register_name", text("policy_exception")},
                                     {"record", text(id("exception"))},
                                     {"media_type", text("pdf")},
                                     {"size", number(7)},
                                     {"sha256", text(std::string(64, 'a'))}}),
                             who);
    };
    const auto act = [&](const Actor& who, Verb verb, Patch patch = {}) {
        return store.try_out(fresh(store, verb, kAttachment, id("file"), std::move(patch)), who);
    };
    const Patch renamed{{"name", text("annat.pdf")}}, named{{"name", text("intyg.pdf")}};
    const std::string refused = "forbidden =problem.only_applicant";
    const auto leaves_alone = [&](const Actor& who) {
        CHECK(attach(who, "other") == refused);
        CHECK(act(who, Verb::update, renamed) == refused);
        CHECK(act(who, Verb::remove) == refused);
    };
    const auto handles = [&](const Actor& who) {
        CHECK(act(who, Verb::update, renamed) == "ok");
        CHECK(act(who, Verb::update, named) == "ok");
        CHECK(act(who, Verb::remove) == "ok");
        CHECK(act(kBo, Verb::restore) == refused);
        CHECK(act(who, Verb::restore) == "ok");
    };
    CHECK(attach(kAnna, "file") == "ok");
    leaves_alone(kBo);
    handles(kAnna);
    REQUIRE(store.step(kChief, "approve") == "ok");
    for (const Actor& who : {kAnna, kBo}) leaves_alone(who);
    handles(kChief);
}

TEST_CASE("S5 A2: why an exception is needed and what protects instead is read by who asked and those with a duty, what applies by all there") {
    School store;
    REQUIRE(store.ask(kAnna, store.application()) == "ok");
    REQUIRE(store.step(kChief, "approve", {{"terms", text("Skriv upp dig i loggboken")}}) == "ok");
    const Record& stored = store.at(kPolicyException, id("exception"));
    const auto sees = [&](const Actor& who, const char* field) {
        const auto seen = redact(stored, who, *places_of(stored, store));
        return seen && !seen->text(field).empty();
    };
    const Actor moved = holder(Role::employee, "school_b", "anna"), manager = holder(Role::manager, "school_a", "boss");
    for (const char* field : {"reason", "compensating"}) {
        CAPTURE(field);
        for (const Actor& who : {kAnna, moved, manager, kChief}) CHECK(sees(who, field));
        CHECK_FALSE(sees(kBo, field));
        CHECK_FALSE(sees(holder(Role::employee, "school_b", "bo"), field));
    }
    for (const Actor& who : {kAnna, kBo, manager}) CHECK(sees(who, "terms"));
}

TEST_CASE("S5: every refusal of an application has words") {
    for (const char* key : {"problem.own_name", "problem.only_applicant", "problem.decider_only", "problem.required"}) CHECK_MESSAGE(has_message(key), key);
}
