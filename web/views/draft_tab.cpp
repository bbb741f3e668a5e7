// What the authority asks about a case, answer by answer, each to be copied into its form (H3, H7, D3). What is not known says so.
#include "app/around.h"
#include "app/event_cases.h"
#include "documents/notification_notice.h"
#include "domain/catalog.h"
#include "i18n/catalog_words.h"
#include "views/screens.h"

namespace lisa::views {
namespace {

using namespace ui;

void choose_stage(app::View& view, Column& column, const Record& record) {
    Ui& ui = view.ui;
    app::DraftView& drafted = view.state.drafted;
    std::vector<Option> options;
    for (NoticeStage stage : kNoticeStages) {
        const std::string_view name = stage_name(stage);
        options.push_back({std::string(name), std::string(ui.say(WordKey{"notice", "stage", name}.view()))});
    }
    std::string stage(stage_name(app::stage_of(drafted, record)));
    if (select(ui, column, "stage", {.label = ui.say("draft.stage"_tr)}, options, stage)) drafted = {record.id, stage};
}

/// A question with its answer, and the way to take the answer along.
void line_row(app::View& view, Column& column, const DraftLine& line) {
    Ui& ui = view.ui;
    const float side = ui.row_height(), top = column.y;
    Column text{column.x, column.y, column.w - side - ui.px(8)};
    paragraph(ui, text, line.label, {Size::small, Weight::semibold, ui.theme.muted});
    if (line.text.empty()) paragraph(ui, text, ui.say("notice.unknown"), {Size::body, Weight::semibold, ui.theme.warning});
    else paragraph(ui, text, line.text);
    column.y = std::max(text.y, top + side) + ui.px(8);
    if (line.text.empty()) return;
    const std::string label = fill(ui.say("draft.copy"_tr), {{"what", line.label}});
    const Box place{column.x + column.w - side, top, side, side};
    if (button_at(ui, place, "copy", label, {.kind = Kind::quiet, .icon = "copy"_icon, .shows_label = false}))
        view.commands.push_back([answer = line.text](app::App& app) { app.copy_answer(answer); });
}

}  // namespace

void draft_tab(app::View& view, Column& column, const Record& record) {
    Ui& ui = view.ui;
    if (record.entity == &kNotification) choose_stage(view, column, record);
    const Around around = app::around(view.state.replica, view.reader, ui.platform.now_ms());
    const NoticeDraft draft = app::notice_of(record, view.state.drafted, around);
    paragraph(ui, column, draft.lead, {Size::body, Weight::regular, ui.theme.muted});
    column.gap(ui.px(8));
    paragraph(ui, column, draft.deadline, {Size::body, Weight::semibold});
    paragraph(ui, column, fill(ui.say("draft.unknown"_tr), {{"count", std::to_string(draft.unknown())}}), {Size::body, Weight::regular, ui.theme.muted});
    column.gap(ui.px(8));
    if (button(ui, column, "print", ui.say("deed.notice"_tr), {.icon = "printer"_icon}))
        view.commands.push_back([copy = record](app::App& app) { app.download_notice(copy); });
    int number = 0;
    for (const DraftPart& part : draft.parts) {
        if (part.lines.empty()) continue;
        column.gap(ui.px(16));
        heading(ui, column, 2, part.heading);
        for (const DraftLine& line : part.lines) {
            ImGui::PushID(++number);
            line_row(view, column, line);
            ImGui::PopID();
        }
    }
}

}  // namespace lisa::views
