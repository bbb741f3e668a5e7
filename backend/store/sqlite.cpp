#include "store/sqlite.h"

#include <sqlite3.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>

namespace lisa {
namespace {

constexpr int kPatienceMs = 5000;  // how long a connection waits for another process's lock

Error broken(std::string detail) { return Error{Fault::broken, {{"", "problem.storage"}}, std::move(detail)}; }

/// What an SQLite code means for whoever runs the machine.
std::string in_words(int code, const std::string& path, const char* message) {
    switch (code & 0xFF) {
        case SQLITE_NOTADB: return path + " is not a database";
        case SQLITE_CORRUPT: return path + " is damaged or truncated (" + message + "); restore a backup";
        case SQLITE_FULL: return "the disk that holds " + path + " is full";
        case SQLITE_IOERR: return "reading or writing " + path + " failed (" + message + "); is the disk full or failing?";
        case SQLITE_READONLY: return path + " or its folder is read-only";
        case SQLITE_BUSY:
        case SQLITE_LOCKED: return path + " is locked by another program";
        case SQLITE_CANTOPEN: return path + " cannot be opened; is the folder there, and may this user write in it?";
        default: return path + ": " + message;
    }
}

/// What can be told about a path before SQLite tries it.
Result<Done> check_path(const std::string& path, Database::Mode mode) {
    std::error_code ignored;
    const std::filesystem::path folder = std::filesystem::path(path).parent_path();
    if (!folder.empty() && !std::filesystem::is_directory(folder, ignored)) return broken("the folder " + folder.string() + " does not exist");
    const bool exists = std::filesystem::exists(path, ignored);
    if (std::filesystem::is_directory(path, ignored)) return broken(path + " is a folder, not a database");
    if (!exists && mode != Database::Mode::create) return broken(path + " does not exist");
    if (exists && mode != Database::Mode::read_only && access(path.c_str(), W_OK) != 0) return broken(path + " is read-only");
    return Done{};
}

}  // namespace

Query::Query(Query&& other) noexcept : m_database(other.m_database), m_statement(std::exchange(other.m_statement, nullptr)), m_home(other.m_home) {}

Query::~Query() {
    if (!m_statement) return;
    sqlite3_reset(m_statement);
    sqlite3_clear_bindings(m_statement);
    m_home->push_back(m_statement);
}

Result<bool> Query::step() {
    const int code = sqlite3_step(m_statement);
    if (code == SQLITE_ROW) return true;
    if (code == SQLITE_DONE) return false;
    return m_database->error();
}

std::string Query::text(int column) const {
    const auto* bytes = sqlite3_column_text(m_statement, column);
    return bytes ? std::string(reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(sqlite3_column_bytes(m_statement, column))) : std::string{};
}

std::int64_t Query::integer(int column) const { return sqlite3_column_int64(m_statement, column); }

Blob Query::blob(int column) const {
    const void* bytes = sqlite3_column_blob(m_statement, column);
    return bytes ? Blob{{static_cast<const char*>(bytes), static_cast<std::size_t>(sqlite3_column_bytes(m_statement, column))}} : Blob{};
}

bool Query::is_null(int column) const { return sqlite3_column_type(m_statement, column) == SQLITE_NULL; }

// A failed bind leaves NULL, which the STRICT tables refuse; sizes are bounded long before.
void Query::bind(int at, std::int64_t value) { sqlite3_bind_int64(m_statement, at, value); }
void Query::bind(int at, std::nullptr_t) { sqlite3_bind_null(m_statement, at); }
void Query::bind(int at, std::string_view value) {
    sqlite3_bind_text64(m_statement, at, value.empty() ? "" : value.data(), value.size(), SQLITE_TRANSIENT, SQLITE_UTF8);
}
void Query::bind(int at, const Blob& value) { sqlite3_bind_blob64(m_statement, at, value.bytes.data(), value.bytes.size(), SQLITE_TRANSIENT); }

Result<Database> Database::open(const std::string& path, Mode mode) {
    const bool in_memory = path == ":memory:";
    if (!in_memory) TRY(check_path(path, mode));
    Database database(path);
    const int access = mode == Mode::read_only ? SQLITE_OPEN_READONLY
                       : mode == Mode::create  ? SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE
                                               : SQLITE_OPEN_READWRITE;
    const mode_t mask = umask(077);  // personal data: nobody else on the machine reads it
    const int code = sqlite3_open_v2(path.c_str(), &database.m_handle, access | SQLITE_OPEN_NOFOLLOW | SQLITE_OPEN_EXRESCODE, nullptr);
    umask(mask);
    if (code != SQLITE_OK) return broken(in_words(code, path, database.m_handle ? sqlite3_errmsg(database.m_handle) : "out of memory"));
    sqlite3_busy_timeout(database.m_handle, kPatienceMs);
    sqlite3_db_config(database.m_handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    // A plan that looks at a parameter's value is made anew at each use; ours hold for any value.
    sqlite3_db_config(database.m_handle, SQLITE_DBCONFIG_ENABLE_QPSG, 1, nullptr);
    sqlite3_limit(database.m_handle, SQLITE_LIMIT_LENGTH, 64 * 1024 * 1024);
    TRY(
        database.script("PRAGMA foreign_keys=ON; PRAGMA trusted_schema=OFF; PRAGMA cell_size_check=ON; PRAGMA mmap_size=0; PRAGMA synchronous=FULL;"
                        "PRAGMA temp_store=MEMORY; PRAGMA wal_autocheckpoint=4000; PRAGMA cache_size=-16384;"));
    if (mode != Mode::read_only && !in_memory) TRY(database.script("PRAGMA journal_mode=WAL"));
    TRY(database.script("SELECT count(*) FROM sqlite_schema"));  // the header is read here at the latest
    return database;
}

Database::Database(Database&& other) noexcept
    : m_path(std::move(other.m_path)), m_handle(std::exchange(other.m_handle, nullptr)), m_idle(std::move(other.m_idle)) {
    other.m_idle.clear();
}

Database::~Database() {
    for (auto& [sql, statements] : m_idle)
        for (sqlite3_stmt* statement : statements) sqlite3_finalize(statement);
    sqlite3_close(m_handle);
}

Result<Query> Database::prepare(std::string_view sql) {
    auto found = m_idle.find(sql);
    if (found == m_idle.end()) found = m_idle.emplace(sql, Query::Idle{}).first;
    Query::Idle& idle = found->second;
    sqlite3_stmt* statement = nullptr;
    if (!idle.empty()) {
        statement = idle.back();
        idle.pop_back();
    } else if (sqlite3_prepare_v3(m_handle, sql.data(), static_cast<int>(sql.size()), SQLITE_PREPARE_PERSISTENT, &statement, nullptr) != SQLITE_OK) {
        return error();
    }
    return Query(*this, statement, idle);
}

Result<Done> Database::script(const std::string& sql) {
    if (sqlite3_exec(m_handle, sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK) return error();
    return Done{};
}

std::int64_t Database::changes() const { return sqlite3_changes64(m_handle); }

bool Database::in_transaction() const { return sqlite3_get_autocommit(m_handle) == 0; }

Error Database::error() const { return broken(in_words(sqlite3_extended_errcode(m_handle), m_path, sqlite3_errmsg(m_handle))); }

}  // namespace lisa
