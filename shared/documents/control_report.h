#pragma once
// What a board's plan for internal control has come to (F3): a page to lay before the board and to put in the registry.
#include <string>

#include "insight/insight.h"

namespace lisa {

/// The plan with its ground and decision, how many points have which result, every point with its risk, method, sample and latest signed
/// result in words, and what is done about those that are not green. What the reader may not see says so.
std::string control_report(const Record& plan, const Around& around);

}  // namespace lisa
