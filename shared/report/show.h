#pragma once
// Values as people read them: the words of an option, the name behind a reference, the Swedish order.
#include "i18n/words.h"
#include "schema/lookup.h"

namespace lisa {

/// What it takes to turn a value into text.
struct Reader {
    Lookup& lookup;
    Language language = Language::swedish;
};

/// The name of a record. A reference whose target is out of sight reads as the words for that.
std::string title_of(const Record& record, const Reader& reader);

/// One field's value; empty when nothing is filled in.
std::string show(const Record& record, std::size_t field, const Reader& reader);

/// The same where a blank would be taken for nothing, in tables and files: what is withheld from the reader says so.
std::string show_marked(const Record& record, std::size_t field, const Reader& reader);

/// Whether a cell says no more than that something was withheld from whoever made the file, in either language.
bool is_withheld_mark(std::string_view cell);

/// One value of a field, for histories where it is no longer in a record.
std::string show_value(const Entity& entity, const Field& field, const Value& value, const Reader& reader);

/// Bytes that sort as the column should: numbers by size, choices in their own order, text the Swedish way. Blank comes last.
std::string sort_key(const Record& record, std::size_t field, const Reader& reader);
std::string sort_key(const Entity& entity, const Field& field, const Value& value, const Reader& reader);

/// Everything of a record that a search looks at, folded (core/text.h).
std::string search_text(const Record& record, const Reader& reader);

/// Whether every word of a query stands somewhere in the folded text.
bool matches(std::string_view folded_text, std::string_view query);

}  // namespace lisa
