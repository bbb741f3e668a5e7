#pragma once
// The criteria of WCAG 2.2, level A and AA, and what is known about each of them in Lisa. The accessibility statement is made
// from this table; tests/accessibility_test.cpp holds every claim to the test that it names.
#include <cstdint>
#include <span>
#include <string_view>

namespace lisa::views {

enum class Known : std::uint8_t {
    tested,  ///< proved by the test in `proof` in every version
    judged,  ///< looked at by those who build Lisa, without a test of its own
    absent,  ///< Lisa has nothing that the criterion is about
    lacking  ///< known not to be met, or not to be met everywhere; help.fault.<number> says what
};

struct Criterion {
    std::string_view number;
    Known known;
    std::string_view proof{};  ///< path of a test that names "WCAG <number>"
};

// clang-format off
inline constexpr Criterion kCriteria[] = {
    {"1.1.1", Known::tested, "tests/e2e/chromium_access.test.mjs"},
    {"1.2.1", Known::absent}, {"1.2.2", Known::absent}, {"1.2.3", Known::absent}, {"1.2.4", Known::absent}, {"1.2.5", Known::absent},
    {"1.3.1", Known::tested, "tests/e2e/chromium_access.test.mjs"},
    {"1.3.2", Known::tested, "tests/e2e/chromium_text.test.mjs"},
    {"1.3.3", Known::judged},
    {"1.3.4", Known::tested, "tests/e2e/chromium_preferences.test.mjs"},
    {"1.3.5", Known::tested, "tests/e2e/chromium_access.test.mjs"},
    {"1.4.1", Known::judged},
    {"1.4.2", Known::absent},
    {"1.4.3", Known::tested, "tests/ui/theme_test.cpp"},
    {"1.4.4", Known::tested, "tests/ui/app_test.cpp"},
    {"1.4.5", Known::judged},
    {"1.4.10", Known::tested, "tests/e2e/chromium_text.test.mjs"},
    {"1.4.11", Known::tested, "tests/ui/theme_test.cpp"},
    {"1.4.12", Known::tested, "tests/e2e/chromium_text_screens.test.mjs"},
    {"1.4.13", Known::absent},
    {"2.1.1", Known::tested, "tests/e2e/chromium_access.test.mjs"},
    {"2.1.2", Known::tested, "tests/e2e/chromium_access.test.mjs"},
    {"2.1.4", Known::judged},
    {"2.2.1", Known::judged},
    {"2.2.2", Known::absent},
    {"2.3.1", Known::absent},
    {"2.4.1", Known::tested, "tests/e2e/chromium_text.test.mjs"},
    {"2.4.2", Known::tested, "tests/e2e/chromium_access.test.mjs"},
    {"2.4.3", Known::tested, "tests/e2e/chromium_text.test.mjs"},
    {"2.4.4", Known::judged},
    {"2.4.5", Known::judged},
    {"2.4.6", Known::judged},
    {"2.4.7", Known::tested, "tests/e2e/chromium_preferences.test.mjs"},
    {"2.4.11", Known::judged},
    {"2.5.1", Known::absent},
    {"2.5.2", Known::judged},
    {"2.5.3", Known::tested, "tests/e2e/chromium_access.test.mjs"},
    {"2.5.4", Known::absent},
    {"2.5.7", Known::judged},
    {"2.5.8", Known::tested, "tests/ui/access_test.cpp"},
    {"3.1.1", Known::tested, "tests/e2e/chromium_access.test.mjs"},
    {"3.1.2", Known::lacking},
    {"3.2.1", Known::judged}, {"3.2.2", Known::judged}, {"3.2.3", Known::judged}, {"3.2.4", Known::judged}, {"3.2.6", Known::judged},
    {"3.3.1", Known::tested, "tests/e2e/chromium_access.test.mjs"},
    {"3.3.2", Known::tested, "tests/ui/access_test.cpp"},
    {"3.3.3", Known::judged},
    {"3.3.4", Known::judged},
    {"3.3.7", Known::judged},
    {"3.3.8", Known::tested, "tests/e2e/chromium_access.test.mjs"},
    {"4.1.2", Known::tested, "tests/ui/access_test.cpp"},
    {"4.1.3", Known::tested, "tests/e2e/chromium_text.test.mjs"},
};
// clang-format on

}  // namespace lisa::views
