// Property: whatever people do, in whatever order it arrives and whatever the network loses, nothing that was typed is
// lost or done twice, and everybody ends with exactly what they may see.
#include "tests/property/seed.h"
#include "tests/shared/samples.h"
#include "tests/shared/sync/harness.h"

#include <doctest/doctest.h>

using namespace lisa;
using namespace lisa::test;

namespace {

constexpr unsigned kHistories = 300;
constexpr int kSteps = 60;

class History {
public:
    Server server;
    std::vector<Browser> browsers;
    std::set<std::string> typed;                               ///< ids of all changes that were kept
    std::map<std::string, std::string> notes;                  ///< change id → the text of its note
    std::map<std::string, std::vector<std::string>> together;  ///< deed → ids of its changes
    int refused = 0, merged = 0, deeds_taken = 0, deeds_refused = 0;

    explicit History(unsigned seed) : m_random(seed) {}

    void join(const char* person, std::vector<Grant> grants, std::size_t tabs) {
        server.grants[id(person)] = std::move(grants);
        Browser& browser = browsers.emplace_back(server, id(person), tabs);
        if (pick(4)) browser.pull(*browser.tabs[0], Fate::arrives, 1000);
    }

    std::int64_t pick(std::int64_t count) { return between(m_random, 0, count - 1); }
    Fate fate() { return pick(3) ? Fate::arrives : pick(2) ? Fate::request_lost : Fate::reply_lost; }

    /// Several things at once, that belong together.
    void act_together(Browser& browser, Replica& tab, bool is_gentle) {
        const std::string deed = id("deed " + std::to_string(m_changes));
        for (std::int64_t left = 2 + pick(3); left > 0; --left) act(browser, tab, is_gentle, deed);
    }

    /// Something that a person does in a tab. What the program would not let pass is tried anyway once in a while.
    void act(Browser& browser, Replica& tab, bool is_gentle, const std::string& deed = {}) {
        auto change = invent(tab, is_gentle);
        if (!change) return;
        change->id = id("change " + std::to_string(++m_changes));
        change->client = browser.client();
        if (!tab.preview(*change, kNow) && (is_gentle || pick(8))) return;
        typed.insert(change->id);
        if (const auto note = change->patch.find("notes"); note != change->patch.end()) {
            notes[change->id] = std::get<NoteEdit>(note->second).text;
            m_said_in[&tab].push_back(*change);
        }
        if (!deed.empty()) together[deed].push_back(change->id);
        browser.keep(tab, *change, deed);
    }

    void alter_rights() {
        Browser& browser = browsers[static_cast<std::size_t>(1 + pick(static_cast<std::int64_t>(browsers.size()) - 1))];
        const Role roles[] = {Role::information_owner, Role::privacy_administrator, Role::manager, Role::pupil};
        const char* units[] = {"board_a", "board_b", "school_a", "kommun"};
        server.grants[browser.person()] = {{roles[pick(4)], id(units[pick(4)])}};
    }

    void step(bool is_gentle) {
        Browser& browser = browsers[static_cast<std::size_t>(pick(static_cast<std::int64_t>(browsers.size())))];
        const auto at = static_cast<std::size_t>(pick(static_cast<std::int64_t>(browser.tabs.size())));
        Replica& tab = *browser.tabs[at];
        switch (pick(14)) {
            case 0: return browser.push(tab, fate());
            case 1: return browser.notice(tab);
            case 2: m_said_in.erase(&tab), browser.reload(at, pick(2) == 0); return;
            case 3:
            case 4: {
                browser.push(tab, fate());
                if (!browser.pull(tab, fate(), static_cast<std::size_t>(1 + pick(9)))) return;
                browser.pull(tab, fate(), 1000);
                return;
            }
            case 5:
                if (!is_gentle && pick(4) == 0) return alter_rights();
                browser.pull(tab, Fate::arrives, 1000);
                return check_sight(browser, tab);
            case 6: return act_together(browser, tab, is_gentle);
            default: return act(browser, tab, is_gentle);
        }
    }

    /// The network holds: everybody sends and fetches until nothing is left to do.
    void heal() {
        for (Browser& browser : browsers)
            for (auto& tab : browser.tabs) do
                    browser.push(*tab, Fate::arrives);
                while (!tab->to_send().changes.empty());
        for (int round = 0; round < 2; ++round)
            for (Browser& browser : browsers)
                for (auto& tab : browser.tabs) {
                    browser.notice(*tab);
                    while (browser.pull(*tab, Fate::arrives, 4)) continue;
                    check_sight(browser, *tab);
                }
    }

