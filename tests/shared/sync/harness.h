#pragma once
// A server and browsers in memory, with a network between them that loses things. Everything that crosses it is JSON text.
#include <memory>
#include <set>

#include "core/date.h"
#include "core/json.h"
#include "domain/grants.h"
#include "sync/replica.h"
#include "tests/shared/memory.h"

namespace lisa::test {

/// Applies each change once and sends everybody what changed within their rights.
class Server : public Municipality {
public:
    using Place = std::pair<std::string, std::string>;  ///< entity and id
    std::map<std::string, std::vector<Grant>> grants;   ///< by person
    std::map<std::string, std::int64_t> accepted;       ///< change id → journal number
    std::vector<std::string> faults;                    ///< accepted changes that should not have been

    Server() {
        for (const auto& [place, record] : records) m_feed[place] = record.rev;
    }

    Actor actor(const std::string& person) { return {person, grants[person]}; }

    std::optional<Record> seen_by(const std::string& person, const Record& record) {
        return record.removed ? std::nullopt : redact(record, actor(person), *places_of(record, *this));
    }

    std::string push(const std::string& person, const std::string& body) {
        const Json frame = *parse_json(body);
        std::vector<Change> changes;
        const auto sent = push_from_json(kCatalog, frame);
        for (const Result<Change>& change : *sent) {
            if (!change) faults.push_back("a client sent what cannot be read");
            else changes.push_back(*change);
        }
        const auto part = *deed_part_from_json(frame);
        if (!part) return dump(answers_to_json(answer_all(person, changes)));
        auto& aside = m_aside[{person, part->deed}];
        aside[part->part] = std::move(changes);
        if (static_cast<std::int64_t>(aside.size()) < part->of) return dump(answers_to_json({}));
        std::vector<Change> whole;
        for (const auto& [number, some] : std::exchange(aside, {})) whole.insert(whole.end(), some.begin(), some.end());
        return dump(answers_to_json(answer_deed(person, whole)));
    }

    std::string pull(const std::string& person, std::int64_t since, const std::string& epoch, std::size_t size) {
        Page page;
        page.epoch = epoch_of(grants[person], tree_hash());
        page.is_reset = epoch != page.epoch;
        if (page.is_reset) since = 0;
        std::multimap<std::int64_t, Place> due;
        for (const auto& [place, rev] : m_feed)
            if (rev > since) due.emplace(rev, place);
        for (const auto& [rev, place] : due) {
            page.has_more = page.records.size() + page.gone.size() >= size && rev != page.cursor;
            if (page.has_more) break;
            page.cursor = rev;
            if (auto seen = seen_by(person, records.at(place))) page.records.push_back(std::move(*seen));
            else if (since > 0) page.gone.push_back({place.first, place.second});
        }
        if (!page.has_more) {
            page.cursor = rev();
            page.visible = 0;
            for (const auto& [place, record] : records) *page.visible += seen_by(person, record).has_value();
        }
        return dump(page_to_json(page));
    }

    Result<Done> save(const Record& before, const Record& after, const Change& change, const Actor& who) override {
        auto saved = Memory::save(before, after, change, who);
        const std::string from = before.text(after.entity->place), to = after.text(after.entity->place);
        announce(after, from != to);
        return saved;
    }

private:
    std::vector<Answer> answer_all(const std::string& person, const std::vector<Change>& changes) {
        std::vector<Answer> answers;
        for (const Change& change : changes) answers.push_back(answer(person, change));
        return answers;
    }

    std::vector<Answer> answer_deed(const std::string& person, const std::vector<Change>& changes) {
        const auto before = std::tuple(records, journal, accepted, m_feed);
        std::vector<Answer> answers = answer_all(person, changes);
        if (std::none_of(answers.begin(), answers.end(), [](const Answer& one) { return one.error.has_value(); })) return answers;
        std::tie(records, journal, accepted, m_feed) = before;
        for (Answer& one : answers)
            if (!one.error) one = {one.id, 0, fault(Fault::conflict, "", std::string(kHeldBack))};
        return answers;
    }

    Answer answer(const std::string& person, const Change& change) {
        if (const auto found = accepted.find(change.id); found != accepted.end()) return {change.id, found->second, {}};
        const auto before = load(*find_entity(kCatalog, change.entity), change.record);
        const std::size_t rows = journal.size();
        auto made = apply(change, actor(person), {utc_text(rev() * 1000)}, *this);
        if (!made && journal.size() != rows) faults.push_back("a refused change was saved");
        if (!made) return {change.id, 0, made.error()};
        if (before) look_for_lost_updates(person, change);
        accepted[change.id] = rev();
        return {change.id, rev(), {}};
    }

    /// Nobody's value may be written over by somebody who had not seen it.
    void look_for_lost_updates(const std::string& person, const Change& change) {
        const std::vector<std::string> mine = journal.back().fields;
        for (std::size_t i = static_cast<std::size_t>(change.base); i + 1 < journal.size(); ++i) {
            const Row& row = journal[i];
            if (row.record != change.record || (row.person == person && row.client == change.client)) continue;
            for (const std::string& field : mine) {
                const auto edit = change.patch.find(field);
                const bool is_whole = edit != change.patch.end() && std::holds_alternative<Value>(edit->second);
                if (is_whole && std::find(row.fields.begin(), row.fields.end(), field) != row.fields.end()) faults.push_back("a lost update of " + field);
            }
        }
    }

