// The method's own screens, as a person uses them.
#include <algorithm>
#include <cstdio>

#include "ui/program.h"

using namespace lisa;
using namespace lisa::test;
using Aria = semantics::Role;

namespace {

using Values = std::initializer_list<std::pair<std::string_view, Value>>;

Value text(std::string_view value) { return Value{std::string(value)}; }
Value number(std::int64_t value) { return Value{value}; }

std::string uid(int i) {
    char id[40];
    std::snprintf(id, sizeof id, "01920000-0000-7000-8000-%012x", 0x9000 + i);
    return id;
}
std::string at(const Entity& entity, int i, std::string_view tab = "") { return "/register/" + std::string(entity.name) + "/" + uid(i) + std::string(tab); }

enum : int {
    bo,
    journal,
    portal,
    link_in,
    link_on,
    rule_no,
    rule_yes,
    met,
    unmet,
    met_status,
    matrix,
    analysis,
    fire,
    theft,
    old_policy,
    new_policy,
    section_a,
    section_b,
    section_c,
    section_d,
    seat
};

Record risk_of(int id, std::string_view name, int likelihood, int consequence) {
    Record record = made(kRisk, uid(id),
                         {{"name", text(name)},
                          {"analysis", text(uid(analysis))},
                          {"owner", text(kMe)},
                          {"status", text("assessed")},
                          {"current_likelihood", number(likelihood)},
                          {"current_consequence", number(consequence)}});
    record.set(risk::current_level, std::int64_t{3});
    return record;
}

Record section_of(int id, int document, int place, std::string_view heading, std::string_view body) {
    return made(kSection, uid(id), {{"heading", text(heading)}, {"document", text(uid(document))}, {"number", number(place)}, {"body", text(body)}});
}

/// What the server of these tests holds besides the assets: every register of the method, a little in each.
std::vector<Record> method() {
    std::vector<Record> all;
    all.push_back(
        made(kPerson, uid(bo), {{"given_name", text("Bo")}, {"family_name", text("Slutar")}, {"audience", text("employee")}, {"unit", text(kBoard)}}));
    all.push_back(
        made(kSystem, uid(journal),
             {{"name", text("Journalen")}, {"kind", text("application")}, {"status", text("in_operation")}, {"unit", text(kBoard)}, {"owner", text(uid(bo))}}));
    all.push_back(
        made(kSystem, uid(portal),
             {{"name", text("Portalen")}, {"kind", text("application")}, {"status", text("in_operation")}, {"unit", text(kBoard)}, {"owner", text(uid(bo))}}));
    all.push_back(made(kAssetSystem, uid(link_in),
                       {{"asset", text(asset_id(2))}, {"system", text(uid(journal))}, {"relation", text("stored")}, {"flows_to", text(uid(portal))}}));
    all.push_back(made(kHandlingRule, uid(rule_no),
                       {{"way", text("email_external")},
                        {"answer", text("no")},
                        {"reason", text("Mejl kan läsas på vägen.")},
                        {"least_confidentiality", number(2)},
                        {"unit", text(kRoot)}}));
    all.push_back(made(kHandlingRule, uid(rule_yes),
                       {{"way", text("email_external")},
                        {"answer", text("yes")},
                        {"reason", text("Ingen tar skada.")},
                        {"greatest_confidentiality", number(1)},
                        {"unit", text(kRoot)}}));
    for (const auto& [id, code] : {std::pair{met, "K-01"}, {unmet, "K-02"}})
        all.push_back(
            made(kRequirement, uid(id),
                 {{"code", text(code)}, {"name", text("Kryptering")}, {"unit", text(kRoot)}, {"aspect", text("confidentiality")}, {"least_level", number(2)}}));
    all.push_back(made(kRequirementStatus, uid(met_status), {{"system", text(uid(journal))}, {"requirement", text(uid(met))}, {"status", text("met")}}));
    Record grid = made(kRiskMatrix, uid(matrix),
                       {{"name", text("Matris")},
                        {"version", text("1")},
                        {"status", text("in_use")},
                        {"size", number(5)},
                        {"cells", text("0,0,1,1,1;0,1,1,2,2;1,1,2,3,3;1,2,3,3,4;2,3,3,4,4")},
                        {"appetite", number(1)},
                        {"unit", text(kRoot)}});
    all.push_back(grid);
    all.push_back(made(
        kRiskAnalysis, uid(analysis),
        {{"name", text("Analys av Journalen")}, {"kind", text("system")}, {"status", text("ongoing")}, {"matrix", text(uid(matrix))}, {"unit", text(kBoard)}}));
    all.push_back(risk_of(fire, "Brand", 3, 3));
    all.push_back(risk_of(theft, "Stöld", 1, 1));
    all.push_back(made(kDocument, uid(old_policy),
                       {{"title", text("Policy")}, {"kind", text("policy")}, {"version", text("1.0")}, {"status", text("superseded")}, {"unit", text(kRoot)}}));
    all.push_back(made(kDocument, uid(new_policy),
                       {{"title", text("Policy")},
                        {"kind", text("policy")},
                        {"version", text("2.0")},
                        {"status", text("adopted")},
                        {"unit", text(kRoot)},
                        {"replaces", text(uid(old_policy))}}));
    all.push_back(section_of(section_a, old_policy, 1, "Syfte", "Informationen ska skyddas."));
    all.push_back(section_of(section_b, old_policy, 2, "Fax", "Fax får användas."));
    all.push_back(section_of(section_c, new_policy, 1, "Syfte", "Informationen ska skyddas."));
    all.push_back(section_of(section_d, new_policy, 2, "Molntjänster", "Molntjänster ska vara godkända."));
    return all;
}

/// The names of the rows of the list, in their order.
std::vector<std::string> rows_of(const Program& program) {
    std::vector<std::pair<float, std::string>> rows;
    for (const semantics::Node& node : program.screen.tree().nodes())
        if (node.role == Aria::link && node.name.starts_with("Tillgång ")) rows.emplace_back(node.rect.y, node.name);
    std::sort(rows.begin(), rows.end());
    std::vector<std::string> names;
    for (auto& [y, name] : rows) names.push_back(name);
    return names;
}

void choose(Program& program, std::string_view field, std::string_view typed, std::string_view option) {
    REQUIRE(program.type(Aria::combobox, field, typed));
    REQUIRE(program.click(Aria::option, option));
}

}  // namespace

