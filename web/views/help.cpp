// Help (F1): what the present view is for, and what the keys do. A list, since nobody should have to remember.
#include "app/route.h"
#include "i18n/catalog_words.h"
#include "ui/dialog.h"
#include "views/screens.h"

namespace lisa::views {
namespace {

using namespace ui;
using app::Screen;
using app::Tab;

constexpr Tr kEverywhere[] = {"keys.search"_tr, "keys.page"_tr, "keys.create"_tr, "keys.save"_tr,
                              "keys.undo"_tr,   "keys.part"_tr, "keys.escape"_tr, "keys.list"_tr};
constexpr Tr kInTables[] = {"keys.cells"_tr, "keys.enter"_tr, "keys.edit"_tr, "keys.pick"_tr, "keys.copy"_tr, "keys.paste"_tr};

Tr help_of(Tab tab) {
    switch (tab) {
        case Tab::overview: return "help.view.overview"_tr;
        case Tab::fields: return "help.view.fields"_tr;
        case Tab::links: return "help.view.links"_tr;
        case Tab::history: return "help.view.history"_tr;
        case Tab::read: return "help.view.read"_tr;
        case Tab::map: return "help.view.map"_tr;
        case Tab::matrix: return "help.view.matrix"_tr;
        case Tab::compare: return "help.view.compare"_tr;
        case Tab::gap: return "help.view.gap"_tr;
        case Tab::acknowledgements: return "help.view.acknowledgements"_tr;
        case Tab::workshop: return "help.view.workshop"_tr;
        case Tab::decision: return "help.view.decision"_tr;
        case Tab::cases: return "help.view.cases"_tr;
        case Tab::draft: return "help.view.draft"_tr;
        case Tab::significance: return "help.view.significance"_tr;
        case Tab::duties: return "help.view.duties"_tr;
        case Tab::what_if: return "help.view.what_if"_tr;
        case Tab::exercise: return "help.view.exercise"_tr;
        case Tab::files: return "help.view.files"_tr;
    }
    return "help.view.overview"_tr;
}

Tr help_of(const app::View& view) {
    const app::Route& route = view.state.route;
    if (route.is_past()) return "help.view.past"_tr;
    switch (route.screen) {
        case Screen::home: return "help.view.home"_tr;
        case Screen::figures: return "help.view.figures"_tr;
        case Screen::outbox: return "help.view.outbox"_tr;
        case Screen::report: return "help.view.report"_tr;
        case Screen::may_i: return "help.view.may_i"_tr;
        case Screen::organisation: return may_see_organisation(view) ? "help.view.organisation"_tr : "help.view.unknown"_tr;
        case Screen::trail: return may_see_trail(view) ? "help.view.trail"_tr : "help.view.unknown"_tr;
        case Screen::import: return "help.view.import"_tr;
        case Screen::preferences: return "help.view.preferences"_tr;
        case Screen::accessibility: return "help.view.accessibility"_tr;
        case Screen::unknown: return "help.view.unknown"_tr;
        case Screen::reg: break;
    }
    return route.id.empty() ? "help.view.list"_tr : help_of(shown_tab(route));
}

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

/// What the view is for; and of what register it tells.
void about(app::View& view, Column& column) {
    Ui& ui = view.ui;
    const app::Route& route = view.state.route;
    const std::string_view text = ui.say(help_of(view));
    if (route.screen == Screen::reg) {
        paragraph(ui, column, ui.say(about_key(*route.entity).view()));
        column.gap(ui.px(8));
    }
    // The texts of the help are fetched after the first frame, and without network perhaps not at all.
    if (!text.empty()) paragraph(ui, column, text);
    column.gap(ui.px(12));
}

}  // namespace

void help_dialog(app::View& view) {
    Ui& ui = view.ui;
    Dialog dialog(ui, "help", ui.say("header.help"_tr), 560, view.state.overlay_height);
    about(view, dialog.column);
    group(ui, dialog.column, "keys.everywhere"_tr, kEverywhere);
    group(ui, dialog.column, "keys.tables"_tr, kInTables);
    if (dialog.was_dismissed) view.commands.push_back([](app::App& app) { app.open(app::Overlay::none); });
}

}  // namespace lisa::views
