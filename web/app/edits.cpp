// What a person does to records: create, save, step, remove, settle conflicts, import, export.
#include <algorithm>

#include "app/app.h"
#include "app/undo.h"
#include "change/edit.h"
#include "core/date.h"
#include "core/json.h"
#include "domain/acknowledgement.h"
#include "domain/event.h"
#include "domain/follow_up.h"
#include "domain/person.h"
#include "domain/policy_text.h"
#include "i18n/catalog_words.h"
#include "schema/json.h"

namespace lisa::app {
namespace {

/// The set of a record as an edit would leave it.
Set grown(const Record* record, const std::string& field, const SetEdit& edit) {
    Set set = edit.add;
    const auto* old = record ? std::get_if<Set>(&record->values[position(*record->entity, field)]) : nullptr;
    if (old) set.insert(set.end(), old->begin(), old->end());
    std::sort(set.begin(), set.end());
    set.erase(std::unique(set.begin(), set.end()), set.end());
    std::erase_if(set, [&](const std::string& word) { return std::find(edit.remove.begin(), edit.remove.end(), word) != edit.remove.end(); });
    return set;
}

}  // namespace

Change App::blank_change(Verb verb, const Entity& entity, const std::string& id) const {
    Change change;
    change.id = m_platform.new_id();
    change.client = m_client;
    change.verb = verb;
    change.entity = std::string(entity.name);
    change.record = id;
    const Record* pulled = m_state.replica.pulled(entity, id);
    change.base = pulled ? pulled->rev : 0;
    return change;
}

void App::create(const Entity& entity, std::map<std::string, Value> values, const Entity* part, std::map<std::string, Value> part_values) {
    if (&entity == &kEvent) return go({.screen = Screen::report});  // whatever is reported passes the gate first
    const std::string id = m_platform.new_id();
    ui::Draft& draft = m_state.drafts[id];
    draft.entity = &entity;
    draft.id = id;
    draft.is_new = draft.is_fresh = true;
    draft.values = std::move(values);
    for (auto& [field, value] : beginning_of(entity, m_state.replica.who())) draft.values.try_emplace(field, std::move(value));
    draft.part = part;
    draft.part_values = std::move(part_values);
    go({.screen = Screen::reg, .entity = &entity, .id = id, .is_new = true, .tab = Tab::fields});
}

std::string App::deed_of(std::int64_t number) const {
    const auto& outbox = m_state.replica.outbox();
    const auto found = std::find_if(outbox.begin(), outbox.end(), [&](const Pending& pending) { return pending.number == number; });
    return found == outbox.end() ? std::string{} : found->deed;
}

std::optional<Change> App::change_of(ui::Draft& draft) {
    const Record* stored = m_state.replica.find(*draft.entity, draft.id);
    const Record before = stored ? *stored : Record{*draft.entity};
    Change change = blank_change(draft.is_new ? Verb::create : Verb::update, *draft.entity, draft.id);
    change.patch = ui::patch_of(before, draft);
    if (!draft.is_new) change.base = std::min(draft.base, change.base);
    if (auto preview = m_state.replica.preview(change, {now()}, deed_of(draft.replaces)); !preview) {
        draft.problems = preview.error().problems;
        draft.was_tried = draft.shows_problem = true;
        return std::nullopt;
    }
    return change;
}

void App::save(const std::string& id) {
    const auto found = m_state.drafts.find(id);
    if (found == m_state.drafts.end()) return;
    ui::Draft& draft = found->second;
    auto change = change_of(draft);
    if (!change) return m_platform.announce(lisa::say(m_state.language, "form.has_problems"_tr), true);
    const auto& outbox = m_state.replica.outbox();
    const bool mends = std::any_of(outbox.begin(), outbox.end(), [&](const Pending& pending) { return pending.number == draft.replaces; });
    if (mends) return save_mended(id, std::move(*change));  // what was thrown away meanwhile becomes a new change
    const bool can_be_undone = !draft.is_new || allowed_somewhere(m_state.replica.who(), Right::remove, *draft.entity);
    std::vector<Change> made{std::move(*change)};
    if (draft.part) {
        made.push_back(blank_change(Verb::create, *draft.part, m_platform.new_id()));
        for (const auto& [field, value] : draft.part_values) made.back().patch[field] = first_edit(value);
        made.back().patch[std::string(draft.part->place)] = Edit{Value{id}};
    }
    const std::string deed = made.size() > 1 ? m_platform.new_id() : std::string{};
    auto back = reversed(made, m_state.replica);
    (void)keep(std::move(made), deed, [this, id, deed, can_be_undone, back = std::move(back)](bool is_kept) {
        if (!end_draft(id, is_kept)) return;
        std::string said(lisa::say(m_state.language, m_state.is_connected ? "toast.saved"_tr : "toast.saved_here"_tr));
        if (!can_be_undone) return say(std::move(said));
        say_done(
            std::move(said), [this, back] { take_back(back); }, deed);
    });
}

void App::save_mended(const std::string& id, Change change) {
    const std::string deed = deed_of(m_state.drafts.at(id).replaces);
    m_sync.replace(m_state.drafts.at(id).replaces, std::move(change), now(), [this, id, deed](bool is_kept) {
        if (!end_draft(id, is_kept)) return;
        say(std::string(lisa::say(m_state.language, m_state.is_connected ? "toast.saved"_tr : "toast.saved_here"_tr)));
        const auto entries = m_state.replica.deed(deed);  // the next one that has to be mended
        if (std::any_of(entries.begin(), entries.end(), [](const Pending* entry) { return entry->state == Pending::State::refused; }))
            go({.screen = Screen::outbox});
    });
}

bool App::end_draft(const std::string& id, bool is_kept) {
    const auto draft = m_state.drafts.find(id);
    if (!is_kept) {  // the draft stays: nothing that was typed is lost
        if (draft != m_state.drafts.end()) draft->second.problems = {{"", "problem.storage"}};
        say(std::string(lisa::say(m_state.language, "problem.storage")), {}, {}, true);
        return false;
    }
    const Entity* entity = draft == m_state.drafts.end() ? nullptr : draft->second.entity;
    if (entity) m_state.drafts.erase(draft);
    if (entity && m_state.route.id == id) {
        m_state.route = {.screen = Screen::reg, .entity = entity, .id = id};
        show_address(false);
    }
    return true;
}

void App::discard(const std::string& id) {
    const auto found = m_state.drafts.find(id);
    if (found == m_state.drafts.end()) return;
    const bool is_new = found->second.is_new;
    const ui::Draft kept = std::move(found->second);
    m_state.drafts.erase(found);
    m_state.overlay = Overlay::none;
    const Route before = m_state.route;
    if (is_new) go({.screen = Screen::reg, .entity = kept.entity});
    if (kept.is_dirty())
        say_done(std::string(lisa::say(m_state.language, "toast.discarded"_tr)), [this, kept, before] {
            m_state.drafts[kept.id] = kept;
            go(before);
        });
}

void App::complain(const Change& change, const Error& error) {
    const Entity& entity = *find_entity(m_state.replica.catalog(), change.entity);
    const Problem problem = error.problems.empty() ? Problem{"", "problem.broken"} : error.problems.front();
    const std::string where = problem.field.empty() ? "" : std::string(lisa::say(m_state.language, WordKey{"field", entity.name, problem.field}.view())) + ": ";
    say(where + std::string(lisa::say(m_state.language, problem.message)), {}, {}, true);
}

void App::fill_in(const Record& record, std::map<std::string, Value> values) {
    ui::Draft& draft = m_state.drafts[record.id];
    draft.entity = record.entity;
    draft.id = record.id;
    draft.base = record.rev;
    for (auto& [field, value] : values) draft.values[field] = std::move(value);
    go({.screen = Screen::reg, .entity = record.entity, .id = record.id, .tab = Tab::fields});
}

void App::send(Change change, std::string said, std::function<void()> undo) {
    if (auto preview = m_state.replica.preview(change, {now()}); !preview && change.verb != Verb::restore) return complain(change, preview.error());
    send_all({std::move(change)}, std::move(said), std::move(undo));
}

void App::step(const Record& record, const std::string& name) {
    Change change = blank_change(Verb::step, *record.entity, record.id);
    change.step = name;
    auto [changes, refused] = try_out({std::move(change)});
    if (refused) return complain(refused->first, refused->second);
    m_undos.clear();  // a decision stands, and what came before it with it
    send_all(std::move(changes), std::string(lisa::say(m_state.language, "toast.stepped"_tr)));
}

void App::remove(const Record& record) {
    const Change own = blank_change(Verb::remove, *record.entity, record.id);
    auto changes = removal_of(record);
    m_state.overlay = Overlay::none;
    m_state.drafts.erase(own.record);
    go(way_back(record, m_state.replica));
    if (!changes) return complain(own, changes.error());
    auto back = reversed(*changes, m_state.replica);
    send_all(std::move(*changes), std::string(lisa::say(m_state.language, "toast.removed"_tr)), [this, back = std::move(back)] { take_back(back); });
}

void App::acknowledge(const Record& document, const std::string& unit) {
    Change change = blank_change(Verb::create, kAcknowledgement, m_platform.new_id());
    const auto put = [&](std::string_view field, std::string value) { change.patch[std::string(field)] = Edit{Value{std::move(value)}}; };
    put("document", document.id);
    put("version", document.text("version"));
    put("person", m_state.replica.who().person);
    put("unit", unit);
    put("understood_on", swedish_date(m_platform.now_ms()));
    send(std::move(change), std::string(lisa::say(m_state.language, "toast.acknowledged"_tr)));
}

void App::settle(std::int64_t number) {
    const auto& outbox = m_state.replica.outbox();
    const auto found = std::find_if(outbox.begin(), outbox.end(), [&](const Pending& p) { return p.number == number; });
    if (found == outbox.end()) return;
    const Entity& entity = *find_entity(m_state.replica.catalog(), found->change.entity);
    Change change = blank_change(found->change.verb, entity, found->change.record);
    change.step = found->change.step;
    change.patch = found->change.patch;
    const auto& keep_mine = m_state.choices[number];
    for (const Problem& problem : found->error.problems) {
        const auto choice = keep_mine.find(problem.field);
        if (choice == keep_mine.end() || !choice->second) change.patch.erase(problem.field);
    }
    m_state.choices.erase(number);
    const auto settled = [this](bool is_kept) {
        say(std::string(is_kept ? lisa::say(m_state.language, "toast.settled"_tr) : lisa::say(m_state.language, "problem.storage")), {}, {}, !is_kept);
    };
    if (!change.patch.empty() || change.verb != Verb::update) return m_sync.replace(number, std::move(change), now(), settled);
    m_sync.drop({number});
    settled(true);
}

void App::mend(std::int64_t number) {
    const auto& outbox = m_state.replica.outbox();
    const auto found = std::find_if(outbox.begin(), outbox.end(), [&](const Pending& p) { return p.number == number; });
    if (found == outbox.end()) return;
    const Entity* entity = find_entity(m_state.replica.catalog(), found->change.entity);
    ui::Draft draft;
    draft.entity = entity;
    draft.id = found->change.record;
    draft.is_new = found->change.verb == Verb::create;
    const Record* pulled = m_state.replica.pulled(*entity, draft.id);
    draft.base = pulled ? pulled->rev : 0;
    for (const auto& [name, edit] : found->change.patch) {
        if (const auto* value = std::get_if<Value>(&edit)) draft.values[name] = *value;
        if (const auto* note = std::get_if<NoteEdit>(&edit)) draft.notes[name] = note->text;
        if (const auto* set = std::get_if<SetEdit>(&edit)) draft.values[name] = grown(pulled, name, *set);
    }
    draft.problems = found->error.problems;
    draft.was_tried = true;
    draft.replaces = number;
    const Route route{.screen = Screen::reg, .entity = entity, .id = draft.id, .is_new = draft.is_new, .tab = Tab::fields};
    m_state.drafts[draft.id] = std::move(draft);
    go(route);
}

void App::throw_away(const std::vector<std::int64_t>& numbers) {
    std::vector<Change> dropped;
    for (const Pending& pending : m_state.replica.outbox())
        if (std::find(numbers.begin(), numbers.end(), pending.number) != numbers.end()) dropped.push_back(pending.change);
    m_sync.drop(numbers);
    say_done(std::string(lisa::say(m_state.language, "toast.thrown_away"_tr)), [this, dropped] {
        std::vector<Change> again = dropped;
        for (Change& change : again) change.id = m_platform.new_id();  // a new intention each
        send_all(std::move(again), std::string(lisa::say(m_state.language, "toast.waits_again"_tr)));
    });
}

void App::read_import(std::uint32_t control) {
    // One byte more than is allowed, so that a file which is too large is known as such.
    m_platform.read_file(control, kPolicyFileLimit + 1, [this, turn = ++m_files_chosen](std::string name, std::string bytes) {
        if (turn != m_files_chosen) return;  // another file was chosen meanwhile
        m_state.import_name = std::move(name);
        m_state.import_problem.clear();
        const auto text = read_policy(bytes);
        if (!text) m_state.import_problem = text.error().problems.front().message;
        m_state.import_bytes = text ? std::move(bytes) : std::string{};
        m_platform.wake();
    });
}

void App::run_import() {
    const auto text = read_policy(m_state.import_bytes);
    if (!text || m_state.import_unit.empty()) return;
    std::vector<Change> changes =
        policy_changes(*text, m_state.import_bytes, m_state.import_name, m_state.import_unit, m_client, [this] { return m_platform.new_id(); });
    if (auto preview = m_state.replica.preview(changes.front(), {now()}); !preview) {
        m_state.import_problem = preview.error().problems.front().message;
        return;
    }
    const std::string id = changes.front().record;
    const Entity* entity = find_entity(m_state.replica.catalog(), changes.front().entity);
    auto ended = keeping([this, id, entity] { go({.screen = Screen::reg, .entity = entity, .id = id, .tab = Tab::read}); });
    if (!ended) return;
    auto back = reversed(changes, m_state.replica);
    send_all(
        std::move(changes), fill(lisa::say(m_state.language, "toast.imported"_tr), {{"count", std::to_string(text->sections.size())}}),
        [this, back = std::move(back)] { take_back(back); }, std::move(ended));
}

}  // namespace lisa::app
