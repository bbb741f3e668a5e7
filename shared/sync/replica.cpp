#include "sync/replica.h"

#include "core/json.h"

#include <algorithm>
#include <set>
#include <utility>

namespace lisa {
namespace {

const Record* on_shelf(const std::unordered_map<const Entity*, std::map<std::string, Record, std::less<>>>& shelves, const Entity& entity,
                       std::string_view id) {
    const auto shelf = shelves.find(&entity);
    if (shelf == shelves.end()) return nullptr;
    const auto found = shelf->second.find(id);
    return found == shelf->second.end() ? nullptr : &found->second;
}

}  // namespace

std::string pending_to_text(const Pending& pending) {
    Json json{{"change", change_to_json(pending.change)}, {"at", pending.at}};
    if (!pending.deed.empty()) json["deed"] = pending.deed;
    if (pending.state == Pending::State::sent) json["rev"] = pending.rev;
    if (pending.state == Pending::State::refused) json["error"] = error_to_json(pending.error);
    return dump(json);
}

Result<Pending> pending_from_text(Catalog catalog, std::int64_t number, std::string_view text) {
    const auto json = parse_json(text);
    const Json* change = json ? member(*json, "change") : nullptr;
    const std::string* at = json ? text_member(*json, "at") : nullptr;
    if (!change || !at) return fault(Fault::broken, "", "problem.storage");
    Pending pending;
    pending.number = number;
    pending.change = TRY(change_from_json(catalog, *change));
    pending.at = *at;
    if (const std::string* deed = text_member(*json, "deed")) pending.deed = *deed;
    if (const auto rev = integer_member(*json, "rev")) pending.state = Pending::State::sent, pending.rev = *rev;
    if (const Json* error = member(*json, "error")) pending.state = Pending::State::refused, pending.error = error_from_json(*error);
    return pending;
}

bool Pending::is_held_back() const { return state == State::refused && error.problems.size() == 1 && error.problems.front().message == kHeldBack; }

void Replica::become(Actor who) {
    m_who = std::move(who);
    replay();
}

const Record* Replica::find(const Entity& entity, std::string_view id) const {
    const Record* over = on_shelf(m_overlay, entity, id);
    return over ? over : on_shelf(m_base, entity, id);
}

const Record* Replica::pulled(const Entity& entity, std::string_view id) const { return on_shelf(m_base, entity, id); }

std::vector<const Record*> Replica::referring(const Entity& entity, std::string_view field, std::string_view id) const {
    const std::size_t at = position(entity, field);
    std::vector<const Record*> found = rows(entity);
    std::erase_if(found, [&](const Record* one) {
        const auto* target = at == kNoField ? nullptr : std::get_if<std::string>(&one->values[at]);
        return !target || *target != id;
    });
    return found;
}

std::size_t Replica::count(const Entity& entity) const {
    auto& [version, count] = m_counts[&entity];
    if (version != m_version) count = rows(entity).size(), version = m_version;
    return count;
}

std::vector<const Record*> Replica::rows(const Entity& entity) const {
    std::vector<const Record*> rows;
    const auto base = m_base.find(&entity), overlay = m_overlay.find(&entity);
    if (base != m_base.end()) {
        rows.reserve(base->second.size());
        for (const auto& [id, record] : base->second) {
            const Record* seen = overlay == m_overlay.end() ? &record : find(entity, id);
            if (!seen->removed) rows.push_back(seen);
        }
    }
    const auto pulled = static_cast<std::ptrdiff_t>(rows.size());
    if (overlay != m_overlay.end())
        for (const auto& [id, record] : overlay->second)
            if (!record.removed && !on_shelf(m_base, entity, id)) rows.push_back(&record);
    std::inplace_merge(rows.begin(), rows.begin() + pulled, rows.end(), [](const Record* a, const Record* b) { return a->id < b->id; });
    return rows;
}

std::vector<Use> Replica::uses_of(const Entity& entity, std::string_view id) const {
    std::vector<Use> uses;
    for (const Entity* other : m_catalog) {
        const auto may_lead = [&](const Field& field) { return field.ref == entity.name || field.name == other->hangs_on.record; };
        if (std::none_of(other->fields.begin(), other->fields.end(), may_lead)) continue;
        for (const Record* record : rows(*other))
            for (const Field& field : other->fields)
                if (may_lead(field) && leads_to(*record, field, entity, id)) uses.push_back({record, &field});
    }
    return uses;
}

Result<Record> Replica::preview(const Change& change, const Moment& now, std::string_view deed) {
    m_shown_deed = deed;
    if (!deed.empty()) replay();
    m_is_preview = true;
    auto result = apply(change, m_who, now, *this);
    m_is_preview = false;
    m_shown_deed = {};
    if (!deed.empty()) replay();
    return result;
}

void Replica::add(Pending pending) {
    const auto at = std::lower_bound(m_outbox.begin(), m_outbox.end(), pending.number, [](const Pending& p, std::int64_t number) { return p.number < number; });
    if (at != m_outbox.end() && at->number == pending.number) return;  // another tab brought it before
    const bool is_last = at == m_outbox.end();
    const auto added = m_outbox.insert(at, std::move(pending));
    if (!is_last) return replay();
    ++m_version;  // what comes last needs nothing played again: an import of thousands would take minutes
    (void)apply(added->change, m_who, {added->at}, *this);
}

void Replica::load_outbox(std::vector<Pending> outbox) {
    // What was sent but not yet pulled here may already be gone from the disk: another tab is ahead. It stays until our own
    // pull shows the result.
    for (Pending& old : m_outbox) {
        const bool is_there = std::any_of(outbox.begin(), outbox.end(), [&](const Pending& p) { return p.number == old.number; });
        if (!is_there && old.state == Pending::State::sent && !is_pulled(old)) outbox.push_back(std::move(old));
    }
    std::sort(outbox.begin(), outbox.end(), [](const Pending& a, const Pending& b) { return a.number < b.number; });
    m_outbox = std::move(outbox);
    replay();
}

std::size_t Replica::count(Pending::State state) const {
    return static_cast<std::size_t>(std::count_if(m_outbox.begin(), m_outbox.end(), [&](const Pending& p) { return p.state == state; }));
}

bool Replica::has(Pending::State state, std::string_view record) const {
    return std::any_of(m_outbox.begin(), m_outbox.end(), [&](const Pending& p) { return p.state == state && p.change.record == record; });
}

/// The records of deeds that wait for a decision, and of deeds that were built upon those.
std::set<std::string_view> Replica::records_that_wait() const {
    std::set<std::string_view> deeds, records;
    for (const Pending& pending : m_outbox)
        if (pending.state == Pending::State::refused && !pending.deed.empty()) deeds.insert(pending.deed);
    for (std::size_t before = 0; before != deeds.size();) {
        before = deeds.size();
        for (const Pending& pending : m_outbox)
            if (deeds.contains(pending.deed)) records.insert(pending.change.record);
        for (const Pending& pending : m_outbox)
            if (!pending.deed.empty() && records.contains(pending.change.record)) deeds.insert(pending.deed);
    }
    return records;
}

Sending Replica::to_send() const {
    const std::set<std::string_view> untouchable = records_that_wait();
    Sending sending;
    std::size_t bytes = 0;
    for (const Pending& pending : m_outbox) {
        if (pending.state != Pending::State::kept || untouchable.contains(pending.change.record)) continue;
        if (sending.changes.empty()) sending.deed = pending.deed;
        if (!sending.deed.empty()) {
            if (pending.deed == sending.deed) sending.changes.push_back(pending.change);
            continue;
        }
        if (!pending.deed.empty()) break;
        bytes += dump(change_to_json(pending.change)).size();
        if (sending.changes.size() == kPushLimit || (bytes > kPushBytes && !sending.changes.empty())) break;
        sending.changes.push_back(pending.change);
    }
    return sending;
}

std::vector<Pending> Replica::take_answers(const std::vector<Answer>& answers) {
    std::vector<Pending> altered;
    std::unordered_map<std::string_view, Pending*> kept;
    for (Pending& pending : m_outbox)
        if (pending.state == Pending::State::kept) kept.emplace(pending.change.id, &pending);
    for (const Answer& answer : answers) {
        const auto found = kept.find(answer.id);
        if (found == kept.end()) continue;
        Pending& pending = *found->second;
        if (answer.error) pending.state = Pending::State::refused, pending.error = *answer.error;
        else pending.state = Pending::State::sent, pending.rev = answer.rev;
        altered.push_back(pending);
        kept.erase(found);
    }
    if (!altered.empty()) replay();
    return altered;
}

std::vector<std::int64_t> Replica::take_page(Page page) {
    if (page.is_reset) {
        m_is_replacing = !m_shown_epoch.empty() && page.epoch == m_shown_epoch;
        m_incoming.clear();
        m_shown_epoch.clear();
        if (!m_is_replacing) m_base.clear();
    }
    auto& shelves = m_is_replacing ? m_incoming : m_base;
    m_epoch = std::move(page.epoch);
    m_cursor = page.cursor;
    m_is_halfway = page.has_more;
    for (Record& record : page.records) {
        Shelf& shelf = shelves[record.entity];
        std::string id = record.id;
        shelf.insert_or_assign(std::move(id), std::move(record));
    }
    for (const Gone& gone : page.gone)
        if (const Entity* entity = find_entity(m_catalog, gone.entity)) shelves[entity].erase(gone.id);
    if (m_is_replacing && !page.has_more) {
        m_base = std::exchange(m_incoming, {});
        m_is_replacing = false;
    }
    std::vector<std::int64_t> confirmed;
    std::erase_if(m_outbox, [&](const Pending& pending) {
        const bool is_confirmed = is_pulled(pending);
        if (is_confirmed) confirmed.push_back(pending.number);
        return is_confirmed;
    });
    replay();
    return confirmed;
}

void Replica::drop(const std::vector<std::int64_t>& numbers) {
    const std::set<std::int64_t> dropped(numbers.begin(), numbers.end());
    std::erase_if(m_outbox, [&](const Pending& pending) { return dropped.contains(pending.number); });
    replay();
}

std::vector<Pending> Replica::release() {
    std::set<std::string_view> at_fault;
    for (const Pending& pending : m_outbox)
        if (pending.state == Pending::State::refused && !pending.is_held_back()) at_fault.insert(pending.deed);
    std::vector<Pending> released;
    for (Pending& pending : m_outbox) {
        if (!pending.is_held_back() || at_fault.contains(pending.deed)) continue;
        pending.state = Pending::State::kept;
        pending.error = {};
        released.push_back(pending);
    }
    if (!released.empty()) replay();
    return released;
}

std::vector<const Pending*> Replica::deed(std::string_view id) const {
    std::vector<const Pending*> entries;
    for (const Pending& pending : m_outbox)
        if (!id.empty() && pending.deed == id) entries.push_back(&pending);
    return entries;
}

bool Replica::agrees(std::int64_t visible) const {
    std::size_t held = 0;
    for (const auto& [entity, shelf] : m_base) held += shelf.size();
    return held == static_cast<std::size_t>(visible);
}

void Replica::fetch_anew() {
    m_shown_epoch = std::exchange(m_epoch, {});
    m_cursor = 0;
    m_is_replacing = false;
}

void Replica::forget() {
    m_base.clear();
    m_incoming.clear();
    m_is_replacing = false;
    m_shown_epoch.clear();
    m_cursor = 0;
    m_epoch.clear();
    replay();
}

Page Replica::snapshot() const {
    Page page;
    page.epoch = m_epoch;
    page.cursor = m_cursor;
    page.has_more = m_is_halfway;
    page.is_reset = true;
    const auto& shelves = m_is_replacing ? m_incoming : m_base;  // what the cursor is about
    for (const Entity* entity : m_catalog) {
        const auto shelf = shelves.find(entity);
        if (!entity->kept_on_device || shelf == shelves.end()) continue;
        for (const auto& [id, record] : shelf->second)
            if (may_be_kept(record, m_catalog)) page.records.push_back(record);
    }
    return page;
}

Result<Record> Replica::load(const Entity& entity, const std::string& id) {
    const Record* found = find(entity, id);
    if (!found) return fault(Fault::missing, "", "problem.missing");
    return *found;
}

Result<std::vector<Record>> Replica::load_referring(const Entity& entity, std::string_view field, const std::string& id) {
    std::vector<Record> found;
    for (const Record* record : referring(entity, field, id)) found.push_back(*record);
    return found;
}

Result<bool> Replica::is_used(const Record& record) { return !uses_of(*record.entity, record.id).empty(); }

Result<Done> Replica::save(const Record&, const Record& after, const Change&, const Actor&) {
    if (!m_is_preview) m_overlay[after.entity].insert_or_assign(after.id, after);
    return Done{};
}

/// Halfway through the pages a record that was changed again later has not come yet, whatever the cursor says.
bool Replica::is_pulled(const Pending& pending) const {
    if (pending.state != Pending::State::sent || pending.rev > m_cursor) return false;
    if (!m_is_halfway) return true;
    const Entity* entity = find_entity(m_catalog, pending.change.entity);
    const Record* held = entity ? pulled(*entity, pending.change.record) : nullptr;
    return held && held->rev >= pending.rev;
}

/// Plays the unconfirmed changes over the pulled records again. What cannot be played any more is left to the server's
/// answer; what was pulled before its answer came is in the records already.
void Replica::replay() {
    ++m_version;
    m_overlay.clear();
    for (const Pending& pending : m_outbox) {
        const bool is_played = pending.state != Pending::State::refused || (pending.is_held_back() && pending.deed == m_shown_deed);
        if (is_played && !is_pulled(pending)) (void)apply(pending.change, m_who, {pending.at}, *this);
    }
}

}  // namespace lisa
