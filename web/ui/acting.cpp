// Buttons, links and tabs.
#include "ui/widgets.h"

namespace lisa::ui {
namespace {

struct Colours {
    ImU32 paper, ink, line;
};

Colours colours_of(const Theme& theme, const ButtonLook& look, bool is_lit) {
    if (look.is_disabled) return {theme.raised, theme.muted, 0};
    switch (look.kind) {
        case Kind::primary: return {is_lit ? theme.primary_hover : theme.primary, theme.on_primary, 0};
        case Kind::secondary: return {is_lit ? theme.raised : theme.surface, theme.primary, theme.field_line};
        case Kind::quiet: return {is_lit ? theme.raised : 0, theme.primary, 0};
        case Kind::danger: return {is_lit ? theme.danger_soft : theme.surface, theme.danger, theme.danger};
    }
    return {theme.surface, theme.ink, 0};
}

/// What of it is told to those who do not see it.
std::uint32_t state_of(Kind kind) { return kind == Kind::primary ? semantics::leading : kind == Kind::danger ? semantics::grave : 0u; }

}  // namespace

float button_width(const Ui& ui, std::string_view label, const ButtonLook& look) {
    const float icon = look.icon.glyph.empty() ? 0 : ui.px(look.shows_label ? 24 : 18);
    if (!look.shows_label) return ui.row_height();
    return text_width(ui, label, {Size::body, Weight::semibold}) + icon + ui.px(28);
}

bool button_at(Ui& ui, Box box, std::string_view key, std::string_view label, const ButtonLook& look) {
    Node node = make_node(Aria::button, id_of(key), label, box);
    node.description = std::string(look.description);
    node.states = look.states | (look.is_disabled ? semantics::disabled : 0u) | state_of(look.kind);
    const Touch touch = interact(ui, box, std::move(node));
    const Colours colours = colours_of(ui.theme, look, touch.is_hovered || touch.is_held);
    if (colours.paper) paint(ui, box, colours.paper, 6);
    if (colours.line) outline(ui, box, colours.line, 6);
    if (!look.shows_label) {
        draw_icon(ui, {box.x + box.w / 2, box.y + box.h / 2}, look.icon, 18, colours.ink);
        return touch.was_activated;
    }
    const float icon = look.icon.glyph.empty() ? 0 : ui.px(24);
    const float content = text_width(ui, label, {Size::body, Weight::semibold}) + icon;
    const float x = box.x + std::max(ui.px(8), (box.w - content) / 2);
    if (icon > 0) draw_icon(ui, {x + ui.px(9), box.y + box.h / 2}, look.icon, 18, colours.ink);
    draw_text_in(ui, {x + icon, box.y, box.right() - x - icon, box.h}, label, {Size::body, Weight::semibold, colours.ink});
    return touch.was_activated;
}

bool button(Ui& ui, Column& column, std::string_view key, std::string_view label, const ButtonLook& look) {
    Box box = column.take(ui.row_height());
    box.w = std::min(column.w, button_width(ui, label, look));
    return button_at(ui, box, key, label, look);
}

bool ButtonRow::add(std::string_view key, std::string_view label, const ButtonLook& look) {
    const float width = std::min(m_column.w, button_width(m_ui, label, look));
    if (!m_is_empty && m_x + width > m_column.x + m_column.w) {
        m_column.gap(m_ui.row_height() + m_ui.px(8));
        m_x = m_column.x;
    }
    m_is_empty = false;
    const Box box{m_x, m_column.y, width, m_ui.row_height()};
    m_x += width + m_ui.px(8);
    return button_at(m_ui, box, key, label, look);
}

ButtonRow::~ButtonRow() {
    if (!m_is_empty) m_column.gap(m_ui.row_height());
}

bool link_at(Ui& ui, Box box, std::string_view key, std::string_view text, std::string_view href, TextStyle style) {
    if (style.colour == 0) style.colour = ui.theme.primary;
    box.w = std::max(ui.px(24), std::min(box.w, text_width(ui, text, style)));
    Node node = make_node(Aria::link, id_of(key), text, box);
    node.href = std::string(href);
    const Touch touch = interact(ui, box, std::move(node), 3);
    draw_text_in(ui, box, text, style);
    if (touch.is_hovered || touch.is_focused) {
        const float y = box.y + (box.h + line_height(ui, style.size)) / 2 - ui.px(2);
        ImGui::GetWindowDrawList()->AddLine({box.x, y}, {box.right(), y}, style.colour, ui.px(1));
    }
    return touch.was_activated;
}

bool link(Ui& ui, Column& column, std::string_view key, std::string_view text, std::string_view href, TextStyle style) {
    if (text_width(ui, text, style) <= column.w) return link_at(ui, column.take(std::max(ui.px(24), line_height(ui, style.size))), key, text, href, style);
    const Box box = column.take(draw_wrapped(ui, nullptr, text, column.w, style));
    Node node = make_node(Aria::link, id_of(key), text, box);
    node.href = std::string(href);
    const Touch touch = interact(ui, box, std::move(node), 3);
    style.colour = touch.is_hovered ? ui.theme.primary_hover : style.colour ? style.colour : ui.theme.primary;
    const ImVec2 at{box.x, box.y};
    draw_wrapped(ui, &at, text, box.w, style);
    return touch.was_activated;
}

std::size_t tabs(Ui& ui, Column& column, std::string_view key, std::string_view label, std::span<const TabItem> items, std::size_t current) {
    Box box = column.take(ui.row_height());
    Container list(ui, Aria::tablist, key, label, {box.x, box.y, box.w, 0});
    std::size_t chosen = current;
    float x = box.x;
    for (std::size_t i = 0; i < items.size(); ++i) {
        const bool is_current = i == current;
        const TextStyle style{Size::body, is_current ? Weight::semibold : Weight::regular, is_current ? ui.theme.primary : ui.theme.muted};
        const float width = text_width(ui, items[i].label, {Size::body, Weight::semibold}) + ui.px(20);
        if (x > box.x && x + width > box.right()) {  // narrow or with large letters: on a new row
            box = column.take(ui.row_height());
            x = box.x;
        }
        const Box tab{x, box.y, width, box.h};
        Node node = make_node(Aria::tab, id_of(items[i].key), items[i].label, tab);
        node.states = (is_current ? semantics::selected : semantics::untabbed);
        node.keys = semantics::key_left | semantics::key_right | semantics::key_home | semantics::key_end;
        node.position = static_cast<int>(i) + 1;
        node.size = static_cast<int>(items.size());
        const std::uint32_t pressed = ui.events.key(node.id);
        const Touch touch = interact(ui, tab, std::move(node), 4);
        if (touch.is_hovered && !is_current) paint(ui, {tab.x, tab.y + ui.px(4), tab.w, tab.h - ui.px(8)}, ui.theme.raised, 6);
        draw_text_in(ui, {tab.x + ui.px(10), tab.y, tab.w, tab.h}, items[i].label, style);
        if (is_current) paint(ui, {tab.x + ui.px(10), tab.bottom() - ui.px(3), tab.w - ui.px(20), ui.px(3)}, ui.theme.primary, 1.5f);
        if (touch.was_activated) chosen = i;
        const std::size_t last = items.size() - 1;
        if (pressed == semantics::key_right) chosen = i == last ? 0 : i + 1;
        if (pressed == semantics::key_left) chosen = i == 0 ? last : i - 1;
        if (pressed == semantics::key_home) chosen = 0;
        if (pressed == semantics::key_end) chosen = last;
        if (pressed) ui.platform.focus(id_of(items[chosen].key));
        x = tab.right() + ui.px(4);
    }
    paint(ui, {box.x, box.bottom() - 1, box.w, 1}, ui.theme.hairline);
    return chosen;
}

}  // namespace lisa::ui
