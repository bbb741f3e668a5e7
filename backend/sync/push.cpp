#include "sync/push.h"

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

Result<std::int64_t> take(Work& work, const Change& change, const std::string& person, std::int64_t now_ms, std::vector<std::string>& odd) {
    if (const auto known = TRY(find_change(work.database(), change.id))) {
        if (is_repetition(*known, change, person)) return known->seq;
        odd.push_back("change id " + change.id + " came again with other content");
        return fault(Fault::conflict, "", "problem.exists");
    }
    return work.attempt([&]() -> Result<std::int64_t> {
        if (!TRY(owns_client(work.database(), change.client, person))) {
            odd.push_back("client id " + change.client + " belongs to somebody else");
            return fault(Fault::forbidden, "", "problem.forbidden");
        }
        // Rights are read for every change: one change of a push may alter what the next may do.
        const Actor who = TRY(actor_of(work.store(), person, now_ms));
        TRY(apply(change, who, work.store().now(), work.store()));
        return work.store().last_rev();
    });
}

}  // namespace

Result<Pushed> push(Storage& storage, const std::string& person, const Json& frame, std::int64_t now_ms) {
    const auto changes = TRY(push_from_json(storage.catalog(), frame));
    const Json& sent = *member(frame, "changes");
    Work work = TRY(storage.begin(now_ms));
    Pushed pushed;
    for (std::size_t i = 0; i < changes.size(); ++i) {
        if (!changes[i]) {
            const std::string* id = text_member(sent[i], "id");
            pushed.answers.push_back({id && is_id(*id) ? *id : std::string{}, 0, changes[i].error()});
            continue;
        }
        auto rev = take(work, *changes[i], person, now_ms, pushed.odd);
        if (!rev && rev.error().fault == Fault::broken) return rev.error();
        if (!rev) pushed.answers.push_back({changes[i]->id, 0, rev.error()});
        else pushed.answers.push_back({changes[i]->id, *rev, {}});
    }
    pushed.seq = work.store().last_rev();
    TRY(work.commit());
    return pushed;
}

Result<Record> apply_as_system(Work& work, const Change& change) {
    const Actor who = TRY(system_actor(work.store(), change));
    return work.attempt([&] { return apply(change, who, work.store().now(), work.store()); });
}

}  // namespace lisa
