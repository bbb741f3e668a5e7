// A column with the state of things: what its words mean, and the steps by which each row comes there.
#include "import/classes.h"
#include "import/match.h"
#include "import/names.h"
#include "tests/shared/memory.h"

#include <doctest/doctest.h>

using namespace lisa;
using namespace lisa::test;

namespace {

const Actor kChief = holder(Role::coordinator, "kommun", "chief");
const std::string kHead = "Namn;Slag;Enhet;Ägare;Status\n";

struct Town : Municipality {
    int made = 0;
    Mapping mapping{};  ///< what the person adds to what is suggested

    std::vector<const Record*> all(const Entity& entity) const {
        std::vector<const Record*> rows;
        for (const auto& [key, record] : records)
            if (record.entity == &entity) rows.push_back(&record);
        return rows;
    }

    Matching read(const Entity& entity, const std::string& file, const Actor& who = kChief, MatchOptions options = {}) {
        NameIndex index;
        for (const auto& [key, record] : records) index.add(record, {*this});
        auto table = read_table(file);
        REQUIRE(table);
        part_classes(*table);
        Mapping used = suggest(*table, entity);
        used.states = mapping.states;
        used.level_motive = mapping.level_motive;
        const Preview rows = preview(*table, used, entity, {kCatalog, [&](const Entity& e, const std::string& name) { return index.find(e, name); }});
        options.key = position(entity, "name");
        const std::vector<const Record*> existing = all(entity);
        const auto before = records;
        Matching matching = match(rows, existing, options);
        find_ways(matching, rows, *this, who, kNow);
        CHECK(records == before);
        return matching;
    }

    std::vector<Change> changes(const Matching& matching) {
        return to_changes(matching, {id("tab"), [this] { return id("made" + std::to_string(++made)); }});
    }

    /// "ok", or the first refusal.
    std::string carry_out(const Matching& matching, const Actor& who = kChief) {
        for (const Change& change : changes(matching)) {
            const auto done = apply(change, who, kNow, *this);
            if (!done) return outcome(done);
        }
        return "ok";
    }

    const Record& named(const Entity& entity, std::string_view name) const {
        for (const Record* record : all(entity))
            if (record->text("name") == name) return *record;
        FAIL("nothing is called " << name);
        return *all(entity).front();
    }
};

/// "2 create introduce start", a line for each row, with its problems.
std::string told(const Matching& matching) {
    constexpr std::string_view kFates[] = {"create", "update", "unchanged", "faulty", "left_out"};
    std::string lines;
    for (const MatchedRow& row : matching.rows) {
        lines += std::to_string(row.line) + ' ' + std::string(kFates[static_cast<std::size_t>(row.fate)]);
        for (const std::string& step : row.steps) lines += ' ' + step;
        for (const ImportProblem& problem : row.problems)
            lines += ' ' + (problem.field == kNoField ? "-" : std::string(matching.entity->fields[problem.field].name)) + '=' + problem.message;
        lines += '\n';
    }
    return lines;
}

}  // namespace

TEST_CASE("I5 a new record is taken to the state that its row says, by the steps of the register and in the same deed") {
    Town town;
    const Matching seen =
        town.read(kSystem, kHead +
                               "Journalen;Verksamhetssystem;board_a;Anna Ågren;I drift\nNya;Plattform;board_a;;Planerat\nTomt;Plattform;board_a;;\n"
                               "Gamla;Plattform;board_a;Anna Ågren;Avvecklat\n");
    CHECK(told(seen) == "2 create introduce start\n3 create\n4 create\n5 create introduce start phase_out retire\n");
    const std::vector<Change> changes = town.changes(seen);
    REQUIRE(changes.size() == 10);
    CHECK(changes[0].verb == Verb::create);
    CHECK(changes[1].verb == Verb::step);
    CHECK(changes[1].step == "introduce");
    CHECK(changes[1].record == changes[0].record);
    CHECK(changes[1].client == id("tab"));
    CHECK(changes[1].id != changes[0].id);
    for (const Change& change : changes) CHECK_FALSE(change.patch.contains("status"));
    CHECK(town.carry_out(seen) == "ok");
    CHECK(town.named(kSystem, "Journalen").text("status") == "in_operation");
    CHECK(town.named(kSystem, "Nya").text("status") == "planned");
    CHECK(town.named(kSystem, "Tomt").text("status") == "planned");
    CHECK(town.named(kSystem, "Gamla").text("status") == "retired");
}

