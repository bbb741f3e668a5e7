#pragma once
// Readings that the server has not been told of yet, kept on the device beside what is typed: sealed, and there after the page was closed.
#include <string>
#include <string_view>
#include <vector>

#include "domain/trail.h"

namespace lisa::app {

/// The text of the drafts with the readings in it, which drafts_from() passes over; and the readings of such a text.
std::string with_readings(std::string drafts, const std::vector<Opened>& readings);
std::vector<Opened> readings_from(std::string_view text);

}  // namespace lisa::app
