#include "documents/statements.h"

#include <doctest/doctest.h>

#include "documents/processing_record.h"
#include "domain/catalog.h"
#include "shared/golden.h"
#include "shared/memory.h"

using namespace lisa;
using namespace lisa::test;

namespace {

using Values = std::map<std::string, Value>;

constexpr std::string_view kToday = "2026-11-25";
/// A name that would be a script, an attribute and an entity, had it not been escaped.
constexpr const char* kHostile = "<script>alert('x')</script> \"&amp;\" <img src=x onerror=alert(1)>";

Record made(const Entity& entity, std::string_view name, const Values& values) {
    Record record{entity};
    record.id = id(name);
    for (const auto& [field, value] : values) {
        REQUIRE(position(entity, field) != kNoField);
        record.values[position(entity, field)] = value;
    }
    return record;
}

Record requirement(const char* code, const char* aspect, int least, const char* asked) {
    return made(kRequirement, code,
                {{"code", text(code)},
                 {"name", text("Krav")},
                 {"aspect", text(aspect)},
                 {"least_level", number(least)},
                 {"procurement_text", asked ? text(asked) : kCleared},
                 {"annex_a", Set{"5.15", "8.5"}}});
}

std::vector<Record> requirements() {
    return {requirement("K2-02", "confidentiality", 2, "Leverantören ska kryptera uppgifterna & nycklarna."),
            requirement("K2-01", "confidentiality", 2, "Leverantören ska ha två faktorer."),
            requirement("K3-01", "confidentiality", 3, "Leverantören ska låta oss hålla nycklarna."),
            requirement("R1-01", "integrity", 1, "Leverantören ska logga ändringar."),
            requirement("A0-01", "all", 0, "Leverantören ska ha en kontaktperson."),
            requirement("K1-09", "confidentiality", 1, nullptr)};
}

const Levels kLevels{.confidentiality = 2, .integrity = 1, .availability = 1};

std::string procurement(const char* subject = "Elevregister", Language language = Language::swedish) {
    Municipality store;
    const std::vector<Record> all = requirements();
    return procurement_requirements(subject, kLevels, pointers(all), {store, language}, kToday);
}

std::string applicability(const char* municipality = "Köpings kommun", Language language = Language::swedish,
                          const char* evidence_name = "Beslut KF 2026-11-02") {
    Municipality store;
    const std::vector<Record> controls = {
        made(kControl, "b",
             {{"number", text("5.10")}, {"name", text("Användning")}, {"is_applicable", text("excluded")}, {"reason_against", text("Bolaget sköter det")}}),
        made(kControl, "a",
             {{"number", text("5.2")},
              {"name", text("Roller")},
              {"is_applicable", text("applicable")},
              {"reasons_for", Set{"risk"}},
              {"reason_text", text("Utan ansvar görs inget")},
              {"status", text("implemented")}}),
        made(kControl, "c", {{"number", text("8.1")}, {"name", text("Enheter")}})};
    const Record proof = made(kEvidence, "proof", {{"name", text(evidence_name)}, {"control", text(id("a"))}});
    const Record measure = made(kMeasure, "measure", {{"name", text("Utse systemägare")}, {"control", text(id("a"))}});
    std::vector<const Record*> rows;
    for (const Record& one : controls) rows.push_back(&one);
    const auto of = [](const Record& target) {
        return [&target](const Record& control) {
            return target.text("control") == control.id ? std::vector<const Record*>{&target} : std::vector<const Record*>{};
        };
    };
    return statement_of_applicability(municipality, rows, of(proof), of(measure), {store, language}, kToday);
}

std::string processing_record(const char* name = "Skolskjuts") {
    Municipality store;
    const Record processing = made(kProcessing, "processing",
                                   {{"name", text(name)},
                                    {"reference", text("UN-1")},
                                    {"status", text("adopted")},
                                    {"unit", text(id("board_a"))},
                                    {"responsible", text(id("anna"))},
                                    {"purpose", text("Pröva rätten till skolskjuts")},
                                    {"data_subjects", Set{"guardians", "pupils"}},
                                    {"data_summary", text("Namn och adress")},
                                    {"recipients_external", text("Trafikbolaget")},
                                    {"transfers", text("none")},
                                    {"security_measures", text("Behörighet")},
                                    {"legal_bases", Set{"public_task"}},
                                    {"legal_basis_text", text("Skollagen")},
                                    {"dpia_needed", text("no")}});
    const Record row = made(kProcessingData, "row",
                            {{"category", text("Adress")}, {"processing", text(processing.id)}, {"kind", text("ordinary")}, {"retention", text("2 år")}});
    const std::vector<const Record*> processings = {&processing};
    // The board has an e-mail address of its own and the municipality the rest; nobody has noted a telephone.
    store.records.at({"unit", id("board_a")}).values[position(kUnit, "email")] = text("namnden@kommun.example");
    for (const auto& [field, value] :
         {std::pair{"organisation_number", "212000-2114"}, {"address", "Torget 1\n731 30 Köping"}, {"email", "kommun@kommun.example"}})
        store.records.at({"unit", id("kommun")}).values[position(kUnit, field)] = text(value);
    store.records.at({"person", id("anna")}).values[position(kPerson, "email")] = text("anna@kommun.example");
    const Record seat = made(kAssignment, "seat", {{"role", text("privacy_officer")}, {"unit", text(id("kommun"))}, {"person", text(id("anna"))}});
    const Record* seats[] = {&seat};
    const Reader reader{store, Language::swedish};
    RecordFrame frame = frame_of(store.at(kUnit, id("board_a")), seats, reader, kToday);
    frame.drawn_up_on = kToday;
    return record_of_processing(
        "Utbildningsnämnden", processings, [&](const Record&) { return std::vector<const Record*>{&row}; }, reader, frame);
}

bool has(std::string_view html, std::string_view part) { return html.find(part) != std::string_view::npos; }

}  // namespace

