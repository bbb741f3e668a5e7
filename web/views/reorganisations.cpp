// What happened to the organisation (O1), below its tree: founded, moved, renamed, merged, ended, with day, decision and who.
#include <algorithm>

#include "core/date.h"
#include "domain/unit.h"
#include "i18n/catalog_words.h"
#include "views/screens.h"

namespace lisa::views {

using namespace ui;

namespace {

using app::Reorganisations;

std::string unit_title(const app::View& view, const std::string& id) {
    const Record* unit = view.state.replica.find(kUnit, id);
    return unit ? title_of(*unit, view.reader) : std::string(view.ui.say(id.empty() ? "history.nothing"_tr : "show.out_of_sight"_tr));
}

std::string sentence(const app::View& view, const Reorganisations::Row& row) {
    const Reorganisation& what = row.what;
    const bool leads_to_units = what.kind == "moved" || what.kind == "merged";
    const auto side = [&](const std::string& value) { return leads_to_units ? unit_title(view, value) : value; };
    const std::string unit = what.kind == "founded" && !what.after.empty() ? what.after : unit_title(view, row.unit);
    return fill(view.ui.say(WordKey{"organisation.change", what.kind}.view()), {{"unit", unit}, {"before", side(what.before)}, {"after", side(what.after)}});
}

void change_row(app::View& view, Column& column, const Reorganisations::Row& row) {
    Ui& ui = view.ui;
    Container item(ui, Aria::listitem, "row", "", {column.x, column.y, column.w, 0});
    const app::Route route{.screen = app::Screen::reg, .entity = &kUnit, .id = row.unit, .tab = app::Tab::history};
    if (link(ui, column, "open", sentence(view, row), app::path_of(route))) view.go(route);
    std::string text = swedish_time(row.at).substr(0, 10);
    if (!row.actor.empty()) text += "  " + row.actor;
    if (!row.decision.empty()) text += " · " + fill(ui.say("organisation.change.decision"_tr), {{"decision", row.decision}});
    paragraph(ui, column, text, {Size::small, Weight::regular, ui.theme.muted});
    column.gap(ui.px(10));
}

}  // namespace

void reorganisations(app::View& view, Column& column) {
    Ui& ui = view.ui;
    Reorganisations& changes = view.state.organisation.changes;
    std::int64_t rev = 0;
    for (const TreeUnit& unit : view.state.organisation.tree) rev = std::max(rev, unit.unit->rev);
    if (changes.rev != rev && changes.status != Reorganisations::Status::loading)
        view.commands.push_back([rev](app::App& app) { app.ask_reorganisations(0, rev); });
    heading(ui, column, 2, ui.say("organisation.changes"_tr));
    paragraph(ui, column, ui.say("organisation.changes_lead"_tr), {Size::body, Weight::regular, ui.theme.muted});
    column.gap(ui.px(8));
    if (changes.status == Reorganisations::Status::offline) notice(ui, column, ui.say("history.offline"_tr), Tone::warning);
    if (changes.rows.empty()) {
        if (changes.status == Reorganisations::Status::offline) return;
        const bool is_known = changes.status == Reorganisations::Status::ready;
        return paragraph(ui, column, ui.say(is_known ? "organisation.changes_none"_tr : "register.loading"_tr), {Size::body, Weight::regular, ui.theme.muted});
    }
    {
        Container list(ui, Aria::list, "changes", ui.say("organisation.changes"_tr), {column.x, column.y, column.w, 0});
        for (std::size_t i = 0; i < changes.rows.size() && i < changes.shown; ++i) {
            ImGui::PushID(("change." + std::to_string(i)).c_str());
            change_row(view, column, changes.rows[i]);
            ImGui::PopID();
        }
    }
    const bool has_hidden = changes.shown < changes.rows.size();
    if (!has_hidden && !changes.has_more) return;
    if (!button(ui, column, "older", ui.say("organisation.changes_more"_tr))) return;
    changes.shown += Reorganisations::kPage;
    if (!has_hidden) view.commands.push_back([before = changes.before, rev](app::App& app) { app.ask_reorganisations(before, rev); });
    *ui.wants_frame = true;
}

}  // namespace lisa::views