TEST_CASE("I5 a record that is there goes from where it is, and one that is there already is left in peace") {
    Town town;
    const Matching seen = town.read(kSystem, "Namn;Status\nElevregister;Införs\n");
    CHECK(told(seen) == "2 update introduce\n");
    const std::vector<Change> changes = town.changes(seen);
    REQUIRE(changes.size() == 1);  // nothing else alters
    CHECK(changes[0].verb == Verb::step);
    CHECK(changes[0].base == town.at(kSystem, id("register")).rev);
    CHECK(town.carry_out(seen) == "ok");
    CHECK(told(town.read(kSystem, "Namn;Status\nElevregister;Införs\n")) == "2 unchanged\n");
    CHECK(told(town.read(kSystem, "Namn;Status\nElevregister;Planerad\n")) == "2 faulty status=problem.import.state_unreachable\n");
    CHECK(told(town.read(kSystem, "Namn;Status\nElevregister;\n")) == "2 unchanged\n");
    CHECK(told(town.read(kSystem, "Namn;Status\nElevregister;(visas inte för dig)\n")) == "2 unchanged\n");
}

TEST_CASE("I5 a state to which the person may not take the steps is an error of its row") {
    Town town;
    const std::string file = kHead + "Matrisen;Informationsmängd;school_a;Anna Ågren;I bruk\nUtkastet;Informationsmängd;school_a;;Utkast\n";
    const Actor keeper = holder(Role::privacy_administrator, "board_a", "keeper");  // makes assets, puts none to use
    const Matching seen = town.read(kAsset, file, keeper);
    CHECK(told(seen) == "2 faulty status=problem.import.state_forbidden\n3 create\n");
    CHECK(town.changes(seen).empty());
    CHECK(told(town.read(kAsset, file)) == "2 create put_to_use\n3 create\n");
}

TEST_CASE("I5 a step keeps its demands: what it asks for must stand in the row") {
    Town town;
    CHECK(told(town.read(kSystem, kHead + "Journalen;Plattform;board_a;;I drift\n")) ==
          "2 faulty status=problem.import.state_demands owner=problem.owner_of_used\n");
    const std::string head = "Namn;Regel och undantag;Gäller för;Sökande;Varför det behövs;Skydd i stället;Gäller till;Status\n";
    const std::string rest = ";Ett konto;board_a;Anna Ågren;Skiftbyte;";
    const std::string file = head + "Med skydd" + rest + "Loggbok;2027-06-30;Godkänt\nUtan skydd" + rest + ";2027-06-30;Godkänt\n";
    // Whoever decides does not write the application of another either; so the file goes no way around that.
    CHECK(told(town.read(kPolicyException, file)) == "2 faulty applicant=problem.applies_for_other\n3 faulty applicant=problem.applies_for_other\n");
    const Actor owner = holder(Role::information_owner, "board_a", "owner");
    town.put(kAsset, id("new"), {{"name", text("Ny")}, {"kind", text("process")}, {"unit", text(id("board_a"))}});
    const std::string classes = "Informationstillgång;Klassad den;Status\nNy;2026-11-01;Beslutad\n";
    NameIndex index;
    for (const auto& [key, record] : town.records) index.add(record, {town});
    const auto table = read_table(classes);
    REQUIRE(table);
    Mapping mapping;
    mapping.fields = {position(kClassification, "asset"), position(kClassification, "held_on"), position(kClassification, "status")};
    const Preview rows = preview(*table, mapping, kClassification, {kCatalog, [&](const Entity& e, const std::string& name) { return index.find(e, name); }});
    Matching matching = match(rows, {}, {});
    find_ways(matching, rows, town, owner, kNow);
    const std::string line = told(matching);
    CHECK(line.starts_with("2 faulty status=problem.import.state_demands "));
    CHECK(line.find("confidentiality=problem.required") != std::string::npos);
    CHECK(line.find("confidentiality_motive=problem.required") != std::string::npos);
}

TEST_CASE("I5 a word that is no state is an error until the person has said what it means, or that it means nothing") {
    Town town;
    const std::string file =
        kHead + "Journalen;Plattform;board_a;Anna Ågren;Skarpt läge\nPortalen;Plattform;board_a;Anna Ågren;skarpt  LÄGE\nAnnat;Plattform;board_a;;Okänt\n";
    CHECK(told(town.read(kSystem, file)) ==
          "2 faulty status=problem.import.state\n3 faulty status=problem.import.state\n4 faulty status=problem.import.state\n");
    town.mapping.states = {{"skarpt läge", "in_operation"}, {"okänt", ""}};
    CHECK(told(town.read(kSystem, file)) == "2 create introduce start\n3 create introduce start\n4 create\n");
    town.mapping.states = {{"okänt", "of tomorrow"}};
    CHECK(told(town.read(kSystem, kHead + "Annat;Plattform;board_a;;Okänt\n")) == "2 faulty status=problem.import.state_unreachable\n");
}

