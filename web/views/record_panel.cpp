// One record: its title and standing, and its tabs.
#include <algorithm>

#include "domain/catalog.h"
#include "i18n/catalog_words.h"
#include "views/find.h"
#include "views/screens.h"

namespace lisa::views {
namespace {

using namespace ui;
using app::Route;
using app::Screen;
using app::Tab;

/// Where one could write what must not stand in Lisa.
constexpr const Entity* kGuarded[] = {&kAsset, &kSystem, &kRisk, &kEvent, &kEventEntry, &kNotification, &kBreach, &kExercise, &kControlResult};

constexpr std::size_t kMostSuggested = 8;
constexpr float kTextWidth = 720, kPictureWidth = 1100, kWallWidth = 1800;

/// What only some registers have a tab for, and what draws it. Of one register's the first stands last.
struct OwnTab {
    const Entity* entity;
    std::string_view key;
    Tab tab;
    void (*draw)(app::View&, Column&, const Record&);
    float width = kTextWidth;
};
constexpr OwnTab kOwnTabs[] = {
    {&kDocument, "tab.acknowledgements", Tab::acknowledgements, acknowledgements_tab},
    {&kDocument, "tab.compare", Tab::compare, compare_tab},
    {&kDocument, "tab.duties", Tab::duties, duties_tab},
    {&kDocument, "tab.read", Tab::read, reading_tab},
    {&kAsset, "tab.map", Tab::map, map_tab, kPictureWidth},
    {&kSystem, "tab.what_if", Tab::what_if, what_if_tab},
    {&kSystem, "tab.gap", Tab::gap, gap_tab},
    {&kSystem, "tab.map", Tab::map, map_tab, kPictureWidth},
    {&kRiskAnalysis, "tab.matrix", Tab::matrix, matrix_tab},
    {&kRisk, "tab.decision", Tab::decision, decision_tab},
    {&kClassification, "tab.workshop", Tab::workshop, workshop_tab, kWallWidth},
    {&kEvent, "tab.cases", Tab::cases, cases_tab},
    {&kExercise, "tab.exercise", Tab::exercise, exercise_tab},
    {&kBreach, "tab.draft", Tab::draft, draft_tab},
    {&kNotification, "tab.draft", Tab::draft, draft_tab},
    {&kRegistration, "tab.draft", Tab::draft, draft_tab},
    {&kNotification, "tab.significance", Tab::significance, significance_tab},
};

/// The register's own tab of that kind; null when it has none.
const OwnTab* own_tab(const Entity* entity, Tab tab) {
    const auto found = std::find_if(std::begin(kOwnTabs), std::end(kOwnTabs), [&](const OwnTab& own) { return own.entity == entity && own.tab == tab; });
    return found == std::end(kOwnTabs) ? nullptr : &*found;
}

/// Tabs that are there to do something, or to follow something that goes on: not of a day that is over.
constexpr Tab kOfToday[] = {Tab::fields,       Tab::acknowledgements, Tab::workshop, Tab::cases, Tab::draft,
                            Tab::significance, Tab::exercise,         Tab::duties,   Tab::files};

bool is_offered(const app::View& view, Tab tab) {
    return view.state.day.empty() || std::find(std::begin(kOfToday), std::end(kOfToday), tab) == std::end(kOfToday);
}

std::string panel_title(const app::View& view, const Record& record) {
    const std::string title = title_of(record, view.reader);
    return title.empty() ? fill(view.ui.say("record.new"_tr), {{"kind", std::string(view.ui.say(entity_key(*record.entity).view()))}}) : title;
}

Places places(const app::View& view, const Record& record) {
    auto found = places_of(record, view.state.replica);
    return found ? *found : Places{};
}

void overview(app::View& view, Column& column, const Record& record) {
    Ui& ui = view.ui;
    if (view.state.day.empty()) record_deeds(view, column, record);
    insight_box(view, column, record);
    FormFrame frame = form_frame(view, record, false);
    if (const std::string followed = facts_list(ui, column, record, frame); !followed.empty()) view.go(app::route_from(followed, kCatalog));
    if (record.hidden) {
        column.gap(ui.px(16));
        notice(ui, column, ui.say("record.hidden"_tr), Tone::plain);
    }
}

void fields(app::View& view, Column& column, const Record& record, Draft& draft) {
    Ui& ui = view.ui;
    const Places where = places(view, with_draft(record, draft));
    const Right right = draft.is_new ? Right::create : Right::update;
    const bool may_edit =
        draft.is_new ? allowed_somewhere(view.state.replica.who(), right, *record.entity) : allowed(view.state.replica.who(), right, *record.entity, where);
    if (!may_edit) notice(ui, column, ui.say("record.read_only"_tr), Tone::plain);
    for (const Problem& problem : draft.problems)
        if (problem.field.empty()) notice(ui, column, problem_text(ui, *record.entity, problem), Tone::danger, Aria::alert);
    if (draft.was_tried && !draft.problems.empty() && !draft.problems.front().field.empty())
        notice(ui, column, ui.say("form.has_problems"_tr), Tone::danger, Aria::alert);
    if (std::find(std::begin(kGuarded), std::end(kGuarded), record.entity) != std::end(kGuarded))
        notice(ui, column, ui.say("record.protective_security"_tr), Tone::plain);
    const FormFrame frame = form_frame(view, with_draft(record, draft), may_edit);
    if (form(ui, column, record, draft, frame) && draft.base == 0 && !draft.is_new) draft.base = record.rev;
    if (!draft.is_new) forget_untouched(record, draft);
}

/// Save and discard, always in sight below the form.
void save_bar(app::View& view, Box box, const Draft& draft) {
    Ui& ui = view.ui;
    paint(ui, box, ui.theme.raised);
    paint(ui, {box.x, box.y, box.w, 1}, ui.theme.hairline);
    const std::string id = draft.id;
    Container bar(ui, Aria::toolbar, "save.bar", ui.say("form.save_bar"_tr), box);
    const std::string_view save = ui.say("form.save"_tr), discard = ui.say("form.discard"_tr);
    const ButtonLook primary{.kind = Kind::primary, .icon = "save"_icon}, quiet{.kind = Kind::quiet};
    const float y = box.y + (box.h - ui.row_height()) / 2;
    const Box first{box.x + ui.px(20), y, button_width(ui, save, primary), ui.row_height()};
    if (button_at(ui, first, "save", save, primary)) view.commands.push_back([id](app::App& app) { app.save(id); });
    const Box second{first.right() + ui.px(8), y, button_width(ui, discard, quiet), ui.row_height()};
    if (button_at(ui, second, "discard", discard, quiet)) view.commands.push_back([id](app::App& app) { app.discard(id); });
    const float left = second.right() + ui.px(8);
    const Box rest{left, box.y, box.right() - left - ui.px(12), box.h};
    if (!ui.is_text && rest.w < ui.px(148)) return;
    draw_text_in(ui, rest, ui.say("form.unsaved"_tr), {Size::small, Weight::regular, ui.theme.muted});
    add_node(ui, rest, Aria::paragraph, ui.say("form.unsaved"_tr));
}

void head(app::View& view, Column& column, const Record& record, bool is_new) {
    Ui& ui = view.ui;
    const Entity& entity = *record.entity;
    const float size = ui.row_height();
    const Route list = app::way_back(record, view.state.replica);
    const Record* host = hangs(entity) && !list.id.empty() ? view.state.replica.find(*list.entity, list.id) : nullptr;
    const std::string where = host ? title_of(*host, view.reader) : std::string(ui.say(entities_key(entity).view()));
    const Box crumb{column.x, column.y, column.w - 2 * size, ui.px(24)};
    const std::string back = fill(ui.say("record.back"_tr), {{"list", where}});
    if (link_at(ui, crumb, "back", back, app::path_of(list), {Size::small})) view.go(list);
    const Box cross{column.x + column.w - size, column.y - ui.px(6), size, size};
    if (button_at(ui, cross, "close", ui.say("record.close"_tr), {.kind = Kind::quiet, .icon = "x"_icon, .shows_label = false})) view.go(list);
    column.gap(crumb.h + ui.px(4));
    heading(ui, column, 1, panel_title(view, record));
    if (is_new) return;
    float x = column.x;
    if (!entity.state.empty()) {
        const std::size_t at = position(entity, entity.state);
        x += badge(ui, {x, column.y}, show(record, at, view.reader), Tone::plain) + ui.px(8);
    }
    if (!view.state.day.empty()) return column.gap(ui.px(32));
    const Standing standing = standing_of(view, record.id);
    badge(ui, {x, column.y}, standing.text, standing.tone);
    Box tool{column.x + column.w - size, column.y - ui.px(6), size, size};
    if (button_at(ui, tool, "sheet", ui.say("record.sheet"_tr), {.kind = Kind::quiet, .icon = "printer"_icon, .shows_label = false}))
        view.commands.push_back([copy = record](app::App& app) { app.download_sheet(copy); });
    tool.x -= size;
    if (allowed(view.state.replica.who(), Right::remove, entity, places(view, record))) {
        if (button_at(ui, tool, "remove", ui.say("record.remove"_tr), {.kind = Kind::quiet, .icon = "trash-2"_icon, .shows_label = false}))
            view.commands.push_back([](app::App& app) { app.open(app::Overlay::confirm_remove); });
    }
    column.gap(ui.px(32));
}

Tab tab_row(app::View& view, Column& column, const Record& record) {
    Ui& ui = view.ui;
    std::vector<TabItem> items{{"tab.overview", ui.say("tab.overview"_tr)}};
    std::vector<Tab> order{Tab::overview};
    if (is_offered(view, Tab::fields)) items.push_back({"tab.fields", ui.say("tab.fields"_tr)}), order.push_back(Tab::fields);
    for (const auto& [key, tab] : {std::pair{"tab.links", Tab::links}, {"tab.history", Tab::history}})
        items.push_back({key, ui.say(key)}), order.push_back(tab);
    const std::size_t files = record.entity->takes_files ? app::files_of(view.state.attaching, view.state.replica, record).size() : 0;
    const std::string counted = files > 0 ? fill(ui.say("tab.files_count"_tr), {{"count", std::to_string(files)}}) : std::string(ui.say("tab.files"_tr));
    if (record.entity->takes_files && is_offered(view, Tab::files))
        items.insert(items.end() - 1, {"tab.files", counted}), order.insert(order.end() - 1, Tab::files);
    for (const OwnTab& own : kOwnTabs)
        if (own.entity == record.entity && is_offered(view, own.tab))
            items.insert(items.begin() + 1, {own.key, ui.say(own.key)}), order.insert(order.begin() + 1, own.tab);
    const Tab asked = shown_tab(view.state.route);
    const auto now = static_cast<std::size_t>(std::find(order.begin(), order.end(), is_offered(view, asked) ? asked : Tab::overview) - order.begin());
    const std::size_t chosen = tabs(ui, column, "tabs", ui.say("tab.label"_tr), items, now);
    if (chosen != now) view.go({.screen = Screen::reg, .entity = record.entity, .id = record.id, .tab = order[chosen]});
    return order[now];
}

void missing(app::View& view, Column column, const Entity& entity) {
    Ui& ui = view.ui;
    if (!view.state.is_ready) return paragraph(ui, column, ui.say("register.loading"_tr), {Size::body, Weight::regular, ui.theme.muted});
    if (!view.state.day.empty()) {
        heading(ui, column, 1, ui.say("past.missing"_tr));
        return paragraph(ui, column, ui.say("past.missing_text"_tr));
    }
    const std::string& id = view.state.route.id;
    const bool may_ask = view.state.is_connected && allowed_somewhere(view.state.replica.who(), Right::remove, entity);
    if (may_ask && !view.state.removed[std::string(entity.name)].asked.contains(id))
        view.commands.push_back([&entity, id](app::App& app) { app.ask_removed(entity, id); });
    heading(ui, column, 1, ui.say("record.missing"_tr));
    paragraph(ui, column, ui.say("record.missing_text"_tr));
    column.gap(ui.px(16));
    if (button(ui, column, "back", ui.say(entities_key(entity).view()))) view.go({.screen = Screen::reg, .entity = &entity});
}

}  // namespace

Tab shown_tab(const app::Route& route) {
    if (route.tab <= Tab::history) return route.tab;
    if (route.tab == Tab::files && route.entity->takes_files) return route.tab;
    return own_tab(route.entity, route.tab) ? route.tab : Tab::overview;
}

Standing standing_of(const app::View& view, const std::string& id) {
    const Ui& ui = view.ui;
    if (view.state.is_editing(id)) return {ui.say("standing.editing"_tr), Tone::info};
    if (view.state.replica.has(Pending::State::refused, id)) return {ui.say("standing.refused"_tr), Tone::danger};
    if (view.state.replica.has(Pending::State::kept, id)) return {ui.say("standing.kept"_tr), Tone::warning};
    if (view.state.replica.has(Pending::State::sent, id)) return {ui.say("standing.sent"_tr), Tone::info};
    return {ui.say("standing.saved"_tr), Tone::good};
}

FormFrame form_frame(const app::View& view, const Record& record, bool may_edit) {
    app::State& state = view.state;
    FormFrame frame{.reader = view.reader, .may_edit = may_edit};
    const Places where = places(view, record);
    frame.clearance = clearance_to_write(state.replica.who(), record, where);
    if (where.empty())  // a new record without place yet: the most that any of the person's parts allows
        for (const Grant& grant : state.replica.who().grants) frame.clearance = std::max(frame.clearance, facts(grant.role).clearance);
    Places reach = where;  // the same for who may write which field
    if (where.empty())
        for (const Grant& grant : state.replica.who().grants) reach.push_back(grant.unit);
    frame.locked = [&view, stored = state.replica.find(*record.entity, record.id), reach, blank = Record(*record.entity)](const Field& field) {
        return locked(stored ? *stored : blank, field, view.state.replica.who(), reach);
    };
    frame.suggest = [&view](const Field& field, std::string_view typed) {
        const Entity* target = find_entity(view.state.replica.catalog(), field.ref);
        std::vector<Option> options;
        for (const Found& found : find_records(view, *target, typed, kMostSuggested)) options.push_back({found.record->id, found.title});
        return options;
    };
    frame.href = [&view, host = record.text(record.entity->hangs_on.entity)](const Field& field, const std::string& id) {
        const Entity* target = find_entity(view.state.replica.catalog(), field.ref.empty() ? std::string_view(host) : field.ref);
        return target && view.state.replica.find(*target, id) ? "/register/" + std::string(target->name) + "/" + id : std::string{};
    };
    frame.name_of = [&view](const std::string& person) {
        const Entity* people = find_entity(view.state.replica.catalog(), "person");
        const Record* found = view.state.replica.find(*people, person);
        return found ? title_of(*found, view.reader) : std::string(view.ui.say("show.out_of_sight"_tr));
    };
    return frame;
}

void record_panel(app::View& view, Box box) {
    Ui& ui = view.ui;
    const Route& route = view.state.route;
    const Entity& entity = *route.entity;
    paint(ui, box, ui.theme.surface);
    paint(ui, {box.x, box.y, 1, box.h}, ui.theme.hairline);
    Container panel(ui, Aria::region, "record", ui.say(entity_key(entity).view()), box);
    ImGui::PushID(route.id.c_str());
    const Record* stored = view.state.replica.find(entity, route.id);
    const bool is_gone = (!stored || stored->removed) && !(route.is_new && view.state.drafts.contains(route.id));
    const float padding = ui.px(box.w < ui.px(600) ? 16 : 20);
    Column column{box.x + padding, box.y + ui.px(16), box.w - 2 * padding};
    if (is_gone) {
        if (const auto* row = removed_row(view, entity, route.id)) removed_panel(view, box, *row);
        else missing(view, column, entity);
        ImGui::PopID();
        return;
    }
    Record blank{entity};
    blank.id = route.id;
    const Record& record = stored ? *stored : blank;
    const bool is_editing_tab = view.state.day.empty() && (route.is_new || route.tab == Tab::fields || shown_tab(route) == Tab::significance);
    Draft* draft = nullptr;
    if (is_editing_tab) {
        draft = &view.state.drafts[route.id];
        draft->entity = &entity;
        draft->id = route.id;
    }
    head(view, column, draft && route.is_new ? with_draft(record, *draft) : record, route.is_new);
    const Tab tab = route.is_new ? Tab::fields : tab_row(view, column, record);
    const bool has_bar = draft && (draft->is_dirty() || route.is_new);
    const float bar = has_bar ? ui.px(56) : 0;
    {
        Scroll scroll(ui, route.is_new ? std::string("new") : "tab." + std::to_string(static_cast<int>(tab)),
                      {box.x + 1, column.y, box.w - 1, box.bottom() - column.y - bar});
        scroll.column.x += padding;
        scroll.column.w -= 2 * padding;
        scroll.column.gap(ui.px(16));
        const OwnTab* own = own_tab(&entity, tab);
        scroll.column.w = std::min(scroll.column.w, ui.px(own ? own->width : kTextWidth));
        if (own) own->draw(view, scroll.column, record);
        else if (tab == Tab::fields) fields(view, scroll.column, record, *draft);
        else if (tab == Tab::links) links_tab(view, scroll.column, record);
        else if (tab == Tab::history) history_tab(view, scroll.column, record);
        else if (tab == Tab::files) files_section(view, scroll.column, record);
        else overview(view, scroll.column, record);
        scroll.column.gap(ui.px(24));
    }
    if (has_bar) save_bar(view, {box.x + 1, box.bottom() - bar, box.w - 1, bar}, *draft);
    ImGui::PopID();
}

}  // namespace lisa::views
