#include "report/scale.h"

#include <algorithm>
#include <optional>

#include "i18n/catalog_words.h"
#include "schema/scale.h"

namespace lisa {
namespace {

/// The municipality's own row of a level.
std::optional<Record> row_of(std::string_view scale, std::int64_t level, Lookup& lookup) {
    const Entity* entity = scale == kLevelScale ? find_entity(lookup.catalog(), kLevelRegister) : nullptr;
    if (!entity || level < 0 || level >= static_cast<std::int64_t>(std::size(kLevelIds))) return std::nullopt;
    auto row = lookup.load(*entity, std::string(kLevelIds[static_cast<std::size_t>(level)]));
    if (!row || row->removed) return std::nullopt;
    return std::move(*row);
}

std::string words_of(std::string_view scale, std::int64_t value, const Reader& reader, std::string_view field, const WordKey& otherwise) {
    const auto row = row_of(scale, value, reader.lookup);
    if (!row) return std::string(say(reader.language, otherwise.view()));
    const std::string translated = reader.language == Language::english ? row->text(std::string(field) + "_en") : "";
    return translated.empty() ? row->text(field) : translated;
}

}  // namespace

std::string scale_words(std::string_view scale, std::int64_t value, const Reader& reader) {
    return words_of(scale, value, reader, "name", {scale, std::to_string(value)});
}

std::string scale_short_words(std::string_view scale, std::int64_t value, const Reader& reader) {
    return words_of(scale, value, reader, "short_name", {scale, "short", std::to_string(value)});
}

std::string scale_text(std::string_view scale, std::int64_t value, const Reader& reader) {
    return std::to_string(value) + " " + scale_words(scale, value, reader);
}

std::int64_t scale_top(const Field& field, Lookup& lookup) {
    if (field.scale != kLevelScale || field.max <= kHighestLevel) return field.max;
    return row_of(field.scale, field.max, lookup) ? field.max : kHighestLevel;
}

std::string harm_words(const Field& field, std::int64_t level, Lookup& lookup) {
    const auto row = row_of(field.scale, level, lookup);
    return row ? row->text(field.name.substr(field.name.rfind('_') + 1)) : std::string{};
}

}  // namespace lisa
