#include "domain/follow_up.h"

#include <doctest/doctest.h>

#include "domain/catalog.h"
#include "i18n/catalog_words.h"
#include "schema/validate.h"
#include "shared/memory.h"

using namespace lisa;
using namespace lisa::test;

namespace {

const std::string kMe = id("anna"), kToday = "2026-11-25";

Record made(const Entity& entity, const std::map<std::string, Value>& values) {
    Memory store;
    store.put(entity, id("one"), values);
    return store.at(entity, id("one"));
}

Record risk_in(std::string_view status) {
    Record record = made(kRisk, {{"name", text("Brand")}, {"status", text(status)}});
    record.set(risk::current_level, std::int64_t{3});
    return record;
}

Record classified(std::map<std::string, Value> more = {}) {
    more.insert({{"asset", text(id("grades"))},
                 {"held_on", text("2026-11-20")},
                 {"confidentiality_law", number(2)},
                 {"integrity_trust", number(1)},
                 {"availability_economy", number(0)},
                 {"traceability_level", number(3)}});
    return made(kClassification, more);
}

}  // namespace

TEST_CASE("R1: the decision of a treated risk begins with me, today, a year, and the level as it is now") {
    const auto filling = filling_of(risk_in("treated"), kMe, kToday);
    REQUIRE(filling);
    CHECK(filling->values ==
          Values{{"accepted_by", text(kMe)}, {"accepted_on", text(kToday)}, {"acceptance_until", text("2027-11-25")}, {"accepted_level", number(3)}});
    Record unassessed = risk_in("treated");
    unassessed.values[risk::current_level.index] = {};
    CHECK_FALSE(filling_of(unassessed, kMe, kToday)->values.contains("accepted_level"));
    for (const char* status : {"identified", "assessed", "accepted", "closed"}) CHECK_FALSE(filling_of(risk_in(status), kMe, kToday));
}

TEST_CASE("R1: the level that is decided about is what remains after the measures") {
    Record record = risk_in("treated");
    record.set(risk::residual_level, std::int64_t{1});
    CHECK(filling_of(record, kMe, kToday)->values.at("accepted_level") == number(1));
}

TEST_CASE("I2: a system that is to be gone through gets today and a day in a year, and nothing before its day has come") {
    const auto filling = filling_of(made(kSystem, {{"status", text("in_operation")}, {"review_on", text(kToday)}}), kMe, kToday);
    REQUIRE(filling);
    CHECK(filling->values == Values{{"reviewed_on", text(kToday)}, {"review_on", text("2027-11-25")}});
    CHECK_FALSE(filling_of(made(kSystem, {{"status", text("in_operation")}, {"review_on", text("2026-11-26")}}), kMe, kToday));
    CHECK_FALSE(filling_of(made(kSystem, {{"status", text("planned")}}), kMe, kToday));
}

TEST_CASE("S4: a task that is done gets its next day, also after having been late, and keeps to its day of the month") {
    const auto next = [](std::string_view recurrence, std::string_view next_on, Value starts_on = kCleared) {
        const auto filling = filling_of(
            made(kTask, {{"name", text("Öva")}, {"recurrence", text(recurrence)}, {"next_on", text(next_on)}, {"starts_on", starts_on}}), kMe, kToday);
        REQUIRE(filling);
        CHECK(filling->name == "task_done");
        CHECK(filling->values.at("done_on") == text(kToday));
        return filling->values.at("next_on");
    };
    CHECK(next("yearly", "2026-12-01") == text("2027-12-01"));
    CHECK(next("quarterly", "2026-03-31") == text("2026-12-31"));
    CHECK(next("monthly", "2027-02-28", text("2026-08-31")) == text("2027-03-31"));
    CHECK(is_blank(next("once", "2026-12-01")));
    CHECK_FALSE(filling_of(made(kTask, {{"name", text("Klar")}, {"recurrence", text("once")}}), kMe, kToday));
}

TEST_CASE("every filling writes fields that the register has, and has words for its button") {
    Record rewritten = risk_in("accepted");
    rewritten.set(risk::changed_since_acceptance, Set{"description"});
    for (const Record& record : {risk_in("treated"), rewritten, made(kTask, {{"recurrence", text("yearly")}, {"next_on", text("2026-12-01")}}),
                                 made(kSystem, {{"status", text("in_operation")}})}) {
        const auto filling = filling_of(record, kMe, kToday);
        REQUIRE(filling);
        CHECK(has_message(WordKey{"deed", filling->name}.view()));
        for (const auto& [name, value] : filling->values) {
            CAPTURE(name);
            const Field* field = find_field(*record.entity, name);
            REQUIRE(field);
            CHECK(fits(field->type, value));
            CHECK_FALSE(field->computed);
        }
    }
}

TEST_CASE("K1: a decided classification gives its levels and days to the asset") {
    const auto after = follow_up(classified(), "decide", kToday);
    REQUIRE(after);
    CHECK(after->entity == &kAsset);
    CHECK(after->record == id("grades"));
    CHECK(after->values == Values{{"confidentiality", number(2)},
                                  {"integrity", number(1)},
                                  {"availability", number(0)},
                                  {"traceability", number(3)},
                                  {"classified_on", text("2026-11-20")},
                                  {"review_on", text("2027-11-25")}});
    CHECK(follow_up(classified({{"review_on", text("2027-05-01")}}), "decide", kToday)->values.at("review_on") == text("2027-05-01"));
    CHECK_FALSE(follow_up(classified({{"traceability_level", kCleared}}), "decide", kToday)->values.contains("traceability"));
}

TEST_CASE("K1 F3: no other step of any register alters another record") {
    for (const Entity* entity : kCatalog)
        for (const Step& step : entity->steps)
            if ((entity != &kClassification || step.name != "decide") && (entity != &kControlResult || step.name != "sign"))
                CHECK_FALSE(follow_up(Record{*entity}, step.name, kToday));
}

TEST_CASE("K5: an asset that got its levels from a classification is not due, and does not differ from it") {
    Municipality store;
    const Record decided = classified();
    const auto after = follow_up(decided, "decide", kToday);
    REQUIRE(after);
    Patch patch;
    for (const auto& [name, value] : after->values) patch[name] = Edit{value};
    const auto asset = apply(fresh(store, Verb::update, kAsset, id("grades"), patch), holder(Role::information_owner, "board_a"), kNow, store);
    REQUIRE_MESSAGE(asset, outcome(asset));
    CHECK_FALSE(is_due(*asset, kToday));
    CHECK_FALSE(differs(*asset, decided));
}