TEST_CASE("I5 the usual words of old lists mean a state where only one can be meant") {
    Town town;
    const auto state = [&](const Entity& entity, std::string_view word) {
        CellReader reader(entity, {kCatalog, {}});
        const auto read = reader.read(position(entity, entity.state), word);
        const auto* option = std::get_if<std::string>(&read.value);
        return option ? *option : read.problem;
    };
    CHECK(state(kSystem, "Aktivt") == "in_operation");
    CHECK(state(kSystem, "I drift") == "in_operation");
    CHECK(state(kSystem, "Under avveckling") == "phasing_out");
    CHECK(state(kAsset, "Används") == "in_use");
    CHECK(state(kAgreement, "Uppsagt") == "terminated");
    CHECK(state(kMeasure, "Åtgärdad") == "done");
    CHECK(state(kPrivacyCheck, "Avslutad") == "closed");              // the register's own word
    CHECK(state(kPrivacyCheck, "Klart") == "problem.import.choice");  // done, or closed
    for (const Entity* entity : kCatalog) {
        if (entity->state.empty()) continue;
        for (std::string_view option : find_field(*entity, entity->state)->options) CHECK(state(*entity, option) == option);
    }
}

TEST_CASE("I5 rows that refer to each other come to their states too, and one at fault takes nothing of the rest along") {
    Town town;
    const std::string file =
        "Namn;Slag;Enhet;Ägare;Ingår i;Status\nDelen;Plattform;board_a;Anna Ågren;Helheten;I drift\nHelheten;Plattform;board_a;Anna Ågren;;I drift\n"
        "Fel;Plattform;board_a;;;Nonsens\n";
    CHECK(told(town.read(kSystem, file)) == "2 create introduce start\n3 create introduce start\n4 faulty status=problem.import.state\n");
    const Matching rest = town.read(kSystem, file, kChief, {.left_out = {4}});
    CHECK(town.carry_out(rest) == "ok");
    CHECK(town.named(kSystem, "Delen").text("part_of") == town.named(kSystem, "Helheten").id);
    CHECK(town.named(kSystem, "Delen").text("status") == "in_operation");
}

TEST_CASE("I5 no change is made while it is not known how to come to a state") {
    Town town;
    const auto table = read_table(kHead + "Journalen;Plattform;board_a;Anna Ågren;I drift\n");
    REQUIRE(table);
    NameIndex index;
    for (const auto& [key, record] : town.records) index.add(record, {town});
    const Preview rows =
        preview(*table, suggest(*table, kSystem), kSystem, {kCatalog, [&](const Entity& e, const std::string& name) { return index.find(e, name); }});
    const Matching matching = match(rows, {}, {});
    CHECK(matching.rows[0].state == "in_operation");
    CHECK(town.changes(matching).empty());
}

TEST_CASE("I5 K2 the class of a system in an old list is kept as its own level, and says where it comes from") {
    Town town;
    town.mapping.level_motive = "Från filen gamla.csv";
    const std::string file = "Namn;Slag;Enhet;Klassning\nJournalen;Plattform;board_a;3/2/1\nPortalen;Plattform;board_a;K1 R2 T0\nTomt;Plattform;board_a;\n";
    const Matching seen = town.read(kSystem, file);
    CHECK(told(seen) == "2 create\n3 create\n4 create\n");
    REQUIRE(town.carry_out(seen) == "ok");
    const Record& journal = town.named(kSystem, "Journalen");
    CHECK(journal.values[position(kSystem, "confidentiality")] == number(3));
    CHECK(journal.values[position(kSystem, "integrity")] == number(2));
    CHECK(journal.values[position(kSystem, "availability")] == number(1));
    CHECK(journal.text("class_motive") == "Från filen gamla.csv");
    CHECK(town.named(kSystem, "Portalen").values[position(kSystem, "availability")] == number(0));
    CHECK(town.named(kSystem, "Tomt").text("class_motive").empty());
}

TEST_CASE("I5 K2 a motive that somebody wrote, in the file or before, is not written over") {
    Town town;
    town.mapping.level_motive = "Från filen gamla.csv";
    Record& stored = town.records.at({"system", id("register")});
    stored.values[position(kSystem, "class_motive")] = text("Elevernas betyg");
    const Matching kept = town.read(kSystem, "Namn;K\nElevregister;2\n");
    CHECK(kept.rows[0].patch == Patch{{"confidentiality", number(2)}});
    stored.values[position(kSystem, "class_motive")] = {};
    CHECK(town.read(kSystem, "Namn;K\nElevregister;2\n").rows[0].patch ==
          Patch{{"confidentiality", number(2)}, {"class_motive", text("Från filen gamla.csv")}});
    stored.values[position(kSystem, "confidentiality")] = number(2);
    CHECK(told(town.read(kSystem, "Namn;K\nElevregister;2\n")) == "2 unchanged\n");
    town.mapping.level_motive.clear();
    CHECK(town.read(kSystem, "Namn;K\nElevregister;3\n").rows[0].patch == Patch{{"confidentiality", number(3)}});
}
