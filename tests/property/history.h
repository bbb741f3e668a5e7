#pragma once
// A history that nobody planned: people who make, alter, move, remove and put back the same few things in a municipality, some of it refused.
#include <random>

#include "core/json.h"
#include "schema/json.h"
#include "sync/replica.h"
#include "tests/backend/town.h"

namespace lisa::test {

inline const std::string kNote = "anteckning";

class History {
public:
    Town town{};

    explicit History(unsigned seed) : m_random(seed) {
        for (const char* person : {"chief", "anna", "bertil", "cecilia", "pupil"}) {
            m_replicas.emplace(person, Replica(kCatalog, {}));
            town.hand_in(person, kNote);
        }
    }

    void step() {
        const char* people[] = {"chief", "chief", "anna", "bertil", "cecilia"};
        const char* person = people[pick(5)];
        if (pick(3) == 0) return pull(person);
        if (pick(12) == 0) town.now += pick(2) ? 3'600'000 : 86'400'000;
        std::vector<Change> changes;
        for (std::size_t i = 0; i <= pick(3); ++i) changes.push_back(invent());
        const auto answers = town.push(person, changes);
        if (pick(4) == 0) {  // the reply was lost
            const auto again = town.push(person, changes);
            for (std::size_t i = 0; i < answers.size(); ++i) {
                if (!answers[i].error) CHECK(again[i].rev == answers[i].rev);
            }
        }
        for (const Answer& answer : answers) answer.error ? ++refused : ++accepted;
    }

    void pull(const std::string& person) {
        Replica& replica = m_replicas.at(person);
        for (bool has_more = true; has_more;) {
            Page page = town.pull(person.c_str(), replica.cursor(), replica.epoch());
            has_more = page.has_more;
            const auto visible = page.visible;
            (void)replica.take_page(std::move(page));
            if (visible) CHECK(replica.agrees(*visible));
        }
    }

    /// Everybody catches up and holds exactly what they may see.
    void settle() {
        for (auto& [person, replica] : m_replicas) {
            pull(person);
            auto view = town.storage->read();
            const Actor who = *actor_of(view->store(), id(person), town.now);
            for (const Entity* entity : kCatalog) {
                const auto all = view->store().rows().all(view->database(), *entity);
                for (const Record& record : *all) {
                    const auto seen = record.removed ? std::nullopt : redact(record, who, *places_of(record, view->store()));
                    const Record* held = replica.find(*entity, record.id);
                    CHECK_MESSAGE((held != nullptr) == seen.has_value(), person << " and " << entity->name << " " << record.id);
                    if (held && seen) CHECK(dump(record_to_json(*held)) == dump(record_to_json(*seen)));
                }
            }
        }
    }

    int accepted = 0, refused = 0;

private:
    std::size_t pick(std::size_t count) { return m_random() % count; }
    std::string unit() {
        const char* units[] = {"kommun", "board_a", "board_b", "school_a", "school_b"};
        return id(units[pick(5)]);
    }
    std::string asset() { return id("asset " + std::to_string(pick(8))); }
    std::string link() { return id("link " + std::to_string(pick(5))); }
    std::string file() { return id("file " + std::to_string(pick(6))); }

    Change invent() {
        const auto edit = [&](Verb verb, const Entity& entity, const std::string& record, Patch patch) {
            Change made = change(verb, entity, record, 0, std::move(patch), {});
            made.id = id("invented " + std::to_string(++m_count));
            auto view = town.storage->read();
            if (const auto present = view->store().load(entity, record)) made.base = present->rev - (pick(4) ? 0 : static_cast<std::int64_t>(pick(3)));
            if (verb == Verb::create) made.base = 0;
            return made;
        };
        const std::string name = "Namn " + std::to_string(pick(1000));
        switch (pick(17)) {
            case 0:
            case 1: return edit(Verb::create, kAsset, asset(), {{"name", text(name)}, {"kind", text("process")}, {"unit", text(unit())}});
            case 2:
            case 3: return edit(Verb::update, kAsset, asset(), {{"unit", text(unit())}});
            case 4: return edit(Verb::update, kAsset, asset(), {{"description", text(name)}, {"confidentiality", number(static_cast<std::int64_t>(pick(4)))}});
            case 5: return edit(Verb::update, kAsset, asset(), {{"notes", NoteEdit{name}}, {"tags", SetEdit{{name}, {}}}});
            case 6: return edit(Verb::remove, kAsset, asset(), {});
            case 7: return edit(Verb::restore, kAsset, asset(), {});
            case 8: return edit(Verb::create, kAssetSystem, link(), {{"asset", text(asset())}, {"system", text(id("register"))}, {"relation", text("stored")}});
            case 9: return edit(Verb::update, kAssetSystem, link(), {{"asset", text(asset())}});
            case 10: return edit(pick(2) ? Verb::remove : Verb::restore, kAssetSystem, link(), {});
            case 11: {
                Change made = edit(Verb::step, kAsset, asset(), {});
                made.step = "put_to_use";
                return made;
            }
            case 12: return edit(Verb::update, kUnit, pick(2) ? id("school_a") : id("school_b"), {{"parent", text(pick(2) ? id("board_a") : id("board_b"))}});
            case 13:
            case 14: return edit(Verb::create, kAttachment, file(), town.attachment("", kAsset, asset(), kNote).patch);
            case 15: return edit(pick(2) ? Verb::remove : Verb::restore, kAttachment, file(), {});
            default: return edit(Verb::update, kAssignment, pick(2) ? id("seat of anna") : id("seat of bertil"), {{"unit", text(unit())}});
        }
    }

    std::mt19937 m_random;
    std::map<std::string, Replica> m_replicas;
    int m_count = 0;
};

}  // namespace lisa::test
