// A figure month by month (H6): a bar a month, lying, so that month and number have room on a phone. The picture is the table.
#include <algorithm>

#include "figures/words.h"
#include "views/screens.h"

namespace lisa::views {
namespace {

using namespace ui;

constexpr float kMonth = 76, kValue = 108, kMostWide = 720;
constexpr std::int64_t kWhole = 100;  // per cent

Node part_node(Aria role, const std::string& key, std::string_view words, Box box, int column) {
    Node node = make_node(role, id_of("plot." + key), words, box);
    node.column = column;
    return node;
}

/// The longest bar's value.
std::int64_t longest(const std::vector<Month>& months) {
    std::int64_t most = months.front().reading.figure->kind == FigureKind::share ? kWhole : 1;
    for (const Month& month : months) most = std::max(most, month.reading.value.value_or(0));
    return most;
}

}  // namespace

void month_plot(app::View& view, Column& column, const std::vector<Month>& months) {
    if (months.empty()) return;
    Ui& ui = view.ui;
    const std::string name = name_of(*months.front().reading.figure, ui.language);
    const float width = std::min(column.w, ui.px(kMostWide)), height = ui.px(28);
    const float room = std::max(0.f, width - ui.px(kMonth) - ui.px(kValue));
    const TextStyle small{Size::small, Weight::regular, ui.theme.muted}, strong{Size::small, Weight::semibold};
    Node node = make_node(Aria::table, id_of("plot"), name, {column.x, column.y, width, 0});
    node.size = static_cast<int>(months.size()) + 1;
    node.column = 2;
    Container table(ui, std::move(node));
    const auto row = [&](const std::string& key, int position, Aria head, Aria cell, const std::string& first, const std::string& second, float bar,
                         TextStyle style) {
        const Box box = {column.x, column.y, width, height};
        column.gap(height);
        const Box left{box.x, box.y, ui.px(kMonth), box.h}, right{left.right(), box.y, box.w - left.w, box.h};
        Node line = make_node(Aria::row, id_of("plot.row." + key), "", box);
        line.position = position;
        Container inside(ui, std::move(line));
        ui.tree.add(part_node(head, "month." + key, first, left, 1));
        ui.tree.add(part_node(cell, "value." + key, second, right, 2));
        draw_text_in(ui, left, first, small);
        if (bar > 0) paint(ui, {right.x, right.y + ui.px(6), bar, right.h - ui.px(12)}, ui.theme.primary, 3);
        const float after = right.x + (bar > 0 ? bar + ui.px(8) : 0);
        draw_text_in(ui, {after, right.y, right.right() - after, right.h}, second, style);
    };
    row("head", 1, Aria::columnheader, Aria::columnheader, std::string(ui.say("figures.month"_tr)), name, 0, small);
    const std::int64_t most = longest(months);
    for (std::size_t i = 0; i < months.size(); ++i) {
        const Reading& reading = months[i].reading;
        const std::string whole = reading.figure->kind == FigureKind::share && reading.value ? " (" + whole_text(reading, ui.language) + ")" : "";
        row(months[i].name, static_cast<int>(i) + 2, Aria::rowheader, Aria::cell, months[i].name, value_text(reading, ui.language) + whole,
            room * static_cast<float>(reading.value.value_or(0)) / static_cast<float>(most), strong);
    }
    column.gap(ui.px(24));
}

}  // namespace lisa::views
