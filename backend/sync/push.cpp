#include "sync/push.h"

#include <algorithm>

#include "core/json.h"
#include "domain/catalog.h"
#include "store/journal.h"
#include "sync/actor.h"
#include "sync/deed.h"

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
        if (change.entity == kAssignment.name || (change.entity == kPerson.name && change.record == m_person)) m_who.reset();
        TRY(apply(change, who, m_work.store().now(), m_work.store()));
        return last_rev = m_work.store().last_rev();
    }

    Work& m_work;
    const std::string m_person;
    const std::int64_t m_now_ms;
    std::optional<Actor> m_who;
};

/// Takes in the changes of one frame and adds the answers. An error means that the machine failed.
Result<Done> take_frame(Intake& intake, const std::vector<Result<Change>>& changes, const Json& frame, std::vector<Answer>& answers) {
    const Json& sent = *member(frame, "changes");
    for (std::size_t i = 0; i < changes.size(); ++i) {
        if (!changes[i]) {
            const std::string* id = text_member(sent[i], "id");
            answers.push_back({id && is_id(*id) ? *id : std::string{}, 0, changes[i].error()});
            continue;
        }
        auto rev = intake.take(*changes[i]);
        if (!rev && rev.error().fault == Fault::broken) return rev.error();
        if (!rev) answers.push_back({changes[i]->id, 0, rev.error()});
        else answers.push_back({changes[i]->id, *rev, {}});
    }
    return Done{};
}

/// Takes in a deed of which all parts are here; one refusal refuses all.
Result<Done> take_deed(Work& work, Intake& intake, const std::string& person, const DeedPart& last, std::vector<Answer>& answers) {
    const Error held_back = fault(Fault::conflict, "", std::string(kHeldBack));
    auto outcome = work.attempt([&]() -> Result<Done> {
        for (std::int64_t part = 0; part < last.of; ++part) {
            const Json frame = TRY(take_up(work.database(), person, last.deed, part));
            const auto changes = TRY(push_from_json(work.store().catalog(), frame));
            TRY(take_frame(intake, changes, frame, answers));
        }
        const bool is_refused = std::any_of(answers.begin(), answers.end(), [](const Answer& answer) { return answer.error.has_value(); });
        return is_refused ? Result<Done>(held_back) : Done{};
    });
    if (!outcome && outcome.error().fault == Fault::broken) return outcome;
    if (!outcome) {
        intake.last_rev = 0;
        for (Answer& answer : answers)
            if (!answer.error) answer = {answer.id, 0, held_back};
    }
    return forget_deed(work.database(), person, last.deed);
}

}  // namespace

Result<Pushed> push(Storage& storage, const std::string& person, const Json& frame, std::int64_t now_ms) {
    const auto part = TRY(deed_part_from_json(frame));
    const auto changes = TRY(push_from_json(storage.catalog(), frame));
    Pushed pushed;
    const auto take_all = [&](Work& work) -> Result<Done> {
        Intake intake(work, person, now_ms);
        const bool is_whole = part && TRY(put_aside(work.database(), person, *part, frame, now_ms));
        if (!part) TRY(take_frame(intake, changes, frame, pushed.answers));
        if (is_whole) TRY(take_deed(work, intake, person, *part, pushed.answers));
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
