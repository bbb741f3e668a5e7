#include "report/csv.h"

#include "i18n/catalog_words.h"

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

std::string table_of(const Entity& entity, std::span<const std::size_t> fields, std::span<const Record* const> rows, const Reader& reader, char separator) {
    std::string out;
    const auto add = [&](std::size_t column, std::string text) {
        out += cell(std::move(text), separator);
        if (column + 1 < fields.size()) out += separator;
        else out += "\r\n";
    };
    for (std::size_t i = 0; i < fields.size(); ++i) add(i, std::string(say(reader.language, field_key(entity, entity.fields[fields[i]]).view())));
    for (const Record* row : rows)
        for (std::size_t i = 0; i < fields.size(); ++i) add(i, show(*row, fields[i], reader));
    return out;
}

}  // namespace

std::string to_csv(const Entity& entity, std::span<const std::size_t> fields, std::span<const Record* const> rows, const Reader& reader) {
    return "\xEF\xBB\xBF" + table_of(entity, fields, rows, reader, ';');
}

std::string to_cells(const Entity& entity, std::span<const std::size_t> fields, std::span<const Record* const> rows, const Reader& reader) {
    return table_of(entity, fields, rows, reader, '\t');
}

}  // namespace lisa
