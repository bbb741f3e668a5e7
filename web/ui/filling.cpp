// Text fields, choices and checkboxes. The browser's own control lies over what is drawn here and takes the typing;
// the canvas shows the value when the control does not have the focus.
#include <algorithm>

#include "ui/widgets.h"

namespace lisa::ui {
namespace {

std::uint32_t states_of(const FieldLook& look) {
    return (look.is_required ? semantics::required : 0u) | (look.is_disabled ? semantics::disabled : 0u) | (look.problem.empty() ? 0u : semantics::invalid);
}

std::string description_of(const FieldLook& look) {
    std::string text = look.problem;
    if (!look.help.empty()) text += (text.empty() ? "" : " ") + std::string(look.help);
    return text;
}

Node control_node(Aria role, std::uint32_t id, const FieldLook& look, std::string value, Box box) {
    Node node = make_node(role, id, look.label, box);
    node.states = states_of(look);
    node.description = description_of(look);
    // What stands in the empty field tells how to fill it in; a date's control shows it itself.
    if (role != Aria::date && !look.placeholder.empty()) node.description += (node.description.empty() ? "" : " ") + std::string(look.placeholder) + ".";
    node.value = std::move(value);
    node.limit = look.limit;
    node.hint = std::string(look.hint);
    return node;
}

void frame(const Ui& ui, Box box, const FieldLook& look, bool is_hovered) {
    paint(ui, box, look.is_disabled ? ui.theme.raised : ui.theme.surface, 6);
    const ImU32 line = !look.problem.empty() ? ui.theme.danger : is_hovered ? ui.theme.ink : ui.theme.field_line;
    outline(ui, box, line, 6, look.problem.empty() ? 1 : ui.px(2));
}

Box inside(const Ui& ui, Box box) { return {box.x + ui.px(12), box.y, box.w - ui.px(24), box.h}; }

/// A control that the browser edits: draws frame and value, takes over what was typed.
bool typed_control(Ui& ui, Box box, Aria role, std::string_view key, const FieldLook& look, std::string& text, std::uint32_t keys) {
    const std::uint32_t id = id_of(key);
    const std::string* input = look.is_disabled ? nullptr : ui.events.input(id);
    const bool is_altered = input && *input != text;
    if (is_altered) text = *input;
    Node node = control_node(role, id, look, text, box);
    node.keys = keys;
    const Touch touch = interact(ui, box, std::move(node));
    frame(ui, box, look, touch.is_hovered);
    if (touch.is_focused && !ui.focus.visible) ring(ui, box);
    return is_altered;
}

}  // namespace

void field_head(Ui& ui, Column& column, const FieldLook& look) {
    const Box box = column.take(line_height(ui, Size::body));
    draw_text_in(ui, box, look.label, {Size::body, Weight::semibold});
    if (look.is_required) {
        const float x = box.x + text_width(ui, look.label, {Size::body, Weight::semibold}) + ui.px(6);
        draw_text_in(ui, {x, box.y, box.right() - x, box.h}, ui.say("form.required"_tr), {Size::small, Weight::regular, ui.theme.muted});
    }
    column.gap(ui.px(4));
}

void field_foot(Ui& ui, Column& column, const FieldLook& look) {
    const auto line = [&](std::string_view text, ImU32 colour, Icon icon) {
        column.gap(ui.px(4));
        const float inset = icon.glyph.empty() ? 0 : ui.px(20);
        const ImVec2 at{column.x + inset, column.y};
        if (inset > 0) draw_icon(ui, {column.x + ui.px(8), column.y + line_height(ui, Size::small) / 2}, icon, 15, colour);
        column.gap(draw_wrapped(ui, &at, text, column.w - inset, {Size::small, Weight::regular, colour}));
    };
    if (!look.problem.empty()) line(look.problem, ui.theme.danger, "circle-alert"_icon);
    if (!look.help.empty()) line(look.help, ui.theme.muted, {});
    column.gap(ui.px(16));
}

bool text_field(Ui& ui, Column& column, std::string_view key, const FieldLook& look, std::string& text, Aria role) {
    field_head(ui, column, look);
    const Box box = column.take(ui.row_height());
    const bool is_altered = typed_control(ui, box, role, key, look, text, 0);
    const bool is_empty = text.empty();
    draw_text_in(ui, inside(ui, box), is_empty ? look.placeholder : text, {Size::body, Weight::regular, is_empty ? ui.theme.muted : ui.theme.ink});
    field_foot(ui, column, look);
    return is_altered;
}

bool text_area(Ui& ui, Column& column, std::string_view key, const FieldLook& look, std::string& text, int least_lines) {
    field_head(ui, column, look);
    const float inner = column.w - ui.px(24);
    const float lines = std::max(draw_wrapped(ui, nullptr, text, inner), line_height(ui, Size::body) * static_cast<float>(least_lines));
    const Box box = column.take(std::min(lines, line_height(ui, Size::body) * 18) + ui.px(16));
    const bool is_altered = typed_control(ui, box, Aria::textarea, key, look, text, 0);
    const ImVec2 at{box.x + ui.px(12), box.y + ui.px(8)};
    ImGui::GetWindowDrawList()->PushClipRect({box.x, box.y}, {box.right(), box.bottom()}, true);
    draw_wrapped(ui, &at, text, inner);
    ImGui::GetWindowDrawList()->PopClipRect();
    field_foot(ui, column, look);
    return is_altered;
}

bool search_field(Ui& ui, Box box, std::string_view key, std::string_view label, std::string& text, std::uint32_t keys) {
    FieldLook look{.label = label};
    look.hint = "off";
    const bool is_altered = typed_control(ui, box, Aria::searchbox, key, look, text, keys);
    const float icon = ui.px(22);
    const bool is_empty = text.empty();
    const Box room{box.x + ui.px(12), box.y, box.w - ui.px(24) - icon, box.h};
    draw_text_in(ui, room, is_empty ? label : text, {Size::body, Weight::regular, is_empty ? ui.theme.muted : ui.theme.ink});
    draw_icon(ui, {box.right() - ui.px(18), box.y + box.h / 2}, "search"_icon, 16, ui.theme.muted);
    return is_altered;
}

bool select(Ui& ui, Column& column, std::string_view key, const FieldLook& look, std::span<const Option> options, std::string& value) {
    field_head(ui, column, look);
    const Box box = column.take(ui.row_height());
    const std::uint32_t id = id_of(key);
    const std::string* input = look.is_disabled ? nullptr : ui.events.input(id);
    const bool is_altered = input && *input != value;
    if (is_altered) value = *input;
    Node node = control_node(Aria::select, id, look, value, box);
    std::string_view label;
    for (const Option& option : options) {
        node.options.push_back(option.value);
        node.options.push_back(option.label);
        if (option.value == value) label = option.label;
    }
    const Touch touch = interact(ui, box, std::move(node));
    frame(ui, box, look, touch.is_hovered);
    Box room = inside(ui, box);
    room.w -= ui.px(20);
    draw_text_in(ui, room, label);
    draw_icon(ui, {box.right() - ui.px(18), box.y + box.h / 2}, "chevron-down"_icon, 16, ui.theme.muted);
    field_foot(ui, column, look);
    return is_altered;
}

bool checkbox(Ui& ui, Column& column, std::string_view key, const FieldLook& look, bool& value) {
    const Box row = column.take(std::max(ui.px(ui.is_touch ? 44 : 28), ui.px(24)));
    const Box box{row.x, row.y + (row.h - ui.px(20)) / 2, ui.px(20), ui.px(20)};
    const float width = std::min(row.w, ui.px(30) + text_width(ui, look.label));
    const std::uint32_t id = id_of(key);
    const bool is_altered = !look.is_disabled && ui.events.activated(id);
    if (is_altered) value = !value;
    Node node = control_node(Aria::checkbox, id, look, "", row);
    if (value) node.states |= semantics::checked;
    const Touch touch = interact(ui, {row.x, row.y, width, row.h}, std::move(node), 4);
    paint(ui, box, value ? (look.is_disabled ? ui.theme.muted : ui.theme.primary) : ui.theme.surface, 4);
    outline(ui, box, value ? 0 : touch.is_hovered ? ui.theme.ink : ui.theme.field_line, 4);
    if (value) draw_icon(ui, {box.x + box.w / 2, box.y + box.h / 2}, "check"_icon, 16, ui.theme.on_primary);
    draw_text_in(ui, {row.x + ui.px(30), row.y, row.w - ui.px(30), row.h}, look.label);
    return is_altered;
}

bool checkboxes(Ui& ui, Column& column, std::string_view key, const FieldLook& look, std::span<const Option> options, std::vector<std::string>& chosen) {
    Container group(ui, Aria::group, key, look.label, {column.x, column.y, column.w, 0});
    group.node().description = description_of(look);
    field_head(ui, column, look);
    ImGui::PushID(static_cast<int>(id_of(key)));
    bool is_altered = false;
    for (const Option& option : options) {
        const auto found = std::find(chosen.begin(), chosen.end(), option.value);
        bool is_on = found != chosen.end();
        if (!checkbox(ui, column, option.value, {.label = option.label, .is_disabled = look.is_disabled}, is_on)) continue;
        is_altered = true;
        if (is_on) chosen.push_back(option.value);
        else chosen.erase(found);
        std::sort(chosen.begin(), chosen.end());
    }
    ImGui::PopID();
    field_foot(ui, column, look);
    return is_altered;
}

}  // namespace lisa::ui
