#include "store/schema.h"

#include <algorithm>

namespace lisa {
namespace {

/// The journal is the audit trail, the feed of the pull, and enough to rebuild every register. Content may one day be
/// blanked (salt and texts NULL) while digest and hash stay, so those columns allow NULL.
constexpr const char* kFixed = R"(
CREATE TABLE IF NOT EXISTS meta(key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS journal(
  seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, at TEXT NOT NULL, actor TEXT NOT NULL, client TEXT NOT NULL,
  entity TEXT NOT NULL, record TEXT NOT NULL, verb TEXT NOT NULL, step TEXT NOT NULL, base INTEGER NOT NULL,
  patch TEXT, before TEXT, after TEXT, place_before TEXT NOT NULL, place_after TEXT NOT NULL,
  salt BLOB, digest BLOB NOT NULL, hash BLOB NOT NULL) STRICT;
CREATE INDEX IF NOT EXISTS journal_record ON journal(record, seq);
CREATE INDEX IF NOT EXISTS journal_at ON journal(at);
CREATE INDEX IF NOT EXISTS journal_entity ON journal(entity, seq);
CREATE INDEX IF NOT EXISTS journal_departure ON journal(seq)
  WHERE verb = 'remove' OR (verb <> 'create' AND place_before <> place_after);
CREATE TRIGGER IF NOT EXISTS journal_is_final BEFORE UPDATE ON journal BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
CREATE TRIGGER IF NOT EXISTS journal_is_kept BEFORE DELETE ON journal BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
CREATE TABLE IF NOT EXISTS client(id TEXT PRIMARY KEY, person TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS account(
  person TEXT PRIMARY KEY, username TEXT NOT NULL, folded TEXT NOT NULL UNIQUE, password TEXT,
  changed_at INTEGER NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS session(
  token BLOB PRIMARY KEY, person TEXT NOT NULL, created_at INTEGER NOT NULL, seen_at INTEGER NOT NULL) STRICT, WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS session_person ON session(person);
CREATE TABLE IF NOT EXISTS invite(
  token BLOB PRIMARY KEY, person TEXT NOT NULL, expires_at INTEGER NOT NULL, used_at INTEGER) STRICT, WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS deed_part(
  person TEXT NOT NULL, deed TEXT NOT NULL, part INTEGER NOT NULL, parts INTEGER NOT NULL, at INTEGER NOT NULL,
  frame TEXT NOT NULL, PRIMARY KEY(person, deed, part)) STRICT;
CREATE TABLE IF NOT EXISTS choice(
  person TEXT NOT NULL, key TEXT NOT NULL, value TEXT NOT NULL, PRIMARY KEY(person, key)) STRICT, WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS content(
  sha256 TEXT PRIMARY KEY, size INTEGER NOT NULL, at INTEGER NOT NULL, blanked_at INTEGER, bytes BLOB) STRICT;
CREATE TABLE IF NOT EXISTS upload(
  sha256 TEXT NOT NULL, person TEXT NOT NULL, kind TEXT NOT NULL, at INTEGER NOT NULL,
  PRIMARY KEY(sha256, person, kind)) STRICT, WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS reading(
  number INTEGER PRIMARY KEY, person TEXT NOT NULL, entity TEXT NOT NULL, record TEXT NOT NULL, hour TEXT NOT NULL, at TEXT NOT NULL,
  UNIQUE(person, hour, entity, record)) STRICT;
CREATE INDEX IF NOT EXISTS reading_at ON reading(at);
CREATE TABLE IF NOT EXISTS open_report(key BLOB PRIMARY KEY, code BLOB NOT NULL UNIQUE, event TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS mail(
  id TEXT PRIMARY KEY, person TEXT NOT NULL, at INTEGER NOT NULL, state TEXT NOT NULL, attempts INTEGER NOT NULL,
  next_at INTEGER NOT NULL) STRICT, WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS mail_queued ON mail(next_at) WHERE state = 'queued';
CREATE TABLE IF NOT EXISTS reminder(
  person TEXT NOT NULL, record TEXT NOT NULL, rule TEXT NOT NULL, due TEXT NOT NULL, step INTEGER NOT NULL, mail TEXT NOT NULL,
  PRIMARY KEY(person, record, rule, due, step)) STRICT, WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS reminder_mail ON reminder(mail);
)";

std::string_view column_type(Type type) { return type == Type::integer || type == Type::boolean ? "INTEGER" : "TEXT"; }

Result<std::vector<std::string>> columns_of(Database& database, std::string_view table) {
    Query query = TRY(database.query("SELECT name FROM pragma_table_info(?)", table));
    std::vector<std::string> columns;
    while (TRY(query.step())) columns.push_back(query.text(0));
    return columns;
}

Result<std::int64_t> version_of(Database& database) {
    Query query = TRY(database.query("PRAGMA user_version"));
    TRY(query.step());
    return query.integer(0);
}

Result<Done> grow_inside(Database& database, Catalog catalog) {
    TRY(database.script(kFixed));
    for (const Entity* entity : catalog)
        for (const std::string& statement : growth(*entity, TRY(columns_of(database, entity->name)))) TRY(database.script(statement));
    return database.script("PRAGMA user_version=" + std::to_string(kSchemaVersion));
}

}  // namespace

std::string sql_name(std::string_view name) { return '"' + std::string(name) + '"'; }

std::vector<std::string> growth(const Entity& entity, const std::vector<std::string>& present) {
    std::vector<std::string> statements;
    const std::string table = sql_name(entity.name);
    if (present.empty()) {
        std::string create = "CREATE TABLE " + table + "(id TEXT PRIMARY KEY, rev INTEGER NOT NULL, removed INTEGER NOT NULL";
        for (const Field& field : entity.fields) create += ", " + sql_name(field.name) + " " + std::string(column_type(field.type));
        statements.push_back(create + ") STRICT");
    } else {
        for (const Field& field : entity.fields)
            if (std::find(present.begin(), present.end(), field.name) == present.end())
                statements.push_back("ALTER TABLE " + table + " ADD COLUMN " + sql_name(field.name) + " " + std::string(column_type(field.type)));
    }
    // No register has a dot in its name: "risk_analysis" is both a register and a field of another one.
    statements.push_back("CREATE INDEX IF NOT EXISTS " + sql_name(std::string(entity.name) + ".rev") + " ON " + table + "(rev)");
    for (const Field& field : entity.fields)
        if (field.type == Type::ref)
            statements.push_back("CREATE INDEX IF NOT EXISTS " + sql_name(std::string(entity.name) + "." + std::string(field.name)) + " ON " + table + "(" +
                                 sql_name(field.name) + ") WHERE " + sql_name(field.name) + " IS NOT NULL");
    if (hangs(entity))
        statements.push_back("CREATE INDEX IF NOT EXISTS " + sql_name(std::string(entity.name) + "." + std::string(entity.hangs_on.record)) + " ON " + table +
                             "(" + sql_name(entity.hangs_on.entity) + ", " + sql_name(entity.hangs_on.record) + ")");
    return statements;
}

Result<Done> grow(Database& database, Catalog catalog) {
    const std::int64_t version = TRY(version_of(database));
    if (version > kSchemaVersion)
        return Error{Fault::broken,
                     {{"", "problem.storage"}},
                     "the database was written by a newer Lisa: it has schema " + std::to_string(version) + ", this program knows " +
                         std::to_string(kSchemaVersion) + "; install the newer program"};
    TRY(database.script("BEGIN IMMEDIATE"));
    auto grown = grow_inside(database, catalog);
    if (grown) grown = database.script("COMMIT");
    if (!grown && database.in_transaction()) (void)database.script("ROLLBACK");
    return grown;
}

Result<std::vector<std::string>> schema_of(Database& database) {
    Query query =
        TRY(database.query("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY CASE type WHEN 'table' THEN 0 WHEN 'index' THEN 1 ELSE 2 END, name"));
    std::vector<std::string> statements;
    while (TRY(query.step())) {
        std::string line = query.text(0);
        std::replace(line.begin(), line.end(), '\n', ' ');
        statements.push_back(std::move(line));
    }
    return statements;
}

std::string hanging_on(const Entity& entity) { return sql_name(entity.hangs_on.entity) + " = ? AND " + sql_name(entity.hangs_on.record) + " = ?"; }

std::vector<Referrer> referrers(Catalog catalog, const Entity& target) {
    std::vector<Referrer> found;
    for (const Entity* entity : catalog)
        for (const Field& field : entity->fields)
            if (field.type == Type::ref && field.ref == target.name) found.push_back({entity, &field});
    return found;
}

}  // namespace lisa
