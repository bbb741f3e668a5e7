#include "report/csv.h"

#include "core/json.h"
#include "schema/json.h"

namespace lisa {
namespace {

std::string cell(std::string text, char separator) {
    if (!text.empty() && std::string_view("=+-@\t\r").find(text.front()) != std::string_view::npos) text.insert(0, 1, '\'');
    const char special[] = {separator, '"', '\n', '\r', 0};
    if (text.find_first_of(special) == std::string::npos) return text;
    std::string quoted = "\"";
    for (char c : text) quoted += c == '"' ? "\"\"" : std::string(1, c);
    return quoted + '"';
}

std::string table_of(const Entity& entity, std::span<const RegisterColumn> columns, std::span<const Record* const> rows, const Reader& reader,
                     const WorkedOut& worked, char separator) {
    const bool is_file = separator == ';';
    std::string out;
    const auto add = [&](std::size_t column, std::string text) {
        out += cell(std::move(text), separator);
        if (column + 1 < columns.size()) out += separator;
        else out += "\r\n";
    };
    for (std::size_t i = 0; i < columns.size(); ++i)
        add(i, is_file ? file_heading(entity, columns[i], reader.language) : std::string(heading(entity, columns[i], reader.language)));
    for (const Record* row : rows)
        for (std::size_t i = 0; i < columns.size(); ++i) add(i, show(*row, columns[i], reader, worked));
    return out;
}

}  // namespace

std::string to_csv(const Entity& entity, std::span<const RegisterColumn> columns, std::span<const Record* const> rows, const Reader& reader,
                   const WorkedOut& worked) {
    return "\xEF\xBB\xBF" + table_of(entity, columns, rows, reader, worked, ';');
}

std::string to_csv(std::span<const std::vector<std::string>> rows) {
    std::string out = "\xEF\xBB\xBF";
    for (const std::vector<std::string>& row : rows)
        for (std::size_t i = 0; i < row.size(); ++i) out += cell(row[i], ';') + (i + 1 < row.size() ? ";" : "\r\n");
    return out;
}

std::string to_cells(const Entity& entity, std::span<const RegisterColumn> columns, std::span<const Record* const> rows, const Reader& reader,
                     const WorkedOut& worked) {
    return table_of(entity, columns, rows, reader, worked, '\t');
}

std::string to_json_file(const Entity& entity, std::span<const Record* const> rows, const WorkedOut& worked, std::string_view day) {
    Json records = Json::array();
    for (const Record* row : rows) {
        Json record = record_to_json(*row), values = Json::object();
        for (const RegisterColumn& column : file_columns(entity))
            if (const Value& value = value_of(*row, column, worked); column.is_worked_out && !is_blank(value))
                values[std::string(column.field->name)] = value_to_json(value);
        if (!entity.worked_out.empty()) record["worked_out"] = std::move(values);
        records.push_back(std::move(record));
    }
    return dump(Json{{"entity", std::string(entity.name)}, {"date", std::string(day)}, {"records", std::move(records)}});
}

}  // namespace lisa