TEST_CASE("K4: the requirements of a procurement are the page that was reviewed") {
    for (const auto& [language, name] : {std::pair{Language::swedish, "procurement.sv.html"}, {Language::english, "procurement.en.html"}}) {
        const std::string present = procurement("Elevregister", language);
        CHECK(first_difference(golden(name, present), present) == "");
    }
}

TEST_CASE("S1: the statement of applicability is the page that was reviewed") {
    for (const auto& [language, name] : {std::pair{Language::swedish, "applicability.sv.html"}, {Language::english, "applicability.en.html"}}) {
        const std::string present = applicability("Köpings kommun", language);
        CHECK(first_difference(golden(name, present), present) == "");
    }
}

TEST_CASE("D7: the record of processing is the page that was reviewed") {
    const std::string present = processing_record();
    CHECK(first_difference(golden("processing_record.sv.html", present), present) == "");
}

namespace {

/// The frame of school A with seats of data protection officer.
struct Framed : Municipality {
    std::vector<Record> seats;
    void seat(const char* unit, const char* person, std::map<std::string, Value> more = {}) {
        more["role"] = more.contains("role") ? more["role"] : text("privacy_officer");
        more["unit"] = text(id(unit));
        if (*person) more["person"] = text(id(person));
        seats.push_back(made(kAssignment, unit, more));
    }
    void person(const char* name) {
        put(kPerson, id(name), {{"given_name", text(name)}, {"family_name", text("Ek")}, {"email", text(std::string(name) + "@kommun.example")}});
    }
    RecordFrame frame(const char* unit = "school_a") { return frame_of(at(kUnit, id(unit)), pointers(seats), {*this}, kToday); }
};

}  // namespace

TEST_CASE("D1 D7: the controller's contact details are those of the board, and else of the nearest above that has them") {
    Framed town;
    const auto put = [&](const char* unit, const char* field, const char* value) {
        town.records.at({"unit", id(unit)}).values[position(kUnit, field)] = text(value);
    };
    CHECK(town.frame().address.empty());
    put("kommun", "address", "Torget 1");
    put("kommun", "phone", "0221-250 00");
    put("board_a", "phone", "0221-251 00");
    put("board_b", "email", "b@kommun.example");
    CHECK(town.frame().address == "Torget 1");
    CHECK(town.frame().phone == "0221-251 00");
    CHECK(town.frame().email.empty());
    CHECK(town.frame("kommun").phone == "0221-250 00");
    CHECK(town.frame("board_b").email == "b@kommun.example");
}

TEST_CASE("D1 D7: the data protection officer is who holds the nearest seat that day, a deputy where it is vacant, and else nobody") {
    Framed town;
    for (const char* name : {"ombud", "vikarie", "bolagets"}) town.person(name);
    CHECK(town.frame().officer.empty());
    town.seat("kommun", "ombud", {{"role", text("coordinator")}});
    town.seat("board_b", "bolagets");
    town.seat("kommun", "ombud", {{"ends_on", text("2020-01-01")}});
    town.seat("kommun", "ombud", {{"starts_on", text("2099-01-01")}});
    CHECK(town.frame().officer.empty());
    CHECK(town.frame("board_b").officer == "bolagets Ek");
    town.seat("kommun", "", {{"deputy", text(id("vikarie"))}});
    CHECK(town.frame().officer == "vikarie Ek");
    CHECK(town.frame().officer_email == "vikarie@kommun.example");
    town.seat("board_a", "ombud");
    CHECK(town.frame().officer == "ombud Ek");
    CHECK(town.frame().officer_phone.empty());
}

TEST_CASE("K4: a supplier is asked what the class asks for, by code, and nothing that has no words for it") {
    const std::string html = procurement();
    CHECK(has(html, "Leverantören ska ha två faktorer."));
    CHECK(html.find("K2-01") < html.find("K2-02"));
    CHECK(has(html, "A0-01"));
    CHECK(has(html, "R1-01"));
    CHECK_FALSE(has(html, "K3-01"));
    CHECK_FALSE(has(html, "K1-09"));
    CHECK(has(html, "uppgifterna &amp; nycklarna"));
    Municipality store;
    CHECK(has(procurement_requirements("Penna", {}, {}, {store}, kToday), say(Language::swedish, "report.procurement.none")));
}

TEST_CASE("S1: the controls stand in the order of their numbers, each with its reason, evidence and measure") {
    const std::string html = applicability();
    CHECK(html.find(">5.2<") < html.find(">5.10<"));
    CHECK(html.find(">5.10<") < html.find(">8.1<"));
    for (const char* part : {"Bolaget sköter det", "Utan ansvar görs inget", "Beslut KF 2026-11-02", "Utse systemägare"}) CHECK(has(html, part));
}

TEST_CASE("no name makes its way into a document as anything but text") {
    for (const std::string& html :
         {procurement(kHostile), applicability(kHostile), applicability("Kommunen", Language::swedish, kHostile), processing_record(kHostile)}) {
        CHECK_FALSE(has(html, "<script>alert"));
        CHECK_FALSE(has(html, "<img"));
        CHECK(has(html, "&lt;script&gt;alert"));
        CHECK(has(html, "&amp;amp;"));
    }
}
