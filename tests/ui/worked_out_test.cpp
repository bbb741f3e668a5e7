// What Lisa works out about systems, in their list and in their files; and files of those who may not see everything.
#include "ui/program.h"

using namespace lisa;
using namespace lisa::test;
using Aria = semantics::Role;

namespace {

constexpr std::string_view kJournal = "01920000-0000-7000-8000-00000000a001", kPortal = "01920000-0000-7000-8000-00000000a002",
                           kAlarm = "01920000-0000-7000-8000-00000000a003";

Value text(std::string_view value) { return Value{std::string(value)}; }

Record system(std::string_view id, std::string_view name) {
    return made(
        kSystem, id,
        {{"name", text(name)}, {"kind", text("application")}, {"status", text("in_operation")}, {"unit", text(kBoard)}, {"location", text("Källaren")}});
}

Record link(int id, std::string_view asset, std::string_view in, std::string_view to = "") {
    Record record = made(kAssetSystem, asset_id(900 + id), {{"asset", text(asset)}, {"system", text(in)}, {"relation", text("stored")}});
    if (!to.empty()) record.values[position(kAssetSystem, "flows_to")] = text(to);
    return record;
}

/// Two systems: the journal has an asset of confidentiality 2, which it sends to the portal; the portal has alarms as well.
/// As the server shows them to somebody who sees where they are, or not.
std::vector<Record> landscape(bool sees_all = true) {
    std::vector<Record> all{system(kJournal, "Journalen"), system(kPortal, "Portalen")};
    if (!sees_all)
        for (Record& record : all) {
            const std::size_t at = position(kSystem, "location");
            record.values[at] = {};
            record.hidden = std::uint64_t{1} << at;
        }
    all.push_back(made(kAsset, kAlarm,
                       {{"name", text("Larm")},
                        {"kind", text("information_set")},
                        {"status", text("in_use")},
                        {"unit", text(kBoard)},
                        {"availability", Value{std::int64_t{3}}}}));
    all.push_back(link(1, asset_id(2), kJournal, kPortal));
    all.push_back(link(2, kAlarm, kPortal));
    return all;
}

std::string systems(const Program& program) {
    std::string names;
    for (const semantics::Node& node : program.screen.tree().nodes())
        if (node.role == Aria::link && node.href.starts_with("/register/system/")) names += node.name + ' ';
    return names;
}

/// The file that a button of the export gives.
std::string exported(Program& program, std::string_view form) {
    REQUIRE(program.click(Aria::button, "Exportera"));
    check_tree(program.screen);
    REQUIRE(program.click(Aria::button, form));
    const std::string file = program.platform.downloads.back();
    return file.substr(file.find('\n') + 1);
}

}  // namespace

TEST_CASE("K2 A8: the list of systems has the class that holds, sorts by it, finds it and copies it, and nobody writes in it") {
    Program program("coordinator", kRoot, 4, "/register/system", 1600, 800, landscape());
    check_tree(program.screen);
    CHECK(says(program, "2 Betydande"));
    CHECK(says(program, "3 Allvarlig"));
    REQUIRE(program.click(Aria::button, "Tillgänglighet (gällande)"));
    CHECK(systems(program) == "Portalen Journalen ");
    REQUIRE(program.type(Aria::searchbox, "Filtrera listan", "allvarlig"));
    CHECK(systems(program) == "Portalen ");
    REQUIRE(program.press(Aria::grid, "System", semantics::key_copy));
    CHECK(program.platform.copied.starts_with("Namn\tKonfidentialitet (gällande)\tRiktighet (gällande)\tTillgänglighet (gällande)\tSlag\t"));
    CHECK(program.platform.copied.find("Portalen\t2 Betydande skada\t\t3 Allvarlig skada\t") != std::string::npos);
    REQUIRE(program.press(Aria::grid, "System", semantics::key_right));
    REQUIRE(program.press(Aria::grid, "System", semantics::key_f2));
    CHECK(says(program, "Den rutan kan inte ändras här"));
    CHECK(program.platform.outbox.empty());
}

