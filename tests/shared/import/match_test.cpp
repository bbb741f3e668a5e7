#include "import/match.h"

#include "access/access.h"
#include "i18n/catalog_words.h"
#include "import/names.h"
#include "report/csv.h"
#include "tests/shared/memory.h"

#include <doctest/doctest.h>

using namespace lisa;
using namespace lisa::test;

namespace {

struct Town : Municipality {
    int made = 0;

    std::vector<const Record*> all(const Entity& entity) const {
        std::vector<const Record*> rows;
        for (const auto& [key, record] : records)
            if (record.entity == &entity) rows.push_back(&record);
        return rows;
    }

    Preview read(const Entity& entity, std::string_view file) {
        NameIndex index;
        for (const auto& [key, record] : records) index.add(record, {*this});
        const auto table = read_table(file);
        REQUIRE(table);
        return preview(*table, suggest(*table, entity), entity, {kCatalog, [&](const Entity& e, const std::string& name) { return index.find(e, name); }});
    }

    Matching compare(const Entity& entity, std::string_view key, std::string_view file, MatchOptions options = {}) {
        options.key = position(entity, key);
        const std::vector<const Record*> existing = all(entity);
        return match(read(entity, file), existing, options);
    }

    std::vector<Change> changes(const Matching& matching) {
        return to_changes(matching, {id("tab"), [this] { return id("made" + std::to_string(++made)); }});
    }

    /// Applies the changes as an administrator of everything; "ok", or the first refusal.
    std::string carry_out(const Matching& matching) {
        for (const Change& change : changes(matching)) {
            const auto done = apply(change, holder(Role::coordinator, "kommun"), kNow, *this);
            if (!done) return outcome(done);
        }
        return "ok";
    }
};

/// "2 update phone", a line for each row, with problems in place of fields where there are any.
std::string told(const Matching& matching) {
    constexpr std::string_view kFates[] = {"create", "update", "unchanged", "faulty", "left_out"};
    std::string lines;
    for (const MatchedRow& row : matching.rows) {
        lines += std::to_string(row.line) + ' ' + std::string(kFates[static_cast<std::size_t>(row.fate)]);
        if (row.fate == RowFate::update)
            for (const auto& [name, edit] : row.patch) lines += ' ' + name;
        for (const ImportProblem& problem : row.problems)
            lines += ' ' + (problem.field == kNoField ? "-" : std::string(matching.entity->fields[problem.field].name)) + '=' + problem.message;
        lines += '\n';
    }
    return lines;
}

const std::string kHead = "Anst.nr;Förnamn;Efternamn;Målgrupp;Enhet;Telefon\n";

struct Staff : Town {
    Staff() {
        const auto person = [&](const char* number, const char* name, const char* phone) {
            put(kPerson, id(name),
                {{"given_name", text(name)},
                 {"family_name", text("Ek")},
                 {"audience", text("employee")},
                 {"unit", text(id("school_a"))},
                 {"staff_id", text(number)},
                 {"phone", text(phone)}});
        };
        person("1", "Bo", "111");
        person("2", "Eva", "222");
        person("3", "Kim", "333");
    }
};

}  // namespace

TEST_CASE("O2 a file of the staff is new people, altered ones, those who are as before, and those who left") {
    Staff town;
    const Matching seen = town.compare(kPerson, "staff_id",
                                       kHead + "1;Bo;Ek;Medarbetare;school_a;111\n2;Eva;Ekberg;Medarbetare;school_b;222\n9;Nya;Berg;Medarbetare;school_a;\n");
    CHECK(told(seen) == "2 unchanged\n3 update family_name unit\n4 create\n");
    REQUIRE(seen.leavers.size() == 1);  // Anna of the small municipality has no staff number: the file cannot know her
    CHECK(seen.leavers[0]->id == id("Kim"));
    CHECK(seen.count(RowFate::create) == 1);

    const std::vector<Change> changes = town.changes(seen);
    REQUIRE(changes.size() == 2);
    CHECK(changes[0].verb == Verb::update);
    CHECK(changes[0].record == id("Eva"));
    CHECK(changes[0].base == town.at(kPerson, id("Eva")).rev);
    CHECK(changes[0].patch == Patch{{"family_name", text("Ekberg")}, {"unit", text(id("school_b"))}});
    CHECK(changes[1].verb == Verb::create);
    CHECK(changes[1].client == id("tab"));
    CHECK(is_id(changes[1].record));
    CHECK(changes[1].id != changes[0].id);
    CHECK(changes[1].patch.count("phone") == 0);
    CHECK(town.carry_out(seen) == "ok");
    CHECK(town.at(kPerson, id("Eva")).text("name") == "Eva Ekberg");
    CHECK(town.carry_out(town.compare(kPerson, "staff_id", kHead + "2;Eva;Ekberg;Medarbetare;school_b;222\n")) == "ok");
    CHECK(town.compare(kPerson, "staff_id", kHead + "2;Eva;Ekberg;Medarbetare;school_b;222\n").count(RowFate::unchanged) == 1);
}

