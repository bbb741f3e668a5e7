#pragma once
// The clocks of a personal-data breach (D3, GDPR article 33): 72 hours from knowledge, and four weeks from a first notice that
// is to be supplemented.
#include "domain/breach.h"
#include "domain/clock.h"

namespace lisa {

/// The 72 hours of a breach as they stand at a moment (UTC).
Clock breach_clock(const Record& breach, std::string_view now);

/// The same, and the four weeks where a supplement was promised.
std::vector<Clock> breach_clocks(const Record& breach, std::string_view now);

/// The day by which what was unknown at the first notice must follow (article 33.4; IMY asks for it within four weeks). Empty
/// when nothing is to follow.
std::string supplement_by(const Record& breach);

/// Whether the regulation asks that the people be told (article 34) and it is neither done nor declined with a reason.
bool must_inform(const Record& breach);

}  // namespace lisa
