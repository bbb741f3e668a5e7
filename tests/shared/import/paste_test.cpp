#include "import/paste.h"

#include "import/names.h"
#include "report/csv.h"
#include "tests/shared/memory.h"
#include "tests/shared/samples.h"

#include <doctest/doctest.h>

using namespace lisa;
using namespace lisa::test;

namespace {

/// A table of assets in which one pastes, by somebody who may write in all of it.
struct Sheet : Municipality {
    Actor who = holder(Role::coordinator, "kommun");
    std::vector<const Record*> rows;
    std::vector<RegisterColumn> shown;
    WorkedOut worked;
    const Entity* entity = &kAsset;
    Language language = Language::swedish;

    Sheet() {
        for (const char* name : {"a", "b", "c"})
            put(kAsset, id(name),
                {{"name", text(name)},
                 {"kind", text("information_set")},
                 {"unit", text(id("school_a"))},
                 {"owner", text(id("anna"))},
                 {"confidentiality", number(1)},
                 {"tags", Set{"skola"}}});
        for (const char* name : {"a", "b", "c"}) rows.push_back(&at(kAsset, id(name)));
        columns({"name", "kind", "owner", "confidentiality", "tags"});
    }
    void columns(std::initializer_list<const char*> names) {
        shown.clear();
        for (const char* name : names) shown.push_back(*name ? *find_column(*entity, name) : RegisterColumn{});
    }
    Pasting pasted(std::string_view cells) {
        NameIndex index;
        for (const auto& [key, record] : records) index.add(record, {*this});
        const auto block = read_block(cells);
        REQUIRE(block);
        const ImportSource source{kCatalog, [&](const Entity& e, const std::string& name) { return index.find(e, name); }, this};
        return paste(*block, {entity, rows, shown, worked}, source, who, language);
    }
    /// "1 name kind; 2 tags; 3 owner=problem.x", what alters and what is wrong by row.
    std::string told(std::string_view cells) {
        const Pasting found = pasted(cells);
        std::string out;
        const auto begin = [&](int line) { out += (out.empty() ? "" : "; ") + std::to_string(line); };
        for (const PastedRow& row : found.altered) {
            begin(row.line);
            for (const auto& [name, edit] : row.patch) out += ' ' + name;
        }
        for (const ImportProblem& problem : found.problems) {
            begin(problem.line);
            out += ' ' + (problem.field == kNoField ? "-" : std::string(entity->fields[problem.field].name)) + '=' + problem.message;
        }
        return out;
    }
};

}  // namespace

TEST_CASE("A8 rows that were copied and pasted back alter nothing, for every register, whatever stands in them") {
    for (Language language : {Language::swedish, Language::english})
        for (const Entity* entity : kCatalog) {
            CAPTURE(std::string(entity->name));
            Sheet table;
            table.language = language;
            Random random(11);
            Record first = filled(*entity, random), second = thinned(filled(*entity, random), random);
            for (Record* record : {&first, &second})
                for (std::size_t i = 0; i < record->values.size(); ++i)
                    if (entity->fields[i].type == Type::prose) record->values[i] = std::string("'=1+1\r\nsa \"nej\"\tx\n");
            second.hidden = 6;
            second.values[1] = second.values[2] = {};
            table.entity = entity;
            table.shown = file_columns(*entity);
            for (std::size_t i = 0; i < entity->fields.size(); ++i)
                if (entity->fields[i].type == Type::notes && !entity->fields[i].retired) table.shown.push_back({&entity->fields[i], i, false});
            for (const Field& field : entity->worked_out) table.worked[first.id].push_back(random_value(field, random));
            table.rows = {&first, &second, &first};
            const std::string cells = to_cells(*entity, table.shown, table.rows, {table, language}, table.worked);
            const Pasting found = table.pasted(cells);
            CHECK(found.has_headings);
            CHECK(found.rows == 3);
            CHECK(found.columns == table.shown.size());
            CHECK(found.altered.empty());
            CHECK(found.problems.empty());
            CHECK(found.rows_over == 0);
            CHECK(found.columns_over == 0);
            CHECK_FALSE(found.is_possible());
        }
}

TEST_CASE("A8 a block goes from the current cell down and to the right, and tells which cells alter") {
    Sheet table;
    CHECK(table.told("Nytt namn\tProcess\r\nb\tInformationsmängd\r\n") == "1 kind name");
    CHECK(table.told("a\nB") == "2 name");
    const Pasting found = table.pasted("x\tprocess\ny\n");
    CHECK(found.rows == 2);
    CHECK(found.columns == 2);
    CHECK(found.cells() == 3);
    CHECK(found.is_possible());
    CHECK(found.altered[0].record == table.rows[0]);
    CHECK(found.altered[0].after.text("kind") == "process");
    CHECK(found.altered[1].patch == Patch{{"name", text("y")}});
}

