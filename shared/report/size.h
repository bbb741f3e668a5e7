#pragma once
// How large a file is, as people say it.
#include <cstdint>
#include <string>

#include "i18n/words.h"

namespace lisa {

/// "512 byte", "12 kB", "3,4 MB": a kilobyte is 1024 bytes, as where people see the sizes of their files.
std::string size_text(std::int64_t bytes, Language language);

}  // namespace lisa
