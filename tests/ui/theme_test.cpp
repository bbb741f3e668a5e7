#include "ui/theme.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <string_view>

#include "tests/shared/golden.h"

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

TEST_CASE("A5 WCAG 1.4.3 1.4.11 text stands out 4.5 to 1, what is not text 3 to 1, in every theme") {
    for (const std::string_view name : {"light", "dark", "contrast"}) {
        CAPTURE(name);
        const Theme chosen = theme_from(name);
        const Theme* theme = &chosen;
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

TEST_CASE("A5 where the system forces its colours, the drawing has those") {
    const Theme theme = theme_from("#102030 #FFFFFF #FFFF00 #00FFFF");
    CHECK(theme.background == rgb(0x102030));
    CHECK(theme.ink == rgb(0xFFFFFF));
    CHECK(theme.primary == rgb(0xFFFF00));
    CHECK(theme.focus == rgb(0x00FFFF));
    CHECK(contrast(theme.on_primary, theme.primary) > 4.5);
    for (const char* nonsense : {"", "pink", "#10203 #FFFFFF #FFFF00 #00FFFFF", "#10203G #FFFFFF #FFFF00 #00FFFF", "x102030 #FFFFFF #FFFF00 #00FFFF"})
        CHECK(theme_from(nonsense).background == kLight.background);
}

TEST_CASE("A5 the style sheet has the same colours as the drawing") {
    const std::string sheet = lisa::test::read_file(lisa::test::source_path("web/shell/look.css")).value_or("");
    constexpr std::pair<std::string_view, ImU32 Theme::*> kNames[] = {{"background", &Theme::background},
                                                                      {"surface", &Theme::surface},
                                                                      {"raised", &Theme::raised},
                                                                      {"ink", &Theme::ink},
                                                                      {"muted", &Theme::muted},
                                                                      {"field-line", &Theme::field_line},
                                                                      {"hairline", &Theme::hairline},
                                                                      {"primary", &Theme::primary},
                                                                      {"primary-hover", &Theme::primary_hover},
                                                                      {"on-primary", &Theme::on_primary},
                                                                      {"primary-soft", &Theme::primary_soft},
                                                                      {"danger", &Theme::danger},
                                                                      {"focus", &Theme::focus}};
    constexpr std::pair<std::string_view, std::string_view> kBlocks[] = {
        {"light", ":root {"}, {"dark", "[data-theme=dark] {"}, {"contrast", "[data-theme=contrast] {"}};
    for (const auto& [name, start] : kBlocks) {
        CAPTURE(name);
        const std::size_t from = sheet.find(start);
        REQUIRE(from != sheet.npos);
        const std::string block = sheet.substr(from, sheet.find('}', from) - from);
        const Theme theme = theme_from(name);
        for (const auto& [word, colour] : kNames) {
            CAPTURE(word);
            char wanted[48];
            const ImU32 value = theme.*colour;
            std::snprintf(wanted, sizeof wanted, "--%s: #%02X%02X%02X;", std::string(word).c_str(), static_cast<unsigned>((value >> IM_COL32_R_SHIFT) & 0xFF),
                          static_cast<unsigned>((value >> IM_COL32_G_SHIFT) & 0xFF), static_cast<unsigned>((value >> IM_COL32_B_SHIFT) & 0xFF));
            CHECK(block.find(wanted) != block.npos);
        }
    }
}
