// A register: heading, tools and table, and beside them the record that is open.
#include <algorithm>
#include <optional>
#include <utility>

#include "domain/control.h"
#include "domain/document.h"
#include "i18n/catalog_words.h"
#include "report/scale.h"
#include "views/screens.h"

namespace lisa::views {
namespace {

using namespace ui;
using app::Register;

constexpr float kSideBySide = 1000, kPanelShare = 0.46f;

const char* key_of(const Entity& entity) { return entity.name.data(); }

/// The tools of a list from right to left, and the filter in the room that is left; above them where that is too little.
void toolbar(app::View& view, Column& column, const Entity& entity, Register& list) {
    Ui& ui = view.ui;
    const Actor& who = view.state.replica.who();
    const bool is_removed = shows_removed(view, entity), is_past = !view.state.day.empty();
    const auto may = [&](Right right) { return !is_removed && allowed_somewhere(who, right, entity); };
    const bool may_create = may(Right::create), may_update = may(Right::update);
    const float height = ui.row_height();
    const bool is_stacked = column.w < ui.px(620);
    Container tools(ui, Aria::toolbar, "tools", ui.say("register.tools"_tr), {column.x, column.y, column.w, height * (is_stacked ? 2.f : 1.f)});
    if (is_stacked) {
        (void)search_field(ui, column.take(height), "filter", ui.say("register.filter"_tr), list.filter);
        column.gap(ui.px(8));
    }
    Box bar = column.take(height);
    std::optional<FromRight> reading(std::in_place, ui);
    float right = bar.right();
    const float gap = ui.px(is_stacked ? 4 : 8);
    const auto tool = [&](std::string_view key, std::string_view label, const ButtonLook& look) {
        const float width = button_width(ui, label, look);
        if (right - width < bar.x && right < bar.right()) {  // narrow, or large letters: on a new row
            reading.reset();
            reading.emplace(ui);
            column.gap(gap);
            bar = column.take(height);
            right = bar.right();
        }
        const Box box{right - width, bar.y, width, height};
        right = box.x - gap;
        return button_at(ui, box, key, label, look);
    };
    const auto quiet = [&](Icon icon, float least) { return ButtonLook{.kind = Kind::secondary, .icon = icon, .shows_label = bar.w > ui.px(least)}; };
    const auto open = [&](app::Overlay overlay) { view.commands.push_back([overlay](app::App& app) { app.open(overlay); }); };
    if (may_create && tool("new", ui.say("register.new"_tr), {.kind = Kind::primary, .icon = "plus"_icon, .shows_label = bar.w > ui.px(420)}))
        view.commands.push_back([&entity](app::App& app) { app.create(entity); });
    const bool is_about_all = list.table.picked.empty();  // what is done with the picked rows stands below the table
    if (is_about_all && !is_past && tool("export", ui.say("register.export"_tr), quiet("download"_icon, 760))) open(app::Overlay::export_rows);
    if (&entity == &kControl && !is_past && tool("soa", ui.say("deed.soa"_tr), quiet("download"_icon, 760)))
        view.commands.push_back([](app::App& app) { app.download_applicability(); });
    if (may_create && tool("import", ui.say("register.import"_tr), quiet("upload"_icon, 760))) {
        if (&entity == &kDocument) open(app::Overlay::import_file);
        else view.go({.screen = app::Screen::import, .entity = &entity});
    }
    if (may_update && !list.rows.empty() && tool("paste", ui.say("register.paste"_tr), quiet("clipboard-paste"_icon, 1100)))
        view.commands.push_back([&entity](app::App& app) { app.open_paste(entity); });
    if (is_about_all && list.rows.size() > 1 && may_update && tool("bulk", ui.say("bulk.open"_tr), quiet("pencil"_icon, 900))) open(app::Overlay::bulk);
    const std::string_view picking = ui.say(list.table.is_picking ? "pick.stop"_tr : "pick.start"_tr);
    if (!list.rows.empty() && tool("pick", picking, quiet("list-checks"_icon, 1e6f))) list.table.is_picking = !list.table.is_picking;
    if (allowed_somewhere(who, Right::remove, entity) &&
        tool("removed", ui.say(is_removed ? "removed.hide"_tr : "removed.show"_tr), quiet("trash-2"_icon, is_removed ? 420.f : 1e6f)))
        view.commands.push_back([&entity, is_removed](app::App& app) { app.show_removed(entity, !is_removed); });
    const app::RemovedRecords& removed = view.state.removed[std::string(entity.name)];
    if (is_removed && removed.has_more && removed.status != app::RemovedRecords::Status::loading &&
        tool("older", ui.say("history.older"_tr), quiet("history"_icon, 420)))
        view.commands.push_back([&entity, before = removed.before](app::App& app) { app.ask_removed(entity, before); });
    if (!is_removed && !is_past && tool("views", ui.say("register.views"_tr), quiet("bookmark"_icon, 420))) open(app::Overlay::views);
    if (!is_removed && !is_past && tool("past", ui.say("past.open"_tr), quiet("history"_icon, 1100)))
        view.commands.push_back([](app::App& app) { app.open_past(); });
    tools.node().rect.h = column.y - tools.node().rect.y;
    if (is_stacked) return;
    const Box box{bar.x, bar.y, std::max(ui.px(80), std::min(right - bar.x, ui.px(360))), height};
    (void)search_field(ui, box, "filter", ui.say("register.filter"_tr), list.filter);
}

/// Nothing that was removed is told, or not yet.
void nothing_removed(app::View& view, Column& column, const Entity& entity) {
    Ui& ui = view.ui;
    using Status = app::RemovedRecords::Status;
    const Status status = view.state.removed[std::string(entity.name)].status;
    if (status == Status::offline) return notice(ui, column, ui.say("removed.offline"_tr), Tone::warning);
    if (status != Status::ready) return paragraph(ui, column, ui.say("register.loading"_tr), {Size::body, Weight::regular, ui.theme.muted});
    heading(ui, column, 2, ui.say("removed.none"_tr));
    paragraph(ui, column, ui.say("removed.none_text"_tr), {Size::body, Weight::regular, ui.theme.muted});
}

void empty_list(app::View& view, Column column, const Entity& entity, const Register& list) {
    Ui& ui = view.ui;
    column.gap(ui.px(32));
    column = {column.x + ui.px(16), column.y, std::min(column.w - ui.px(32), ui.px(560))};
    if (shows_removed(view, entity) && list.total == 0) return nothing_removed(view, column, entity);
    if (!view.state.is_ready && list.total == 0) return paragraph(ui, column, ui.say("register.loading"_tr), {Size::body, Weight::regular, ui.theme.muted});
    if (!list.filter.empty() || !list.figure.empty()) {
        heading(ui, column, 2, ui.say("register.no_hits"_tr));
        if (list.filter.empty()) return;  // the way to the whole register stands above
        paragraph(ui, column, ui.say("register.no_hits_text"_tr), {Size::body, Weight::regular, ui.theme.muted});
        column.gap(ui.px(16));
        if (button(ui, column, "clear", ui.say("register.clear_filter"_tr)))
            view.commands.push_back([name = std::string(entity.name)](app::App& app) { app.clear_filter(name); });
        return;
    }
    heading(ui, column, 2, ui.say("register.empty"_tr));
    paragraph(ui, column, ui.say(about_key(entity).view()), {Size::body, Weight::regular, ui.theme.muted});
    column.gap(ui.px(16));
    if (allowed_somewhere(view.state.replica.who(), Right::create, entity))
        if (button(ui, column, "first", ui.say("register.first"_tr), {.kind = Kind::primary, .icon = "plus"_icon}))
            view.commands.push_back([&entity](app::App& app) { app.create(entity); });
}

/// That the list is what a figure counts, and the way to the rest of it.
void figure_shown(app::View& view, Column& column, const Entity& entity, const Register& list) {
    Ui& ui = view.ui;
    paragraph(ui, column, app::figure_shown(list.figure, list.scope, view.reader, view.state.replica));
    ButtonRow row(ui, column);
    if (row.add("figure.all", ui.say("figures.all"_tr), {.icon = "x"_icon}))
        view.commands.push_back([name = std::string(entity.name)](app::App& app) { app.leave_figure(name); });
}

void list(app::View& view, Box box) {
    Ui& ui = view.ui;
    const Entity& entity = *view.state.route.entity;
    Register& list = view.state.registers[std::string(entity.name)];
    ImGui::PushID(key_of(entity));
    const float padding = ui.px(box.w < ui.px(600) ? 12 : 24);
    Column column{box.x + padding, box.y + ui.px(16), box.w - 2 * padding};
    const Register& rows = rows_of(view, entity);
    const bool is_removed = shows_removed(view, entity);
    if (is_removed && view.state.removed[std::string(entity.name)].status == app::RemovedRecords::Status::unasked)
        view.commands.push_back([&entity](app::App& app) { app.ask_removed(entity, std::int64_t{0}); });
    const std::string total = fill(ui.say(is_removed ? "removed.count"_tr : "register.count"_tr), {{"count", std::to_string(rows.total)}});
    const std::string count = rows.rows.size() == rows.total
                                  ? total
                                  : fill(ui.say("register.hits"_tr), {{"hits", std::to_string(rows.rows.size())}, {"count", std::to_string(rows.total)}});
    const float count_width = text_width(ui, count, {Size::small});
    const std::string_view name = ui.say(entities_key(entity).view());
    const bool is_beside = text_width(ui, name, {Size::title, Weight::semibold}) + count_width + ui.px(16) < column.w;
    const float top = column.y;
    heading(ui, column, view.state.route.id.empty() ? 1 : 2, name, Size::title);  // an open record is what the page is about
    const Box place =
        is_beside ? Box{column.x + column.w - count_width, top, count_width + 1, line_height(ui, Size::title)} : column.take(line_height(ui, Size::small));
    if (!is_beside) column.gap(ui.px(8));
    draw_text_in(ui, place, count, {Size::small, Weight::regular, ui.theme.muted});
    Node status = make_node(Aria::status, id_of("count"), count, place);
    status.states = semantics::polite;
    ui.tree.add(std::move(status));
    toolbar(view, column, entity, list);
    column.gap(ui.px(12));
    if (!list.figure.empty() && !is_removed) figure_shown(view, column, entity, list);

    const Box frame{column.x, column.y, column.w, box.bottom() - column.y - ui.px(16)};
    paint(ui, frame, ui.theme.surface, 10);
    if (rows.rows.empty()) {
        empty_list(view, {frame.x, frame.y, frame.w}, entity, rows);
        ImGui::PopID();
        return;
    }
    register_table(view, frame, entity);
    ImGui::PopID();
}

}  // namespace

void register_screen(app::View& view, Box box) {
    Ui& ui = view.ui;
    if (view.state.route.id.empty()) return list(view, box);
    // A picture needs the room that the list would take.
    const bool is_picture = view.state.route.tab == app::Tab::map || view.state.route.tab == app::Tab::matrix || view.state.route.tab == app::Tab::workshop;
    if (box.w < ui.px(kSideBySide) || is_picture) return record_panel(view, box);
    const float panel = std::max(ui.px(480), box.w * kPanelShare);
    list(view, {box.x, box.y, box.w - panel, box.h});
    record_panel(view, {box.right() - panel, box.y, panel, box.h});
}

}  // namespace lisa::views
