// What differs in a register between two days (F9): what has come, what is gone, and what says something else now, in words.
#include "report/row_changes.h"

#include "core/text.h"
#include "i18n/catalog_words.h"
#include "views/screens.h"

namespace lisa::views {
namespace {

using namespace ui;
using app::PastDay;

constexpr std::size_t kMost = 200;  // of one kind; the filter finds the others

struct Sort {
    Tr words;
    bool is_there_before, is_there_after;
};
constexpr Sort kSorts[] = {{"past.added"_tr, false, true}, {"past.gone"_tr, true, false}, {"past.altered"_tr, true, true}};

/// Both days as their readers see them.
struct Days {
    const PastDay &from, &to;
    Reader before, after;
};

bool is_wanted(const RowChange& change, const Days& days, std::string_view filter) {
    if (filter.empty()) return true;
    return (change.before && matches(search_text(*change.before, days.before), filter)) ||
           (change.after && matches(search_text(*change.after, days.after), filter));
}

void change_row(app::View& view, Column& column, const RowChange& change, const Days& days) {
    Ui& ui = view.ui;
    const Record& record = change.record();
    const Entity& entity = *record.entity;
    ImGui::PushID(record.id.c_str());
    Container item(ui, Aria::listitem, "row", "", {column.x, column.y, column.w, 0});
    app::Route route{.screen = app::Screen::reg, .entity = &entity, .id = record.id, .tab = app::Tab::history};
    route.day = (change.after ? days.to : days.from).state.day;
    const std::string href = app::path_of(route) + "?" + app::days_of(route);
    if (link(ui, column, "open", title_of(record, change.after ? days.after : days.before), href)) view.go(route);
    for (const std::size_t field : change.fields)
        paragraph(ui, column,
                  fill(ui.say("history.line"_tr), {{"field", std::string(ui.say(field_key(entity, entity.fields[field]).view()))},
                                                   {"before", show(*change.before, field, days.before)},
                                                   {"after", show(*change.after, field, days.after)}}),
                  {Size::small, Weight::regular, ui.theme.muted});
    column.gap(ui.px(8));
    ImGui::PopID();
}

}  // namespace

void row_changes_list(app::View& view, Column& column, const Entity& entity, PastDay& from, PastDay& to) {
    Ui& ui = view.ui;
    std::string& filter = shown(view.state).registers[std::string(entity.name)].filter;
    (void)search_field(ui, column.take(ui.row_height()), "filter", ui.say("register.filter"_tr), filter);
    column.gap(ui.px(16));
    const Days days{from, to, {from.state.replica, ui.language}, {to.state.replica, ui.language}};
    std::vector<RowChange> changes = row_changes(from.state.replica.rows(entity), to.state.replica.rows(entity));
    if (changes.empty()) return paragraph(ui, column, ui.say("past.same"_tr), {Size::body, Weight::regular, ui.theme.muted});
    std::erase_if(changes, [&](const RowChange& change) { return !is_wanted(change, days, filter); });
    if (changes.empty()) return paragraph(ui, column, ui.say("register.no_hits"_tr), {Size::body, Weight::regular, ui.theme.muted});
    for (const Sort& kind : kSorts) {
        std::vector<const RowChange*> rows;
        for (const RowChange& change : changes)
            if ((change.before != nullptr) == kind.is_there_before && (change.after != nullptr) == kind.is_there_after) rows.push_back(&change);
        if (rows.empty()) continue;
        const std::string title = fill(ui.say(kind.words), {{"count", std::to_string(rows.size())}});
        heading(ui, column, 2, title);
        column.gap(ui.px(4));
        Container list(ui, Aria::list, title, title, {column.x, column.y, column.w, 0});
        for (std::size_t i = 0; i < rows.size() && i < kMost; ++i) change_row(view, column, *rows[i], days);
        if (rows.size() > kMost) paragraph(ui, column, fill(ui.say("past.more"_tr), {{"count", std::to_string(rows.size() - kMost)}}));
        column.gap(ui.px(12));
    }
}

}  // namespace lisa::views
