#pragma once
// The period of a record: from starts_on to ends_on, both days in it.
#include "schema/record.h"

namespace lisa {

/// Whether the record holds on a day ("2026-11-23"): it is not removed, has begun and has not ended. A blank end is open.
bool holds_on(const Record& record, std::string_view day);

}  // namespace lisa
