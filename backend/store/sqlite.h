#pragma once
// A thin hold on SQLite: connections and statements as values, errors as Result, parameters always bound.
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/result.h"

struct sqlite3;
struct sqlite3_stmt;

namespace lisa {

/// Bytes that are not text.
struct Blob {
    std::string bytes{};
    bool operator==(const Blob&) const = default;
};

class Database;

/// A statement with its parameters bound; waits for its next use when it goes out of scope.
class Query {
public:
    Query(Query&& other) noexcept;
    Query& operator=(Query&&) = delete;
    Query(const Query&) = delete;
    Query& operator=(const Query&) = delete;
    ~Query();

    /// Moves to the next row; false after the last.
    Result<bool> step();

    /// Parameters are numbered from 1.
    void bind(int at, std::int64_t value);
    void bind(int at, int value) { bind(at, std::int64_t{value}); }
    void bind(int at, bool value) { bind(at, std::int64_t{value}); }
    void bind(int at, std::string_view value);
    void bind(int at, const std::string& value) { bind(at, std::string_view(value)); }
    void bind(int at, const char* value) { bind(at, std::string_view(value)); }
    void bind(int at, const Blob& value);
    void bind(int at, std::nullptr_t);

    /// Columns are numbered from 0.
    std::string text(int column) const;
    std::int64_t integer(int column) const;
    Blob blob(int column) const;
    bool is_null(int column) const;

private:
    friend class Database;
    using Idle = std::vector<sqlite3_stmt*>;
    Query(Database& database, sqlite3_stmt* statement, Idle& home) : m_database(&database), m_statement(statement), m_home(&home) {}

    Database* m_database;
    sqlite3_stmt* m_statement;
    Idle* m_home;  ///< where the statement waits for its next use
};

/// One connection. Used by one thread at a time.
class Database {
public:
    enum class Mode : std::uint8_t { create, existing, read_only };

    /// Opens a file and sets what this program relies on (WAL, FULL, foreign keys, patience with a lock).
    /// The error's detail says in words what is wrong with the file.
    static Result<Database> open(const std::string& path, Mode mode);

    Database(Database&& other) noexcept;
    Database& operator=(Database&&) = delete;
    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;
    ~Database();

    template <class... Values>
    Result<Query> query(std::string_view sql, const Values&... values) {
        Query query = TRY(prepare(sql));
        int at = 0;
        (query.bind(++at, values), ...);
        return query;
    }

    /// Runs one statement to its end.
    template <class... Values>
    Result<Done> run(std::string_view sql, const Values&... values) {
        Query query = TRY(this->query(sql, values...));
        while (TRY(query.step())) {}
        return Done{};
    }

    /// Runs statements that take no parameters, such as DDL.
    Result<Done> script(const std::string& sql);

    /// Number of rows altered by the last statement.
    std::int64_t changes() const;
    /// Whether a transaction is open. SQLite ends one by itself when the disk is full.
    bool in_transaction() const;
    /// The last error, in words for whoever runs the machine.
    Error error() const;

private:
    friend class Query;
    explicit Database(std::string path) : m_path(std::move(path)) {}
    Result<Query> prepare(std::string_view sql);

    struct TextHash : std::hash<std::string_view> {
        using is_transparent = void;
    };
    std::string m_path;
    sqlite3* m_handle = nullptr;
    std::unordered_map<std::string, Query::Idle, TextHash, std::equal_to<>> m_idle;  ///< by their text
};

}  // namespace lisa
