#include "ui/theme.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <string_view>

using namespace lisa::ui;

namespace {

/// Relative luminance of a colour, as WCAG 2.2 defines it.
double luminance(ImU32 colour) {
    const auto part = [&](int shift) {
        const double value = static_cast<double>((colour >> shift) & 0xFFu) / 255.0;
        return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * part(IM_COL32_R_SHIFT) + 0.7152 * part(IM_COL32_G_SHIFT) + 0.0722 * part(IM_COL32_B_SHIFT);
}

double contrast(ImU32 a, ImU32 b) {
    const auto [dark, light] = std::minmax({luminance(a), luminance(b)});
    return (light + 0.05) / (dark + 0.05);
}

struct Pair {
    std::string_view what;
    ImU32 Theme::*ink;
    ImU32 Theme::*paper;
};

/// Everything that is written, on everything that it is written on.
constexpr Pair kText[] = {
    {"ink on background", &Theme::ink, &Theme::background},
    {"ink on surface", &Theme::ink, &Theme::surface},
    {"ink on raised", &Theme::ink, &Theme::raised},
    {"ink on a chosen row", &Theme::ink, &Theme::primary_soft},
    {"muted on background", &Theme::muted, &Theme::background},
    {"muted on surface", &Theme::muted, &Theme::surface},
    {"muted on raised", &Theme::muted, &Theme::raised},
    {"muted on a chosen row", &Theme::muted, &Theme::primary_soft},
    {"primary on background", &Theme::primary, &Theme::background},
    {"primary on surface", &Theme::primary, &Theme::surface},
    {"primary on raised", &Theme::primary, &Theme::raised},
    {"primary on its soft", &Theme::primary, &Theme::primary_soft},
    {"a primary button", &Theme::on_primary, &Theme::primary},
    {"a primary button under the pointer", &Theme::on_primary, &Theme::primary_hover},
    {"danger on surface", &Theme::danger, &Theme::surface},
    {"danger on its soft", &Theme::danger, &Theme::danger_soft},
    {"warning on surface", &Theme::warning, &Theme::surface},
    {"warning on its soft", &Theme::warning, &Theme::warning_soft},
    {"good on its soft", &Theme::good, &Theme::good_soft},
    {"a short message", &Theme::surface, &Theme::ink},
};

/// What must be seen but is not read: the frames of fields and the focus ring.
constexpr Pair kShapes[] = {
    {"a field's frame on surface", &Theme::field_line, &Theme::surface},
    {"a field's frame on the page", &Theme::field_line, &Theme::background},
    {"the frame of a field that is only read", &Theme::field_line, &Theme::raised},
    {"the focus on background", &Theme::focus, &Theme::background},
    {"the focus on surface", &Theme::focus, &Theme::surface},
    {"a field with a problem", &Theme::danger, &Theme::surface},
};

}  // namespace

TEST_CASE("the measure knows black from white, and a colour from itself") {
    CHECK(contrast(rgb(0x000000), rgb(0xFFFFFF)) == doctest::Approx(21));
    CHECK(contrast(rgb(0x777777), rgb(0x777777)) == doctest::Approx(1));
    CHECK(contrast(rgb(0x777777), rgb(0xFFFFFF)) == doctest::Approx(4.48).epsilon(0.01));
}

TEST_CASE("text stands out 4.5 to 1, what is not text 3 to 1, in both themes") {
    for (const Theme* theme : {&kLight, &kDark}) {
        CAPTURE(theme->is_dark);
        for (const Pair& pair : kText) {
            CAPTURE(pair.what);
            CHECK(contrast(theme->*pair.ink, theme->*pair.paper) >= 4.5);
        }
        for (const Pair& pair : kShapes) {
            CAPTURE(pair.what);
            CHECK(contrast(theme->*pair.ink, theme->*pair.paper) >= 3);
        }
        for (int level = 0; level < 4; ++level) {
            CAPTURE(level);
            CHECK(contrast(theme->on_level[level], theme->level[level]) >= 4.5);
        }
    }
}
