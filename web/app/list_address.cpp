#include "app/list_address.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "app/figures.h"
#include "app/state.h"
#include "core/text.h"

namespace lisa::app {
namespace {

constexpr std::size_t kQueryLimit = 4000;  // bytes; more is none of ours
constexpr std::string_view kHex = "0123456789ABCDEF";

bool is_plain(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.' || c == '~'; }

std::string encoded(std::string_view text) {
    std::string out;
    for (char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (is_plain(c)) out += c;
        else out.append({'%', kHex[byte >> 4], kHex[byte & 15]});
    }
    return out;
}

std::optional<unsigned> digit(char c) {
    const std::size_t at = kHex.find(c >= 'a' && c <= 'f' ? static_cast<char>(c - 'a' + 'A') : c);
    if (at == kHex.npos) return std::nullopt;
    return static_cast<unsigned>(at);
}

/// Nothing when an escape is broken or the bytes are no text of one line.
std::optional<std::string> decoded(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '%') {
            out += text[i] == '+' ? ' ' : text[i];
            continue;
        }
        if (i + 2 >= text.size()) return std::nullopt;
        const auto first = digit(text[i + 1]), second = digit(text[i + 2]);
        if (!first || !second) return std::nullopt;
        out += static_cast<char>(*first * 16 + *second);
        i += 2;
    }
    if (!is_utf8(out) || has_controls(out) || out.find_first_of("\n\t") != out.npos) return std::nullopt;
    return out;
}

std::vector<RegisterColumn> shown_columns(const Entity& entity, bool is_removed) { return is_removed ? removed_columns(entity) : list_columns(entity); }

/// Position of a column in the table of the register, or -1.
int column_at(const Entity& entity, bool is_removed, std::string_view name) {
    const std::vector<RegisterColumn> columns = shown_columns(entity, is_removed);
    const auto found = std::find_if(columns.begin(), columns.end(), [&](const RegisterColumn& column) { return column.field->name == name; });
    return found == columns.end() && name != kCompleteColumn ? -1 : static_cast<int>(found - columns.begin());
}

std::string_view name_at(const Entity& entity, bool is_removed, int column) {
    const std::vector<RegisterColumn> columns = shown_columns(entity, is_removed);
    const auto at = static_cast<std::size_t>(column);
    return at < columns.size() ? columns[at].field->name : kCompleteColumn;
}

std::vector<ListQuery::Column> sort_from(std::string_view text, const Entity& entity) {
    std::vector<ListQuery::Column> sort;
    while (!text.empty() && sort.size() <= ui::kEarlierSorts) {
        const std::size_t end = std::min(text.find(','), text.size());
        std::string_view name = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        const bool is_descending = name.starts_with('-');
        if (is_descending) name.remove_prefix(1);
        const bool is_known = column_at(entity, false, name) >= 0 && std::none_of(sort.begin(), sort.end(), [&](const auto& one) { return one.name == name; });
        if (is_known) sort.push_back({std::string(name), is_descending});
    }
    return sort;
}

}  // namespace

ListQuery list_query_from(std::string_view path, const Entity& entity) {
    ListQuery query;
    const std::size_t start = path.find('?');
    std::string_view rest = start == path.npos ? std::string_view{} : path.substr(start + 1);
    rest = rest.substr(0, rest.find('#'));
    if (rest.size() > kQueryLimit) return query;
    while (!rest.empty()) {
        const std::size_t end = std::min(rest.find('&'), rest.size());
        const std::string_view part = rest.substr(0, end), name = part.substr(0, part.find('='));
        rest.remove_prefix(std::min(end + 1, rest.size()));
        const auto value = name.size() < part.size() ? decoded(part.substr(name.size() + 1)) : std::nullopt;
        if (!value) continue;
        if (name == "filter" && length(*value) <= kFilterLimit) query.filter = *value;
        if (name == "sort") query.sort = sort_from(*value, entity);
        if (name == "at" && is_id(*value)) query.at = *value;
        if (name == "removed") query.is_removed = *value == "1";
        if (name == "figure" && is_figure_of(*value, entity)) query.figure = *value;
        if (name == "scope" && is_part(*value)) query.scope = *value;
    }
    if (query.figure.empty()) query.scope.clear();
    return query;
}

std::string text_of(const ListQuery& query) {
    std::string text;
    const auto add = [&](std::string_view name, const std::string& value) {
        if (value.empty()) return;
        text += (text.empty() ? "" : "&") + std::string(name) + '=' + value;
    };
    if (length(query.filter) <= kFilterLimit) add("filter", encoded(query.filter));
    std::string columns;
    for (const ListQuery::Column& column : query.sort) columns += (columns.empty() ? "" : ",") + std::string(column.is_descending ? "-" : "") + column.name;
    add("sort", columns);
    add("at", query.at);
    if (query.is_removed) add("removed", "1");
    add("figure", query.figure);
    add("scope", query.scope);
    return text;
}

ListQuery query_of(const Register& list, const Entity& entity) {
    const ui::TableState& table = list.table;
    ListQuery query{list.filter, {}, list.place.empty() ? table.place_id : list.place, list.shows_removed, list.figure, list.scope};
    query.sort.push_back({std::string(name_at(entity, list.shows_removed, table.sort)), table.is_descending});
    for (const auto& [column, is_descending] : table.earlier) query.sort.push_back({std::string(name_at(entity, list.shows_removed, column)), is_descending});
    const bool is_first = query.sort.size() == 1 && table.sort == 0 && !table.is_descending;
    if (is_first) query.sort.clear();
    return query;
}

void put(const ListQuery& query, Register& list, const Entity& entity) {
    list.filter = query.filter;
    list.place = query.at;
    list.shows_removed = query.is_removed;
    list.figure = query.figure;
    list.scope = query.scope;
    ui::TableState& table = list.table;
    table.place_id = query.at;
    table.sort = 0;
    table.is_descending = false;
    table.earlier.clear();
    bool is_first = true;
    for (const ListQuery::Column& one : query.sort) {
        const int column = column_at(entity, query.is_removed, one.name);
        if (column < 0) continue;
        if (std::exchange(is_first, false)) table.sort = column, table.is_descending = one.is_descending;
        else table.earlier.push_back({column, one.is_descending});
    }
    list.version = 0;  // so that the place is looked for
}

}  // namespace lisa::app
