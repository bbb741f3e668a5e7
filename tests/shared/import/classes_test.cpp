#include "import/classes.h"

#include <doctest/doctest.h>

using namespace lisa;

namespace {

/// The table after it was parted: "Namn|Klass K|Klass R|Klass T / Journalen|3|2|1".
std::string parted(std::string_view text) {
    auto table = read_table(text);
    REQUIRE(table);
    part_classes(*table);
    const auto line = [](const std::vector<std::string>& cells) {
        std::string joined;
        for (const std::string& cell : cells) joined += (&cell == &cells.front() ? "" : "|") + cell;
        return joined;
    };
    std::string all = line(table->header);
    for (const TableRow& row : table->rows) all += " / " + line(row.cells);
    return all;
}

std::string cell(const std::string& written) {
    const std::string all = parted("Namn;Klass\nX;1/1/1\nY;\"" + written + "\"\n");
    return all.substr(all.rfind("Y|") + 2);
}

}  // namespace

TEST_CASE("I5 K2 a class in one cell becomes a column for each aspect") {
    CHECK(parted("Namn;Klass;Ägare\nJournalen;3/2/1;Anna\n") == "Namn|Klass K|Klass R|Klass T|Ägare / Journalen|3|2|1|Anna");
    for (const char* header : {"Klassning", "KRT", "K/R/T", "Informationsklass:", "Säkerhetsklass"})
        CHECK(parted(std::string(header) + ";Namn\n3-2-1;X\n") == "Klass K|Klass R|Klass T|Namn / 3|2|1|X");
}

TEST_CASE("I5 K2 it is read however people write it, and what is no class stays whole, to be told as an error") {
    CHECK(cell("3/2/1") == "3|2|1");
    CHECK(cell("K3R2T1") == "3|2|1");
    CHECK(cell("k:3, r:2, t:1") == "3|2|1");
    CHECK(cell("T1 K3 R2") == "3|2|1");
    CHECK(cell(" 321 ") == "3|2|1");
    for (const char* odd : {"3/2", "3/2/1/0", "hög", "K3 2 1", "3 2 T1", "K3 K2 T1", "2021-01-03", "3,2,x"}) CHECK(cell(odd) == std::string(odd) + "||");
    CHECK(cell("") == "||");
}

TEST_CASE("I5 a column that is called a class and holds none is left as it is") {
    CHECK(parted("Namn;Klass\nBo;7B\nEva;9A\n") == "Namn|Klass / Bo|7B / Eva|9A");
    CHECK(parted("Namn;Version\nX;3.2.1\n") == "Namn|Version / X|3.2.1");
}
