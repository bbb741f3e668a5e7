#pragma once
// A class that stands in one cell, "2/1/3" or "K2 R1 T3", as a column for each aspect (I5, K2).
#include "import/table.h"

namespace lisa {

/// Parts the first column that is called a class, and holds three levels in some cell, into "Klass K", "Klass R" and "Klass T", in
/// the order confidentiality, integrity, availability in which they are written. A cell that says something else stays whole in
/// the first of them, where it is no level and so an error of its row.
void part_classes(Table& table);

}  // namespace lisa
