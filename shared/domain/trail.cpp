#include "domain/trail.h"

#include "domain/moments.h"

namespace lisa {

bool reads_trail(const Actor& who, const Places& places) { return holds_role(who, kTrailReaders, places); }

}  // namespace lisa
