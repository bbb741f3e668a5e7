#pragma once
// A block of cells pasted over a table (A8): what it would alter, and everything that is wrong with it. Nothing is altered here.
#include <map>

#include "access/access.h"
#include "change/change.h"
#include "import/rows.h"
#include "report/columns.h"

namespace lisa {

inline constexpr std::size_t kPasteRowLimit = 5'000;
inline constexpr std::size_t kPasteByteLimit = 4'000'000;

/// The cells of a pasted text. Problems: problem.paste.empty, .too_large, problem.import.quote, .long_cell, .damaged.
Result<std::vector<TableRow>> read_block(std::string_view utf8);

/// The part of a table that begins with the current cell: what lies below it and to its right.
struct PasteTarget {
    const Entity* entity = nullptr;
    std::vector<const Record*> rows{};
    std::vector<RegisterColumn> columns{};
    WorkedOut worked{};
};

/// What a row of the block would write into its record.
struct PastedRow {
    int line = 0;  ///< row of the block, from 1, headings not counted
    const Record* record = nullptr;
    Record after{};
    std::map<std::string, Edit> patch{};
};

struct Pasting {
    std::size_t rows = 0, columns = 0;            ///< of the block, without headings
    std::size_t rows_over = 0, columns_over = 0;  ///< so many have no place in the table
    bool has_headings = false;                    ///< the block began with the table's own headings, which say nothing
    std::vector<PastedRow> altered{};
    std::vector<ImportProblem> problems{};

    std::size_t cells() const;  ///< that would alter
    bool is_possible() const { return !altered.empty() && problems.empty() && rows_over == 0 && columns_over == 0; }
};

/// Compares the block with the table cell by cell. A cell that says what the table shows alters nothing, whatever it is, nor does
/// one that says that something was withheld; a blank one empties its field. `source.lookup` must be there. Problems: those of CellReader and validate(), problem.field for
/// who may not write there, problem.paste.column for a column that nobody fills in.
Pasting paste(const std::vector<TableRow>& block, const PasteTarget& target, const ImportSource& source, const Actor& who, Language language);

}  // namespace lisa
