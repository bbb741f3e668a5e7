#pragma once
// Texts of cells made comparable: people write the same thing in many ways.
#include <string>
#include <string_view>

namespace lisa {

/// Without white space at the ends, the hard spaces and invisible marks of spreadsheets included.
std::string_view neat(std::string_view cell);

/// Folded, and with one space where there are several or hard ones.
std::string likeness(std::string_view text);

/// Folded, and with letters and digits only: "E-post:" and "epost" are the same.
std::string letters_of(std::string_view text);

}  // namespace lisa
