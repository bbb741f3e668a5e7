// "Läget" (F1, F8, H6): few figures that matter, the rest beneath them, and the year month by month. Each figure leads to the records
// that it counts.
#include <algorithm>

#include "app/list_address.h"
#include "core/date.h"
#include "domain/catalog.h"
#include "figures/words.h"
#include "i18n/catalog_words.h"
#include "views/find.h"
#include "views/screens.h"

namespace lisa::views {
namespace {

using namespace ui;
using Shown = app::FiguresView::Shown;

constexpr std::size_t kMostSuggested = 8;

/// What the page is about: as its address says, or as the person's roles do.
std::string part_of(app::View& view) {
    const std::string& said = view.state.route.id;
    return said.empty() ? app::own_part(view.state.replica) : said;
}

/// Oneself, where one has duties, the municipality, and its boards and companies; or the parts whose name has what is typed in it.
std::vector<Option> parts_for(app::View& view, std::string_view typed) {
    Replica& replica = view.state.replica;
    std::vector<Option> options;
    const auto add = [&](const Record* unit) {
        const bool is_new = unit && std::none_of(options.begin(), options.end(), [&](const Option& one) { return one.value == unit->id; });
        if (is_new && options.size() < kMostSuggested) options.push_back({unit->id, title_of(*unit, view.reader)});
    };
    if (!typed.empty()) {
        for (const Found& found : find_records(view, kUnit, typed, kMostSuggested)) add(found.record);
        return options;
    }
    options.push_back({std::string(app::kMine), std::string(view.ui.say("figures.me"_tr))});
    for (const Grant& grant : replica.who().grants) add(replica.find(kUnit, grant.unit));
    for (std::string_view kind : {"municipality", "board", "company"})
        for (const Record* unit : replica.rows(kUnit))
            if (unit->text("kind") == kind) add(unit);
    return options;
}

void chooser(app::View& view, Column& column, const std::string& part) {
    Ui& ui = view.ui;
    Column narrow{column.x, column.y, std::min(column.w, ui.px(420))};
    std::string chosen = part;
    if (combobox(ui, narrow, "part", {.label = ui.say("figures.chooser"_tr), .help = ui.say("figures.chooser_help"_tr)}, view.state.figures.combo,
                 app::title_of_part(part, view.reader, view.state.replica), chosen, [&](std::string_view typed) { return parts_for(view, typed); }))
        view.go({.screen = app::Screen::figures, .id = chosen});
    column.y = narrow.y + ui.px(8);
}

/// "551 av 604", with a mark where somebody else may see more.
std::string numbers(const Ui& ui, const Shown& one) {
    const std::string whole = whole_text(one.reading, ui.language);
    return value_text(one.reading, ui.language) + (one.sight == Sight::part ? " *" : "") + (whole.empty() ? "" : " (" + whole + ")");
}

/// What a figure leads to first: what remains to be done, where that is said by the others.
std::string_view first_part(const Reading& reading) { return reading.figure->kind == FigureKind::share && !reading.rest.empty() ? "rest" : ""; }

std::string rows_words(const Ui& ui, std::string_view part, std::size_t count) {
    return fill(ui.say(part == "rest" ? "figures.rest"_tr : "figures.rows"_tr), {{"count", std::to_string(count)}});
}

app::ListQuery query_of(const Figure& figure, std::string_view part, const std::string& scope) {
    app::ListQuery query;
    query.figure = std::string(figure.key) + (part.empty() ? "" : "." + std::string(part));
    query.scope = scope;
    return query;
}

/// The node of a link to what a figure counts.
Node rows_node(std::string_view key, std::string name, const Figure& figure, const app::ListQuery& query, Box box) {
    Node node = make_node(Aria::link, id_of(key), name, box);
    node.href = app::path_of({.screen = app::Screen::reg, .entity = figure.entity}) + "?" + text_of(query);
    return node;
}

void open_rows(app::View& view, const Figure& figure, app::ListQuery query) {
    view.commands.push_back([entity = figure.entity, query = std::move(query)](app::App& app) { app.show_list(*entity, query); });
}

/// How much of the whole, as a bar with an outline.
void share_bar(const Ui& ui, Box box, const Reading& reading) {
    outline(ui, box, ui.theme.field_line, 3);
    const float width = box.w * static_cast<float>(reading.part()) / static_cast<float>(std::max<std::size_t>(reading.whole(), 1));
    if (width > 0) paint(ui, {box.x, box.y, width, box.h}, ui.theme.primary, 3);
}

/// A figure as a card that is a link; draws when `box` has a height, and returns the height that it needs.
float card(app::View& view, Box box, const Shown& one, const std::string& scope) {
    Ui& ui = view.ui;
    const Reading& reading = one.reading;
    const std::string name = name_of(*reading.figure, ui.language), means = meaning_of(*reading.figure, ui.language), said = numbers(ui, one);
    const TextStyle strong{Size::body, Weight::semibold}, quiet{Size::small, Weight::regular, ui.theme.muted};
    const std::string_view part = first_part(reading);
    const std::size_t count = part.empty() ? reading.part() : reading.rest.size();
    const std::string action = count > 0 ? rows_words(ui, part, count) : std::string{};
    const float width = box.w - ui.px(32);
    const bool draws = box.h > 0;
    std::optional<Container> item;
    Touch touch;
    if (draws) {
        item.emplace(ui, Aria::listitem, "card." + std::string(reading.figure->key), "", box);
        paint(ui, box, ui.theme.surface, 10);
        if (count > 0) {
            Node node = rows_node(reading.figure->key, name + ": " + said + ". " + action, *reading.figure, query_of(*reading.figure, part, scope), box);
            node.description = means;
            touch = interact(ui, box, std::move(node), 10);
        } else {
            add_node(ui, box, Aria::paragraph, name + ": " + said + ". " + means);
        }
        outline(ui, box, touch.is_hovered ? ui.theme.primary : ui.theme.hairline, 10);
    }
    ImVec2 at{box.x + ui.px(16), box.y + ui.px(12)};
    const auto text = [&](std::string_view words, TextStyle style, float gap) {
        at.y += draw_wrapped(ui, draws ? &at : nullptr, words, width, style) + ui.px(gap);
    };
    text(name, strong, 2);
    if (draws) draw_text(ui, at, value_text(reading, ui.language) + (one.sight == Sight::part ? " *" : ""), {Size::display, Weight::semibold});
    at.y += line_height(ui, Size::display);
    text(whole_text(reading, ui.language), quiet, 4);
    if (draws && reading.figure->kind == FigureKind::share && reading.value) share_bar(ui, {at.x, at.y, width, ui.px(8)}, reading);
    at.y += ui.px(14);
    text(means, quiet, 6);
    if (draws) draw_text(ui, at, action, {Size::small, Weight::semibold, ui.theme.primary});
    at.y += line_height(ui, Size::small) + ui.px(12);
    if (touch.was_activated) open_rows(view, *reading.figure, query_of(*reading.figure, part, scope));
    return at.y - box.y;
}

/// The first figure of each area that has something to say.
void cards(app::View& view, Column& column, const std::vector<Shown>& shown, const std::string& scope) {
    Ui& ui = view.ui;
    std::vector<const Shown*> few;
    for (const Shown& one : shown) {
        const bool is_first = few.empty() || few.back()->reading.figure->area != one.reading.figure->area;
        if (is_first && one.reading.whole() > 0) few.push_back(&one);
    }
    if (few.empty()) return paragraph(ui, column, ui.say(shown.empty() ? "figures.none"_tr : "figures.none_yet"_tr));
    const float gap = ui.px(16);
    const int across = std::max(1, static_cast<int>((column.w + gap) / (ui.px(230) + gap)));
    const float width = (column.w - gap * static_cast<float>(across - 1)) / static_cast<float>(across);
    float height = 0;
    for (const Shown* one : few) height = std::max(height, card(view, {column.x, column.y, width, 0}, *one, scope));
    Container list(ui, Aria::list, "figures.few", ui.say("nav.figures"_tr), {column.x, column.y, column.w, 0});
    for (std::size_t i = 0; i < few.size(); ++i) {
        const int place = static_cast<int>(i) % across;
        if (place == 0 && i > 0) column.gap(height + gap);
        card(view, {column.x + static_cast<float>(place) * (width + gap), column.y, width, height}, *few[i], scope);
    }
    column.gap(height + ui.px(24));
}

/// The ways from a figure to its rows, the others and its slices, beside each other as far as there is room.
void ways(app::View& view, Column& column, const Shown& one, const std::string& scope) {
    Ui& ui = view.ui;
    const Reading& reading = one.reading;
    const std::string name = name_of(*reading.figure, ui.language);
    const TextStyle style{Size::small, Weight::semibold, ui.theme.primary};
    const float height = ui.px(ui.is_touch ? 44 : 28);
    float x = column.x;
    const auto way = [&](std::string_view part, const std::string& label, std::size_t count) {
        if (count == 0) return;
        const float width = text_width(ui, label, style);
        if (x > column.x && x + width > column.x + column.w) x = column.x, column.gap(height);
        const Box box{x, column.y, std::min(width, column.w), height};
        x += width + ui.px(20);
        const app::ListQuery query = query_of(*reading.figure, part, scope);
        const Touch touch = interact(ui, box, rows_node("way." + std::string(part), label + ", " + name, *reading.figure, query, box));
        draw_text_in(ui, box, label, style);
        if (touch.is_hovered) paint(ui, {box.x, box.bottom() - ui.px(5), box.w, 1}, ui.theme.primary);
        if (touch.was_activated) open_rows(view, *reading.figure, query);
    };
    way("", rows_words(ui, "", reading.part()), reading.part());
    if (reading.figure->kind == FigureKind::share) way("rest", rows_words(ui, "rest", reading.rest.size()), reading.rest.size());
    for (const Slice& slice : reading.slices)
        way(lisa::part_of(slice), name_of(slice, *reading.figure, ui.language) + " " + std::to_string(slice.rows.size()), slice.rows.size());
    if (x > column.x) column.gap(height);
}

/// All figures, area by area.
void all_figures(app::View& view, Column& column, const std::vector<Shown>& shown, const std::string& scope) {
    Ui& ui = view.ui;
    for (std::size_t i = 0; i < shown.size();) {
        const FigureArea area = shown[i].reading.figure->area;
        const std::string words(ui.say(WordKey{"figure_area", kFigureAreas[static_cast<std::size_t>(area)]}.view()));
        heading(ui, column, 2, words);
        Container list(ui, Aria::list, "area." + words, words, {column.x, column.y, column.w, 0});
        for (; i < shown.size() && shown[i].reading.figure->area == area; ++i) {
            const Figure& figure = *shown[i].reading.figure;
            ImGui::PushID(figure.key.data());
            Container item(ui, Aria::listitem, "figure", "", {column.x, column.y, column.w, 0});
            paragraph(ui, column, name_of(figure, ui.language) + ": " + numbers(ui, shown[i]), {Size::body, Weight::semibold});
            paragraph(ui, column, meaning_of(figure, ui.language), {Size::small, Weight::regular, ui.theme.muted});
            ways(view, column, shown[i], scope);
            column.gap(ui.px(10));
            ImGui::PopID();
        }
    }
    column.gap(ui.px(14));
}

/// A periodic figure of one's choice, month by month.
void year(app::View& view, Column& column) {
    Ui& ui = view.ui;
    app::FiguresView& now = view.state.figures;
    std::vector<Option> options;
    for (const Shown& one : now.shown)
        if (one.reading.figure->is_periodic) options.push_back({std::string(one.reading.figure->key), name_of(*one.reading.figure, ui.language)});
    if (options.empty()) return;
    if (std::none_of(options.begin(), options.end(), [&](const Option& one) { return one.value == now.trend; })) {
        now.trend = options.front().value;
        *ui.wants_frame = true;
    }
    heading(ui, column, 2, ui.say("figures.trend"_tr));
    Column narrow{column.x, column.y, std::min(column.w, ui.px(420))};
    if (select(ui, narrow, "trend", {.label = ui.say("figures.trend_of"_tr)}, options, now.trend)) *ui.wants_frame = true;
    column.y = narrow.y;
    month_plot(view, column, now.months);
}

}  // namespace

void figures_screen(app::View& view, Box box) {
    Ui& ui = view.ui;
    Scroll scroll(ui, "figures", box, box.w < ui.px(600) ? 16 : 32);
    Column& column = scroll.column;
    column.w = std::min(column.w, ui.px(1120));
    const std::string part = part_of(view);
    app::count_figures(view.state.figures, part, view.state.replica, ui.platform.now_ms());
    const std::vector<Shown>& shown = view.state.figures.shown;
    const std::string today = swedish_date(ui.platform.now_ms());
    heading(ui, column, 1, std::string(ui.say("nav.figures"_tr)) + ": " + app::title_of_part(part, view.reader, view.state.replica));
    paragraph(ui, column, fill(ui.say("figures.lead"_tr), {{"date", today}, {"since", add_months(today, -kPeriodMonths)}}),
              {Size::body, Weight::regular, ui.theme.muted});
    column.gap(ui.px(12));
    chooser(view, column, part);
    if (!view.state.is_ready && shown.empty()) return paragraph(ui, column, ui.say("register.loading"_tr));
    if (std::any_of(shown.begin(), shown.end(), [](const Shown& one) { return one.sight == Sight::part; }))
        notice(ui, column, ui.say("figures.partly"_tr), Tone::info);
    column.gap(ui.px(8));
    cards(view, column, shown, part);
    if (shown.empty()) return;
    ButtonRow row(ui, column);
    const bool is_open = view.state.unfolded.contains("figures");
    if (row.add("all", ui.say("figures.area"_tr),
                {.icon = is_open ? "chevron-down"_icon : "chevron-right"_icon, .states = semantics::expandable | (is_open ? semantics::expanded : 0u)})) {
        is_open ? (void)view.state.unfolded.erase("figures") : (void)view.state.unfolded.insert("figures");
        *ui.wants_frame = true;
    }
    if (row.add("appendix", ui.say("figures.appendix"_tr), {.icon = "download"_icon}))
        view.commands.push_back([part](app::App& app) { app.download_figures(part); });
    column.gap(ui.px(16));
    if (is_open) all_figures(view, column, shown, part);
    year(view, column);
}

}  // namespace lisa::views