TEST_CASE("P4: Får jag …? answers with the reason, for the class of what was picked") {
    Program program("employee", kBoard, 4, "/far-jag", 1280, 800, method());
    choose(program, "Information", "tillgång 2", "Tillgång 2");
    REQUIRE(program.type(Aria::select, "Vad vill du göra?", "email_external"));
    CHECK(program.screen.node(Aria::heading, "Nej") != nullptr);
    CHECK(says(program, "Skäl: Mejl kan läsas på vägen."));
    CHECK(says(program, "2 Betydande skada"));
    check_tree(program.screen);
    choose(program, "Information", "tillgång 0", "Tillgång 0");
    CHECK(program.screen.node(Aria::heading, "Nej") == nullptr);
    REQUIRE(program.type(Aria::select, "Vad vill du göra?", "usb_stick"));
    CHECK(says(program, "Det finns ingen regel för det här ännu"));
}

TEST_CASE("P4: a rule of another part of the organisation says nothing about what I may") {
    std::vector<Record> records = method();
    records.push_back(made(kHandlingRule, uid(200),
                           {{"way", text("email_external")}, {"answer", text("no")}, {"reason", text("Arkivets egen regel.")}, {"unit", text(kArchive)}}));
    Program outside("employee", kBoard, 1, "/far-jag", 1280, 800, records), inside("employee", kArchive, 1, "/far-jag", 1280, 800, records);
    for (Program* program : {&outside, &inside}) {
        choose(*program, "Information", "tillgång 0", "Tillgång 0");
        REQUIRE(program->type(Aria::select, "Vad vill du göra?", "email_external"));
    }
    CHECK_FALSE(says(outside, "Arkivets egen regel."));
    CHECK(says(inside, "Arkivets egen regel."));
}

