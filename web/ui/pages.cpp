#include "ui/pages.h"

#include <algorithm>

namespace lisa::ui {

RowRange page_of(int row, int count, int page) {
    const int last = std::max(count - 1, 0);
    const int first = std::min(row < 0 ? page : row, last) / kPageRows * kPageRows;
    return {first, std::min(first + kPageRows, count)};
}

int page_turner(Ui& ui, Column& column, std::string_view key, RowRange shown, int count) {
    const std::string id = std::string(key) + ".pages";
    ImGui::PushID(id.c_str());
    Container pages(ui, Aria::toolbar, "pages", ui.say("table.pages"_tr), {column.x, column.y, column.w, 0});
    const std::string text =
        fill(ui.say("table.page"_tr), {{"first", std::to_string(shown.first + 1)}, {"last", std::to_string(shown.last)}, {"count", std::to_string(count)}});
    Node status = make_node(Aria::status, id_of("shown"), text, column.take(line_height(ui, Size::body)));
    status.states = semantics::polite;
    draw_text(ui, {status.rect.x, status.rect.y}, text);
    ui.tree.add(std::move(status));
    int wanted = -1;
    {
        const int last_page = page_of(count - 1, count, 0).first;
        const bool is_first = shown.first == 0, is_last = shown.last == count;
        ButtonRow row(ui, column);
        const auto turn = [&](std::string_view name, Tr label, bool is_there, int first) {
            if (row.add(name, ui.say(label), {.is_disabled = is_there})) wanted = first;
        };
        turn("first", "table.first_page"_tr, is_first, 0);
        turn("previous", "table.previous_page"_tr, is_first, shown.first - kPageRows);
        turn("next", "table.next_page"_tr, is_last, shown.last);
        turn("last", "table.last_page"_tr, is_last, last_page);
    }
    ImGui::PopID();
    return wanted;
}

}  // namespace lisa::ui
