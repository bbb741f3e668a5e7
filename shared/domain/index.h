#pragma once
// Finding records among others: an index over a register, made when it is first asked for.
#include "domain/inheritance.h"

namespace lisa {

/// Every record of a register that is there.
using RowsOf = std::function<std::vector<const Record*>(const Entity&)>;

/// The records whose ref is an id, and the record of an id. A register is gone through once for each field, not once for each record
/// asked about; its records must outlive the answer, unaltered.
Referring referring_in(RowsOf rows);
FindById find_in(RowsOf rows);

}  // namespace lisa
