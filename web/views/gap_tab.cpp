// What the class of a system asks for and how far it has come (K3): requirement by requirement, with what remains first.
#include <algorithm>

#include "app/around.h"
#include "domain/catalog.h"
#include "domain/gap.h"
#include "i18n/catalog_words.h"
#include "views/screens.h"

namespace lisa::views {
namespace {

using namespace ui;

Tone tone_of(std::string_view status) {
    if (status == "met" || status == "not_applicable") return Tone::good;
    if (status == "partly") return Tone::warning;
    return status == "not_met" ? Tone::danger : Tone::plain;
}

void gap_row(app::View& view, Column& column, const Record& system, const Record& requirement, const Record* status, bool may_assess) {
    Ui& ui = view.ui;
    ImGui::PushID(requirement.id.c_str());
    Container item(ui, Aria::listitem, "row", "", {column.x, column.y, column.w, 0});
    const app::Route route{.screen = app::Screen::reg, .entity = requirement.entity, .id = requirement.id};
    if (link(ui, column, "requirement", title_of(requirement, view.reader), app::path_of(route))) view.go(route);
    if (const std::string text = requirement.text("text"); !text.empty()) paragraph(ui, column, text, {Size::small, Weight::regular, ui.theme.muted});
    const std::string state = status ? status->text("status") : std::string("not_assessed");
    const Field& field = *find_field(kRequirementStatus, "status");
    const std::string word(ui.say(option_key(kRequirementStatus, field, state.empty() ? "not_assessed" : state).view()));
    column.gap(ui.px(4));
    const float width = badge(ui, {column.x, column.y}, word, tone_of(state));
    const std::string label = std::string(ui.say(status ? "gap.change"_tr : "gap.assess"_tr));
    const Box place{column.x + width + ui.px(8), column.y - ui.px(6), button_width(ui, label, {.kind = Kind::quiet}), ui.row_height()};
    const std::string about = title_of(requirement, view.reader);
    const ButtonLook look{.kind = Kind::quiet, .description = about};
    if (may_assess && button_at(ui, place, "assess", label, look)) {
        if (status) view.go({.screen = app::Screen::reg, .entity = &kRequirementStatus, .id = status->id, .tab = app::Tab::fields});
        else
            view.commands.push_back([system_id = system.id, requirement_id = requirement.id](app::App& app) {
                app.create(kRequirementStatus, {{"system", Value{system_id}}, {"requirement", Value{requirement_id}}});
            });
    }
    column.gap(ui.px(40));
    ImGui::PopID();
}

}  // namespace

void gap_tab(app::View& view, Column& column, const Record& record) {
    Ui& ui = view.ui;
    const Replica& replica = view.state.replica;
    const Around around = app::around(replica, view.reader, view.now_ms());
    if (!sees_at(around, kRequirementStatus, record)) return paragraph(ui, column, ui.say("gap.withheld"_tr), {Size::body, Weight::regular, ui.theme.muted});
    const std::vector<const Record*> requirements = replica.rows(kRequirement), statuses = replica.referring(kRequirementStatus, "system", record.id);
    const Gap found = gap(class_of_system(record, around).levels(), requirements, statuses);
    if (found.rows.empty()) return paragraph(ui, column, ui.say("gap.none"_tr), {Size::body, Weight::regular, ui.theme.muted});
    const auto number = [](int count) { return std::to_string(count); };
    const GapCounts& counts = found.counts;
    paragraph(ui, column,
              fill(ui.say("gap.lead"_tr), {{"all", std::to_string(found.rows.size())},
                                           {"met", number(counts.met + counts.not_applicable)},
                                           {"partly", number(counts.partly)},
                                           {"not_met", number(counts.not_met)},
                                           {"not_assessed", number(counts.not_assessed)}}));
    column.gap(ui.px(12));
    const bool may_assess = allowed_somewhere(view.state.replica.who(), Right::create, kRequirementStatus);
    Container list(ui, Aria::list, "gap", ui.say("tab.gap"_tr), {column.x, column.y, column.w, 0});
    for (const bool is_done : {false, true})
        for (const GapRow& row : found.rows) {
            const std::string state = row.status ? row.status->text("status") : std::string();
            if ((state == "met" || state == "not_applicable") == is_done) gap_row(view, column, record, *row.requirement, row.status, may_assess);
        }
}

}  // namespace lisa::views
