#include "catalogue.h"

#include <doctest/doctest.h>

#include <fstream>
#include <map>
#include <set>

#include "domain/catalog.h"
#include "domain/risk_matrix.h"
#include "tests/backend/town.h"
#include "tests/places.h"

using namespace lisa;
using namespace lisa::test;

namespace {

const std::string kCatalogues = source_path("assets/catalogs");

struct Shelf : Town {
    using Town::load;
    Result<Loaded> load(const std::string& from) {
        auto work = storage->begin(now);
        REQUIRE(work);
        auto loaded = load_catalogues(*work, from, now);
        if (loaded) REQUIRE(work->commit());
        return loaded;
    }
    std::string refused(const std::string& from) {
        const std::int64_t before = last();
        const auto loaded = load(from);
        CHECK(last() == before);  // nothing of it stays
        return loaded ? "ok" : loaded.error().detail;
    }
    std::vector<Record> all(const Entity& entity) {
        auto view = storage->read();
        REQUIRE(view);
        std::vector<Record> records;
        auto query = view->database().query("SELECT id FROM \"" + std::string(entity.name) + "\"");
        REQUIRE(query);
        while (*query->step()) records.push_back(*view->store().load(entity, query->text(0)));
        return records;
    }
    /// A folder of catalogues written by a test.
    std::string shelf(const std::map<std::string, std::string>& files) {
        const std::string path = folder.path("shelf");
        std::filesystem::remove_all(path);
        std::filesystem::create_directory(path);
        for (const auto& [name, content] : files) std::ofstream(path + "/" + name) << content;
        return path;
    }
    /// A single catalogue of scenarios with one good record and one of these.
    std::string scenario(const std::string& record) {
        return shelf({{"trial.json", R"({"entity":"scenario","records":[{"key":"good","fields":{"name":"Brand","area":"common","threat":"natural_event"}},)" +
                                         record + "]}"}});
    }
};

std::string control_row(const std::string& key, const std::string& number) {
    return R"({"key":")" + key + R"(","fields":{"number":")" + number + R"(","name":"Regel","theme":"organisational"}})";
}

std::string catalogue(const std::string& entity, const std::string& records) { return R"({"entity":")" + entity + R"(","records":[)" + records + "]}"; }

bool has(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("S1 K3 K7 R3 P4: the catalogues that come with Lisa load, whole, and give a municipality its start") {
    Shelf town;
    const auto loaded = town.load(kCatalogues);
    REQUIRE_MESSAGE(loaded, (loaded ? "" : loaded.error().detail));
    CHECK(loaded->present == 0);

    std::map<std::string, int> themes;
    std::set<std::string> numbers;
    for (const Record& control : town.all(kControl)) {
        ++themes[control.text("theme")];
        numbers.insert(control.text("number"));
    }
    CHECK(numbers.size() == 93);
    CHECK(themes == std::map<std::string, int>{{"organisational", 37}, {"people", 8}, {"physical", 14}, {"technological", 34}});
    CHECK(town.all(kInformationType).size() >= 80);
    CHECK(town.all(kRequirement).size() >= 120);
    CHECK(town.all(kScenario).size() >= 60);
    std::set<std::string> ways;
    for (const Record& rule : town.all(kHandlingRule)) ways.insert(rule.text("way"));
    CHECK(ways.size() >= 12);
    for (const Record& matrix : town.all(kRiskMatrix)) CHECK(matrix_complaint(matrix) == "");
    for (const Entity* entity : {&kControl, &kRequirement, &kScenario, &kInformationType, &kHandlingRule, &kRiskMatrix, &kTask})
        for (const Record& record : town.all(*entity)) CHECK(record.text("unit") == (entity->place == "unit" ? id("kommun") : ""));
}

TEST_CASE("S1: a requirement names controls that there are") {
    Shelf town;
    REQUIRE(town.load(kCatalogues));
    std::set<std::string> numbers;
    for (const Record& control : town.all(kControl)) numbers.insert(control.text("number"));
    for (const Record& requirement : town.all(kRequirement)) {
        CAPTURE(requirement.text("code"));
        const auto* named = std::get_if<Set>(&requirement.values[position(kRequirement, "annex_a")]);
        for (const std::string& number : named ? *named : Set{}) CHECK_MESSAGE(numbers.contains(number), number);
    }
}

TEST_CASE("loading the catalogues again adds nothing") {
    Shelf town;
    const auto first = town.load(kCatalogues);
    REQUIRE(first);
    const std::int64_t before = town.last();
    const auto again = town.load(kCatalogues);
    REQUIRE(again);
    CHECK(again->added == 0);
    CHECK(again->present == first->added);
    CHECK(town.last() == before);
}

TEST_CASE("what the municipality altered, or removed, is left alone") {
    Shelf town;
    REQUIRE(town.load(kCatalogues));
    const std::string altered = catalogue_id("control", "a_5_1"), removed = catalogue_id("scenario", "ransomware_supplier");
    town.edit(kControl, altered, {{"name", text("Vår egen policy")}});
    REQUIRE(town.outcome("chief", town.draft(Verb::remove, kScenario, removed)) == "ok");
    const auto again = town.load(kCatalogues);
    REQUIRE(again);
    CHECK(again->added == 0);
    CHECK(town.load(kControl, altered).text("name") == "Vår egen policy");
    CHECK(town.load(kScenario, removed).removed);
}

TEST_CASE("a catalogue's id follows from register and key, and is of the form that every id has") {
    CHECK(catalogue_id("control", "a_5_1") == catalogue_id("control", "a_5_1"));
    CHECK(catalogue_id("control", "a_5_1") != catalogue_id("scenario", "a_5_1"));
    CHECK(catalogue_id("control", "a_5_1") != catalogue_id("control", "a_5_2"));
    for (int i = 0; i < 200; ++i) CHECK(is_id(catalogue_id("control", std::to_string(i))));
}

TEST_CASE("a catalogue with something wrong in it leaves nothing behind, and the error says where") {
    Shelf town;
    REQUIRE(town.load(town.shelf({{"a.json", catalogue("control", control_row("one", "5.1"))}})));
    const auto where = [&](const std::string& record) { return town.refused(town.scenario(record)); };
    const std::string unknown = where(R"({"key":"bad","fields":{"name":"Brand","soul":"x"}})");
    CHECK(has(unknown, "trial.json bad"));
    CHECK(has(unknown, "soul"));
    const std::string type = where(R"({"key":"bad","fields":{"name":7}})");
    CHECK(has(type, "trial.json bad"));
    CHECK(has(type, "name"));
    const std::string option = where(R"({"key":"bad","fields":{"name":"Brand","area":"the moon"}})");
    CHECK(has(option, "trial.json bad"));
    CHECK(has(option, "area"));
    CHECK(has(where(R"({"fields":{"name":"Brand"}})"), "trial.json"));
    CHECK(has(where(R"({"key":"","fields":{"name":"Brand"}})"), "trial.json"));
    CHECK(has(where(R"({"key":"bad"})"), "trial.json bad"));
    CHECK(has(where("7"), "trial.json"));
    const std::string step = where(R"({"key":"bad","fields":{"name":"Brand","area":"common","threat":"natural_event"},"steps":["fly"]})");
    CHECK(has(step, "trial.json bad"));
    const std::string reference =
        town.refused(town.shelf({{"objectives.json", catalogue("objective", R"({"key":"goal","fields":{"name":"Mål","control":"nowhere"}})")}}));
    CHECK(has(reference, "objectives.json goal"));
    CHECK(has(reference, "control"));
    CHECK(town.all(kScenario).empty());
    CHECK(town.all(kControl).size() == 1);
}

TEST_CASE("a file that is no catalogue is refused by its name, and so is a folder without any") {
    Shelf town;
    for (const std::string& content : {std::string("{"), std::string("[]"), std::string(), catalogue("soul", ""), std::string(R"({"entity":"control"})"),
                                       std::string(R"({"records":[]})"), std::string(R"({"entity":"control","records":{}})")}) {
        CAPTURE(content);
        CHECK(has(town.refused(town.shelf({{"a.json", catalogue("control", control_row("one", "5.1"))}, {"b.json", content}})), "b.json"));
    }
    CHECK(has(town.refused(town.shelf({{"readme.txt", "hej"}})), "shelf"));
    CHECK(has(town.refused(town.folder.path("nowhere")), "nowhere"));
    CHECK(town.all(kControl).empty());
}

TEST_CASE("a catalogue comes after those that it refers to, whatever the files are called") {
    const std::string scenarios = catalogue("scenario", R"({"key":"s","fields":{"name":"Brand","area":"common","threat":"natural_event"}})"),
                      types = catalogue("information_type", R"({"key":"t","fields":{"name":"Betyg","area":"school"}})"),
                      goals = catalogue("objective", R"({"key":"goal","fields":{"name":"Mål","control":"one"}})"),
                      controls = catalogue("control", control_row("one", "5.1"));
    for (const auto& files : {std::map<std::string, std::string>{{"a.json", goals}, {"z.json", controls}},
                              {{"a.json", scenarios}, {"b.json", goals}, {"c.json", types}, {"z.json", controls}},
                              {{"a.json", goals}, {"b.json", scenarios}, {"c.json", types}, {"z.json", controls}}}) {
        Shelf town;
        const auto loaded = town.load(town.shelf(files));
        CHECK_MESSAGE(loaded, (loaded ? "" : loaded.error().detail));
    }
}

namespace {

const std::string kFour = kCatalogues + "/consequence_levels.json", kFive = source_path("assets/scales/zero_to_four.json");

struct Scales : Shelf {
    Result<Replaced> scale(const std::string& path) {
        auto work = storage->begin(now);
        REQUIRE(work);
        auto replaced = load_scale(*work, path, now);
        if (replaced) REQUIRE(work->commit());
        return replaced;
    }
    Record level(int which) { return Town::load(kConsequenceLevel, std::string(kLevelIds[which])); }
    std::string complaint(const std::string& content) {
        const std::int64_t before = last();
        const auto replaced = scale(shelf({{"scale.json", content}}) + "/scale.json");
        CHECK(last() == before);
        return replaced ? "ok" : replaced.error().detail;
    }
};

std::string level_row(int level, const std::string& more = "") {
    const std::string digits = std::to_string(level);
    return R"({"key":")" + digits + R"(","fields":{"level":)" + digits + R"(,"name":"Nivå )" + digits + R"(","short_name":"N)" + digits + "\"" + more + "}}";
}

std::string levels(int count) {
    std::string rows;
    for (int i = 0; i < count; ++i) rows += (i ? "," : "") + level_row(i);
    return rows;
}

}  // namespace

TEST_CASE("K1 the rows of the levels have the ids that a catalogue gives them") {
    for (std::size_t i = 0; i < std::size(kLevelIds); ++i) CHECK(kLevelIds[i] == catalogue_id("consequence_level", std::to_string(i)));
}

TEST_CASE("K1 four levels come with the catalogues, and another scale brings its words and the fifth row") {
    Scales town;
    REQUIRE(town.load(kCatalogues));
    CHECK(town.all(kConsequenceLevel).size() == 4);
    CHECK(town.level(2).text("name") == "Betydande skada");

    const auto replaced = town.scale(kFive);
    REQUIRE_MESSAGE(replaced, (replaced ? "" : replaced.error().detail));
    CHECK(replaced->written == 5);
    CHECK(replaced->removed == 0);
    CHECK(town.level(4).text("name") == "Synnerligen allvarlig skada");
    CHECK(town.level(1).text("version") == "0 till 4");

    const std::int64_t before = town.last();
    const auto again = town.scale(kFive);
    REQUIRE(again);
    CHECK(again->written == 0);
    CHECK(town.last() == before);
    REQUIRE(town.load(kCatalogues));  // the catalogues leave alone what is there
    CHECK(town.last() == before);
}

TEST_CASE("K1 going back to four levels takes the fifth away, and forward brings it again under the same id") {
    Scales town;
    REQUIRE(town.scale(kFive));
    const auto back = town.scale(kFour);
    REQUIRE(back);
    CHECK(back->removed == 1);
    CHECK(town.level(4).removed);
    REQUIRE(town.scale(kFive));
    CHECK_FALSE(town.level(4).removed);
    CHECK(town.all(kConsequenceLevel).size() == 5);
}

TEST_CASE("K1 replacing the scale keeps every classification, and the municipality's notes") {
    Scales town;
    REQUIRE(town.load(kCatalogues));
    town.make(kAsset, id("betyg"),
              {{"name", text("Betyg")}, {"kind", text("information_set")}, {"unit", text(id("school_a"))}, {"confidentiality", number(2)}});
    town.make(kClassification, id("klassning"), {{"asset", text(id("betyg"))}, {"confidentiality_law", number(3)}});
    town.edit(kConsequenceLevel, std::string(kLevelIds[2]), {{"name", text("Kännbar skada")}, {"notes", NoteEdit{"Beslutat i ledningsgruppen"}}});
    const Record asset = town.Town::load(kAsset, id("betyg")), classification = town.Town::load(kClassification, id("klassning"));
    REQUIRE(town.scale(kFive));
    CHECK(town.Town::load(kAsset, id("betyg")) == asset);
    CHECK(town.Town::load(kClassification, id("klassning")) == classification);
    CHECK(town.level(2).text("name") == "Betydande skada");
    CHECK(std::get<Notes>(town.level(2).values[position(kConsequenceLevel, "notes")]).size() == 1);
}

TEST_CASE("K1 a bad scale is refused with a sentence that names the file, and nothing of it stays") {
    Scales town;
    REQUIRE(town.load(kCatalogues));
    const auto scale = [&](const std::string& rows) { return town.complaint(catalogue("consequence_level", rows)); };
    CHECK(has(scale(levels(3)), "scale.json must have the levels 0 to 3, or 0 to 4"));
    CHECK(has(scale(levels(6)), "scale.json must have"));
    CHECK(has(scale(level_row(0) + "," + level_row(1) + "," + level_row(3) + "," + level_row(2)), "level 2"));
    CHECK(has(scale(levels(3) + R"(,{"fields":{}})"), "level 3"));
    CHECK(has(scale(levels(3) + R"(,{"key":"3","fields":{"level":2,"name":"x","short_name":"x"}})"), "scale.json 3"));
    CHECK(has(scale(levels(3) + R"(,{"key":"3","fields":{"level":3,"short_name":"x"}})"), "name"));
    CHECK(has(scale(levels(3) + "," + level_row(3, R"(,"soul":"x")")), "soul"));
    CHECK(has(scale(levels(3) + ",7"), "level 3"));
    CHECK(has(town.complaint(catalogue("scenario", levels(4))), "no scale"));
    CHECK(has(town.complaint("{"), "scale.json"));
    CHECK(has(town.complaint(""), "scale.json"));
    CHECK(town.level(2).text("name") == "Betydande skada");
}

TEST_CASE("K1 the coordinator words the levels, everybody reads them, and nobody adds or renumbers one by hand") {
    Scales town;
    REQUIRE(town.load(kCatalogues));
    town.hire("samordnare", "coordinator", "kommun");
    town.hire("admin", "administrator", "kommun");
    town.hire("larare", "", "school_a");
    const std::string two(kLevelIds[2]);
    CHECK(town.outcome("samordnare", town.draft(Verb::update, kConsequenceLevel, two, {{"name", text("Kännbar skada")}})) == "ok");
    CHECK(has(town.outcome("samordnare", town.draft(Verb::update, kConsequenceLevel, two, {{"level", number(3)}})), "problem.level_row"));
    CHECK(has(town.outcome("larare", town.draft(Verb::update, kConsequenceLevel, two, {{"name", text("Aj")}})), "problem.forbidden"));
    const Patch sixth{{"level", number(4)}, {"name", text("Mer")}, {"short_name", text("Mer")}, {"unit", text(id("kommun"))}};
    CHECK(has(town.outcome("admin", town.draft(Verb::create, kConsequenceLevel, id("egen"), sixth)), "problem.level_row"));
    int seen = 0;
    for (const Record& record : town.pull("larare").records) seen += record.entity == &kConsequenceLevel;
    CHECK(seen == 4);
}

TEST_CASE("K1 K8 the server refuses a fifth level, whatever scale is loaded, and writes nothing of it in the journal") {
    Scales town;
    REQUIRE(town.scale(kFive));
    town.hire("agare", "information_owner", "kommun");
    town.make(kAsset, id("betyg"), {{"name", text("Betyg")}, {"kind", text("information_set")}, {"unit", text(id("school_a"))}});
    const std::int64_t before = town.last();
    const Patch secret{{"asset", text(id("betyg"))}, {"integrity_trust", number(4)}, {"integrity_motive", text("Rör Sveriges säkerhet")}};
    CHECK(has(town.outcome("agare", town.draft(Verb::create, kClassification, id("klassning"), secret)), "problem.security_protected"));
    CHECK(town.last() == before);
    CHECK(town.all(kClassification).empty());
}
