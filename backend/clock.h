#pragma once
// The one place where the server asks what time it is.
#include <chrono>
#include <cstdint>

namespace lisa {

/// Milliseconds since 1970.
inline std::int64_t now_ms() { return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::system_clock::now().time_since_epoch()).count(); }

}  // namespace lisa