    /// After a whole pull a tab holds what its person may see, as the server has it, and nothing else.
    void check_sight(Browser& browser, Replica& tab) {
        std::size_t visible = 0;
        for (const auto& [place, record] : server.records) {
            const auto seen = server.seen_by(browser.person(), record);
            const Record* held = tab.pulled(*record.entity, record.id);
            visible += seen.has_value();
            if (seen.has_value() != (held != nullptr))
                FAIL_CHECK((held ? "out of sight but held: " : "in sight but not held: ") << place.first << ' ' << place.second);
            else if (held && *held != *seen) FAIL_CHECK("held otherwise than the server has it: " << place.first << ' ' << place.second);
        }
        CHECK(tab.agrees(static_cast<std::int64_t>(visible)));
    }

    /// What was said in a tab shows there all the way from the keyboard to the server and back.
    void check_shown() {
        for (const auto& [tab, changes] : m_said_in)
            for (const Change& change : changes) {
                const Record* record = tab->find(kAsset, change.record);
                const auto* log = record ? std::get_if<Notes>(&record->values.back()) : nullptr;
                const std::string& said = notes.at(change.id);
                const bool is_shown = log && std::any_of(log->begin(), log->end(), [&](const Note& note) { return note.text == said; });
                if (record && !is_shown) FAIL_CHECK("said but not shown: " << said);
            }
    }

    void check_end() {
        std::set<std::string> waiting;
        for (Browser& browser : browsers) {
            for (const auto& [number, text] : browser.disk) {
                const auto pending = pending_from_text(kCatalog, number, text);
                REQUIRE(pending);
                // What was done to the records of a refused deed waits with it.
                if (pending->state == Pending::State::refused) ++refused;
                else CHECK(pending->state == Pending::State::kept);
                waiting.insert(pending->change.id);
            }
            for (auto& tab : browser.tabs) {
                CHECK(tab->to_send().changes.empty());
                CHECK(tab->outbox().size() == browser.disk.size());
                for (const Entity* entity : kCatalog)
                    for (const Record* row : tab->rows(*entity)) CHECK((row == tab->pulled(*entity, row->id) || tab->has(Pending::State::kept, row->id)));
            }
        }
        for (const std::string& change : typed)
            if (server.accepted.count(change) + waiting.count(change) != 1) FAIL_CHECK("neither accepted nor listed as refused, or both: " << change);
        std::multiset<std::string> said;
        for (const auto& [place, record] : server.records) {
            const auto* log = std::get_if<Notes>(&record.values.back());
            for (std::size_t i = 0; log && i < log->size(); ++i) said.insert((*log)[i].text);
        }
        for (const auto& [change, text] : notes)
            if (said.count(text) != server.accepted.count(change)) FAIL_CHECK("said " << said.count(text) << " times: " << text);
        for (const auto& [deed, changes] : together) {
            const auto taken = std::count_if(changes.begin(), changes.end(), [&](const std::string& change) { return server.accepted.contains(change); });
            if (taken != 0 && taken != static_cast<std::ptrdiff_t>(changes.size())) FAIL_CHECK("half a deed was taken in: " << deed);
            (taken == 0 ? deeds_refused : deeds_taken)++;
        }
        for (const std::string& fault : server.faults) FAIL_CHECK(fault);
        merged = static_cast<int>(server.accepted.size());
    }

private:
    const Record* any(const Replica& tab, const Entity& entity) {
        const auto rows = tab.rows(entity);
        return rows.empty() ? nullptr : rows[static_cast<std::size_t>(pick(static_cast<std::int64_t>(rows.size())))];
    }

    Change on(Verb verb, const Record& record, Patch patch = {}) { return change(verb, *record.entity, record.id, record.rev, std::move(patch)); }

    std::string any_unit() {
        const char* units[] = {"kommun", "board_a", "board_b", "school_a", "school_b"};
        return id(units[pick(5)]);
    }

