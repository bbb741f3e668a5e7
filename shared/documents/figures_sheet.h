#pragma once
// How it stands for a part of the organisation, to print: the appendix of a board or a company (F8).
#include <string>

#include "figures/figure.h"
#include "report/show.h"

namespace lisa {

/// Every figure of which `who` sees something, area by area, with what it means and its parts; what is to be dealt with, by name; and
/// the year month by month. One HTML page. Where somebody else may see more, it says so.
std::string figures_sheet(const std::string& title, const Basis& basis, const Scope& scope, const Actor& who, const Reader& reader);

}  // namespace lisa
