// Who judges which sentence of a governing document (F7).
#include <doctest/doctest.h>

#include "domain/duty_text.h"
#include "shared/memory.h"

using namespace lisa;
using namespace lisa::test;

namespace {

constexpr std::string_view kSentence = "Alla ska gå utbildning.";
const Actor kJudge = holder(Role::coordinator, "kommun", "anna");

struct Judged : Municipality {
    Judged() {
        put(kSection, id("aim"),
            {{"heading", text("Syfte")},
             {"document", text(id("policy"))},
             {"number", number(1)},
             {"body", text("Alla ska gå utbildning. Informationen ska klassas.")}});
    }
    Patch judgement(std::string_view sentence = kSentence) const {
        return {{"sentence", text(sentence)},      {"section", text(id("aim"))},   {"outcome", text("partly")}, {"motive", text("Hälften har gått den.")},
                {"judged_on", text("2026-11-20")}, {"judged_by", text(id("anna"))}};
    }
    std::string make(const Patch& patch, const Actor& who = kJudge) {
        return outcome(apply(change(Verb::create, kDutyJudgement, id("j"), 0, patch), who, kNow, *this));
    }
    std::string alter(const Patch& patch, const Actor& who = kJudge) {
        return outcome(apply(fresh(*this, Verb::update, kDutyJudgement, id("j"), patch), who, kNow, *this));
    }
};

Patch with(Patch patch, std::string_view field, Value value) {
    patch[std::string(field)] = std::move(value);
    return patch;
}

}  // namespace

TEST_CASE("F7: a judgement gets the key of its sentence and holds for a year") {
    Judged store;
    REQUIRE(store.make(store.judgement()) == "ok");
    const Record& made = store.at(kDutyJudgement, id("j"));
    CHECK(made.get(duty_judgement::sentence_key) == duties_in("Syfte", kSentence).front().key);
    CHECK(made.get(duty_judgement::holds_until) == "2027-11-20");
    REQUIRE(store.alter({{"judged_on", text("2026-11-23")}}) == "ok");
    CHECK(store.at(kDutyJudgement, id("j")).get(duty_judgement::holds_until) == "2027-11-23");
}

TEST_CASE("F7: what the registers prove is not judged by hand, nor what does not stand there") {
    Judged store;
    CHECK(store.make(store.judgement("Informationen ska klassas.")) == "invalid outcome=problem.duty_proved");
    CHECK(store.make(store.judgement("Alla ska sova.")) == "invalid sentence=problem.duty_unknown");
    REQUIRE(store.make(store.judgement()) == "ok");
    CHECK(store.alter({{"sentence", text("Informationen ska klassas.")}}) == "invalid sentence=problem.duty_stands");
    CHECK(store.alter({{"holds_until", text("2040-01-01")}}) == "forbidden holds_until=problem.field");
    CHECK(store.alter({{"sentence_key", text("0")}}) == "forbidden sentence_key=problem.field");
}

TEST_CASE("F7: one judges in one's own name, with a reason, and not ahead of time") {
    Judged store;
    CHECK(store.make(with(store.judgement(), "judged_by", text(id("bo")))).starts_with("invalid "));
    CHECK(store.make(with(store.judgement(), "judged_on", text("2026-11-24"))) == "invalid judged_on=problem.in_the_future");
    CHECK(store.make(with(store.judgement(), "motive", text(" "))) == "invalid motive=problem.required");
    REQUIRE(store.make(store.judgement()) == "ok");
    const Actor other = holder(Role::chief_executive, "kommun", "bo");
    CHECK(store.alter({{"outcome", text("met")}}, other) == "invalid judged_by=problem.own_judgement");
    CHECK(store.alter({{"outcome", text("met")}, {"judged_by", text(id("bo"))}}, other) == "ok");
}

TEST_CASE("F7: only who answers for the document's part of the organisation judges it") {
    Judged store;
    for (Role role : {Role::employee, Role::board_member, Role::auditor, Role::system_owner})
        CHECK(store.make(store.judgement(), holder(role, "kommun", "anna")).starts_with("forbidden "));
    CHECK(store.make(store.judgement(), holder(Role::coordinator, "board_a", "anna")).starts_with("forbidden "));
}
