#include "store/past.h"

#include <map>
#include <optional>

#include "core/date.h"
#include "store/replay.h"

namespace lisa {
namespace {

Error unreadable(const Entity& entity, const std::string& id) {
    return Error{Fault::broken, {{"", "problem.storage"}}, "the journal of " + std::string(entity.name) + " " + id + " cannot be replayed"};
}

/// A record on its way to that moment.
struct Growing {
    Record record{};
    bool is_blanked = false;
};

/// Plays "seq, verb, after" of a row, which begin at a column.
Result<Done> play_row(Growing& growing, const Query& row, int column) {
    if (row.is_null(column + 2)) growing.is_blanked = true;
    else if (!play(growing.record, row.integer(column), row.text(column + 1), row.text(column + 2)))
        return unreadable(*growing.record.entity, growing.record.id);
    return Done{};
}

Growing seed(const Entity& entity, const std::string& id) {
    Growing growing{Record{entity}};
    growing.record.id = id;
    return growing;
}

}  // namespace

Result<std::int64_t> last_change_of(Database& database, std::string_view day) {
    const std::string after = moment_of(add_days(day, 1) + " 00:00");
    Query query = TRY(
        database.query("SELECT coalesce((SELECT min(seq) - 1 FROM journal INDEXED BY journal_at WHERE at >= ?), (SELECT max(seq) FROM journal), 0)", after));
    TRY(query.step());
    return query.integer(0);
}

Result<Record> Past::load(const Entity& entity, const std::string& id) {
    const std::string name = std::string(entity.name) + " " + id;
    auto found = m_loaded.find(name);
    if (found == m_loaded.end()) {
        Query query =
            TRY(m_database.query("SELECT seq, verb, after FROM journal INDEXED BY journal_record WHERE record = ? AND seq <= ? AND entity = ? ORDER BY seq", id,
                                 m_until, entity.name));
        Growing growing = seed(entity, id);
        while (TRY(query.step())) TRY(play_row(growing, query, 0));
        const bool is_there = growing.record.rev > 0 && !growing.is_blanked;
        found = m_loaded.emplace(name, is_there ? std::move(growing.record) : Record{}).first;
    }
    if (!found->second.entity) return fault(Fault::missing, "", "problem.missing");
    return found->second;
}

Result<std::vector<Record>> Past::all(const Entity& entity) {
    Query query = TRY(m_database.query("SELECT record, seq, verb, after FROM journal INDEXED BY journal_entity WHERE entity = ? AND seq <= ? ORDER BY seq",
                                       entity.name, m_until));
    std::map<std::string, Growing> growing;
    while (TRY(query.step())) {
        const std::string id = query.text(0);
        TRY(play_row(growing.try_emplace(id, seed(entity, id)).first->second, query, 1));
    }
    std::vector<Record> records;
    for (auto& [id, grown] : growing)
        if (!grown.is_blanked) records.push_back(std::move(grown.record));
    return records;
}

}  // namespace lisa
