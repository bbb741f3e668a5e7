#include "shared/insight/world.h"

using namespace lisa;
using namespace lisa::test;

TEST_CASE("K2: a system gets the highest level of its information, and it is said which information that is") {
    World world;
    classify(world);
    world.set(kAsset, "maps", "confidentiality", number(1));
    world.add(kAssetSystem, "second", {{"asset", text(id("maps"))}, {"system", text(id("register"))}, {"relation", text("stored")}});
    const Insight insight = world.insight(kSystem, "register");
    const Fact* secrecy = fact(insight, "field.system.confidentiality");
    REQUIRE(secrecy);
    CHECK(secrecy->level == 2);
    CHECK(secrecy->text == "2 " + phrase("level.2"));
    CHECK(says(secrecy->because, "Betyg"));
    CHECK_FALSE(says(secrecy->because, "Kartor"));
    CHECK(fact(insight, "field.system.integrity")->level == 3);
    world.set(kAsset, "maps", "confidentiality", number(2));
    const Insight both = world.insight(kSystem, "register");
    CHECK(says(fact(both, "field.system.confidentiality")->because, "Betyg, Kartor"));
}

TEST_CASE("K2: many assets of the highest level are not all read out") {
    World world;
    for (int i = 0; i < 6; ++i) {
        const std::string name = "extra" + std::to_string(i);
        world.add(
            kAsset, name,
            {{"name", text("Uppgift " + std::to_string(i))}, {"kind", text("information_set")}, {"unit", text(id("board_a"))}, {"confidentiality", number(3)}});
        world.add(kAssetSystem, "of " + name, {{"asset", text(id(name))}, {"system", text(id("register"))}, {"relation", text("stored")}});
    }
    const Insight insight = world.insight(kSystem, "register");
    const Fact* secrecy = fact(insight, "field.system.confidentiality");
    REQUIRE(secrecy);
    CHECK(says(secrecy->because, "Uppgift 3"));
    CHECK_FALSE(says(secrecy->because, "Uppgift 4"));
    CHECK(says(secrecy->because, fill(phrase("insight.and_more"), {{"count", "2"}})));
}

TEST_CASE("K2: a level of the system's own counts with a motive, and is complained about without") {
    World world;
    classify(world);
    world.set(kSystem, "register", "confidentiality", number(1));
    const Insight bare = world.insight(kSystem, "register");
    CHECK(fact(bare, "field.system.confidentiality")->level == 2);
    CHECK(remarks(bare, "insight.no_motive", {{"aspect", phrase("field.system.confidentiality")}}));
    world.set(kSystem, "register", "class_motive", text("Bara pseudonymer lagras"));
    const Insight explained = world.insight(kSystem, "register");
    const Fact* secrecy = fact(explained, "field.system.confidentiality");
    CHECK(secrecy->level == 1);
    CHECK(says(secrecy->because, phrase("insight.own_level")));
    CHECK(says(secrecy->because, "Betyg"));
    CHECK_FALSE(remarks(explained, "insight.no_motive", {{"aspect", phrase("field.system.confidentiality")}}));
}

TEST_CASE("K2: a system that nobody has tied information to is told apart from one of level zero") {
    World world;
    world.records.erase({"asset_system", id("link")});
    CHECK(remarks(world.insight(kSystem, "register"), "insight.no_information"));
}

TEST_CASE("K2: a whole has the class of its parts, a system that others depend on their availability, and each is said with its name") {
    World world;
    classify(world);
    for (const char* name : {"Plattform", "Katalog"})
        world.add(kSystem, name, {{"name", text(name)}, {"kind", text("platform")}, {"unit", text(id("board_b"))}});
    CHECK(remarks(world.insight(kSystem, "Plattform"), "insight.no_information"));
    world.set(kSystem, "register", "part_of", text(id("Plattform")));
    const Insight whole = world.insight(kSystem, "Plattform");
    REQUIRE(fact(whole, "field.system.integrity"));
    CHECK(fact(whole, "field.system.integrity")->level == 3);
    CHECK(says(fact(whole, "field.system.integrity")->because, fill(phrase("insight.from_parts"), {{"level", "3"}, {"systems", "Elevregister"}})));
    CHECK_FALSE(remarks(whole, "insight.no_information"));

    world.add(kAssetSystem, "accounts",
              {{"asset", text(id("maps"))},
               {"system", text(id("Katalog"))},
               {"relation", text("stored")},
               {"flows_to", text(id("register"))},
               {"receiver_depends", Value{true}}});
    const Insight needed = world.insight(kSystem, "Katalog");
    REQUIRE(fact(needed, "field.system.availability"));
    CHECK(fact(needed, "field.system.availability")->level == 1);
    CHECK(says(fact(needed, "field.system.availability")->because, fill(phrase("insight.from_dependents"), {{"level", "1"}, {"systems", "Elevregister"}})));
    CHECK(fact(needed, "field.system.integrity") == nullptr);
}

TEST_CASE("K3: how the requirements are met is not counted for who may not see it") {
    World world;
    classify(world);
    world.add(kRequirement, "K1",
              {{"code", text("K1")}, {"name", text("K1")}, {"unit", text(id("kommun"))}, {"aspect", text("confidentiality")}, {"least_level", number(1)}});
    CHECK(fact(world.insight(kSystem, "register"), "insight.requirements") != nullptr);
    for (const auto& [role, unit] : {std::pair{Role::employee, "board_a"}, {Role::system_owner, "board_b"}}) {
        world.who = holder(role, unit);
        CHECK(fact(world.insight(kSystem, "register"), "insight.requirements") == nullptr);
    }
}

