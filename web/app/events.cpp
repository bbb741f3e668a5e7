// What a person does about events: report one, open its cases, keep them supplied with facts.
#include <utility>

#include "app/app.h"
#include "app/event_cases.h"
#include "change/edit.h"
#include "domain/catalog.h"
#include "domain/grants.h"

namespace lisa::app {

void App::begin_report() {
    m_state.reporting = {};
    const Actor& who = m_state.replica.who();
    const std::string id = m_platform.new_id(), works_at = place_of_work(who);
    ui::Draft& draft = m_state.drafts[id];
    draft.entity = &kEvent;
    draft.id = id;
    draft.is_new = draft.is_fresh = true;
    const std::string unit = works_at.empty() && !who.grants.empty() ? who.grants.front().unit : works_at;
    if (!unit.empty()) draft.values["unit"] = Value{unit};
    draft.values["discovered_at"] = Value{now()};
}

void App::close_report() {
    std::erase_if(m_state.drafts, [](const auto& one) { return one.second.is_new && one.second.entity == &kEvent; });
    m_state.reporting = {.is_closed = true};
}

void App::send_report(const std::string& id) {
    const auto found = m_state.drafts.find(id);
    if (found == m_state.drafts.end() || m_is_keeping) return;
    ui::Draft& draft = found->second;
    // Who writes down what came by telephone or mail reports what another has seen.
    Value& channel = draft.values["channel"];
    if (is_blank(channel)) channel = std::string("lisa");
    if (channel == Value{std::string("lisa")}) draft.values["reporter"] = Value{m_state.replica.who().person};
    draft.values["reported_at"] = Value{now()};
    auto change = change_of(draft);
    if (!change) return m_platform.announce(lisa::say(m_state.language, "form.has_problems"_tr), true);
    m_is_keeping = true;
    std::vector<Change> made{std::move(*change)};
    m_sync.keep(std::move(made), now(), {}, [this, id](bool is_kept) {
        m_is_keeping = false;
        if (!end_draft(id, is_kept)) return;
        m_state.reporting.sent = id;
        say(std::string(lisa::say(m_state.language, m_state.is_connected ? "report.thanks"_tr : "toast.saved_here"_tr)));
    });
}

void App::drop_report(const std::string& id) {
    const auto found = m_state.drafts.find(id);
    if (found == m_state.drafts.end()) return;
    ui::Draft kept = std::move(found->second);
    m_state.drafts.erase(found);
    say_done(std::string(lisa::say(m_state.language, "toast.discarded"_tr)), [this, kept = std::move(kept)] {
        m_state.drafts[kept.id] = kept;
        go({.screen = Screen::report});
    });
}

void App::open_cases(const Record& event) {
    if (must_wait()) return;
    std::vector<Change> chosen;
    for (const Case& one : cases_of(event, m_state.replica)) {
        const bool is_left_out = m_state.cases.event == event.id && m_state.cases.left_out.contains(key_of(one));
        if (one.opened || is_left_out || !may_open(one, m_state.replica)) continue;
        Change change = blank_change(Verb::create, *one.entity, m_platform.new_id());
        for (const auto& [field, value] : case_values(event, one)) change.patch[field] = first_edit(value);
        chosen.push_back(std::move(change));
    }
    auto [changes, refused] = try_out(std::move(chosen));
    if (refused) return complain(refused->first, refused->second);
    if (changes.empty()) return say(std::string(lisa::say(m_state.language, "cases.none_chosen"_tr)), {}, {}, true);
    auto ended = keeping([this] { m_state.cases = {}; });
    if (!ended) return;
    const std::string count = std::to_string(changes.size());
    send_all(std::move(changes), fill(lisa::say(m_state.language, "cases.opened"_tr), {{"count", count}}), {}, std::move(ended));
}

void App::update_cases(const Record& event) {
    if (must_wait()) return;
    std::vector<Change> changes;
    for (const Case& one : cases_of(event, m_state.replica)) {
        if (!one.opened) continue;
        Change change = blank_change(Verb::update, *one.entity, one.opened->id);
        for (const auto& [field, value] : news_for(event, *one.opened)) change.patch[field] = first_edit(value);
        if (!change.patch.empty() && m_state.replica.preview(change, {now()})) changes.push_back(std::move(change));
    }
    if (changes.empty()) return say(std::string(lisa::say(m_state.language, "cases.nothing_new"_tr)));
    const std::string count = std::to_string(changes.size());
    send_all(std::move(changes), fill(lisa::say(m_state.language, "cases.updated"_tr), {{"count", count}}));
}

}  // namespace lisa::app
