// The class of a system, worked out by hand: from its information, from its parts, and from who depends on it.
#include "domain/inheritance.h"

#include "tests/shared/memory.h"

#include <doctest/doctest.h>

using namespace lisa;
using namespace lisa::test;

namespace {

using Values = std::map<std::string, Value>;

/// Systems and information, tied as a test needs them. Everything has its own name as id.
struct Landscape : Memory {
    void system(const char* name, Values values = {}) {
        values["name"] = text(name);
        put(kSystem, name, values);
    }
    void asset(const char* name, Values values) {
        values["name"] = text(name);
        put(kAsset, name, values);
    }
    /// The information is in the system, and perhaps sent on to another, which perhaps does not work without it.
    void link(const char* asset, const char* system, const char* to = "", bool depends = false) {
        Values values{{"asset", text(asset)}, {"system", text(system)}, {"relation", text("stored")}};
        if (*to) values["flows_to"] = text(to), values["receiver_depends"] = Value{depends};
        put(kAssetSystem, std::string(asset) + " in " + system + " to " + to, values);
    }
    void set(const Entity& entity, const char* name, const char* field, Value value) {
        records.at({std::string(entity.name), name}).values[position(entity, field)] = std::move(value);
    }
    Inheritance of(const char* system) const { return inherit(at(kSystem, system), referring(), finder()); }
};

/// "2: information Betyg, part Lås", or "-".
std::string told(const Inherited& from) {
    constexpr const char* kTies[] = {"information ", "part ", "dependent "};
    std::string line = from.level ? std::to_string(*from.level) + ":" : "-";
    for (const Source& source : from.because)
        line += (line.back() == ':' ? " " : ", ") + std::string(kTies[static_cast<std::size_t>(source.tie)]) + source.record->text("name");
    return line;
}

}  // namespace

TEST_CASE("K2 a system gets the highest level of its information, and it says from what") {
    Landscape town;
    town.system("Register");
    town.asset("Ö-listan", {{"confidentiality", number(2)}, {"integrity", number(1)}});
    town.asset("Journal", {{"confidentiality", number(2)}, {"integrity", number(2)}});
    town.asset("Schema", {{"confidentiality", number(0)}});
    town.asset("Okänt", {});
    for (const char* name : {"Ö-listan", "Journal", "Schema", "Okänt"}) town.link(name, "Register");
    const Inheritance found = town.of("Register");
    CHECK(told(found.confidentiality) == "2: information Journal, information Ö-listan");
    CHECK(told(found.integrity) == "2: information Journal");
    CHECK(told(found.availability) == "-");
    CHECK(found.levels() == Levels{.confidentiality = 2, .integrity = 2});
    town.system("Tomt");
    CHECK(town.of("Tomt").levels() == Levels{});
}

TEST_CASE("K2 removed and disposed assets give nothing, and one that is linked twice is named once") {
    Landscape town;
    town.system("Register");
    town.system("Annat");
    town.asset("A", {{"confidentiality", number(3)}});
    town.asset("B", {{"confidentiality", number(2)}, {"status", text("disposed")}});
    town.asset("C", {{"confidentiality", number(1)}});
    for (const char* name : {"A", "B", "C"}) town.link(name, "Register");
    town.link("C", "Register", "Annat");
    town.records.at({"asset", "A"}).removed = true;
    CHECK(told(town.of("Register").confidentiality) == "1: information C");
}

TEST_CASE("K2 the shortest recovery time counts, and none is not zero") {
    Landscape town;
    town.system("Register");
    town.asset("A", {{"recovery_time_hours", number(24)}});
    town.asset("B", {{"recovery_time_hours", number(4)}});
    town.asset("C", {{"confidentiality", number(3)}});
    for (const char* name : {"A", "B", "C"}) town.link(name, "Register");
    CHECK(told(town.of("Register").recovery_time_hours) == "4: information B");
    town.set(kAsset, "A", "recovery_time_hours", number(0));
    CHECK(told(town.of("Register").recovery_time_hours) == "0: information A");
    town.set(kAsset, "A", "recovery_time_hours", kCleared);
    town.set(kAsset, "B", "recovery_time_hours", kCleared);
    CHECK(told(town.of("Register").recovery_time_hours) == "-");
}

