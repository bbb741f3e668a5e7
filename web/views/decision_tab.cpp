// A risk beside what it was when it was accepted (R1): what stood there then and what stands there now, field by field. What stood
// there then is read out of the journal.
#include <map>
#include <optional>

#include "domain/catalog.h"
#include "domain/risk_acceptance.h"
#include "i18n/catalog_words.h"
#include "views/screens.h"

namespace lisa::views {
namespace {

using namespace ui;

/// What the fields that were altered since the latest acceptance said then, as shown, by name; nothing when the acceptance is not
/// among what was told. The latest comes first in a history.
std::optional<std::map<std::string, std::string>> values_then(const app::History& history) {
    std::map<std::string, std::string> then;
    for (const app::HistoryRow& row : history.rows) {
        for (const auto& line : row.lines)
            if (line.field == "accepted_at" && !line.after.empty()) return then;
        if (row.step == "accept") return then;  // before Lisa noted when
        for (const auto& line : row.lines) then[line.field] = line.before;
    }
    return std::nullopt;
}

/// One of two texts that stand beside each other.
void side(Ui& ui, Column& column, Tr label, const std::string& text, ImU32 paper) {
    const float inset = ui.px(10), head = line_height(ui, Size::small) + ui.px(4);
    const std::string shown = text.empty() ? std::string(ui.say("history.nothing"_tr)) : text;
    const Box box = column.take(draw_wrapped(ui, nullptr, shown, column.w - 2 * inset) + head + 2 * inset);
    paint(ui, box, paper, 4);
    outline(ui, box, ui.theme.hairline, 4);
    draw_text(ui, {box.x + inset, box.y + inset}, ui.say(label), {Size::small, Weight::semibold, ui.theme.muted}, box.w - 2 * inset);
    const ImVec2 at{box.x + inset, box.y + inset + head};
    draw_wrapped(ui, &at, shown, box.w - 2 * inset);
    add_node(ui, box, Aria::paragraph, std::string(ui.say(label)) + ": " + shown);
}

void then_and_now(Ui& ui, Column& column, const std::string& then, const std::string& now) {
    const float gap = ui.px(12);
    const bool is_wide = column.w >= ui.px(520);
    const float width = is_wide ? (column.w - gap) / 2 : column.w;
    Column left{column.x, column.y, width};
    side(ui, left, "decision.then"_tr, then, ui.theme.raised);
    Column right = is_wide ? Column{column.x + width + gap, column.y, width} : Column{column.x, left.y + ui.px(4), width};
    side(ui, right, "decision.now"_tr, now, ui.theme.primary_soft);
    column.y = std::max(left.y, right.y);
    column.gap(ui.px(16));
}

void changed_measures(app::View& view, Column& column, const std::vector<const Record*>& measures) {
    Ui& ui = view.ui;
    if (measures.empty()) return;
    heading(ui, column, 2, ui.say("decision.measures"_tr));
    for (const Record* measure : measures) {
        const app::Route route{.screen = app::Screen::reg, .entity = &kMeasure, .id = measure->id, .tab = app::Tab::history};
        if (link(ui, column, "measure." + measure->id, title_of(*measure, view.reader), app::path_of(route))) view.go(route);
        column.gap(ui.px(6));
    }
}

}  // namespace

void decision_tab(app::View& view, Column& column, const Record& record) {
    Ui& ui = view.ui;
    const TextStyle muted{Size::body, Weight::regular, ui.theme.muted};
    const std::string status = record.get(risk::status);
    if (status != "accepted" && status != "closed") return paragraph(ui, column, ui.say("decision.none"_tr), muted);
    const std::vector<std::string> changed = changed_since_acceptance(record);
    const std::vector<const Record*> measures = measures_changed_since(record, view.state.replica.referring(kMeasure, "risk", record.id));
    const auto shown = [&](std::string_view field) { return show(record, position(kRisk, field), view.reader); };
    paragraph(ui, column,
              fill(ui.say("decision.lead"_tr), {{"name", shown("accepted_by")}, {"date", shown("accepted_on")}, {"until", shown("acceptance_until")}}), muted);
    column.gap(ui.px(12));
    if (changed.empty() && measures.empty()) return notice(ui, column, ui.say("decision.same"_tr), Tone::good);
    if (is_rewritten(record)) notice(ui, column, ui.say("check.risk.accept_anew"_tr), Tone::warning);
    if (!changed.empty()) {
        const app::History* history = history_of(view, column, record);
        const auto then = history ? values_then(*history) : std::nullopt;
        if (history && !then) notice(ui, column, ui.say("decision.long_ago"_tr), Tone::plain);
        for (const std::string& field : changed) {
            heading(ui, column, 2, ui.say(WordKey{"field", kRisk.name, field}.view()), Size::body);
            column.gap(ui.px(4));
            const bool is_hidden = record.is_hidden(position(kRisk, field));
            if (is_hidden) paragraph(ui, column, ui.say("show.out_of_sight"_tr), muted);
            else if (then && then->contains(field)) then_and_now(ui, column, then->at(field), shown(field));
            else paragraph(ui, column, shown(field));
        }
    }
    changed_measures(view, column, measures);
}

}  // namespace lisa::views
