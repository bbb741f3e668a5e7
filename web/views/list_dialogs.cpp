// What is done with many rows of a list at once: one field changed in each of them, or they are taken out as a file. What is
// meant are the rows that were picked, or all that the list shows.
#include "app/around.h"
#include "i18n/catalog_words.h"
#include "insight/worked_out.h"
#include "ui/dialog.h"
#include "views/screens.h"

namespace lisa::views {
namespace {

using namespace ui;

bool can_change(const Field& field, const Entity& entity) {
    return is_filled_in(entity, field) && field.type != Type::notes && field.name != entity.title.front();
}

void close(app::View& view) {
    view.commands.push_back([](app::App& app) { app.open(app::Overlay::none); });
}

/// What the file has besides what the list shows, and what it has not: what is withheld, and what is worked out from less than all.
void about_the_file(app::View& view, Column& column, const Entity& entity) {
    Ui& ui = view.ui;
    const auto add = [&](std::string& names, std::string_view name) { names += (names.empty() ? "" : ", ") + std::string(name); };
    std::string withheld, worked;
    for (const Field* field : withheld_fields(entity, rows_of(view, entity).meant())) add(withheld, ui.say(field_key(entity, *field).view()));
    for (const RegisterColumn& one : file_columns(entity))
        if (one.is_worked_out) add(worked, heading(entity, one, ui.language));
    if (!worked.empty()) {
        const bool is_whole = rests_on_all(entity, app::around(view.state.replica, view.reader, ui.platform.now_ms()));
        std::string text = fill(ui.say("export.worked_out"_tr), {{"columns", worked}});
        if (!is_whole) text += " " + std::string(ui.say("export.worked_out_partly"_tr));
        paragraph(ui, column, text, {Size::body, Weight::regular, ui.theme.muted});
        column.gap(ui.px(12));
    }
    if (!withheld.empty()) notice(ui, column, fill(ui.say("export.withheld"_tr), {{"fields", withheld}}), Tone::warning);
}

}  // namespace

void bulk_dialog(app::View& view) {
    Ui& ui = view.ui;
    app::BulkEdit& bulk = view.state.bulk;
    const Entity* entity = view.state.route.entity;
    if (!entity) return close(view);
    const app::Register& list = rows_of(view, *entity);
    const std::string count = std::to_string(list.meant().size());
    Dialog dialog(ui, "bulk", fill(ui.say("bulk.title"_tr), {{"count", count}}), 560, view.state.overlay_height);
    Column& column = dialog.column;
    paragraph(ui, column, ui.say(list.table.picked.empty() ? "bulk.lead"_tr : "bulk.lead_picked"_tr), {Size::body, Weight::regular, ui.theme.muted});
    column.gap(ui.px(12));
    std::vector<Option> options{{"", std::string(ui.say("bulk.choose"_tr))}};
    for (const Field& field : entity->fields)
        if (can_change(field, *entity)) options.push_back({std::string(field.name), std::string(ui.say(field_key(*entity, field).view()))});
    if (select(ui, column, "field", {.label = ui.say("bulk.field"_tr)}, options, bulk.field)) bulk.draft = {};
    if (!bulk.field.empty()) {
        const Record blank{*entity};
        bulk.draft.entity = entity;
        FormFrame frame = form_frame(view, with_draft(blank, bulk.draft), true);
        frame.only = bulk.field;
        (void)form(ui, column, blank, bulk.draft, frame);
    }
    {
        ButtonRow row(ui, column);
        const ButtonLook look{.kind = Kind::primary, .is_disabled = bulk.field.empty() || !bulk.draft.is_dirty()};
        if (row.add("run", fill(ui.say("bulk.run"_tr), {{"count", count}}), look)) view.commands.push_back([entity](app::App& app) { app.run_bulk(*entity); });
        if (row.add("no", ui.say("dialog.cancel"_tr), {.kind = Kind::quiet})) close(view);
    }
    if (dialog.was_dismissed) close(view);
}

void export_dialog(app::View& view) {
    Ui& ui = view.ui;
    const Entity* entity = view.state.route.entity;
    if (!entity) return close(view);
    Dialog dialog(ui, "export", ui.say("register.export"_tr), 460, view.state.overlay_height);
    Column& column = dialog.column;
    paragraph(ui, column, fill(ui.say("export.lead"_tr), {{"count", std::to_string(rows_of(view, *entity).meant().size())}}));
    column.gap(ui.px(12));
    about_the_file(view, column, *entity);
    column.gap(ui.px(4));
    {
        ButtonRow row(ui, column);
        if (row.add("csv", ui.say("export.csv"_tr), {.kind = Kind::primary, .icon = "download"_icon}))
            view.commands.push_back([entity](app::App& app) { app.export_csv(*entity); });
        if (row.add("json", ui.say("export.json"_tr), {.icon = "download"_icon}))
            view.commands.push_back([entity](app::App& app) { app.export_json(*entity); });
        if (row.add("no", ui.say("dialog.cancel"_tr), {.kind = Kind::quiet})) close(view);
    }
    if (dialog.was_dismissed) close(view);
}

}  // namespace lisa::views
