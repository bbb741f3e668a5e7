#pragma once
// The rows of a file as drafts of records, with everything that is wrong beside the cell where it stands (I5).
#include "import/mapping.h"
#include "import/value.h"

namespace lisa {

struct ImportProblem {
    int line = 0;
    std::string column{};          ///< its header; empty when the file has no such column
    std::size_t field = kNoField;  ///< kNoField: the whole row
    std::string message{};
    std::string text{};  ///< what stands there, shortened
    bool operator==(const ImportProblem&) const = default;
};

struct ImportRow {
    int line = 0;
    Record record{};             ///< as it would be if it were new; its references may lead to other rows, see line_reference()
    std::uint64_t given = 0;     ///< bit i: the row says something about field i
    std::uint64_t withheld = 0;  ///< bit i: the row says that field i was withheld from whoever made the file, which says nothing
    std::string state{};         ///< the state that the row says, or empty; `record` is in the first
    std::vector<ImportProblem> problems{};
};

struct Preview {
    const Entity* entity = nullptr;
    std::uint64_t mapped = 0;            ///< bit i: a column goes into field i
    std::vector<std::string> headers{};  ///< by field position: the header of its column
    std::string level_motive{};          ///< see Mapping
    std::vector<ImportRow> rows{};
};

/// Every row of the table. Where a reference to the register itself leads to no record, it may lead to another row: a
/// file of the organisation names units and what they belong to.
/// Problems besides those of CellReader and validate(): problem.import.row_long, .state for a word that is no state.
Preview preview(const Table& table, const Mapping& mapping, const Entity& entity, const ImportSource& source);

/// What stands in a reference that leads to another row of the file, and the line that it leads to (0: an ordinary id).
std::string line_reference(int line);
int referred_line(std::string_view id);

/// What stands in a cell, short enough to be shown beside its problem.
std::string shortened(std::string_view text);

/// Adds what is wrong with the record's values; fields that have a problem already are passed over.
void add_complaints(const Preview& preview, const Record& record, int line, std::vector<ImportProblem>& problems);

}  // namespace lisa