TEST_CASE("R2: a click on a cell of the matrix lists the risks in it") {
    Program program("information_owner", kBoard, 3, at(kRiskAnalysis, analysis, "/matris"), 1280, 800, method());
    CHECK(program.screen.node(Aria::link, "Brand") != nullptr);
    CHECK(program.screen.node(Aria::link, "Stöld") != nullptr);
    constexpr std::string_view kCell = "Sannolikhet Sannolikt, konsekvens Allvarlig: Hög, 1 risk";
    REQUIRE(program.click(Aria::button, kCell));
    CHECK((program.screen.node(Aria::button, kCell)->states & semantics::expanded) != 0);
    CHECK(program.screen.node(Aria::link, "Brand") != nullptr);
    CHECK(program.screen.node(Aria::link, "Stöld") == nullptr);
    REQUIRE(program.click(Aria::tab, "Efter åtgärder"));
    CHECK(program.screen.node(Aria::link, "Brand") == nullptr);
    REQUIRE(program.click(Aria::tab, "I dag"));
    REQUIRE(program.click(Aria::button, kCell));
    CHECK(program.screen.node(Aria::link, "Stöld") != nullptr);
    REQUIRE(program.click(Aria::link, "Brand"));
    CHECK(program.platform.shown_address == at(kRisk, fire));
}

TEST_CASE("R2: a cell that was clicked in one analysis is not chosen in the next") {
    std::vector<Record> records = method();
    records.push_back(
        made(kRiskAnalysis, uid(400),
             {{"name", text("Nästa analys")}, {"kind", text("system")}, {"status", text("ongoing")}, {"matrix", text(uid(matrix))}, {"unit", text(kBoard)}}));
    Record risk = risk_of(401, "Vattenläcka", 2, 2);
    risk.set(risk::analysis, uid(400));
    records.push_back(risk);
    Program program("information_owner", kBoard, 0, at(kRiskAnalysis, analysis, "/matris"), 1280, 800, records);
    REQUIRE(program.click(Aria::button, "Sannolikhet Sannolikt, konsekvens Allvarlig"));
    program.host->navigate(at(kRiskAnalysis, 400, "/matris"));
    program.screen.settle(*program.host);
    CHECK(program.screen.node(Aria::link, "Vattenläcka") != nullptr);
    CHECK(program.screen.node(Aria::link, "Brand") == nullptr);
}

TEST_CASE("I3: the neighbours of a system in the map are links, and clicking one puts it in the middle") {
    Program program("coordinator", kRoot, 3, at(kSystem, journal, "/karta"), 1280, 800, method());
    CHECK((program.screen.node(Aria::link, "Journalen")->states & semantics::current) != 0);
    REQUIRE(program.screen.node(Aria::link, "Tillgång 2, Lagras"));
    REQUIRE(program.screen.node(Aria::link, "Portalen, Tillgång 2"));
    REQUIRE(program.click(Aria::link, "Portalen, Tillgång 2"));
    CHECK(program.platform.shown_address == at(kSystem, portal, "/karta"));
    REQUIRE(program.click(Aria::link, "Journalen, Tillgång 2"));
    CHECK(program.platform.shown_address == at(kSystem, journal, "/karta"));
    REQUIRE(program.click(Aria::link, "Tillgång 2, Lagras"));
    CHECK(program.platform.shown_address == "/register/asset/" + asset_id(2) + "/karta");
    CHECK(program.screen.node(Aria::link, "Journalen, Lagras") != nullptr);
}