TEST_CASE("K2 A8: the class in the list follows what is changed, at once") {
    Program program("coordinator", kRoot, 4, "/register/system", 1600, 800, landscape());
    REQUIRE(program.type(Aria::searchbox, "Filtrera listan", "allvarlig"));
    CHECK(systems(program) == "Portalen ");
    program.host->navigate("/register/asset/" + std::string(kAlarm) + "/falt");
    program.screen.settle(*program.host);
    REQUIRE(program.type(Aria::select, "Tillgänglighet", "1"));
    REQUIRE(program.click(Aria::button, "Spara"));
    program.host->navigate("/register/system?filter=allvarlig");
    program.screen.settle(*program.host);
    CHECK(systems(program).empty());
}

TEST_CASE("I3: the map says of a flow that the receiving system depends on it") {
    std::vector<Record> records = landscape();
    for (Record& record : records)
        if (record.entity == &kAssetSystem && record.text("flows_to") == kPortal) record.values[position(kAssetSystem, "receiver_depends")] = Value{true};
    for (const auto& [middle, neighbour] : {std::pair{kJournal, "Portalen"}, {kPortal, "Journalen"}}) {
        Program program("coordinator", kRoot, 4, "/register/system/" + std::string(middle) + "/karta", 1280, 800, records);
        CHECK(program.screen.node(Aria::link, std::string(neighbour) + ", Tillgång 2, mottagaren är beroende") != nullptr);
    }
    Program program("coordinator", kRoot, 4, "/register/system/" + std::string(kJournal) + "/karta", 1280, 800, landscape());
    CHECK(program.screen.node(Aria::link, "Portalen, Tillgång 2") != nullptr);
    CHECK_FALSE(says(program, "mottagaren är beroende"));
}

TEST_CASE("I5 K2: an export has what is worked out, with the reasons, and who sees everything is told of nothing that is withheld") {
    Program program("coordinator", kRoot, 4, "/register/system", 1600, 800, landscape());
    REQUIRE(program.click(Aria::button, "Exportera"));
    CHECK(says(program, "Filen har också det som Lisa räknar ut: Konfidentialitet (gällande), "));
    CHECK_FALSE(says(program, "Det är uträknat ur den information som du får se."));
    CHECK_FALSE(says(program, "Några uppgifter visas inte för dig"));
    REQUIRE(program.click(Aria::button, "Avbryt"));
    const std::string file = exported(program, "Kalkylblad (CSV)");
    CHECK(file.find("Konfidentialitet (gällande) – uträknat av Lisa;") != std::string::npos);
    CHECK(file.find("Informationen ger nivå 3, eftersom den är högst för Larm.") != std::string::npos);
    CHECK(file.find("Källaren") != std::string::npos);
    CHECK(file.find("visas inte") == std::string::npos);
    const std::string data = exported(program, "Data (JSON)");
    CHECK(data.find("\"effective_availability\":3") != std::string::npos);
    CHECK(data.find("\"hidden\"") == std::string::npos);
}

TEST_CASE("I5: who may not see everything is told which fields, and that the class may be higher, and the files say the same") {
    Program program("manager", kBoard, 4, "/register/system", 1600, 800, landscape(false));
    REQUIRE(program.click(Aria::button, "Exportera"));
    CHECK(says(program, "Några uppgifter visas inte för dig: Plats."));
    CHECK(says(program, "Det är uträknat ur den information som du får se."));
    REQUIRE(program.click(Aria::button, "Avbryt"));
    CHECK(exported(program, "Kalkylblad (CSV)").find(";(visas inte för dig);") != std::string::npos);
    CHECK(exported(program, "Data (JSON)").find("\"hidden\":[\"location\"]") != std::string::npos);
}

TEST_CASE("I5: an export that is read in again changes nothing, and says what was not read in") {
    std::string file;
    {
        Program less("manager", kBoard, 4, "/register/system", 1600, 800, landscape(false));
        file = exported(less, "Kalkylblad (CSV)");
    }
    Program program("coordinator", kRoot, 4, "/importera/system", 1280, 2400, landscape());
    program.platform.file_bytes = file;
    REQUIRE(program.type(Aria::file, "Välj fil", "System.csv"));
    check_tree(program.screen);
    CHECK(says(program, "De här kolumnerna läses inte in"));
    CHECK(says(program, "Konfidentialitet (gällande) – uträknat av Lisa"));
    CHECK(says(program, "2 rutor säger att en uppgift inte visades för den som gjorde filen. De ändrar inget."));
    CHECK(says(program, "Nya: 0. Ändras: 0. Oförändrade: 2. Hoppas över: 0."));
}
