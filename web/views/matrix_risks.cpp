// The risks beneath the matrix: those of the cell that was clicked, or all. Each is opened, or its likelihood and consequence altered
// where they are seen (R2).
#include "domain/catalog.h"
#include "domain/risk_checks.h"
#include "domain/risk_matrix.h"
#include "i18n/catalog_words.h"
#include "report/scale.h"
#include "views/screens.h"

namespace lisa::views {
namespace {

using namespace ui;

const risk::Rating& axes_of(Stage stage) { return risk::kRatings[static_cast<std::size_t>(stage)]; }

bool may_assess(const app::View& view, const Record& risk, Stage stage) {
    const Actor& who = view.state.replica.who();
    const auto places = places_of(risk, view.state.replica);
    const Field& field = kRisk.fields[axes_of(stage).likelihood.index];
    return places && allowed(who, Right::update, kRisk, *places) && field.seen_from <= clearance_over(who, *places);
}

/// The level that what is typed would give, before it is saved.
void level_line(Ui& ui, Column& column, const Record& typed, const Record& matrix, Stage stage, const Reader& reader) {
    const risk::Rating& axes = axes_of(stage);
    const bool is_whole = !is_blank(typed.values[axes.likelihood.index]) && !is_blank(typed.values[axes.consequence.index]);
    const auto level = is_whole ? level_of(matrix, typed.get(axes.likelihood), typed.get(axes.consequence)) : std::nullopt;
    const std::string words = level ? scale_text("risk_level", *level, reader) : std::string(ui.say("history.nothing"_tr));
    const std::string line = std::string(ui.say(field_key(kRisk, kRisk.fields[axes.level.index]).view())) + ": " + words;
    const ImVec2 at{column.x, column.y};
    Node node = make_node(Aria::status, id_of("level"), line, column.take(draw_wrapped(ui, &at, line, column.w, {Size::body, Weight::semibold})));
    node.states = semantics::polite;
    ui.tree.add(std::move(node));
    column.gap(ui.px(12));
}

/// The form of the two steps, with the level that follows from them.
void assess(app::View& view, Column& column, const Record& risk, const Record& matrix, Stage stage, Draft& draft) {
    Ui& ui = view.ui;
    const std::string name = fill(ui.say("cell.editor"_tr), {{"name", title_of(risk, view.reader)}});
    Container group(ui, Aria::group, "assess", name, {column.x, column.y, column.w, 0});
    FormFrame frame = form_frame(view, with_draft(risk, draft), true);
    const std::string_view likelihood = kRisk.fields[axes_of(stage).likelihood.index].name, consequence = kRisk.fields[axes_of(stage).consequence.index].name;
    for (const std::string_view step : {likelihood, consequence}) {
        frame.only = step;
        if (form(ui, column, risk, draft, frame) && draft.base == 0) draft.base = risk.rev;
    }
    other_problems(view, column, draft, {likelihood, consequence});
    forget_untouched(risk, draft);
    level_line(ui, column, with_draft(risk, draft), matrix, stage, view.reader);
    ButtonRow row(ui, column);
    const bool saves = row.add("save", ui.say("form.save"_tr), {.kind = Kind::primary});
    const bool leaves = row.add("leave", ui.say("dialog.cancel"_tr), {.kind = Kind::quiet});
    if (saves && draft.is_dirty()) view.commands.push_back([](app::App& app) { app.save_assessment(); });
    else if (saves || leaves) view.commands.push_back([](app::App& app) { app.leave_assessment(); });
}

void risk_row(app::View& view, Column& column, const Record& risk, const Record& matrix, Stage stage) {
    Ui& ui = view.ui;
    ImGui::PushID(risk.id.c_str());
    const app::Route route{.screen = app::Screen::reg, .entity = risk.entity, .id = risk.id};
    const std::string title = title_of(risk, view.reader);
    if (link(ui, column, "risk." + risk.id, title, app::path_of(route))) view.go(route);
    column.gap(ui.px(4));
    if (view.state.assessing.id == risk.id) {
        assess(view, column, risk, matrix, stage, view.state.assessing);
    } else if (may_assess(view, risk, stage)) {
        if (button(ui, column, "assess." + risk.id, ui.say("matrix.assess"_tr), {.kind = Kind::quiet, .icon = "pencil"_icon, .description = title}))
            view.commands.push_back([id = risk.id](app::App& app) { app.save_assessment(id); });
    }
    column.gap(ui.px(6));
    ImGui::PopID();
}

}  // namespace

void matrix_risks(app::View& view, Column& column, const Record& matrix, const std::vector<const Record*>& risks, Stage stage) {
    Ui& ui = view.ui;
    const auto [likelihood, consequence] = view.state.matrix_cell;
    heading(ui, column, 2, ui.say(likelihood < 0 ? "matrix.all"_tr : "matrix.in_cell"_tr));
    bool has_any = false;
    for (const Record* risk : risks) {
        if (likelihood >= 0 && !lies_in(*risk, stage, likelihood, consequence)) continue;
        has_any = true;
        risk_row(view, column, *risk, matrix, stage);
    }
    if (!has_any) paragraph(ui, column, ui.say("matrix.empty"_tr), {Size::body, Weight::regular, ui.theme.muted});
}

}  // namespace lisa::views
