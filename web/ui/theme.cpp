#include "ui/theme.h"

#include <charconv>

namespace lisa::ui {

const Theme kLight{
    .background = rgb(0xF6F7F9),
    .surface = rgb(0xFFFFFF),
    .raised = rgb(0xEEF1F5),
    .ink = rgb(0x17212B),
    .muted = rgb(0x4D5B6A),
    .field_line = rgb(0x788696),
    .hairline = rgb(0xD5DBE3),
    .primary = rgb(0x0E5A84),
    .primary_hover = rgb(0x0A4668),
    .on_primary = rgb(0xFFFFFF),
    .primary_soft = rgb(0xE3EFF6),
    .danger = rgb(0xA8201A),
    .danger_soft = rgb(0xFBECEB),
    .warning = rgb(0x7A4B00),
    .warning_soft = rgb(0xFDF3DF),
    .good = rgb(0x1B6338),
    .good_soft = rgb(0xE6F3EB),
    .focus = rgb(0x0B57D0),
    .level = {rgb(0xE8EDF2), rgb(0xCFE3F1), rgb(0x9CC8E4), rgb(0x12507A)},
    .on_level = {rgb(0x17212B), rgb(0x17212B), rgb(0x17212B), rgb(0xFFFFFF)},
};

const Theme kDark{
    .background = rgb(0x11171D),
    .surface = rgb(0x18212A),
    .raised = rgb(0x212C37),
    .ink = rgb(0xEDF2F7),
    .muted = rgb(0xA9B7C5),
    .field_line = rgb(0x7C8B9B),
    .hairline = rgb(0x303D4A),
    .primary = rgb(0x7CC4EA),
    .primary_hover = rgb(0xA5D8F3),
    .on_primary = rgb(0x0B1720),
    .primary_soft = rgb(0x1B3444),
    .danger = rgb(0xFF9C94),
    .danger_soft = rgb(0x3A2022),
    .warning = rgb(0xF2C069),
    .warning_soft = rgb(0x372B16),
    .good = rgb(0x86D6A4),
    .good_soft = rgb(0x1A3225),
    .focus = rgb(0x9CC2FF),
    .level = {rgb(0xE8EDF2), rgb(0xCFE3F1), rgb(0x9CC8E4), rgb(0x12507A)},
    .on_level = {rgb(0x17212B), rgb(0x17212B), rgb(0x17212B), rgb(0xFFFFFF)},
};

Theme theme_from(std::string_view name) {
    if (name == "dark") return kDark;
    if (name == "contrast") return kContrast;
    constexpr std::size_t kColours = 4, kWidth = 8;  // "#RRGGBB ", the last without the space
    if (name.size() != kColours * kWidth - 1) return kLight;
    ImU32 colours[kColours];
    for (std::size_t i = 0; i < kColours; ++i) {
        const char *digits = name.data() + i * kWidth + 1, *end = digits + 6;
        std::uint32_t hex = 0;
        if (digits[-1] != '#' || std::from_chars(digits, end, hex, 16).ptr != end) return kLight;
        colours[i] = rgb(hex);
    }
    return contrast_theme(colours[0], colours[1], colours[2], colours[3]);
}

void apply(const Theme& theme, float scale) {
    ImGuiStyle& style = ImGui::GetStyle();
    style = ImGuiStyle{};
    style.WindowPadding = {0, 0};
    style.WindowBorderSize = 0;
    style.ChildBorderSize = 0;
    style.WindowMinSize = {1, 1};
    style.ItemSpacing = {0, 0};
    style.ScrollbarSize = 12 * scale;
    style.ScrollbarRounding = 6 * scale;
    style.AntiAliasedLinesUseTex = false;
    const auto colour = [&](ImGuiCol which, ImU32 value) { style.Colors[which] = ImGui::ColorConvertU32ToFloat4(value); };
    colour(ImGuiCol_WindowBg, theme.background);
    colour(ImGuiCol_ChildBg, 0);
    colour(ImGuiCol_Text, theme.ink);
    colour(ImGuiCol_ScrollbarBg, 0);
    colour(ImGuiCol_ScrollbarGrab, theme.hairline);
    colour(ImGuiCol_ScrollbarGrabHovered, theme.field_line);
    colour(ImGuiCol_ScrollbarGrabActive, theme.muted);
}

}  // namespace lisa::ui
