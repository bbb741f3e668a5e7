#include "ui/table.h"

#include <imgui_internal.h>

#include <algorithm>

namespace lisa::ui {
namespace {

constexpr std::size_t kEarlierSorts = 2;

/// The columns that fit, with their places.
std::vector<Box> lay_out(const Ui& ui, Box box, std::span<const TableColumn> columns) {
    std::size_t count = 0;
    float least = 0, shares = 0;
    while (count < columns.size() && (count == 0 || least + ui.px(columns[count].least_width) <= box.w)) {
        least += ui.px(columns[count].least_width);
        shares += columns[count].share;
        ++count;
    }
    const float spare = std::max(0.f, box.w - least);
    std::vector<Box> places;
    float x = box.x;
    for (std::size_t i = 0; i < count; ++i) {
        const float width = std::min(box.w, ui.px(columns[i].least_width)) + (shares > 0 ? spare * columns[i].share / shares : 0);
        places.push_back({x, box.y, width, box.h});
        x += width;
    }
    return places;
}

/// Row numbers count the header as 1, as aria-rowindex does.
Node row_node(std::uint32_t id, Box box, int row) {
    Node node = make_node(Aria::row, id, "", box);
    node.position = row + 2;
    return node;
}

bool header_cell(Ui& ui, Box box, std::size_t index, const TableColumn& column, TableState& state) {
    const bool is_sorted = state.sort == static_cast<int>(index);
    ImGui::PushID(static_cast<int>(index));
    Node cell = make_node(Aria::columnheader, id_of("cell"), "", box);
    cell.column = static_cast<int>(index) + 1;
    if (is_sorted) cell.states = state.is_descending ? semantics::sorted_down : semantics::sorted_up;
    Container inside(ui, std::move(cell));
    const Touch touch = interact(ui, {box.x + 2, box.y + 2, box.w - 4, box.h - 4}, make_node(Aria::button, id_of("sort"), column.label, box), 4);
    ImGui::PopID();
    if (touch.is_hovered) paint(ui, {box.x + 2, box.y + 2, box.w - 4, box.h - 4}, ui.theme.hairline, 4);
    const ImU32 ink = is_sorted ? ui.theme.ink : ui.theme.muted;
    const float arrow = is_sorted ? ui.px(18) : 0;
    const Box room{box.x + ui.px(12), box.y, box.w - ui.px(20) - arrow, box.h};
    draw_text_in(ui, room, column.label, {Size::small, Weight::semibold, ink});
    if (is_sorted) {
        const float x = room.x + std::min(room.w, text_width(ui, column.label, {Size::small, Weight::semibold})) + ui.px(10);
        draw_icon(ui, {x, box.y + box.h / 2}, state.is_descending ? "arrow-down"_icon : "arrow-up"_icon, 14, ink);
    }
    if (!touch.was_activated) return false;
    if (!is_sorted) {
        state.earlier.insert(state.earlier.begin(), {state.sort, state.is_descending});
        std::erase_if(state.earlier, [&](const auto& one) { return one.first == static_cast<int>(index); });
        if (state.earlier.size() > kEarlierSorts) state.earlier.resize(kEarlierSorts);
    }
    state.is_descending = is_sorted && !state.is_descending;
    state.sort = static_cast<int>(index);
    return true;
}

void draw_cell(Ui& ui, Box box, const TableColumn& column, const Cell& cell, bool is_first) {
    const Box room{box.x + ui.px(12), box.y, box.w - ui.px(20), box.h};
    if (cell.level >= 0 && cell.level < 4) {
        const TextStyle style{Size::small, Weight::semibold, ui.theme.on_level[cell.level]};
        const float width = std::min(room.w, text_width(ui, cell.text, style) + ui.px(16));
        const Box chip{room.x, box.y + (box.h - ui.px(24)) / 2, width, ui.px(24)};
        paint(ui, chip, ui.theme.level[cell.level], 4);
        draw_text_in(ui, {chip.x + ui.px(8), chip.y, chip.w - ui.px(10), chip.h}, cell.text, style);
        return;
    }
    TextStyle style{Size::body, is_first ? Weight::semibold : Weight::regular, is_first ? ui.theme.ink : ui.theme.muted};
    if (column.is_number) {
        const float width = text_width(ui, cell.text, style);
        draw_text_in(ui, {std::max(room.x, room.right() - width), room.y, std::min(room.w, width + 1), room.h}, cell.text, style);
        return;
    }
    draw_text_in(ui, room, cell.text, style);
}

/// One row of the body; true when it was opened. Moves the current row by the arrow keys.
bool body_row(Ui& ui, Box box, int row, std::span<const Box> places, std::span<const TableColumn> columns, const TableRows& rows, TableState& state, int page) {
    ImGui::PushID(rows.id(row).c_str());
    Container line(ui, row_node(id_of("row"), box, row));
    const bool is_selected = row == rows.selected;
    if (is_selected) line.node().states |= semantics::selected;
    std::vector<Cell> cells;
    for (std::size_t i = 0; i < places.size(); ++i) cells.push_back(rows.cell(row, i));
    Touch touch;
    std::uint32_t pressed = 0;
    {
        Node first = make_node(Aria::rowheader, id_of("first"), "", {places[0].x, box.y, places[0].w, box.h});
        first.column = 1;
        Container head(ui, std::move(first));
        Node link = make_node(Aria::link, id_of("open"), cells[0].text, box);
        link.href = rows.href(row);
        link.keys = semantics::key_up | semantics::key_down | semantics::key_home | semantics::key_end | semantics::key_page_up | semantics::key_page_down;
        if (row != state.current) link.states |= semantics::untabbed;
        if (is_selected) link.states |= semantics::current;
        pressed = ui.events.key(link.id);
        if (ui.events.focused(link.id)) state.current = row;
        const Box inner{box.x + ui.px(3), box.y + ui.px(2), box.w - ui.px(6), box.h - ui.px(4)};
        if (is_selected) paint(ui, inner, ui.theme.primary_soft, 6);
        touch = interact(ui, inner, std::move(link), 4);
        if (touch.is_hovered && !is_selected) paint(ui, inner, ui.theme.raised, 6);
    }
    for (std::size_t i = 0; i < places.size(); ++i) {
        const Box place{places[i].x, box.y, places[i].w, box.h};
        draw_cell(ui, place, columns[i], cells[i], i == 0);
        if (i == 0) continue;
        Node node = make_node(Aria::cell, id_of(columns[i].label), cells[i].text, place);
        node.column = static_cast<int>(i) + 1;
        ui.tree.add(std::move(node));
    }
    ImGui::PopID();
    int target = row;
    if (pressed == semantics::key_down) target = row + 1;
    if (pressed == semantics::key_up) target = row - 1;
    if (pressed == semantics::key_page_down) target = row + page;
    if (pressed == semantics::key_page_up) target = row - page;
    if (pressed == semantics::key_home) target = 0;
    if (pressed == semantics::key_end) target = rows.count - 1;
    if (pressed) {
        state.current = std::clamp(target, 0, rows.count - 1);
        state.scroll_to = static_cast<float>(state.current);
    }
    paint(ui, {box.x + ui.px(12), box.bottom() - 1, box.w - ui.px(24), 1}, ui.theme.raised);
    return touch.was_activated;
}

}  // namespace

TableDeed table(Ui& ui, Box box, std::string_view key, std::string_view name, std::span<const TableColumn> columns, const TableRows& rows, TableState& state) {
    TableDeed deed;
    const float bar = ImGui::GetStyle().ScrollbarSize, height = ui.row_height();
    const Box head{box.x, box.y, box.w - bar, height};
    const std::vector<Box> places = lay_out(ui, head, columns);
    state.current = std::clamp(state.current, 0, std::max(0, rows.count - 1));

    Node node = make_node(Aria::table, id_of(key), name, box);
    node.size = rows.count + 1;
    node.column = static_cast<int>(places.size());
    Container whole(ui, std::move(node));
    ImGui::PushID(static_cast<int>(id_of(key)));
    {
        Container line(ui, row_node(id_of("header"), head, -1));
        for (std::size_t i = 0; i < places.size(); ++i) deed.sorted = header_cell(ui, places[i], i, columns[i], state) || deed.sorted;
    }
    paint(ui, {box.x, head.bottom() - 1, box.w, 1}, ui.theme.hairline);

    ImGui::SetCursorScreenPos({box.x, head.bottom()});
    ImGui::BeginChild("body", {box.w, box.h - height}, ImGuiChildFlags_None,
                      ImGuiWindowFlags_NoNav | ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_AlwaysVerticalScrollbar);
    const ImVec2 start = ImGui::GetCursorScreenPos();
    const float room = box.h - height;
    const int page = std::max(1, static_cast<int>(room / height) - 1);
    bool is_focus_wanted = false;
    if (state.scroll_to >= 0) {  // an arrow key moved on: show the row, then give it the focus
        const float top = state.scroll_to * height, now = ImGui::GetScrollY();
        if (top < now) ImGui::SetScrollY(top);
        if (top + height > now + room) ImGui::SetScrollY(top + height - room);
        is_focus_wanted = true;
        state.scroll_to = -1;
    }
    const float scroll = ImGui::GetScrollY();
    const int first = std::clamp(static_cast<int>(scroll / height), 0, rows.count);
    const int last = std::min(rows.count, static_cast<int>((scroll + room) / height) + 1);
    const auto draw = [&](int row) {
        const Box line{start.x, start.y + height * static_cast<float>(row), box.w - bar, height};
        if (body_row(ui, line, row, places, columns, rows, state, page)) deed.opened = row;
    };
    if (state.current < first && rows.count > 0) draw(state.current);  // what Tab reaches stays in the mirror
    for (int row = first; row < last; ++row) draw(row);
    if (state.current >= last && rows.count > 0) draw(state.current);
    if (state.scroll_to >= 0 || is_focus_wanted) {
        if (ui.wants_frame) *ui.wants_frame = true;
        ImGui::PushID(rows.id(state.current).c_str());
        ui.platform.focus(id_of("open"));
        ImGui::PopID();
    }
    ImGui::SetCursorScreenPos({start.x, start.y + height * static_cast<float>(rows.count)});
    ImGui::Dummy({1, 0});
    ImGui::EndChild();
    ImGui::PopID();
    return deed;
}

}  // namespace lisa::ui
