#pragma once
// Text with separators as rows and cells (I5), and what is pasted from a spreadsheet (A8).
#include <string>
#include <string_view>
#include <vector>

#include "core/result.h"

namespace lisa {

inline constexpr std::size_t kImportRowLimit = 20'000;  ///< besides the header
inline constexpr std::size_t kImportColumnLimit = 200;
inline constexpr std::size_t kImportCellLimit = 20'000;  ///< in characters

struct TableRow {
    int line = 0;  ///< where it begins in the text, counted from 1
    std::vector<std::string> cells{};
    bool is_long = false;  ///< more was filled in than there are columns; the rest was cut off
};

struct Table {
    char separator = ';';
    std::vector<std::string> header{};
    std::vector<TableRow> rows{};  ///< each with as many cells as the header; rows without content are left out
};

/// The one of semicolon, tab, comma and bar that gives the evenest rows.
char find_separator(std::string_view utf8);

/// A table whose first row that is not blank is the header. Quotes as in RFC 4180, any line ends, "sep=;" above it, and the
/// apostrophe that to_csv() puts before a formula taken off again.
/// Problems, with the number of the line as Problem::field: problem.import.quote, .too_many_rows, .too_many_columns,
/// .long_cell; without: problem.file_empty, problem.import.damaged, problem.import.no_rows.
Result<Table> read_table(std::string_view utf8);

/// Cells as they are pasted into a table that is there already: no header, blank rows kept, rows as long as they are.
/// Separated by tabs only, as spreadsheets put them on the clipboard: a comma belongs to the text of its cell.
Result<std::vector<TableRow>> read_cells(std::string_view utf8);

/// Takes off the apostrophe that to_csv() puts before a formula.
void undo_apostrophe(std::string& cell);

}  // namespace lisa
