// "Rapportera" (H1): first three questions, which close the form where something concerns Sweden's security (H5); then what
// happened, in a minute; then thanks, and what became of one's earlier reports.
#include <algorithm>

#include "core/date.h"
#include "domain/catalog.h"
#include "i18n/catalog_words.h"
#include "views/screens.h"

namespace lisa::views {
namespace {

using namespace ui;

/// What a report asks for, the first two before all else.
constexpr std::string_view kAsked[] = {"name", "description", "site", "discovered_at", "has_personal_data", "system"};
/// And of those who handle events, who also write down what others tell.
constexpr std::string_view kAskedOfHandlers[] = {"unit", "channel", "reporter_contact"};
constexpr Tr kQuestions[] = {"report.gate_classified"_tr, "report.gate_analysis"_tr, "report.gate_system"_tr};

TextStyle muted(const Ui& ui, Size size = Size::body) { return {size, Weight::regular, ui.theme.muted}; }

/// The report being written; null before the questions are answered.
Draft* draft_of(app::View& view) {
    for (auto& [id, draft] : view.state.drafts)
        if (draft.is_new && draft.entity == &kEvent && draft.replaces < 0) return &draft;
    return nullptr;
}

void gate(app::View& view, Column& column) {
    Ui& ui = view.ui;
    heading(ui, column, 2, ui.say("report.gate"_tr));
    paragraph(ui, column, ui.say("report.gate_lead"_tr));
    column.gap(ui.px(8));
    {
        Container list(ui, Aria::list, "gate", ui.say("report.gate"_tr), {column.x, column.y, column.w, 0});
        for (Tr question : kQuestions) {
            const ImVec2 at{column.x + ui.px(20), column.y};
            draw_text(ui, {column.x + ui.px(4), column.y}, "•");
            const Box box = column.take(draw_wrapped(ui, &at, ui.say(question), column.w - ui.px(20)));
            add_node(ui, box, Aria::listitem, ui.say(question));
            column.gap(ui.px(6));
        }
    }
    column.gap(ui.px(10));
    ButtonRow row(ui, column);
    if (row.add("gate.no", ui.say("report.gate_no"_tr), {.kind = Kind::primary})) view.commands.push_back([](app::App& app) { app.begin_report(); });
    if (row.add("gate.yes", ui.say("report.gate_yes"_tr))) view.commands.push_back([](app::App& app) { app.close_report(); });
}

/// Whom to call instead: who sits in the seat, and the authority's own way. Nothing of what was meant is kept.
void slip(app::View& view, Column& column) {
    Ui& ui = view.ui;
    notice(ui, column, ui.say("report.closed"_tr), Tone::warning, Aria::alert);
    column.gap(ui.px(8));
    heading(ui, column, 2, ui.say("report.call"_tr));
    const std::string today = swedish_date(ui.platform.now_ms());
    bool is_known = false;
    for (const Record* seat : view.state.replica.rows(kAssignment)) {
        if (seat->get(assignment::role) != facts(Role::protective_security_manager).name || !is_held(*seat, today)) continue;
        for (const Key<std::string>& field : {assignment::person, assignment::deputy}) {
            const Record* person = view.state.replica.find(kPerson, seat->get(field));
            if (!person) continue;
            const std::string phone = person->text("phone");
            const std::string name = std::string(ui.say(WordKey{"role", "protective_security_manager"}.view())) + ": " + title_of(*person, view.reader);
            paragraph(ui, column, phone.empty() ? name : name + ", " + phone, {Size::large, Weight::semibold});
            is_known = true;
        }
    }
    if (!is_known) paragraph(ui, column, ui.say("report.call_switchboard"_tr), {Size::large, Weight::semibold});
    for (const Record* channel : view.state.replica.rows(kAuthorityChannel))
        if (channel->get(authority_channel::duty) == "security_protection")
            paragraph(ui, column, title_of(*channel, view.reader) + ". " + channel->text("description"));
    column.gap(ui.px(8));
    paragraph(ui, column, ui.say("report.call_how"_tr));
    column.gap(ui.px(16));
    if (button(ui, column, "again", ui.say("report.back"_tr))) view.state.reporting = {};
}

bool is_asked(std::string_view field, bool handles) {
    const auto is_among = [&](const auto& names) { return std::find(std::begin(names), std::end(names), field) != std::end(names); };
    return is_among(kAsked) || (handles && is_among(kAskedOfHandlers));
}

void ask(app::View& view, Column& column, Draft& draft) {
    Ui& ui = view.ui;
    const bool handles = allowed_somewhere(view.state.replica.who(), Right::update, kEvent);
    const Record blank = [&] {
        Record record{kEvent};
        record.id = draft.id;
        return record;
    }();
    for (const Problem& problem : draft.problems) {
        if (is_asked(problem.field, handles)) continue;
        const std::string where = problem.field.empty() ? "" : std::string(ui.say(WordKey{"field", "event", problem.field}.view())) + ": ";
        notice(ui, column, where + problem_text(ui, kEvent, problem), Tone::danger, Aria::alert);
    }
    paragraph(ui, column, ui.say(handles ? "report.for_others"_tr : "report.open_name"_tr), muted(ui));
    column.gap(ui.px(12));
    FormFrame frame = form_frame(view, with_draft(blank, draft), true);
    for (std::string_view name : kAsked) {
        if (name == "system" && !allowed_somewhere(view.state.replica.who(), Right::read, kSystem)) continue;
        frame.only = name;
        (void)form(ui, column, blank, draft, frame);
    }
    for (std::string_view name : kAskedOfHandlers) {
        frame.only = name;
        if (handles) (void)form(ui, column, blank, draft, frame);
    }
    {
        ButtonRow row(ui, column);
        if (row.add("send", ui.say("report.send"_tr), {.kind = Kind::primary, .icon = "check"_icon}))
            view.commands.push_back([id = draft.id](app::App& app) { app.send_report(id); });
        if (row.add("throw_away", ui.say("form.discard"_tr), {.kind = Kind::quiet}))
            view.commands.push_back([id = draft.id](app::App& app) { app.drop_report(id); });
    }
    column.gap(ui.px(16));
    if (button(ui, column, "secret", ui.say("report.is_secret"_tr), {.kind = Kind::quiet, .icon = "shield-alert"_icon}))
        view.commands.push_back([](app::App& app) { app.close_report(); });
}

void thanks(app::View& view, Column& column) {
    Ui& ui = view.ui;
    notice(ui, column, ui.say(view.state.is_connected ? "report.thanks_text"_tr : "report.thanks_offline"_tr), Tone::good);
    column.gap(ui.px(8));
    if (button(ui, column, "again", ui.say("report.more"_tr))) view.state.reporting = {};
}

/// One's own reports, the latest first, with what became of each.
void mine(app::View& view, Column& column) {
    Ui& ui = view.ui;
    std::vector<const Record*> own = view.state.replica.referring(kEvent, "reporter", view.state.replica.who().person);
    if (own.empty()) return;
    std::sort(own.begin(), own.end(), [](const Record* a, const Record* b) { return b->get(event::reported_at) < a->get(event::reported_at); });
    column.gap(ui.px(24));
    heading(ui, column, 2, ui.say("report.mine"_tr));
    Container list(ui, Aria::list, "mine", ui.say("report.mine"_tr), {column.x, column.y, column.w, 0});
    for (const Record* one : own) {
        ImGui::PushID(one->id.c_str());
        Container item(ui, Aria::listitem, "report", "", {column.x, column.y, column.w, 0});
        const app::Route route{.screen = app::Screen::reg, .entity = &kEvent, .id = one->id};
        if (link(ui, column, "open", title_of(*one, view.reader), app::path_of(route))) view.go(route);
        const std::string state = show(*one, event::status.index, view.reader) + ", " + swedish_time(one->get(event::reported_at));
        paragraph(ui, column, state, muted(ui, Size::small));
        if (const std::string told = one->get(event::feedback); !told.empty()) paragraph(ui, column, told);
        column.gap(ui.px(10));
        ImGui::PopID();
    }
}

}  // namespace

void report_screen(app::View& view, Box box) {
    Ui& ui = view.ui;
    Scroll scroll(ui, "report", box, box.w < ui.px(600) ? 16 : 32);
    Column& column = scroll.column;
    column.w = std::min(column.w, ui.px(640));
    heading(ui, column, 1, ui.say("nav.report"_tr));
    if (!allowed_somewhere(view.state.replica.who(), Right::create, kEvent)) return paragraph(ui, column, ui.say("problem.forbidden"));
    if (view.state.reporting.is_closed) return slip(view, column);
    Draft* draft = draft_of(view);
    if (!draft) {
        paragraph(ui, column, ui.say("report.lead"_tr), muted(ui));
        column.gap(ui.px(16));
    }
    if (draft) ask(view, column, *draft);
    else if (!view.state.reporting.sent.empty()) thanks(view, column);
    else gate(view, column);
    mine(view, column);
}

}  // namespace lisa::views