TEST_CASE("A8 levels, people, tags and dates are read as people write them") {
    Sheet table;
    table.columns({"confidentiality", "owner", "tags"});
    CHECK(table.told("2\tÅgren, Anna\tskola, betyg") == "1 confidentiality tags");
    CHECK(table.pasted("2\tAnna Ågren\tbetyg").altered[0].patch.at("tags") == Edit{SetEdit{{"betyg"}, {"skola"}}});
    table.put(kSystem, id("old"), {{"name", text("Gammalt")}, {"kind", text("application")}, {"unit", text(id("board_a"))}});
    table.entity = &kSystem;
    table.rows = {&table.at(kSystem, id("old"))};
    table.columns({"retires_on"});
    for (const char* day : {"2026-11-03", "20261103", "2026/11/03", "3 november 2026", "3 nov. 2026", "03 November 2026", "2026-11-03 00:00"}) {
        CAPTURE(std::string(day));
        const Pasting found = table.pasted(day);
        REQUIRE(found.altered.size() == 1);
        CHECK(found.altered[0].after.text("retires_on") == "2026-11-03");
    }
    for (const char* day : {"3/11 2026", "11/3/2026", "3 no 2026", "31 november 2026", "2026"}) CHECK(table.told(day) == "1 retires_on=problem.date");
}

TEST_CASE("A8 a blank cell empties its field, and a cell that is not there says nothing") {
    Sheet table;
    CHECK(table.told("a\t\t\t\t") == "1 confidentiality kind owner tags; 1 kind=problem.required");
    table.columns({"owner", "tags"});
    CHECK(table.pasted("\t\nAnna Ågren").altered[0].patch == Patch{{"owner", kCleared}, {"tags", SetEdit{{}, {"skola"}}}});
    CHECK(table.told("\t\nAnna Ågren") == "1 owner tags");
}

TEST_CASE("A8 what is wrong is told by row and column, and then nothing is possible") {
    Sheet table;
    table.put(kPerson, id("anna2"),
              {{"given_name", text("Anna")}, {"family_name", text("Ågren")}, {"audience", text("employee")}, {"unit", text(id("school_a"))}});
    table.put(kPerson, id("bo"), {{"given_name", text("Bo")}, {"family_name", text("Ek")}, {"audience", text("employee")}, {"unit", text(id("school_a"))}});
    for (const char* name : {"a", "b", "c"})
        table.put(kAsset, id(name),
                  {{"name", text(name)},
                   {"kind", text("information_set")},
                   {"unit", text(id("school_a"))},
                   {"owner", text(id("bo"))},
                   {"confidentiality", number(1)}});
    CHECK(table.told("a\tnonsens") == "1 kind=problem.import.choice");
    CHECK(table.told("a\tprocess\tIngen Alls") == "1 kind; 1 owner=problem.import.reference_unknown");
    CHECK(table.told("a\tprocess\tAnna Ågren") == "1 kind; 1 owner=problem.import.reference_ambiguous");
    CHECK(table.told("a\tprocess\tBo Ek\t9") == "1 confidentiality kind; 1 confidentiality=problem.range");
    CHECK(table.told("a\tprocess\tBo Ek\tganska hög") == "1 kind; 1 confidentiality=problem.import.level");
    CHECK(table.told("a\n" + std::string(2000, 'x')) == "2 name; 2 name=problem.too_long");
    CHECK(table.told("\"två\nrader\"") == "1 name; 1 name=problem.control_characters");
    CHECK_FALSE(table.pasted("a\tprocess\tBo Ek\t9").is_possible());
    CHECK(table.pasted("a\tnonsens").problems[0].text == "nonsens");
}

TEST_CASE("A8 a column that nobody fills in may be pasted over with what stands in it, and with nothing else") {
    Sheet table;
    table.columns({"name", "status", ""});
    CHECK(table.told("Ny\tUtkast\t") == "1 name");
    CHECK(table.told("Ny\tGodkänd") == "1 name; 1 status=problem.paste.column");
    CHECK(table.told("Ny\tUtkast\tJa") == "1 name; 1 -=problem.paste.column");
}

