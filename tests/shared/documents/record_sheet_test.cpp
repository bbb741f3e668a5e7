#include "documents/record_sheet.h"

#include "domain/catalog.h"
#include "shared/golden.h"
#include "shared/insight/world.h"

using namespace lisa;
using namespace lisa::test;

namespace {

std::string sheet(World& world, const Record& record, Language language = Language::swedish) {
    world.reader.language = language;
    return record_sheet(record, world.around());
}

std::string sheet(World& world, const Entity& entity, const char* name) { return sheet(world, world.at(entity, id(name))); }

bool has(const std::string& page, std::string_view text) { return page.find(text) != std::string::npos; }

/// What is known about one asset and the system that holds it.
World& describe(World& world) {
    classify(world);
    const auto set = [&](const char* field, Value value) { world.set(kAsset, "grades", field, std::move(value)); };
    set("description", text("Slutbetyg & omdömen <i>per elev</i>"));
    set("motive", text("Betygen styr elevernas framtid"));
    set("tags", Set{"skola", "elev"});
    Values decided = sound_classification();
    decided["status"] = text("decided");
    decided["participants"] = Set{"Anna", "Bo"};
    decided["decided_by"] = text(id("anna"));
    world.add(kClassification, "class", decided);
    add_matrix(world);
    add_risk(world);
    for (const auto& [field, value] : Values{{"inherent_likelihood", number(4)},
                                             {"inherent_consequence", number(3)},
                                             {"residual_likelihood", number(1)},
                                             {"residual_consequence", number(3)},
                                             {"vulnerability", text("Gamla servrar")},
                                             {"treatment", text("reduce")},
                                             {"system", text(id("register"))},
                                             {"accepted_by", text(id("anna"))},
                                             {"accepted_on", text("2026-11-01")},
                                             {"acceptance_until", text("2027-11-01")},
                                             {"accepted_level", number(2)},
                                             {"acceptance_motive", text("Vi byter servrarna i vår")}})
        world.set(kRisk, "risk", field, value);
    Record risk = world.at(kRisk, id("risk"));
    kRisk.derive(risk, world);
    world.records.at({"risk", id("risk")}) = risk;
    world.add(kMeasure, "patch",
              {{"name", text("Byt servrar")},
               {"status", text("ongoing")},
               {"risk", text(id("risk"))},
               {"system", text(id("register"))},
               {"unit", text(id("board_a"))},
               {"owner", text(id("anna"))},
               {"due_on", text("2027-04-01")}});
    for (const char* code : {"K-1", "K-2"})
        world.add(kRequirement, code,
                  {{"code", text(code)},
                   {"name", text("Kryptering")},
                   {"unit", text(id("kommun"))},
                   {"aspect", text("confidentiality")},
                   {"least_level", number(2)}});
    world.add(kRequirementStatus, "answer",
              {{"system", text(id("register"))},
               {"requirement", text(id("K-1"))},
               {"status", text("partly")},
               {"how", text("Bara i vila")},
               {"owner", text(id("anna"))},
               {"due_on", text("2027-01-31")}});
    return world;
}

/// The world as the server shows it to somebody: what they may not read is not there, and fields are withheld.
World& seen_by(World& world, Role role, const char* unit) {
    world.who = holder(role, unit);
    std::map<std::pair<std::string, std::string>, Record> seen;
    for (const auto& [key, record] : world.records) {
        const auto places = places_of(record, world);
        REQUIRE(places);
        if (auto redacted = redact(record, world.who, *places)) seen.emplace(key, std::move(*redacted));
    }
    world.records = std::move(seen);
    return world;
}

}  // namespace

TEST_CASE("I1 K1 R1 all that is known about one asset comes out as one document") {
    World world;
    const std::string present = sheet(describe(world), kAsset, "grades");
    CHECK(first_difference(golden("record_sheet.sv.html", present), present) == "");
    CHECK_FALSE(has(present, "<i>"));
    CHECK_FALSE(has(present, "Kartor"));
    CHECK_FALSE(has(present, "Det kan finnas mer som inte visas för dig"));
}

TEST_CASE("R1 R4 the sheet of an asset, a system and an analysis tells its risks in full, before and after, with their measures") {
    for (const auto& [entity, name] : {std::pair{&kAsset, "grades"}, {&kSystem, "register"}, {&kRiskAnalysis, "analysis"}}) {
        World world;
        const std::string present = sheet(describe(world), *entity, name);
        CAPTURE(present);
        for (const char* text : {"<h3>Utpressningsvirus</h3>", "Gamla servrar", "Vi byter servrarna i vår", "Byt servrar", "2027-04-01", "Anna Ågren"})
            CHECK_MESSAGE(has(present, text), text);
        const auto row = [&](const char* stage, const char* likelihood, const char* consequence, const char* level) {
            const auto words = [](const char* scale, const char* step) { return std::string(step) + " " + phrase(std::string(scale) + "." + step); };
            return has(present, "<th scope=\"row\">" + phrase(stage) + "</th><td>" + words("likelihood", likelihood) + "</td><td>" +
                                    words("consequence", consequence) + "</td><td>" + words("risk_level", level) + "</td>");
        };
        CHECK(row("matrix.inherent", "4", "3", "4"));
        CHECK(row("matrix.current", "3", "3", "3"));
        CHECK(row("matrix.residual", "1", "3", "2"));
        CHECK_FALSE(has(present, "<caption>" + phrase("entities.risk") + " ("));  // not once more by the columns of its list
    }
}

