#include "store/content.h"

#include "core/date.h"
#include "domain/attachment.h"
#include "store/crypto.h"

namespace lisa {
namespace {

Blob blob(std::string_view bytes) { return Blob{std::string(bytes)}; }

Result<std::int64_t> number(Query query) {
    TRY(query.step());
    return query.integer(0);
}

/// Runs something with what is deleted written over, not only given free.
template <class Act>
Result<Done> overwriting(Database& database, Act act) {
    TRY(database.script("PRAGMA secure_delete=ON"));
    const Result<Done> done = act();
    TRY(database.script("PRAGMA secure_delete=OFF"));
    return done;
}

}  // namespace

Result<Done> keep_content(Database& database, const std::string& hash, std::string_view bytes, std::string_view kind, const std::string& person,
                          std::int64_t now_ms) {
    const auto present = TRY(find_content(database, hash));
    if (!present)
        TRY(database.run("INSERT INTO content(sha256, size, at, bytes) VALUES(?,?,?,?)", hash, static_cast<std::int64_t>(bytes.size()), now_ms, blob(bytes)));
    else if (present->is_blank) TRY(database.run("UPDATE content SET blanked_at = NULL, bytes = ? WHERE sha256 = ?", blob(bytes), hash));
    return database.run("INSERT OR REPLACE INTO upload(sha256, person, kind, at) VALUES(?,?,?,?)", hash, person, kind, now_ms);
}

Result<std::optional<Content>> find_content(Database& database, const std::string& hash) {
    Query query = TRY(database.query("SELECT size, bytes IS NULL FROM content WHERE sha256 = ?", hash));
    if (!TRY(query.step())) return std::optional<Content>{};
    return std::optional(Content{query.integer(0), query.integer(1) != 0});
}

Result<std::string> read_content(Database& database, const std::string& hash) {
    Query query = TRY(database.query("SELECT bytes FROM content WHERE sha256 = ?", hash));
    if (!TRY(query.step())) return fault(Fault::missing, "", "problem.missing");
    if (query.is_null(0)) return fault(Fault::missing, "", "problem.file_gone");
    return query.blob(0).bytes;
}

Result<std::int64_t> bytes_kept(Database& database) {
    return number(TRY(database.query("SELECT coalesce(sum(size), 0) FROM content WHERE blanked_at IS NULL")));
}

Result<std::int64_t> bytes_unused(Database& database, const std::string& person) {
    return number(
        TRY(database.query("SELECT coalesce(sum(size), 0) FROM content WHERE sha256 IN (SELECT sha256 FROM upload WHERE person = ?) AND "
                           "sha256 NOT IN (SELECT sha256 FROM attachment WHERE sha256 IS NOT NULL)",
                           person)));
}

Result<Done> vouch_for(Database& database, const Record& record, bool is_new, const std::string& person) {
    const Error missing = fault(Fault::invalid, "name", "problem.file_missing");
    const std::string hash = record.get(attachment::sha256);
    const auto content = TRY(find_content(database, hash));
    if (!content || content->size != record.get(attachment::size)) return missing;
    if (content->is_blank) return fault(Fault::invalid, "name", "problem.file_gone");
    if (!is_new) return Done{};
    Query query = TRY(database.query("SELECT 1 FROM upload WHERE sha256 = ? AND person = ? AND kind = ?", hash, person, record.get(attachment::media_type)));
    return TRY(query.step()) ? Result<Done>(Done{}) : missing;
}

Result<std::int64_t> sweep_contents(Database& database, std::int64_t now_ms) {
    TRY(database.run("DELETE FROM upload WHERE at < ?", now_ms - kUnusedMs));
    std::int64_t destroyed = 0;
    const Result<Done> done = overwriting(database, [&]() -> Result<Done> {
        TRY(
            database.run("DELETE FROM content WHERE sha256 NOT IN (SELECT sha256 FROM upload) AND "
                         "sha256 NOT IN (SELECT sha256 FROM attachment WHERE sha256 IS NOT NULL)"));
        destroyed += database.changes();
        TRY(
            database.run("UPDATE content SET bytes = NULL, blanked_at = ?1 WHERE blanked_at IS NULL AND sha256 NOT IN (SELECT sha256 FROM upload) AND "
                         "sha256 NOT IN (SELECT a.sha256 FROM attachment AS a LEFT JOIN journal AS j ON j.seq = a.rev "
                         "WHERE a.sha256 IS NOT NULL AND (a.removed = 0 OR j.at >= ?2))",
                         now_ms, utc_text(now_ms - kRemovedMs)));
        destroyed += database.changes();
        return Done{};
    });
    if (!done) return done.error();
    return destroyed;
}

Result<std::int64_t> verify_contents(Database& database, std::vector<std::string>& faults) {
    std::int64_t count = 0;
    {
        Query query = TRY(database.query("SELECT sha256, size, blanked_at, bytes FROM content ORDER BY sha256"));
        while (TRY(query.step())) {
            ++count;
            const std::string hash = query.text(0), name = "content " + hash;
            if (query.is_null(3)) {
                if (query.is_null(2)) faults.push_back(name + ": its bytes are gone, and nobody disposed of them");
                continue;
            }
            const std::string bytes = query.blob(3).bytes;
            if (hex(sha256(bytes)) != hash) faults.push_back(name + ": its bytes do not match its hash");
            else if (static_cast<std::int64_t>(bytes.size()) != query.integer(1)) faults.push_back(name + ": it is of another size than it says");
        }
    }
    Query query =
        TRY(database.query("SELECT a.id, c.blanked_at IS NOT NULL FROM attachment AS a LEFT JOIN content AS c ON c.sha256 = a.sha256 "
                           "WHERE a.removed = 0 AND (c.size IS NULL OR c.size <> a.size OR c.blanked_at IS NOT NULL) ORDER BY a.id LIMIT 100"));
    while (TRY(query.step()))
        faults.push_back("attachment " + query.text(0) +
                         (query.integer(1) != 0 ? ": its content is destroyed, and it was not removed" : ": its content is not there"));
    return count;
}

}  // namespace lisa
