#include "domain/classification.h"

#include <doctest/doctest.h>

using namespace lisa;

namespace {

/// There is nothing to look up: the computed levels come from the record itself.
struct Nowhere : Lookup {
    Catalog catalog() const override { return {}; }
    Result<Record> load(const Entity&, const std::string&) override { return fault(Fault::missing, "", "problem.missing"); }
};

void put(Record& record, std::string_view field, Value value) {
    const std::size_t at = position(*record.entity, field);
    REQUIRE(at != kNoField);
    record.values[at] = std::move(value);
}
Value level(std::int64_t value) { return value; }
Value text(const char* value) { return std::string(value); }

/// Confidentiality 2 for the individual, the law and trust; integrity 1 for operations; availability 0 for the economy.
Record journal() {
    Record record{kClassification};
    put(record, "held_on", text("2026-11-20"));
    put(record, "confidentiality_individual", level(2));
    put(record, "confidentiality_operations", level(1));
    put(record, "confidentiality_law", level(2));
    put(record, "integrity_operations", level(1));
    put(record, "availability_economy", level(0));
    for (const auto& aspect : classification::kAspects) record.set(aspect.motive, std::string("Därför att det är så."));
    return record;
}

Record asset() {
    Record record{kAsset};
    put(record, "status", text("in_use"));
    put(record, "confidentiality", level(2));
    put(record, "integrity", level(1));
    put(record, "availability", level(0));
    put(record, "classified_on", text("2025-11-25"));
    put(record, "review_on", text("2026-11-25"));
    return record;
}

Record with(Record record, std::string_view field, Value value) {
    put(record, field, std::move(value));
    return record;
}

using Names = std::vector<std::string>;

}  // namespace

TEST_CASE("K1 an aspect gets the highest of the harms that are filled in, and stays blank when none is") {
    Nowhere lookup;
    Record record = journal();
    kClassification.derive(record, lookup);
    CHECK(level_of(record, classification::kAspects[0].level) == 2);
    CHECK(level_of(record, classification::kAspects[1].level) == 1);
    CHECK(level_of(record, classification::kAspects[2].level) == 0);

    put(record, "confidentiality_trust", level(3));
    put(record, "availability_economy", Value{});
    kClassification.derive(record, lookup);
    CHECK(level_of(record, classification::kAspects[0].level) == 3);
    CHECK_FALSE(level_of(record, classification::kAspects[2].level).has_value());

    Record blank{kClassification};
    kClassification.derive(blank, lookup);
    CHECK(blank == Record{kClassification});
}

TEST_CASE("K1 what was derived before does not linger, nor does a level that somebody wrote") {
    Nowhere lookup;
    Record record{kClassification};
    put(record, "integrity", level(3));
    kClassification.derive(record, lookup);
    CHECK(record == Record{kClassification});
}

TEST_CASE("K1 every harm of every aspect counts, and no other aspect's") {
    Nowhere lookup;
    for (const auto& aspect : classification::kAspects)
        for (std::size_t i = 0; i < aspect.harms.size(); ++i) {
            Record record{kClassification};
            record.set(aspect.harms[i], std::int64_t{3});
            CHECK(kClassification.fields[aspect.harms[i].index].name == std::string(aspect.name) + "_" + std::string(classification::kHarms[i]));
            kClassification.derive(record, lookup);
            for (const auto& other : classification::kAspects) CHECK(level_of(record, other.level).has_value() == (other.name == aspect.name));
        }
}

TEST_CASE("K1 the explanation names every harm that reached the level") {
    const auto reasons = explain(journal());
    REQUIRE(reasons.size() == 3);
    CHECK(reasons[0].aspect == "confidentiality");
    CHECK(reasons[0].level == 2);
    CHECK(reasons[0].because == std::vector<std::string_view>{"individual", "law"});
    CHECK(reasons[1].because == std::vector<std::string_view>{"operations"});
    CHECK(reasons[2].level == 0);
    CHECK(reasons[2].because == std::vector<std::string_view>{"economy"});

    for (const Explanation& reason : explain(Record{kClassification})) {
        CHECK_FALSE(reason.level.has_value());
        CHECK(reason.because.empty());
    }
}

TEST_CASE("K1 a classification is decided with a harm and a motive per aspect and the day it was held") {
    CHECK(missing_for_decision(journal()).empty());
    CHECK(missing_for_decision(Record{kClassification}) ==
          Names{"held_on", "confidentiality", "confidentiality_motive", "integrity", "integrity_motive", "availability", "availability_motive"});
    CHECK(missing_for_decision(with(journal(), "integrity_motive", text(" \n "))) == Names{"integrity_motive"});
    CHECK(missing_for_decision(with(journal(), "availability_economy", Value{})) == Names{"availability"});
    CHECK(missing_for_decision(with(journal(), "held_on", text("i tisdags"))) == Names{"held_on"});
}

TEST_CASE("K1 nothing is missed that the reader may not see") {
    Record record = with(journal(), "integrity_motive", Value{});
    record.hidden = 1ull << position(kClassification, "integrity_motive");
    CHECK(missing_for_decision(record).empty());
    record = with(journal(), "availability_economy", Value{});
    record.hidden = 1ull << position(kClassification, "availability_economy");
    CHECK(missing_for_decision(record).empty());
}