    /// What hangs on a record that moves comes into or out of sight with it.
    void announce(const Record& record, bool has_moved) {
        m_feed[{std::string(record.entity->name), record.id}] = rev();
        if (!has_moved || is_tree(*record.entity)) return;  // a moved unit gives everybody another epoch
        for (const auto& [place, other] : records)
            if (find_field(*other.entity, other.entity->place)->ref == record.entity->name && other.text(other.entity->place) == record.id)
                announce(other, true);
    }

    std::uint64_t tree_hash() {
        std::uint64_t hash = 1;
        for (const auto& [place, record] : records)
            if (is_tree(*record.entity)) hash = fnv1a(record.text(record.entity->place), fnv1a(record.id, hash));
        return hash;
    }

    std::map<Place, std::int64_t> m_feed;
    std::map<std::pair<std::string, std::string>, std::map<std::int64_t, std::vector<Change>>> m_aside;  ///< parts by person and deed
};

enum class Fate : std::uint8_t { arrives, request_lost, reply_lost };

/// One person's browser: an outbox on disk, shared by its tabs.
class Browser {
public:
    std::map<std::int64_t, std::string> disk;  ///< the outbox
    std::vector<std::unique_ptr<Replica>> tabs;
    std::vector<Error> refusals;

    Browser(Server& server, std::string person, std::size_t tab_count) : m_server(server), m_person(std::move(person)), m_client(id("client of " + m_person)) {
        for (std::size_t i = 0; i < tab_count; ++i) tabs.push_back(std::make_unique<Replica>(kCatalog, server.actor(m_person)));
    }
    const std::string& person() const { return m_person; }
    const std::string& client() const { return m_client; }

    void keep(Replica& tab, const Change& change, const std::string& deed = {}) {
        Pending pending{++m_number, change, "2026-11-23T14:05:00Z", Pending::State::kept, 0, {}, deed};
        disk[m_number] = pending_to_text(pending);
        tab.add(std::move(pending));
    }

    void notice(Replica& tab) {
        std::vector<Pending> outbox;
        for (const auto& [number, text] : disk) outbox.push_back(*pending_from_text(kCatalog, number, text));
        tab.load_outbox(std::move(outbox));
    }

    void push(Replica& tab, Fate fate) {
        notice(tab);
        const Sending sending = tab.to_send();
        if (sending.changes.empty()) return;
        const std::string reply = sending.deed.empty() ? send(push_to_json(sending.changes), fate) : send_deed(sending, fate);
        if (fate != Fate::arrives) return;
        const auto answers = answers_from_json(*parse_json(reply));
        for (const Pending& pending : tab.take_answers(*answers)) {
            disk[pending.number] = pending_to_text(pending);
            if (pending.state == Pending::State::refused) refusals.push_back(pending.error);
        }
    }

    /// One page; says whether there is more.
    bool pull(Replica& tab, Fate fate, std::size_t size) {
        if (fate == Fate::request_lost) return false;
        const std::string reply = m_server.pull(m_person, tab.cursor(), tab.epoch(), size);
        if (fate == Fate::reply_lost) return false;
        auto page = page_from_json(kCatalog, *parse_json(reply));
        const bool has_more = page->has_more;
        if (page->is_reset) tab.become(m_server.actor(m_person));
        const auto visible = page->visible;
        for (std::int64_t number : tab.take_page(std::move(*page))) disk.erase(number);
        if (visible && !tab.agrees(*visible)) m_server.faults.push_back("a replica's count is wrong");
        return has_more;
    }

    /// The tab is closed at any moment and opened again, with what the device kept or with nothing.
    void reload(std::size_t tab, bool has_cache) {
        auto fresh = std::make_unique<Replica>(kCatalog, tabs[tab]->who());
        if (has_cache) (void)fresh->take_page(*page_from_json(kCatalog, *parse_json(dump(page_to_json(tabs[tab]->snapshot())))));
        tabs[tab] = std::move(fresh);
        notice(*tabs[tab]);
    }

private:
    std::string send(const Json& frame, Fate fate) { return fate == Fate::request_lost ? std::string{} : m_server.push(m_person, dump(frame)); }

    /// A part for each change; the network breaks in the middle.
    std::string send_deed(const Sending& sending, Fate fate) {
        std::string reply;
        const auto of = static_cast<std::int64_t>(sending.changes.size());
        for (std::int64_t part = 0; part < of; ++part)
            reply =
                send(push_to_json({sending.changes[static_cast<std::size_t>(part)]}, DeedPart{sending.deed, part, of}), part < of / 2 ? Fate::arrives : fate);
        return reply;
    }

    Server& m_server;
    std::string m_person, m_client;
    std::int64_t m_number = 0;
};

}  // namespace lisa::test
