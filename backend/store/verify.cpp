#include "store/verify.h"

#include <map>

#include "store/content.h"
#include "store/journal.h"
#include "store/replay.h"
#include "store/schema.h"

namespace lisa {
namespace {

constexpr std::size_t kMostFaults = 100;

std::string journal_row(const JournalRow& row) { return "journal row " + std::to_string(row.seq) + " (" + row.entity + " " + row.record + ")"; }

std::string record_name(const Record& record) { return std::string(record.entity->name) + " " + record.id; }

/// What is wrong with a row that should follow `previous`; empty when nothing is.
std::string fault_of(const JournalRow& row, const JournalEnd& previous) {
    if (row.seq != previous.seq + 1) return "journal row " + std::to_string(previous.seq + 1) + " is missing";
    if (digest_of(row) != row.digest) return journal_row(row) + ": its content does not match its digest";
    if (chain_hash(previous.hash, row.digest) != row.hash) return journal_row(row) + ": its hash does not follow from the row before";
    return {};
}

/// Replays the journal, record by record so that memory holds one at a time.
template <class Take>
Result<Done> replay_records(Database& database, Catalog catalog, Take take) {
    static const std::string sql = "SELECT " + std::string(kJournalColumns) + " FROM journal ORDER BY record, seq";
    Query query = TRY(database.query(sql));
    std::map<std::string, Record> now;  // by entity: ids are unique within one
    std::string id;
    const auto hand_over = [&]() -> Result<Done> {
        for (const auto& [entity, record] : now) TRY(take(record));
        now.clear();
        return Done{};
    };
    while (TRY(query.step())) {
        const JournalRow row = read_row(query);
        if (row.record != id) TRY(hand_over());
        id = row.record;
        const Entity* entity = find_entity(catalog, row.entity);
        Record& record = now.try_emplace(row.entity, entity ? Record{*entity} : Record{}).first->second;
        record.id = row.record;
        if (!entity || !play(record, row.seq, row.verb, row.after))
            return Error{Fault::broken, {{"", "problem.storage"}}, journal_row(row) + " cannot be replayed"};
    }
    return hand_over();
}

void compare(const Record& told, const Record& live, std::vector<std::string>& faults) {
    if (live.rev != told.rev) faults.push_back(record_name(told) + ": rev is " + std::to_string(live.rev) + ", the journal says " + std::to_string(told.rev));
    if (live.removed != told.removed) faults.push_back(record_name(told) + ": removed differs from the journal");
    for (std::size_t i = 0; i < told.values.size(); ++i)
        if (live.values[i] != told.values[i] && !(is_blank(live.values[i]) && is_blank(told.values[i])))
            faults.push_back(record_name(told) + ": field " + std::string(told.entity->fields[i].name) + " differs from the journal");
}

/// Records that stand in a register without a journal row.
Result<Done> find_strangers(Database& database, Catalog catalog, std::vector<std::string>& faults) {
    for (const Entity* entity : catalog) {
        const std::string name(entity->name), table = sql_name(name);
        Query strangers = TRY(database.query(
            "SELECT t.id FROM " + table + " AS t WHERE NOT EXISTS (SELECT 1 FROM journal AS j WHERE j.record = t.id AND j.entity = ?) LIMIT 100", name));
        while (TRY(strangers.step())) faults.push_back(name + " " + strangers.text(0) + ": the journal knows no such record");
    }
    return Done{};
}

}  // namespace

Result<Findings> verify_journal(Database& database, const Rows& rows) {
    Findings found;
    JournalEnd previous{0, chain_start()};
    {
        static const std::string sql = "SELECT " + std::string(kJournalColumns) + " FROM journal ORDER BY seq";
        Query query = TRY(database.query(sql));
        while (TRY(query.step())) {
            const JournalRow row = read_row(query);
            if (std::string fault = fault_of(row, previous); !fault.empty()) {
                found.faults.push_back(std::move(fault));
                return found;
            }
            previous = {row.seq, row.hash};
            ++found.rows;
        }
    }
    found.end = previous.hash;
    TRY(replay_records(database, rows.catalog(), [&](const Record& told) -> Result<Done> {
        ++found.records;
        if (found.faults.size() >= kMostFaults) return Done{};
        const auto live = rows.load(database, *told.entity, told.id);
        if (live) compare(told, *live, found.faults);
        else if (live.error().fault == Fault::missing) found.faults.push_back(record_name(told) + ": is in the journal and not in its register");
        else return live.error();
        return Done{};
    }));
    TRY(find_strangers(database, rows.catalog(), found.faults));
    return found;
}

Result<Findings> verify(Database& database, const Rows& rows) {
    Findings found = TRY(verify_journal(database, rows));
    const bool is_broken_off = found.end.empty();
    if (!is_broken_off) found.contents = TRY(verify_contents(database, found.faults));
    return found;
}

Result<std::int64_t> rebuild(Database& database, const Rows& rows) {
    for (const Entity* entity : rows.catalog()) TRY(database.run("DELETE FROM " + sql_name(entity->name)));
    std::int64_t count = 0;
    TRY(replay_records(database, rows.catalog(), [&](const Record& record) -> Result<Done> {
        ++count;
        return rows.write(database, record);
    }));
    return count;
}

}  // namespace lisa
