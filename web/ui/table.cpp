#include "ui/table.h"

#include <imgui_internal.h>

#include <algorithm>
#include <utility>

#include "ui/pages.h"

namespace lisa::ui {
namespace {

constexpr std::uint32_t kKeys = semantics::key_up | semantics::key_down | semantics::key_left | semantics::key_right | semantics::key_home |
                                semantics::key_end | semantics::key_page_up | semantics::key_page_down | semantics::key_enter | semantics::key_escape |
                                semantics::key_space | semantics::key_f2 | semantics::key_copy | semantics::key_paste;

/// The columns that fit, or read as text all, with their places.
std::vector<Box> lay_out(const Ui& ui, Box box, std::span<const TableColumn> columns) {
    std::size_t count = 0;
    float least = 0, shares = 0;
    while (count < columns.size() && (count == 0 || ui.is_text || least + ui.px(columns[count].least_width) <= box.w)) {
        least += ui.px(columns[count].least_width);
        shares += columns[count].share;
        ++count;
    }
    if (ui.is_text) box.w = std::max(box.w, least);
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

/// A heading that sorts by its column; true when it did.
bool header_cell(Ui& ui, Box box, std::size_t index, const TableColumn& column, TableState& state) {
    const int place = static_cast<int>(index);
    const bool is_sorted = state.sort == place;
    ImGui::PushID(place);
    Node cell = make_node(Aria::columnheader, id_of("cell"), "", box);
    cell.column = place + 1;
    if (is_sorted) cell.states = state.is_descending ? semantics::sorted_down : semantics::sorted_up;
    Container inside(ui, std::move(cell));
    Node sort = make_node(Aria::button, id_of("sort"), column.label, box);
    if (state.current != -1 || state.column != place) sort.states = semantics::untabbed;
    if (ui.events.focused(sort.id)) state.current = -1, state.column = place;
    const Touch touch = interact(ui, {box.x + 2, box.y, box.w - 4, box.h}, std::move(sort), 4);
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
        std::erase_if(state.earlier, [&](const auto& one) { return one.first == place; });
        if (state.earlier.size() > kEarlierSorts) state.earlier.resize(kEarlierSorts);
    }
    state.is_descending = is_sorted && !state.is_descending;
    state.sort = place;
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

/// What the rows share while they are drawn.
struct Body {
    Ui& ui;
    std::span<const Box> places;
    std::span<const TableColumn> columns;
    const TableRows& rows;
    TableState& state;
    TableDeed& deed;

    bool is_current(int row, int column) const { return row == state.current && column == state.column; }
    void go_to(int row, int column) const { state.current = row, state.column = column; }
};

/// Picks a row, or no longer; with Shift all from the one picked before.
void pick(const TableRows& rows, TableState& state, int row, bool is_range) {
    if (is_range) {
        int anchor = 0;
        while (anchor < rows.count && rows.id(anchor) != state.anchor) ++anchor;
        if (anchor == rows.count) anchor = row;
        for (int i = std::min(anchor, row); i <= std::max(anchor, row); ++i) state.picked.insert(rows.id(i));
        return;
    }
    const std::string id = rows.id(row);
    if (state.picked.erase(id) == 0) state.picked.insert(id);
    state.anchor = id;
}

/// The keys of a spreadsheet. Only the first cell, a link, takes Enter itself.
void press(const semantics::Event& pressed, std::span<const TableColumn> columns, const TableRows& rows, TableState& state, TableDeed& deed, int page) {
    const int row = state.current, last = rows.count - 1;
    const bool is_in_row = row >= 0;
    switch (pressed.key) {
        case semantics::key_copy: deed.copied = true; return;
        case semantics::key_paste: deed.pasted = pressed.text; return;
        case semantics::key_escape: state.picked.clear(); return;
        case semantics::key_f2:
            if (is_in_row) deed.edited = row;
            return;
        case semantics::key_enter:
            if (is_in_row) (columns[static_cast<std::size_t>(state.column)].is_editable ? deed.edited : deed.opened) = row;
            return;
        case semantics::key_space:
            if (is_in_row) pick(rows, state, row, pressed.shift);
            return;
        case semantics::key_up: state.current = row - 1; break;
        case semantics::key_down: state.current = row + 1; break;
        case semantics::key_page_up: state.current = std::max(0, row - page); break;
        case semantics::key_page_down: state.current = row + page; break;
        case semantics::key_left: --state.column; break;
        case semantics::key_right: ++state.column; break;
        case semantics::key_home: state.column = 0; break;
        case semantics::key_end: state.column = state.shown - 1; break;
        default: return;
    }
    if (pressed.control && pressed.key == semantics::key_home) state.current = 0;
    if (pressed.control && pressed.key == semantics::key_end) state.current = last;
    state.current = std::clamp(state.current, -1, last);
    state.column = std::clamp(state.column, 0, state.shown - 1);
    state.wants_focus = true;
    if (!pressed.shift || !is_in_row || state.current < 0) return;
    if (state.picked.empty()) state.anchor = rows.id(row);
    pick(rows, state, state.current, true);
}

/// The name of a row: a link that opens it.
void first_cell(Body& body, Box place, int row, const Cell& cell) {
    Ui& ui = body.ui;
    Node head = make_node(Aria::rowheader, id_of("first"), "", place);
    head.column = 1;
    Container inside(ui, std::move(head));
    Node link = make_node(Aria::link, id_of("open"), cell.text, place);
    link.href = body.rows.href(row);
    link.keys = semantics::key_space;
    if (!body.is_current(row, 0)) link.states |= semantics::untabbed;
    if (row == body.rows.opened) link.states |= semantics::current;
    const std::uint32_t id = link.id;
    if (ui.events.focused(id)) body.go_to(row, 0);
    const Touch touch = interact(ui, {place.x + ui.px(3), place.y + ui.px(2), place.w - ui.px(6), place.h - ui.px(4)}, std::move(link), 4);
    const semantics::Event* space = ui.events.find(id, semantics::Event::Kind::key);
    if (space || (touch.was_activated && body.state.is_picking)) pick(body.rows, body.state, row, space && space->shift);
    else if (touch.was_activated) body.go_to(row, 0), body.deed.opened = row;
}

/// Any other cell. A click moves there, with Control or Shift picks its row, twice edits; where nothing can be edited it opens.
void other_cell(Body& body, Box place, int row, int column, const Cell& cell, bool opens) {
    Ui& ui = body.ui;
    const bool is_editable = body.columns[static_cast<std::size_t>(column)].is_editable;
    Node node = make_node(Aria::gridcell, ImGui::GetID(column), cell.name.empty() ? cell.text : cell.name, place);
    const std::uint32_t id = node.id;
    node.column = column + 1;
    node.states = (body.is_current(row, column) ? 0u : semantics::untabbed) | (is_editable ? 0u : semantics::read_only);
    ui.tree.add(std::move(node));
    if (ui.events.focused(id)) {
        body.go_to(row, column);
        bring_into_view(ui, place);
    }
    const Box inner{place.x + ui.px(4), place.y + ui.px(4), place.w - ui.px(8), place.h - ui.px(8)};
    if (ui.focus.id == id && ui.focus.visible) ring(ui, inner, 4);
    else if (ui.focus.id == id) outline(ui, inner, ui.theme.primary, 4);
    const semantics::Event* click = ui.events.find(id, semantics::Event::Kind::activate);
    if (!click) return;
    body.go_to(row, column);
    if (click->shift || click->control || body.state.is_picking) pick(body.rows, body.state, row, click->shift);
    else if (opens) body.deed.opened = row;
    else if (click->is_twice) body.deed.edited = row;
}

void body_row(Body& body, Box box, int row, bool opens) {
    Ui& ui = body.ui;
    const std::string id = body.rows.id(row);
    ImGui::PushID(id.c_str());
    Container line(ui, row_node(id_of("row"), box, row));
    const bool is_picked = body.state.picked.contains(id);
    if (is_picked) line.node().states |= semantics::selected;
    const Box inner{box.x + ui.px(3), box.y + ui.px(2), box.w - ui.px(6), box.h - ui.px(4)};
    const bool is_hovered = box.holds(ImGui::GetIO().MousePos) && ImGui::IsWindowHovered();
    if (row == body.rows.opened || is_picked) paint(ui, inner, ui.theme.primary_soft, 6);
    else if (is_hovered) paint(ui, inner, ui.theme.raised, 6);
    if (is_picked) paint(ui, {inner.x, inner.y, ui.px(4), inner.h}, ui.theme.primary, 2);
    for (std::size_t i = 0; i < body.places.size(); ++i) {
        const Box place{body.places[i].x, box.y, body.places[i].w, box.h};
        const Cell cell = body.rows.cell(row, i);
        if (i == 0) first_cell(body, place, row, cell);
        else other_cell(body, place, row, static_cast<int>(i), cell, opens);
        draw_cell(ui, place, body.columns[i], cell, i == 0);
        if (row == body.rows.edited_row && static_cast<int>(i) == body.rows.edited_column) body.deed.cell = place;
    }
    ImGui::PopID();
    paint(ui, {box.x + ui.px(12), box.bottom() - 1, box.w - ui.px(24), 1}, ui.theme.raised);
}

/// Shows a row by scrolling the present window as little as possible.
void scroll_to(int row, float height, float room) {
    const float top = static_cast<float>(row) * height, now = ImGui::GetScrollY();
    if (top < now) ImGui::SetScrollY(top);
    if (top + height > now + room) ImGui::SetScrollY(top + height - room);
}

/// Which rows the present window shows: those on its page, or those scrolled into sight.
RowRange rows_in_sight(const Ui& ui, const TableRows& rows, const TableState& state, float scroll, float room) {
    if (ui.is_text) return page_of(state.current, rows.count, state.page);
    const float height = ui.row_height();
    return {std::clamp(static_cast<int>(scroll / height), 0, rows.count), std::min(rows.count, static_cast<int>((scroll + room) / height) + 1)};
}

/// The row by which one finds the place again once one has scrolled: the current one while it is in sight, else the first that
/// is seen whole.
std::string place_of(const TableRows& rows, const TableState& state, float scroll, float room, float height) {
    const auto top = static_cast<int>((scroll + height - 1) / height), bottom = static_cast<int>((scroll + room) / height);
    const bool is_in_sight = state.current >= static_cast<int>(scroll / height) && state.current <= bottom;
    const int row = is_in_sight ? state.current : top;
    return top > 0 && row < rows.count ? rows.id(row) : std::string{};
}

TableDeed grid(Ui& ui, Box box, std::string_view key, std::string_view name, std::span<const TableColumn> columns, const TableRows& rows, TableState& state) {
    TableDeed deed;
    const float bar = ImGui::GetStyle().ScrollbarSize, height = ui.row_height(), room = box.h - height;
    const Box head{box.x, box.y, box.w - bar, height};
    const std::vector<Box> places = lay_out(ui, head, columns);
    state.shown = static_cast<int>(places.size());
    state.current = std::clamp(state.current, -1, rows.count - 1);
    state.column = std::clamp(state.column, 0, state.shown - 1);

    Node node = make_node(Aria::grid, id_of(key), name, box);
    node.size = rows.count + 1;
    node.column = state.shown;
    node.keys = kKeys;
    if (const semantics::Event* pressed = ui.events.find(node.id, semantics::Event::Kind::key); pressed)
        press(*pressed, columns, rows, state, deed, ui.is_text ? kPageRows : std::max(1, static_cast<int>(room / height) - 1));
    Container whole(ui, std::move(node));
    ImGui::PushID(static_cast<int>(id_of(key)));
    std::uint32_t wanted = 0;
    const bool gets_focus = std::exchange(state.wants_focus, false), is_shown = std::exchange(state.wants_sight, false) || gets_focus;
    {
        Container line(ui, row_node(id_of("header"), head, -1));
        for (std::size_t i = 0; i < places.size(); ++i) deed.sorted = header_cell(ui, places[i], i, columns[i], state) || deed.sorted;
        if (state.current < 0) {
            ImGui::PushID(state.column);
            wanted = id_of("sort");
            ImGui::PopID();
        }
    }
    paint(ui, {box.x, head.bottom() - 1, box.w, 1}, ui.theme.hairline);

    ImGui::SetCursorScreenPos({box.x, head.bottom()});
    ImGui::BeginChild("body", {box.w, room}, ImGuiChildFlags_None,
                      ImGuiWindowFlags_NoNav | ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_AlwaysVerticalScrollbar);
    const ImVec2 start = ImGui::GetCursorScreenPos();
    if (is_shown && state.current >= 0) scroll_to(state.current, height, room);
    const float scroll = ImGui::GetScrollY();
    const auto [first, last] = rows_in_sight(ui, rows, state, scroll, room);
    state.page = first;
    const bool opens = ui.is_touch || std::none_of(columns.begin(), columns.end(), [](const TableColumn& column) { return column.is_editable; });
    Body body{ui, places, columns, rows, state, deed};
    const auto draw = [&](int row) { body_row(body, {start.x, start.y + height * static_cast<float>(row), box.w - bar, height}, row, opens); };
    // What Tab reaches stays in the mirror.
    const int current = state.current;
    if (current >= 0 && current < first) draw(current);
    for (int row = first; row < last; ++row) draw(row);
    if (current >= last) draw(current);
    deed.cell.y = std::clamp(deed.cell.y, head.bottom(), std::max(head.bottom(), box.bottom() - height));
    state.current_id = state.current >= 0 ? rows.id(state.current) : "";
    if (!ui.is_text) state.place_id = is_shown ? state.place_id : place_of(rows, state, scroll, room, height);
    if (state.current >= 0) {
        ImGui::PushID(state.current_id.c_str());
        wanted = state.column == 0 ? id_of("open") : ImGui::GetID(state.column);
        ImGui::PopID();
    }
    if (is_shown && ui.wants_frame) *ui.wants_frame = true;
    if (gets_focus && (rows.edited_row != state.current || rows.edited_column != state.column)) ui.platform.focus(wanted);
    ImGui::SetCursorScreenPos({start.x, start.y + height * static_cast<float>(rows.count)});
    ImGui::Dummy({1, 0});
    ImGui::EndChild();
    ImGui::PopID();
    return deed;
}

}  // namespace

TableDeed table(Ui& ui, Box box, std::string_view key, std::string_view name, std::span<const TableColumn> columns, const TableRows& rows, TableState& state) {
    const TableDeed deed = grid(ui, box, key, name, columns, rows, state);
    if (!ui.is_text || rows.count <= kPageRows) return deed;
    Column foot{box.x, box.bottom() - ui.row_height(), box.w};
    if (const int first = page_turner(ui, foot, key, page_of(-1, rows.count, state.page), rows.count); first >= 0) {
        state.current = first;
        state.current_id = rows.id(first);  // the place that is kept when rows come or go before the next frame
        state.column = 0;
        state.wants_focus = true;
        if (ui.wants_frame) *ui.wants_frame = true;
    }
    return deed;
}

}  // namespace lisa::ui
