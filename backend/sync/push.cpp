#include "sync/push.h"

#include "core/json.h"
#include "domain/catalog.h"
#include "store/journal.h"
#include "sync/actor.h"

namespace lisa {
namespace {

/// Binds a client id to the person who uses it first; false when it is another's.
Result<bool> owns_client(Database& database, const std::string& client, const std::string& person) {
    Query query = TRY(database.query("SELECT person FROM client WHERE id = ?", client));
    if (TRY(query.step())) return query.text(0) == person;
    TRY(database.run("INSERT INTO client(id, person) VALUES(?,?)", client, person));
    return true;
}

/// Whether a change with a known id is the same one, sent again because its answer was lost.
bool is_repetition(const JournalRow& row, const Change& change, const std::string& person) {
    return row.actor == person && row.client == change.client && row.verb == verb_name(change.verb) && row.entity == change.entity &&
           row.record == change.record && row.base == change.base && row.step == change.step && row.patch == patch_text(change);
}

/// The changes of one push, taken in one after the other.
class Intake {
public:
    Intake(Work& work, std::string person, std::int64_t now_ms) : m_work(work), m_person(std::move(person)), m_now_ms(now_ms) {}

    /// The journal number of the change, also when it was taken in before; or why it is refused.
    Result<std::int64_t> take(const Change& change) {
        if (const auto known = TRY(find_change(m_work.database(), change.id))) {
            if (is_repetition(*known, change, m_person)) return known->seq;
            odd.push_back("change id " + change.id + " came again with other content");
            return fault(Fault::conflict, "", "problem.exists");
        }
        return m_work.attempt([&] { return carry_out(change); });
    }

    std::vector<std::string> odd;
    std::int64_t last_rev = 0;  ///< of what was new

private:
    Result<std::int64_t> carry_out(const Change& change) {
        if (!TRY(owns_client(m_work.database(), change.client, m_person))) {
            odd.push_back("client id " + change.client + " belongs to somebody else");
            return fault(Fault::forbidden, "", "problem.forbidden");
        }
        // One change of a push may alter what the next may do.
        if (!m_who) m_who = TRY(actor_of(m_work.store(), m_person, m_now_ms));
        const Actor who = *m_who;
        if (change.entity == kPerson.name || change.entity == kAssignment.name) m_who.reset();
        TRY(apply(change, who, m_work.store().now(), m_work.store()));
        return last_rev = m_work.store().last_rev();
    }

    Work& m_work;
    const std::string m_person;
    const std::int64_t m_now_ms;
    std::optional<Actor> m_who;
};

}  // namespace

Result<Pushed> push(Storage& storage, const std::string& person, const Json& frame, std::int64_t now_ms) {
    const auto changes = TRY(push_from_json(storage.catalog(), frame));
    const Json& sent = *member(frame, "changes");
    Pushed pushed;
    const auto take_all = [&](Work& work) -> Result<Done> {
        Intake intake(work, person, now_ms);
        for (std::size_t i = 0; i < changes.size(); ++i) {
            if (!changes[i]) {
                const std::string* id = text_member(sent[i], "id");
                pushed.answers.push_back({id && is_id(*id) ? *id : std::string{}, 0, changes[i].error()});
                continue;
            }
            auto rev = intake.take(*changes[i]);
            if (!rev && rev.error().fault == Fault::broken) return rev.error();
            if (!rev) pushed.answers.push_back({changes[i]->id, 0, rev.error()});
            else pushed.answers.push_back({changes[i]->id, *rev, {}});
        }
        pushed.odd = std::move(intake.odd);
        pushed.seq = intake.last_rev;
        return Done{};
    };
    TRY(storage.group().run(now_ms, take_all));
    return pushed;
}

Result<Record> apply_as_system(Work& work, const Change& change) {
    const Actor who = TRY(system_actor(work.store(), change));
    return work.attempt([&] { return apply(change, who, work.store().now(), work.store()); });
}

}  // namespace lisa
