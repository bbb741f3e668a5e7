#include "report/csv.h"

#include "i18n/catalog_words.h"

namespace lisa {
namespace {

std::string cell(std::string text) {
    if (!text.empty() && std::string_view("=+-@\t\r").find(text.front()) != std::string_view::npos) text.insert(0, 1, '\'');
    if (text.find_first_of(";\"\n\r") == std::string::npos) return text;
    std::string quoted = "\"";
    for (char c : text) quoted += c == '"' ? "\"\"" : std::string(1, c);
    return quoted + '"';
}

}  // namespace

std::string to_csv(const Entity& entity, std::span<const std::size_t> fields, std::span<const Record* const> rows, const Reader& reader) {
    std::string out = "\xEF\xBB\xBF";
    const auto end_cell = [&](std::size_t column) { out += column + 1 < fields.size() ? ";" : "\r\n"; };
    for (std::size_t i = 0; i < fields.size(); ++i) {
        out += cell(std::string(say(reader.language, field_key(entity, entity.fields[fields[i]]).view())));
        end_cell(i);
    }
    for (const Record* row : rows)
        for (std::size_t i = 0; i < fields.size(); ++i) {
            out += cell(show(*row, fields[i], reader));
            end_cell(i);
        }
    return out;
}

}  // namespace lisa