TEST_CASE("K3: the requirements of a system's class stand with their status, what remains first") {
    Program program("system_owner", kBoard, 3, at(kSystem, journal, "/krav"), 1280, 800, method());
    CHECK(says(program, "1 av 2 krav är uppfyllda eller gäller inte, 0 delvis, 0 inte uppfyllda och 1 inte bedömda."));
    const semantics::Node *open = program.screen.node(Aria::link, "K-02"), *done = program.screen.node(Aria::link, "K-01");
    REQUIRE(open);
    REQUIRE(done);
    CHECK(open->rect.y < done->rect.y);
    REQUIRE(program.click(Aria::button, "Bedöm"));
    CHECK(program.platform.shown_address.starts_with("/register/requirement_status/ny/"));
    program.host->navigate(at(kSystem, portal, "/krav"));  // the information is sent there, so that it asks for the same
    program.screen.settle(*program.host);
    CHECK(says(program, "0 av 2 krav är uppfyllda eller gäller inte, 0 delvis, 0 inte uppfyllda och 2 inte bedömda."));
    std::vector<Record> unused = method();
    unused.push_back(made(kSystem, uid(210), {{"name", text("Tomt")}, {"kind", text("application")}, {"status", text("planned")}, {"unit", text(kBoard)}}));
    Program empty("system_owner", kBoard, 3, at(kSystem, 210, "/krav"), 1280, 800, unused);
    CHECK(says(empty, "Klassen ger inga krav."));
}

TEST_CASE("K3: who may not see how requirements are met is not told that nobody has assessed them") {
    Program program("employee", kBoard, 3, at(kSystem, journal, "/krav"), 1280, 800, method());
    CHECK(says(program, "Hur kraven uppfylls visas inte för dig. Det kräver en annan roll."));
    CHECK_FALSE(says(program, "inte bedömda"));
}

TEST_CASE("P1: a document is compared with the one that it replaces") {
    Program program("employee", kBoard, 0, at(kDocument, new_policy, "/jamfor"), 1280, 800, method());
    CHECK(says(program, "Policy 2.0 jämförd med Policy 1.0."));
    CHECK(says(program, "Tillagt: Molntjänster ska vara godkända."));
    CHECK(says(program, "Borttaget: Fax får användas."));
    CHECK_FALSE(says(program, "Tillagt: Informationen ska skyddas."));
    program.host->navigate(at(kDocument, old_policy, "/jamfor"));
    program.screen.settle(*program.host);
    CHECK_FALSE(says(program, "Borttaget:"));
}

TEST_CASE("P2: whoever has read the version in force says so once, in own name") {
    Program program("employee", kBoard, 0, at(kDocument, new_policy, "/las"), 1280, 800, method());
    REQUIRE(program.click(Aria::button, "Jag har läst och förstått version 2.0"));
    REQUIRE(program.platform.outbox.size() == 1);
    CHECK(program.platform.outbox.begin()->second.find(kMe) != std::string::npos);
    CHECK(says(program, "Du bekräftade version 2.0 den 2026-11-24."));
    CHECK(program.screen.node(Aria::button, "Jag har läst och förstått") == nullptr);
    program.host->navigate(at(kDocument, old_policy, "/las"));
    program.screen.settle(*program.host);
    CHECK(program.screen.node(Aria::button, "Jag har läst och förstått") == nullptr);
}

TEST_CASE("O5: everything of a leaver goes over in one step, and back again") {
    Program program("coordinator", kRoot, 0, at(kPerson, bo), 1280, 800, method());
    REQUIRE(program.click(Aria::button, "Lämna över allt"));
    check_tree(program.screen);
    choose(program, "Till", "anna", "Anna Exempel");
    REQUIRE(program.click(Aria::button, "Lämna över"));
    CHECK(program.platform.outbox.size() == 2);
    CHECK(says(program, "2 poster är överlämnade."));
    const auto owner_is = [&](int system, std::string_view name) {
        program.host->navigate(at(kSystem, system));
        program.screen.settle(*program.host);
        return program.screen.node(Aria::link, name) != nullptr;
    };
    REQUIRE(program.click(Aria::button, "Ångra"));
    CHECK(program.platform.outbox.size() == 4);
    CHECK(owner_is(journal, "Bo Slutar"));
    CHECK(owner_is(portal, "Bo Slutar"));
}

