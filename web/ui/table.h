#pragma once
// A table of any number of rows: only those on the screen are drawn and mirrored, and read as text a page of them. One moves
// through it cell by cell with the keys, as through a spreadsheet, and picks rows; only one of its cells is reached by Tab.
#include <functional>
#include <optional>
#include <set>
#include <span>

#include "ui/ui.h"

namespace lisa::ui {

/// Columns that still order what is equal, besides the one sorted by last.
inline constexpr std::size_t kEarlierSorts = 2;

struct TableColumn {
    std::string_view label{};
    float least_width = 120;   ///< CSS pixels; columns that do not fit are left out from the right
    float share = 1;           ///< of the room that is over
    bool is_number = false;    ///< right-aligned
    bool is_editable = false;  ///< a cell of it may be edited; the others open their row
};

/// What a cell shows. A level is drawn as a step of the ordered ramp.
struct Cell {
    std::string text{};
    int level = -1;
    std::string name{};  ///< for assistive technology, where the text alone says too little
};

struct TableState {
    int sort = 0;  ///< column
    bool is_descending = false;
    std::vector<std::pair<int, bool>> earlier{};  ///< columns sorted by before, the latest first: they order what is equal
    int current = 0;                              ///< row of the cell that Tab reaches; -1: the headings
    int column = 0;                               ///< its column
    std::string current_id{};                     ///< of that row; empty for the headings
    bool wants_focus = false;                     ///< the cell is shown and gets the focus in the next frame
    bool wants_sight = false;                     ///< the same without the focus
    std::string place_id{};                       ///< of the current row, or of the first in sight when that one is not; empty until one scrolled
    int shown = 1;                                ///< columns that had room in the last frame
    int page = 0;                                 ///< first row of the page, where there are pages
    std::set<std::string> picked{};               ///< ids of rows
    std::string anchor{};                         ///< id of the row from which Shift picks all up to another
    bool is_picking = false;                      ///< a click picks a row instead of opening it
};

struct TableRows {
    int count = 0;
    std::function<Cell(int row, std::size_t column)> cell{};
    std::function<std::string(int row)> id{};    ///< stable id of a row, for the mirror
    std::function<std::string(int row)> href{};  ///< address of what the row opens
    int opened = -1;                             ///< row that is open beside the table
    int edited_row = -1, edited_column = 0;      ///< the cell with an editor over it, which has the focus instead of it
};

/// What a person did to the table in this frame.
struct TableDeed {
    int opened = -1;                      ///< row
    int edited = -1;                      ///< row whose cell in state.column shall be edited
    bool sorted = false;                  ///< state.sort or is_descending altered
    bool copied = false;                  ///< the picked rows, or else the current one, are wanted on the clipboard
    std::optional<std::string> pasted{};  ///< what shall be put into the cells from the current one on
    Box cell{};                           ///< where the edited cell lies; without width when it is out of sight
};

TableDeed table(Ui& ui, Box box, std::string_view key, std::string_view name, std::span<const TableColumn> columns, const TableRows& rows, TableState& state);

}  // namespace lisa::ui
