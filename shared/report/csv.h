#pragma once
// A register as a file that spreadsheets open: semicolons and a byte order mark, as Swedish Excel expects.
#include "report/columns.h"

namespace lisa {

/// The rows in the order given, with the words of the language as header. A cell that a spreadsheet would run as a formula gets
/// an apostrophe in front, and one that is withheld from the reader says so.
std::string to_csv(const Entity& entity, std::span<const RegisterColumn> columns, std::span<const Record* const> rows, const Reader& reader,
                   const WorkedOut& worked = {});

/// The same for the clipboard: cells separated by tabs, without mark, under the headings of the list.
std::string to_cells(const Entity& entity, std::span<const RegisterColumn> columns, std::span<const Record* const> rows, const Reader& reader,
                     const WorkedOut& worked = {});

/// Rows of texts, the headings first, as a file for spreadsheets.
std::string to_csv(std::span<const std::vector<std::string>> rows);

/// The rows as data: each record as it is stored with the names of what is withheld ("hidden"), and what is worked out about it.
std::string to_json_file(const Entity& entity, std::span<const Record* const> rows, const WorkedOut& worked, std::string_view day);

}  // namespace lisa
