// What may include what, and how long a file may be. A forbidden arrow between layers fails here, with the line.
#include "tests/shared/golden.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>
#include <sstream>
#include <vector>

using namespace lisa::test;

namespace {

constexpr int kLineLimit = 400;

struct Include {
    std::string file;    ///< from the root, "shared/core/text.h"
    std::string target;  ///< as written
    bool is_quoted = false;
};

std::vector<std::string> sources(const std::string& folder) {
    std::vector<std::string> files;
    if (!std::filesystem::exists(source_path(folder))) return files;
    for (const auto& file : std::filesystem::recursive_directory_iterator(source_path(folder)))
        if (file.path().extension() == ".h" || file.path().extension() == ".cpp")
            files.push_back(std::filesystem::relative(file.path(), source_path("")).generic_string());
    std::sort(files.begin(), files.end());
    return files;
}

std::vector<Include> includes(const std::string& folder) {
    std::vector<Include> found;
    for (const std::string& file : sources(folder)) {
        std::istringstream lines(read_file(source_path(file)).value_or(""));
        for (std::string line; std::getline(lines, line);) {
            const std::size_t hash = line.find_first_not_of(" \t");
            if (hash == std::string::npos || line[hash] != '#') continue;
            const std::size_t word = line.find("include"), open = line.find_first_of("<\"");
            if (word == std::string::npos || open == std::string::npos || line.find_first_not_of(" \t", hash + 1) != word) continue;
            const std::size_t close = line.find(line[open] == '<' ? '>' : '"', open + 1);
            found.push_back({file, line.substr(open + 1, close - open - 1), line[open] == '"'});
        }
    }
    return found;
}

bool exists(const std::string& path) { return std::filesystem::exists(source_path(path)); }

/// The file that a quoted include means, from the root; empty when it is none of ours.
std::string resolved(const Include& include) {
    const std::string beside = include.file.substr(0, include.file.rfind('/') + 1) + include.target;
    for (const std::string& path :
         {beside, "shared/" + include.target, "web/" + include.target, "backend/" + include.target, "tests/" + include.target, include.target})
        if (exists(path)) return std::filesystem::path(path).lexically_normal().generic_string();
    return {};
}

/// "shared/core" of "shared/core/text.h".
std::string layer(const std::string& path) {
    const std::size_t first = path.find('/'), second = path.find('/', first + 1);
    return path.substr(0, second);
}

bool is_standard(const std::string& target) { return target.find('.') == std::string::npos && target.find('/') == std::string::npos; }

}  // namespace

TEST_CASE("shared includes itself, the standard library and nlohmann, and nothing else") {
    CHECK(includes("shared").size() > 50);
    for (const Include& include : includes("shared")) {
        const bool is_generated = include.target.starts_with("i18n/words_");
        const bool is_allowed = is_generated || (include.is_quoted ? resolved(include).starts_with("shared/")
                                                                   : is_standard(include.target) || include.target == "nlohmann/json.hpp" ||
                                                                         include.target == "nlohmann/json_fwd.hpp");
        if (!is_allowed) FAIL_CHECK(include.file << " includes " << include.target);
    }
}

TEST_CASE("the layers of shared include downwards only") {
    const std::map<std::string, std::set<std::string>> below = {
        {"core", {}},
        {"schema", {"core"}},
        {"access", {"core", "schema"}},
        {"change", {"core", "schema", "access"}},
        {"sync", {"core", "schema", "access", "change"}},
        {"domain", {"core", "schema", "access", "change"}},
        {"i18n", {"core", "schema"}},
        {"report", {"core", "schema", "i18n"}},
        {"documents", {"core", "schema", "access", "change", "domain", "i18n", "report", "insight", "figures"}},
        {"figures", {"core", "schema", "access", "change", "domain", "i18n", "report"}},
        {"import", {"core", "schema", "access", "change", "i18n", "report"}},
        {"insight", {"core", "schema", "access", "change", "domain", "i18n", "report"}},
        {"workshop", {"core", "schema", "access", "change", "domain", "i18n", "report"}},
    };
    for (const Include& include : includes("shared")) {
        if (!include.is_quoted || include.target.starts_with("i18n/words_")) continue;
        const std::string from = layer(include.file).substr(7), path = resolved(include), to = path.empty() ? include.target : layer(path).substr(7);
        const auto allowed = below.find(from);
        if (allowed == below.end()) FAIL_CHECK(include.file << " is in no known layer");
        else if (from != to && !allowed->second.count(to)) FAIL_CHECK(include.file << " includes upwards: " << include.target);
    }
}

