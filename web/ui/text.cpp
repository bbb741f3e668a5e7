// Text and icons: measuring, breaking and drawing.
#include <imgui_internal.h>

#include "ui/ui.h"

namespace lisa::ui {
namespace {

/// ImGui's font size is the height from ascender to descender, CSS's is the em. Inter's ratio, from its hhea table.
constexpr float kHeightPerEm = 1.2102f;
constexpr float kLeading = 1.4f, kWideLeading = 1.65f;
/// Between letters that are spaced, in CSS pixels; the same as in look.css.
constexpr float kLetterGap = 1;

ImFont* font_of(Weight weight) {
    const auto& fonts = ImGui::GetIO().Fonts->Fonts;
    const int index = weight == Weight::semibold && fonts.Size > 1 ? 1 : 0;
    return fonts[index];
}

float font_px(const Ui& ui, Size size) { return ui.px(css_px(size)) * kHeightPerEm; }

float width_of(const Ui& ui, std::string_view text, TextStyle style) {
    if (text.empty()) return 0;
    return font_of(style.weight)->CalcTextSizeA(font_px(ui, style.size), FLT_MAX, 0, text.data(), text.data() + text.size()).x;
}

ImU32 colour_of(const Ui& ui, TextStyle style) { return style.colour ? style.colour : ui.theme.ink; }

/// Top of the glyphs' box inside a line of our leading.
float drop(const Ui& ui, Size size) { return (line_height(ui, size) - font_px(ui, size)) / 2; }

/// Frames the places in a line where what is looked for stands.
void frame_hits(const Ui& ui, ImVec2 at, std::string_view text, TextStyle style) {
    for (const auto& [from, to] : places_of(text, ui.find->folded)) {
        const float left = at.x + width_of(ui, text.substr(0, from), style), wide = width_of(ui, text.substr(from, to - from), style);
        const Box box{left - ui.px(2), at.y, wide + ui.px(4), line_height(ui, style.size)};
        const bool is_current = ui.find->count++ == ui.find->current;
        outline(ui, box, is_current ? ui.theme.focus : ui.theme.warning, 3, ui.px(is_current ? 3 : 1.5f));
        if (is_current && ui.find->brings) bring_into_view(ui, box);
    }
}

void draw_line(const Ui& ui, ImVec2 at, std::string_view text, TextStyle style) {
    if (text.empty()) return;
    if (ui.find) frame_hits(ui, at, text, style);
    const ImVec2 where{ImFloor(at.x + 0.5f), ImFloor(at.y + drop(ui, style.size) + 0.5f)};
    ImGui::GetWindowDrawList()->AddText(font_of(style.weight), font_px(ui, style.size), where, colour_of(ui, style), text.data(), text.data() + text.size());
}

/// How much of the text fits, in bytes, at a border between characters.
std::size_t fitting(const Ui& ui, std::string_view text, TextStyle style, float width) {
    const char* rest = nullptr;
    font_of(style.weight)->CalcTextSizeA(font_px(ui, style.size), width, 0, text.data(), text.data() + text.size(), &rest);
    return static_cast<std::size_t>(rest - text.data());
}

}  // namespace

float line_height(const Ui& ui, Size size) { return ImFloor(ui.px(css_px(size)) * (ui.is_spaced ? kWideLeading : kLeading) + 0.5f); }

void space_letters(bool is_spaced, float scale) {
    const float gap = is_spaced ? kLetterGap * scale : 0;
    ImFontAtlas* atlas = ImGui::GetIO().Fonts;
    for (ImFont* font : atlas->Fonts) {
        ImFontConfig& letters = *font->Sources[0];  // the icons come after
        if (letters.GlyphExtraAdvanceX == gap) continue;
        letters.GlyphExtraAdvanceX = gap;
        ImFontAtlasFontDiscardBakes(atlas, font, 0);
    }
}

float text_width(const Ui& ui, std::string_view text, TextStyle style) { return width_of(ui, text, style); }

void draw_text(const Ui& ui, ImVec2 at, std::string_view text, TextStyle style, float width) {
    if (width <= 0 || width_of(ui, text, style) <= width) return draw_line(ui, at, text, style);
    const float dots = width_of(ui, "…", style);
    if (width <= dots) return;
    std::string cut(text.substr(0, fitting(ui, text, style, width - dots)));
    draw_line(ui, at, cut + "…", style);
}

void draw_text_in(const Ui& ui, Box box, std::string_view text, TextStyle style) {
    draw_text(ui, {box.x, box.y + (box.h - line_height(ui, style.size)) / 2}, text, style, box.w);
}

float draw_wrapped(const Ui& ui, const ImVec2* at, std::string_view text, float width, TextStyle style) {
    const float step = line_height(ui, style.size);
    float y = 0;
    const char* end = text.data() + text.size();
    for (const char* line = text.data(); line < end;) {
        const auto* hard = static_cast<const char*>(memchr(line, '\n', static_cast<std::size_t>(end - line)));
        const char* stop = hard ? hard : end;
        const char* wrap = font_of(style.weight)->CalcWordWrapPosition(font_px(ui, style.size), line, stop, width);
        if (wrap == line && stop != line) wrap = line + 1;
        if (at) draw_line(ui, {at->x, at->y + y}, {line, static_cast<std::size_t>(wrap - line)}, style);
        y += step;
        line = wrap;
        if (line == stop && hard) ++line;
        else
            while (line < stop && *line == ' ') ++line;
    }
    return y;
}

void draw_icon(const Ui& ui, ImVec2 middle, Icon icon, float css_size, ImU32 colour) {
    const float size = ui.px(css_size);
    const char *begin = icon.glyph.data(), *end = begin + icon.glyph.size();
    ImFont* font = font_of(Weight::regular);
    unsigned int point = 0;
    ImTextCharFromUtf8(&point, begin, end);
    // By the glyph's own box: an icon sits in the middle whatever line the text font gives it.
    const ImFontGlyph* glyph = font->GetFontBaked(size)->FindGlyph(static_cast<ImWchar>(point));
    const ImVec2 at{ImFloor(middle.x - (glyph->X0 + glyph->X1) / 2 + 0.5f), ImFloor(middle.y - (glyph->Y0 + glyph->Y1) / 2 + 0.5f)};
    ImGui::GetWindowDrawList()->AddText(font, size, at, colour, begin, end);
}

}  // namespace lisa::ui
