#include "domain/starter.h"

#include "domain/asset.h"
#include "domain/information_type.h"
#include "schema/validate.h"

#include <doctest/doctest.h>

using namespace lisa;

namespace {

void put(Record& record, std::string_view field, Value value) { record.values[position(*record.entity, field)] = std::move(value); }

Value text(const char* words) { return std::string(words); }

/// A health record of a school, as the starter kit has it.
Record health_record() {
    Record type(kInformationType);
    type.id = "type-1";
    put(type, "name", text("Elevhälsojournal"));
    put(type, "area", text("school"));
    put(type, "description", text("Journal hos skolsköterska och skolläkare."));
    put(type, "unit", text("municipality"));
    put(type, "confidentiality", std::int64_t{3});
    put(type, "integrity", std::int64_t{3});
    put(type, "availability", std::int64_t{2});
    put(type, "traceability", std::int64_t{3});
    put(type, "class_motive", text("Uppgifter om barns hälsa."));
    put(type, "personal_data", text("special_category"));
    put(type, "protected_identity_possible", true);
    put(type, "legal_basis", text("Artikel 6.1 c."));
    put(type, "article_9_exception", text("Artikel 9.2 h."));
    put(type, "is_public_record", true);
    put(type, "secrecy", text("25 kap. OSL"));
    put(type, "retention", text("Ofta bevaras."));
    put(type, "disposal", text("Kommunarkivet."));
    put(type, "purpose", text("Ge vård."));
    put(type, "data_subjects", Set{"elever"});
    put(type, "is_checked", true);
    return type;
}

Record filled(const std::map<std::string, Value>& values) {
    Record asset(kAsset);
    for (const auto& [name, value] : values) put(asset, name, value);
    return asset;
}

Record with_levels(const Entity& entity, Value c, Value i, Value a, Value t) {
    Record record(entity);
    put(record, "confidentiality", std::move(c));
    put(record, "integrity", std::move(i));
    put(record, "availability", std::move(a));
    put(record, "traceability", std::move(t));
    return record;
}

Value level(std::int64_t number) { return number; }

}  // namespace

TEST_CASE("K7 a new asset starts with what its type says") {
    const auto values = asset_from_type(health_record());
    const std::map<std::string, Value> expected = {
        {"name", text("Elevhälsojournal")},
        {"kind", text("information_type")},
        {"information_type", text("type-1")},
        {"description", text("Journal hos skolsköterska och skolläkare.")},
        {"confidentiality", level(3)},
        {"integrity", level(3)},
        {"availability", level(2)},
        {"traceability", level(3)},
        {"motive", text("Uppgifter om barns hälsa.")},
        {"personal_data", text("special_category")},
        {"protected_identity", true},
        {"legal_basis", text("Artikel 6.1 c. Artikel 9.2 h.")},
        {"is_public_record", true},
        {"secrecy", text("25 kap. OSL")},
        {"retention", text("Ofta bevaras.")},
    };
    CHECK(values == expected);
}

TEST_CASE("K7 a type never decides for a nämnd: no unit, owner, status, date or disposal decision") {
    const auto values = asset_from_type(health_record());
    for (const char* own : {"unit", "owner", "contact", "status", "classified_on", "review_on", "disposal_decision"}) CHECK_FALSE(values.contains(own));
}

TEST_CASE("K7 an asset made from a type is valid as soon as it has a unit") {
    Record asset = filled(asset_from_type(health_record()));
    REQUIRE(validate(asset).size() == 1);
    CHECK(validate(asset).front().field == "unit");
    put(asset, "unit", text("utbildningsnämnden"));
    CHECK(validate(asset).empty());
}

TEST_CASE("K7 the longest texts a type may have still make a valid asset") {
    Record type = health_record();
    for (std::size_t i = 0; i < kInformationType.fields.size(); ++i) {
        const Field& field = kInformationType.fields[i];
        std::string longest;
        for (std::int64_t n = 0; n < length_limit(field); ++n) longest += "å";
        if (field.type == Type::text || field.type == Type::prose) type.values[i] = longest;
    }
    Record asset = filled(asset_from_type(type));
    put(asset, "unit", text("kommunstyrelsen"));
    CHECK(validate(asset).empty());
    CHECK(asset.text("legal_basis") == type.text("legal_basis"));  // no room for the exception of article 9 as well
}

TEST_CASE("K7 basis and exception share a field when they just fit, counted in letters") {
    Record type = health_record();
    std::string basis, exception;
    for (int i = 0; i < 200; ++i) basis += "å";
    for (int i = 0; i < 99; ++i) exception += "ö";
    put(type, "legal_basis", basis);
    put(type, "article_9_exception", exception);
    CHECK(std::get<std::string>(asset_from_type(type).at("legal_basis")) == basis + " " + exception);
    put(type, "article_9_exception", exception + "ö");
    CHECK(std::get<std::string>(asset_from_type(type).at("legal_basis")) == basis);
    put(type, "legal_basis", Value{});
    CHECK(std::get<std::string>(asset_from_type(type).at("legal_basis")) == exception + "ö");
}

