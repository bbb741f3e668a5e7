#include "import/rows.h"

#include "import/encoding.h"
#include "import/names.h"
#include "tests/shared/memory.h"

#include <doctest/doctest.h>

using namespace lisa;
using namespace lisa::test;

namespace {

/// The small municipality, with what its records are called.
struct Town : Municipality {
    NameIndex index;
    Town() {
        for (const auto& [key, record] : records) index.add(record, {*this});
    }
    ImportSource source() const {
        return {kCatalog, [this](const Entity& entity, const std::string& name) { return index.find(entity, name); }};
    }
    Preview read(const Entity& entity, std::string_view file, std::vector<std::pair<std::size_t, Value>> defaults = {}) const {
        const auto table = read_table(file);
        REQUIRE(table);
        Mapping mapping = suggest(*table, entity);
        mapping.defaults = std::move(defaults);
        return preview(*table, mapping, entity, source());
    }
};

/// "4 Enhet unit=problem.required" and so on, a line for each problem.
std::string told(const Preview& seen) {
    std::string lines;
    for (const ImportRow& row : seen.rows)
        for (const ImportProblem& problem : row.problems)
            lines += std::to_string(problem.line) + ' ' + problem.column + ' ' +
                     (problem.field == kNoField ? "-" : std::string(seen.entity->fields[problem.field].name)) + '=' + problem.message + " \"" + problem.text +
                     "\"\n";
    return lines;
}

}  // namespace

TEST_CASE("O2 people from a staff system become drafts with their references") {
    Town town;
    const Preview seen = town.read(kPerson, "Förnamn;Efternamn;Målgrupp;Enhet;Anst.nr;Chef;Namn\nBo;Öberg;Medarbetare;school_b;0012;Ågren, Anna;Bo Öberg\n");
    CHECK(told(seen) == "");
    REQUIRE(seen.rows.size() == 1);
    const Record& record = seen.rows[0].record;
    CHECK(record.text("given_name") == "Bo");
    CHECK(record.text("audience") == "employee");
    CHECK(record.text("unit") == id("school_b"));
    CHECK(record.text("staff_id") == "0012");
    CHECK(record.text("superior") == id("anna"));
    CHECK(record.text("name") == "");
    CHECK(seen.rows[0].given == (1u << position(kPerson, "given_name") | 1u << position(kPerson, "family_name") | 1u << position(kPerson, "audience") |
                                 1u << position(kPerson, "unit") | 1u << position(kPerson, "staff_id") | 1u << position(kPerson, "superior")));
}

TEST_CASE("I5 everything that is wrong with a row is told at once, beside its cell") {
    Town town;
    const std::string file =
        "Namn;Slag;Enhet;Antal användare;Avvecklas;Loggning;Ägare\n"
        "Ett;Verksamhetssystem;school_a;12;2027-01-01;ja;Anna Ågren\n"
        ";Program;skolan;tolv;1/1 2027;kanske;Nils\n"
        "Tre;Plattform;school_b;2000000;;;;för mycket\n";
    CHECK(told(town.read(kSystem, file)) ==
          "3 Slag kind=problem.import.choice \"Program\"\n3 Antal användare user_count=problem.import.number \"tolv\"\n"
          "3 Enhet unit=problem.import.reference_unknown \"skolan\"\n3 Ägare owner=problem.import.reference_unknown \"Nils\"\n"
          "3 Loggning has_logging=problem.import.yes_no \"kanske\"\n3 Avvecklas retires_on=problem.date \"1/1 2027\"\n3 Namn name=problem.required \"\"\n"
          "4  -=problem.import.row_long \"Tre\"\n4 Antal användare user_count=problem.range \"2000000\"\n");
}

TEST_CASE("I5 a required field without a column is told without a column, and a default mends it") {
    Town town;
    const std::string file = "Förnamn;Efternamn;Enhet\nBo;Öberg;school_a\n";
    CHECK(told(town.read(kPerson, file)) == "2  audience=problem.required \"\"\n");
    const Preview mended = town.read(kPerson, file, {{position(kPerson, "audience"), text("employee")}, {position(kPerson, "given_name"), text("Ingen")}});
    CHECK(told(mended) == "");
    CHECK(mended.rows[0].record.text("audience") == "employee");
    CHECK(mended.rows[0].record.text("given_name") == "Bo");
    CHECK((mended.rows[0].given >> position(kPerson, "audience") & 1u) == 0);
}

TEST_CASE("I5 two records of the same name make a reference ambiguous, and an id or a staff number settles it") {
    Town town;
    town.put(kPerson, id("anna2"),
             {{"given_name", text("Anna")},
              {"family_name", text("Ågren")},
              {"audience", text("employee")},
              {"unit", text(id("school_b"))},
              {"staff_id", text("77")}});
    town.index.add(town.at(kPerson, id("anna2")), {town});
    const std::string head = "Namn;Slag;Enhet;Ägare\n";
    CHECK(told(town.read(kSystem, head + "A;Plattform;school_a;anna ågren\n")) == "2 Ägare owner=problem.import.reference_ambiguous \"anna ågren\"\n");
    CHECK(town.read(kSystem, head + "A;Plattform;school_a;77\n").rows[0].record.text("owner") == id("anna2"));
    CHECK(town.read(kSystem, head + "A;Plattform;school_a;" + id("anna") + "\n").rows[0].record.text("owner") == id("anna"));
}

