#include "import/table.h"

#include "tests/shared/memory.h"

#include <doctest/doctest.h>

using namespace lisa;
using namespace lisa::test;

namespace {

using Cells = std::vector<std::string>;

Table table(std::string_view text) {
    auto read = read_table(text);
    REQUIRE(outcome(read) == "ok");
    return *read;
}

}  // namespace

TEST_CASE("I5 the separator is the one that gives even rows") {
    CHECK(find_separator("a;b\n1;2\n") == ';');
    CHECK(find_separator("a,b\n1,2\n") == ',');
    CHECK(find_separator("a\tb\n1\t2\n") == '\t');
    CHECK(find_separator("a|b\n1|2\n") == '|');
    CHECK(find_separator("a;b\n1,5;2,5\n3,5;4,5\n") == ';');
    CHECK(find_separator("Namn;Beskrivning\nx;ett, två, tre\ny;fyra, fem\n") == ';');
    CHECK(find_separator("a,b\n\"x;y;z\",2\n\"p;q\",3\n") == ',');
    CHECK(find_separator("a;b\n\"rad\nett, två\";2\n") == ';');
    CHECK(find_separator("Namn\nÅgren, Anna\nÖberg, Bo\nLisa\nKim\nAlex") == ';');
    CHECK(find_separator("Namn;Enhet") == ';');
    CHECK(find_separator("Namn") == ';');
    CHECK(find_separator("") == ';');
}

TEST_CASE("A8 a semicolon list pasted with tabs is split at the tabs") {
    const Table pasted = table("Namn\tForm\tÄgare\nBetyg\ttext; bild\tAnna\nKartor\ttext; bild; film\tBo\n");
    CHECK(pasted.separator == '\t');
    CHECK(pasted.header == Cells{"Namn", "Form", "Ägare"});
    CHECK(pasted.rows[1].cells == Cells{"Kartor", "text; bild; film", "Bo"});
}

TEST_CASE("I5 quotes hold separators, quotes and line breaks, and lines are counted as an editor does") {
    const Table read = table("a;b\r\n\"x;\"\"y\"\"\";1\r\n\"två\r\nrader\";2\r\n;\r\n\r\nsist;3");
    REQUIRE(read.rows.size() == 3);
    CHECK(read.rows[0].cells == Cells{"x;\"y\"", "1"});
    CHECK(read.rows[1].cells == Cells{"två\nrader", "2"});
    CHECK(read.rows[1].line == 3);
    CHECK(read.rows[2].cells == Cells{"sist", "3"});
    CHECK(read.rows[2].line == 7);
}

TEST_CASE("I5 every kind of line end") {
    for (const char* end : {"\n", "\r", "\r\n"}) {
        const std::string e = end;
        const Table read = table("a;b" + e + "1;2" + e + "3;\"4" + e + "5\"" + e + e + e);
        REQUIRE(read.rows.size() == 2);
        CHECK(read.rows[1].cells == Cells{"3", "4\n5"});
        CHECK(read.rows[1].line == 3);
    }
}

TEST_CASE("I5 quotes that do not hold a whole cell belong to the text") {
    CHECK(table("a;b\n\"Solen\" förskola;5\" skärm\n").rows[0].cells == Cells{"\"Solen\" förskola", "5\" skärm"});
    CHECK(table("a;b\n\"\";\"x\"").rows[0].cells == Cells{"", "x"});
}

TEST_CASE("I5 a quote that nothing closes is told with its line") {
    CHECK(outcome(read_table("a;b\n1;2\n3;\"fyra\n5;6\n")) == "invalid 3=problem.import.quote");
    CHECK(outcome(read_table("a;b\n1;2\n\"tre\nfyra\"x;5\n")) == "invalid 3=problem.import.quote");
}

