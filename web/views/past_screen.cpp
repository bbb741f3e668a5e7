// How it was (F9): a band that says so, and below it the screen of today over the registers of a day; or what differs between two days.
#include <algorithm>
#include <utility>

#include "core/date.h"
#include "domain/assignment.h"
#include "i18n/catalog_words.h"
#include "views/screens.h"

namespace lisa::views {
namespace {

using namespace ui;
using app::PastDay;
using app::Screen;

constexpr float kSideBySide = 1000;

/// What is shown, in words, and the ways to another day and back to today; returns its height.
float band(app::View& view, Box box) {
    Ui& ui = view.ui;
    const app::Route& route = view.state.route;
    const float padding = ui.px(box.w < ui.px(600) ? 12 : 24);
    Column column{box.x + padding, box.y + ui.px(12), box.w - 2 * padding};
    Container region(ui, Aria::region, "past", ui.say("past.open"_tr), {box.x, box.y, box.w, 0});
    const auto days = std::minmax(route.day, route.against);
    const std::string text = route.against.empty() ? fill(ui.say("past.band"_tr), {{"day", route.day}})
                                                   : fill(ui.say("past.band_compared"_tr), {{"from", days.first}, {"to", days.second}});
    notice(ui, column, text, Tone::info);
    ButtonRow row(ui, column);
    if (row.add("leave", ui.say("past.leave"_tr), {.kind = Kind::primary, .icon = "x"_icon})) view.commands.push_back([](app::App& app) { app.show_today(); });
    if (row.add("change", ui.say("past.change"_tr), {.icon = "history"_icon})) view.commands.push_back([](app::App& app) { app.open_past(); });
    return column.y + ui.row_height() + ui.px(12) - box.y;
}

/// Why a day cannot be shown, or not yet; false when it can.
bool waits(app::View& view, Box box, const std::string& day, const PastDay* past) {
    Ui& ui = view.ui;
    Column column{box.x + ui.px(24), box.y + ui.px(16), std::min(box.w - ui.px(48), ui.px(560))};
    if (!past) return heading(ui, column, 1, fill(ui.say("past.not_yet"_tr), {{"day", day}})), true;
    if (past->status == PastDay::Status::ready && past->first <= day) return false;
    heading(ui, column, 1, day);
    switch (past->status) {
        case PastDay::Status::loading: paragraph(ui, column, ui.say("register.loading"_tr), {Size::body, Weight::regular, ui.theme.muted}); break;
        case PastDay::Status::offline: notice(ui, column, ui.say("past.offline"_tr), Tone::warning); break;
        case PastDay::Status::refused: notice(ui, column, ui.say("past.refused"_tr), Tone::warning, Aria::alert); break;
        case PastDay::Status::ready: paragraph(ui, column, fill(ui.say("past.before_first"_tr), {{"first", past->first}})); break;
    }
    if (past->status == PastDay::Status::offline || past->status == PastDay::Status::refused) {
        column.gap(ui.px(12));
        if (button(ui, column, "again", ui.say("past.again"_tr))) view.commands.push_back([day](app::App& app) { app.ask_again(day); });
    }
    return true;
}

/// The rows that were there and are not told, since they were removed; returns the height of the sentence.
float removed_since(app::View& view, Box box, const PastDay& past) {
    Ui& ui = view.ui;
    const app::Route& route = view.state.route;
    const auto found = route.entity && route.id.empty() ? past.removed_since.find(std::string(route.entity->name)) : past.removed_since.end();
    if (found == past.removed_since.end()) return 0;
    Column column{box.x + ui.px(24), box.y, box.w - ui.px(48)};
    paragraph(ui, column, fill(ui.say("past.removed_since"_tr), {{"count", std::to_string(found->second)}}), {Size::small, Weight::regular, ui.theme.muted});
    return column.y + ui.px(8) - box.y;
}

/// The screen of the address over the registers of a day.
void day_screen(app::View& view, Box box, const std::string& day, PastDay* past) {
    if (waits(view, box, day, past)) return;
    const float said = removed_since(view, box, *past);
    box.y += said;
    box.h -= said;
    const app::Looking looking(view.state, *past);
    app::View then{view.ui, past->state, view.commands, {past->state.replica, view.ui.language}};
    if (view.state.route.screen == Screen::organisation) return organisation_screen(then, box);
    if (view.state.route.against.empty()) return register_screen(then, box);
    record_panel(then, box);
}

/// A record as it was on one of two days that are beside each other, below the day.
void side(app::View& view, Box box, const std::string& day, PastDay* past) {
    Ui& ui = view.ui;
    ImGui::PushID(day.c_str());
    Container region(ui, Aria::region, "side", fill(ui.say("past.band"_tr), {{"day", day}}), box);
    const float head = line_height(ui, Size::large) + ui.px(12);
    Column column{box.x + ui.px(20), box.y, box.w - ui.px(40)};
    heading(ui, column, 2, day);
    day_screen(view, {box.x, box.y + head, box.w, box.h - head}, day, past);
    ImGui::PopID();
}

/// What differs between two days in the registers of the screen.
void comparison(app::View& view, Box box, PastDay& from, PastDay& to) {
    Ui& ui = view.ui;
    Scroll scroll(ui, "compared", box, box.w < ui.px(600) ? 12 : 24);
    const bool is_register = view.state.route.screen == Screen::reg;
    const std::vector<const Entity*> entities = is_register ? std::vector{view.state.route.entity} : std::vector<const Entity*>{&kUnit, &kAssignment};
    for (const Entity* entity : entities) {
        ImGui::PushID(entity->name.data());
        heading(ui, scroll.column, 1, ui.say(entities_key(*entity).view()), Size::title);
        row_changes_list(view, scroll.column, *entity, from, to);
        scroll.column.gap(ui.px(24));
        ImGui::PopID();
    }
}

}  // namespace

void past_screen(app::View& view, Box box) {
    Ui& ui = view.ui;
    const app::Route& route = view.state.route;
    const float height = band(view, box);
    box.y += height;
    box.h -= height;
    const auto past_of = [&](const std::string& day) {
        const auto found = view.state.past.find(day);
        return found == view.state.past.end() ? nullptr : found->second.get();
    };
    if (route.against.empty()) return day_screen(view, box, route.day, past_of(route.day));
    const auto days = std::minmax(route.day, route.against);
    const std::string from = days.first, to = days.second;
    if (route.id.empty()) {
        for (const std::string& day : {from, to})
            if (!past_of(day) || past_of(day)->status != PastDay::Status::ready) return (void)waits(view, box, day, past_of(day));
        return comparison(view, box, *past_of(from), *past_of(to));
    }
    if (box.w < ui.px(kSideBySide) && !ui.is_text) return side(view, box, route.day, past_of(route.day));
    const float half = (box.w - ui.px(16)) / 2;
    side(view, {box.x, box.y, half, box.h}, from, past_of(from));
    side(view, {box.x + half + ui.px(16), box.y, half, box.h}, to, past_of(to));
}

}  // namespace lisa::views
