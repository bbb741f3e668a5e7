// A number on a line. The browser's own range control lies over it and takes pointer, finger and keys.
#include <algorithm>
#include <charconv>

#include "ui/widgets.h"

namespace lisa::ui {

bool slider(Ui& ui, Column& column, std::string_view key, const FieldLook& look, int max, std::string_view said, std::span<const int> marks, int& value) {
    field_head(ui, column, look);
    const Box box = column.take(ui.row_height());
    Node node = make_node(Aria::slider, id_of(key), look.label, box);
    node.description = std::string(look.help);
    node.limit = max;
    node.hint = std::string(said);
    const std::string* input = ui.events.input(node.id);
    int chosen = value;
    if (input) std::from_chars(input->data(), input->data() + input->size(), chosen);
    chosen = std::clamp(chosen, 0, max);
    const bool is_altered = chosen != value;
    value = chosen;
    node.value = std::to_string(value);
    const Touch touch = interact(ui, box, std::move(node));
    const float knob = ui.px(9), left = box.x + knob, width = box.w - 2 * knob, middle = box.y + box.h / 2;
    const auto at = [&](int number) { return left + (max > 0 ? width * static_cast<float>(number) / static_cast<float>(max) : 0); };
    paint(ui, {left, middle - ui.px(2), width, ui.px(4)}, ui.theme.field_line, 2);
    paint(ui, {left, middle - ui.px(2), at(value) - left, ui.px(4)}, ui.theme.primary, 2);
    for (const int mark : marks) paint(ui, {at(mark) - ui.px(1), middle - ui.px(7), ui.px(2), ui.px(14)}, ui.theme.muted);
    paint(ui, {at(value) - knob, middle - knob, 2 * knob, 2 * knob}, touch.is_hovered || touch.is_held ? ui.theme.primary_hover : ui.theme.primary, 9);
    field_foot(ui, column, look);
    return is_altered;
}

}  // namespace lisa::ui
