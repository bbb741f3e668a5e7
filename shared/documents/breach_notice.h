#pragma once
// What the authority's e-service asks about a personal-data breach (D3, GDPR article 33.3), in its order, to copy field by field.
#include <string>

#include "insight/insight.h"

namespace lisa {

/// One HTML page; what is not known says so, since a first notice may be incomplete (article 33.4).
std::string breach_notice(const Record& breach, const Around& around);

}  // namespace lisa