TEST_CASE("I5 short rows are filled up, and long ones are marked unless only blanks are too much") {
    const Table read = table("a;b;c\n1\n1;2;3;4\n1;2;3;;\n1;2;3\n");
    CHECK(read.rows[0].cells == Cells{"1", "", ""});
    CHECK(!read.rows[0].is_long);
    CHECK(read.rows[1].cells == Cells{"1", "2", "3"});
    CHECK(read.rows[1].is_long);
    CHECK(!read.rows[2].is_long);
    CHECK(!read.rows[3].is_long);
}

TEST_CASE("I5 columns without name and content at the right are dropped, others stay") {
    CHECK(table("a;b;;\n1;2;;\n").header == Cells{"a", "b"});
    CHECK(table("a;b;;\n1;2;x;\n").header == Cells{"a", "b", ""});
    CHECK(table(" a ;b\n1;2\n").header == Cells{"a", "b"});
}

TEST_CASE("I5 blank lines first, a byte order mark and Excel's own line about the separator") {
    CHECK(table("\n\n;;\na;b\n1;2").rows[0].line == 5);
    CHECK(table("\xEF\xBB\xBF"
                "a;b\n1;2")
              .header == Cells{"a", "b"});
    const Table read = table("sep=|\r\na,x|b\r\n1,2|3\r\n");
    CHECK(read.header == Cells{"a,x", "b"});
    CHECK(read.rows[0].line == 3);
}

TEST_CASE("I5 the apostrophe before a formula in our own files is taken off") {
    const Table read = table("'=a;b\n'=1+1;'+46\n'-1;'@x\n'n Sync;'\n");
    CHECK(read.header[0] == "=a");
    CHECK(read.rows[0].cells == Cells{"=1+1", "+46"});
    CHECK(read.rows[1].cells == Cells{"-1", "@x"});
    CHECK(read.rows[2].cells == Cells{"'n Sync", "'"});
}

TEST_CASE("I5 a table has bounds, each with its own words") {
    std::string rows = "a;b\n";
    for (std::size_t i = 0; i < kImportRowLimit; ++i) rows += "1;2\n";
    CHECK(table(rows + "\n\n;\n").rows.size() == kImportRowLimit);
    CHECK(outcome(read_table(rows + "1;2\n")) == "invalid 20002=problem.import.too_many_rows");
    CHECK(outcome(read_table("a;b\n" + std::string(kImportCellLimit + 1, 'x') + ";1\n")) == "invalid 2=problem.import.long_cell");
    std::string wide = "ö";
    for (std::size_t i = 1; i < kImportCellLimit; ++i) wide += "ö";
    CHECK(table("a;b\n" + wide + ";1\n").rows.size() == 1);
    CHECK(table(std::string(199, ';') + "a\n" + std::string(199, ';') + "1\n").header.size() == kImportColumnLimit);
    CHECK(outcome(read_table(std::string(200, ';') + "a\n1\n")) == "invalid 1=problem.import.too_many_columns");
}

TEST_CASE("I5 nothing, only a header, and bytes that are no text") {
    CHECK(outcome(read_table("")) == "invalid =problem.file_empty");
    CHECK(outcome(read_table("\n \n")) == "invalid =problem.file_empty");
    CHECK(outcome(read_table("\n;;\n")) == "invalid =problem.import.no_rows");
    CHECK(outcome(read_table("Namn;Enhet\n\n")) == "invalid =problem.import.no_rows");
    CHECK(outcome(read_table("Namn\n\xC5")) == "invalid =problem.import.damaged");
    CHECK(outcome(read_table("\"")) == "invalid 1=problem.import.quote");
}

TEST_CASE("A8 pasted cells have no header and keep their blanks") {
    const auto cells = read_cells("a\t\"två\nrader\"\t\r\n\r\n1, 2; 3\n");
    REQUIRE(cells);
    REQUIRE(cells->size() == 3);
    CHECK((*cells)[0].cells == Cells{"a", "två\nrader", ""});
    CHECK((*cells)[1].cells == Cells{""});
    CHECK((*cells)[2].cells == Cells{"1, 2; 3"});
    CHECK((*read_cells("ett"))[0].cells == Cells{"ett"});
    CHECK(outcome(read_cells("")) == "invalid =problem.file_empty");
}
