#pragma once
// Colours, type and space: the look of docs/look in numbers. Everything drawn takes its colours from here, so that the
// contrast test can check every pair.
#include <imgui.h>

#include <cstdint>
#include <string_view>

namespace lisa::ui {

/// A colour as people write it, 0xRRGGBB, opaque.
constexpr ImU32 rgb(std::uint32_t hex) { return IM_COL32((hex >> 16) & 0xFF, (hex >> 8) & 0xFF, hex & 0xFF, 0xFF); }

struct Theme {
    ImU32 background, surface, raised;
    ImU32 ink, muted, field_line, hairline;
    ImU32 primary, primary_hover, on_primary, primary_soft;
    ImU32 danger, danger_soft, warning, warning_soft, good, good_soft;
    ImU32 focus;
    ImU32 level[4], on_level[4];  ///< ordered ramp for levels 0 to 3, always together with digit and word
};

extern const Theme kLight;
extern const Theme kDark;

/// A theme of few colours that stand far apart: paper, ink, what one can act on, and the focus.
constexpr Theme contrast_theme(ImU32 paper, ImU32 ink, ImU32 action, ImU32 focus) {
    return {.background = paper,
            .surface = paper,
            .raised = paper,
            .ink = ink,
            .muted = ink,
            .field_line = ink,
            .hairline = ink,
            .primary = action,
            .primary_hover = ink,
            .on_primary = paper,
            .primary_soft = paper,
            .danger = ink,
            .danger_soft = paper,
            .warning = ink,
            .warning_soft = paper,
            .good = ink,
            .good_soft = paper,
            .focus = focus,
            .level = {paper, paper, paper, ink},
            .on_level = {ink, ink, ink, paper}};
}
inline constexpr Theme kContrast = contrast_theme(rgb(0x000000), rgb(0xFFFFFF), rgb(0xFFE600), rgb(0x00E5FF));

/// "light", "dark", "contrast", or the system's own colours for paper, ink, links and what is marked: "#RRGGBB #RRGGBB #RRGGBB
/// #RRGGBB". What is none of these is light.
Theme theme_from(std::string_view name);

/// Sizes of text in CSS pixels at 100 %.
enum class Size : std::uint8_t { small, body, large, title, display };
constexpr float css_px(Size size) {
    switch (size) {
        case Size::small: return 13;
        case Size::body: return 15;
        case Size::large: return 18;
        case Size::title: return 22;
        case Size::display: return 28;
    }
    return 15;
}

/// Sets ImGui's own style to ours. Only scrollbars and window backgrounds are drawn by ImGui itself.
void apply(const Theme& theme, float scale);

}  // namespace lisa::ui
