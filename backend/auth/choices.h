#pragma once
// What a person chose for themselves: language, theme, text size, own views of lists. It follows the person to every device
// and is nobody else's business, so it has a table of its own beside the registers and never passes through the journal.
#include <optional>

#include "core/json.h"
#include "store/sqlite.h"

namespace lisa {

inline constexpr std::size_t kChoiceKeyLimit = 40;          ///< letters
inline constexpr std::size_t kChoiceValueLimit = 4 * 1024;  ///< bytes
inline constexpr std::size_t kChoicesLimit = 64;            ///< of one person
inline constexpr std::size_t kChoicesByteLimit = 64 * 1024;

/// All choices of the person as one object from key to text.
Result<Json> choices_of(Database& database, const std::string& person);

/// Keeps a choice in place of the one before; without a value it is forgotten. Problems: problem.protocol for what no page of
/// ours sends, problem.too_many when the person has too many or too long ones.
Result<Done> keep_choice(Database& database, const std::string& person, const std::string& key, const std::optional<std::string>& value);

}  // namespace lisa
