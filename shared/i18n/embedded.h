#pragma once
// The texts that are compiled in: all of them in native programs, none in the page.
#include <vector>

#include "i18n/words.h"

namespace lisa {

/// The texts in the order of the keys, or nothing.
std::vector<std::string_view> embedded_words(Language language);

}  // namespace lisa
