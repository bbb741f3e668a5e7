#include "import/classes.h"

#include <algorithm>
#include <array>
#include <optional>

#include "import/words.h"

namespace lisa {
namespace {

constexpr std::string_view kHeaders[] = {"klass",
                                         "klassning",
                                         "klassificering",
                                         "informationsklass",
                                         "informationsklassning",
                                         "säkerhetsklass",
                                         "systemklass",
                                         "informationssäkerhetsklass",
                                         "krt",
                                         "skyddsklass",
                                         "kravnivå",
                                         "class",
                                         "classification"};
constexpr std::string_view kAspects[] = {"Klass K", "Klass R", "Klass T"};
constexpr std::string_view kLetters = "krt";

using Levels = std::array<std::string, 3>;

/// "K2 R1 T3", "2/1/3", "2-1-3" and "213" are three levels in the order K, R, T; with letters in any order. Nothing else is.
std::optional<Levels> levels_of(std::string_view cell) {
    Levels levels;
    std::size_t found = 0;
    char letter = 0;
    bool has_letters = false;
    for (const char c : likeness(cell)) {
        if (c >= '0' && c <= '9') {
            const std::size_t at = letter ? kLetters.find(letter) : found;
            if (at >= levels.size() || !levels[at].empty() || (found > 0 && has_letters != (letter != 0))) return std::nullopt;
            levels[at] = c;
            has_letters = letter != 0;
            letter = 0;
            ++found;
        } else if (kLetters.find(c) != kLetters.npos && letter == 0) {
            letter = c;
        } else if (std::string_view(" /-,;.:=").find(c) == std::string_view::npos) {
            return std::nullopt;
        }
    }
    if (found != levels.size() || letter != 0) return std::nullopt;
    return levels;
}

}  // namespace

void part_classes(Table& table) {
    for (std::size_t column = 0; column < table.header.size(); ++column) {
        const std::string name = letters_of(table.header[column]);
        const bool is_class = std::find(std::begin(kHeaders), std::end(kHeaders), name) != std::end(kHeaders);
        if (!is_class || std::none_of(table.rows.begin(), table.rows.end(), [&](const TableRow& row) { return levels_of(row.cells[column]); })) continue;
        const auto at = static_cast<std::ptrdiff_t>(column);
        table.header[column] = kAspects[0];
        table.header.insert(table.header.begin() + at + 1, {std::string(kAspects[1]), std::string(kAspects[2])});
        for (TableRow& row : table.rows) {
            const auto levels = levels_of(row.cells[column]);
            const Levels cells = levels ? *levels : Levels{row.cells[column], "", ""};
            row.cells[column] = cells[0];
            row.cells.insert(row.cells.begin() + at + 1, {cells[1], cells[2]});
        }
        return;
    }
}

}  // namespace lisa
