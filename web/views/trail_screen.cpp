// "Spårlogg" (F5): who changed what and who opened what is sensitive, for those who read the trail of a part of the organisation.
#include "core/date.h"
#include "domain/catalog.h"
#include "domain/trail.h"
#include "i18n/catalog_words.h"
#include "views/menu_pages.h"
#include "views/screens.h"

namespace lisa::views {
namespace {

using namespace ui;
using app::Trail;

constexpr std::string_view kKinds[] = {"changes", "readings"};

void filters(app::View& view, Column& column) {
    Ui& ui = view.ui;
    Trail& trail = view.state.trail;
    const bool is_narrow = column.w < ui.px(620);
    const float gap = ui.px(24), width = is_narrow ? column.w : (column.w - gap) / 2;
    Column left{column.x, column.y, width};
    const FormFrame frame = form_frame(view, Record{kAssignment}, true);
    const Field& field = *find_field(kAssignment, "person");
    const Record* person = view.state.replica.find(kPerson, trail.person);
    (void)combobox(ui, left, "person", {.label = ui.say("trail.who"_tr)}, trail.person_combo, person ? title_of(*person, view.reader) : "", trail.person,
                   [&](std::string_view typed) { return frame.suggest(field, typed); });
    std::vector<Option> registers{{"", std::string(ui.say("trail.all_registers"_tr))}};
    for (const Entity* entity : kCatalog) {
        const bool is_listed = trail.kind == "changes" || is_reading_noted(*entity);
        if (is_listed && allowed_somewhere(view.state.replica.who(), Right::read, *entity))
            registers.push_back({std::string(entity->name), std::string(ui.say(entities_key(*entity).view()))});
    }
    (void)select(ui, left, "register", {.label = ui.say("trail.register"_tr)}, registers, trail.entity);
    Column right{is_narrow ? column.x : column.x + width + gap, is_narrow ? left.y : column.y, width};
    (void)text_field(ui, right, "from", {.label = ui.say("trail.from"_tr)}, trail.from, Aria::date);
    (void)text_field(ui, right, "to", {.label = ui.say("trail.to"_tr)}, trail.to, Aria::date);
    column.y = std::max(left.y, right.y);
}

/// Whether the journal is whole, and the way to find out.
void proof(app::View& view, Column& column) {
    Ui& ui = view.ui;
    const Trail& trail = view.state.trail;
    heading(ui, column, 2, ui.say("trail.proof"_tr));
    paragraph(ui, column, ui.say("trail.proof_lead"_tr), {Size::body, Weight::regular, ui.theme.muted});
    column.gap(ui.px(8));
    const bool is_running = trail.proof == Trail::Proof::running;
    if (button(ui, column, "prove", ui.say(is_running ? "trail.proving"_tr : "trail.prove"_tr), {.icon = "badge-check"_icon, .is_disabled = is_running}))
        view.commands.push_back([](app::App& app) { app.prove_trail(); });
    column.gap(ui.px(12));
    const auto said = [&](Tr words) {
        return fill(ui.say(words), {{"at", swedish_time(trail.proof_at)},
                                    {"rows", std::to_string(trail.proof_rows)},
                                    {"records", std::to_string(trail.proof_records)},
                                    {"count", std::to_string(trail.proof_faults)}});
    };
    if (trail.proof == Trail::Proof::whole) {
        notice(ui, column, said("trail.whole"_tr), Tone::good);
        paragraph(ui, column, fill(ui.say("trail.end"_tr), {{"hash", trail.proof_end}}), {Size::small, Weight::regular, ui.theme.muted});
    }
    if (trail.proof == Trail::Proof::altered) notice(ui, column, said("trail.altered"_tr), Tone::danger, Aria::alert);
    if (trail.proof == Trail::Proof::offline) notice(ui, column, ui.say("trail.offline"_tr), Tone::warning);
}

void trail_row(app::View& view, Column& column, const app::TrailRow& row, int number) {
    Ui& ui = view.ui;
    const Entity* entity = find_entity(kCatalog, row.entity);
    if (!entity) return;
    ImGui::PushID(number);
    Container item(ui, Aria::listitem, "row", "", {column.x, column.y, column.w, 0});
    const app::Route route{.screen = app::Screen::reg, .entity = entity, .id = row.record, .tab = app::Tab::history};
    const std::string about = app::deed_words(row, ui.language) + ": " + row.title + " (" + std::string(ui.say(entity_key(*entity).view())) + ")";
    if (link(ui, column, "open", about, app::path_of(route))) view.go(route);
    const std::string_view who = row.actor.empty() ? ui.say("trail.lisa"_tr) : std::string_view(row.actor);
    paragraph(ui, column, swedish_time(row.at) + "  " + std::string(who), {Size::small, Weight::regular, ui.theme.muted});
    column.gap(ui.px(8));
    ImGui::PopID();
}

void rows(app::View& view, Column& column) {
    Ui& ui = view.ui;
    const Trail& trail = view.state.trail;
    if (trail.status == Trail::Status::offline) return notice(ui, column, ui.say("trail.offline"_tr), Tone::warning);
    if (trail.rows.empty()) {
        const Tr words = trail.status != Trail::Status::ready ? "register.loading"_tr : trail.has_more ? "trail.none_yet"_tr : "trail.none"_tr;
        paragraph(ui, column, ui.say(words), {Size::body, Weight::regular, ui.theme.muted});
    } else {
        Container list(ui, Aria::list, "rows", ui.say("nav.trail"_tr), {column.x, column.y, column.w, 0});
        for (std::size_t i = 0; i < trail.rows.size(); ++i) trail_row(view, column, trail.rows[i], static_cast<int>(i));
    }
    const bool is_loading = trail.status == Trail::Status::loading;
    if (trail.has_more && button(ui, column, "older", ui.say("history.older"_tr), {.is_disabled = is_loading}))
        view.commands.push_back([before = trail.before](app::App& app) { app.ask_trail(before); });
}

}  // namespace

bool may_see_trail(const app::View& view) { return reads_trail_somewhere(view.state.replica.who()); }

void trail_screen(app::View& view, Box box) {
    Ui& ui = view.ui;
    if (!may_see_trail(view)) return nowhere(view, box);
    Trail& trail = view.state.trail;
    if (trail.asked != app::query_of(trail)) view.commands.push_back([](app::App& app) { app.ask_trail(0); });
    Scroll scroll(ui, "trail", box, box.w < ui.px(600) ? 16 : 32);
    Column& column = scroll.column;
    column.w = std::min(column.w, ui.px(900));
    heading(ui, column, 1, ui.say("nav.trail"_tr));
    paragraph(ui, column, ui.say("trail.lead"_tr), {Size::body, Weight::regular, ui.theme.muted});
    column.gap(ui.px(12));
    const TabItem kinds[] = {{"changes", ui.say("trail.changes"_tr)}, {"readings", ui.say("trail.readings"_tr)}};
    const std::size_t now = trail.kind == kKinds[0] ? 0 : 1, chosen = tabs(ui, column, "kinds", ui.say("nav.trail"_tr), kinds, now);
    if (chosen != now) trail.kind = kKinds[chosen], trail.entity.clear(), *ui.wants_frame = true;
    column.gap(ui.px(16));
    paragraph(ui, column, ui.say(now == 0 ? "trail.changes_lead"_tr : "trail.readings_lead"_tr));
    column.gap(ui.px(12));
    filters(view, column);
    if (button(ui, column, "export", ui.say("register.export"_tr), {.icon = "download"_icon, .is_disabled = trail.is_exporting || trail.rows.empty()}))
        view.commands.push_back([](app::App& app) { app.export_trail(); });
    column.gap(ui.px(16));
    rows(view, column);
    column.gap(ui.px(32));
    proof(view, column);
    column.gap(ui.px(24));
}

}  // namespace lisa::views