TEST_CASE("K2 K3 the sheet of a system tells the information that gives its class with the motives, and requirement by requirement how it stands") {
    World world;
    const std::string present = sheet(describe(world), kSystem, "register");
    CHECK(has(present, "<h2>" + phrase("report.sheet.information") + "</h2>"));
    CHECK(has(present,
              "<th scope=\"row\">Betyg</th><td>2 Betydande skada</td><td>3 Allvarlig skada</td><td>1 Måttlig skada</td><td>Betygen styr elevernas "
              "framtid</td><td>2026-10-01</td>"));
    CHECK(has(present, "<th scope=\"row\">K-1 – Kryptering</th><td>" + phrase("option.requirement_status.status.partly") +
                           "</td><td>Bara i vila</td><td>Anna Ågren</td><td>2027-01-31</td>"));
    CHECK(has(present, "<th scope=\"row\">K-2 – Kryptering</th><td>" + phrase("option.requirement_status.status.not_assessed") + "</td>"));
    CHECK_FALSE(has(present, phrase("report.sheet.other_measures")));  // the one there is stands with its risk
    world.set(kMeasure, "patch", "risk", kCleared);
    CHECK(has(sheet(world, kSystem, "register"), phrase("report.sheet.other_measures")));
}

TEST_CASE("I1 what is withheld is not in the document, which says so where it would stand") {
    World world;
    Record record = describe(world).at(kAsset, id("grades"));
    const std::size_t at = position(kAsset, "description");
    record.values[at] = {};
    record.hidden = 1ull << at;
    const std::string present = sheet(world, record);
    CHECK_FALSE(has(present, "omdömen"));
    CHECK(has(present, "<dt>Beskrivning</dt><dd>(visas inte för dig)</dd>"));
    CHECK(has(present, "kräver en annan roll"));
}

TEST_CASE("R1 K3 who may not read risks or requirements gets a document without them that does not say there are none; who may, gets them") {
    struct Seen {
        Role role;
        bool sees_risks, sees_weaknesses;
    };
    for (const Seen& one : {Seen{Role::employee, false, false}, {Role::system_owner, true, true}, {Role::coordinator, true, true}}) {
        World world;
        seen_by(describe(world), one.role, "board_a");
        const std::string present = sheet(world, kSystem, "register");
        CAPTURE(present);
        CHECK(has(present, "Utpressningsvirus") == one.sees_risks);
        CHECK(has(present, "Gamla servrar") == one.sees_weaknesses);
        CHECK(has(present, "Bara i vila") == one.sees_risks);
        CHECK(has(present, phrase("gap.withheld")) == !one.sees_risks);
        CHECK(has(present, phrase("report.sheet.perhaps_more")));  // nobody of them sees the whole municipality
        CHECK_FALSE(has(present, phrase("report.sheet.none")));
        CHECK(has(present, phrase("insight.basis_partly")));
    }
    World empty;  // and who sees everything is told that there is nothing
    const std::string present = sheet(empty, kSystem, "register");
    CHECK(has(present, phrase("report.sheet.none")));
    CHECK_FALSE(has(present, phrase("report.sheet.perhaps_more")));
}

TEST_CASE("H1 a record's document names the files that are attached to it, and no other's") {
    World world;
    world.add(kAttachment, "file",
              {{"name", text("intervju.pdf")}, {"register_name", text("asset")}, {"record", text(id("grades"))}, {"media_type", text("pdf")}});
    world.add(kAttachment, "other", {{"name", text("karta.png")}, {"register_name", text("asset")}, {"record", text(id("maps"))}, {"media_type", text("png")}});
    const std::string present = sheet(world, kAsset, "grades");
    CHECK(has(present, "intervju.pdf"));
    CHECK_FALSE(has(present, "karta.png"));
}

TEST_CASE("every register gives a document in both languages, also from a blank record") {
    World world;
    for (const Entity* entity : kCatalog)
        for (Language language : {Language::swedish, Language::english}) {
            CAPTURE(entity->name);
            Record record{*entity};
            record.id = id("blank");
            const std::string present = sheet(world, record, language);
            CHECK(has(present, language == Language::swedish ? "<html lang=\"sv\">" : "<html lang=\"en\">"));
            CHECK(present.ends_with("</html>\n"));
        }
}
