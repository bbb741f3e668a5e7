#pragma once
// The code on the receipt of an open report: nobody can guess it, and no table holds it.
#include <string>
#include <string_view>

namespace lisa {

/// The code that belongs to a key which only the reporter has: "K7QM-2XRD-9TWH", sixty bits in an alphabet without letters that
/// look alike. A report that is sent again gets the same.
std::string receipt_code(std::string_view secret, std::string_view key);

/// What is kept of a code, 32 bytes. It is taken as people write it: in small letters, with spaces, O for 0 and I or L for 1. Empty when
/// it can be no code.
std::string kept_code(std::string_view secret, std::string_view typed);

}  // namespace lisa
