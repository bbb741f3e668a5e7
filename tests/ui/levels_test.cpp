// The words of the consequence levels on the screens, and the gate that a fifth level closes (K1, K8).
#include <algorithm>

#include "i18n/words.h"
#include "schema/scale.h"
#include "ui/program.h"

using namespace lisa;
using namespace lisa::test;
using Aria = semantics::Role;

namespace {

Value text(std::string_view value) { return Value{std::string(value)}; }

constexpr std::string_view kClass = "01920000-0000-7000-8000-00000000c001";

std::vector<Record> scale_of(int levels) {
    std::vector<Record> rows;
    for (int i = 0; i < levels; ++i)
        rows.push_back(made(kConsequenceLevel, kLevelIds[i],
                            {{"level", Value{std::int64_t{i}}},
                             {"name", text("Egen nivå " + std::to_string(i))},
                             {"short_name", text("Egen" + std::to_string(i))},
                             {"law", text("Lagens följd " + std::to_string(i))},
                             {"unit", text(kRoot)}}));
    rows.push_back(made(kClassification, kClass, {{"asset", text(asset_id(1))}, {"status", text("draft")}}));
    return rows;
}

const std::string kForm = "/register/classification/" + std::string(kClass) + "/falt";

const std::string kLaw = "Konfidentialitet: lag och avtal";

/// What the choice says of itself: its help and its problem.
std::string said(const Program& program) {
    const semantics::Node* node = program.screen.node(Aria::select, kLaw);
    return node ? node->description : "";
}

bool offers(const Program& program, std::string_view words) {
    const semantics::Node* node = program.screen.node(Aria::select, kLaw);
    return node && std::find(node->options.begin(), node->options.end(), words) != node->options.end();
}

}  // namespace

TEST_CASE("K1 the table shows the short words of the register") {
    Program program("information_owner", kRoot, 4, "/register/asset", 1280, 800, scale_of(4));
    CHECK(says(program, "2 Egen2"));
    CHECK_FALSE(says(program, "2 Betydande"));
    Program bare("information_owner", kRoot, 4, "/register/asset");
    CHECK(says(bare, "2 Betydande"));
}

TEST_CASE("K1 the form offers the levels in the words of the register, and says what the chosen one means") {
    Program program("information_owner", kRoot, 4, kForm, 1280, 4000, scale_of(4));
    CHECK(offers(program, "2 – Egen nivå 2"));
    CHECK_FALSE(offers(program, "4 – Synnerligen allvarlig skada"));
    CHECK(said(program).find("Lagens följd") == std::string::npos);
    REQUIRE(program.type(Aria::select, kLaw, "2"));
    CHECK(said(program).find("2 Egen nivå 2: Lagens följd 2") != std::string::npos);
    check_tree(program.screen);
}

TEST_CASE("K1 K8 a fifth level closes the gate at once, and nothing about the information leaves the form") {
    Program program("information_owner", kRoot, 4, kForm, 1280, 4000, scale_of(5));
    CHECK(offers(program, "4 – Egen nivå 4"));
    REQUIRE(program.type(Aria::select, kLaw, "4"));
    const std::string refusal(say(Language::swedish, "problem.security_protected"));
    CHECK(said(program).find(refusal) != std::string::npos);
    REQUIRE(program.click(Aria::button, "Spara"));
    CHECK(said(program).find(refusal) != std::string::npos);
    CHECK(program.platform.outbox.empty());
    CHECK(program.pushed.empty());
    REQUIRE(program.type(Aria::select, kLaw, "3"));
    CHECK(said(program).find(refusal) == std::string::npos);
    REQUIRE(program.click(Aria::button, "Spara"));
    CHECK(program.platform.outbox.size() == 1);
}

TEST_CASE("K7 D1 a processing written from the starter kit brings its category with retention, and both are taken back together") {
    const Record type = made(kInformationType, kClass,
                             {{"name", text("Skolskjuts")},
                              {"area", text("school")},
                              {"unit", text(kRoot)},
                              {"personal_data", text("extra_protected")},
                              {"purpose", text("Pröva rätten till skjuts")},
                              {"retention", text("Två år")},
                              {"retention_start", text("Läsårets slut")},
                              {"disposal", text("Raderas i systemet")},
                              {"data_categories", text("Namn, adress, schema.")}});
    Program program("privacy_administrator", kRoot, 0, "/register/information_type/" + std::string(kClass), 1280, 2400, {type});
    REQUIRE(program.click(Aria::button, "Skapa behandling"));
    REQUIRE(program.type(Aria::combobox, "Nämnd eller bolag", "Utbildning"));
    REQUIRE(program.click(Aria::option, "Utbildningsnämnden"));
    REQUIRE(program.click(Aria::button, "Spara"));
    REQUIRE(program.platform.outbox.size() == 2);
    CAPTURE(program.platform.outbox.at(2));
    CHECK(program.platform.outbox.at(1).find("\"entity\":\"processing\"") != std::string::npos);
    CHECK(program.platform.outbox.at(2).find("\"entity\":\"processing_data\"") != std::string::npos);
    for (const char* part : {"Namn, adress, schema", "Två år", "Läsårets slut", "Raderas i systemet", "extra_protected"})
        CHECK(program.platform.outbox.at(2).find(part) != std::string::npos);
    REQUIRE(program.click(Aria::button, "Ångra"));
    CHECK(program.platform.outbox.size() == 4);
    CHECK(program.platform.outbox.at(3).find("processing_data") != std::string::npos);
    CHECK(program.platform.outbox.at(3).find("remove") != std::string::npos);
    CHECK(program.platform.outbox.at(4).find("remove") != std::string::npos);
}
