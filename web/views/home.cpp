// Mitt Lisa: who I am here, what waits for me, the registers I can open.
#include <algorithm>

#include "core/date.h"
#include "domain/menu.h"
#include "i18n/catalog_words.h"
#include "report/when.h"
#include "views/screens.h"

namespace lisa::views {
namespace {

using namespace ui;

constexpr std::size_t kMostDue = 12;
/// Below it the day stands beneath what is due, so that one can read what it is.
constexpr float kDueRoom = 560;

std::string unit_name(const app::View& view, const std::string& id) {
    const Record* unit = view.state.replica.find(kUnit, id);
    return unit ? title_of(*unit, view.reader) : std::string{};
}

void my_roles(app::View& view, Column& column) {
    Ui& ui = view.ui;
    heading(ui, column, 2, ui.say("home.roles"_tr));
    Container list(ui, Aria::list, "home.roles", "", {column.x, column.y, column.w, 0});
    for (const Grant& grant : view.state.replica.who().grants) {
        const std::string role(ui.say(WordKey{"role", facts(grant.role).name}.view()));
        const std::string text = role + " – " + unit_name(view, grant.unit);
        const Box row = column.take(line_height(ui, Size::body) + ui.px(6));
        draw_icon(ui, {row.x + ui.px(9), row.y + row.h / 2}, "key-round"_icon, 16, ui.theme.muted);
        draw_text_in(ui, {row.x + ui.px(28), row.y, row.w - ui.px(28), row.h}, text);
        add_node(ui, row, Aria::listitem, text);
    }
    column.gap(ui.px(24));
}

void my_drafts(app::View& view, Column& column) {
    Ui& ui = view.ui;
    const bool has_any = std::any_of(view.state.drafts.begin(), view.state.drafts.end(), [](const auto& entry) { return entry.second.is_dirty(); });
    if (!has_any) return;
    heading(ui, column, 2, ui.say("home.drafts"_tr));
    for (const auto& [id, draft] : view.state.drafts) {
        if (!draft.is_dirty()) continue;
        const Record* record = view.state.replica.find(*draft.entity, id);
        const std::string name = title_of(with_draft(record ? *record : Record{*draft.entity}, draft), view.reader);
        const std::string text = std::string(ui.say(entity_key(*draft.entity).view())) + ": " + (name.empty() ? std::string(ui.say("form.unnamed"_tr)) : name);
        app::Route route{.screen = app::Screen::reg, .entity = draft.entity, .id = id, .is_new = draft.is_new, .tab = app::Tab::fields};
        if (draft.is_new && draft.entity == &kEvent && draft.replaces < 0) route = {.screen = app::Screen::report};
        if (link(ui, column, "draft." + id, text, app::path_of(route))) view.go(route);
        column.gap(ui.px(6));
    }
    column.gap(ui.px(18));
}

constexpr int kDueDays = 60;

/// Worked out again when the registers or the day altered.
const std::vector<Due>& due_of(app::View& view, const std::string& today, const std::string& last) {
    app::DueList& list = view.state.due;
    if (list.version == view.state.replica.version() && list.day == today) return list.rows;
    Replica& replica = view.state.replica;
    const DueSource source{[&](std::string_view name) { return replica.rows(*find_entity(kCatalog, name)); },
                           [&](const Record& record) {
                               auto found = places_of(record, replica);
                               return found ? *found : Places{};
                           }};
    list = {replica.version(), today, due_for(replica.who(), source, last)};
    return list.rows;
}

/// The first so many of what is due, as links with their day.
void due_list(app::View& view, Column& column, const std::vector<Due>& due, std::size_t count, const std::string& today, const std::string& now) {
    Ui& ui = view.ui;
    Container list(ui, Aria::list, "home.due", ui.say("home.due"_tr), {column.x, column.y, column.w, 0});
    for (std::size_t i = 0; i < count; ++i) {
        const Due& one = due[i];
        ImGui::PushID(static_cast<int>(i));
        Container item(ui, Aria::listitem, "due", "", {column.x, column.y, column.w, 0});
        const bool is_late = one.at.empty() ? one.date < today : one.at < now;
        const std::string what = std::string(ui.say(WordKey{"due", one.rule->entity, one.rule->date}.view())) + ": " + title_of(*one.record, view.reader);
        const std::string when = !one.at.empty() ? deadline_text(one.at, now, ui.language)
                                 : is_late       ? fill(ui.say("home.late"_tr), {{"date", one.date}})
                                                 : one.date;
        const TextStyle small{Size::small, is_late ? Weight::semibold : Weight::regular, is_late ? ui.theme.danger : ui.theme.muted};
        const app::Route route{.screen = app::Screen::reg, .entity = one.record->entity, .id = one.record->id};
        const float indent = ui.px(28), y = column.y;
        Column inner{column.x + indent, y, column.w - indent};
        if (column.w < ui.px(kDueRoom)) {
            if (link(ui, inner, "open", what, app::path_of(route))) view.go(route);
            paragraph(ui, inner, when, small);
            column.y = inner.y + ui.px(8);
        } else {
            const Box row = column.take(ui.row_height());
            const float width = text_width(ui, when, small) + ui.px(12);
            const Box said{row.right() - width, row.y, width, row.h};
            if (link_at(ui, {inner.x, row.y, inner.w - width, row.h}, "open", what, app::path_of(route))) view.go(route);
            draw_text_in(ui, said, when, small);
            add_node(ui, said, Aria::paragraph, when);
        }
        const float middle = (column.w < ui.px(kDueRoom) ? line_height(ui, Size::body) : ui.row_height()) / 2;
        draw_icon(ui, {column.x + ui.px(9), y + middle}, is_late ? "triangle-alert"_icon : "calendar"_icon, 16, small.colour);
        ImGui::PopID();
    }
}

/// What is due in the next two months, overdue first.
void my_due(app::View& view, Column& column) {
    Ui& ui = view.ui;
    const std::string today = swedish_date(ui.platform.now_ms()), now = utc_text(ui.platform.now_ms());
    const std::vector<Due>& due = due_of(view, today, add_days(today, kDueDays));
    heading(ui, column, 2, ui.say("home.due"_tr));
    if (due.empty()) paragraph(ui, column, ui.say("home.due_none"_tr), {Size::body, Weight::regular, ui.theme.muted});
    const bool is_whole = due.size() <= kMostDue || view.state.unfolded.contains("home.due");
    due_list(view, column, due, is_whole ? due.size() : kMostDue, today, now);
    const std::string all = fill(ui.say("insight.show_all"), {{"what", std::string(ui.say("home.due"_tr))}, {"count", std::to_string(due.size())}});
    if (!is_whole && button(ui, column, "due.all", all, {.kind = Kind::quiet})) view.state.unfolded.insert("home.due");
    column.gap(ui.px(24));
}

/// Exceptions from rules with where they stand, where there are any.
void exceptions(app::View& view, Column& column, std::string_view key, Tr words, const std::vector<const Record*>& rows) {
    Ui& ui = view.ui;
    if (rows.empty()) return;
    heading(ui, column, 2, ui.say(words));
    {
        Container list(ui, Aria::list, key, ui.say(words), {column.x, column.y, column.w, 0});
        for (const Record* one : rows) {
            Container item(ui, Aria::listitem, one->id, "", {column.x, column.y, column.w, 0});
            const app::Route route{.screen = app::Screen::reg, .entity = &kPolicyException, .id = one->id};
            const std::string state = show(*one, policy_exception::status.index, view.reader);
            if (link(ui, column, "exception." + one->id, title_of(*one, view.reader) + ": " + state, app::path_of(route))) view.go(route);
            column.gap(ui.px(6));
        }
    }
    column.gap(ui.px(18));
}

/// What the person asked to be excepted from, and what waits for their decision.
void my_exceptions(app::View& view, Column& column) {
    Replica& replica = view.state.replica;
    const std::vector<const Record*> all = replica.rows(kPolicyException);
    exceptions(view, column, "home.asked", "home.exceptions"_tr, asked_by(all, replica.who().person, swedish_date(view.ui.platform.now_ms())));
    exceptions(view, column, "home.decide", "home.exceptions_to_decide"_tr, to_decide(all, replica.who(), replica));
}

/// A card per register: what it is called, how much is in it, what it is for.
void card(app::View& view, Box box, const Entity& entity) {
    Ui& ui = view.ui;
    Container item(ui, Aria::listitem, "card." + std::string(entity.name), "", box);
    Node node = make_node(Aria::link, id_of(entity.name), ui.say(entities_key(entity).view()), box);
    node.description = std::string(ui.say(about_key(entity).view()));
    node.href = "/register/" + std::string(entity.name);
    paint(ui, box, ui.theme.surface, 10);
    const Touch touch = interact(ui, box, std::move(node), 10);
    outline(ui, box, touch.is_hovered ? ui.theme.primary : ui.theme.hairline, 10);
    draw_icon(ui, {box.x + ui.px(26), box.y + ui.px(28)}, Icon{find_icon(entity.icon)}, 20, ui.theme.primary);
    const std::string total = std::to_string(view.state.replica.count(entity));
    const float total_width = text_width(ui, total, {Size::large, Weight::semibold});
    draw_text_in(ui, {box.x + ui.px(44), box.y + ui.px(10), box.w - ui.px(64) - total_width, ui.px(36)}, ui.say(entities_key(entity).view()),
                 {Size::body, Weight::semibold});
    draw_text_in(ui, {box.right() - ui.px(16) - total_width, box.y + ui.px(10), total_width + 1, ui.px(36)}, total,
                 {Size::large, Weight::semibold, ui.theme.muted});
    const ImVec2 at{box.x + ui.px(16), box.y + ui.px(56)};
    draw_wrapped(ui, &at, ui.say(about_key(entity).view()), box.w - ui.px(32), {Size::small, Weight::regular, ui.theme.muted});
    if (touch.was_activated) view.go({.screen = app::Screen::reg, .entity = &entity});
}

void registers(app::View& view, Column& column) {
    Ui& ui = view.ui;
    const float gap = ui.px(16);
    const int across = std::max(1, static_cast<int>((column.w + gap) / (ui.px(260) + gap)));
    const float width = (column.w - gap * static_cast<float>(across - 1)) / static_cast<float>(across);
    for (const MenuGroup& group : kMenu) {
        const std::vector<const Entity*> shown = readable(view, group);
        if (shown.empty()) continue;
        const std::string words(ui.say(WordKey{"menu", group.name}.view()));
        heading(ui, column, 2, words);
        column.gap(ui.px(4));
        float tallest = 0;
        for (const Entity* entity : shown)
            tallest = std::max(tallest, draw_wrapped(ui, nullptr, ui.say(about_key(*entity).view()), width - ui.px(32), {Size::small}));
        const float height = tallest + ui.px(76);
        Container list(ui, Aria::list, "home." + std::string(group.name), words, {column.x, column.y, column.w, 0});
        for (std::size_t i = 0; i < shown.size(); ++i) {
            const int place = static_cast<int>(i) % across;
            if (place == 0 && i > 0) column.gap(height + gap);
            card(view, {column.x + static_cast<float>(place) * (width + gap), column.y, width, height}, *shown[i]);
        }
        column.gap(height + ui.px(24));
    }
}

}  // namespace

std::vector<const Entity*> readable(const app::View& view, const MenuGroup& group) {
    std::vector<const Entity*> shown;
    for (const Entity* entity : group.registers)
        if (allowed_somewhere(view.state.replica.who(), Right::read, *entity)) shown.push_back(entity);
    return shown;
}

void home(app::View& view, Box box) {
    Ui& ui = view.ui;
    Scroll scroll(ui, "home", box, box.w < ui.px(600) ? 16 : 32);
    Column& column = scroll.column;
    column.w = std::min(column.w, ui.px(1120));
    const std::string given = view.state.name.substr(0, view.state.name.find(' '));
    heading(ui, column, 1, fill(ui.say("home.hello"_tr), {{"name", given}}));
    paragraph(ui, column, ui.say(view.state.is_demo ? "home.demo"_tr : "home.lead"_tr), {Size::body, Weight::regular, ui.theme.muted});
    column.gap(ui.px(24));
    if (const std::size_t refused = view.state.replica.count(Pending::State::refused); refused > 0) {
        notice(ui, column, ui.say("home.refused"_tr), Tone::danger, Aria::alert);
        if (button(ui, column, "refused", ui.say("toast.look"_tr), {.kind = Kind::primary})) view.go({.screen = app::Screen::outbox});
        column.gap(ui.px(24));
    }
    if (const std::int64_t undelivered = view.state.undelivered; undelivered > 0) {
        notice(ui, column, fill(ui.say("home.undelivered"_tr), {{"count", std::to_string(undelivered)}}), Tone::warning);
        column.gap(ui.px(24));
    }
    my_drafts(view, column);
    my_due(view, column);
    my_exceptions(view, column);
    my_roles(view, column);
    registers(view, column);
}

void nowhere(app::View& view, Box box) {
    Ui& ui = view.ui;
    Scroll scroll(ui, "nowhere", box, 32);
    heading(ui, scroll.column, 1, ui.say("nowhere.title"_tr));
    paragraph(ui, scroll.column, ui.say("nowhere.text"_tr));
    scroll.column.gap(ui.px(16));
    if (button(ui, scroll.column, "home", ui.say("nav.home"_tr), {.kind = Kind::primary})) view.go({});
}

}  // namespace lisa::views
