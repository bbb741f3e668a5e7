#pragma once
// A table of any number of rows: only those on the screen are drawn and mirrored.
#include <functional>
#include <span>

#include "ui/ui.h"

namespace lisa::ui {

struct TableColumn {
    std::string_view label{};
    float least_width = 120;  ///< CSS pixels; columns that do not fit are left out from the right
    float share = 1;          ///< of the room that is over
    bool is_number = false;   ///< right-aligned
};

/// What a cell shows. A level is drawn as a step of the ordered ramp.
struct Cell {
    std::string text{};
    int level = -1;
};

struct TableState {
    int sort = 0;  ///< column
    bool is_descending = false;
    std::vector<std::pair<int, bool>> earlier{};  ///< columns sorted by before, the latest first: they order what is equal
    int current = 0;                              ///< row that Tab reaches
    float scroll_to = -1;                         ///< row to show in the next frame; -1: none
};

struct TableRows {
    int count = 0;
    std::function<Cell(int row, std::size_t column)> cell{};
    std::function<std::string(int row)> id{};    ///< stable id of a row, for the mirror
    std::function<std::string(int row)> href{};  ///< address of what the row opens
    int selected = -1;                           ///< row that is open beside the table
};

/// What a person did to the table in this frame.
struct TableDeed {
    int opened = -1;      ///< row
    bool sorted = false;  ///< state.sort or is_descending altered
};

TableDeed table(Ui& ui, Box box, std::string_view key, std::string_view name, std::span<const TableColumn> columns, const TableRows& rows, TableState& state);

}  // namespace lisa::ui