TEST_CASE("the server knows no screen, and no screen knows the server") {
    for (const auto& [folder, other] : {std::pair{"backend", "web/"}, {"web", "backend/"}, {"shared", "web/"}, {"shared", "backend/"}})
        for (const Include& include : includes(folder)) {
            if (include.is_quoted && resolved(include).starts_with(other)) FAIL_CHECK(include.file << " includes " << include.target);
            if (include.target.find(other) != std::string::npos) FAIL_CHECK(include.file << " includes " << include.target);
        }
}

TEST_CASE("widgets, the platform and the semantic tree know no register by name") {
    for (const char* folder : {"web/ui", "web/platform", "web/semantics"})
        for (const Include& include : includes(folder))
            if (include.is_quoted && resolved(include).starts_with("shared/domain/")) FAIL_CHECK(include.file << " includes " << include.target);
}

TEST_CASE("only the schema's clients include a catalogue, and the layers below the domain never do") {
    for (const char* folder :
         {"shared/core", "shared/schema", "shared/access", "shared/change", "shared/sync", "shared/report", "shared/i18n", "shared/import"})
        for (const Include& include : includes(folder))
            if (include.target.starts_with("domain/")) FAIL_CHECK(include.file << " includes " << include.target);
}

TEST_CASE("an include of ours leads to a file") {
    const std::set<std::string> generated = {"i18n/words_keys.h", "i18n/words_texts.h", "i18n/words_tree.h", "icons/icons_table.h"};
    for (const char* folder : {"shared", "backend", "web", "tests"})
        for (const Include& include : includes(folder)) {
            const bool is_ours = include.is_quoted && include.target.find('/') != std::string::npos && !generated.count(include.target);
            if (is_ours && resolved(include).empty()) FAIL_CHECK(include.file << " includes " << include.target << ", which is nowhere");
        }
}

TEST_CASE("every header is included once, whoever includes it") {
    for (const char* folder : {"shared", "backend", "web", "tests"})
        for (const std::string& file : sources(folder))
            if (file.ends_with(".h") && read_file(source_path(file))->find("#pragma once") == std::string::npos) FAIL_CHECK(file << " lacks #pragma once");
}

TEST_CASE("no file is longer than four hundred lines") {
    for (const char* folder : {"shared", "backend", "web", "tests"})
        for (const std::string& file : sources(folder)) {
            const std::string text = *read_file(source_path(file));
            const auto lines = std::count(text.begin(), text.end(), '\n');
            if (lines > kLineLimit) FAIL_CHECK(file << " has " << lines << " lines");
        }
}

TEST_CASE("nothing is left to do later in a comment, and no header or domain file empties a namespace into another") {
    const std::string later = std::string("TO") + "DO", spill = std::string("using ") + "namespace";
    for (const char* folder : {"shared", "backend", "web"})
        for (const std::string& file : sources(folder)) {
            const std::string text = *read_file(source_path(file));
            if (text.find(later) != std::string::npos) FAIL_CHECK(file << " has a " << later);
            if ((file.ends_with(".h") || !file.starts_with("web/")) && text.find(spill) != std::string::npos) FAIL_CHECK(file << " says " << spill);
        }
}
