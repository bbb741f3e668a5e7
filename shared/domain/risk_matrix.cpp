#include "domain/risk_matrix.h"

#include <algorithm>

#include "change/situation.h"
#include "domain/risk_analysis.h"

namespace lisa {
namespace {

constexpr std::size_t kSmallest = 4, kLargest = 5;
constexpr std::int64_t kHighestLevel = 4;

using Grid = std::vector<std::vector<std::int64_t>>;

/// The cells row by row; empty unless they are a square of 4 or 5 with levels 0 to 4.
Grid grid_of(std::string_view cells) {
    Grid grid(1);
    bool awaits_level = true;  // a level stands first in a row and after every comma
    for (char c : cells) {
        if (c == ' ') continue;
        if (awaits_level) {
            if (c < '0' || c > '0' + kHighestLevel) return {};
            grid.back().push_back(c - '0');
        } else if (c == ';') {
            grid.emplace_back();
        } else if (c != ',') {
            return {};
        }
        awaits_level = !awaits_level;
        if (grid.size() > kLargest || grid.back().size() > kLargest) return {};
    }
    if (awaits_level || grid.size() < kSmallest) return {};
    const bool is_square = std::all_of(grid.begin(), grid.end(), [&](const auto& row) { return row.size() == grid.size(); });
    return is_square ? grid : Grid{};
}

/// The grid, provided that it has the size that the matrix says.
Grid grid_of(const Record& matrix) {
    Grid grid = grid_of(matrix.get(risk_matrix::cells));
    const auto size = matrix.get(risk_matrix::size);
    return static_cast<std::int64_t>(grid.size()) == size ? grid : Grid{};
}

/// Whether a more likely or worse event ever gets a lower level.
bool falls_anywhere(const Grid& grid) {
    for (std::size_t row = 0; row < grid.size(); ++row)
        for (std::size_t column = 0; column < grid.size(); ++column) {
            if (row > 0 && grid[row][column] < grid[row - 1][column]) return true;
            if (column > 0 && grid[row][column] < grid[row][column - 1]) return true;
        }
    return false;
}

std::size_t rank(std::string_view accepter) {
    const auto* found = std::find(std::begin(detail::kRiskAccepters), std::end(detail::kRiskAccepters), accepter);
    return static_cast<std::size_t>(found - std::begin(detail::kRiskAccepters));
}

/// Whether the field is part of what is decided: all but how it is described, where the decision is filed, and who keeps it.
bool is_decided_about(const Field& field) {
    constexpr std::string_view kOthers[] = {"status", "description", "decided_by", "decided_on", "registry_number", "unit", "notes"};
    return std::find(std::begin(kOthers), std::end(kOthers), field.name) == std::end(kOthers);
}

/// Whether some risk has its level from the matrix.
bool gives_levels(const std::string& matrix, Store& store) {
    const auto analyses = store.load_referring(kRiskAnalysis, "matrix", matrix);
    return !analyses || std::any_of(analyses->begin(), analyses->end(), [&](const Record& analysis) { return has_levels(analysis.id, store); });
}

}  // namespace

std::optional<std::int64_t> level_of(const Record& matrix, std::int64_t likelihood, std::int64_t consequence) {
    const Grid grid = grid_of(matrix);
    const auto size = static_cast<std::int64_t>(grid.size());
    if (likelihood < 0 || likelihood >= size || consequence < 0 || consequence >= size) return std::nullopt;
    return grid[static_cast<std::size_t>(likelihood)][static_cast<std::size_t>(consequence)];
}

std::string matrix_complaint(const Record& matrix) {
    const Grid grid = grid_of(matrix);
    if (grid.empty()) return "check.matrix.cells";
    if (falls_anywhere(grid)) return "check.matrix.falling";
    for (std::size_t i = 1; i <= grid.size(); ++i) {
        const std::string digit = std::to_string(i);
        if (matrix.text("likelihood_" + digit).empty() || matrix.text("consequence_" + digit).empty()) return "check.matrix.steps";
    }
    const std::int64_t highest = grid.back().back();  // nothing falls, so the last cell is the highest
    std::size_t before = 0;
    for (std::int64_t level = 0; level <= highest; ++level) {
        const std::string accepter = matrix.text("accept_" + std::to_string(level));
        if (accepter.empty()) return "check.matrix.accept_missing";
        if (rank(accepter) < before) return "check.matrix.accept_falling";
        before = rank(accepter);
    }
    if (is_blank(matrix.values[risk_matrix::appetite.index])) return "check.matrix.appetite_missing";
    return {};
}

std::map<std::string, Value> next_version(const Record& matrix) {
    std::map<std::string, Value> values{{"replaces", Value{matrix.id}}, {"unit", matrix.values[position(kRiskMatrix, "unit")]}};
    for (std::size_t i = 0; i < kRiskMatrix.fields.size(); ++i)
        if (is_decided_about(kRiskMatrix.fields[i]) && !is_blank(matrix.values[i]))
            values.try_emplace(std::string(kRiskMatrix.fields[i].name), matrix.values[i]);
    values.erase("version");
    return values;
}

std::string accepter_of(const Record& matrix, std::int64_t level) {
    if (level < 0 || level > kHighestLevel) return "nobody";
    const std::string accepter = matrix.text("accept_" + std::to_string(level));
    return accepter.empty() ? "nobody" : accepter;
}

bool is_above_appetite(const Record& matrix, std::int64_t level) {
    return is_blank(matrix.values[risk_matrix::appetite.index]) || level > matrix.get(risk_matrix::appetite);
}

namespace detail {

void check_risk_matrix(const Situation& now, std::vector<Problem>& problems) {
    if (now.enters("in_use"))
        if (std::string key = matrix_complaint(now.after); !key.empty()) problems.push_back({"cells", std::move(key)});
    const auto is_altered = [&](std::size_t field) { return !is_blank(now.before.values[field]) && now.before.values[field] != now.after.values[field]; };
    if ((is_altered(risk_matrix::cells.index) || is_altered(risk_matrix::size.index)) && gives_levels(now.after.id, now.store))
        problems.push_back({"cells", "problem.matrix_gives_levels"});
}

std::string_view risk_matrix_lock(const Record& record, const Field& field, const Actor&, const Places&) {
    const std::string status = record.get(risk_matrix::status);
    const bool was_decided = !status.empty() && status != kRiskMatrixStates[0];
    return was_decided && is_decided_about(field) ? "problem.in_use" : "";
}

}  // namespace detail
}  // namespace lisa
