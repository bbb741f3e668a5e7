// What happens if a system falls (H8), part by part, with the way to what is about it; to print, or to try out as an exercise.
#include "app/around.h"
#include "core/date.h"
#include "domain/catalog.h"
#include "i18n/catalog_words.h"
#include "views/screens.h"

namespace lisa::views {
namespace {

using namespace ui;

void line_row(app::View& view, Column& column, const WhatIfLine& line) {
    Ui& ui = view.ui;
    Container item(ui, Aria::listitem, "line", "", {column.x, column.y, column.w, 0});
    paragraph(ui, column, line.label, {Size::small, Weight::semibold, ui.theme.muted});
    if (line.text.empty()) {
        paragraph(ui, column, ui.say("notice.unknown"), {Size::body, Weight::semibold, ui.theme.warning});
    } else if (line.record) {
        const app::Route route{.screen = app::Screen::reg, .entity = line.record->entity, .id = line.record->id};
        if (link(ui, column, "open", line.text, app::path_of(route))) view.go(route);
    } else {
        paragraph(ui, column, line.text);
    }
    column.gap(ui.px(8));
}

}  // namespace

void what_if_part(app::View& view, Column& column, const WhatIfPart& part, const Around& around) {
    Ui& ui = view.ui;
    const std::string title = what_if_heading(part.name, around);
    heading(ui, column, 2, title);
    column.gap(ui.px(4));
    if (!part.lines.empty()) {
        Container list(ui, Aria::list, part.name, title, {column.x, column.y, column.w, 0});
        for (std::size_t i = 0; i < part.lines.size(); ++i) {
            ImGui::PushID(static_cast<int>(i));
            line_row(view, column, part.lines[i]);
            ImGui::PopID();
        }
    }
    if (!part.remark.empty()) paragraph(ui, column, part.remark, {Size::small, Weight::regular, ui.theme.muted});
    column.gap(ui.px(16));
}

void what_if_tab(app::View& view, Column& column, const Record& record) {
    Ui& ui = view.ui;
    const Around around = app::around(view.state.replica, view.reader, ui.platform.now_ms());
    paragraph(ui, column, ui.say("what_if.lead"_tr), {Size::body, Weight::regular, ui.theme.muted});
    column.gap(ui.px(8));
    {
        ButtonRow row(ui, column);
        if (row.add("print", ui.say("what_if.print"_tr), {.icon = "printer"_icon}))
            view.commands.push_back([copy = record](app::App& app) { app.download_what_if(copy); });
        const auto places = places_of(record, view.state.replica);
        if (places && allowed(view.state.replica.who(), Right::create, kExercise, *places) &&
            row.add("exercise", ui.say("what_if.exercise"_tr), {.icon = "clock"_icon}))
            view.commands.push_back(
                [id = record.id, me = view.state.replica.who().person, name = around.words("what_if.exercise") + ": " + around.title(record)](app::App& app) {
                    app.create(kExercise, {{"system", Value{id}}, {"leader", Value{me}}, {"name", Value{name}}});
                });
    }
    column.gap(ui.px(12));
    for (const WhatIfPart& part : what_if(record, around)) {
        ImGui::PushID(part.name.data());
        what_if_part(view, column, part, around);
        ImGui::PopID();
    }
}

}  // namespace lisa::views