TEST_CASE("K1 only the information owner and the coordinator decide") {
    for (const Step& step : kClassification.steps) {
        const bool is_decision = step.name == "decide" || step.name == "withdraw";
        CHECK(step.who.has(Role::information_owner));
        CHECK(step.who.has(Role::coordinator));
        CHECK(step.who.has(Role::privacy_administrator) == !is_decision);
        CHECK(step.who.has(Role::system_owner) == !is_decision);
        CHECK_FALSE(step.who.has(Role::auditor));
    }
}

TEST_CASE("K5 an asset is due the day after its review") {
    CHECK_FALSE(is_due(asset(), "2026-11-25"));
    CHECK(is_due(asset(), "2026-11-26"));
    CHECK_FALSE(is_due(with(asset(), "review_on", text("2027-11-25")), "2026-11-26"));
}

TEST_CASE("K5 without a review day an asset is due a year after it was classified") {
    const Record record = with(asset(), "review_on", Value{});
    CHECK_FALSE(is_due(record, "2026-11-25"));
    CHECK(is_due(record, "2026-11-26"));
    CHECK(is_due(with(record, "classified_on", Value{}), "2026-11-25"));
    CHECK(is_due(with(record, "classified_on", text("nyss")), "2026-11-25"));
    const Record old = with(record, "classified_on", text("1999-12-31"));
    CHECK_FALSE(is_due(old, "2000-12-31"));
    CHECK(is_due(old, "2001-01-01"));
    const Record leap = with(record, "classified_on", text("2024-02-29"));
    CHECK_FALSE(is_due(leap, "2025-02-28"));
    CHECK(is_due(leap, "2025-03-01"));
    CHECK(is_due(with(asset(), "review_on", text("snart")), "2026-11-26"));
}

TEST_CASE("K5 what was never classified is due at once, in every aspect") {
    CHECK(is_due(Record{kAsset}, "2026-11-25"));
    for (const char* aspect : {"confidentiality", "integrity", "availability"}) CHECK(is_due(with(asset(), aspect, Value{}), "2026-11-25"));
    CHECK_FALSE(is_due(with(asset(), "traceability", Value{}), "2026-11-25"));
}

TEST_CASE("K5 what is gone is never due") {
    Record removed{kAsset};
    removed.removed = true;
    CHECK_FALSE(is_due(removed, "2026-11-25"));
    CHECK_FALSE(is_due(with(Record{kAsset}, "status", text("disposed")), "2026-11-25"));
}

TEST_CASE("K5 an asset differs from its classification in any aspect that the classification speaks of") {
    CHECK_FALSE(differs(asset(), journal()));
    CHECK(differs(with(asset(), "confidentiality", level(3)), journal()));
    CHECK(differs(with(asset(), "integrity", level(0)), journal()));
    CHECK(differs(with(asset(), "availability", Value{}), journal()));
    CHECK_FALSE(differs(with(asset(), "traceability", level(2)), journal()));
    CHECK(differs(asset(), with(journal(), "traceability_level", level(0))));
    CHECK_FALSE(differs(with(asset(), "traceability", level(0)), with(journal(), "traceability_level", level(0))));
    CHECK_FALSE(differs(asset(), Record{kClassification}));
    CHECK_FALSE(differs(Record{kAsset}, Record{kClassification}));
}

TEST_CASE("K8 the gate lets an ordinary classification through, and a bare flag") {
    CHECK(security_gate(journal()).empty());
    CHECK(security_gate(Record{kClassification}).empty());
    CHECK(security_gate(with(Record{kClassification}, "is_security_protected", true)).empty());
}

TEST_CASE("K8 once it concerns Sweden's security, no harm and no motive may stand there") {
    Record record = with(Record{kClassification}, "is_security_protected", true);
    put(record, "confidentiality_trust", level(0));
    put(record, "integrity_motive", text("Hemligt."));
    put(record, "traceability_level", level(1));
    put(record, "traceability_motive", text("Hemligt."));
    const auto problems = security_gate(record);
    REQUIRE(problems.size() == 4);
    CHECK(problems[0] == Problem{"confidentiality_trust", "problem.security_protected"});
    CHECK(problems[1].field == "integrity_motive");
    CHECK(problems[2].field == "traceability_level");
    CHECK(problems[3].field == "traceability_motive");
    CHECK(security_gate(with(record, "is_security_protected", false)).empty());
}

TEST_CASE("K8 a fourth level stops the entry, flagged or not") {
    for (const auto& aspect : classification::kAspects)
        for (const auto& harm : aspect.harms) {
            Record record{kClassification};
            record.set(harm, std::int64_t{3});
            CHECK(security_gate(record).empty());
            record.set(harm, std::int64_t{4});
            CHECK(security_gate(record).size() == 1);
        }
    CHECK(security_gate(with(journal(), "traceability_level", level(4))).size() == 1);
}

TEST_CASE("K8 nobody decides in Lisa what concerns Sweden's security") {
    CHECK(missing_for_decision(with(journal(), "is_security_protected", true)) == Names{"is_security_protected"});
    CHECK(missing_for_decision(with(journal(), "is_security_protected", false)).empty());
}