TEST_CASE("I5 a file with a few columns alters those, and needs the others only for new records") {
    Staff town;
    const Matching seen = town.compare(kPerson, "staff_id", "Anst.nr;Telefon\n1;999\n2;\n8;123\n");
    CHECK(told(seen) ==
          "2 update phone\n3 unchanged\n4 faulty given_name=problem.required family_name=problem.required audience=problem.required unit=problem.required\n");
    CHECK(town.changes(seen).empty());
}

TEST_CASE("I5 a blank cell empties a field only when the person says so, and never a required one") {
    Staff town;
    MatchOptions clears;
    clears.clears_blanks = true;
    const Matching seen = town.compare(kPerson, "staff_id", "Anst.nr;Telefon\n1;\n", clears);
    CHECK(told(seen) == "2 update phone\n");
    CHECK(seen.rows[0].patch == Patch{{"phone", kCleared}});
    CHECK(told(town.compare(kPerson, "staff_id", "Anst.nr;Förnamn\n1;\n", clears)) == "2 faulty given_name=problem.required\n");
    CHECK(told(town.compare(kPerson, "staff_id", "Anst.nr;Förnamn\n1;\n")) == "2 unchanged\n");
}

TEST_CASE("I5 all or nothing: one bad row stops the file until it is left out") {
    Staff town;
    const std::string file = kHead + "1;Bo;Ek;Medarbetare;school_a;999\n2;Eva;Ek;Nonsens;school_a;222\n9;Nya;Berg;Medarbetare;Ingenstans;\n";
    const Matching seen = town.compare(kPerson, "staff_id", file);
    CHECK(told(seen) == "2 update phone\n3 faulty audience=problem.import.choice\n4 faulty unit=problem.import.reference_unknown\n");
    CHECK(town.changes(seen).empty());
    MatchOptions options;
    options.left_out = {3};
    CHECK(town.changes(town.compare(kPerson, "staff_id", file, options)).empty());
    options.left_out = {3, 4};
    const Matching rest = town.compare(kPerson, "staff_id", file, options);
    CHECK(town.changes(rest).size() == 1);
    REQUIRE(rest.leavers.size() == 1);  // Eva's row is left out, yet she stands in the file
    CHECK(rest.leavers[0]->id == id("Kim"));
}

TEST_CASE("I5 a key twice in the file is wrong in each of its rows until one is left") {
    Staff town;
    const std::string file = "Anst.nr;Telefon\n1;111\n 1 ;999\n;5\n";
    CHECK(told(town.compare(kPerson, "staff_id", file))
              .starts_with(
                  "2 faulty staff_id=problem.import.key_twice\n3 faulty staff_id=problem.import.key_twice\n4 faulty staff_id=problem.import.key_missing"));
    MatchOptions options;
    options.left_out = {2, 4};
    CHECK(told(town.compare(kPerson, "staff_id", file, options)) == "2 left_out\n3 update phone\n4 left_out\n");
}

TEST_CASE("I5 a key that two records have, or that cannot be seen, decides nothing") {
    Staff town;
    town.records.at({"person", id("Kim")}).values[position(kPerson, "staff_id")] = text("1");
    CHECK(told(town.compare(kPerson, "staff_id", "Anst.nr;Telefon\n1;5\n")) == "2 faulty staff_id=problem.import.key_ambiguous\n");
    town.records.at({"person", id("Kim")}).hidden = std::uint64_t{1} << position(kPerson, "staff_id");
    CHECK(told(town.compare(kPerson, "staff_id", "Anst.nr;Telefon\n1;5\n")) == "2 update phone\n");
    CHECK(told(town.compare(kPerson, "staff_id", kHead + "7;Ny;Ek;Medarbetare;school_a;\n")) == "2 faulty staff_id=problem.import.key_hidden\n");
}

