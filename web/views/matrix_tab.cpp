// The risks of an analysis in its matrix, before and after: a click on a cell lists what lies in it (R2).
#include <utility>

#include "domain/catalog.h"
#include "domain/risk_checks.h"
#include "domain/risk_matrix.h"
#include "i18n/catalog_words.h"
#include "views/screens.h"

namespace lisa::views {
namespace {

using namespace ui;

constexpr Stage kStages[] = {Stage::inherent, Stage::current, Stage::residual};
constexpr float kRowHead = 132, kCellHeight = 52;

void cell(app::View& view, Box box, const Record& matrix, std::int64_t likelihood, std::int64_t consequence, int count) {
    Ui& ui = view.ui;
    const auto level = level_of(matrix, likelihood, consequence);
    const bool is_chosen = view.state.matrix_cell == std::pair{static_cast<int>(likelihood), static_cast<int>(consequence)};
    const std::size_t colour = level ? static_cast<std::size_t>(ramp_of("risk_level", *level)) : 0;
    paint(ui, box, ui.theme.level[colour], 4);
    const std::string digits = level ? std::to_string(*level) : "";
    const std::string word = level ? std::string(ui.say(WordKey{"risk_level.short", digits}.view())) : "";
    const auto step = [&](std::string_view scale, std::int64_t at) { return std::string(ui.say(WordKey{scale, "short", std::to_string(at)}.view())); };
    const std::string name = fill(
        ui.say("matrix.cell"_tr),
        {{"likelihood", step("likelihood", likelihood)}, {"consequence", step("consequence", consequence)}, {"level", word}, {"count", std::to_string(count)}});
    Node node = make_node(Aria::button, id_of("cell." + std::to_string(likelihood) + "." + std::to_string(consequence)), name, box);
    node.states |= semantics::expandable | (is_chosen ? semantics::expanded : 0u);
    const Touch touch = interact(ui, box, std::move(node), 4);
    if (is_chosen || touch.is_hovered) outline(ui, box, ui.theme.ink, 4, is_chosen ? 2.f : 1.f);
    const ImU32 ink = ui.theme.on_level[colour];
    draw_text_in(ui, {box.x + ui.px(6), box.y, box.w - ui.px(8), box.h * 0.55f}, text_width(ui, word, {Size::small}) < box.w - ui.px(8) ? word : digits,
                 {Size::small, Weight::regular, ink});
    if (count > 0)
        draw_text_in(ui, {box.x + ui.px(6), box.y + box.h * 0.45f, box.w - ui.px(8), box.h * 0.55f}, std::to_string(count),
                     {Size::large, Weight::semibold, ink});
    if (touch.was_activated) view.state.matrix_cell = is_chosen ? std::pair{-1, -1} : std::pair{static_cast<int>(likelihood), static_cast<int>(consequence)};
}

Node row_node(Box box, int position) {
    Node node = make_node(Aria::row, id_of("row." + std::to_string(position)), "", box);
    node.position = position;
    return node;
}

/// A cell or heading of the table that the matrix is to assistive technology, in the column counted from 1.
Node place_node(Aria role, const std::string& key, std::string_view name, Box box, int column) {
    Node node = make_node(role, id_of("matrix." + key), name, box);
    node.column = column;
    return node;
}

void grid(app::View& view, Column& column, const Record& matrix, const MatrixCounts::Grid& counts) {
    Ui& ui = view.ui;
    const std::int64_t size = matrix.get(risk_matrix::size);
    const float head = column.w < ui.px(480) ? ui.px(72) : ui.px(kRowHead), gap = ui.px(3);
    const float width = (column.w - head) / static_cast<float>(std::max<std::int64_t>(size, 1));
    const TextStyle small{Size::small, Weight::regular, ui.theme.muted};
    Node node = make_node(Aria::table, id_of("matrix"), ui.say("tab.matrix"_tr), {column.x, column.y, column.w, 0});
    node.size = static_cast<int>(size) + 1;
    node.column = static_cast<int>(size) + 1;
    Container table(ui, std::move(node));
    const Box foot{column.x, column.y + ui.px(kCellHeight) * static_cast<float>(size), column.w, line_height(ui, Size::small) + ui.px(4)};
    {
        Container line(ui, row_node(foot, 1));
        ui.tree.add(place_node(Aria::columnheader, "corner", ui.say("matrix.corner"_tr), {foot.x, foot.y, head, foot.h}, 1));
        for (std::int64_t consequence = 0; consequence < size; ++consequence) {
            const std::string_view word = ui.say(WordKey{"consequence.short", std::to_string(consequence)}.view());
            const Box box{foot.x + head + static_cast<float>(consequence) * width, foot.y, width - gap, foot.h};
            draw_text_in(ui, box, word, small);
            ui.tree.add(place_node(Aria::columnheader, "consequence." + std::to_string(consequence), word, box, static_cast<int>(consequence) + 2));
        }
    }
    for (std::int64_t likelihood = size; likelihood-- > 0;) {
        const Box row = column.take(ui.px(kCellHeight));
        const std::string_view word = ui.say(WordKey{"likelihood.short", std::to_string(likelihood)}.view());
        draw_text_in(ui, {row.x, row.y, head - ui.px(8), row.h}, word, small);
        Container line(ui, row_node(row, static_cast<int>(size - likelihood) + 1));
        ui.tree.add(place_node(Aria::rowheader, "likelihood." + std::to_string(likelihood), word, {row.x, row.y, head, row.h}, 1));
        for (std::int64_t consequence = 0; consequence < size; ++consequence) {
            const Box box{row.x + head + static_cast<float>(consequence) * width, row.y, width - gap, row.h - gap};
            Container inside(ui, place_node(Aria::cell, "place." + std::to_string(likelihood) + "." + std::to_string(consequence), "", box,
                                            static_cast<int>(consequence) + 2));
            cell(view, box, matrix, likelihood, consequence, counts[static_cast<std::size_t>(likelihood)][static_cast<std::size_t>(consequence)]);
        }
    }
    column.gap(foot.h);
}

}  // namespace

void matrix_tab(app::View& view, Column& column, const Record& record) {
    Ui& ui = view.ui;
    const Record* matrix = view.state.replica.find(kRiskMatrix, record.text("matrix"));
    if (!matrix) return paragraph(ui, column, ui.say("matrix.none"_tr), {Size::body, Weight::regular, ui.theme.muted});
    if (std::exchange(view.state.matrix_cell_of, record.id) != record.id) view.state.matrix_cell = {-1, -1};
    const std::vector<const Record*> risks = view.state.replica.referring(kRisk, "analysis", record.id);
    const TabItem items[] = {
        {"stage.inherent", ui.say("matrix.inherent"_tr)}, {"stage.current", ui.say("matrix.current"_tr)}, {"stage.residual", ui.say("matrix.residual"_tr)}};
    view.state.matrix_stage =
        static_cast<int>(tabs(ui, column, "stages", ui.say("matrix.stages"_tr), items, static_cast<std::size_t>(view.state.matrix_stage)));
    const Stage stage = kStages[static_cast<std::size_t>(view.state.matrix_stage)];
    const MatrixCounts counts = matrix_counts(*matrix, risks);
    grid(view, column, *matrix, counts.at(stage));
    if (counts.outside_at(stage) > 0)
        paragraph(ui, column, fill(ui.say("matrix.outside"_tr), {{"count", std::to_string(counts.outside_at(stage))}}),
                  {Size::small, Weight::regular, ui.theme.muted});
    column.gap(ui.px(16));
    matrix_risks(view, column, *matrix, risks, stage);
    column.gap(ui.px(8));
    if (allowed_somewhere(view.state.replica.who(), Right::create, kRisk))
        if (button(ui, column, "new_risk", ui.say("matrix.new"_tr), {.kind = Kind::primary, .icon = "plus"_icon}))
            view.commands.push_back([id = record.id, leader = record.text("leader")](app::App& app) {
                std::map<std::string, Value> values{{"analysis", Value{id}}};
                if (!leader.empty()) values["owner"] = Value{leader};  // a first guess, to be altered
                app.create(kRisk, std::move(values));
            });
    if (!view.state.day.empty()) return;
    column.gap(ui.px(8));
    if (button(ui, column, "past", ui.say("past.open"_tr), {.icon = "history"_icon})) view.commands.push_back([](app::App& app) { app.open_past(); });
    column.gap(ui.px(24));
    files_section(view, column, record);
}

}  // namespace lisa::views
