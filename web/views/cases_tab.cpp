// What an event leads to (H7): a case for each controller and each operator that it touches, from one base of facts. Nothing is
// opened before the button, and one sees first what will be.
#include <algorithm>

#include "app/around.h"
#include "app/event_cases.h"
#include "core/date.h"
#include "domain/catalog.h"
#include "i18n/catalog_words.h"
#include "insight/parts.h"
#include "views/screens.h"

namespace lisa::views {
namespace {

using namespace ui;

TextStyle muted(const Ui& ui, Size size = Size::small) { return {size, Weight::regular, ui.theme.muted}; }

/// "Elevregister, Betygsättning": why somebody is touched.
std::string reasons(const app::View& view, const Case& one) {
    constexpr std::size_t kMost = 4;
    std::string text;
    for (std::size_t i = 0; i < one.because.size() && i < kMost; ++i) text += (i > 0 ? ", " : "") + title_of(*one.because[i], view.reader);
    if (one.because.size() > kMost) text += " " + fill(view.ui.say("cases.more"_tr), {{"count", std::to_string(one.because.size() - kMost)}});
    return text;
}

void opened_case(app::View& view, Column& column, const Case& one, const Around& around) {
    Ui& ui = view.ui;
    const app::Route route{.screen = app::Screen::reg, .entity = one.entity, .id = one.opened->id};
    const std::string name = std::string(ui.say(entity_key(*one.entity).view())) + ": " + title_of(*one.unit, view.reader);
    if (link(ui, column, "case", name, app::path_of(route))) view.go(route);
    for (const Clock& clock : clocks_of(*one.opened, around.now)) {
        const bool is_late = clock.standing == Clock::Standing::late;
        const std::string text = std::string(ui.say(WordKey{"clock", clock.name}.view())) + ": " + clock_text(clock, around);
        paragraph(ui, column, text, {Size::small, is_late ? Weight::semibold : Weight::regular, is_late ? ui.theme.danger : ui.theme.muted});
    }
}

/// A case that can be opened, with what it would begin with.
void proposed_case(app::View& view, Column& column, const Record& event, const Case& one, const Around& around) {
    Ui& ui = view.ui;
    std::set<std::string>& left_out = view.state.cases.left_out;
    const std::string key = app::key_of(one);
    const bool may_open = app::may_open(one, view.state.replica);
    bool is_in = may_open && !left_out.contains(key);
    const std::string name = std::string(ui.say(entity_key(*one.entity).view())) + ": " + title_of(*one.unit, view.reader);
    std::string help = may_open ? reasons(view, one) : std::string(ui.say("cases.not_yours"_tr));
    if (may_open) {
        Record preview{*one.entity};
        for (const auto& [field, value] : case_values(event, one)) preview.values[position(*one.entity, field)] = value;
        for (const Clock& clock : clocks_of(preview, around.now))
            if (clock.is_running())
                help += (help.empty() ? "" : "\n") + std::string(ui.say(WordKey{"clock", clock.name}.view())) + ": " + clock_text(clock, around);
    }
    const FieldLook look{.label = name, .help = help, .is_disabled = !may_open};
    if (checkbox(ui, column, "open", look, is_in)) is_in ? (void)left_out.erase(key) : (void)left_out.insert(key);
    field_foot(ui, column, look);
}

}  // namespace

void cases_tab(app::View& view, Column& column, const Record& record) {
    Ui& ui = view.ui;
    app::CasesView& chosen = view.state.cases;
    if (chosen.event != record.id) chosen = {record.id, {}};
    const Around around = app::around(view.state.replica, view.reader, ui.platform.now_ms());
    const std::vector<Case> cases = app::cases_of(record, view.state.replica);
    paragraph(ui, column, ui.say("cases.lead"_tr), muted(ui, Size::body));
    column.gap(ui.px(12));
    const auto opened = std::count_if(cases.begin(), cases.end(), [](const Case& one) { return one.opened != nullptr; });
    const auto open = [&](const Case& one) { return !one.opened && app::may_open(one, view.state.replica) && !chosen.left_out.contains(app::key_of(one)); };
    const auto to_open = std::count_if(cases.begin(), cases.end(), open);
    if (cases.empty()) return paragraph(ui, column, ui.say("cases.none"_tr));
    if (opened > 0) {
        heading(ui, column, 2, ui.say("cases.opened_title"_tr));
        for (const Case& one : cases) {
            if (!one.opened) continue;
            ImGui::PushID(app::key_of(one).c_str());
            opened_case(view, column, one, around);
            ImGui::PopID();
            column.gap(ui.px(8));
        }
        if (button(ui, column, "update", ui.say("cases.update"_tr), {.icon = "refresh-cw"_icon, .description = ui.say("cases.update_help"_tr)}))
            view.commands.push_back([copy = record](app::App& app) { app.update_cases(copy); });
        column.gap(ui.px(16));
    }
    if (static_cast<std::size_t>(opened) == cases.size()) return;
    heading(ui, column, 2, ui.say("cases.proposed_title"_tr));
    column.gap(ui.px(4));
    for (const Case& one : cases) {
        if (one.opened) continue;
        ImGui::PushID(app::key_of(one).c_str());
        proposed_case(view, column, record, one, around);
        ImGui::PopID();
    }
    const std::string label = fill(ui.say("cases.open"_tr), {{"count", std::to_string(to_open)}});
    if (button(ui, column, "open_all", label, {.kind = Kind::primary, .is_disabled = to_open == 0}))
        view.commands.push_back([copy = record](app::App& app) { app.open_cases(copy); });
}

}  // namespace lisa::views
