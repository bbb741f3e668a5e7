// A record that was removed: when and by whom, what it said, what had happened to it, and the way back.
#include "core/date.h"
#include "domain/catalog.h"
#include "i18n/catalog_words.h"
#include "views/screens.h"

namespace lisa::views {

using namespace ui;

namespace {

constexpr float kTextWidth = 720;

/// Back to the list, the record's name, when it was removed, and for who may the button that puts it back.
void head(app::View& view, Column& column, const app::RemovedRecords::Row& row) {
    Ui& ui = view.ui;
    const Record& record = row.record;
    const Entity& entity = *record.entity;
    const app::Route list{.screen = app::Screen::reg, .entity = &entity};
    const float size = ui.row_height();
    const Box crumb{column.x, column.y, column.w - 2 * size, ui.px(24)};
    const std::string back = fill(ui.say("record.back"_tr), {{"list", std::string(ui.say(entities_key(entity).view()))}});
    if (link_at(ui, crumb, "back", back, app::path_of(list), {Size::small})) view.go(list);
    const Box cross{column.x + column.w - size, column.y - ui.px(6), size, size};
    if (button_at(ui, cross, "close", ui.say("record.close"_tr), {.kind = Kind::quiet, .icon = "x"_icon, .shows_label = false})) view.go(list);
    column.gap(crumb.h + ui.px(4));
    heading(ui, column, 1, title_of(record, view.reader));
    const std::string who = row.actor.empty() ? "Lisa" : row.actor;
    notice(ui, column, fill(ui.say("removed.when"_tr), {{"when", swedish_time(row.at)}, {"who", who}}), Tone::warning);
    const Replica& replica = view.state.replica;
    if (replica.has(Pending::State::kept, record.id) || replica.has(Pending::State::sent, record.id))
        return notice(ui, column, ui.say("removed.waits"_tr), Tone::info);
    const auto places = places_of(record, view.state.replica);
    if (!places || !allowed(replica.who(), Right::remove, entity, *places)) return;
    if (button(ui, column, "restore", ui.say("removed.restore"_tr), {.kind = Kind::primary, .icon = "history"_icon}))
        view.commands.push_back([&entity, id = record.id](app::App& app) { app.restore(entity, {id}); });
    column.gap(ui.px(12));
}

}  // namespace

void removed_panel(app::View& view, Box box, const app::RemovedRecords::Row& row) {
    Ui& ui = view.ui;
    const Record& record = row.record;
    const float padding = ui.px(box.w < ui.px(600) ? 16 : 20);
    Column column{box.x + padding, box.y + ui.px(16), box.w - 2 * padding};
    head(view, column, row);
    const bool is_history = view.state.route.tab == app::Tab::history;
    const TabItem items[] = {{"tab.overview", ui.say("tab.overview"_tr)}, {"tab.history", ui.say("tab.history"_tr)}};
    const std::size_t now = is_history ? 1 : 0, chosen = tabs(ui, column, "tabs", ui.say("tab.label"_tr), items, now);
    if (chosen != now)
        view.go({.screen = app::Screen::reg, .entity = record.entity, .id = record.id, .tab = chosen == 1 ? app::Tab::history : app::Tab::overview});
    Scroll scroll(ui, is_history ? "removed.history" : "removed.overview", {box.x + 1, column.y, box.w - 1, box.bottom() - column.y});
    scroll.column.x += padding;
    scroll.column.w = std::min(scroll.column.w - 2 * padding, ui.px(kTextWidth));
    scroll.column.gap(ui.px(16));
    if (is_history) {
        history_tab(view, scroll.column, record);
    } else {
        const FormFrame frame = form_frame(view, record, false);
        if (const std::string followed = facts_list(ui, scroll.column, record, frame); !followed.empty()) view.go(app::route_from(followed, kCatalog));
    }
    scroll.column.gap(ui.px(24));
}

}  // namespace lisa::views