TEST_CASE("K7 a blank type gives an asset nothing but its kind") {
    const std::map<std::string, Value> expected = {{"kind", text("information_type")}};
    CHECK(asset_from_type(Record(kInformationType)) == expected);
    Record empty_text(kInformationType);
    put(empty_text, "name", text(""));
    CHECK(asset_from_type(empty_text) == expected);
}

TEST_CASE("K7 a level of zero and a plain no are values, not blanks") {
    Record type(kInformationType);
    put(type, "confidentiality", level(0));
    put(type, "is_public_record", false);
    const auto values = asset_from_type(type);
    CHECK(values.at("confidentiality") == level(0));
    CHECK(values.at("is_public_record") == Value{false});
}

TEST_CASE("K7 D1 a processing starts with name, purpose, law and what article 30 asks about the data") {
    Record type = health_record();
    put(type, "data_categories", text("Namn, hälsa."));
    put(type, "recipients", text("Regionen."));
    const std::map<std::string, Value> expected = {{"name", text("Elevhälsojournal")},           {"purpose", text("Ge vård.")},
                                                   {"legal_basis_text", text("Artikel 6.1 c.")}, {"has_protected_identity", Value{true}},
                                                   {"data_summary", text("Namn, hälsa.")},       {"data_kinds", Value{Set{"special_category"}}},
                                                   {"recipients_external", text("Regionen.")}};
    CHECK(processing_from_type(type) == expected);
}

TEST_CASE("K7 D1 its first category has the kind of data, the time, what it counts from and how it is disposed of") {
    Record type = health_record();
    put(type, "retention", text("Tio år."));
    put(type, "retention_start", text("Sista uppgiften"));
    put(type, "data_categories", text("Namn, hälsa."));
    const std::map<std::string, Value> expected = {{"category", text("Namn, hälsa")},
                                                   {"kind", text("special_category")},
                                                   {"retention", text("Tio år.")},
                                                   {"retention_start", text("Sista uppgiften")},
                                                   {"disposal_procedure", text("Kommunarkivet.")}};
    CHECK(processing_data_from_type(type) == expected);

    put(type, "data_categories", std::string(162, 'x'));  // more than a category's name has room for
    CHECK(processing_data_from_type(type).at("category") == text("Elevhälsojournal"));
    put(type, "data_categories", Value{});
    CHECK(processing_data_from_type(type).at("category") == text("Elevhälsojournal"));
    put(type, "personal_data", text("not_assessed"));
    CHECK_FALSE(processing_data_from_type(type).contains("kind"));
    put(type, "personal_data", text("none"));
    CHECK(processing_data_from_type(type).empty());
    CHECK(processing_data_from_type(Record(kInformationType)).empty());
}

TEST_CASE("K7 without personal data there is no processing to record, and what is not assessed may be one") {
    Record type = health_record();
    put(type, "personal_data", text("none"));
    CHECK(processing_from_type(type).empty());
    put(type, "personal_data", text("not_assessed"));
    CHECK(processing_from_type(type).contains("name"));
    CHECK_FALSE(processing_from_type(type).contains("data_kinds"));
    put(type, "personal_data", Value{});
    put(type, "purpose", Value{});
    CHECK_FALSE(processing_from_type(type).contains("purpose"));
    CHECK(processing_from_type(Record(kInformationType)).empty());
}

TEST_CASE("K7 an asset deviates in the aspects whose level is another") {
    const Record type = health_record();
    const Record inherited = filled(asset_from_type(type));
    CHECK(deviations(inherited, type).empty());
    const auto from = [&](Value c, Value i, Value a, Value t) {
        return deviations(with_levels(kAsset, std::move(c), std::move(i), std::move(a), std::move(t)), type);
    };
    CHECK(from(level(2), level(3), level(2), level(3)) == std::vector<std::string>{"confidentiality"});
    CHECK(from(level(3), level(3), level(3), level(3)) == std::vector<std::string>{"availability"});
    CHECK(from(level(0), level(0), level(0), level(0)) == std::vector<std::string>{"confidentiality", "integrity", "availability", "traceability"});
}

TEST_CASE("K7 what has not been assessed does not deviate") {
    const Record type = health_record();
    CHECK(deviations(Record(kAsset), type).empty());
    CHECK(deviations(with_levels(kAsset, level(1), Value{}, Value{}, Value{}), type) == std::vector<std::string>{"confidentiality"});
    CHECK(deviations(with_levels(kAsset, level(1), level(1), level(1), level(1)), Record(kInformationType)).empty());
    CHECK(deviations(with_levels(kAsset, text("1"), true, Value{}, Value{}), type).empty());  // nonsense is not a level
}

TEST_CASE("K7 records of other registers, and none at all, give nothing") {
    const Record asset = filled(asset_from_type(health_record()));
    Record cut = health_record();
    cut.values.resize(3);
    for (const Record& odd : {asset, Record{}, cut}) {
        CHECK(asset_from_type(odd).empty());
        CHECK(processing_from_type(odd).empty());
        CHECK(deviations(asset, odd).empty());
    }
    CHECK(deviations(health_record(), asset).empty());
    CHECK(deviations(Record{}, health_record()).empty());
}