TEST_CASE("K3: the requirements of the class are counted, met and not") {
    World world;
    classify(world);
    const auto requirement = [&](const char* name, int least) {
        world.add(
            kRequirement, name,
            {{"code", text(name)}, {"name", text(name)}, {"unit", text(id("kommun"))}, {"aspect", text("confidentiality")}, {"least_level", number(least)}});
    };
    CHECK(fact(world.insight(kSystem, "register"), "insight.requirements") == nullptr);
    for (const char* name : {"K1", "K2", "K3", "K4"}) requirement(name, 2);
    requirement("K9", 3);  // more than the class asks for
    for (const auto& [name, status] : {std::pair{"K1", "met"}, {"K2", "partly"}, {"K3", "not_met"}})
        world.add(kRequirementStatus, std::string("of ") + name, {{"system", text(id("register"))}, {"requirement", text(id(name))}, {"status", text(status)}});
    world.add(kRequirementStatus, "of another system", {{"system", text(id("elsewhere"))}, {"requirement", text(id("K4"))}, {"status", text("met")}});
    const Insight insight = world.insight(kSystem, "register");
    const Fact* counts = fact(insight, "insight.requirements");
    REQUIRE(counts);
    CHECK(counts->text == fill(phrase("insight.requirements_text"), {{"met", "1"}, {"all", "4"}}));
    REQUIRE(counts->because.size() == 1);
    CHECK(counts->because[0] == fill(phrase("insight.requirements_rest"), {{"partly", "1"}, {"not_met", "1"}, {"not_assessed", "1"}}));
}

TEST_CASE("K1: each level is explained by the harms that reached it") {
    World world;
    world.add(kClassification, "klassning", sound_classification());
    const Insight insight = world.insight(kClassification, "klassning");
    const Fact* secrecy = fact(insight, "field.classification.confidentiality");
    REQUIRE(secrecy);
    CHECK(secrecy->level == 2);
    REQUIRE(secrecy->because.size() == 1);
    CHECK(secrecy->because[0] == fill(phrase("insight.because_harm"), {{"harm", phrase("harm.individual")}}));
    CHECK(fact(insight, "field.classification.integrity")->because[0].find(phrase("harm.law")) != std::string::npos);
    for (const std::string& remark : insight.remarks)
        CHECK(remark.find(fill(phrase("insight.not_decidable"), {{"fields", ""}}).substr(0, 20)) == std::string::npos);
}

TEST_CASE("K1: what a classification lacks before it can be decided is named by its fields") {
    World world;
    world.add(kClassification, "klassning", sound_classification());
    world.set(kClassification, "klassning", "integrity_motive", kCleared);
    CHECK(remarks(world.insight(kClassification, "klassning"), "insight.not_decidable", {{"fields", phrase("field.classification.integrity_motive")}}));
    world.set(kClassification, "klassning", "status", text("withdrawn"));
    CHECK_FALSE(remarks(world.insight(kClassification, "klassning"), "insight.not_decidable", {{"fields", phrase("field.classification.integrity_motive")}}));
}

TEST_CASE("K1: an asset shows why it has its levels, from the newest decided classification") {
    World world;
    classify(world);
    Values older = sound_classification();
    older["held_on"] = text("2025-10-01");
    older["confidentiality_individual"] = number(0);
    older["status"] = text("decided");
    world.add(kClassification, "older", older);
    Values newest = sound_classification();
    newest["status"] = text("decided");
    world.add(kClassification, "newest", newest);
    Values proposed = sound_classification();
    proposed["held_on"] = text("2026-11-20");
    proposed["confidentiality_individual"] = number(3);
    world.add(kClassification, "proposed", proposed);
    const Insight insight = world.insight(kAsset, "grades");
    REQUIRE(fact(insight, "field.classification.confidentiality"));
    CHECK(fact(insight, "field.classification.confidentiality")->level == 2);
    CHECK_FALSE(remarks(insight, "insight.differs"));
    world.set(kAsset, "grades", "confidentiality", number(1));
    const Insight altered = world.insight(kAsset, "grades");
    CHECK(remarks(altered, "insight.differs"));
    CHECK(fact(altered, "field.classification.confidentiality") == nullptr);
}

TEST_CASE("K5: an asset is to be classified when a level is missing or the review has passed") {
    World world;
    CHECK(remarks(world.insight(kAsset, "grades"), "insight.classify"));
    classify(world);
    CHECK_FALSE(remarks(world.insight(kAsset, "grades"), "insight.classify"));
    world.set(kAsset, "grades", "review_on", text("2026-11-24"));
    CHECK(remarks(world.insight(kAsset, "grades"), "insight.classify"));
}

TEST_CASE("K7: levels that leave the typical ones ask for a motive, and only then") {
    World world;
    classify(world);
    world.add(kInformationType, "type",
              {{"name", text("Betyg i grundskolan")},
               {"area", text("school")},
               {"unit", text(id("kommun"))},
               {"confidentiality", number(2)},
               {"integrity", number(2)}});
    world.set(kAsset, "grades", "information_type", text(id("type")));
    const Insight insight = world.insight(kAsset, "grades");
    CHECK(remarks(insight, "insight.deviates", {{"type", "Betyg i grundskolan"}, {"aspects", phrase("field.asset.integrity")}}));
    world.set(kAsset, "grades", "deviation_motive", text("Nationella prov ingår"));
    CHECK_FALSE(says(world.insight(kAsset, "grades").remarks, "Betyg i grundskolan"));
    world.set(kAsset, "grades", "deviation_motive", kCleared);
    world.set(kAsset, "grades", "integrity", number(2));
    CHECK_FALSE(says(world.insight(kAsset, "grades").remarks, "Betyg i grundskolan"));
}
