// What an acceptance remembers, without a store: pure functions of the record before and after a change.
#include "domain/risk_acceptance.h"

#include <doctest/doctest.h>

#include "domain/measure.h"
#include "domain/risk.h"
#include "domain/risk_checks.h"
#include "shared/memory.h"

using namespace lisa;
using namespace lisa::test;

namespace {

constexpr std::string_view kThen = "2026-06-01T08:00:00Z", kLater = "2026-07-01T08:00:00Z", kToday = "2026-11-25";

Record with(Record record, std::string_view field, Value value) {
    record.values[position(*record.entity, field)] = std::move(value);
    return record;
}

Record treated() {
    Record risk{kRisk};
    risk.id = id("risk");
    for (const auto& [field, value] : std::map<std::string_view, Value>{{"name", text("Utpressningsvirus")},
                                                                        {"analysis", text(id("analysis"))},
                                                                        {"status", text("treated")},
                                                                        {"owner", text(id("anna"))},
                                                                        {"description", text("Filerna krypteras")},
                                                                        {"aspects", Set{"availability"}},
                                                                        {"current_likelihood", number(2)},
                                                                        {"current_consequence", number(3)},
                                                                        {"current_level", number(3)},
                                                                        {"treatment", text("accept")},
                                                                        {"treatment_motive", text("Kostar mer än det smakar")}})
        risk = with(std::move(risk), field, value);
    return risk;
}

/// The record after a change, as apply() leaves it.
Record changed(const Record& before, Record after, std::string_view now = kLater) {
    detail::remember_risk(before, after, now);
    return after;
}

Record accepted() {
    Record after = with(treated(), "status", text("accepted"));
    for (const auto& [field, value] : std::map<std::string_view, Value>{{"accepted_by", text(id("anna"))},
                                                                        {"accepted_on", text("2026-06-01")},
                                                                        {"acceptance_until", text("2027-06-01")},
                                                                        {"accepted_level", number(3)},
                                                                        {"acceptance_motive", text("Vi lever med det")}})
        after = with(std::move(after), field, value);
    return changed(treated(), after, kThen);
}

/// An accepted risk after one field of it was altered.
Record altered(std::string_view field, Value value) { return changed(accepted(), with(accepted(), field, std::move(value))); }

using Names = std::vector<std::string>;

bool has(const std::vector<std::string>& keys, std::string_view key) { return std::find(keys.begin(), keys.end(), key) != keys.end(); }

}  // namespace

TEST_CASE("R1: an acceptance remembers when it was given and the state that it was given for") {
    CHECK(changed(treated(), treated()) == treated());
    const Record risk = accepted();
    CHECK(risk.get(risk::accepted_at) == kThen);
    CHECK(risk.get(risk::accepted_state) == state_of(treated()));
    CHECK(risk.get(risk::accepted_state).size() == 16);
    CHECK(changed_since_acceptance(risk).empty());
    CHECK_FALSE(is_rewritten(risk));
    CHECK(is_accepted(risk, kToday));
}

TEST_CASE("R1: every word, step and choice that is accepted is noticed when it alters, and nothing else") {
    for (const Field& field : kRisk.fields) {
        CAPTURE(field.name);
        const bool is_part = std::find(std::begin(detail::kAcceptedFields), std::end(detail::kAcceptedFields), field.name) != std::end(detail::kAcceptedFields);
        Value value = field.type == Type::integer ? number(1) : field.type == Type::set ? Value{Set{"integrity"}} : text("något annat");
        if (field.type == Type::notes || field.name == kRisk.state) continue;
        if (!is_part) {
            CHECK(state_of(with(treated(), field.name, value)) == state_of(treated()));
            continue;
        }
        const Record risk = altered(field.name, value);
        CHECK(changed_since_acceptance(risk) == Names{std::string(field.name)});
        CHECK(risk.get(risk::accepted_at) == kThen);
        CHECK(has(nonsense(risk, {}, kToday), "check.risk.changed_since_acceptance"));
    }
    CHECK(std::size(detail::kAcceptedFields) > 15);
}

TEST_CASE("R1: who rewrites what was accepted takes the acceptance away; a step of the assessment does so only by its level") {
    const Record rewritten = altered("description", text("Alla filer i kommunen krypteras"));
    CHECK(is_rewritten(rewritten));
    CHECK_FALSE(is_accepted(rewritten, kToday));
    CHECK(has(nonsense(rewritten, {}, kToday), "check.risk.accept_anew"));
    const Record less = altered("current_likelihood", number(1));
    CHECK_FALSE(is_rewritten(less));
    CHECK(is_accepted(less, kToday));
    CHECK_FALSE(has(nonsense(less, {}, kToday), "check.risk.accept_anew"));
    CHECK_FALSE(is_accepted(with(altered("current_likelihood", number(4)), "current_level", number(4)), kToday));
}

TEST_CASE("R1: what is put back was never altered, and of several changes each is named once, in the order of the register") {
    Record risk = altered("treatment_motive", text("Annat"));
    risk = changed(risk, with(risk, "description", text("Först det ena")));
    risk = changed(risk, with(risk, "description", text("sedan det andra")));
    CHECK(changed_since_acceptance(risk) == Names{"description", "treatment_motive"});
    risk = changed(risk, with(with(risk, "description", text("Filerna krypteras")), "treatment_motive", text("Kostar mer än det smakar")));
    CHECK(changed_since_acceptance(risk).empty());
    CHECK(risk == accepted());
}