TEST_CASE("K2 the system's own level wins when it has a motive, and deviates only where it is another") {
    Landscape town;
    town.system("Register", {{"confidentiality", number(3)}, {"integrity", number(2)}, {"availability", number(1)}, {"recovery_time_hours", number(4)}});
    town.asset("Journal", {{"confidentiality", number(2)}, {"integrity", number(2)}, {"recovery_time_hours", number(8)}});
    town.link("Journal", "Register");

    Inheritance found = town.of("Register");
    CHECK(found.confidentiality.level == 2);
    CHECK(found.confidentiality.lacks_motive);
    CHECK_FALSE(found.confidentiality.is_own);
    CHECK_FALSE(found.availability.level.has_value());
    CHECK(found.availability.lacks_motive);
    CHECK(found.recovery_time_hours.level == 4);  // a time needs no motive
    CHECK(found.recovery_time_hours.deviates());
    CHECK_FALSE(found.recovery_time_hours.lacks_motive);

    town.set(kSystem, "Register", "class_motive", text("Många poster på samma ställe."));
    found = town.of("Register");
    CHECK(found.confidentiality.level == 3);
    CHECK(found.confidentiality.asked == 2);
    CHECK(found.confidentiality.deviates());
    CHECK(told(found.confidentiality) == "3: information Journal");
    CHECK(found.integrity.is_own);
    CHECK_FALSE(found.integrity.deviates());
    CHECK(found.availability.level == 1);
    CHECK_FALSE(found.availability.deviates());
    CHECK_FALSE(found.traceability.level.has_value());
    CHECK_FALSE(found.traceability.lacks_motive);
}

TEST_CASE("K2 a motive that is withheld is taken to be there, a blank one is not") {
    Landscape town;
    town.system("Register", {{"confidentiality", number(1)}, {"class_motive", text("  ")}});
    CHECK(town.of("Register").confidentiality.lacks_motive);
    town.records.at({"system", "Register"}).hidden = 1ull << position(kSystem, "class_motive");
    CHECK(town.of("Register").confidentiality.level == 1);
}

TEST_CASE("K2 a system that is being made, and has no id yet, inherits nothing") {
    const Landscape town;
    CHECK(inherit(Record{kSystem}, town.referring(), town.finder()).levels() == Levels{});
}

TEST_CASE("K2 I3 information that is sent to a system is in it too") {
    Landscape town;
    town.system("Register");
    town.system("Arkiv");
    town.asset("Journal", {{"confidentiality", number(3)}, {"integrity", number(2)}, {"availability", number(1)}});
    town.link("Journal", "Register", "Arkiv");
    const Inheritance found = town.of("Arkiv");
    CHECK(told(found.confidentiality) == "3: information Journal");
    CHECK(found.levels() == Levels{.confidentiality = 3, .integrity = 2, .availability = 1});
    CHECK(told(town.of("Register").availability) == "1: information Journal");
}

TEST_CASE("K2 I3 the whole inherits the highest of its parts, aspect by aspect, through parts of parts") {
    // Plattform ── Passersystem ── Kortläsare (larm 1-0-3)
    //          └── Fakturor (fakturor 2-2-1)
    Landscape town;
    town.system("Plattform");
    town.system("Passersystem", {{"part_of", text("Plattform")}});
    town.system("Kortläsare", {{"part_of", text("Passersystem")}});
    town.system("Fakturor", {{"part_of", text("Plattform")}});
    town.asset("Larm", {{"confidentiality", number(1)}, {"integrity", number(0)}, {"availability", number(3)}, {"recovery_time_hours", number(2)}});
    town.asset("Faktura", {{"confidentiality", number(2)}, {"integrity", number(2)}, {"availability", number(1)}, {"recovery_time_hours", number(48)}});
    town.link("Larm", "Kortläsare");
    town.link("Faktura", "Fakturor");
    const Inheritance whole = town.of("Plattform");
    CHECK(told(whole.confidentiality) == "2: part Fakturor");
    CHECK(told(whole.integrity) == "2: part Fakturor");
    CHECK(told(whole.availability) == "3: part Passersystem");
    CHECK(told(whole.recovery_time_hours) == "2: part Passersystem");
    CHECK(told(town.of("Passersystem").availability) == "3: part Kortläsare");
    CHECK(told(town.of("Fakturor").availability) == "1: information Faktura");  // a part has nothing from the whole
}

TEST_CASE("K2 I3 a part that has another level with a motive gives that on; retired and removed parts give nothing") {
    Landscape town;
    town.system("Plattform");
    town.system("Del", {{"part_of", text("Plattform")}, {"confidentiality", number(1)}, {"class_motive", text("Bara pseudonymer.")}});
    town.asset("Journal", {{"confidentiality", number(3)}});
    town.link("Journal", "Del");
    CHECK(told(town.of("Plattform").confidentiality) == "1: part Del");
    town.set(kSystem, "Del", "class_motive", kCleared);
    CHECK(told(town.of("Plattform").confidentiality) == "3: part Del");
    town.set(kSystem, "Del", "status", text("retired"));
    CHECK(told(town.of("Plattform").confidentiality) == "-");
    town.set(kSystem, "Del", "status", text("in_operation"));
    town.records.at({"system", "Del"}).removed = true;
    CHECK(told(town.of("Plattform").confidentiality) == "-");
}

