// Picking one of many by typing. The suggestions open below the field, inside the form, so nothing is ever covered.
#include <algorithm>

#include "ui/widgets.h"

namespace lisa::ui {
namespace {

/// The list of suggestions; returns the index chosen, or -1.
int suggestions(Ui& ui, Column& column, std::uint32_t id, const std::vector<Option>& options, int current, std::uint32_t& active, bool& is_focused) {
    const float height = ui.row_height();
    const Box box = column.take(height * static_cast<float>(options.size()) + ui.px(8));
    paint(ui, box, ui.theme.surface, 6);
    outline(ui, box, ui.theme.hairline, 6);
    Container list(ui, Aria::listbox, "suggestions", ui.say("form.suggestions"_tr), box);
    ImGui::PushID(static_cast<int>(id));
    int chosen = -1;
    for (std::size_t i = 0; i < options.size(); ++i) {
        const Box row{box.x + ui.px(4), box.y + ui.px(4) + height * static_cast<float>(i), box.w - ui.px(8), height};
        const bool is_current = static_cast<int>(i) == current;
        Node node = make_node(Aria::option, id_of(options[i].value), options[i].label, row);
        node.states = semantics::untabbed | (is_current ? semantics::selected : 0u);
        node.position = static_cast<int>(i) + 1;
        node.size = static_cast<int>(options.size());
        const std::uint32_t option = node.id;
        const Touch touch = interact(ui, row, std::move(node));
        if (is_current || touch.is_hovered) paint(ui, row, is_current ? ui.theme.primary_soft : ui.theme.raised, 4);
        draw_text_in(ui, {row.x + ui.px(8), row.y, row.w - ui.px(16), row.h}, options[i].label);
        if (touch.was_activated) chosen = static_cast<int>(i);
        if (is_current) active = option;
        is_focused = is_focused || ui.focus.id == option;
    }
    ImGui::PopID();
    return chosen;
}

}  // namespace

bool combobox(Ui& ui, Column& column, std::string_view key, const FieldLook& look, ComboState& state, std::string_view shown, std::string& value,
              const std::function<std::vector<Option>(std::string_view typed)>& suggest) {
    field_head(ui, column, look);
    const std::uint32_t id = id_of(key);
    if (const std::string* input = look.is_disabled ? nullptr : ui.events.input(id)) { state = {.typed = *input, .is_open = true, .current = 0}; }
    const std::uint32_t pressed = ui.events.key(id);
    if (pressed == semantics::key_down && !state.is_open) state = {.typed = {}, .is_open = true, .current = 0};
    else if (pressed == semantics::key_down) ++state.current;
    if (pressed == semantics::key_up) --state.current;

    const std::vector<Option> options = state.is_open ? suggest(state.typed) : std::vector<Option>{};
    const int last = static_cast<int>(options.size()) - 1;
    state.current = std::clamp(state.current, 0, std::max(last, 0));

    const Box box = column.take(ui.row_height());
    Node node = make_node(Aria::combobox, id, look.label, box);
    node.states = (look.is_required ? semantics::required : 0u) | (look.is_disabled ? semantics::disabled : 0u) | semantics::expandable |
                  (look.problem.empty() ? 0u : semantics::invalid) | (state.is_open ? semantics::expanded : 0u);
    node.description = look.problem + (look.problem.empty() || look.help.empty() ? "" : " ") + std::string(look.help);
    node.value = state.is_open ? state.typed : std::string(shown);
    node.hint = "off";
    node.keys = semantics::key_up | semantics::key_down | (state.is_open ? semantics::key_enter | semantics::key_escape : 0u);
    node.controls = id_of("suggestions");
    const std::string text = node.value;
    const int index = static_cast<int>(ui.tree.nodes().size());
    const Touch touch = interact(ui, box, std::move(node));
    paint(ui, box, look.is_disabled ? ui.theme.raised : ui.theme.surface, 6);
    outline(ui, box, !look.problem.empty() ? ui.theme.danger : touch.is_hovered ? ui.theme.ink : ui.theme.field_line, 6, look.problem.empty() ? 1 : ui.px(2));
    if (touch.is_focused) ring(ui, box);
    draw_text_in(ui, {box.x + ui.px(12), box.y, box.w - ui.px(44), box.h}, text);
    draw_icon(ui, {box.right() - ui.px(18), box.y + box.h / 2}, "search"_icon, 16, ui.theme.muted);

    bool is_altered = false;
    const auto choose = [&](int which) {
        is_altered = value != options[static_cast<std::size_t>(which)].value;
        value = options[static_cast<std::size_t>(which)].value;
        state = {};
        ui.platform.focus(id);
    };
    if (state.is_open) {
        std::uint32_t active = 0;
        bool is_option_focused = false;
        column.gap(ui.px(4));
        const int clicked = options.empty() ? -1 : suggestions(ui, column, id, options, state.current, active, is_option_focused);
        if (options.empty()) paragraph(ui, column, ui.say("form.no_suggestions"_tr), {Size::small, Weight::regular, ui.theme.muted});
        ui.tree.at(index).active = active;
        const bool has_left = ui.focus.id != id && !is_option_focused && ui.focus.id != 0;
        const bool is_emptied = state.typed.empty() && !value.empty() && (has_left || pressed == semantics::key_enter) && clicked < 0;
        if (clicked >= 0) choose(clicked);
        else if (is_emptied) value.clear(), is_altered = true, state = {};
        else if (pressed == semantics::key_enter && !options.empty()) choose(state.current);
        else if (pressed == semantics::key_escape || has_left) state = {};
        if (!state.is_open && ui.wants_frame) *ui.wants_frame = true;
    }
    field_foot(ui, column, look);
    return is_altered;
}

std::uint32_t file_button(Ui& ui, Column& column, std::string_view key, std::string_view label, std::string_view accept) {
    Box box = column.take(ui.row_height());
    const ButtonLook look{.icon = "upload"_icon};
    box.w = std::min(column.w, button_width(ui, label, look));
    Node node = make_node(Aria::file, id_of(key), label, box);
    node.hint = std::string(accept);
    const std::uint32_t id = node.id;
    const Touch touch = interact(ui, box, std::move(node));
    paint(ui, box, touch.is_hovered ? ui.theme.raised : ui.theme.surface, 6);
    outline(ui, box, ui.theme.field_line, 6);
    draw_icon(ui, {box.x + ui.px(23), box.y + box.h / 2}, look.icon, 18, ui.theme.primary);
    draw_text_in(ui, {box.x + ui.px(38), box.y, box.w - ui.px(40), box.h}, label, {Size::body, Weight::semibold, ui.theme.primary});
    return id;
}

}  // namespace lisa::ui
