// What floats over the screen: the search palette, the import, questions before something is lost, and short messages.
#include <imgui_internal.h>

#include <algorithm>
#include <utility>

#include "core/text.h"
#include "domain/catalog.h"
#include "domain/handover.h"
#include "domain/policy_text.h"
#include "i18n/catalog_words.h"
#include "ui/dialog.h"
#include "views/find.h"
#include "views/menu_pages.h"
#include "views/screens.h"

namespace lisa::views {
namespace {

using namespace ui;
using app::Overlay;

void close(app::View& view) {
    view.commands.push_back([](app::App& app) { app.open(Overlay::none); });
}

/// A question with an answer that does something and one that does not.
void confirm(app::View& view, std::string_view title, std::string_view text, std::string_view yes, Kind kind, app::Command act) {
    Ui& ui = view.ui;
    Dialog dialog(ui, "confirm", title, 460, view.state.overlay_height);
    paragraph(ui, dialog.column, text);
    dialog.column.gap(ui.px(20));
    {
        ButtonRow row(ui, dialog.column);
        if (row.add("yes", yes, {.kind = kind})) view.commands.push_back(std::move(act));
        if (std::exchange(view.state.overlay_is_fresh, false)) ui.platform.focus(id_of("yes"));
        if (row.add("no", ui.say("dialog.cancel"_tr), {.kind = Kind::quiet})) close(view);
    }
    if (dialog.was_dismissed) close(view);
}

void confirm_remove(app::View& view) {
    const app::Route& route = view.state.route;
    const Record* record = route.entity ? view.state.replica.find(*route.entity, route.id) : nullptr;
    if (!record) return close(view);
    const std::string title = fill(view.ui.say("remove.title"_tr), {{"name", title_of(*record, view.reader)}});
    confirm(view, title, view.ui.say("remove.text"_tr), view.ui.say("record.remove"_tr), Kind::danger, [copy = *record](app::App& app) { app.remove(copy); });
}

void confirm_remove_rows(app::View& view) {
    const Entity* entity = view.state.route.entity;
    if (!entity) return close(view);
    const auto counted = [&](Tr words) { return fill(view.ui.say(words), {{"count", std::to_string(rows_of(view, *entity).meant().size())}}); };
    confirm(view, counted("pick.remove_title"_tr), view.ui.say("pick.remove_text"_tr), counted("pick.remove_run"_tr), Kind::danger,
            [entity](app::App& app) { app.remove_rows(*entity); });
}

void confirm_sign_out(app::View& view) {
    Ui& ui = view.ui;
    const std::size_t waiting = view.state.replica.outbox().size();
    const std::string text = waiting > 0 ? fill(ui.say("sign_out.waiting"_tr), {{"count", std::to_string(waiting)}}) : std::string(ui.say("sign_out.text"_tr));
    confirm(view, ui.say("sign_out.title"_tr), text, ui.say("header.sign_out"_tr), Kind::primary, [](app::App& app) { app.sign_out(); });
}

void toast(app::View& view) {
    if (!view.state.toast) return;
    Ui& ui = view.ui;
    app::Toast& toast = *view.state.toast;
    const ImVec2 screen = ImGui::GetIO().DisplaySize;
    const float action = toast.action.empty() ? 0 : text_width(ui, toast.action, {Size::body, Weight::semibold}) + ui.px(24);
    const float width = std::min(screen.x - ui.px(32), text_width(ui, toast.text) + ui.px(40) + action);
    const float text_room = width - ui.px(32) - action;
    const float height = draw_wrapped(ui, nullptr, toast.text, text_room) + ui.px(24);
    const Box box{(screen.x - width) / 2, screen.y - height - ui.px(24), width, height};
    ImGui::SetNextWindowPos({box.x, box.y});
    ImGui::SetNextWindowSize({box.w, box.h});
    ImGui::Begin(
        "##toast", nullptr,
        ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoNav | ImGuiWindowFlags_NoBackground);
    ImGui::BringWindowToDisplayFront(ImGui::GetCurrentWindow());
    paint(ui, box, ui.theme.ink, 8);
    const ImVec2 at{box.x + ui.px(16), box.y + ui.px(12)};
    draw_wrapped(ui, &at, toast.text, text_room, {Size::body, Weight::regular, ui.theme.surface});
    Container status(ui, Aria::region, "toast.region", ui.say("toast.label"_tr), box);
    add_node(ui, {box.x, box.y, box.w - action, box.h}, Aria::paragraph, toast.text);
    if (action > 0) {
        const Box place{box.right() - action - ui.px(4), box.y + (box.h - ui.px(36)) / 2, action, ui.px(36)};
        const Touch touch = interact(ui, place, make_node(Aria::button, id_of("toast.action"), toast.action, place));
        if (touch.is_hovered) outline(ui, place, ui.theme.surface, 6);
        if (toast.is_held && !touch.is_focused && !touch.is_hovered) {
            constexpr int kAfterMs = 3000;  // once nobody is at it any more
            toast.until_ms = std::max(toast.until_ms, ui.platform.now_ms() + kAfterMs);
            ui.platform.wake(kAfterMs + 20);
        }
        toast.is_held = touch.is_focused || touch.is_hovered;
        draw_text_in(ui, {place.x + ui.px(12), place.y, place.w, place.h}, toast.action, {Size::body, Weight::semibold, ui.theme.surface});
        if (touch.was_activated) {
            view.commands.push_back([run = toast.run](app::App&) { run(); });
            view.state.toast.reset();
        }
    }
    ImGui::End();
}

/// What the palette offers: a place or a record.
struct Hit {
    std::string label, note;
    std::string_view glyph;
    app::Route route;
};

std::vector<Hit> hits(const app::View& view) {
    const Ui& ui = view.ui;
    const std::string& query = view.state.palette_query;
    constexpr std::size_t kMost = 10;
    std::vector<Hit> found;
    for (const MenuPage* page : menu_pages(view)) {
        const std::string name(ui.say(page->words));
        if (matches(fold(name), query)) found.push_back({name, std::string(ui.say("nav.label"_tr)), page->icon.glyph, {.screen = page->screen}});
    }
    for (const Entity* entity : kCatalog) {
        if (!entity->in_menu || !allowed_somewhere(view.state.replica.who(), Right::read, *entity)) continue;
        const std::string name(ui.say(entities_key(*entity).view()));
        if (matches(fold(name), query))
            found.push_back({name, std::string(ui.say("palette.register"_tr)), find_icon(entity->icon), {.screen = app::Screen::reg, .entity = entity}});
    }
    if (query.empty()) return found;
    std::vector<Found> records;
    for (const Entity* entity : kCatalog) {
        if (entity == &kSavedView) continue;  // a way to look at a list, found in the list
        for (Found& record : find_records(view, *entity, query, kMost)) records.push_back(std::move(record));
    }
    std::stable_sort(records.begin(), records.end(), [](const Found& a, const Found& b) { return a.rank < b.rank; });
    for (const Found& hit : records) {
        if (found.size() >= kMost) break;
        const Entity& entity = *hit.record->entity;
        app::Route route{.screen = app::Screen::reg, .entity = &entity, .id = hit.record->id};
        if (&entity == &kSection) route = {.screen = app::Screen::reg, .entity = &kDocument, .id = hit.record->get(section::document), .tab = app::Tab::read};
        found.push_back({hit.title, std::string(ui.say(entity_key(entity).view())), find_icon(entity.icon), route});
    }
    return found;
}

/// The hits as links; the current one is where Enter leads.
void show_hits(app::View& view, Column& column, const std::vector<Hit>& found, int current, bool enters) {
    Ui& ui = view.ui;
    Container list(ui, Aria::list, "hits", ui.say("palette.hits"_tr), {column.x, column.y, column.w, 0});
    for (std::size_t i = 0; i < found.size(); ++i) {
        const Hit& hit = found[i];
        const Box box = column.take(ui.row_height());
        ImGui::PushID(static_cast<int>(i));
        Container item(ui, Aria::listitem, "hit", "", box);
        const bool is_current = static_cast<int>(i) == current;
        if (is_current) paint(ui, box, ui.theme.primary_soft, 6);
        Node node = make_node(Aria::link, id_of("open"), hit.label + ", " + hit.note, box);
        node.href = app::path_of(hit.route);
        if (is_current) node.states |= semantics::current;  // what Enter leads to
        const Touch touch = interact(ui, box, std::move(node));
        draw_icon(ui, {box.x + ui.px(18), box.y + box.h / 2}, Icon{hit.glyph}, 17, ui.theme.muted);
        const float note = text_width(ui, hit.note, {Size::small});
        draw_text_in(ui, {box.x + ui.px(36), box.y, box.w - ui.px(60) - note, box.h}, hit.label);
        draw_text_in(ui, {box.right() - note - ui.px(10), box.y, note + 1, box.h}, hit.note, {Size::small, Weight::regular, ui.theme.muted});
        if (touch.was_activated || (is_current && enters)) view.go(hit.route);
        ImGui::PopID();
    }
}

/// What Enter leads to, of how many hits; said too, since the focus stays where one types.
void say_current(Ui& ui, Column& column, const std::vector<Hit>& found, int current) {
    std::string text(ui.say("register.no_hits"_tr));
    if (!found.empty()) {
        const Hit& hit = found[static_cast<std::size_t>(current)];
        text = fill(ui.say("find.count"_tr), {{"number", std::to_string(current + 1)}, {"count", std::to_string(found.size())}}) + ": " + hit.label + ", " +
               hit.note;
    }
    const ImVec2 at{column.x, column.y};
    Node node =
        make_node(Aria::status, id_of("current"), text, column.take(draw_wrapped(ui, &at, text, column.w, {Size::small, Weight::regular, ui.theme.muted})));
    node.states = semantics::polite;
    ui.tree.add(std::move(node));
    column.gap(ui.px(4));
}

}  // namespace

void palette(app::View& view) {
    Ui& ui = view.ui;
    Dialog dialog(ui, "palette", ui.say("palette.title"_tr), 620, view.state.overlay_height);
    const Box field = dialog.column.take(ui.row_height());
    constexpr std::uint32_t kKeys = semantics::key_up | semantics::key_down | semantics::key_enter | semantics::key_escape;
    const std::uint32_t id = id_of("query");
    const std::uint32_t pressed = ui.events.key(id);
    if (search_field(ui, field, "query", ui.say("palette.query"_tr), view.state.palette_query, kKeys)) view.state.palette_current = 0;
    if (std::exchange(view.state.overlay_is_fresh, false)) ui.platform.focus(id);
    const std::vector<Hit> found = hits(view);
    int& current = view.state.palette_current;
    if (pressed == semantics::key_down) ++current;
    if (pressed == semantics::key_up) --current;
    current = std::clamp(current, 0, std::max(0, static_cast<int>(found.size()) - 1));
    dialog.column.gap(ui.px(8));
    say_current(ui, dialog.column, found, current);
    show_hits(view, dialog.column, found, current, pressed == semantics::key_enter);
    if (!ui.is_text) {
        dialog.column.gap(ui.px(8));
        if (button(ui, dialog.column, "page", ui.say("palette.page"_tr), {.kind = Kind::quiet, .icon = "search"_icon}))
            view.commands.push_back([](app::App& app) {
                app.open(Overlay::none);
                app.find_on_page(true);
            });
    }
    if (dialog.was_dismissed || pressed == semantics::key_escape) close(view);
}

void import_dialog(app::View& view) {
    Ui& ui = view.ui;
    app::State& state = view.state;
    Dialog dialog(ui, "import", ui.say("import.title"_tr), 620, state.overlay_height);
    Column& column = dialog.column;
    paragraph(ui, column, ui.say("import.lead"_tr), {Size::body, Weight::regular, ui.theme.muted});
    column.gap(ui.px(12));
    const std::uint32_t file = file_button(ui, column, "file", ui.say("import.choose"_tr), ".txt,text/plain");
    if (std::exchange(state.overlay_is_fresh, false)) ui.platform.focus(file);
    if (ui.events.input(file)) view.commands.push_back([file](app::App& app) { app.read_import(file); });
    column.gap(ui.px(12));
    if (!state.import_problem.empty()) notice(ui, column, ui.say(state.import_problem), Tone::danger, Aria::alert);
    if (!state.import_bytes.empty()) {
        const auto text = read_policy(state.import_bytes);
        std::string headings;
        if (text)
            for (const PolicySection& section : text->sections) headings += (headings.empty() ? "" : " · ") + section.heading;
        const std::size_t count = text ? text->sections.size() : 0;
        notice(ui, column, fill(ui.say("import.preview"_tr), {{"title", text ? text->title : ""}, {"count", std::to_string(count)}, {"headings", headings}}),
               Tone::good);
        const Field* field = find_field(kDocument, "unit");
        const FieldLook look{.label = ui.say("field.document.unit"), .help = ui.say("import.unit_help"_tr), .is_required = true};
        const FormFrame frame = form_frame(view, Record{kDocument}, true);
        const Record* unit = state.replica.find(kUnit, state.import_unit);
        (void)combobox(ui, column, "unit", look, state.import_combo, unit ? title_of(*unit, view.reader) : "", state.import_unit,
                       [&](std::string_view typed) { return frame.suggest(*field, typed); });
        const ButtonLook go{.kind = Kind::primary, .is_disabled = state.import_unit.empty(), .description = ui.say("import.unit_help"_tr)};
        if (button(ui, column, "run", ui.say("import.run"_tr), go)) view.commands.push_back([](app::App& app) { app.run_import(); });
    }
    if (dialog.was_dismissed) close(view);
}

/// Everything of one person to another, after a look at how much it is.
void hand_over_dialog(app::View& view) {
    Ui& ui = view.ui;
    app::State& state = view.state;
    const Record* from = state.replica.find(kPerson, state.route.id);
    if (!from) return close(view);
    Dialog dialog(ui, "hand_over", fill(ui.say("handover.title"_tr), {{"name", title_of(*from, view.reader)}}), 560, state.overlay_height);
    Column& column = dialog.column;
    std::map<std::string, int> counts;
    for (const Use& use : state.replica.uses_of(kPerson, from->id))
        if (is_handed_over(*use.record->entity, *use.field)) ++counts[std::string(ui.say(entities_key(*use.record->entity).view()))];
    if (counts.empty()) paragraph(ui, column, ui.say("handover.nothing"_tr));
    for (const auto& [name, count] : counts) paragraph(ui, column, name + ": " + std::to_string(count));
    column.gap(ui.px(12));
    const Record* to = state.replica.find(kPerson, state.hand_over_to);
    const FormFrame frame = form_frame(view, Record{kAssignment}, true);
    const Field& field = *find_field(kAssignment, "person");
    (void)combobox(ui, column, "to", {.label = ui.say("handover.to"_tr), .is_required = true}, state.hand_over_combo, to ? title_of(*to, view.reader) : "",
                   state.hand_over_to, [&](std::string_view typed) { return frame.suggest(field, typed); });
    const bool is_possible = to && to->id != from->id && !counts.empty();
    {
        ButtonRow row(ui, column);
        if (row.add("run", ui.say("handover.run"_tr), {.kind = Kind::primary, .is_disabled = !is_possible}))
            view.commands.push_back([a = from->id, b = state.hand_over_to](app::App& app) { app.hand_over(a, b); });
        if (row.add("no", ui.say("dialog.cancel"_tr), {.kind = Kind::quiet})) close(view);
    }
    if (dialog.was_dismissed) close(view);
}

void overlays(app::View& view) {
    switch (view.state.overlay) {
        case Overlay::palette: palette(view); break;
        case Overlay::import_file: import_dialog(view); break;
        case Overlay::confirm_remove: confirm_remove(view); break;
        case Overlay::sign_out: confirm_sign_out(view); break;
        case Overlay::remove_rows: confirm_remove_rows(view); break;
        case Overlay::bulk: bulk_dialog(view); break;
        case Overlay::steps: steps_dialog(view); break;
        case Overlay::export_rows: export_dialog(view); break;
        case Overlay::hand_over: hand_over_dialog(view); break;
        case Overlay::help: help_dialog(view); break;
        case Overlay::paste: paste_dialog(view); break;
        case Overlay::views: views_dialog(view); break;
        case Overlay::past: past_dialog(view); break;
        case Overlay::none: break;
    }
    toast(view);
}

}  // namespace lisa::views
