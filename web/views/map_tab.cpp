// The picture of which information is in which system and where it flows: the open record in the middle, what it is tied
// to on both sides. Every box is a link that puts its own record in the middle; the tab with links is the list beside it.
#include <algorithm>

#include "domain/asset_system.h"
#include "i18n/catalog_words.h"
#include "views/screens.h"

namespace lisa::views {
namespace {

using namespace ui;

constexpr float kBoxHeight = 56, kGap = 14, kLeastWidth = 150, kLeastZoom = 0.6f, kMostZoom = 1.8f;

/// A neighbour in the picture, and what ties it to the middle.
struct Neighbour {
    const Record* record = nullptr;
    std::string tie{};
};

struct Picture {
    std::vector<Neighbour> left{}, right{};
};

void add(std::vector<Neighbour>& side, const Record* record, std::string tie) {
    if (!record) return;
    const auto found = std::find_if(side.begin(), side.end(), [&](const Neighbour& one) { return one.record == record; });
    if (found == side.end()) side.push_back({record, std::move(tie)});
    else if (found->tie.find(tie) == std::string::npos) found->tie += ", " + tie;
}

/// A system has its information and its sources to the left and what it sends on to the right; information has its
/// systems to the right.
Picture picture_of(const app::View& view, const Record& middle) {
    const Replica& replica = view.state.replica;
    const bool is_system = middle.entity == &kSystem;
    const std::size_t relation = position(kAssetSystem, "relation");
    Picture picture;
    const auto flow = [&](const Record& link) {
        std::string text = show(link, asset_system::asset.index, view.reader);
        if (link.get(asset_system::receiver_depends)) text += ", " + std::string(view.ui.say("map.depends"_tr));
        return text;
    };
    for (const Use& use : replica.uses_of(*middle.entity, middle.id)) {
        const Record& link = *use.record;
        if (link.entity == &kAssetSystem) {
            const Record* asset = replica.find(kAsset, link.text("asset"));
            const Record* system = replica.find(kSystem, link.text("system"));
            const Record* target = replica.find(kSystem, link.text("flows_to"));
            if (!is_system) {
                add(picture.right, system, show(link, relation, view.reader));
                add(picture.right, target, std::string(view.ui.say("map.sent"_tr)));
            } else if (use.field->name == "flows_to") {
                add(picture.left, system, flow(link));
            } else {
                add(picture.left, asset, show(link, relation, view.reader));
                add(picture.right, target, flow(link));
            }
        } else if (link.entity == middle.entity && use.field->name == "part_of") {
            add(picture.left, &link, std::string(view.ui.say("map.part"_tr)));
        } else if (is_system && link.entity->name == "agreement") {
            add(picture.right, &link, std::string(view.ui.say(entity_key(*link.entity).view())));
        }
    }
    if (const Record* whole = replica.find(*middle.entity, middle.text("part_of"))) add(picture.right, whole, std::string(view.ui.say("map.whole"_tr)));
    return picture;
}

void draw_box(app::View& view, Box box, const Record& record, const std::string& tie, bool is_middle) {
    Ui& ui = view.ui;
    const std::string title = title_of(record, view.reader);
    const app::Route route{.screen = app::Screen::reg, .entity = record.entity, .id = record.id, .tab = app::Tab::map};
    paint(ui, box, is_middle ? ui.theme.primary_soft : ui.theme.raised, 8);
    ImGui::PushID(record.id.c_str());
    Container item(ui, Aria::listitem, "box", "", box);
    Node node = make_node(Aria::link, id_of("open"), tie.empty() ? title : title + ", " + tie, box);
    node.href = app::path_of(route);
    if (is_middle) node.states |= semantics::current;
    const Touch touch = interact(ui, box, std::move(node), 8);
    outline(ui, box, touch.is_hovered || is_middle ? ui.theme.primary : ui.theme.field_line, 8);
    draw_icon(ui, {box.x + ui.px(20), box.y + box.h / 2}, Icon{find_icon(record.entity->icon)}, 18, ui.theme.primary);
    const Box text{box.x + ui.px(38), box.y, box.w - ui.px(46), box.h};
    draw_text_in(ui, {text.x, text.y, text.w, tie.empty() ? text.h : text.h * 0.58f}, title, {Size::body, Weight::semibold});
    if (!tie.empty()) draw_text_in(ui, {text.x, text.y + text.h * 0.48f, text.w, text.h * 0.46f}, tie, {Size::small, Weight::regular, ui.theme.muted});
    if (touch.was_activated) view.go(route);
    ImGui::PopID();
}

void draw_side(app::View& view, const std::vector<Neighbour>& side, Box room, Box middle, bool is_left, float zoom) {
    Ui& ui = view.ui;
    const float height = ui.px(kBoxHeight) * zoom, step = height + ui.px(kGap);
    for (std::size_t i = 0; i < side.size(); ++i) {
        const Box box{room.x, room.y + static_cast<float>(i) * step, room.w, height};
        const ImVec2 from = is_left ? ImVec2{box.right(), box.y + height / 2} : ImVec2{middle.right(), middle.y + middle.h / 2};
        const ImVec2 to = is_left ? ImVec2{middle.x, middle.y + middle.h / 2} : ImVec2{box.x, box.y + height / 2};
        const float bend = (to.x - from.x) / 2;
        ImGui::GetWindowDrawList()->AddBezierCubic(from, {from.x + bend, from.y}, {to.x - bend, to.y}, to, ui.theme.field_line, ui.px(1.5f));
        draw_box(view, box, *side[i].record, side[i].tie, false);
    }
}

/// On a narrow screen there is no room for lines: the same boxes under headings.
void draw_list(app::View& view, Column& column, const std::vector<Neighbour>& side, Tr title) {
    if (side.empty()) return;
    Ui& ui = view.ui;
    heading(ui, column, 2, ui.say(title));
    Container list(ui, Aria::list, "side." + std::string(ui.say(title)), ui.say(title), {column.x, column.y, column.w, 0});
    for (const Neighbour& one : side) {
        draw_box(view, column.take(ui.px(kBoxHeight)), *one.record, one.tie, false);
        column.gap(ui.px(8));
    }
    column.gap(ui.px(8));
}

}  // namespace

void map_tab(app::View& view, Column& column, const Record& record) {
    Ui& ui = view.ui;
    const Picture picture = picture_of(view, record);
    if (picture.left.empty() && picture.right.empty()) return paragraph(ui, column, ui.say("map.nothing"_tr), {Size::body, Weight::regular, ui.theme.muted});
    const std::size_t most = std::max({picture.left.size(), picture.right.size(), std::size_t{1}});
    if (column.w < ui.px(3 * kLeastWidth + 80)) {
        {
            Container list(ui, Aria::list, "map", ui.say("tab.map"_tr), {column.x, column.y, column.w, 0});
            draw_box(view, column.take(ui.px(kBoxHeight)), record, "", true);
        }
        column.gap(ui.px(16));
        draw_list(view, column, picture.left, "map.left"_tr);
        draw_list(view, column, picture.right, "map.right"_tr);
        return;
    }
    float& zoom = view.state.map_zoom;
    {
        ButtonRow row(ui, column);
        if (row.add("zoom_out", ui.say("map.smaller"_tr), {.icon = "minus"_icon, .is_disabled = zoom <= kLeastZoom})) zoom = std::max(kLeastZoom, zoom - 0.2f);
        if (row.add("zoom_in", ui.say("map.larger"_tr), {.icon = "plus"_icon, .is_disabled = zoom >= kMostZoom})) zoom = std::min(kMostZoom, zoom + 0.2f);
    }
    column.gap(ui.px(8));
    Container list(ui, Aria::list, "map", ui.say("tab.map"_tr), {column.x, column.y, column.w, 0});
    const float width = std::max(ui.px(kLeastWidth), column.w * 0.28f), height = ui.px(kBoxHeight) * zoom;
    const float tall = static_cast<float>(most) * (height + ui.px(kGap));
    const Box room = column.take(tall);
    const auto top = [&](std::size_t count) { return room.y + (tall - static_cast<float>(count) * (height + ui.px(kGap))) / 2; };
    const Box middle{room.x + (room.w - width) / 2, top(1), width, height};
    draw_side(view, picture.left, {room.x, top(picture.left.size()), width, tall}, middle, true, zoom);
    draw_box(view, middle, record, "", true);
    draw_side(view, picture.right, {room.right() - width, top(picture.right.size()), width, tall}, middle, false, zoom);
}

}  // namespace lisa::views
