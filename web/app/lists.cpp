// What is done with many records at once: all rows of a list, everything of a leaver, an import; and taking it back.
#include <algorithm>

#include "app/app.h"
#include "app/past.h"
#include "app/undo.h"
#include "change/trial.h"
#include "core/date.h"
#include "domain/catalog.h"
#include "domain/follow_up.h"
#include "domain/handover.h"
#include "domain/person.h"
#include "i18n/catalog_words.h"
#include "report/csv.h"

namespace lisa::app {
namespace {

/// Whether both stand for one intention. Each press makes ids of its own, also for what it is about to make.
bool is_same_deed(const std::vector<Change>& one, const std::vector<Change>& other) {
    return std::equal(one.begin(), one.end(), other.begin(), other.end(), [](const Change& a, const Change& b) {
        const bool is_about_the_same = a.verb == Verb::create || a.record == b.record;
        return a.verb == b.verb && a.entity == b.entity && is_about_the_same && a.step == b.step && a.patch == b.patch;
    });
}

}  // namespace

std::vector<const Record*> Register::meant() const {
    if (table.picked.empty()) return rows;
    std::vector<const Record*> found;
    std::copy_if(rows.begin(), rows.end(), std::back_inserter(found), [&](const Record* record) { return table.picked.contains(record->id); });
    return found;
}

bool App::must_wait() {
    if (!m_state.is_ready) say(std::string(lisa::say(m_state.language, "toast.not_ready"_tr)), {}, {}, true);
    return !m_state.is_ready;
}

bool App::keep(std::vector<Change> changes, const std::string& deed, std::function<void(bool)> done) {
    const bool is_same = std::any_of(m_under_way.begin(), m_under_way.end(), [&](const auto& one) { return is_same_deed(one.second, changes); });
    if (is_same) return false;
    const int number = ++m_last_under_way;
    m_under_way[number] = changes;
    m_sync.keep(std::move(changes), now(), deed, [this, number, done = std::move(done)](bool is_kept) {
        m_under_way.erase(number);
        done(is_kept);
    });
    return true;
}

void App::send_all(std::vector<Change> changes, std::string said, std::function<void()> undo, std::function<void(bool)> ended) {
    const auto refuse = [this, ended](std::string_view why) {
        if (ended) ended(false);
        say(std::string(lisa::say(m_state.language, why)), {}, {}, true);
    };
    if (changes.empty()) return;
    if (parts_of(changes).size() > kDeedParts) return refuse("problem.too_many");
    const std::string deed = changes.size() > 1 ? m_platform.new_id() : std::string{};
    const bool is_new = keep(std::move(changes), deed, [this, deed, refuse, said = std::move(said), undo = std::move(undo), ended](bool is_kept) {
        if (!is_kept) return refuse("problem.storage");
        if (ended) ended(true);
        undo ? say_done(said, undo, deed) : say(said);
    });
    if (!is_new && ended) ended(false);
}

std::function<void(bool)> App::keeping(std::function<void()> then) {
    if (std::exchange(m_is_keeping, true)) return {};
    return [this, then = std::move(then)](bool is_kept) {
        m_is_keeping = false;
        if (is_kept) then();
    };
}

App::Tried App::try_out(std::vector<Change> changes) {
    Tried tried;
    Trial trial(m_state.replica);
    const Moment moment{now()};
    for (Change& change : changes) {
        const auto after = apply(change, m_state.replica.who(), moment, trial);
        if (!after) return Tried{{}, {{std::move(change), after.error()}}};
        tried.changes.push_back(std::move(change));
        if (tried.changes.back().verb != Verb::step) continue;
        const auto next = follow_up(*after, tried.changes.back().step, swedish_date(m_platform.now_ms()));
        if (!next) continue;
        Change follows = blank_change(Verb::update, *next->entity, next->record);
        for (const auto& [field, value] : next->values) follows.patch[field] = Edit{value};
        if (const auto done = apply(follows, m_state.replica.who(), moment, trial); !done) return Tried{{}, {{std::move(follows), done.error()}}};
        tried.changes.push_back(std::move(follows));
    }
    return tried;
}

void App::take_back(const std::vector<Change>& back) {
    std::vector<Change> changes;
    for (const Change& one : back) {  // a new intention each, upon what the record is now
        const Entity& entity = *find_entity(m_state.replica.catalog(), one.entity);
        const Record* present = m_state.replica.find(entity, one.record);
        // What never came to be, since it was left out, or is gone already needs no taking back.
        if (one.verb != Verb::restore && (!present || present->removed)) continue;
        Change fresh = blank_change(one.verb, entity, one.record);
        fresh.patch = one.patch;
        fresh.step = one.step;
        changes.push_back(std::move(fresh));
    }
    send_all(std::move(changes), std::string(lisa::say(m_state.language, "toast.restored"_tr)));
}

void App::hand_over(const std::string& from, const std::string& to) {
    if (must_wait()) return;
    m_state.overlay = Overlay::none;
    std::vector<Change> changes;
    std::size_t refused = 0;
    for (const Use& use : m_state.replica.uses_of(kPerson, from)) {
        if (!is_handed_over(*use.record->entity, *use.field)) continue;
        Change change = blank_change(Verb::update, *use.record->entity, use.record->id);
        change.patch[std::string(use.field->name)] = Edit{Value{to}};
        if (m_state.replica.preview(change, {now()})) changes.push_back(std::move(change));
        else ++refused;
    }
    const auto count = [&](std::size_t n) { return std::to_string(n); };
    if (changes.empty()) return say(std::string(lisa::say(m_state.language, "handover.nothing"_tr)), {}, {}, true);
    std::string said = fill(lisa::say(m_state.language, refused > 0 ? "handover.partly"_tr : "handover.done"_tr),
                            {{"count", count(changes.size())}, {"refused", count(refused)}});
    auto back = reversed(changes, m_state.replica);
    send_all(std::move(changes), std::move(said), [this, back = std::move(back)] { take_back(back); });
}

void App::read_rows_file(std::uint32_t control) {
    constexpr std::size_t kMost = 20u << 20;
    m_platform.read_file(control, kMost, [this](std::string name, std::string bytes) {
        read_rows(m_state.importing, bytes, std::move(name));
        m_platform.wake();
    });
}

void App::read_pasted_rows() { read_rows(m_state.importing, m_state.importing.pasted); }

void App::run_rows() {
    if (must_wait()) return;
    Importing& importing = m_state.importing;
    const Entity& entity = *importing.entity;
    const Matching& matching = matching_of(importing, m_state.replica, m_state.language, now());
    const std::size_t count = matching.count(RowFate::create) + matching.count(RowFate::update);
    auto [changes, refused] = try_out(to_changes(matching, {.client = m_client, .new_id = [this] { return m_platform.new_id(); }}));
    if (refused) return complain(refused->first, refused->second);
    if (changes.empty()) return;
    auto ended = keeping([this, &entity] {
        if (m_state.importing.entity == &entity) m_state.importing = {};
        if (m_state.route.screen == Screen::import) go({.screen = Screen::reg, .entity = &entity});
    });
    if (!ended) return;
    auto back = reversed(changes, m_state.replica);
    std::string said = fill(lisa::say(m_state.language, "rows.done"_tr), {{"count", std::to_string(count)}});
    std::function<void()> undo = [this, back] { take_back(back); };
    // Who may not remove what was made, nor go back from a state, is not offered to take it back.
    if (!may_make(back) || !can_go_back(changes, m_state.replica)) undo = {};
    send_all(std::move(changes), std::move(said), std::move(undo), std::move(ended));
}

bool App::may_make(const std::vector<Change>& changes) const {
    return std::all_of(changes.begin(), changes.end(), [&](const Change& change) {
        const Entity* entity = find_entity(kCatalog, change.entity);
        return change.verb != Verb::remove || (entity && allowed_somewhere(m_state.replica.who(), Right::remove, *entity));
    });
}

void App::export_csv(const Entity& entity) {
    if (must_wait()) return;
    m_state.overlay = Overlay::none;
    const Register& list = m_state.registers[std::string(entity.name)];
    for (const Record* record : list.meant()) note_reading(entity, record->id);
    const Reader reader{m_state.replica, m_state.language};
    m_platform.download(std::string(lisa::say(m_state.language, entities_key(entity).view())) + ".csv", "text/csv",
                        to_csv(entity, file_columns(entity), list.meant(), reader, list.worked));
}

void App::export_json(const Entity& entity) {
    if (must_wait()) return;
    m_state.overlay = Overlay::none;
    const Register& list = m_state.registers[std::string(entity.name)];
    for (const Record* record : list.meant()) note_reading(entity, record->id);
    m_platform.download(std::string(lisa::say(m_state.language, entities_key(entity).view())) + ".json", "application/json",
                        to_json_file(entity, list.meant(), list.worked, swedish_date(m_platform.now_ms())));
}

void App::run_bulk(const Entity& entity) {
    if (must_wait()) return;
    m_state.overlay = Overlay::none;
    const std::map<std::string, Edit> patch = ui::patch_of(Record{entity}, m_state.bulk.draft);
    std::vector<Change> changes;
    std::size_t refused = 0;
    for (const Record* record : m_state.registers[std::string(entity.name)].meant()) {
        Change change = blank_change(Verb::update, entity, record->id);
        change.patch = patch;
        if (m_state.replica.preview(change, {now()})) changes.push_back(std::move(change));
        else ++refused;
    }
    const auto number = [](std::size_t count) { return std::to_string(count); };
    if (changes.empty()) return say(std::string(lisa::say(m_state.language, "bulk.nothing"_tr)), {}, {}, true);
    std::string said =
        fill(lisa::say(m_state.language, refused > 0 ? "bulk.partly"_tr : "bulk.done"_tr), {{"count", number(changes.size())}, {"refused", number(refused)}});
    auto back = reversed(changes, m_state.replica);
    send_all(std::move(changes), std::move(said), [this, back = std::move(back)] { take_back(back); });
}

void App::remove_rows(const Entity& entity) {
    if (must_wait()) return;
    m_state.overlay = Overlay::none;
    Register& list = m_state.registers[std::string(entity.name)];
    std::vector<Change> changes;
    std::size_t removed = 0, refused = 0;
    for (const Record* record : list.meant()) {
        auto removal = removal_of(*record);
        ++(removal ? removed : refused);
        if (removal) changes.insert(changes.end(), std::make_move_iterator(removal->begin()), std::make_move_iterator(removal->end()));
    }
    if (changes.empty()) return say(std::string(lisa::say(m_state.language, "pick.nothing_removed"_tr)), {}, {}, true);
    std::string said = fill(lisa::say(m_state.language, refused > 0 ? "pick.partly_removed"_tr : "pick.removed"_tr),
                            {{"count", std::to_string(removed)}, {"refused", std::to_string(refused)}});
    auto back = reversed(changes, m_state.replica);
    list.table.picked.clear();
    send_all(std::move(changes), std::move(said), [this, back = std::move(back)] { take_back(back); });
}

void App::copy_rows(const Entity& entity, std::vector<RegisterColumn> columns) {
    State& state = shown(m_state);
    const Register& list = state.registers[std::string(entity.name)];
    std::vector<const Record*> rows = list.meant();
    if (list.table.picked.empty()) std::erase_if(rows, [&](const Record* record) { return record->id != list.table.current_id; });
    if (rows.empty()) return;
    m_platform.copy(to_cells(entity, columns, rows, {state.replica, m_state.language}, list.worked));
    say(fill(lisa::say(m_state.language, "pick.copied"_tr), {{"count", std::to_string(rows.size())}}));
}

}  // namespace lisa::app