TEST_CASE("I5 a withheld field cannot be written, and one that the file says nothing of is left in peace") {
    Staff town;
    town.records.at({"person", id("Bo")}).hidden = std::uint64_t{1} << position(kPerson, "starts_on");
    CHECK(told(town.compare(kPerson, "staff_id", "Anst.nr;Börjar\n1;2026-01-01\n")) == "2 faulty starts_on=problem.field\n");
    CHECK(told(town.compare(kPerson, "staff_id", "Anst.nr;Börjar;Telefon\n1;;5\n")) == "2 update phone\n");
}

TEST_CASE("I5 without a key every row is new, and nobody leaves") {
    Staff town;
    const Matching seen = town.compare(kSystem, "no such field", "Namn;Slag;Enhet\nElevregister;Verksamhetssystem;board_a\n");
    CHECK(told(seen) == "2 create\n");
    CHECK(seen.leavers.empty());
}

TEST_CASE("I5 the dates of the record as it would become are judged, not those of the row alone") {
    Staff town;
    town.records.at({"person", id("Bo")}).values[position(kPerson, "starts_on")] = text("2026-05-01");
    CHECK(told(town.compare(kPerson, "staff_id", "Anst.nr;Slutar\n1;2026-04-01\n")) == "2 faulty ends_on=problem.ends_before_start\n");
}

TEST_CASE("I5 sets are written as additions and removals") {
    Staff town;
    town.records.at({"system", id("register")}).values[position(kSystem, "tags")] = Set{"betyg", "skola"};
    const Matching seen = town.compare(kSystem, "name", "Namn;Etiketter\nelevregister;skola, elever\n");
    CHECK(seen.rows[0].patch == Patch{{"name", text("elevregister")}, {"tags", SetEdit{{"elever"}, {"betyg"}}}});
    CHECK(town.carry_out(seen) == "ok");
    CHECK(town.at(kSystem, id("register")).values[position(kSystem, "tags")] == Value{Set{"elever", "skola"}});
    const Matching fresh = town.compare(kSystem, "name", "Namn;Slag;Enhet;Etiketter\nNytt;Plattform;kommun;a,b\n");
    CHECK(fresh.rows[0].patch.at("tags") == Edit{SetEdit{{"a", "b"}, {}}});
    CHECK(town.carry_out(fresh) == "ok");
}

TEST_CASE("O1 units of one file are made before those that belong to them") {
    Town town;
    const Matching seen = town.compare(
        kUnit, "name",
        "Enhet;Slag;Överordnad\nAvdelning Blå;Enhet;Solen\nSolen;Enhet;Barnnämnden\nBarnnämnden;Nämnd eller styrelse;kommun\nschool_a;Enhet;Solen\n");
    CHECK(told(seen) == "2 create\n3 create\n4 create\n5 update parent\n");
    REQUIRE(seen.order.size() == 4);
    CHECK(seen.order[0] == 2);
    CHECK(town.carry_out(seen) == "ok");
    const Record& school = town.at(kUnit, id("school_a"));
    CHECK(town.at(kUnit, school.text("parent")).text("name") == "Solen");
}

TEST_CASE("O1 rows that belong to each other in a circle, or to a row that is left out, are told") {
    Town town;
    const std::string head = "Enhet;Slag;Överordnad\n";
    CHECK(told(town.compare(kUnit, "name", head + "A;Enhet;B\nB;Enhet;A\nC;Enhet;C\nD;Enhet;kommun\n")) ==
          "2 faulty parent=problem.import.circle\n3 faulty parent=problem.import.circle\n4 faulty parent=problem.import.circle\n5 create\n");
    MatchOptions options;
    options.left_out = {3};
    CHECK(told(town.compare(kUnit, "name", head + "A;Enhet;B\nB;Enhet;kommun\n", options)) ==
          "2 faulty parent=problem.import.reference_left_out\n3 left_out\n");
}

