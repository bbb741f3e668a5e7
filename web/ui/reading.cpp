// Headings, paragraphs, badges and messages.
#include "ui/widgets.h"

namespace lisa::ui {
namespace {

Size size_of(int level) { return level == 1 ? Size::title : Size::large; }

}  // namespace

ToneLook look_of(const Theme& theme, Tone tone) {
    switch (tone) {
        case Tone::plain: return {theme.muted, theme.raised, {}};
        case Tone::info: return {theme.primary, theme.primary_soft, "info"_icon};
        case Tone::good: return {theme.good, theme.good_soft, "check"_icon};
        case Tone::warning: return {theme.warning, theme.warning_soft, "triangle-alert"_icon};
        case Tone::danger: return {theme.danger, theme.danger_soft, "circle-alert"_icon};
    }
    return {theme.muted, theme.raised, {}};
}

void heading(Ui& ui, Column& column, int level, std::string_view text) { heading(ui, column, level, text, size_of(level)); }

void heading(Ui& ui, Column& column, int level, std::string_view text, Size size) {
    const TextStyle style{size, Weight::semibold};
    const ImVec2 at{column.x, column.y};
    const Box box = column.take(draw_wrapped(ui, &at, text, column.w, style));
    add_node(ui, box, Aria::heading, text, level);
    column.gap(ui.px(size == Size::title ? 8 : 4));
}

void paragraph(Ui& ui, Column& column, std::string_view text, TextStyle style) {
    const ImVec2 at{column.x, column.y};
    const Box box = column.take(draw_wrapped(ui, &at, text, column.w, style));
    add_node(ui, box, Aria::paragraph, text);
}

float badge(Ui& ui, ImVec2 at, std::string_view text, Tone tone) {
    const ToneLook look = look_of(ui.theme, tone);
    const TextStyle style{Size::small, Weight::semibold, look.ink};
    const float icon = look.icon.glyph.empty() ? 0 : ui.px(18);
    const Box box{at.x, at.y, text_width(ui, text, style) + ui.px(16) + icon, ui.px(24)};
    paint(ui, box, look.paper, 12);
    if (icon > 0) draw_icon(ui, {box.x + ui.px(15), box.y + box.h / 2}, look.icon, 14, look.ink);
    draw_text_in(ui, {box.x + ui.px(8) + icon, box.y, box.w, box.h}, text, style);
    add_node(ui, box, Aria::paragraph, text);
    return box.w;
}

void notice(Ui& ui, Column& column, std::string_view text, Tone tone, Aria role) {
    const ToneLook look = look_of(ui.theme, tone);
    const TextStyle style{Size::body, Weight::regular, tone == Tone::plain ? ui.theme.ink : look.ink};
    const float inset = look.icon.glyph.empty() ? ui.px(12) : ui.px(40);
    const float height = draw_wrapped(ui, nullptr, text, column.w - inset - ui.px(12), style);
    const Box box = column.take(height + ui.px(20));
    paint(ui, box, look.paper, 6);
    if (!look.icon.glyph.empty()) draw_icon(ui, {box.x + ui.px(22), box.y + ui.px(10) + line_height(ui, Size::body) / 2}, look.icon, 18, look.ink);
    const ImVec2 at{box.x + inset, box.y + ui.px(10)};
    draw_wrapped(ui, &at, text, column.w - inset - ui.px(12), style);
    add_node(ui, box, role, text);
    column.gap(ui.px(8));
}

}  // namespace lisa::ui
