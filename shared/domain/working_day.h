#pragma once
// Days on which people are at work in Sweden: lag (1989:253) om allmänna helgdagar, and the eves that are kept as holidays.
#include <string_view>

namespace lisa {

/// Whether the day ("2026-11-23") is from Monday to Friday and no holiday. False for what is no day.
bool is_working_day(std::string_view date);

}  // namespace lisa