TEST_CASE("I5 our own export comes back without a change") {
    Staff town;
    town.records.at({"system", id("register")}).values[position(kSystem, "description")] = text("=Rad ett;\n\"rad två\"\t");
    town.records.at({"system", id("register")}).values[position(kSystem, "has_logging")] = false;
    for (const Entity* entity : {&kSystem, &kUnit, &kPerson, &kAsset})
        for (Language language : {Language::swedish, Language::english}) {
            CAPTURE(std::string(entity->name));
            std::vector<RegisterColumn> columns = file_columns(*entity);  // and the logs, which no export has
            for (std::size_t i = 0; i < entity->fields.size(); ++i)
                if (entity->fields[i].type == Type::notes) columns.push_back({&entity->fields[i], i, false});
            const std::vector<const Record*> rows = town.all(*entity);
            WorkedOut worked;  // another class than its own, as its information gives it
            for (const Record* row : rows) worked[row->id].assign(entity->worked_out.size(), number(2));
            const Matching seen = town.compare(*entity, entity == &kPerson ? "staff_id" : "name", to_csv(*entity, columns, rows, {town, language}, worked));
            for (const MatchedRow& row : seen.rows) {
                const bool is_without_key = entity == &kPerson && row.problems.size() == 1 && row.problems[0].message == "problem.import.key_missing";
                CHECK((row.fate == RowFate::unchanged || is_without_key));
            }
            CHECK(seen.rows.size() == rows.size());
            CHECK(seen.leavers.empty());
        }
}

TEST_CASE("I5 the export of somebody who sees less comes back without a change, whoever reads it in, and empties nothing") {
    Staff town;
    town.put(kSystem, id("hall"),
             {{"name", text("Hall")},
              {"kind", text("infrastructure")},
              {"unit", text(id("board_a"))},
              {"owner", text(id("anna"))},
              {"location", text("Källaren")},
              {"backup", text("Band i kassaskåp")}});
    const Record& whole = town.at(kSystem, id("hall"));
    const Record seen = *redact(whole, holder(Role::employee, "board_a"), {id("board_a"), id("kommun")});
    for (Language language : {Language::swedish, Language::english}) {
        const Record* rows[] = {&seen};
        const std::string file = to_csv(kSystem, file_columns(kSystem), rows, {town, language});
        CHECK(file.find("Källaren") == std::string::npos);
        MatchOptions clears;
        clears.clears_blanks = true;
        for (const MatchOptions& options : {MatchOptions{}, clears}) {
            const Matching all_of_it = town.compare(kSystem, "name", file, options);  // by who sees all of it
            CHECK(told(all_of_it) == "2 unchanged\n");
            CHECK(all_of_it.withheld == 5);
            std::vector<const Record*> own{&seen};
            const Matching less = match(town.read(kSystem, file), own, {position(kSystem, "name"), options.clears_blanks, {}});
            CHECK(told(less) == "2 unchanged\n");
        }
    }
}

TEST_CASE("I5 a mark for what is withheld says nothing: other cells of the row alter, and a required field still has to be filled in") {
    Staff town;
    CHECK(told(town.compare(kPerson, "staff_id", "Anst.nr;Telefon;Börjar\n1;999;(visas inte för dig)\n")) == "2 update phone\n");
    CHECK(told(town.compare(kPerson, "staff_id", "Anst.nr;Enhet\n1;(not shown to you)\n")) == "2 unchanged\n");
    CHECK(told(town.compare(kPerson, "staff_id", kHead + "9;(visas inte för dig);Ek;Medarbetare;school_a;\n")) == "2 faulty given_name=problem.required\n");
    CHECK(told(town.compare(kPerson, "staff_id", "Anst.nr;Telefon\n(visas inte för dig);999\n")).starts_with("2 faulty staff_id=problem.import.key_missing"));
}

TEST_CASE("I5 ten thousand rows beside ten thousand records") {
    Town town;
    std::string file = "Beteckning;Namn;Slag;Enhet;Ingår i\n";
    for (int i = 0; i < 10'000; ++i) {
        const std::string at = std::to_string(i);
        if (i % 2 == 0)
            town.put(kSystem, id("s" + at),
                     {{"reference", text("R" + at)}, {"name", text("System " + at)}, {"kind", text("platform")}, {"unit", text(id("kommun"))}});
        file += "R" + at + ";System " + at + (i % 4 == 0 ? " B" : "") + ";Plattform;kommun;" + (i % 2 ? "R" + std::to_string((i + 2) % 10'000 | 1) : "") + "\n";
    }
    const Matching circle = town.compare(kSystem, "reference", file);
    CHECK(circle.count(RowFate::update) == 2'500);
    CHECK(circle.count(RowFate::unchanged) == 2'500);
    CHECK(circle.count(RowFate::faulty) == 5'000);  // each odd one is part of the next, and the last of the first
    CHECK(town.changes(circle).empty());
    MatchOptions options;
    for (int line = 3; line <= 10'001; line += 2) options.left_out.insert(line);
    CHECK(town.changes(town.compare(kSystem, "reference", file, options)).size() == 2'500);
}