TEST_CASE("O5: the one who takes over owns it afterwards") {
    Program program("coordinator", kRoot, 0, at(kPerson, bo), 1280, 800, method());
    REQUIRE(program.click(Aria::button, "Lämna över allt"));
    choose(program, "Till", "anna", "Anna Exempel");
    REQUIRE(program.click(Aria::button, "Lämna över"));
    program.host->navigate(at(kSystem, journal));
    program.screen.settle(*program.host);
    CHECK(program.screen.node(Aria::link, "Anna Exempel") != nullptr);
    CHECK(program.screen.node(Aria::link, "Bo Slutar") == nullptr);
}

TEST_CASE("O4: Mitt Lisa lists what is due for me, what is late first and said so") {
    std::vector<Record> records = method();
    const auto asset = [&](int id, std::string_view name, std::string_view owner, std::string_view review_on) {
        records.push_back(made(kAsset, uid(id),
                               {{"name", text(name)},
                                {"kind", text("information_set")},
                                {"status", text("in_use")},
                                {"unit", text(kBoard)},
                                {"owner", text(owner)},
                                {"review_on", text(review_on)}}));
    };
    asset(300, "Snart", kMe, "2026-12-24");
    asset(301, "Sent", kMe, "2026-11-01");
    asset(302, "Annans", uid(bo), "2026-11-01");
    asset(303, "Nästa år", kMe, "2027-11-01");
    Program program("employee", kBoard, 0, "/", 1280, 800, records);
    const semantics::Node *late = program.screen.node(Aria::link, "Klassa om: Sent"), *soon = program.screen.node(Aria::link, "Klassa om: Snart");
    REQUIRE(late);
    REQUIRE(soon);
    CHECK(late->rect.y < soon->rect.y);
    CHECK(says(program, "försenad sedan 2026-11-01"));
    CHECK_FALSE(says(program, "försenad sedan 2026-12-24"));
    CHECK_FALSE(says(program, "Annans"));
    CHECK_FALSE(says(program, "Nästa år"));
    REQUIRE(program.click(Aria::link, "Klassa om: Sent"));
    CHECK(program.platform.shown_address == at(kAsset, 301));
}

TEST_CASE("A8: sorting by a second column keeps the order of the first among equals") {
    Program program("information_owner", kBoard, 8, "/register/asset");
    REQUIRE(program.click(Aria::button, "Konfidentialitet"));
    CHECK(rows_of(program) ==
          std::vector<std::string>{"Tillgång 0", "Tillgång 4", "Tillgång 1", "Tillgång 5", "Tillgång 2", "Tillgång 6", "Tillgång 3", "Tillgång 7"});
    REQUIRE(program.click(Aria::button, "Namn"));
    REQUIRE(program.click(Aria::button, "Namn"));  // the other way round
    CHECK(rows_of(program).front() == "Tillgång 7");
    REQUIRE(program.click(Aria::button, "Konfidentialitet"));
    CHECK(rows_of(program) ==
          std::vector<std::string>{"Tillgång 4", "Tillgång 0", "Tillgång 5", "Tillgång 1", "Tillgång 6", "Tillgång 2", "Tillgång 7", "Tillgång 3"});
}

TEST_CASE("A5: every screen of the method has a sound tree, wide and narrow") {
    const std::string paths[] = {"/",
                                 "/laget",
                                 "/far-jag",
                                 "/importera/asset",
                                 at(kRiskAnalysis, analysis, "/matris"),
                                 at(kSystem, journal, "/karta"),
                                 at(kSystem, journal, "/krav"),
                                 "/register/asset/" + asset_id(2) + "/karta",
                                 at(kDocument, new_policy, "/jamfor"),
                                 at(kDocument, new_policy, "/las"),
                                 at(kPerson, bo),
                                 at(kRisk, fire),
                                 at(kSystem, journal)};
    for (const float width : {1280.f, 360.f})
        for (const std::string& path : paths) {
            CAPTURE(width);
            CAPTURE(path);
            Program program("coordinator", kRoot, 4, path, width, 740, method());
            check_tree(program.screen);
            CHECK(program.screen.node(Aria::heading, "Sidan finns inte") == nullptr);
            CHECK(program.screen.node(Aria::heading, "") != nullptr);
        }
}
