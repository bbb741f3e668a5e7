#include "report/show.h"

#include <algorithm>
#include <cstdio>

#include "core/date.h"
#include "core/text.h"
#include "i18n/catalog_words.h"
#include "report/scale.h"

namespace lisa {
namespace {

constexpr int kDeepestTitle = 4;  // a title may be made of references whose titles are made of references

std::string value_text(const Entity& entity, const Field& field, const Value& value, const Reader& reader, int depth);

std::string title_at(const Record& record, const Reader& reader, int depth) {
    std::string title;
    for (std::string_view name : record.entity->title) {
        const std::size_t at = position(*record.entity, name);
        const std::string part = value_text(*record.entity, record.entity->fields[at], record.values[at], reader, depth);
        if (part.empty()) continue;
        title += title.empty() ? part : " – " + part;
    }
    return title;
}

std::string reference_text(const Field& field, const std::string& id, const Reader& reader, int depth) {
    const Entity* target = find_entity(reader.lookup.catalog(), field.ref);
    auto found = reader.lookup.load(*target, id);
    if (!found || depth >= kDeepestTitle) return std::string(say(reader.language, "show.out_of_sight"_tr));
    return title_at(*found, reader, depth + 1);
}

/// What a record of the register is called.
std::string register_text(const std::string& name, const Reader& reader) {
    const Entity* entity = find_entity(reader.lookup.catalog(), name);
    return entity ? std::string(say(reader.language, entity_key(*entity).view())) : name;
}

std::string option_text(const Entity& entity, const Field& field, const std::string& option, Language language) {
    if (field.options.empty()) return option;
    return std::string(say(language, option_key(entity, field, option).view()));
}

std::string value_text(const Entity& entity, const Field& field, const Value& value, const Reader& reader, int depth) {
    if (const auto* flag = std::get_if<bool>(&value)) return std::string(say(reader.language, *flag ? "show.yes"_tr : "show.no"_tr));
    if (const auto* number = std::get_if<std::int64_t>(&value)) {
        return field.scale.empty() ? std::to_string(*number) : scale_text(field.scale, *number, reader);
    }
    if (const auto* text = std::get_if<std::string>(&value)) {
        if (text->empty()) return {};
        if (field.type == Type::ref) return reference_text(field, *text, reader, depth);
        if (field.type == Type::moment) return swedish_time(*text);
        if (field.name == entity.hangs_on.entity) return register_text(*text, reader);
        return field.type == Type::choice ? option_text(entity, field, *text, reader.language) : *text;
    }
    std::string joined;
    if (const auto* set = std::get_if<Set>(&value))
        for (const std::string& element : *set) joined += (joined.empty() ? "" : ", ") + option_text(entity, field, element, reader.language);
    if (const auto* notes = std::get_if<Notes>(&value))
        for (const Note& note : *notes) joined += (joined.empty() ? "" : "\n") + note.text;
    return joined;
}

/// Bytes that sort as the column should; `shown` gives the value as people read it.
template <class Shown>
std::string key_of(const Field& field, const Value& value, Shown shown) {
    if (is_blank(value)) return "\xFF";
    char number[24];
    if (const auto* integer = std::get_if<std::int64_t>(&value)) {
        std::snprintf(number, sizeof number, "%020llu", static_cast<unsigned long long>(*integer) ^ (1ull << 63));
        return number;
    }
    if (field.type == Type::choice) {
        const auto found = std::find(field.options.begin(), field.options.end(), std::get<std::string>(value));
        std::snprintf(number, sizeof number, "%03d", static_cast<int>(found - field.options.begin()));
        return number;
    }
    return collation_key(shown());
}

}  // namespace

std::string title_of(const Record& record, const Reader& reader) { return title_at(record, reader, 0); }

std::string show_value(const Entity& entity, const Field& field, const Value& value, const Reader& reader) {
    return value_text(entity, field, value, reader, 0);
}

std::string show(const Record& record, std::size_t field, const Reader& reader) {
    if (record.entity->fields[field].name == record.entity->hangs_on.record && !is_blank(record.values[field])) {
        const auto host = host_of(record, reader.lookup);
        return host ? title_of(*host, reader) : std::string(say(reader.language, "show.out_of_sight"_tr));
    }
    return value_text(*record.entity, record.entity->fields[field], record.values[field], reader, 0);
}

std::string show_marked(const Record& record, std::size_t field, const Reader& reader) {
    return record.is_hidden(field) ? std::string(say(reader.language, "show.out_of_sight"_tr)) : show(record, field, reader);
}

bool is_withheld_mark(std::string_view cell) {
    cell = trim(cell);
    if (!cell.starts_with('(')) return false;  // as both languages have it; what is asked of every cell of a file is asked quickly
    return cell == say(Language::swedish, "show.out_of_sight"_tr) || cell == say(Language::english, "show.out_of_sight"_tr);
}

std::string sort_key(const Record& record, std::size_t field, const Reader& reader) {
    return key_of(record.entity->fields[field], record.values[field], [&] { return show(record, field, reader); });
}

std::string sort_key(const Entity& entity, const Field& field, const Value& value, const Reader& reader) {
    return key_of(field, value, [&] { return show_value(entity, field, value, reader); });
}

std::string search_text(const Record& record, const Reader& reader) {
    std::string text;
    for (std::size_t i = 0; i < record.values.size(); ++i) {
        const Field& field = record.entity->fields[i];
        if ((field.listed || field.searched) && !field.retired && !is_blank(record.values[i])) text += show(record, i, reader) + '\n';
    }
    return fold(text);
}

bool matches(std::string_view folded_text, std::string_view query) {
    const std::string folded = fold(query);
    std::string_view rest = folded;
    while (true) {
        rest = trim(rest);
        if (rest.empty()) return true;
        const std::size_t end = std::min(rest.find_first_of(" \t\r\n\f\v"), rest.size());
        if (folded_text.find(rest.substr(0, end)) == std::string_view::npos) return false;
        rest.remove_prefix(end);
    }
}

}  // namespace lisa