TEST_CASE("A8 K2 what is worked out may be pasted over with what stands in it, and is told by its column otherwise") {
    Sheet table;
    table.entity = &kSystem;
    table.rows = {&table.at(kSystem, id("register"))};
    table.columns({"name", "effective_confidentiality", "kind"});
    table.worked[id("register")] = {number(2)};
    CHECK(table.told("Nytt\t2 Betydande skada\tPlattform") == "1 kind name");
    CHECK(table.told("Nytt\t\tPlattform") == "1 kind name");
    CHECK(table.told("Nytt\t3 Allvarlig skada") == "1 name; 1 -=problem.paste.column");
    CHECK(table.pasted("Nytt\t3").problems.at(0).column == "Konfidentialitet (gällande)");
    CHECK(table.pasted("Namn\tKonfidentialitet (gällande)\nNytt\t2 Betydande skada").has_headings);
}

TEST_CASE("A8 a mark for what is withheld alters nothing, whether one sees it or not") {
    Sheet table;
    table.columns({"name", "owner", "confidentiality"});
    CHECK(table.told("Ny\t(visas inte för dig)\t(not shown to you)") == "1 name");
    CHECK(table.told("(visas inte för dig)") == "");
}

TEST_CASE("A8 who may not write in a row, or not see a field, pastes nothing there") {
    Sheet table;
    table.who = holder(Role::coordinator, "board_b");
    CHECK(table.told("Ny") == "1 name=problem.field");
    CHECK(table.told("a") == "");
    table.who = holder(Role::auditor, "kommun");
    CHECK(table.told("Ny") == "1 name=problem.field");
    table.who = holder(Role::manager, "kommun");
    table.entity = &kPerson;
    Record anna = table.at(kPerson, id("anna"));
    table.rows = {&anna};
    table.columns({"phone", "staff_id"});
    CHECK(table.told("123\t77") == "1 phone staff_id");
    anna.hidden = std::uint64_t{1} << position(kPerson, "staff_id");
    CHECK(table.told("123\t77") == "1 phone; 1 staff_id=problem.field");
    CHECK(table.told("123\t") == "1 phone");
}

TEST_CASE("A8 what has no place in the table is counted, and blanks beside it are not") {
    Sheet table;
    const Pasting long_one = table.pasted("a\nb\nc\nd\ne\n");
    CHECK(long_one.rows == 5);
    CHECK(long_one.rows_over == 2);
    CHECK_FALSE(long_one.is_possible());
    CHECK(table.pasted("a\nb\nc\n\n\n").rows_over == 0);
    CHECK(table.pasted("a\nb\nc\n\t\t\n").rows_over == 0);
    CHECK(table.pasted("a\tProcess\tBo\t1\tx\ty\tz").columns_over == 2);
    CHECK(table.pasted("a\tInformationsmängd\tAnna Ågren\t1\tskola\t\t").columns_over == 0);
}

TEST_CASE("A8 only a first row of the columns' own words is headings") {
    Sheet table;
    CHECK(table.pasted("Namn\tSlag\nx\tprocess").has_headings);
    CHECK(table.pasted("Name\tKind\nx\tprocess").has_headings);
    CHECK(table.told("Namn\tSlag\nx\tprocess") == "1 kind name");
    CHECK_FALSE(table.pasted("Namn\tKind of thing\nx\tprocess").has_headings);
    CHECK_FALSE(table.pasted("Namn").has_headings);
    CHECK_FALSE(table.pasted("Slag\tNamn\nx\ty").has_headings);
}

TEST_CASE("A8 a block has bounds, each with words") {
    CHECK(outcome(read_block("")) == "invalid =problem.paste.empty");
    CHECK(outcome(read_block(" \r\n")) == "invalid =problem.paste.empty");
    CHECK(outcome(read_block(std::string(kPasteByteLimit + 1, 'x'))) == "invalid =problem.paste.too_large");
    std::string rows;
    for (std::size_t i = 0; i < kPasteRowLimit + 1; ++i) rows += "x\n";
    CHECK(outcome(read_block(rows)) == "ok");
    CHECK(outcome(read_block(rows + "x\n")) == "invalid =problem.paste.too_large");
    CHECK(outcome(read_block(std::string(300, '\t') + "x")) == "invalid =problem.paste.too_large");
    CHECK(outcome(read_block("a\n\"b")) == "invalid 2=problem.import.quote");
    CHECK((*read_block("Hans, Greta; Kim\r\nEva\r\n"))[0].cells == std::vector<std::string>{"Hans, Greta; Kim"});
}
