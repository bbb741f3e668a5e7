// Mitt Lisa: who I am here, what waits for me, the registers I can open.
#include <algorithm>

#include "core/date.h"
#include "domain/catalog.h"
#include "i18n/catalog_words.h"
#include "views/screens.h"

namespace lisa::views {
namespace {

using namespace ui;

std::string unit_name(const app::View& view, const std::string& id) {
    const Record* unit = view.state.replica.find(kUnit, id);
    return unit ? title_of(*unit, view.reader) : std::string{};
}

void my_roles(app::View& view, Column& column) {
    Ui& ui = view.ui;
    heading(ui, column, 2, ui.say("home.roles"_tr));
    Container list(ui, Aria::list, "home.roles", "", {column.x, column.y, column.w, 0});
    for (const Grant& grant : view.state.replica.who().grants) {
        const std::string role(ui.say(WordKey{"role", facts(grant.role).name}.view()));
        const std::string text = role + " – " + unit_name(view, grant.unit);
        const Box row = column.take(line_height(ui, Size::body) + ui.px(6));
        draw_icon(ui, {row.x + ui.px(9), row.y + row.h / 2}, "key-round"_icon, 16, ui.theme.muted);
        draw_text_in(ui, {row.x + ui.px(28), row.y, row.w - ui.px(28), row.h}, text);
        add_node(ui, row, Aria::listitem, text);
    }
    column.gap(ui.px(24));
}

void my_drafts(app::View& view, Column& column) {
    Ui& ui = view.ui;
    const bool has_any = std::any_of(view.state.drafts.begin(), view.state.drafts.end(), [](const auto& entry) { return entry.second.is_dirty(); });
    if (!has_any) return;
    heading(ui, column, 2, ui.say("home.drafts"_tr));
    for (const auto& [id, draft] : view.state.drafts) {
        if (!draft.is_dirty()) continue;
        const Record* record = view.state.replica.find(*draft.entity, id);
        const std::string name = title_of(with_draft(record ? *record : Record{*draft.entity}, draft), view.reader);
        const std::string text = std::string(ui.say(entity_key(*draft.entity).view())) + ": " + (name.empty() ? std::string(ui.say("form.unnamed"_tr)) : name);
        const app::Route route{.screen = app::Screen::reg, .entity = draft.entity, .id = id, .is_new = draft.is_new, .tab = app::Tab::fields};
        if (link(ui, column, "draft." + id, text, app::path_of(route))) view.go(route);
        column.gap(ui.px(6));
    }
    column.gap(ui.px(18));
}

/// A card per register: what it is called, how much is in it, what it is for.
void registers(app::View& view, Column& column) {
    Ui& ui = view.ui;
    heading(ui, column, 2, ui.say("nav.registers"_tr));
    column.gap(ui.px(4));
    const float gap = ui.px(16);
    const int across = std::max(1, static_cast<int>((column.w + gap) / (ui.px(260) + gap)));
    const float width = (column.w - gap * static_cast<float>(across - 1)) / static_cast<float>(across);
    const float inner = width - ui.px(32);
    std::vector<const Entity*> shown;
    float tallest = 0;
    for (const Entity* entity : kCatalog) {
        if (!entity->in_menu || !allowed_somewhere(view.state.replica.who(), Right::read, *entity)) continue;
        shown.push_back(entity);
        tallest = std::max(tallest, draw_wrapped(ui, nullptr, ui.say(about_key(*entity).view()), inner, {Size::small}));
    }
    const float height = tallest + ui.px(76);
    Container list(ui, Aria::list, "home.registers", "", {column.x, column.y, column.w, 0});
    for (std::size_t i = 0; i < shown.size(); ++i) {
        const Entity& entity = *shown[i];
        const int place = static_cast<int>(i) % across;
        if (place == 0 && i > 0) column.gap(height + gap);
        const Box box{column.x + static_cast<float>(place) * (width + gap), column.y, width, height};
        Container item(ui, Aria::listitem, "card." + std::string(entity.name), "", box);
        Node node = make_node(Aria::link, id_of(entity.name), ui.say(entities_key(entity).view()), box);
        node.description = std::string(ui.say(about_key(entity).view()));
        node.href = "/register/" + std::string(entity.name);
        paint(ui, box, ui.theme.surface, 10);
        const Touch touch = interact(ui, box, std::move(node), 10);
        outline(ui, box, touch.is_hovered ? ui.theme.primary : ui.theme.hairline, 10);
        draw_icon(ui, {box.x + ui.px(26), box.y + ui.px(28)}, Icon{find_icon(entity.icon)}, 20, ui.theme.primary);
        const std::string total = std::to_string(rows_of(view, entity).total);
        const float total_width = text_width(ui, total, {Size::large, Weight::semibold});
        draw_text_in(ui, {box.x + ui.px(44), box.y + ui.px(10), width - ui.px(64) - total_width, ui.px(36)}, ui.say(entities_key(entity).view()),
                     {Size::body, Weight::semibold});
        draw_text_in(ui, {box.right() - ui.px(16) - total_width, box.y + ui.px(10), total_width + 1, ui.px(36)}, total,
                     {Size::large, Weight::semibold, ui.theme.muted});
        const ImVec2 at{box.x + ui.px(16), box.y + ui.px(56)};
        draw_wrapped(ui, &at, ui.say(about_key(entity).view()), inner, {Size::small, Weight::regular, ui.theme.muted});
        if (touch.was_activated) view.go({.screen = app::Screen::reg, .entity = &entity});
    }
    column.gap(height + ui.px(24));
}

}  // namespace

void home(app::View& view, Box box) {
    Ui& ui = view.ui;
    Scroll scroll(ui, "home", box, box.w < ui.px(600) ? 16 : 32);
    Column& column = scroll.column;
    column.w = std::min(column.w, ui.px(1120));
    const std::string given = view.state.name.substr(0, view.state.name.find(' '));
    heading(ui, column, 1, fill(ui.say("home.hello"_tr), {{"name", given}}));
    paragraph(ui, column, ui.say(view.state.is_demo ? "home.demo"_tr : "home.lead"_tr), {Size::body, Weight::regular, ui.theme.muted});
    column.gap(ui.px(24));
    if (const std::size_t refused = view.state.replica.count(Pending::State::refused); refused > 0) {
        notice(ui, column, ui.say("home.refused"_tr), Tone::danger, Aria::alert);
        if (button(ui, column, "refused", ui.say("toast.look"_tr), {.kind = Kind::primary})) view.go({.screen = app::Screen::outbox});
        column.gap(ui.px(24));
    }
    my_drafts(view, column);
    my_roles(view, column);
    registers(view, column);
}

void nowhere(app::View& view, Box box) {
    Ui& ui = view.ui;
    Scroll scroll(ui, "nowhere", box, 32);
    heading(ui, scroll.column, 1, ui.say("nowhere.title"_tr));
    paragraph(ui, scroll.column, ui.say("nowhere.text"_tr));
    scroll.column.gap(ui.px(16));
    if (button(ui, scroll.column, "home", ui.say("nav.home"_tr), {.kind = Kind::primary})) view.go({});
}

}  // namespace lisa::views
