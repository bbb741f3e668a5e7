// docs/capabilities.md says what proves each capability; here it is held to that.
#include "tests/shared/golden.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <regex>
#include <set>
#include <sstream>

using namespace lisa::test;

namespace {

/// The texts between backticks.
std::vector<std::string> quoted(const std::string& text) {
    std::vector<std::string> found;
    for (std::size_t at = text.find('`'); at != text.npos; at = text.find('`', at + 1)) {
        const std::size_t end = text.find('`', at + 1);
        if (end == text.npos) break;
        found.push_back(text.substr(at + 1, end - at - 1));
        at = end;
    }
    return found;
}

std::vector<std::string> cells(const std::string& line) {
    std::vector<std::string> out;
    std::istringstream rest(line.substr(1));
    for (std::string cell; std::getline(rest, cell, '|');) out.push_back(cell);
    return out;
}

/// Whether the name of some test in the file has the id as a word.
bool names(const std::string& path, const std::string& id) {
    const std::regex name("(TEST_CASE\\(\"|test\\(')[^\n]*\\b" + id + "\\b");
    return std::regex_search(read_file(source_path(path)).value_or(""), name);
}

}  // namespace

TEST_CASE("each capability of the method has its code, and tests that name it") {
    std::set<std::string> ids;
    std::istringstream lines(read_file(source_path("docs/capabilities.md")).value_or(""));
    for (std::string line; std::getline(lines, line);) {
        if (line.size() < 6 || line[0] != '|' || line[4] != ' ' || line[3] < '0' || line[3] > '9') continue;
        const std::vector<std::string> row = cells(line);
        REQUIRE(row.size() == 5);
        const std::string id = line.substr(2, 2);
        CAPTURE(id);
        CHECK(ids.insert(id).second);
        CHECK_FALSE(quoted(row[2]).empty());
        CHECK_FALSE(quoted(row[3]).empty());
        for (std::size_t i = 2; i < 5; ++i)
            for (const std::string& path : quoted(row[i])) {
                CAPTURE(path);
                CHECK(std::filesystem::exists(source_path(path)));
                if (i > 2) CHECK(names(path, id));
            }
    }
    std::set<std::string> wanted{"A8", "A9", "F1", "F3", "F5", "F7", "F8", "F9"};
    for (const auto& [letter, count] : {std::pair{'O', 5}, {'P', 4}, {'I', 5}, {'K', 8}, {'R', 5}, {'S', 5}, {'D', 7}, {'H', 9}})
        for (int i = 1; i <= count; ++i) wanted.insert(letter + std::to_string(i));
    CHECK(ids == wanted);
}

TEST_CASE("each thing that users miss elsewhere is proved by tests that exist, or said not to be done") {
    std::istringstream lines(read_file(source_path("docs/complaints.md")).value_or(""));
    int number = 0;
    for (std::string line; std::getline(lines, line);) {
        if (line.size() < 6 || line.compare(0, 2, "| ") != 0 || line[2] < '0' || line[2] > '9') continue;
        const std::vector<std::string> row = cells(line);
        REQUIRE(row.size() == 4);
        CAPTURE(line);
        CHECK(std::stoi(row[0]) == ++number);
        CHECK(quoted(row[3]).empty() == (row[2].find("not yet:") != std::string::npos));
        for (const std::string& path : quoted(row[3])) CHECK(std::filesystem::exists(source_path(path)));
    }
    CHECK(number == 25);
}
