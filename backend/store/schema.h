#pragma once
// The tables: one per register, grown from the catalogue by adding only, and a few of fixed shape.
#include <string>
#include <vector>

#include "schema/field.h"
#include "store/sqlite.h"

namespace lisa {

/// Number of the fixed tables' shape, kept as PRAGMA user_version. A file with a greater one is refused.
inline constexpr std::int64_t kSchemaVersion = 1;

/// Statements that bring a register's table up to the catalogue, given the columns it has (none: no table).
/// Nothing is ever dropped, renamed or retyped.
std::vector<std::string> growth(const Entity& entity, const std::vector<std::string>& present);

/// Creates or grows every table in one transaction; refuses a file that a newer program has written.
Result<Done> grow(Database& database, Catalog catalog);

/// Every statement of the schema as SQLite holds it, sorted, one a line.
Result<std::vector<std::string>> schema_of(Database& database);

/// The name in quotes, as SQL wants it. Names come from the catalogue only.
std::string sql_name(std::string_view name);

/// The condition on rows of a register that hang on the record whose register and id are bound next.
std::string hanging_on(const Entity& entity);

/// Fields of the catalogue that refer to the entity.
struct Referrer {
    const Entity* entity = nullptr;
    const Field* field = nullptr;
};
std::vector<Referrer> referrers(Catalog catalog, const Entity& target);

}  // namespace lisa
