#pragma once
// Which column of a file goes into which field of a register (I5).
#include <cstdint>
#include <map>
#include <utility>

#include "core/value.h"
#include "import/table.h"
#include "schema/field.h"

namespace lisa {

struct Mapping {
    std::vector<std::size_t> fields{};  ///< by column: position of the field, or kNoField
    /// What new records get in fields about which their row says nothing, such as one audience for all of a file.
    std::vector<std::pair<std::size_t, Value>> defaults{};
    /// What a person said that words of the file mean, by likeness(): a state of the register, or nothing about the state.
    std::map<std::string, std::string> states{};
    std::string level_motive{};  ///< why a record has the class that the file gives it, written where nothing says why; or empty
    /// Columns of our own files that nobody fills in: what is worked out or written by Lisa. They are not read in.
    std::vector<std::size_t> set_aside{};
};

/// Whether a file may fill in the field. What is computed, logged or moved by steps it may not.
bool can_import(const Entity& entity, const Field& field);

/// Whether a column may be about the field: what a file may fill in, and the state, to which a record is taken by its steps.
bool can_map(const Entity& entity, const Field& field);

/// The mapping that the headers speak for: the words of a field in either language, its name, or a usual synonym.
/// No field gets two columns; the first has it. What is worked out gets none, and is set aside.
Mapping suggest(const Table& table, const Entity& entity);

/// The column that goes into a field, or kNoField.
std::size_t column_of(const Mapping& mapping, std::size_t field);

}  // namespace lisa