TEST_CASE("K2 I3 a system must be as available as the one that does not work without it, where the flow says so, and no more") {
    // Katalog ── konton ──> Larmcentral (larm 3-3-3, 1 h)
    Landscape town;
    town.system("Katalog");
    town.system("Larmcentral");
    town.asset("Konton", {{"confidentiality", number(2)}, {"integrity", number(1)}, {"availability", number(1)}, {"recovery_time_hours", number(24)}});
    town.asset("Larm", {{"confidentiality", number(3)}, {"integrity", number(3)}, {"availability", number(3)}, {"recovery_time_hours", number(1)}});
    town.link("Larm", "Larmcentral");
    town.link("Konton", "Katalog", "Larmcentral", false);
    CHECK(told(town.of("Katalog").availability) == "1: information Konton");
    town.link("Konton", "Katalog", "Larmcentral", true);
    const Inheritance found = town.of("Katalog");
    CHECK(told(found.availability) == "3: dependent Larmcentral");
    CHECK(told(found.recovery_time_hours) == "1: dependent Larmcentral");
    CHECK(told(found.confidentiality) == "2: information Konton");  // what others need is no secret of one's own
    CHECK(told(found.integrity) == "1: information Konton");
    town.set(kSystem, "Larmcentral", "status", text("retired"));
    CHECK(told(town.of("Katalog").availability) == "1: information Konton");
}

TEST_CASE("K2 I3 dependence goes on through parts and through others that depend, and every reason is named") {
    // Nät ── adresser ──> Katalog ── konton ──> Larmcentral, of which Larmknappar (T 3) is a part
    Landscape town;
    for (const char* name : {"Nät", "Katalog", "Larmcentral"}) town.system(name);
    town.system("Larmknappar", {{"part_of", text("Larmcentral")}});
    for (const char* name : {"Adresser", "Konton"}) town.asset(name, {{"availability", number(1)}});
    town.asset("Larm", {{"availability", number(3)}});
    town.link("Larm", "Larmknappar");
    town.link("Konton", "Katalog", "Larmcentral", true);
    town.link("Adresser", "Nät", "Katalog", true);
    CHECK(told(town.of("Nät").availability) == "3: dependent Katalog");
    town.asset("Karta", {{"availability", number(3)}});
    town.link("Karta", "Nät");
    CHECK(told(town.of("Nät").availability) == "3: information Karta, dependent Katalog");
}

TEST_CASE("K2 I3 systems tied in a circle get the level that the circle asks for, and none is its own reason") {
    Landscape town;
    town.system("A", {{"part_of", text("B")}});
    town.system("B", {{"part_of", text("C")}});
    town.system("C", {{"part_of", text("A")}});
    town.system("Själv", {{"part_of", text("Själv")}});
    town.asset("Journal", {{"confidentiality", number(3)}, {"availability", number(2)}});
    town.link("Journal", "A");
    CHECK(told(town.of("A").confidentiality) == "3: information Journal");
    CHECK(told(town.of("B").confidentiality) == "3: part A");
    CHECK(told(town.of("C").confidentiality) == "3: part B");
    CHECK(told(town.of("Själv").confidentiality) == "-");
    town.asset("Konton", {{"availability", number(1)}});
    for (const auto& [from, to] : {std::pair{"A", "B"}, {"B", "A"}, {"C", "C"}}) town.link("Konton", from, to, true);
    CHECK(told(town.of("A").availability) == "2: information Journal");
    CHECK(town.of("B").availability.level == 2);
    CHECK(town.of("C").availability.level == 2);
}

TEST_CASE("K2 I3 a chain of a thousand systems is followed to its end") {
    Landscape town;
    constexpr int kLong = 1000;
    for (int i = 0; i < kLong; ++i) {
        Values values{{"name", text("S" + std::to_string(i))}};
        if (i > 0) values["part_of"] = text("S" + std::to_string(i - 1));
        Record record{kSystem};
        record.id = "S" + std::to_string(i);
        for (const auto& [field, value] : values) record.values[position(kSystem, field)] = value;
        town.records.emplace(std::pair(std::string("system"), record.id), record);
    }
    town.asset("Journal", {{"integrity", number(3)}});
    town.link("Journal", "S999");
    std::map<std::string, std::vector<const Record*>> parts;
    for (const Record* one : town.all(kSystem)) parts[one->text("part_of")].push_back(one);
    const Referring quick = [&](const Entity& entity, std::string_view field, const std::string& target) {
        return &entity == &kSystem ? parts[target] : town.referring()(entity, field, target);
    };
    CHECK(told(inherit(town.at(kSystem, "S0"), quick, town.finder()).integrity) == "3: part S1");
}

TEST_CASE("I3 the information in a system is found once each, in the order of its name") {
    Landscape town;
    town.system("Register");
    town.system("Arkiv");
    for (const char* name : {"Ö", "B", "A"}) town.asset(name, {});
    town.link("Ö", "Register");
    town.link("B", "Arkiv", "Register");
    town.link("A", "Register", "Arkiv");
    const auto names = [&](const char* system) {
        std::string line;
        for (const Record* asset : information_in(town.at(kSystem, system), town.referring(), town.finder())) line += asset->text("name");
        return line;
    };
    CHECK(names("Register") == "ABÖ");
    CHECK(names("Arkiv") == "AB");
}
