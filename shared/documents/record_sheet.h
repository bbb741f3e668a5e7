#pragma once
// One record whole, to print or to send: to an authority that asks about one asset, to a meeting about one risk analysis.
#include <string>

#include "insight/insight.h"

namespace lisa {

/// The record's fields by group, what Lisa sees about it, its chapters (sheet_chapters.h), and every other record that refers to
/// it, by register and with what its list shows, as one HTML page. Empty fields are left out, withheld ones say that they are.
std::string record_sheet(const Record& record, const Around& around);

}  // namespace lisa
