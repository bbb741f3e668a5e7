#pragma once
// What is missing in the statement of applicability (S1), how mature the controls are (S2), and which exceptions from
// the rules need somebody's attention (S5). Nothing here is decided; it says where a decision or a proof is lacking.
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "domain/control.h"
#include "domain/evidence.h"
#include "domain/policy_exception.h"

namespace lisa {

/// Message keys of what the control lacks, "check.control.no_owner" and the like; none when all is well. Of the evidence
/// only that of the control itself counts, and any that still holds is enough; one without an end holds on, one with an
/// end holds that day too. What was withheld from the reader is never called missing.
std::vector<std::string> soa_gaps(const Record& control, std::span<const Record* const> evidence, std::string_view today);

/// The maturity of one theme. Excluded controls do not count, and one that nobody has judged is not a zero.
struct ThemeMaturity {
    std::string_view theme{};     ///< option of control.theme
    std::size_t controls = 0;     ///< that are not excluded
    std::size_t judged = 0;       ///< of them, with a maturity
    std::size_t with_target = 0;  ///< of them, with a target
    double maturity = 0;          ///< average of the judged; 0 when there are none
    double target = 0;            ///< average of the targets; 0 when there are none
};

/// One row per theme, in the order of the options, also for a theme without controls.
std::vector<ThemeMaturity> theme_maturity(std::span<const Record* const> controls);

/// Message keys of what is wrong with an exception that is requested or in force, "check.policy_exception.expired" and the
/// like. A request must not be approved while there are any.
std::vector<std::string> exception_gaps(const Record& exception, std::string_view today);

}  // namespace lisa
