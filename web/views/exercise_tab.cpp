// An exercise while it goes on (H8): a timer, what has been revealed, what is next, and the log that becomes the protocol.
#include <algorithm>

#include "app/around.h"
#include "core/date.h"
#include "domain/catalog.h"
#include "i18n/catalog_words.h"
#include "views/screens.h"

namespace lisa::views {
namespace {

using namespace ui;

void clock_face(app::View& view, Column& column, const Record& record) {
    Ui& ui = view.ui;
    constexpr int kSecond = 1000;
    const std::int64_t now = ui.platform.now_ms();
    const std::string text = time_since_start(record, now);
    const TextStyle style{Size::display, Weight::semibold};
    const Box box = column.take(line_height(ui, Size::display) + ui.px(8));
    draw_text_in(ui, box, text, style);
    add_node(ui, box, Aria::paragraph, fill(ui.say("exercise.time"_tr), {{"time", text}}));
    ui.platform.wake(kSecond - static_cast<int>(now % kSecond));
}

/// The lines of the log, the latest first.
void log_lines(app::View& view, Column& column, const Record& record) {
    Ui& ui = view.ui;
    const Notes notes = record.get(exercise::log);
    if (notes.empty()) return;
    const std::string title(ui.say("field.exercise.log"));
    heading(ui, column, 2, title);
    Container list(ui, Aria::list, "log", title, {column.x, column.y, column.w, 0});
    for (std::size_t i = notes.size(); i-- > 0;) {
        const Record* person = view.state.replica.find(kPerson, notes[i].by);
        Container item(ui, Aria::listitem, "line" + std::to_string(i), "", {column.x, column.y, column.w, 0});
        const std::string who = person ? title_of(*person, view.reader) : std::string(ui.say("show.out_of_sight"_tr));
        paragraph(ui, column, swedish_time(notes[i].at) + "  " + who, {Size::small, Weight::semibold, ui.theme.muted});
        paragraph(ui, column, notes[i].text);
        column.gap(ui.px(8));
    }
}

void note_field(app::View& view, Column& column, const Record& record) {
    Ui& ui = view.ui;
    app::ExerciseView& typed = view.state.exercise;
    if (typed.id != record.id) typed = {record.id, {}};
    (void)text_area(ui, column, "note", {.label = ui.say("exercise.note"_tr), .limit = 4000}, typed.note);
    column.gap(ui.px(4));
    if (button(ui, column, "add", ui.say("exercise.add"_tr), {.icon = "plus"_icon, .is_disabled = typed.note.empty()}))
        view.commands.push_back([copy = record, text = typed.note](app::App& app) { app.note_in_exercise(copy, text); });
    column.gap(ui.px(12));
}

void running(app::View& view, Column& column, const Record& record, const Record* system, const Around& around, bool may_lead) {
    Ui& ui = view.ui;
    clock_face(view, column, record);
    const std::string_view next = next_inject(record);
    if (may_lead) {
        ButtonRow row(ui, column);
        if (system && !next.empty() &&
            row.add("reveal", fill(ui.say("exercise.reveal"_tr), {{"what", what_if_heading(next, around)}}), {.kind = Kind::primary, .icon = "eye"_icon}))
            view.commands.push_back([copy = record](app::App& app) { app.reveal_next(copy); });
        if (row.add("end", ui.say("step.exercise.end"), {.icon = "check"_icon}))
            view.commands.push_back([copy = record](app::App& app) { app.step(copy, "end"); });
    }
    column.gap(ui.px(12));
    if (may_lead) note_field(view, column, record);
}

}  // namespace

void exercise_tab(app::View& view, Column& column, const Record& record) {
    Ui& ui = view.ui;
    const Around around = app::around(view.state.replica, view.reader, ui.platform.now_ms());
    const Record* system = view.state.replica.find(kSystem, record.get(exercise::system));
    const std::string status = record.get(exercise::status);
    const auto places = places_of(record, view.state.replica);
    const bool may_lead = places && allowed(view.state.replica.who(), Right::update, kExercise, *places);
    if (status == "planned") {
        paragraph(ui, column, ui.say("exercise.lead"_tr), {Size::body, Weight::regular, ui.theme.muted});
        column.gap(ui.px(8));
        if (may_lead && button(ui, column, "start", ui.say("step.exercise.start"), {.kind = Kind::primary, .icon = "clock"_icon}))
            view.commands.push_back([copy = record](app::App& app) { app.step(copy, "start"); });
        return;
    }
    if (status == "ongoing") running(view, column, record, system, around, may_lead);
    else {
        paragraph(ui, column,
                  fill(ui.say("exercise.ended"_tr), {{"from", swedish_time(record.get(exercise::started_at))},
                                                     {"to", swedish_time(record.get(exercise::ended_at))},
                                                     {"minutes", std::to_string(record.get(exercise::minutes))}}),
                  {Size::body, Weight::semibold});
        column.gap(ui.px(8));
        if (button(ui, column, "print", ui.say("exercise.print"_tr), {.icon = "printer"_icon}))
            view.commands.push_back([copy = record](app::App& app) { app.download_sheet(copy); });
        column.gap(ui.px(12));
    }
    const Set revealed = record.get(exercise::revealed);
    if (system && status == "ongoing")
        for (const WhatIfPart& part : what_if(*system, around))
            if (std::find(revealed.begin(), revealed.end(), part.name) != revealed.end()) {
                ImGui::PushID(part.name.data());
                what_if_part(view, column, part, around);
                ImGui::PopID();
            }
    log_lines(view, column, record);
}

}  // namespace lisa::views
