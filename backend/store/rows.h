#pragma once
// Records in the registers' tables: one real column per field, sets and notes as JSON text.
#include <unordered_map>

#include "schema/record.h"
#include "store/sqlite.h"

namespace lisa {

class Rows {
public:
    explicit Rows(Catalog catalog);

    Catalog catalog() const { return m_catalog; }
    /// Fault::missing when there is none.
    Result<Record> load(Database& database, const Entity& entity, const std::string& id) const;
    /// Those that are not removed and whose ref `field` is `id`, in the order of their ids.
    Result<std::vector<Record>> referring(Database& database, const Entity& entity, std::string_view field, const std::string& id) const;
    /// Inserts the record or writes over it.
    Result<Done> write(Database& database, const Record& record) const;
    /// Every record, removed ones too, in the order of their ids.
    Result<std::vector<Record>> all(Database& database, const Entity& entity) const;

private:
    struct Sql {
        std::string select{}, load{}, write{}, all{};
    };
    Catalog m_catalog;
    std::unordered_map<const Entity*, Sql> m_sql;
};

}  // namespace lisa
