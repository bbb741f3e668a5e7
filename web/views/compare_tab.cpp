// A document beside the version that it replaces: what was taken out, what came in, what was reworded (P1).
#include <algorithm>

#include "domain/document.h"
#include "report/text_diff.h"
#include "views/screens.h"

namespace lisa::views {
namespace {

using namespace ui;

/// The whole text of a document, its sections in order.
std::string text_of(const app::View& view, const std::string& document) {
    std::vector<const Record*> sections = sections_of(view, document);
    std::string text;
    for (const Record* section : sections) text += section->get(section::heading) + '\n' + section->get(section::body) + "\n\n";
    return text;
}

const app::Comparison& compared(app::View& view, const Record& record, const std::string& older) {
    app::Comparison& kept = view.state.comparison;
    if (kept.id != record.id || kept.version != view.state.replica.version())
        kept = {record.id, view.state.replica.version(), text_diff(text_of(view, older), text_of(view, record.id))};
    return kept;
}

/// A line that came in or went out: a sign, a word for it and a colour, so that none of them is the only one.
void changed_line(Ui& ui, Column& column, const DiffLine& line) {
    const bool is_added = line.kind == DiffKind::added;
    const std::string word(ui.say(is_added ? "compare.added"_tr : "compare.removed"_tr));
    const ImU32 ink = is_added ? ui.theme.good : ui.theme.danger;
    const float inset = ui.px(28);
    const float height = draw_wrapped(ui, nullptr, line.text, column.w - inset - ui.px(8)) + ui.px(8);
    const Box box = column.take(height);
    paint(ui, box, is_added ? ui.theme.good_soft : ui.theme.danger_soft, 4);
    draw_text(ui, {box.x + ui.px(10), box.y + ui.px(4)}, is_added ? "+" : "−", {Size::body, Weight::semibold, ink});
    const ImVec2 at{box.x + inset, box.y + ui.px(4)};
    draw_wrapped(ui, &at, line.text, column.w - inset - ui.px(8), {Size::body, Weight::regular, ink});
    add_node(ui, box, Aria::paragraph, word + ": " + line.text);
    column.gap(ui.px(4));
}

}  // namespace

void compare_tab(app::View& view, Column& column, const Record& record) {
    Ui& ui = view.ui;
    const std::string older = record.text("replaces");
    const Record* before = older.empty() ? nullptr : view.state.replica.find(kDocument, older);
    if (!before) return paragraph(ui, column, ui.say("compare.none"_tr), {Size::body, Weight::regular, ui.theme.muted});
    const auto named = [&](const Record& one) { return title_of(one, view.reader) + " " + one.text("version"); };
    paragraph(ui, column, fill(ui.say("compare.lead"_tr), {{"old", named(*before)}, {"new", named(record)}}), {Size::body, Weight::regular, ui.theme.muted});
    column.gap(ui.px(12));
    const app::Comparison& comparison = compared(view, record, older);
    const auto count = [&](DiffKind kind) {
        return std::to_string(
            std::count_if(comparison.lines.begin(), comparison.lines.end(), [&](const DiffLine& line) { return line.kind == kind && !line.text.empty(); }));
    };
    paragraph(ui, column, fill(ui.say("compare.count"_tr), {{"added", count(DiffKind::added)}, {"removed", count(DiffKind::removed)}}),
              {Size::body, Weight::semibold});
    column.gap(ui.px(8));
    for (const DiffLine& line : comparison.lines) {
        if (line.text.empty()) column.gap(ui.px(8));
        else if (line.kind == DiffKind::kept) paragraph(ui, column, line.text);
        else changed_line(ui, column, line);
    }
}

}  // namespace lisa::views
