// A step for the rows that were picked: which can take it, which cannot and why, and what it asks for, filled in once.
#include <algorithm>

#include "core/date.h"
#include "i18n/catalog_words.h"
#include "ui/dialog.h"
#include "views/screens.h"

namespace lisa::views {
namespace {

using namespace ui;
using app::Stepping;
using app::StepPlan;

constexpr std::size_t kMostShown = 20;

void close(app::View& view) {
    view.commands.push_back([](app::App& app) { app.open(app::Overlay::none); });
}

std::string name_of(const app::View& view, const Entity& entity, const std::string& id) {
    const Record* record = view.state.replica.find(entity, id);
    return record ? title_of(*record, view.reader) : std::string{};
}

/// Why a record cannot take the step. That it is in another state is said with the state; everything else in the words of its problem.
std::string reason(const app::View& view, const Entity& entity, const StepPlan::Row& row) {
    const Ui& ui = view.ui;
    std::string reasons;
    for (const Problem& problem : row.problems) {
        const Record* record = view.state.replica.find(entity, row.record);
        const bool is_elsewhere = record && problem.field == entity.state && problem.message == "problem.step";
        const Field* field = find_field(entity, problem.field);
        const bool is_named = field && problem.field != entity.state;
        const std::string where = is_named ? std::string(ui.say(field_key(entity, *field).view())) + ": " : "";
        const std::string words = is_elsewhere ? fill(ui.say("steps.other_state"_tr), {{"state", show(*record, position(entity, entity.state), view.reader)}})
                                               : where + problem_text(ui, entity, problem);
        reasons += (reasons.empty() ? "" : " ") + words;
    }
    return reasons;
}

void unable(app::View& view, Column& column, const Entity& entity, const StepPlan& plan) {
    Ui& ui = view.ui;
    if (plan.unable.empty()) return;
    heading(ui, column, 2, fill(ui.say("steps.unable"_tr), {{"count", std::to_string(plan.unable.size())}}));
    {
        Container list(ui, Aria::list, "unable", "", {column.x, column.y, column.w, 0});
        for (std::size_t i = 0; i < std::min(plan.unable.size(), kMostShown); ++i) {
            Container item(ui, Aria::listitem, "unable." + std::to_string(i), "", {column.x, column.y, column.w, 0});
            paragraph(ui, column, name_of(view, entity, plan.unable[i].record) + ": " + reason(view, entity, plan.unable[i]));
            column.gap(ui.px(4));
        }
    }
    if (plan.unable.size() > kMostShown) paragraph(ui, column, fill(ui.say("deed.more"_tr), {{"count", std::to_string(plan.unable.size() - kMostShown)}}));
    column.gap(ui.px(12));
}

void able(app::View& view, Column& column, const Entity& entity, const Stepping& stepping, const StepPlan& plan) {
    Ui& ui = view.ui;
    const std::size_t count = plan.able.size() + plan.waiting.size();
    notice(ui, column, fill(ui.say("steps.able"_tr), {{"able", std::to_string(count)}, {"count", std::to_string(stepping.records.size())}}),
           count > 0 ? Tone::info : Tone::warning);
    std::string names;
    std::size_t shown = 0;
    const auto add = [&](const std::string& id) {
        if (++shown <= kMostShown) names += (names.empty() ? "" : ", ") + name_of(view, entity, id);
    };
    for (const Change& change : plan.able) add(change.record);
    for (const StepPlan::Row& row : plan.waiting) add(row.record);
    if (shown > kMostShown) names += " " + fill(ui.say("deed.more"_tr), {{"count", std::to_string(shown - kMostShown)}});
    if (!names.empty()) paragraph(ui, column, names, {Size::small, Weight::regular, ui.theme.muted});
    column.gap(ui.px(12));
}

/// What the step asks for, once for all the records that lack it. What is wrong is said when it has been tried.
void asked(app::View& view, Column& column, const Entity& entity, Stepping& stepping, const StepPlan& plan) {
    Ui& ui = view.ui;
    if (plan.asked.empty()) return;
    heading(ui, column, 2, ui.say("steps.asks"_tr));
    paragraph(ui, column, ui.say("steps.asks_text"_tr), {Size::body, Weight::regular, ui.theme.muted});
    column.gap(ui.px(8));
    std::vector<Problem>& problems = stepping.draft.problems;
    problems.clear();
    for (const auto* rows : {&plan.waiting, &plan.unable})
        for (const StepPlan::Row& row : *rows)
            for (const Problem& problem : row.problems) {
                const auto is_same = [&](const auto& other) { return other == problem.field; };
                const bool is_asked = std::any_of(plan.asked.begin(), plan.asked.end(), is_same);
                const bool is_known = std::any_of(problems.begin(), problems.end(), [&](const Problem& one) { return one.field == problem.field; });
                if (stepping.draft.was_tried && is_asked && !is_known) problems.push_back(problem);
            }
    const Record blank{entity};
    for (const std::string& name : plan.asked) {
        FormFrame frame = form_frame(view, with_draft(blank, stepping.draft), true);
        frame.only = name;
        frame.is_demanded = true;
        (void)form(ui, column, blank, stepping.draft, frame);
    }
    stepping.draft.shows_problem = false;
}

}  // namespace

void steps_dialog(app::View& view) {
    Ui& ui = view.ui;
    Stepping& stepping = view.state.stepping;
    if (!stepping.entity) return close(view);
    const Entity& entity = *stepping.entity;
    const auto words = [&](const std::string& name) { return std::string(ui.say(WordKey{"step", entity.name, name}.view())); };
    Dialog dialog(ui, "steps", fill(ui.say("steps.title"_tr), {{"count", std::to_string(stepping.records.size())}}), 620, view.state.overlay_height);
    Column& column = dialog.column;
    std::vector<Option> options{{"", std::string(ui.say("steps.choose"_tr))}};
    for (const std::string& name : app::steps_for(stepping, view.state.replica)) options.push_back({name, words(name)});
    if (options.size() == 1) paragraph(ui, column, ui.say("steps.none"_tr));
    else if (select(ui, column, "step", {.label = ui.say("steps.step"_tr), .is_required = true}, options, stepping.step)) {
        stepping.draft = {};
        stepping.draft.entity = &entity;
    }
    std::size_t count = 0;
    if (!stepping.step.empty()) {
        const StepPlan& plan = app::plan_of(stepping, view.state.replica, utc_text(ui.platform.now_ms()));
        count = plan.able.size() + plan.waiting.size();
        able(view, column, entity, stepping, plan);
        unable(view, column, entity, plan);
        asked(view, column, entity, stepping, plan);
        if (count > 0 && !plan.can_go_back) notice(ui, column, ui.say("steps.no_way_back"_tr), Tone::warning);
    }
    {
        ButtonRow row(ui, column);
        const std::string label = stepping.step.empty() ? std::string(ui.say("steps.choose"_tr))
                                                        : fill(ui.say("steps.run"_tr), {{"step", words(stepping.step)}, {"count", std::to_string(count)}});
        if (row.add("run", label, {.kind = Kind::primary, .is_disabled = count == 0})) view.commands.push_back([](app::App& app) { app.run_steps(); });
        if (row.add("no", ui.say("dialog.cancel"_tr), {.kind = Kind::quiet})) close(view);
    }
    if (dialog.was_dismissed) close(view);
}

}  // namespace lisa::views
