#include "store/journal.h"

#include "core/json.h"
#include "schema/json.h"
#include "store/crypto.h"

namespace lisa {
namespace {

void frame(std::string& out, std::string_view part) {
    for (int shift = 56; shift >= 0; shift -= 8) out.push_back(static_cast<char>((part.size() >> shift) & 0xFF));
    out += part;
}

}  // namespace

JournalRow read_row(const Query& query) {
    JournalRow row;
    row.seq = query.integer(0);
    std::string* const texts[] = {&row.id, &row.at, &row.actor, &row.client, &row.entity, &row.record, &row.verb, &row.step};
    for (int i = 0; i < 8; ++i) *texts[i] = query.text(i + 1);
    row.base = query.integer(9);
    std::string* const contents[] = {&row.patch, &row.before, &row.after, &row.place_before, &row.place_after};
    for (int i = 0; i < 5; ++i) *contents[i] = query.text(i + 10);
    row.salt = query.blob(15).bytes;
    row.digest = query.blob(16).bytes;
    row.hash = query.blob(17).bytes;
    return row;
}

std::string digest_of(const JournalRow& row) {
    std::string content = row.salt;
    frame(content, "lisa journal 1");
    frame(content, std::to_string(row.seq));
    frame(content, std::to_string(row.base));
    for (const std::string* part : {&row.id, &row.at, &row.actor, &row.client, &row.entity, &row.record, &row.verb, &row.step, &row.patch, &row.before,
                                    &row.after, &row.place_before, &row.place_after})
        frame(content, *part);
    return sha256(content);
}

std::string chain_hash(std::string_view previous, std::string_view digest) { return sha256(std::string(previous) + std::string(digest)); }

std::string chain_start() { return std::string(32, '\0'); }

Result<JournalEnd> journal_end(Database& database) {
    Query query = TRY(database.query("SELECT seq, hash FROM journal ORDER BY seq DESC LIMIT 1"));
    if (!TRY(query.step())) return JournalEnd{0, chain_start()};
    return JournalEnd{query.integer(0), query.blob(1).bytes};
}

Result<std::int64_t> append(Database& database, JournalRow row) {
    const JournalEnd end = TRY(journal_end(database));
    row.seq = end.seq + 1;
    row.salt = random_bytes(16);
    row.digest = digest_of(row);
    row.hash = chain_hash(end.hash, row.digest);
    static const std::string sql = "INSERT INTO journal(" + std::string(kJournalColumns) + ") VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)";
    TRY(database.run(sql, row.seq, row.id, row.at, row.actor, row.client, row.entity, row.record, row.verb, row.step, row.base, row.patch, row.before,
                     row.after, row.place_before, row.place_after, Blob{row.salt}, Blob{row.digest}, Blob{row.hash}));
    return row.seq;
}

Result<std::optional<JournalRow>> find_change(Database& database, const std::string& id) {
    static const std::string sql = "SELECT " + std::string(kJournalColumns) + " FROM journal WHERE id = ?";
    Query query = TRY(database.query(sql, id));
    if (!TRY(query.step())) return std::optional<JournalRow>{};
    return std::optional<JournalRow>{read_row(query)};
}

Difference difference(const Record& before, const Record& after) {
    Difference found;
    for (std::size_t i = 0; i < after.values.size(); ++i) {
        const bool is_cleared = is_blank(after.values[i]);
        if (before.values[i] == after.values[i] || (is_cleared && is_blank(before.values[i]))) continue;
        const std::string name(after.entity->fields[i].name);
        if (!is_blank(before.values[i])) found.before[name] = value_to_json(before.values[i]);
        found.after[name] = is_cleared ? Json(nullptr) : value_to_json(after.values[i]);
    }
    return found;
}

std::string patch_text(const Change& change) {
    const Json whole = change_to_json(change);
    const Json* patch = member(whole, "patch");
    return patch ? dump(*patch) : "{}";
}

}  // namespace lisa
