// The accessibility statement claims only what a test proves: every criterion that is said to be tested is named by its test.
#include <doctest/doctest.h>

#include <regex>
#include <set>

#include "i18n/words.h"
#include "tests/shared/golden.h"
#include "views/criteria.h"

using namespace lisa;

TEST_CASE("A5 each criterion of the statement is named by the test that proves it, and has words") {
    std::set<std::string> numbers;
    for (const views::Criterion& one : views::kCriteria) {
        CAPTURE(one.number);
        CHECK(numbers.insert(std::string(one.number)).second);
        std::string key(one.number);
        std::replace(key.begin(), key.end(), '.', '_');
        CHECK(has_message("help.wcag." + key));
        CHECK(has_message("help.fault." + key) == (one.known == views::Known::lacking));
        CHECK(one.proof.empty() == (one.known != views::Known::tested));
        if (one.proof.empty()) continue;
        const std::string source = test::read_file(test::source_path(std::string(one.proof))).value_or("");
        const std::regex name("(TEST_CASE\\(\"|test\\(['`])[^\n]*WCAG[0-9. ]* " + std::regex_replace(std::string(one.number), std::regex("\\."), "\\.") +
                              "(?![.0-9])");
        CHECK_MESSAGE(std::regex_search(source, name), one.proof, " has no test that names WCAG ", one.number);
    }
    CHECK(numbers.size() == 55);  // level A and AA of WCAG 2.2
}
