#pragma once
// A record as the journal's rows make it, one upon the other.
#include <cstdint>
#include <string_view>

#include "schema/record.h"

namespace lisa {

/// Plays one row over the record of its id; false when the row makes no sense, also since its content was blanked.
bool play(Record& record, std::int64_t seq, std::string_view verb, std::string_view after);

}  // namespace lisa
