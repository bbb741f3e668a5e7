// What has not reached the server, and what the server refused: nothing a person typed leaves without a decision here.
#include <algorithm>
#include <map>
#include <set>

#include "core/date.h"
#include "i18n/catalog_words.h"
#include "views/screens.h"

namespace lisa::views {
namespace {

using namespace ui;

std::string edit_text(const Entity& entity, const Field& field, const Edit& edit, const Reader& reader) {
    if (const auto* note = std::get_if<NoteEdit>(&edit)) return note->text;
    if (const auto* set = std::get_if<SetEdit>(&edit)) {
        std::string text;
        for (const std::string& word : set->add) text += (text.empty() ? "+ " : ", + ") + show_value(entity, field, Value{Set{word}}, reader);
        for (const std::string& word : set->remove) text += (text.empty() ? "− " : ", − ") + show_value(entity, field, Value{Set{word}}, reader);
        return text;
    }
    return show_value(entity, field, std::get<Value>(edit), reader);
}

std::string name_of(const app::View& view, const Pending& pending, const Entity& entity) {
    if (const Record* record = view.state.replica.find(entity, pending.change.record)) return title_of(*record, view.reader);
    if (const auto* removed = removed_row(view, entity, pending.change.record)) return title_of(removed->record, view.reader);
    Record made{entity};
    for (const auto& [field, edit] : pending.change.patch)
        if (const auto* value = std::get_if<Value>(&edit)) made.values[position(entity, field)] = *value;
    const std::string title = title_of(made, view.reader);
    return title.empty() ? std::string(view.ui.say("form.unnamed"_tr)) : title;
}

/// "Mine" and "theirs" of one field; a click chooses.
void choice(app::View& view, Column& column, const Pending& pending, const Entity& entity, const Field& field) {
    Ui& ui = view.ui;
    ImGui::PushID(field.name.data());
    bool& mine = view.state.choices[pending.number].try_emplace(std::string(field.name), true).first->second;
    Container group(ui, Aria::group, "choice", ui.say(field_key(entity, field).view()), {column.x, column.y, column.w, 0});
    const ImVec2 head{column.x, column.y};
    column.gap(draw_wrapped(ui, &head, ui.say(field_key(entity, field).view()), column.w, {Size::body, Weight::semibold}));
    const Record* theirs = view.state.replica.pulled(entity, pending.change.record);
    const std::string nothing(ui.say("history.nothing"_tr));
    const auto text_of = [&](std::string text) { return text.empty() ? nothing : text; };
    const auto found = pending.change.patch.find(std::string(field.name));
    const std::string my_text = found == pending.change.patch.end() ? nothing : text_of(edit_text(entity, field, found->second, view.reader));
    const std::string their_text = theirs ? text_of(show(*theirs, position(entity, field.name), view.reader)) : nothing;
    const auto side = [&](std::string_view key, Tr label, const std::string& text, bool is_chosen) {
        const float inner = column.w - ui.px(52);
        const float height = draw_wrapped(ui, nullptr, text, inner) + line_height(ui, Size::small) + ui.px(16);
        const Box box = column.take(height);
        column.gap(ui.px(6));
        const std::string name = std::string(ui.say(label)) + ": " + text;
        Node node = make_node(Aria::button, id_of(key), name, box);
        node.states = is_chosen ? semantics::checked : 0u;
        paint(ui, box, is_chosen ? ui.theme.primary_soft : ui.theme.surface, 6);
        const Touch touch = interact(ui, box, std::move(node));
        outline(ui, box, is_chosen ? ui.theme.primary : ui.theme.field_line, 6, is_chosen ? ui.px(2) : 1);
        if (is_chosen) draw_icon(ui, {box.x + ui.px(20), box.y + box.h / 2}, "check"_icon, 18, ui.theme.primary);
        const float x = box.x + ui.px(40);
        draw_text_in(ui, {x, box.y + ui.px(6), inner, line_height(ui, Size::small)}, ui.say(label), {Size::small, Weight::semibold, ui.theme.muted});
        const ImVec2 at{x, box.y + ui.px(6) + line_height(ui, Size::small)};
        draw_wrapped(ui, &at, text, inner);
        return touch.was_activated;
    };
    if (side("mine", "conflict.mine"_tr, my_text, mine)) mine = true;
    if (side("theirs", "conflict.theirs"_tr, their_text, !mine)) mine = false;
    column.gap(ui.px(8));
    ImGui::PopID();
}

/// Whether a change can be left out of its deed without the rest meaning something else. A step and what follows from it cannot.
bool is_separable(const app::View& view, const Pending& pending) {
    const auto entries = view.state.replica.deed(pending.deed);
    return std::none_of(entries.begin(), entries.end(), [](const Pending* one) { return one->change.verb == Verb::step; });
}

void refused(app::View& view, Column& column, const Pending& pending, const Entity& entity) {
    Ui& ui = view.ui;
    const std::int64_t number = pending.number;
    const bool is_conflict = pending.error.fault == Fault::conflict &&
                             std::any_of(pending.error.problems.begin(), pending.error.problems.end(), [](const Problem& p) { return !p.field.empty(); });
    if (is_conflict && pending.change.verb == Verb::update) {
        paragraph(ui, column, ui.say("conflict.lead"_tr));
        column.gap(ui.px(8));
        for (const Problem& problem : pending.error.problems)
            if (const Field* field = find_field(entity, problem.field)) choice(view, column, pending, entity, *field);
        if (button(ui, column, "settle", ui.say("conflict.settle"_tr), {.kind = Kind::primary}))
            view.commands.push_back([number](app::App& app) { app.settle(number); });
        column.gap(ui.px(8));
        return;
    }
    for (const Problem& problem : pending.error.problems) {
        const std::string where = problem.field.empty() ? "" : std::string(ui.say(WordKey{"field", entity.name, problem.field}.view())) + ": ";
        notice(ui, column, where + problem_text(ui, entity, problem), Tone::danger);
    }
    ButtonRow row(ui, column);
    const bool can_mend = pending.change.verb == Verb::create || pending.change.verb == Verb::update;
    if (can_mend && row.add("mend", ui.say("outbox.mend"_tr), {.kind = Kind::primary})) view.commands.push_back([number](app::App& app) { app.mend(number); });
    if (is_separable(view, pending) && row.add("drop", ui.say("outbox.drop"_tr), {.kind = Kind::danger}))
        view.commands.push_back([number](app::App& app) { app.throw_away({number}); });
}

std::string_view state_of(const Ui& ui, Pending::State state) {
    switch (state) {
        case Pending::State::refused: return ui.say("standing.refused"_tr);
        case Pending::State::sent: return ui.say("standing.sent"_tr);
        case Pending::State::kept: return ui.say("standing.kept"_tr);
    }
    return {};
}

void entry(app::View& view, Column& column, const Pending& pending, int level) {
    Ui& ui = view.ui;
    const Entity& entity = *find_entity(view.state.replica.catalog(), pending.change.entity);
    ImGui::PushID(static_cast<int>(pending.number));
    Container item(ui, Aria::listitem, "entry", "", {column.x, column.y, column.w, 0});
    column.gap(ui.px(12));
    const std::string name = std::string(ui.say(entity_key(entity).view())) + ": " + name_of(view, pending, entity);
    heading(ui, column, level, name);
    const std::string what = std::string(ui.say(WordKey{"verb", verb_name(pending.change.verb)}.view())) + ", " + swedish_time(pending.at) + " · " +
                             std::string(state_of(ui, pending.state));
    paragraph(ui, column, what, {Size::small, Weight::regular, ui.theme.muted});
    column.gap(ui.px(6));
    if (pending.state == Pending::State::refused) refused(view, column, pending, entity);
    else
        for (const auto& [field, edit] : pending.change.patch) {
            const Field* about = find_field(entity, field);
            if (about && about->name != "source_text")
                paragraph(ui, column, std::string(ui.say(field_key(entity, *about).view())) + ": " + edit_text(entity, *about, edit, view.reader));
        }
    column.gap(ui.px(12));
    paint(ui, {column.x, column.y, column.w, 1}, ui.theme.hairline);
    ImGui::PopID();
}

/// The changes of a deed as one entry: how many, in which registers, and when it was refused, those that were at fault.
void deed_entry(app::View& view, Column& column, const std::vector<const Pending*>& entries) {
    constexpr std::size_t kMostShown = 20;
    Ui& ui = view.ui;
    ImGui::PushID(entries.front()->deed.c_str());
    Container item(ui, Aria::listitem, "deed", "", {column.x, column.y, column.w, 0});
    column.gap(ui.px(12));
    std::string registers;
    std::set<std::string_view> named;
    std::vector<const Pending*> faulty;
    std::vector<std::int64_t> all, left_out;
    for (const Pending* pending : entries) {
        if (named.insert(pending->change.entity).second)
            registers +=
                (registers.empty() ? "" : ", ") + std::string(ui.say(entities_key(*find_entity(view.state.replica.catalog(), pending->change.entity)).view()));
        all.push_back(pending->number);
        if (pending->state != Pending::State::refused || pending->is_held_back()) continue;
        faulty.push_back(pending);
        left_out.push_back(pending->number);
    }
    const auto counted = [](std::size_t count) { return std::to_string(count); };
    heading(ui, column, 2, fill(ui.say("deed.together"_tr), {{"count", counted(entries.size())}, {"registers", registers}}));
    const Pending::State state = faulty.empty() ? entries.front()->state : Pending::State::refused;
    paragraph(ui, column, swedish_time(entries.front()->at) + " · " + std::string(state_of(ui, state)), {Size::small, Weight::regular, ui.theme.muted});
    column.gap(ui.px(6));
    if (!faulty.empty()) {
        notice(ui, column, fill(ui.say("deed.refused"_tr), {{"count", counted(faulty.size())}}), Tone::danger);
        {
            Container list(ui, Aria::list, "faulty", "", {column.x, column.y, column.w, 0});
            for (std::size_t i = 0; i < std::min(faulty.size(), kMostShown); ++i) entry(view, column, *faulty[i], 3);
        }
        if (faulty.size() > kMostShown) paragraph(ui, column, fill(ui.say("deed.more"_tr), {{"count", counted(faulty.size() - kMostShown)}}));
        column.gap(ui.px(12));
        ButtonRow row(ui, column);
        if (faulty.size() < entries.size() && is_separable(view, *entries.front()) &&
            row.add("leave_out", fill(ui.say("deed.leave_out"_tr), {{"count", counted(faulty.size())}})))
            view.commands.push_back([left_out](app::App& app) { app.throw_away(left_out); });
        if (row.add("drop_all", fill(ui.say("deed.drop"_tr), {{"count", counted(entries.size())}}), {.kind = Kind::danger}))
            view.commands.push_back([all](app::App& app) { app.throw_away(all); });
    }
    column.gap(ui.px(12));
    paint(ui, {column.x, column.y, column.w, 1}, ui.theme.hairline);
    ImGui::PopID();
}

/// The outbox deed by deed; a change that stands for itself is one too.
std::vector<std::vector<const Pending*>> deeds_of(const Replica& replica) {
    std::vector<std::vector<const Pending*>> deeds;
    std::map<std::string_view, std::size_t> places;
    for (const Pending& pending : replica.outbox()) {
        const std::size_t at = pending.deed.empty() ? deeds.size() : places.try_emplace(pending.deed, deeds.size()).first->second;
        if (at == deeds.size()) deeds.emplace_back();
        deeds[at].push_back(&pending);
    }
    // What needs a decision comes first.
    std::stable_partition(deeds.begin(), deeds.end(), [](const auto& entries) {
        return std::any_of(entries.begin(), entries.end(), [](const Pending* one) { return one->state == Pending::State::refused; });
    });
    return deeds;
}

}  // namespace

void outbox(app::View& view, Box box) {
    Ui& ui = view.ui;
    Scroll scroll(ui, "outbox", box, box.w < ui.px(600) ? 16 : 32);
    Column& column = scroll.column;
    column.w = std::min(column.w, ui.px(760));
    heading(ui, column, 1, ui.say("nav.outbox"_tr));
    const auto& outbox = view.state.replica.outbox();
    if (const std::size_t count = view.state.unreadable; count > 0) {
        notice(ui, column, fill(ui.say("outbox.unreadable"_tr), {{"count", std::to_string(count)}}), Tone::danger);
        if (outbox.empty()) return;
    }
    if (outbox.empty()) return paragraph(ui, column, ui.say("outbox.empty"_tr), {Size::body, Weight::regular, ui.theme.muted});
    paragraph(ui, column, ui.say("outbox.lead"_tr), {Size::body, Weight::regular, ui.theme.muted});
    Container list(ui, Aria::list, "entries", "", {column.x, column.y, column.w, 0});
    for (const auto& entries : deeds_of(view.state.replica)) {
        if (entries.size() == 1) entry(view, column, *entries.front(), 2);
        else deed_entry(view, column, entries);
    }
}

}  // namespace lisa::views
