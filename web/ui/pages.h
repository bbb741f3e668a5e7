#pragma once
// A long list read as text has pages: which rows are on one, and the buttons that turn them.
#include "ui/widgets.h"

namespace lisa::ui {

inline constexpr int kPageRows = 50;

/// Rows from `first` up to and without `last`.
struct RowRange {
    int first = 0, last = 0;
};

/// The page with this row; for -1 the page that begins at `page`, or the last that there is.
RowRange page_of(int row, int count, int page);

/// Says which rows are on the page, and gives the first row of the page that the person turns to, or -1.
int page_turner(Ui& ui, Column& column, std::string_view key, RowRange shown, int count);

}  // namespace lisa::ui
