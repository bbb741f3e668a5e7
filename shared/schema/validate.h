#pragma once
// Whether values may stand in a record, said in message keys beside the fields.
#include <vector>

#include "core/result.h"
#include "schema/record.h"

namespace lisa {

/// Longest text in characters where a field sets none, and how many elements a set or a log may hold.
inline constexpr std::int64_t kTextLimit = 200;
inline constexpr std::int64_t kProseLimit = 20'000;
inline constexpr std::size_t kSetLimit = 100;
inline constexpr std::size_t kNotesLimit = 2'000;

/// Greatest length of a text field, in characters.
std::int64_t length_limit(const Field& field);

/// Whether a value from outside has the type of the field. Clearing is always allowed here.
bool fits(Type type, const Value& value);

/// What is wrong with one value; empty when nothing is.
std::string complaint(const Field& field, const Value& value);

/// All problems of a record. Withheld fields are not judged: only who sees them can.
std::vector<Problem> validate(const Record& record);

}  // namespace lisa
