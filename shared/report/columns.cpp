#include "report/columns.h"

#include <algorithm>

#include "core/text.h"
#include "i18n/catalog_words.h"

namespace lisa {
namespace {

RegisterColumn field_column(const Entity& entity, std::size_t at) { return {&entity.fields[at], at, false}; }

/// Adds what is worked out, all of it or what is listed.
void add_worked_out(std::vector<RegisterColumn>& columns, const Entity& entity, bool is_list) {
    for (std::size_t i = 0; i < entity.worked_out.size(); ++i)
        if (!is_list || entity.worked_out[i].listed) columns.push_back({&entity.worked_out[i], i, true});
}

}  // namespace

std::vector<RegisterColumn> list_columns(const Entity& entity) {
    std::vector<RegisterColumn> columns;
    for (std::size_t i = 0; i < entity.fields.size(); ++i) {
        if (!entity.fields[i].listed || entity.fields[i].retired) continue;
        columns.push_back(field_column(entity, i));
        if (columns.size() == 1) add_worked_out(columns, entity, true);
    }
    return columns;
}

std::vector<RegisterColumn> removed_columns(const Entity& entity) {
    constexpr std::size_t kMost = 3;
    std::vector<RegisterColumn> columns = list_columns(entity);
    std::erase_if(columns, [](const RegisterColumn& column) { return column.is_worked_out; });
    if (columns.size() > kMost) columns.erase(columns.begin() + kMost, columns.end());
    return columns;
}

std::vector<RegisterColumn> file_columns(const Entity& entity) {
    std::vector<RegisterColumn> columns;
    for (std::size_t i = 0; i < entity.fields.size(); ++i)
        if (!entity.fields[i].retired && entity.fields[i].type != Type::notes) columns.push_back(field_column(entity, i));
    add_worked_out(columns, entity, false);
    return columns;
}

std::vector<RegisterColumn> columns_of(const Entity& entity, std::span<const std::size_t> fields) {
    std::vector<RegisterColumn> columns;
    for (std::size_t at : fields) columns.push_back(field_column(entity, at));
    return columns;
}

std::optional<RegisterColumn> find_column(const Entity& entity, std::string_view name) {
    if (const std::size_t at = position(entity, name); at != kNoField) return field_column(entity, at);
    for (std::size_t i = 0; i < entity.worked_out.size(); ++i)
        if (entity.worked_out[i].name == name) return RegisterColumn{&entity.worked_out[i], i, true};
    return std::nullopt;
}

int list_place(const Entity& entity, std::string_view name) {
    const std::vector<RegisterColumn> columns = list_columns(entity);
    const auto found = std::find_if(columns.begin(), columns.end(), [&](const RegisterColumn& column) { return column.field->name == name; });
    return found == columns.end() ? -1 : static_cast<int>(found - columns.begin());
}

std::string_view heading(const Entity& entity, const RegisterColumn& column, Language language) {
    return say(language, field_key(entity, *column.field).view());
}

std::string file_heading(const Entity& entity, const RegisterColumn& column, Language language) {
    std::string words(heading(entity, column, language));
    return column.is_worked_out ? fill(say(language, "export.heading"_tr), {{"column", std::move(words)}}) : words;
}

const Value& value_of(const Record& record, const RegisterColumn& column, const WorkedOut& worked) {
    static const Value kBlank{};
    if (!column.is_worked_out) return record.values[column.at];
    const auto found = worked.find(record.id);
    return found == worked.end() || column.at >= found->second.size() ? kBlank : found->second[column.at];
}

std::string show(const Record& record, const RegisterColumn& column, const Reader& reader, const WorkedOut& worked) {
    if (!column.is_worked_out) return show_marked(record, column.at, reader);
    return show_value(*record.entity, *column.field, value_of(record, column, worked), reader);
}

std::string sort_key(const Record& record, const RegisterColumn& column, const Reader& reader, const WorkedOut& worked) {
    if (!column.is_worked_out) return sort_key(record, column.at, reader);
    return sort_key(*record.entity, *column.field, value_of(record, column, worked), reader);
}

std::string search_text(const Record& record, const Reader& reader, const WorkedOut& worked) {
    std::string text;
    for (const RegisterColumn& column : list_columns(*record.entity))
        if (column.is_worked_out) text += show(record, column, reader, worked) + '\n';
    return search_text(record, reader) + fold(text);
}

std::vector<const Field*> withheld_fields(const Entity& entity, std::span<const Record* const> records) {
    std::uint64_t hidden = 0;
    for (const Record* record : records) hidden |= record->hidden;
    std::vector<const Field*> fields;
    for (const RegisterColumn& column : file_columns(entity))
        if (!column.is_worked_out && ((hidden >> column.at) & 1u)) fields.push_back(column.field);
    return fields;
}

}  // namespace lisa