TEST_CASE("I5 what may not be referred to or seen has no name in the index") {
    Town town;
    NameIndex index;
    Record gone = town.at(kPerson, id("anna")), secret = gone;
    gone.removed = true;
    secret.values[position(kPerson, "staff_id")] = text("77");
    secret.hidden = std::uint64_t{1} << position(kPerson, "staff_id");
    index.add(gone, {town});
    CHECK(index.find(kPerson, "Anna Ågren").empty());
    index.add(secret, {town});
    index.add(secret, {town});
    CHECK(index.find(kPerson, " anna  ÅGREN").size() == 1);
    CHECK(index.find(kPerson, "77").empty());
    CHECK(index.find(kUnit, "Anna Ågren").empty());
    CHECK(index.find(kPerson, "").empty());
}

TEST_CASE("O1 a unit may belong to another row of the same file, above or below it") {
    Town town;
    const Preview seen = town.read(kUnit, "Enhet;Slag;Överordnad\nFörskolan Solen;Enhet;Barnnämnden\nBarnnämnden;Nämnd eller styrelse;kommun\nX;Enhet;Y\n");
    CHECK(told(seen) == "4 Överordnad parent=problem.import.reference_unknown \"Y\"\n");
    CHECK(referred_line(seen.rows[0].record.text("parent")) == 3);
    CHECK(seen.rows[1].record.text("parent") == id("kommun"));
    const Preview twice = town.read(kUnit, "Enhet;Slag;Överordnad\nA;Enhet;B\nB;Enhet;\nB;Enhet;\n");
    CHECK(told(twice) == "2 Överordnad parent=problem.import.reference_ambiguous \"B\"\n");
}

TEST_CASE("I5 references to lines are not taken for ids") {
    CHECK(referred_line(line_reference(12)) == 12);
    for (const std::string& other : {std::string("line:"), std::string("line:x"), std::string("line:12x"), std::string(), id("anna")})
        CHECK(referred_line(other) == 0);
}

TEST_CASE("I5 three bad rows of 250 are found, with their lines") {
    Town town;
    std::string file = "Namn;Slag;Enhet;Beskrivning\r\n";
    for (int i = 2; i <= 251; ++i) {
        const bool is_bad = i == 3 || i == 100 || i == 251;
        file += "System " + std::to_string(i) + ";" + (is_bad ? "Nonsens" : "Molntjänst") + ";school_a;\r\n";
    }
    const Preview seen = town.read(kSystem, file);
    CHECK(seen.rows.size() == 250);
    CHECK(told(seen) ==
          "3 Slag kind=problem.import.choice \"Nonsens\"\n100 Slag kind=problem.import.choice \"Nonsens\"\n251 Slag kind=problem.import.choice \"Nonsens\"\n");
}

TEST_CASE("I5 a Windows-1252 file from an old system, from bytes to drafts") {
    Town town;
    const auto file = to_utf8("F\xF6rnamn;Efternamn;M\xE5lgrupp;Enhet\r\n\xC5sa;\xD6stl\xE4nning;F\xF6rtroendevald;board_a\r\n");
    REQUIRE(file);
    const Preview seen = town.read(kPerson, *file);
    CHECK(told(seen) == "");
    CHECK(seen.rows[0].record.text("given_name") == "Åsa");
    CHECK(seen.rows[0].record.text("audience") == "elected");
}

TEST_CASE("I5 nonsense is told, not swallowed") {
    Town town;
    const Preview seen = town.read(kSystem, "lorem,ipsum\ndolor,sit\namet,\x01\n");
    CHECK(seen.mapped == 0);
    CHECK(seen.rows[0].problems.size() == 3);  // name, kind and unit
    const Preview odd = town.read(kSystem,
                                  "Namn;Slag;Enhet\nA\x01"
                                  "B;Plattform;school_a\n");
    CHECK(told(odd) ==
          "2 Namn name=problem.control_characters \"A\x01"
          "B\"\n");
    Mapping wild;
    wild.fields = {position(kSystem, "notes"), 999, kNoField};
    wild.defaults = {{999, text("x")}, {position(kSystem, "notes"), text("x")}};
    const auto table = read_table("a;b\n1;2\n");
    CHECK(preview(*table, wild, kSystem, {}).mapped == 0);
}

TEST_CASE("I5 a long text is shortened where it is told") {
    Town town;
    std::string name;
    for (int i = 0; i < 130; ++i) name += "å";
    const Preview seen = town.read(kSystem, "Namn;Slag;Enhet\n" + name + ";Plattform;school_a\n");
    REQUIRE(seen.rows[0].problems.size() == 1);
    CHECK(seen.rows[0].problems[0].message == "problem.too_long");
    CHECK(length(seen.rows[0].problems[0].text) == 81);
}

TEST_CASE("I5 ten thousand rows") {
    Town town;
    std::string file = "Namn;Slag;Enhet;Ägare;Antal användare;Etiketter\n";
    for (int i = 0; i < 10'000; ++i)
        file += "System " + std::to_string(i) + ";Molntjänst;school_a;Anna Ågren;" + std::to_string(i) + ";skola, \"t" + std::to_string(i % 7) + "\"\n";
    const Preview seen = town.read(kSystem, file);
    CHECK(seen.rows.size() == 10'000);
    CHECK(told(seen) == "");
    CHECK(seen.rows[9'999].record.text("owner") == id("anna"));
}
