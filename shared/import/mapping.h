#pragma once
// Which column of a file goes into which field of a register (I5).
#include <cstdint>
#include <utility>

#include "core/value.h"
#include "import/table.h"
#include "schema/field.h"

namespace lisa {

struct Mapping {
    std::vector<std::size_t> fields{};  ///< by column: position of the field, or kNoField
    /// What new records get in fields about which their row says nothing, such as one audience for all of a file.
    std::vector<std::pair<std::size_t, Value>> defaults{};
};

/// Whether a file may fill in the field. What is computed, logged or moved by steps it may not.
bool can_import(const Entity& entity, const Field& field);

/// The mapping that the headers speak for: the words of a field in either language, its name, or a usual synonym.
/// No field gets two columns; the first has it.
Mapping suggest(const Table& table, const Entity& entity);

/// The column that goes into a field, or kNoField.
std::size_t column_of(const Mapping& mapping, std::size_t field);

}  // namespace lisa
