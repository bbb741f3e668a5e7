#pragma once
// The records around the one looked at, as the replica holds them.
#include "insight/insight.h"
#include "sync/replica.h"

namespace lisa::app {

/// For functions over registers; `reader` and `replica` must outlive it.
Around around(const Replica& replica, const Reader& reader, std::int64_t now_ms);

}  // namespace lisa::app
