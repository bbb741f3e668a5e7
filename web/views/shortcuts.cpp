// What the keys do (F1). A list, since nobody should have to remember.
#include "ui/dialog.h"
#include "views/screens.h"

namespace lisa::views {
namespace {

using namespace ui;

constexpr Tr kEverywhere[] = {"keys.search"_tr, "keys.create"_tr, "keys.save"_tr, "keys.undo"_tr, "keys.part"_tr, "keys.escape"_tr, "keys.list"_tr};
constexpr Tr kInTables[] = {"keys.cells"_tr, "keys.enter"_tr, "keys.edit"_tr, "keys.pick"_tr, "keys.copy"_tr};

void group(Ui& ui, Column& column, Tr title, std::span<const Tr> lines) {
    const std::string_view words = ui.say(title);
    heading(ui, column, 2, words);
    Container list(ui, Aria::list, words, words, {column.x, column.y, column.w, 0});
    for (const Tr line : lines) {
        const ImVec2 at{column.x, column.y};
        const Box box = column.take(draw_wrapped(ui, &at, ui.say(line), column.w));
        add_node(ui, box, Aria::listitem, ui.say(line));
        column.gap(ui.px(6));
    }
    column.gap(ui.px(12));
}

}  // namespace

void shortcuts_dialog(app::View& view) {
    Dialog dialog(view.ui, "shortcuts", view.ui.say("header.shortcuts"_tr), 520, view.state.overlay_height);
    group(view.ui, dialog.column, "keys.everywhere"_tr, kEverywhere);
    group(view.ui, dialog.column, "keys.tables"_tr, kInTables);
    if (dialog.was_dismissed) view.commands.push_back([](app::App& app) { app.open(app::Overlay::none); });
}

}  // namespace lisa::views
