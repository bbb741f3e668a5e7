#pragma once
// What happens if a system falls, as a sheet to print and to keep where it can be read without power (H8).
#include <string>

#include "insight/insight.h"

namespace lisa {

/// The parts of insight/what_if.h as one HTML page. What is not known says so.
std::string what_if_sheet(const Record& system, const Around& around);

}  // namespace lisa
