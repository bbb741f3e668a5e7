#pragma once
// What happens if a system falls (H8): what it pulls down, who answers, how one does without it, which clocks would start, and how
// long all that may take. Worked out from the registers as this person sees them.
#include "domain/exercise.h"
#include "insight/insight.h"

namespace lisa {

struct WhatIfLine {
    std::string label{}, text{};     ///< no text: not known
    const Record* record = nullptr;  ///< what it is about, where it can be opened
};

struct WhatIfPart {
    std::string_view name{};  ///< one of kWhatIfParts; its words are those of the option of kExercise
    std::vector<WhatIfLine> lines{};
    std::string remark{};  ///< that there may be more, out of the person's sight; or that there is nothing
};

/// The parts in the order of kWhatIfParts.
std::vector<WhatIfPart> what_if(const Record& system, const Around& around);

/// The heading of a part.
std::string what_if_heading(std::string_view part, const Around& around);

/// The systems that stop with this one: its parts and those that cannot do without what it sends them, and so on; by name.
std::vector<const Record*> falls_with(const Record& system, const Around& around);

/// A part as plain lines, for a log.
std::string what_if_text(const WhatIfPart& part, const Around& around);

}  // namespace lisa
