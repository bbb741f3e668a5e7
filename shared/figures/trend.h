#pragma once
// A figure month by month, where it counts what took place.
#include "figures/figure.h"

namespace lisa {

inline constexpr int kTrendMonths = 12;

struct Month {
    std::string name{};  ///< "2026-11"
    Reading reading{};
};

/// The last twelve calendar months, the present one last. Only of figures that are periodic.
std::vector<Month> trend(const Figure& figure, const Basis& basis, const Scope& scope = {});

}  // namespace lisa
