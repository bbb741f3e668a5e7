// The files that hang on a record: to fetch, to add and to take away. A part of any record's panel, and of what a group looks at together.
#include "domain/attachment.h"
#include "report/size.h"
#include "views/screens.h"

namespace lisa::views {
namespace {

using namespace ui;
using app::Attaching;

TextStyle quiet(const Ui& ui) { return {Size::small, Weight::regular, ui.theme.muted}; }

void attached(app::View& view, Column& column, const Record& file, bool may_change) {
    Ui& ui = view.ui;
    const std::string name = file.get(attachment::name), description = file.get(attachment::description);
    const app::Route route{.screen = app::Screen::reg, .entity = &kAttachment, .id = file.id};
    const app::AttachingState& attaching = view.state.attaching;
    const bool is_coming = attaching.getting == file.id;
    Container item(ui, Aria::listitem, file.id, "", {column.x, column.y, column.w, 0});
    if (link(ui, column, "open." + file.id, name, app::path_of(route))) view.go(route);
    paragraph(ui, column,
              fill(ui.say("files.facts"_tr),
                   {{"kind", show(file, attachment::media_type.index, view.reader)}, {"size", size_text(file.get(attachment::size), ui.language)}}),
              quiet(ui));
    if (!description.empty()) paragraph(ui, column, description);
    column.gap(ui.px(4));
    {
        ButtonRow row(ui, column);
        const std::string get =
            is_coming ? fill(ui.say("files.getting"_tr), {{"percent", std::to_string(attaching.percent)}}) : std::string(ui.say("files.get"_tr));
        const ButtonLook fetch{.icon = "download"_icon, .is_disabled = is_coming || file.rev == 0, .description = name};
        if (row.add("get." + file.id, get, fetch)) view.commands.push_back([copy = file](app::App& app) { app.get_file(copy); });
        const ButtonLook away{.kind = Kind::quiet, .icon = "trash-2"_icon, .description = name};
        if (may_change && row.add("remove." + file.id, ui.say("files.remove"_tr), away))
            view.commands.push_back([copy = file](app::App& app) { app.detach(copy); });
    }
    column.gap(ui.px(12));
}

/// A file on its way, or one that did not come there.
void waiting(app::View& view, Column& column, const Attaching& file) {
    Ui& ui = view.ui;
    const std::string key = std::to_string(file.number);
    Container item(ui, Aria::listitem, "file." + key, "", {column.x, column.y, column.w, 0});
    paragraph(ui, column, file.name, {Size::body, Weight::semibold});
    if (file.problem.empty()) {
        paragraph(ui, column, fill(ui.say("files.sending"_tr), {{"percent", std::to_string(file.percent)}}), quiet(ui));
    } else {
        paragraph(ui, column, file.problem, {Size::body, Weight::regular, ui.theme.danger});
        column.gap(ui.px(4));
        ButtonRow row(ui, column);
        if (row.add("again." + key, ui.say("files.again"_tr), {.icon = "refresh-cw"_icon, .description = file.name}))
            view.commands.push_back([number = file.number](app::App& app) { app.send_file(number); });
        if (row.add("discard." + key, ui.say("files.discard"_tr), {.kind = Kind::quiet, .description = file.name}))
            view.commands.push_back([number = file.number](app::App& app) { app.give_up_file(number); });
    }
    column.gap(ui.px(12));
}

void add(app::View& view, Column& column, const Record& record) {
    Ui& ui = view.ui;
    if (record.rev == 0) return paragraph(ui, column, ui.say("files.unsaved"_tr), quiet(ui));
    paragraph(ui, column, ui.say("files.security"_tr));
    column.gap(ui.px(8));
    const std::uint32_t control = file_button(ui, column, "files.add", ui.say("files.add"_tr), file_ends());
    if (ui.events.input(control))
        view.commands.push_back([control, entity = record.entity, id = record.id](app::App& app) { app.attach(control, *entity, id); });
    column.gap(ui.px(6));
    paragraph(ui, column, fill(ui.say("files.allowed"_tr), {{"limit", size_text(view.state.attaching.limit, ui.language)}}), quiet(ui));
}

}  // namespace

void files_section(app::View& view, Column& column, const Record& record) {
    Ui& ui = view.ui;
    Replica& replica = view.state.replica;
    const auto places = places_of(record, replica);
    const bool may_change = places && allowed(replica.who(), Right::update, *record.entity, *places) && sealed(record, replica.who(), *places).empty();
    const std::vector<const Record*>& files = app::files_of(view.state.attaching, replica, record);
    const bool is_sending = view.state.attaching.has(record.id);
    heading(ui, column, 2, ui.say("tab.files"_tr));
    paragraph(ui, column, ui.say("files.lead"_tr), quiet(ui));
    column.gap(ui.px(12));
    if (files.empty() && !is_sending) paragraph(ui, column, ui.say("files.none"_tr), {Size::body, Weight::regular, ui.theme.muted});
    if (!files.empty()) {
        Container list(ui, Aria::list, "files", ui.say("tab.files"_tr), {column.x, column.y, column.w, 0});
        for (const Record* file : files) attached(view, column, *file, may_change);
    }
    if (is_sending) {
        Container list(ui, Aria::list, "sending", ui.say("files.waiting"_tr), {column.x, column.y, column.w, 0});
        for (const Attaching& file : view.state.attaching.files)
            if (file.record == record.id) waiting(view, column, file);
    }
    column.gap(ui.px(8));
    if (may_change) add(view, column, record);
}

}  // namespace lisa::views
