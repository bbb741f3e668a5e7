#pragma once
// What differs between two readings of a register: rows that have come, are gone, or say something else (F9).
#include <vector>

#include "schema/record.h"

namespace lisa {

struct RowChange {
    const Record* before = nullptr;     ///< null: it has come
    const Record* after = nullptr;      ///< null: it is gone
    std::vector<std::size_t> fields{};  ///< of a row in both: what differs, in the order of the register's fields
    const Record& record() const { return after ? *after : *before; }
};

/// The rows that differ, in the order of their ids, which is also that of both readings. What is withheld in either is not compared, and what is
/// no longer used is passed over.
std::vector<RowChange> row_changes(const std::vector<const Record*>& before, const std::vector<const Record*>& after);

}  // namespace lisa
