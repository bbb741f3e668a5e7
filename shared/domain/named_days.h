#pragma once
// Days to look back at (F9): those of the half-year's follow-up, and some that are near.
#include <string>
#include <string_view>
#include <vector>

namespace lisa {

/// A day with the key of its words, "past.KEY".
struct NamedDay {
    std::string_view key{};
    std::string day{};
};

/// The ends of the last two half-years, a month ago and yesterday, as seen from a day; the latest first, and none before `first`.
std::vector<NamedDay> named_days(std::string_view today, std::string_view first);

}  // namespace lisa
