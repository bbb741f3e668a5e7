#pragma once
// Icons by name, checked while compiling against the subset that the build makes from assets/icons/icons.json.
#include <string_view>

#include "i18n/words.h"
#include "icons/icons_table.h"  // generated: lisa::icons::kRows {name, utf8}, sorted by name

namespace lisa::ui {

/// The icon's character in the font; empty when there is none of that name.
constexpr std::string_view find_icon(std::string_view name) {
    for (const auto& row : icons::kRows)
        if (row.name == name) return row.utf8;
    return {};
}

struct Icon {
    std::string_view glyph{};
};

template <Literal L>
consteval Icon operator""_icon() {
    constexpr std::string_view glyph = find_icon(L.view());
    static_assert(!glyph.empty(), "no such icon in assets/icons/icons.json");
    return Icon{glyph};
}

}  // namespace lisa::ui
