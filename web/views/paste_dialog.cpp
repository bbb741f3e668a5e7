// Cells pasted over a list: how much it is, what each cell becomes, what is wrong and where. Nothing is altered before the last
// button, and then all or nothing.
#include <algorithm>

#include "core/date.h"
#include "i18n/catalog_words.h"
#include "ui/dialog.h"
#include "views/screens.h"

namespace lisa::views {
namespace {

using namespace ui;
using app::PasteBox;

constexpr std::size_t kMoreLines = 200;
constexpr TextStyle kPlain{Size::body, Weight::regular};

void close(app::View& view) {
    view.commands.push_back([](app::App& app) { app.open(app::Overlay::none); });
}

std::string number(std::size_t count) { return std::to_string(count); }

/// Where the cells go: the current cell in words.
std::string beginning(const app::View& view, const PasteBox& box) {
    const RegisterColumn first = box.columns.empty() ? RegisterColumn{} : box.columns.front();
    const Record* record = box.rows.empty() ? nullptr : view.state.replica.find(*box.entity, box.rows.front());
    const std::string_view column = first.field ? heading(*box.entity, first, view.ui.language) : view.ui.say("table.complete"_tr);
    return fill(view.ui.say("paste.from"_tr), {{"column", std::string(column)}, {"row", record ? title_of(*record, view.reader) : ""}});
}

/// The box for those without the key: a field that the browser pastes into.
void ask(app::View& view, Column& column, PasteBox& box) {
    Ui& ui = view.ui;
    paragraph(ui, column, beginning(view, box), {Size::body, Weight::regular, ui.theme.muted});
    column.gap(ui.px(12));
    FieldLook look{.label = ui.say("paste.box"_tr), .help = ui.say("paste.box_help"_tr)};
    if (!box.problem.empty()) look.problem = std::string(ui.say(box.problem));
    (void)text_area(ui, column, "text", look, box.text);
    ButtonRow row(ui, column);
    if (row.add("review", ui.say("paste.review"_tr), {.kind = Kind::primary, .is_disabled = box.text.empty()}))
        view.commands.push_back([](app::App& app) { app.read_paste_box(); });
    if (row.add("no", ui.say("dialog.cancel"_tr), {.kind = Kind::quiet})) close(view);
}

/// A list of lines of which some are shown, and a button for more.
void lines(Ui& ui, Column& column, std::string_view key, std::string_view title, std::size_t count, std::size_t& shown, TextStyle style,
           const std::function<std::string(std::size_t)>& line) {
    {
        Container list(ui, Aria::list, key, title, {column.x, column.y, column.w, 0});
        for (std::size_t i = 0; i < std::min(count, shown); ++i) {
            Container item(ui, Aria::listitem, "line." + number(i), "", {column.x, column.y, column.w, 0});
            paragraph(ui, column, line(i), style);
            column.gap(ui.px(2));
        }
    }
    if (count > shown && button(ui, column, "more", ui.say("rows.more"_tr))) shown += kMoreLines;
    column.gap(ui.px(12));
}

std::string problem_line(const app::View& view, const Entity& entity, const ImportProblem& problem) {
    const bool has_field = problem.field != kNoField;
    const std::string where(has_field                ? view.ui.say(field_key(entity, entity.fields[problem.field]).view())
                            : problem.column.empty() ? view.ui.say("rows.whole_row"_tr)
                                                     : std::string_view(problem.column));
    const std::string words = has_field ? problem_text(view.ui, entity, {std::string(entity.fields[problem.field].name), problem.message})
                                        : std::string(view.ui.say(problem.message));
    return fill(view.ui.say("rows.problem"_tr), {{"line", std::to_string(problem.line)}, {"column", where}, {"problem", words}}) +
           (problem.text.empty() ? "" : " ”" + problem.text + "”");
}

void what_is_wrong(app::View& view, Column& column, PasteBox& box, const Pasting& pasting) {
    Ui& ui = view.ui;
    const std::string count = number(pasting.problems.size());
    heading(ui, column, 2, fill(ui.say("paste.faulty"_tr), {{"count", count}}));
    paragraph(ui, column, ui.say("paste.faulty_text"_tr), {Size::body, Weight::regular, ui.theme.muted});
    column.gap(ui.px(8));
    lines(ui, column, "problems", ui.say("paste.problems"_tr), pasting.problems.size(), box.shown, {Size::body, Weight::regular, ui.theme.danger},
          [&](std::size_t i) { return problem_line(view, *box.entity, pasting.problems[i]); });
}

void what_alters(app::View& view, Column& column, PasteBox& box, const Pasting& pasting) {
    Ui& ui = view.ui;
    const Entity& entity = *box.entity;
    struct Altered {
        const PastedRow* row;
        std::size_t field;
    };
    std::vector<Altered> cells;
    for (const PastedRow& row : pasting.altered)
        for (const auto& [name, edit] : row.patch) {
            if (cells.size() > box.shown) break;
            cells.push_back({&row, position(entity, name)});
        }
    const auto told = [&](const Record& record, std::size_t field) {
        std::string text = show(record, field, view.reader);
        return text.empty() ? std::string(ui.say("history.nothing"_tr)) : text;
    };
    lines(ui, column, "changes", ui.say("paste.changes"_tr), cells.size(), box.shown, kPlain, [&](std::size_t i) {
        const auto& [row, field] = cells[i];
        return fill(ui.say("paste.line"_tr), {{"name", title_of(*row->record, view.reader)},
                                              {"field", std::string(ui.say(field_key(entity, entity.fields[field]).view()))},
                                              {"before", told(*row->record, field)},
                                              {"after", told(row->after, field)}});
    });
}

/// Why the block as a whole has no place in the table.
void what_is_over(app::View& view, Column& column, const PasteBox& box, const Pasting& pasting) {
    Ui& ui = view.ui;
    if (pasting.columns_over > 0)
        notice(ui, column, fill(ui.say("paste.columns_over"_tr), {{"count", number(pasting.columns_over)}}), Tone::warning, Aria::alert);
    if (pasting.rows_over == 0) return;
    const std::string text = fill(ui.say("paste.rows_over"_tr), {{"room", number(box.rows.size())}, {"rows", number(pasting.rows)}});
    notice(ui, column, text, Tone::warning, Aria::alert);
}

void review(app::View& view, Column& column, PasteBox& box) {
    Ui& ui = view.ui;
    const Pasting& pasting = app::pasting_of(box, view.state.replica, ui.language, utc_text(ui.platform.now_ms()), rows_of(view, *box.entity).worked);
    const std::string cells = number(pasting.cells());
    paragraph(ui, column, fill(ui.say("paste.size"_tr), {{"rows", number(pasting.rows)}, {"columns", number(pasting.columns)}, {"cells", cells}}),
              {Size::body, Weight::semibold});
    paragraph(ui, column, beginning(view, box), {Size::body, Weight::regular, ui.theme.muted});
    if (pasting.has_headings) paragraph(ui, column, ui.say("paste.headings"_tr), {Size::body, Weight::regular, ui.theme.muted});
    column.gap(ui.px(12));
    what_is_over(view, column, box, pasting);
    const bool is_too_much = pasting.rows_over > 0 || pasting.columns_over > 0;
    if (!pasting.problems.empty()) what_is_wrong(view, column, box, pasting);
    else if (pasting.altered.empty() && !is_too_much) notice(ui, column, ui.say("paste.nothing"_tr), Tone::info);
    else if (!is_too_much) what_alters(view, column, box, pasting);
    ButtonRow row(ui, column);
    if (pasting.is_possible() && row.add("run", fill(ui.say("paste.run"_tr), {{"count", cells}}), {.kind = Kind::primary}))
        view.commands.push_back([](app::App& app) { app.run_paste(); });
    const bool may_create = allowed_somewhere(view.state.replica.who(), Right::create, *box.entity);
    if (pasting.rows_over > 0 && may_create && row.add("import", ui.say("paste.import"_tr), {.kind = Kind::primary, .icon = "upload"_icon}))
        view.commands.push_back([](app::App& app) { app.import_pasted(); });
    if (row.add("no", ui.say(pasting.is_possible() ? "dialog.cancel"_tr : "dialog.close"_tr), {.kind = Kind::quiet})) close(view);
}

}  // namespace

void paste_dialog(app::View& view) {
    Ui& ui = view.ui;
    PasteBox& box = view.state.paste;
    if (!box.entity || box.entity != view.state.route.entity) return close(view);
    const std::string title = fill(ui.say("paste.title"_tr), {{"register", std::string(ui.say(entities_key(*box.entity).view()))}});
    Dialog dialog(ui, "paste", title, 640, view.state.overlay_height);
    if (box.block.empty()) ask(view, dialog.column, box);
    else review(view, dialog.column, box);
    if (dialog.was_dismissed) close(view);
}

}  // namespace lisa::views
