// The saved views of a list: opened, saved, renamed, replaced, shared, removed.
#include <algorithm>

#include "domain/saved_view.h"
#include "i18n/catalog_words.h"
#include "ui/dialog.h"
#include "views/screens.h"

namespace lisa::views {
namespace {

using namespace ui;
using app::ViewRow;
using app::ViewsBox;
using Deed = ViewsBox::Deed;

void close(app::View& view) {
    view.commands.push_back([](app::App& app) { app.open(app::Overlay::none); });
}

/// "Filter: skola. Ordning: Status (fallande), Namn", after the figure whose records the view holds.
std::string told(const app::View& view, const Entity& entity, const app::ListQuery& query) {
    const Ui& ui = view.ui;
    std::string text = query.figure.empty() ? std::string{} : app::figure_shown(query.figure, query.scope, view.reader, view.state.replica);
    if (!query.filter.empty()) text += (text.empty() ? "" : " ") + fill(ui.say("views.filter"_tr), {{"text", query.filter}});
    std::string columns;
    for (const app::ListQuery::Column& column : query.sort) {
        const auto found = find_column(entity, column.name);
        const std::string name(found ? heading(entity, *found, ui.language) : ui.say("table.complete"_tr));
        columns += (columns.empty() ? "" : ", ") + (column.is_descending ? fill(ui.say("views.descending"_tr), {{"column", name}}) : name);
    }
    if (!columns.empty()) text += (text.empty() ? "" : query.filter.empty() ? " " : ". ") + fill(ui.say("views.order"_tr), {{"columns", columns}});
    return text.empty() ? std::string(ui.say("views.all"_tr)) : text;
}

app::ListQuery query_of(const Entity& entity, const std::string& text) { return app::list_query_from("?" + text, entity); }

void rename(app::View& view, Column& column, const Entity& entity, const ViewRow& row) {
    Ui& ui = view.ui;
    ViewsBox& box = view.state.views;
    FieldLook look{.label = ui.say("views.name"_tr), .is_required = true, .limit = 60};
    if (!box.deed_problem.empty()) look.problem = std::string(ui.say(box.deed_problem));
    (void)text_field(ui, column, "new_name", look, box.text);
    ButtonRow buttons(ui, column);
    if (buttons.add("do", ui.say("views.rename"_tr), {.kind = Kind::primary}))
        view.commands.push_back([&entity, row](app::App& app) { app.rename_view(entity, row); });
    if (buttons.add("leave", ui.say("dialog.cancel"_tr), {.kind = Kind::quiet})) box.deed = Deed::none;
}

void share(app::View& view, Column& column, const Entity& entity, const ViewRow& row) {
    Ui& ui = view.ui;
    ViewsBox& box = view.state.views;
    const FormFrame frame = form_frame(view, Record{kSavedView}, true);
    const Field& field = *find_field(kSavedView, "unit");
    FieldLook look{.label = ui.say("views.share_with"_tr), .help = ui.say("views.share_help"_tr), .is_required = true};
    if (!box.deed_problem.empty()) look.problem = std::string(ui.say(box.deed_problem));
    const Record* unit = view.state.replica.find(kUnit, box.unit);
    (void)combobox(ui, column, "unit", look, box.unit_combo, unit ? title_of(*unit, view.reader) : "", box.unit,
                   [&](std::string_view typed) { return frame.suggest(field, typed); });
    ButtonRow buttons(ui, column);
    if (buttons.add("do", ui.say("views.share"_tr), {.kind = Kind::primary, .is_disabled = box.unit.empty()}))
        view.commands.push_back([&entity, row](app::App& app) { app.share_view(entity, row); });
    if (buttons.add("leave", ui.say("dialog.cancel"_tr), {.kind = Kind::quiet})) box.deed = Deed::none;
}

void deeds(app::View& view, Column& column, const Entity& entity, const ViewRow& row) {
    Ui& ui = view.ui;
    ViewsBox& box = view.state.views;
    if (box.deed == Deed::rename) return rename(view, column, entity, row);
    if (box.deed == Deed::share) return share(view, column, entity, row);
    const auto begin = [&](Deed deed) { box.deed = deed, box.text = row.name, box.unit.clear(), box.unit_combo = {}, box.deed_problem.clear(); };
    ButtonRow buttons(ui, column);
    if (row.may_change && buttons.add("replace", ui.say("views.replace"_tr)))
        view.commands.push_back([&entity, row](app::App& app) { app.replace_view(entity, row); });
    if (row.may_change && buttons.add("rename", ui.say("views.rename"_tr))) begin(Deed::rename);
    if (row.record.empty() && allowed_somewhere(view.state.replica.who(), Right::create, kSavedView) && buttons.add("share", ui.say("views.share"_tr)))
        begin(Deed::share);
    if (row.may_remove && buttons.add("remove", ui.say("views.remove"_tr), {.kind = Kind::danger, .icon = "trash-2"_icon}))
        view.commands.push_back([&entity, row](app::App& app) { app.remove_view(entity, row); });
}

void one(app::View& view, Column& column, const Entity& entity, const ViewRow& row) {
    Ui& ui = view.ui;
    ViewsBox& box = view.state.views;
    Container item(ui, Aria::listitem, "view." + row.key, "", {column.x, column.y, column.w, 0});
    ImGui::PushID(row.key.c_str());
    const app::ListQuery query = query_of(entity, row.query);
    const std::string text = text_of(query), address = app::path_of({.screen = app::Screen::reg, .entity = &entity}) + (text.empty() ? "" : "?" + text);
    const bool has_deeds = row.may_change || row.may_remove, is_opened = box.opened == row.key;
    const float height = ui.row_height(), top = column.y, room = column.w - (has_deeds ? height + ui.px(8) : 0);
    Column left{column.x, top, room};
    left.gap(std::max(0.f, (height - line_height(ui, Size::body)) / 2));
    if (link(ui, left, "open", row.name, address, {Size::body, Weight::semibold}))
        view.commands.push_back([&entity, query](app::App& app) { app.show_list(entity, query); });
    std::string more = told(view, entity, query);
    if (!row.record.empty()) {
        const Record* unit = view.state.replica.find(kUnit, row.unit);
        more = fill(ui.say("views.shared_with"_tr), {{"unit", unit ? title_of(*unit, view.reader) : ""}}) + ". " + more;
    }
    paragraph(ui, left, more, {Size::small, Weight::regular, ui.theme.muted});
    if (has_deeds) {
        const ButtonLook look{
            .kind = Kind::quiet, .icon = "ellipsis"_icon, .shows_label = false, .states = semantics::expandable | (is_opened ? semantics::expanded : 0u)};
        const std::string label = fill(ui.say("views.more"_tr), {{"name", row.name}});
        if (button_at(ui, {column.x + column.w - height, top, height, height}, "more", label, look))
            box.opened = is_opened ? "" : row.key, box.deed = Deed::none;
    }
    column.y = std::max(left.y, top + height) + ui.px(4);
    if (has_deeds && is_opened) deeds(view, column, entity, row);
    column.gap(ui.px(8));
    ImGui::PopID();
}

void list(app::View& view, Column& column, const Entity& entity, std::string_view key, std::string_view title, const std::vector<ViewRow>& rows) {
    Ui& ui = view.ui;
    heading(ui, column, 2, title);
    Container all(ui, Aria::list, key, title, {column.x, column.y, column.w, 0});
    for (const ViewRow& row : rows) one(view, column, entity, row);
    column.gap(ui.px(4));
}

void save(app::View& view, Column& column, const Entity& entity) {
    Ui& ui = view.ui;
    ViewsBox& box = view.state.views;
    heading(ui, column, 2, ui.say("views.save_title"_tr));
    paragraph(ui, column, told(view, entity, app::query_of(view.state.registers[std::string(entity.name)], entity)),
              {Size::body, Weight::regular, ui.theme.muted});
    column.gap(ui.px(8));
    FieldLook look{.label = ui.say("views.name"_tr), .is_required = true, .limit = 60};
    if (!box.problem.empty()) look.problem = std::string(ui.say(box.problem));
    (void)text_field(ui, column, "name", look, box.name);
    const bool is_sent = ui.events.committed(id_of("name")) && ui.focus.id == id_of("name");  // Enter, not the field that was left
    const bool is_pressed = button(ui, column, "save", ui.say("views.save"_tr), {.kind = Kind::primary, .icon = "save"_icon});
    if (is_sent || is_pressed) view.commands.push_back([&entity](app::App& app) { app.save_view(entity); });
}

}  // namespace

void views_dialog(app::View& view) {
    Ui& ui = view.ui;
    const Entity* entity = view.state.route.entity;
    if (!entity) return close(view);
    std::vector<ViewRow> mine;
    for (const app::OwnView& own : app::own_views_from(ui.platform.remembered(app::views_key(*entity))))
        mine.push_back({.key = "own." + std::to_string(mine.size()), .name = own.name, .query = own.query, .own = mine.size()});
    const std::vector<ViewRow> shared = app::shared_views(view.state.replica, *entity);
    Dialog dialog(ui, "views", fill(ui.say("views.title"_tr), {{"register", std::string(ui.say(entities_key(*entity).view()))}}), 560,
                  view.state.overlay_height);
    Column& column = dialog.column;
    if (mine.empty() && shared.empty())
        paragraph(ui, column, std::string(ui.say("views.none"_tr)) + " " + std::string(ui.say("views.lead"_tr)), {Size::body, Weight::regular, ui.theme.muted});
    if (!mine.empty()) list(view, column, *entity, "mine", ui.say("views.mine"_tr), mine);
    if (!shared.empty()) list(view, column, *entity, "shared", ui.say("views.shared"_tr), shared);
    column.gap(ui.px(8));
    save(view, column, *entity);
    if (dialog.was_dismissed) close(view);
}

}  // namespace lisa::views
