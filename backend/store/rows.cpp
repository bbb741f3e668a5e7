#include "store/rows.h"

#include "core/json.h"
#include "schema/json.h"
#include "store/schema.h"

namespace lisa {
namespace {

/// A column that someone filled with what does not belong there comes out blank; `verify` reports it.
Value read_value(const Query& query, int column, Type type) {
    if (query.is_null(column)) return {};
    switch (type) {
        case Type::boolean: return query.integer(column) != 0;
        case Type::integer: return query.integer(column);
        case Type::set:
        case Type::notes: {
            const auto json = parse_json(query.text(column));
            auto value = json ? value_from_json(type, *json) : std::nullopt;
            return value ? std::move(*value) : Value{};
        }
        case Type::text:
        case Type::prose:
        case Type::date:
        case Type::moment:
        case Type::choice:
        case Type::ref: return query.text(column);
    }
    return {};
}

void bind_value(Query& query, int at, const Value& value) {
    if (is_blank(value)) query.bind(at, nullptr);
    else if (const auto* flag = std::get_if<bool>(&value)) query.bind(at, *flag);
    else if (const auto* number = std::get_if<std::int64_t>(&value)) query.bind(at, *number);
    else if (const auto* text = std::get_if<std::string>(&value)) query.bind(at, *text);
    else query.bind(at, dump(value_to_json(value)));
}

Record read_record(const Query& query, const Entity& entity) {
    Record record{entity};
    record.id = query.text(0);
    record.rev = query.integer(1);
    record.removed = query.integer(2) != 0;
    for (std::size_t i = 0; i < entity.fields.size(); ++i) record.values[i] = read_value(query, static_cast<int>(i) + 3, entity.fields[i].type);
    return record;
}

}  // namespace

Rows::Rows(Catalog catalog) : m_catalog(catalog) {
    for (const Entity* entity : catalog) {
        std::string columns = "id, rev, removed", marks = "?,?,?", updates = "rev=excluded.rev, removed=excluded.removed";
        for (const Field& field : entity->fields) {
            const std::string column = sql_name(field.name);
            columns += ", " + column;
            marks += ",?";
            updates += ", " + column + "=excluded." + column;
        }
        const std::string table = sql_name(entity->name), select = "SELECT " + columns + " FROM " + table;
        m_sql[entity] = {select, select + " WHERE id = ?",
                         "INSERT INTO " + table + "(" + columns + ") VALUES(" + marks + ") ON CONFLICT(id) DO UPDATE SET " + updates, select + " ORDER BY id"};
    }
}

Result<Record> Rows::load(Database& database, const Entity& entity, const std::string& id) const {
    Query query = TRY(database.query(m_sql.at(&entity).load, id));
    if (!TRY(query.step())) return fault(Fault::missing, "", "problem.missing");
    return read_record(query, entity);
}

Result<std::vector<Record>> Rows::referring(Database& database, const Entity& entity, std::string_view field, const std::string& id) const {
    Query query = TRY(database.query(m_sql.at(&entity).select + " WHERE " + sql_name(field) + " = ? AND removed = 0 ORDER BY id", id));
    std::vector<Record> records;
    while (TRY(query.step())) records.push_back(read_record(query, entity));
    return records;
}

Result<Done> Rows::write(Database& database, const Record& record) const {
    Query query = TRY(database.query(m_sql.at(record.entity).write, record.id, record.rev, record.removed));
    for (std::size_t i = 0; i < record.values.size(); ++i) bind_value(query, static_cast<int>(i) + 4, record.values[i]);
    TRY(query.step());
    return Done{};
}

Result<std::vector<Record>> Rows::all(Database& database, const Entity& entity) const {
    Query query = TRY(database.query(m_sql.at(&entity).all));
    std::vector<Record> records;
    while (TRY(query.step())) records.push_back(read_record(query, entity));
    return records;
}

}  // namespace lisa