    Patch any_edit() {
        const char* words[] = {"ett", "två", "tre", ""};
        const char* tags[] = {"a", "b", "c"};
        switch (pick(6)) {
            case 0: return {{"name", text(words[pick(3)])}};
            case 1: return {{"retention", text(words[pick(4)])}, {"name", text(words[pick(3)])}};
            case 2: return {{"confidentiality", number(pick(4))}};
            case 3: return {{"integrity", number(pick(4))}, {"motive", text(words[pick(4)])}};
            case 4: return {{"tags", SetEdit{{tags[pick(3)]}, {tags[pick(3)]}}}};
            default: return {{"notes", NoteEdit{"anteckning " + std::to_string(m_changes)}}};
        }
    }

    std::optional<Change> invent(Replica& tab, bool is_gentle) {
        const std::string fresh = id("record " + std::to_string(m_changes));
        const Record *asset = any(tab, kAsset), *system = any(tab, kSystem), *link = any(tab, kAssetSystem);
        const std::int64_t what = pick(is_gentle ? 8 : 13);
        if (what == 0 || !asset)
            return change(Verb::create, kAsset, fresh, 0,
                          {{"name", text("ny")}, {"kind", text("process")}, {"unit", text(is_gentle ? id("school_a") : any_unit())}});
        if (what == 1 && system)
            return change(Verb::create, kAssetSystem, fresh, 0, {{"asset", text(asset->id)}, {"system", text(system->id)}, {"relation", text("stored")}});
        if (what == 2 && link) return on(Verb::update, *link, {{"description", text(pick(2) ? "x" : "y")}});
        if (what <= 7) return on(Verb::update, *asset, any_edit());
        if (what == 8) return on(Verb::update, *asset, {{"unit", text(any_unit())}});
        if (what == 9) return on(Verb::remove, link && pick(2) ? *link : *asset);
        if (what == 10) return on(Verb::update, *asset, {{"part_of", text(any(tab, kAsset)->id)}});
        if (what == 11 && tab.find(kUnit, id("school_a")))
            return on(Verb::update, *tab.find(kUnit, id("school_a")), {{"parent", text(id(pick(2) ? "board_a" : "board_b"))}});
        Change move = on(Verb::step, *asset);
        const char* steps[] = {"put_to_use", "phase_out", "take_back", "dispose"};
        move.step = steps[pick(4)];
        return move;
    }

    std::map<const Replica*, std::vector<Change>> m_said_in;
    Random m_random;
    int m_changes = 0;
};

}  // namespace

TEST_CASE("nothing typed is lost or done twice, and replicas end with what their people may see") {
    int refused = 0, accepted = 0, deeds_taken = 0, deeds_refused = 0;
    for (unsigned seed = first_seed(), end = seed + kHistories; seed != end; ++seed) {
        CAPTURE(seed);
        History history(seed);
        history.join("coordinator", {{Role::coordinator, id("kommun")}}, 2);
        history.join("owner of a", {{Role::information_owner, id("board_a")}}, 1);
        history.join("owner of b", {{Role::information_owner, id("board_b")}, {Role::employee, id("kommun")}}, 2);
        history.join("handler", {{Role::privacy_administrator, id("board_a")}}, 1);
        for (int i = 0; i < kSteps; ++i) history.step(false);
        history.heal();
        history.check_end();
        refused += history.refused;
        accepted += history.merged;
        deeds_taken += history.deeds_taken;
        deeds_refused += history.deeds_refused;
    }
    MESSAGE(kHistories << " histories, " << accepted << " changes accepted, " << refused << " refused");
    CHECK(accepted > 1000);  // the histories are about something
    CHECK(refused > 100);
    CHECK(deeds_taken > 100);
    CHECK(deeds_refused > 20);
}

TEST_CASE("one person's own edits never conflict with each other, in one tab or two, with or without network") {
    for (unsigned seed = first_seed(), end = seed + kHistories / 2; seed != end; ++seed) {
        CAPTURE(seed);
        History history(seed);
        const bool is_alone = seed % 2 == 0;  // a second tab may learn late what became of the first one's changes
        history.join("coordinator", {{Role::coordinator, id("kommun")}}, is_alone ? 1 : 2);
        for (int i = 0; i < kSteps; ++i) {
            history.step(true);
            if (is_alone) history.check_shown();
        }
        history.heal();
        history.check_end();
        for (const Error& error : history.browsers[0].refusals) FAIL_CHECK("refused: " << outcome(Result<Done>(error)));
    }
}
