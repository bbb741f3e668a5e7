#pragma once
// One field's value, and the smaller things values are made of.
#include <cstdint>
#include <string>
#include <variant>
#include <vector>

namespace lisa {

/// One entry of a notes field. The server stamps time and writer; only the text comes from the person.
struct Note {
    std::string at{};  ///< UTC, "2026-11-23T14:05:00Z"
    std::string by{};  ///< id of the person
    std::string text{};
    bool operator==(const Note&) const = default;
};

using Set = std::vector<std::string>;  ///< sorted, no element twice
using Notes = std::vector<Note>;       ///< oldest first

/// Dates are ISO 8601 text ("2026-11-23"), so text order is date order in C++, SQL and CSV alike.
using Value = std::variant<std::monostate, bool, std::int64_t, std::string, Set, Notes>;

/// Whether nothing is filled in: no value, empty text, empty set, no notes.
inline bool is_blank(const Value& value) {
    if (const auto* text = std::get_if<std::string>(&value)) return text->empty();
    if (const auto* set = std::get_if<Set>(&value)) return set->empty();
    if (const auto* notes = std::get_if<Notes>(&value)) return notes->empty();
    return value.index() == 0;
}

}  // namespace lisa
