#pragma once
// A register as a file that spreadsheets open: semicolons and a byte order mark, as Swedish Excel expects.
#include <span>
#include <vector>

#include "report/show.h"

namespace lisa {

/// The rows in the order given, one column per field position, with the words of the language as header. A cell that a
/// spreadsheet would run as a formula gets an apostrophe in front.
std::string to_csv(const Entity& entity, std::span<const std::size_t> fields, std::span<const Record* const> rows, const Reader& reader);

/// The same for the clipboard: cells separated by tabs, without mark.
std::string to_cells(const Entity& entity, std::span<const std::size_t> fields, std::span<const Record* const> rows, const Reader& reader);

}  // namespace lisa
