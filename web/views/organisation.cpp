// The organisation as a tree (O1), with the state of its seats, and the seats that want somebody (O3).
#include <algorithm>

#include "core/date.h"
#include "domain/catalog.h"
#include "domain/period.h"
#include "i18n/catalog_words.h"
#include "ui/tree.h"
#include "views/screens.h"

namespace lisa::views {
namespace {

using namespace ui;

constexpr float kSideBySide = 880, kSide = 330;
constexpr std::size_t kMostOpenings = 60;

std::string counted(const Ui& ui, int count, Tr words) { return fill(ui.say(words), {{"count", std::to_string(count)}}); }

std::string role_words(const Ui& ui, const Opening& opening) { return std::string(ui.say(WordKey{"role", opening.role}.view())); }

std::string day_of(const app::View& view) {
    const std::string& day = view.state.organisation.day;
    return is_date(day) ? day : swedish_date(view.now_ms());
}

/// Worked out again when the registers, the day or the choice altered.
const std::vector<TreeUnit>& tree_of(app::View& view, const std::string& day) {
    app::OrganisationView& now = view.state.organisation;
    const Replica& replica = view.state.replica;
    if (now.version == replica.version() && now.computed_day == day && now.computed_ended == now.shows_ended) return now.tree;
    now.tree = organisation_tree({replica.rows(kUnit), replica.rows(kPerson), replica.rows(kAssignment), replica.rows(kAsset), replica.rows(kSystem)}, day,
                                 now.shows_ended ? Ended::shown : Ended::left_out);
    now.version = replica.version();
    now.computed_day = day;
    now.computed_ended = now.shows_ended;
    return now.tree;
}

std::string detail_of(const app::View& view, const TreeUnit& unit) {
    const Ui& ui = view.ui;
    std::string text = show(*unit.unit, position(kUnit, "kind"), view.reader);
    const auto add = [&](int count, Tr words) {
        if (count > 0) text += " · " + counted(ui, count, words);
    };
    add(unit.people, "organisation.people"_tr);
    add(unit.assets, "organisation.assets"_tr);
    add(unit.systems, "organisation.systems"_tr);
    return text;
}

/// How the seats of a unit are filled, in words.
void tell_state(const app::View& view, const TreeUnit& unit, const TreeLine& line, const std::string& day, TreeItem& item) {
    const Ui& ui = view.ui;
    if (!holds_on(*unit.unit, day)) {
        const Record* heir = view.state.replica.find(kUnit, unit.unit->text("successor"));
        item.is_faded = true;
        item.state = heir ? fill(ui.say("organisation.merged"_tr), {{"date", unit.unit->text("ends_on")}, {"unit", title_of(*heir, view.reader)}})
                          : fill(ui.say("organisation.ended_on"_tr), {{"date", unit.unit->text("ends_on")}});
        return;
    }
    std::string vacant, ending;
    for (const Opening& opening : unit.openings) {
        if (opening.is_vacant()) vacant += (vacant.empty() ? "" : ", ") + role_words(ui, opening);
        else ending += (ending.empty() ? "" : ", ") + fill(ui.say("organisation.ends"_tr), {{"date", opening.ends_on}, {"role", role_words(ui, opening)}});
    }
    if (!vacant.empty()) item.state = fill(ui.say("organisation.vacant"_tr), {{"roles", vacant}});
    if (!ending.empty()) item.state += (vacant.empty() ? "" : ". ") + ending;
    item.tone = Tone::warning;
    if (item.state.empty() && unit.openings_below > 0 && line.has_children && !line.is_open) {
        item.state = counted(ui, unit.openings_below, "organisation.below"_tr);
    } else if (item.state.empty()) {
        item.tone = unit.has_seats ? Tone::good : Tone::plain;
        if (unit.has_seats) item.state = std::string(ui.say("organisation.filled"_tr));
    }
}

void tools(app::View& view, Column& column) {
    Ui& ui = view.ui;
    app::OrganisationView& now = view.state.organisation;
    const bool is_narrow = column.w < ui.px(520);
    const float gap = ui.px(24), width = is_narrow ? column.w : (column.w - gap) * 0.56f;
    Column left{column.x, column.y, width};
    Column right{is_narrow ? column.x : column.x + width + gap, column.y, is_narrow ? column.w : column.w - width - gap};
    (void)search_field(ui, left.take(ui.row_height()), "filter", ui.say("organisation.filter"_tr), now.filter);
    left.gap(ui.px(8));
    (void)checkbox(ui, left, "lacking", {.label = ui.say("organisation.lacking"_tr)}, now.shows_lacking);
    (void)checkbox(ui, left, "ended", {.label = ui.say("organisation.ended"_tr)}, now.shows_ended);
    left.gap(ui.px(12));
    if (is_narrow) right.y = left.y;
    (void)text_field(ui, right, "day", {.label = ui.say("organisation.day"_tr), .help = ui.say("organisation.day_help"_tr)}, now.day, Aria::date);
    column.y = std::max(left.y, right.y);
}

void draw_tree(app::View& view, Column& column, const std::vector<TreeUnit>& tree, const std::string& day) {
    Ui& ui = view.ui;
    app::OrganisationView& now = view.state.organisation;
    const auto is_open = [&](const TreeUnit& unit) { return (unit.level == 1) != now.toggled.contains(unit.unit->id); };
    std::function<bool(const TreeUnit&)> is_wanted;
    if (!now.filter.empty() || now.shows_lacking)
        is_wanted = [&](const TreeUnit& unit) {
            return (!now.shows_lacking || !unit.openings.empty()) && (now.filter.empty() || matches(search_text(*unit.unit, view.reader), now.filter));
        };
    const std::vector<TreeLine> lines = tree_lines(tree, is_open, is_wanted);
    if (lines.empty()) return paragraph(ui, column, ui.say("organisation.no_hits"_tr), {Size::body, Weight::regular, ui.theme.muted});
    std::vector<TreeItem> items;
    for (const TreeLine& line : lines) {
        const TreeUnit& unit = tree[static_cast<std::size_t>(line.unit)];
        TreeItem item{.id = unit.unit->id, .title = title_of(*unit.unit, view.reader), .detail = detail_of(view, unit)};
        item.level = unit.level;
        item.position = line.position;
        item.size = line.size;
        item.has_children = line.has_children;
        item.is_open = line.is_open;
        tell_state(view, unit, line, day, item);
        items.push_back(std::move(item));
    }
    const TreeDeed deed = tree_view(ui, column, "tree", ui.say("nav.organisation"_tr), items, now.current);
    const auto id = [&](int item) { return items[static_cast<std::size_t>(item)].id; };
    if (deed.opened >= 0) view.go({.screen = app::Screen::reg, .entity = &kUnit, .id = id(deed.opened)});
    if (deed.toggled >= 0 && !is_wanted) {  // while one filters, everything is open
        if (now.toggled.erase(id(deed.toggled)) == 0) now.toggled.insert(id(deed.toggled));
        *ui.wants_frame = true;
    }
}

/// A seat that wants somebody: which, where, since when or until when, and for who may the form to fill it.
void opening_row(app::View& view, Column& column, const Opening& opening) {
    Ui& ui = view.ui;
    Container item(ui, Aria::listitem, "row", "", {column.x, column.y, column.w, 0});
    const Record& target = opening.seat ? *opening.seat : *opening.unit;
    const app::Route route{.screen = app::Screen::reg, .entity = target.entity, .id = target.id};
    const std::string where = title_of(*opening.unit, view.reader), role = role_words(ui, opening);
    if (link(ui, column, "open", role, app::path_of(route), {Size::body, Weight::semibold})) view.go(route);
    paragraph(ui, column, where, {Size::small, Weight::regular, ui.theme.muted});
    column.gap(ui.px(4));
    const std::string state =
        opening.is_vacant() ? std::string(ui.say("organisation.is_vacant"_tr)) : fill(ui.say("organisation.until"_tr), {{"date", opening.ends_on}});
    const float width = badge(ui, {column.x, column.y}, state, Tone::warning);
    const auto places = view.state.replica.places_above(kUnit, opening.unit->id);
    if (places && allowed(view.state.replica.who(), Right::create, kAssignment, *places)) {
        const std::string label(ui.say(opening.is_vacant() ? "organisation.appoint"_tr : "organisation.succeed"_tr)), about = role + ", " + where;
        const ButtonLook look{.kind = Kind::quiet, .description = about};
        const Box box{column.x + width + ui.px(8), column.y - ui.px(6), button_width(ui, label, look), ui.row_height()};
        if (button_at(ui, box, "fill", label, look)) {
            if (opening.is_vacant() && opening.seat) view.commands.push_back([seat = *opening.seat](app::App& app) { app.fill_in(seat, {}); });
            else view.commands.push_back([values = seat_for(opening, swedish_date(ui.platform.now_ms()))](app::App& app) { app.create(kAssignment, values); });
        }
    }
    column.gap(ui.px(44));
}

void draw_openings(app::View& view, Column& column, const std::vector<TreeUnit>& tree) {
    Ui& ui = view.ui;
    const std::vector<Opening> openings = all_openings(tree);
    heading(ui, column, 2, fill(ui.say("organisation.openings"_tr), {{"count", std::to_string(openings.size())}}));
    if (openings.empty()) return paragraph(ui, column, ui.say("organisation.openings_none"_tr), {Size::body, Weight::regular, ui.theme.muted});
    column.gap(ui.px(4));
    Container list(ui, Aria::list, "openings", ui.say("organisation.openings_label"_tr), {column.x, column.y, column.w, 0});
    for (std::size_t i = 0; i < openings.size() && i < kMostOpenings; ++i) {
        ImGui::PushID(("opening." + std::to_string(i)).c_str());
        opening_row(view, column, openings[i]);
        ImGui::PopID();
    }
    if (openings.size() > kMostOpenings) paragraph(ui, column, fill(ui.say("home.due_more"_tr), {{"count", std::to_string(openings.size() - kMostOpenings)}}));
}

}  // namespace

bool may_see_organisation(const app::View& view) { return allowed_somewhere(view.state.replica.who(), Right::read, kAssignment); }

void organisation_screen(app::View& view, Box box) {
    Ui& ui = view.ui;
    if (!may_see_organisation(view)) return nowhere(view, box);
    Scroll scroll(ui, "organisation", box, box.w < ui.px(600) ? 16 : 32);
    Column& column = scroll.column;
    heading(ui, column, 1, ui.say("nav.organisation"_tr));
    paragraph(ui, column, ui.say("organisation.lead"_tr), {Size::body, Weight::regular, ui.theme.muted});
    column.gap(ui.px(16));
    if (view.state.day.empty()) {
        if (button(ui, column, "past", ui.say("past.open"_tr), {.icon = "history"_icon})) view.commands.push_back([](app::App& app) { app.open_past(); });
        column.gap(ui.px(16));
    }
    const std::string day = day_of(view);
    const std::vector<TreeUnit>& tree = tree_of(view, day);
    if (tree.empty() && !view.state.is_ready) return paragraph(ui, column, ui.say("register.loading"_tr), {Size::body, Weight::regular, ui.theme.muted});
    const bool is_wide = column.w >= ui.px(kSideBySide);
    const float gap = ui.px(32), side = is_wide ? ui.px(kSide) : column.w;
    Column left{column.x, column.y, is_wide ? column.w - side - gap : column.w};
    tools(view, left);
    draw_tree(view, left, tree, day);
    left.gap(ui.px(32));
    if (view.state.day.empty()) reorganisations(view, left);
    Column right{is_wide ? left.x + left.w + gap : column.x, is_wide ? column.y : left.y + ui.px(24), side};
    draw_openings(view, right, tree);
    column.y = std::max(left.y, right.y) + ui.px(24);
}

}  // namespace lisa::views
