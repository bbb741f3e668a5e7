#include "ui/tree.h"

#include <algorithm>

namespace lisa::ui {
namespace {

constexpr float kNarrow = 520, kToggle = 28, kTitleShare = 0.66f;
constexpr std::uint32_t kWalking =
    semantics::key_up | semantics::key_down | semantics::key_left | semantics::key_right | semantics::key_home | semantics::key_end;

std::string name_of(const TreeItem& item) {
    std::string name = item.title;
    for (const std::string& part : {item.detail, item.state})
        if (!part.empty()) name += ", " + part;
    return name;
}

/// Where a key leads from an item; the item itself when it opens or closes there.
int target_of(std::span<const TreeItem> items, int at, std::uint32_t key) {
    const auto item = [&](int i) -> const TreeItem& { return items[static_cast<std::size_t>(i)]; };
    const int last = static_cast<int>(items.size()) - 1;
    switch (key) {
        case semantics::key_down: return std::min(at + 1, last);
        case semantics::key_up: return std::max(at - 1, 0);
        case semantics::key_home: return 0;
        case semantics::key_end: return last;
        case semantics::key_right: return item(at).is_open ? std::min(at + 1, last) : at;
        case semantics::key_left:
            if (item(at).is_open) return at;
            for (int i = at - 1; i >= 0; --i)
                if (item(i).level < item(at).level) return i;
            return at;
        default: return at;
    }
}

bool toggles(const TreeItem& item, std::uint32_t key) {
    return item.has_children && ((key == semantics::key_right && !item.is_open) || (key == semantics::key_left && item.is_open));
}

/// How it is: at the right end of the box, or from its left.
void draw_state(Ui& ui, Box box, const TreeItem& item, bool is_right) {
    if (item.state.empty()) return;
    const ToneLook look = look_of(ui.theme, item.tone);
    const TextStyle style{Size::small, Weight::regular, look.ink};
    const float icon = look.icon.glyph.empty() ? 0 : ui.px(20);
    const float width = std::min(box.w, text_width(ui, item.state, style) + icon + 1);
    if (is_right) box.x = box.right() - width;
    if (icon > 0) draw_icon(ui, {box.x + ui.px(8), box.y + box.h / 2}, look.icon, 15, look.ink);
    draw_text_in(ui, {box.x + icon, box.y, width - icon, box.h}, item.state, style);
}

/// The title with the state beside it, or below the detail where it is narrow.
void draw_words(Ui& ui, Box box, const TreeItem& item, bool is_narrow) {
    const float line = line_height(ui, Size::body), small = line_height(ui, Size::small);
    const TextStyle style{Size::body, Weight::semibold, item.is_faded ? ui.theme.muted : ui.theme.ink};
    const float room = is_narrow || item.state.empty() ? box.w : box.w * kTitleShare;
    const Box title{box.x, box.y + ui.px(5), std::min(room, text_width(ui, item.title, style) + 1), line};
    draw_text_in(ui, title, item.title, style);
    draw_text_in(ui, {box.x, title.bottom(), box.w, small}, item.detail, {Size::small, Weight::regular, ui.theme.muted});
    const float left = title.right() + ui.px(16);
    if (is_narrow) draw_state(ui, {box.x, title.bottom() + small, box.w, small}, item, false);
    else draw_state(ui, {left, title.y, box.right() - left, line}, item, true);
}

float height_of(const Ui& ui, const TreeItem& item, bool is_narrow) {
    const float words = line_height(ui, Size::body) + line_height(ui, Size::small) * (is_narrow && !item.state.empty() ? 2.f : 1.f);
    return words + ui.px(10);
}

}  // namespace

TreeDeed tree_view(Ui& ui, Column& column, std::string_view key, std::string_view name, std::span<const TreeItem> items, std::string& current) {
    TreeDeed deed;
    Container whole(ui, Aria::tree, key, name, {column.x, column.y, column.w, 0});
    ImGui::PushID(static_cast<int>(id_of(key)));
    const bool is_narrow = column.w < ui.px(kNarrow);
    const auto found = std::find_if(items.begin(), items.end(), [&](const TreeItem& item) { return item.id == current; });
    const int now = found == items.end() ? 0 : static_cast<int>(found - items.begin());
    int next = -1;
    for (int i = 0; i < static_cast<int>(items.size()); ++i) {
        const TreeItem& item = items[static_cast<std::size_t>(i)];
        const Box box = column.take(height_of(ui, item, is_narrow));
        ImGui::PushID(item.id.c_str());
        Node node = make_node(Aria::treeitem, id_of("item"), name_of(item), box);
        node.level = item.level;
        node.position = item.position;
        node.size = item.size;
        node.keys = kWalking;
        if (item.has_children) node.states |= semantics::expandable | (item.is_open ? semantics::expanded : 0u);
        if (i != now) node.states |= semantics::untabbed;
        const std::uint32_t id = node.id, pressed = ui.events.key(id);
        if (ui.events.focused(id)) current = item.id;
        Container inside(ui, std::move(node));
        const float left = box.x + ui.px(is_narrow ? 10 : 22) * static_cast<float>(item.level - 1), side = ui.px(ui.is_touch ? 44 : kToggle);
        const Box mark{left, box.y + (box.h - side) / 2, side, side};
        if (item.has_children) {
            Node toggle = make_node(Aria::button, id_of("toggle"), item.title, mark);  // the name of the item holds its own, as it must
            toggle.states = semantics::untabbed | semantics::expandable | (item.is_open ? semantics::expanded : 0u);
            if (interact(ui, mark, std::move(toggle), 4).was_activated) deed.toggled = i;
        }
        const Box row{box.x + ui.px(2), box.y + ui.px(1), box.w - ui.px(4), box.h - ui.px(2)};
        const Touch touch = interact(ui, box, id, 4);
        if (touch.is_hovered) paint(ui, row, ui.theme.raised, 6);
        if (item.has_children)
            draw_icon(ui, {mark.x + side / 2, mark.y + side / 2}, item.is_open ? "chevron-down"_icon : "chevron-right"_icon, 18, ui.theme.muted);
        draw_words(ui, {mark.right() + ui.px(4), box.y, box.right() - mark.right() - ui.px(12), box.h}, item, is_narrow);
        if (touch.was_activated) deed.opened = i;
        if (toggles(item, pressed)) deed.toggled = i;
        else if (pressed) next = target_of(items, i, pressed);
        ImGui::PopID();
    }
    if (next >= 0) {
        current = items[static_cast<std::size_t>(next)].id;
        ImGui::PushID(current.c_str());
        ui.platform.focus(id_of("item"));
        ImGui::PopID();
    }
    ImGui::PopID();
    return deed;
}

}  // namespace lisa::ui
