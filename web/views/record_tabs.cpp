// The reading tabs of a record: what refers to it, who changed it, and a document's text.
#include <algorithm>

#include "core/date.h"
#include "core/text.h"
#include "domain/acknowledgement.h"
#include "domain/attachment.h"
#include "domain/document.h"
#include "domain/grants.h"
#include "domain/section_link.h"
#include "i18n/catalog_words.h"
#include "views/screens.h"

namespace lisa::views {

using namespace ui;

namespace {

void fact_line(Ui& ui, Column& column, std::string_view label, const std::string& before, const std::string& after) {
    const std::string nothing(ui.say("history.nothing"_tr));
    const std::string text = fill(ui.say("history.line"_tr),
                                  {{"field", std::string(label)}, {"before", before.empty() ? nothing : before}, {"after", after.empty() ? nothing : after}});
    paragraph(ui, column, text, {Size::body, Weight::regular, ui.theme.ink});
}

/// A section's body: paragraphs, and bullets with a hanging indent.
void body_text(Ui& ui, Column& column, std::string_view body) {
    constexpr std::string_view kBullet = "• ";
    while (!body.empty()) {
        const std::size_t end = std::min(body.find('\n'), body.size());
        const std::string_view line = body.substr(0, end);
        body.remove_prefix(std::min(end + 1, body.size()));
        if (trim(line).empty()) {
            column.gap(ui.px(10));
            continue;
        }
        if (!line.starts_with(kBullet)) {
            paragraph(ui, column, line);
            continue;
        }
        const float indent = ui.px(20);
        draw_text(ui, {column.x + ui.px(4), column.y}, "•");
        const ImVec2 at{column.x + indent, column.y};
        const Box box = column.take(draw_wrapped(ui, &at, line.substr(kBullet.size()), column.w - indent));
        add_node(ui, box, Aria::listitem, line.substr(kBullet.size()));
        column.gap(ui.px(4));
    }
}

/// "Riskanalyser (System)": what refers, and in which field.
std::string head_words(const Ui& ui, const Use& use) {
    const Entity& entity = *use.record->entity;
    return std::string(ui.say(entities_key(entity).view())) + " (" + std::string(ui.say(field_key(entity, *use.field).view())) + ")";
}

}  // namespace

void links_tab(app::View& view, Column& column, const Record& record) {
    Ui& ui = view.ui;
    std::vector<Use> uses = view.state.replica.uses_of(*record.entity, record.id);
    std::erase_if(uses, [](const Use& use) { return use.record->entity == &kAttachment; });  // they have a tab of their own
    if (uses.empty()) return paragraph(ui, column, ui.say("links.none"_tr), {Size::body, Weight::regular, ui.theme.muted});
    constexpr std::size_t kMost = 50;  // of one kind, until asked for all
    std::map<std::string, std::size_t> counts;
    const auto group_of = [](const Use& use) { return std::string(use.record->entity->name) + "." + std::string(use.field->name); };
    for (const Use& use : uses) ++counts[group_of(use)];
    std::string group;
    std::size_t shown = 0;
    for (const Use& use : uses) {
        const Entity& entity = *use.record->entity;
        const std::string key_of_all = record.id + "." + group_of(use), head = head_words(ui, use);
        if (head != group) {
            if (!group.empty()) column.gap(ui.px(12));
            heading(ui, column, 2, group = head);
            shown = 0;
        }
        const std::size_t all = counts[group_of(use)];
        if (++shown > kMost && all > kMost && !view.state.unfolded.contains(key_of_all)) {
            const std::string words = fill(ui.say("insight.show_all"), {{"what", head_words(ui, use)}, {"count", std::to_string(all)}});
            if (shown == kMost + 1 && button(ui, column, "all." + key_of_all, words, {.kind = Kind::quiet})) view.state.unfolded.insert(key_of_all);
            continue;
        }
        const app::Route route{.screen = app::Screen::reg, .entity = &entity, .id = use.record->id};
        const std::string key = "use." + use.record->id + std::string(use.field->name);
        if (link(ui, column, key, title_of(*use.record, view.reader), app::path_of(route))) view.go(route);
        column.gap(ui.px(6));
    }
}

const app::History* history_of(app::View& view, Column& column, const Record& record) {
    Ui& ui = view.ui;
    const auto found = view.state.histories.find(record.id);
    const bool is_there = found != view.state.histories.end();
    if (!is_there || found->second.rev != record.rev)
        view.commands.push_back([entity = record.entity, id = record.id, rev = record.rev](app::App& app) { app.ask_history(*entity, id, rev, 0); });
    const bool is_offline = is_there && found->second.status == app::History::Status::offline;
    if (is_offline) notice(ui, column, ui.say("history.offline"_tr), Tone::warning);
    if (is_there && !found->second.rows.empty()) return &found->second;
    if (is_there && found->second.status == app::History::Status::ready) return &found->second;
    if (!is_offline) paragraph(ui, column, ui.say("register.loading"_tr), {Size::body, Weight::regular, ui.theme.muted});
    return nullptr;
}

namespace {

/// What was told of a record, the newest first.
void history_rows(app::View& view, Column& column, const Record& record, const app::History& history) {
    Ui& ui = view.ui;
    if (history.rows.empty()) return;
    Container list(ui, Aria::list, "history", ui.say("tab.history"_tr), {column.x, column.y, column.w, 0});
    for (std::size_t i = 0; i < history.rows.size(); ++i) {
        const app::HistoryRow& row = history.rows[i];
        ImGui::PushID(static_cast<int>(i));
        Container item(ui, Aria::listitem, "row", "", {column.x, column.y, column.w, 0});
        const std::string what = row.verb == "step" ? std::string(ui.say(WordKey{"step", record.entity->name, row.step}.view()))
                                                    : std::string(ui.say(WordKey{"verb", row.verb}.view()));
        const float left = column.x;
        column.x += ui.px(22);
        column.w -= ui.px(22);
        draw_icon(ui, {left + ui.px(8), column.y + line_height(ui, Size::body) / 2}, "history"_icon, 15, ui.theme.muted);
        paragraph(ui, column, swedish_time(row.at) + "  " + row.actor, {Size::small, Weight::semibold, ui.theme.muted});
        paragraph(ui, column, what, {Size::body, Weight::semibold});
        for (const auto& line : row.lines) fact_line(ui, column, ui.say(WordKey{"field", record.entity->name, line.field}.view()), line.before, line.after);
        column.x = left;
        column.w += ui.px(22);
        column.gap(ui.px(16));
        ImGui::PopID();
    }
}

}  // namespace

void history_tab(app::View& view, Column& column, const Record& record) {
    const app::History* history = history_of(view, column, record);
    if (!history) return;
    history_rows(view, column, record, *history);
    const bool is_loading = history->status == app::History::Status::loading;
    if (history->has_more && button(view.ui, column, "older", view.ui.say("history.older"_tr), {.is_disabled = is_loading}))
        view.commands.push_back([entity = record.entity, id = record.id, rev = history->rev, before = history->before](app::App& app) {
            app.ask_history(*entity, id, rev, before);
        });
}

std::vector<const Record*> sections_of(const app::View& view, const std::string& document) {
    std::vector<const Record*> sections = view.state.replica.referring(kSection, "document", document);
    std::stable_sort(sections.begin(), sections.end(), [](const Record* a, const Record* b) { return a->get(section::number) < b->get(section::number); });
    return sections;
}

namespace {

/// What the reader of an adopted document does at its end: say that exactly this version is read and understood.
void acknowledge(app::View& view, Column& column, const Record& document) {
    Ui& ui = view.ui;
    const std::string& me = view.state.replica.who().person;
    const std::string version = document.text("version");
    const std::string unit = place_of_work(view.state.replica.who());
    if (!view.state.day.empty() || document.text("status") != "adopted" || version.empty() || unit.empty()) return;
    column.gap(ui.px(8));
    for (const Record* one : view.state.replica.rows(kAcknowledgement))
        if (one->get(acknowledgement::person) == me && one->get(acknowledgement::document) == document.id && one->get(acknowledgement::version) == version)
            return notice(ui, column, fill(ui.say("reading.understood"_tr), {{"version", version}, {"date", one->get(acknowledgement::understood_on)}}),
                          Tone::good);
    const std::string label = fill(ui.say("reading.understand"_tr), {{"version", version}});
    if (button(ui, column, "understand", label, {.kind = Kind::primary, .icon = "check"_icon}))
        view.commands.push_back([copy = document, unit](app::App& app) { app.acknowledge(copy, unit); });
}

}  // namespace

void reading_tab(app::View& view, Column& column, const Record& record) {
    Ui& ui = view.ui;
    const std::vector<const Record*> sections = sections_of(view, record.id);
    if (sections.empty()) return paragraph(ui, column, ui.say("reading.empty"_tr), {Size::body, Weight::regular, ui.theme.muted});
    column.w = std::min(column.w, ui.px(620));
    const std::vector<const Record*> links = view.state.replica.rows(kSectionLink);
    for (const Record* section : sections) {
        heading(ui, column, 2, section->get(section::heading));
        column.gap(ui.px(2));
        body_text(ui, column, section->get(section::body));
        section_links(view, column, *section, links);
        column.gap(ui.px(20));
    }
    acknowledge(view, column, record);
}

}  // namespace lisa::views
