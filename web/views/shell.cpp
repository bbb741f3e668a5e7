#include "views/shell.h"

#include <imgui_internal.h>

#include <algorithm>
#include <utility>

#include "domain/menu.h"
#include "i18n/catalog_words.h"
#include "views/menu_pages.h"
#include "views/screens.h"

namespace lisa::views {
namespace {

using namespace ui;
using app::Overlay;
using app::Route;
using app::Screen;

constexpr float kHeaderHeight = 56, kNavWidth = 280, kSpacedNavWidth = 330, kNarrow = 900;
/// Below it the banner has what one needs at once; language and the like are on the page Anpassa.
constexpr float kRoomy = 480;

/// Of what one presses in the banner and the navigation.
float tool_size(const Ui& ui) { return ui.px(ui.is_touch ? 44 : 36); }

/// One line of the navigation: an icon, a word and, where it tells something, a number.
void nav_item(app::View& view, Column& column, std::string_view key, std::string_view label, std::string_view glyph, Route route, std::size_t count) {
    Ui& ui = view.ui;
    const bool is_current = view.state.route.screen == route.screen && view.state.route.entity == route.entity;
    const Box box{column.x + ui.px(8), column.y, column.w - ui.px(16), tool_size(ui)};
    column.gap(box.h + ui.px(2));
    Container item(ui, Aria::listitem, "item." + std::string(key), "", box);
    Node node = make_node(Aria::link, id_of(key), label, box);
    node.href = app::path_of(route);
    if (is_current) node.states |= semantics::current;
    const bool is_hovered = ImGui::IsMouseHoveringRect({box.x, box.y}, {box.right(), box.bottom()});
    if (is_current) paint(ui, box, ui.theme.primary_soft, 6);
    else if (is_hovered) paint(ui, box, ui.theme.raised, 6);
    const Touch touch = interact(ui, box, std::move(node));
    const ImU32 ink = is_current ? ui.theme.primary : ui.theme.ink;
    draw_icon(ui, {box.x + ui.px(20), box.y + box.h / 2}, Icon{glyph}, 18, is_current ? ui.theme.primary : ui.theme.muted);
    const float taken = count > 0 ? text_width(ui, std::to_string(count), {Size::small}) + ui.px(16) : 0;
    draw_text_in(ui, {box.x + ui.px(40), box.y, box.w - ui.px(48) - taken, box.h}, label, {Size::body, is_current ? Weight::semibold : Weight::regular, ink});
    if (count > 0) {
        const std::string digits = std::to_string(count);
        const float width = text_width(ui, digits, {Size::small});
        draw_text_in(ui, {box.right() - ui.px(12) - width, box.y, width + 1, box.h}, digits, {Size::small, Weight::regular, ui.theme.muted});
    }
    if (touch.was_activated) view.go(std::move(route));
}

/// The pages of one part of the navigation.
void nav_pages(app::View& view, Column& column, std::string_view part) {
    const std::size_t waiting = view.state.replica.outbox().size() + view.state.unreadable;
    for (const MenuPage* page : menu_pages(view))
        if (page->part == part)
            nav_item(view, column, page->key, view.ui.say(page->words), page->icon.glyph, {.screen = page->screen},
                     page->screen == Screen::outbox ? waiting : 0);
}

void nav_heading(Ui& ui, Column& column, std::string_view words) {
    column.gap(ui.px(14));
    Column inner{column.x + ui.px(20), column.y, column.w - ui.px(28)};
    const Box box = inner.take(line_height(ui, Size::small));
    draw_text_in(ui, box, words, {Size::small, Weight::semibold, ui.theme.muted});
    add_node(ui, box, Aria::heading, words, 2);
    column.y = inner.y + ui.px(4);
}

void navigation(app::View& view, Box box) {
    Ui& ui = view.ui;
    paint(ui, box, ui.theme.surface);
    paint(ui, {box.right() - 1, box.y, 1, box.h}, ui.theme.hairline);
    Node node = make_node(Aria::navigation, id_of("nav"), ui.say("nav.label"_tr), box);
    if (view.state.nav_is_open) node.keys = semantics::key_escape;
    if (ui.events.key(node.id) == semantics::key_escape) {
        view.state.nav_is_open = false;
        ui.platform.focus(id_of("menu"));
    }
    Container nav(ui, std::move(node));
    Scroll scroll(ui, "nav.scroll", box);
    scroll.column.gap(ui.px(12));
    {
        Container list(ui, Aria::list, "nav.main", "", box);
        nav_pages(view, scroll.column, "main");
    }
    for (const MenuGroup& group : kMenu) {
        const std::vector<const Entity*> shown = readable(view, group);
        if (shown.empty()) continue;
        const std::string words = std::string(ui.say(WordKey{"menu", group.name}.view()));
        nav_heading(ui, scroll.column, words);
        Container list(ui, Aria::list, "nav." + std::string(group.name), words, box);
        nav_pages(view, scroll.column, group.name);
        for (const Entity* entity : shown)
            nav_item(view, scroll.column, entity->name, ui.say(entities_key(*entity).view()), find_icon(entity->icon),
                     {.screen = Screen::reg, .entity = entity}, view.state.replica.count(*entity));
    }
    const std::string_view about = ui.say("nav.about"_tr);
    nav_heading(ui, scroll.column, about);
    Container list(ui, Aria::list, "nav.about", about, box);
    nav_pages(view, scroll.column, "about");
}

struct Connection {
    std::string text;
    Icon icon;
    ImU32 ink;
};

/// The state of connection and unsent changes, in one short sentence.
Connection connection_of(const app::View& view) {
    const Ui& ui = view.ui;
    const app::State& state = view.state;
    const std::size_t refused = state.replica.count(Pending::State::refused), kept = state.replica.count(Pending::State::kept);
    const auto counted = [&](std::size_t n, Tr words) { return fill(ui.say(words), {{"count", std::to_string(n)}}); };
    if (state.unreadable > 0) return {counted(state.unreadable, "status.unreadable"_tr), "triangle-alert"_icon, ui.theme.danger};
    if (refused > 0) return {counted(refused, "status.refused"_tr), "triangle-alert"_icon, ui.theme.danger};
    if (!state.is_connected && kept > 0) return {counted(kept, "status.waiting"_tr), "cloud-off"_icon, ui.theme.warning};
    if (!state.is_connected) return {std::string(ui.say("status.offline"_tr)), "cloud-off"_icon, ui.theme.warning};
    if (kept > 0) return {counted(kept, "status.sending"_tr), "cloud-upload"_icon, ui.theme.primary};
    if (state.replica.count(Pending::State::sent) > 0) return {std::string(ui.say("status.sent"_tr)), "cloud-upload"_icon, ui.theme.primary};
    return {std::string(ui.say("status.saved"_tr)), "cloud"_icon, ui.theme.muted};
}

void connection(app::View& view, float& right, Box bar, bool is_narrow) {
    Ui& ui = view.ui;
    const Connection now = connection_of(view);
    const TextStyle style{Size::small, Weight::semibold, now.ink};
    const float size = tool_size(ui), width = is_narrow ? size : text_width(ui, now.text, style) + ui.px(40);
    const Box box{right - width, bar.y + (bar.h - size) / 2, width, size};
    right = box.x - ui.px(4);
    Node status = make_node(Aria::status, id_of("connection.status"), now.text, box);
    status.states = semantics::unseen;
    ui.tree.add(std::move(status));
    Node node = make_node(Aria::link, id_of("connection"), now.text, box);
    node.href = "/vantar";
    const Touch touch = interact(ui, box, std::move(node));
    if (touch.is_hovered) paint(ui, box, ui.theme.raised, 6);
    draw_icon(ui, {box.x + ui.px(18), box.y + box.h / 2}, now.icon, 18, now.ink);
    if (!is_narrow) draw_text_in(ui, {box.x + ui.px(32), box.y, box.w - ui.px(32), box.h}, now.text, style);
    if (touch.was_activated) view.go({.screen = Screen::outbox});
}

bool tool(Ui& ui, float& right, Box bar, std::string_view key, std::string_view label, std::string_view shown, Icon icon) {
    ButtonLook look{.kind = Kind::quiet, .icon = icon, .shows_label = false};
    const float size = tool_size(ui);
    const float width = shown.empty() ? size : text_width(ui, shown, {Size::body, Weight::semibold}) + ui.px(20);
    const Box box{right - width, bar.y + (bar.h - size) / 2, width, size};
    right = box.x - ui.px(2);
    if (shown.empty()) return button_at(ui, box, key, label, look);
    Node node = make_node(Aria::button, id_of(key), label, box);
    const Touch touch = interact(ui, box, std::move(node));
    if (touch.is_hovered) paint(ui, box, ui.theme.raised, 6);
    draw_text_in(ui, {box.x + ui.px(10), box.y, box.w, box.h}, shown, {Size::body, Weight::semibold, ui.theme.primary});
    return touch.was_activated;
}

void header(app::View& view, Box bar, bool is_narrow) {
    Ui& ui = view.ui;
    paint(ui, bar, ui.theme.surface);
    paint(ui, {bar.x, bar.bottom() - 1, bar.w, 1}, ui.theme.hairline);
    Container banner(ui, Aria::banner, "header", "", bar);
    float left = bar.x + ui.px(8);
    if (is_narrow) {
        const float side = tool_size(ui);
        const Box box{left, bar.y + (bar.h - side) / 2, side, side};
        const bool is_open = view.state.nav_is_open;
        const std::uint32_t states = semantics::expandable | (is_open ? semantics::expanded : 0u);
        if (button_at(ui, box, "menu", ui.say("nav.menu"_tr), {.kind = Kind::quiet, .icon = "menu"_icon, .shows_label = false, .states = states}))
            view.state.nav_is_open = !is_open;
        left = box.right() + ui.px(4);
    } else {
        left += ui.px(12);
    }
    const TextStyle mark{Size::large, Weight::semibold, ui.theme.primary};
    const Box logo{left, bar.y + ui.px(10), text_width(ui, "Lisa", mark), bar.h - ui.px(20)};
    if (link_at(ui, logo, "logo", "Lisa", "/", mark)) view.go({});
    left = logo.right() + ui.px(16);

    const FromRight reading(ui);
    float right = bar.right() - ui.px(12);
    if (tool(ui, right, bar, "sign_out", ui.say("header.sign_out"_tr), "", "log-out"_icon))
        view.commands.push_back([](app::App& app) { app.open(Overlay::sign_out); });
    const std::string& name = view.state.name;
    const float name_width = text_width(ui, name, {Size::small, Weight::semibold});
    if (ui.is_text || bar.w > ui.px(1000)) {
        const Box box{right - name_width - ui.px(12), bar.y, name_width, bar.h};
        draw_text_in(ui, box, name, {Size::small, Weight::semibold, ui.theme.ink});
        add_node(ui, box, Aria::paragraph, fill(ui.say("header.who"_tr), {{"name", name}}));
        right = box.x - ui.px(12);
    }
    const bool is_swedish = ui.language == Language::swedish, has_room = ui.is_text || bar.w > ui.px(kRoomy);
    if (has_room && tool(ui, right, bar, "language", ui.say("header.language"_tr), is_swedish ? "EN" : "SV", {}))
        view.commands.push_back([is_swedish](app::App& app) { app.set_language(is_swedish ? Language::english : Language::swedish); });
    if (has_room && tool(ui, right, bar, "preferences", ui.say("nav.preferences"_tr), "", "sliders-horizontal"_icon)) view.go({.screen = Screen::preferences});
    if (tool(ui, right, bar, "help", ui.say("header.help"_tr), "", "circle-question-mark"_icon))
        view.commands.push_back([](app::App& app) { app.open(Overlay::help); });
    connection(view, right, bar, bar.w < ui.px(760));
    const float room = right - left - ui.px(8);
    const float width = std::min(room, ui.px(420));
    const float height = tool_size(ui);
    const Box box{left + ui.px(4), bar.y + (bar.h - height) / 2, width, height};
    if (width < ui.px(120)) {
        if (tool(ui, right, bar, "search", ui.say("header.search"_tr), "", "search"_icon))
            view.commands.push_back([](app::App& app) { app.open(Overlay::palette); });
        return;
    }
    Node node = make_node(Aria::button, id_of("search"), ui.say("header.search"_tr), box);
    const Touch touch = interact(ui, box, std::move(node));
    paint(ui, box, touch.is_hovered ? ui.theme.raised : ui.theme.background, 6);
    outline(ui, box, ui.theme.hairline, 6);
    draw_icon(ui, {box.x + ui.px(18), box.y + box.h / 2}, "search"_icon, 16, ui.theme.muted);
    const float keys = text_width(ui, "Ctrl K", {Size::small}) + ui.px(14);
    draw_text_in(ui, {box.x + ui.px(34), box.y, box.w - ui.px(40) - keys, box.h}, ui.say("header.search"_tr), {Size::body, Weight::regular, ui.theme.muted});
    if (box.w > ui.px(220)) draw_text_in(ui, {box.right() - keys, box.y, keys, box.h}, "Ctrl K", {Size::small, Weight::regular, ui.theme.muted});
    if (touch.was_activated) view.commands.push_back([](app::App& app) { app.open(Overlay::palette); });
}

/// While it lives, what is drawn is searched for the words of the bar.
class Searching {
public:
    explicit Searching(app::View& view) : m_view(view), m_before(view.state.find.words.count) {
        if (!view.state.find.is_open || view.ui.is_text) return;
        view.state.find.words.count = 0;
        view.ui.find = &view.state.find.words;
    }
    ~Searching() {
        Find* find = std::exchange(m_view.ui.find, nullptr);
        if (!find) return;
        if (find->current >= find->count) find->current = 0;
        if (find->count != m_before || find->brings) *m_view.ui.wants_frame = true;
        find->brings = false;
    }
    Searching(const Searching&) = delete;
    Searching& operator=(const Searching&) = delete;

private:
    app::View& m_view;
    int m_before;
};

void screen(app::View& view, Box box) {
    Container main(view.ui, Aria::main, "main", "", box);
    if (view.state.needs_reload) {
        Column column{box.x + view.ui.px(24), box.y + view.ui.px(16), box.w - view.ui.px(48)};
        notice(view.ui, column, view.ui.say("status.reload"_tr), Tone::warning, Aria::alert);
        box.h -= column.y - box.y;
        box.y = column.y;
    }
    const float bar = find_bar(view, box);
    box.y += bar;
    box.h -= bar;
    const Searching searching(view);
    if (view.state.route.is_past()) return past_screen(view, box);
    switch (view.state.route.screen) {
        case Screen::home: return home(view, box);
        case Screen::reg: return register_screen(view, box);
        case Screen::figures: return figures_screen(view, box);
        case Screen::outbox: return outbox(view, box);
        case Screen::report: return report_screen(view, box);
        case Screen::may_i: return may_i_screen(view, box);
        case Screen::organisation: return organisation_screen(view, box);
        case Screen::trail: return trail_screen(view, box);
        case Screen::import: return import_screen(view, box);
        case Screen::preferences: return preferences_screen(view, box);
        case Screen::accessibility: return accessibility_screen(view, box);
        case Screen::unknown: return nowhere(view, box);
    }
}

}  // namespace

std::string title(const app::View& view) {
    const Route& route = view.state.route;
    const auto with = [&](std::string text) { return text + (route.is_past() ? ", " + route.day : "") + " – Lisa"; };
    if (const MenuPage* page = menu_page(route.screen)) return with(std::string(view.ui.say(page->words)));
    switch (route.screen) {
        case Screen::unknown: return with(std::string(view.ui.say("nowhere.title"_tr)));
        case Screen::import: return with(import_title(view));
        default: break;
    }
    const std::string list(view.ui.say(entities_key(*route.entity).view()));
    const Record* record = route.id.empty() ? nullptr : view.state.replica.find(*route.entity, route.id);
    if (const auto* removed = record ? nullptr : removed_row(view, *route.entity, route.id)) record = &removed->record;
    return with(record ? title_of(*record, view.reader) + " – " + list : list);
}

void shell(app::View& view) {
    Ui& ui = view.ui;
    const ImVec2 size = ImGui::GetIO().DisplaySize;
    ImGui::SetNextWindowPos({0, 0});
    ImGui::SetNextWindowSize(size);
    ImGui::Begin("##lisa", nullptr,
                 ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoNav |
                     ImGuiWindowFlags_NoBringToFrontOnFocus);
    paint(ui, {0, 0, size.x, size.y}, ui.theme.background);
    const bool is_narrow = ui.is_text || size.x < ui.px(kNarrow);
    const float top = ui.px(kHeaderHeight), side = is_narrow ? 0 : ui.px(ui.is_spaced ? kSpacedNavWidth : kNavWidth);
    header(view, {0, 0, size.x, top}, is_narrow);
    const bool has_sheet = is_narrow && view.state.nav_is_open;
    // Read as text both are there, and the page's style sheet folds the navigation where it is narrow.
    if (!is_narrow || has_sheet || ui.is_text) navigation(view, {0, top, is_narrow ? size.x : side, size.y - top});
    if (!has_sheet || ui.is_text) screen(view, {side, top, size.x - side, size.y - top});
    ImGui::End();
    overlays(view);
}

}  // namespace lisa::views

void lisa::app::View::go(Route route) const {
    commands.push_back([route = std::move(route)](App& app) { app.go(route); });
}
