#include "domain/risk_matrix.h"

#include "change/situation.h"

#include <algorithm>

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
    if (now.before.get(risk_matrix::status) != "in_use") return;
    for (std::size_t i = 0; i < now.after.values.size(); ++i) {
        const Field& field = kRiskMatrix.fields[i];
        const bool is_fixed = field.name == "cells" || field.name == "size" || field.name.starts_with("likelihood_") || field.name.starts_with("consequence_");
        if (is_fixed && now.before.values[i] != now.after.values[i]) problems.push_back({std::string(field.name), "problem.in_use"});
    }
}

}  // namespace detail
}  // namespace lisa