TEST_CASE("R1: a new decision is about what stands there now, and a reopened risk has none") {
    const Record rewritten = altered("description", text("Annat"));
    const Record again = changed(rewritten, with(rewritten, "acceptance_until", text("2028-01-31")), "2026-08-01T08:00:00Z");
    CHECK(again.get(risk::accepted_at) == "2026-08-01T08:00:00Z");
    CHECK(again.get(risk::accepted_state) == state_of(rewritten));
    CHECK_FALSE(is_rewritten(again));
    const Record closed = changed(rewritten, with(rewritten, "status", text("closed")));
    CHECK(closed.get(risk::accepted_at) == kThen);
    CHECK(is_rewritten(closed));
    const Record reopened = changed(rewritten, with(rewritten, "status", text("assessed")));
    for (std::string_view field : {"accepted_at", "accepted_state", "changed_since_acceptance"}) {
        CAPTURE(field);
        CHECK(is_blank(reopened.values[position(kRisk, field)]));
    }
}

TEST_CASE("R1: what was accepted before Lisa remembered it is remembered from the first change on, that one included") {
    Record old = accepted();
    for (std::string_view field : {"accepted_at", "accepted_state"}) old = with(std::move(old), field, kCleared);
    const Record risk = changed(old, with(old, "vulnerability", text("Ingen säkerhetskopia")));
    CHECK(changed_since_acceptance(risk) == Names{"vulnerability"});
    CHECK(risk.get(risk::accepted_state) == state_of(old));
    CHECK(changed_since_acceptance(changed(risk, with(risk, "vulnerability", kCleared))).empty());
}

TEST_CASE("R1: who does not see the checksum does not guess it, but names what was altered all the same") {
    Record seen = accepted();
    for (std::string_view field : {"accepted_state", "vulnerability", "existing_measures", "assessment_motive"}) {
        seen.values[position(kRisk, field)] = {};
        seen.hidden |= std::uint64_t{1} << position(kRisk, field);
    }
    const Record risk = changed(seen, with(seen, "description", text("Annat")));
    CHECK(changed_since_acceptance(risk) == Names{"description"});
    CHECK(is_blank(risk.values[risk::accepted_state.index]));
    const Record again = changed(risk, with(risk, "acceptance_until", text("2028-01-31")));
    CHECK(again.get(risk::accepted_at) == kLater);
    CHECK(is_blank(again.values[risk::accepted_state.index]));
}

TEST_CASE("R1: a text does not pass for another by where it stands, nor an empty field for a word") {
    CHECK(state_of(with(with(treated(), "description", text("ab")), "consequence", kCleared)) !=
          state_of(with(with(treated(), "description", text("a")), "consequence", text("b"))));
    CHECK(state_of(with(treated(), "description", text(""))) == state_of(with(treated(), "description", kCleared)));
    CHECK(state_of(with(treated(), "aspects", Set{"availability", "integrity"})) != state_of(treated()));
}

namespace {

Record measure_of(const char* risk, std::string_view plan_changed_at) {
    Record measure{kMeasure};
    measure.id = id("measure");
    measure = with(std::move(measure), "risk", text(id(risk)));
    return with(std::move(measure), "plan_changed_at", text(plan_changed_at));
}

}  // namespace

TEST_CASE("R1 R4: a plan that was made or altered after the acceptance is told of, and does not take it away by itself") {
    const Record before = measure_of("risk", kThen), after = measure_of("risk", kLater), other = measure_of("another", kLater), old = measure_of("risk", "");
    Record removed = after;
    removed.removed = true;
    const Record* measures[] = {&before, &after, &other, &old, &removed};
    CHECK(measures_changed_since(accepted(), measures) == std::vector<const Record*>{&after});
    CHECK(has(nonsense(accepted(), measures, kToday), "check.risk.measures_changed"));
    CHECK(is_accepted(accepted(), kToday));
    CHECK(measures_changed_since(treated(), measures).empty());
    const Record* same[] = {&before, &other, &old, &removed};
    CHECK_FALSE(has(nonsense(accepted(), same, kToday), "check.risk.measures_changed"));
}

TEST_CASE("R1 R4: where Lisa did not remember when a risk was accepted, a plan altered after that day is told of") {
    const Record old = with(accepted(), "accepted_at", kCleared);
    const Record same_day = measure_of("risk", "2026-06-01T21:00:00Z"), day_after = measure_of("risk", "2026-06-02T07:00:00Z");
    const Record* measures[] = {&same_day, &day_after};
    CHECK(measures_changed_since(old, measures) == std::vector<const Record*>{&day_after});
    CHECK(has(nonsense(old, measures, kToday), "check.risk.measures_changed"));
    CHECK(measures_changed_since(with(old, "accepted_on", kCleared), measures).empty());
    CHECK(measures_changed_since(with(old, "status", text("treated")), measures).empty());
}
