#include "report/scale.h"

#include "documents/statements.h"
#include "domain/classification.h"
#include "import/value.h"
#include "tests/shared/memory.h"

#include <doctest/doctest.h>

using namespace lisa;
using namespace lisa::test;

namespace {

/// The municipality with words of its own for some levels.
struct Worded : Municipality {
    void word(int level, std::string_view name, std::string_view short_name, std::map<std::string, Value> more = {}) {
        more["level"] = number(level);
        more["name"] = text(name);
        more["short_name"] = text(short_name);
        more["unit"] = text(id("kommun"));
        put(kConsequenceLevel, std::string(kLevelIds[level]), more);
    }
};

const Field& harm = *find_field(kClassification, "confidentiality_law");
const Field& class_of_asset = *find_field(kAsset, "confidentiality");

}  // namespace

TEST_CASE("K1 a level is called what the register says, and what the interface says where it has no row") {
    Worded town;
    const Reader swedish{town}, english{town, Language::english};
    CHECK(scale_text("level", 2, swedish) == "2 Betydande skada");
    CHECK(scale_text("level", 2, english) == "2 Considerable harm");
    town.word(2, "Kännbar skada", "Kännbar");
    CHECK(scale_text("level", 2, swedish) == "2 Kännbar skada");
    CHECK(scale_short_words("level", 2, swedish) == "Kännbar");
    CHECK(scale_words("level", 2, english) == "Kännbar skada");  // the municipality has no English of its own
    town.word(2, "Kännbar skada", "Kännbar", {{"name_en", text("Felt harm")}, {"short_name_en", text("Felt")}});
    CHECK(scale_words("level", 2, english) == "Felt harm");
    CHECK(scale_short_words("level", 2, english) == "Felt");
    CHECK(scale_words("level", 3, swedish) == "Allvarlig skada");
    town.records.at({"consequence_level", std::string(kLevelIds[2])}).removed = true;
    CHECK(scale_words("level", 2, swedish) == "Betydande skada");
}

TEST_CASE("K1 the register words the levels of consequence and no other scale") {
    Worded town;
    town.word(2, "Kännbar skada", "Kännbar");
    CHECK(scale_words("risk_level", 2, {town}) == say(Language::swedish, "risk_level.2"));
}

TEST_CASE("K1 a value shows in the words of the register, in lists and in documents") {
    Worded town;
    town.word(3, "Svår skada", "Svår");
    CHECK(show_value(kAsset, class_of_asset, number(3), {town}) == "3 Svår skada");
    CHECK(procurement_requirements("Elevregister", {.confidentiality = 3}, {}, {town}, "2026-11-25").find("Konfidentialitet 3 Svår skada") !=
          std::string::npos);
}

TEST_CASE("K1 a file may say a level in the words of the register, and in those of the interface") {
    Worded town;
    town.word(2, "Allvarlig skada", "Svår");  // which the interface calls 3
    CellReader reader(kAsset, {kCatalog, {}, &town});
    const auto level = [&](std::string_view cell) { return reader.read(position(kAsset, "confidentiality"), cell).value; };
    CHECK(level("2 Allvarlig skada") == number(2));
    CHECK(level("allvarlig skada") == number(2));
    CHECK(level("Svår") == number(2));
    CHECK(level("Måttlig skada") == number(1));
}

TEST_CASE("K1 K8 a fifth level is offered where the scale has it, and only in a classification") {
    Worded town;
    CHECK(scale_top(harm, town) == 3);
    town.word(4, "Synnerligen allvarlig skada", "Synnerlig");
    CHECK(scale_top(harm, town) == 4);
    CHECK(scale_top(class_of_asset, town) == 3);
    CHECK(scale_top(*find_field(kRisk, "current_level"), town) == 4);
    town.records.at({"consequence_level", std::string(kLevelIds[4])}).removed = true;
    CHECK(scale_top(harm, town) == 3);
}

TEST_CASE("K1 K8 a fifth level is refused as what concerns Sweden's security, whatever the scale, and nothing is kept") {
    Worded town;
    town.word(4, "Synnerligen allvarlig skada", "Synnerlig");
    const Actor owner = holder(Role::information_owner, "board_a");
    for (const char* field : {"confidentiality_law", "integrity_trust", "availability_individual", "traceability_level"}) {
        CAPTURE(field);
        const std::int64_t before = town.rev();
        const auto made =
            apply(change(Verb::create, kClassification, id("klassning"), 0, {{"asset", text(id("grades"))}, {field, number(4)}}), owner, kNow, town);
        REQUIRE_FALSE(made);
        CHECK(made.error().problems == std::vector<Problem>{{field, "problem.security_protected"}});
        CHECK(town.rev() == before);
    }
    CHECK(apply(change(Verb::create, kClassification, id("klassning"), 0, {{"asset", text(id("grades"))}, {"integrity_trust", number(3)}}), owner, kNow, town));
}

TEST_CASE("K1 what a level means is said for the kind of harm that is asked about") {
    Worded town;
    CHECK(harm_words(harm, 2, town).empty());
    town.word(2, "Kännbar skada", "Kännbar", {{"law", text("Tillsyn")}, {"trust", text("Tidningen skriver")}});
    CHECK(harm_words(harm, 2, town) == "Tillsyn");
    CHECK(harm_words(*find_field(kClassification, "integrity_trust"), 2, town) == "Tidningen skriver");
    for (const char* field : {"traceability_level", "confidentiality"}) CHECK(harm_words(*find_field(kClassification, field), 2, town).empty());
    CHECK(harm_words(*find_field(kRisk, "current_level"), 2, town).empty());
}
