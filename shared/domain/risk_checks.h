#pragma once
// What can be said about risks and measures without anybody looking at each: who may accept, what makes no sense, what is
// due, and how many risks lie in which cell of the matrix (R1, R2, R4, R5). Everything here is pure.
#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "access/access.h"
#include "domain/inheritance.h"
#include "schema/record.h"

namespace lisa {

/// The level that a decision is about: what remains after the measures, else what it is now, else what it was at first.
std::optional<std::int64_t> decided_level(const Record& risk);

/// Whether one of the actor's grants over these places is at least the role that the matrix demands for the level.
bool may_accept(const Actor& who, const Record& matrix, std::int64_t level, const Places& places);

/// Whether somebody has accepted the risk as it stands, and still does today: not something else that it was before, nor a lower level.
bool is_accepted(const Record& risk, std::string_view today);

/// The least role that the risk must be brought to, "nobody" when it has to be reduced; empty when no decision is missing.
std::string escalates_to(const Record& risk, const Record& matrix, std::string_view today);

/// The matrix of the risk's analysis; null where it is not found.
const Record* matrix_of(const Record& risk, const FindById& find);

/// Whether an open risk is above what the municipality carries without asking, accepted by somebody or not.
bool exceeds_appetite(const Record& risk, const FindById& find);

/// Whether anything is done about the risk: one of the measures is its own, and not dropped.
bool has_live_measure(const Record& risk, std::span<const Record* const> measures);

/// What makes no sense or is overdue in a risk, as message keys; {fields} in one are those that changed_since_acceptance() names, and
/// {measures} those of measures_changed_since(). Of the measures those of this risk count; what the reader may not see is not
/// complained about.
std::vector<std::string> nonsense(const Record& risk, std::span<const Record* const> measures, std::string_view today);

/// The same for a measure.
std::vector<std::string> measure_nonsense(const Record& measure, std::string_view today);

/// Whether the asset was classified, or anything around the risk changed, after the risk was assessed. The asset may be
/// null; `changed_on` is the latest change of the asset, the system or an incident there, a day or a UTC time, or empty.
bool needs_reassessment(const Record& risk, const Record* asset, std::string_view changed_on);

/// Which assessment of a risk.
enum class Stage : std::uint8_t { inherent, current, residual };

struct MatrixCounts {
    using Grid = std::array<std::array<int, 5>, 5>;  ///< by likelihood, then consequence
    std::array<Grid, 3> cells{};
    std::array<int, 3> outside{};  ///< not assessed, or not in this matrix
    const Grid& at(Stage stage) const { return cells[static_cast<std::size_t>(stage)]; }
    int outside_at(Stage stage) const { return outside[static_cast<std::size_t>(stage)]; }
};

/// How many risks lie in each cell, before and after. Removed and closed ones are left out.
MatrixCounts matrix_counts(const Record& matrix, std::span<const Record* const> risks);

/// Whether the risk lies in the cell at that stage: what a click on the cell lists.
bool lies_in(const Record& risk, Stage stage, std::int64_t likelihood, std::int64_t consequence);

}  // namespace lisa
