#pragma once
// A deadline as people say it: till i morgon 14:20, passerad sedan 3 h.
#include <string>
#include <string_view>

#include "i18n/words.h"

namespace lisa {

/// Until when, on a Swedish clock, or for how long it has passed. Both moments are UTC texts.
std::string deadline_text(std::string_view deadline, std::string_view now, Language language);

/// So many minutes in words: 20 min, 3 h, 4 dygn. Rounded down, to days from the third on.
std::string span_text(std::int64_t minutes, Language language);

}  // namespace lisa
