#pragma once
// What an acceptance was given for (R1, ISO/IEC 27001 6.1.3 f): whether the risk still is what its owner signed, what has been altered
// since, and whether it must be accepted anew. What stood there then is in the journal; here is only that it no longer does.
#include <span>
#include <string>
#include <vector>

#include "schema/record.h"

namespace lisa {

/// A checksum of what is accepted of a risk (detail::kAcceptedFields), 16 hexadecimal digits: the same as long as nothing of it is
/// altered, and again when it is put back. It tells of changes and proves nothing; the journal does.
std::string state_of(const Record& risk);

/// Whether a change makes a decision about the risk, also one that is altered later: it comes to stand in a state that rests on an
/// acceptance, or the acceptance is another than before. Accepting anew is another, though every word of it be the same.
bool is_new_decision(const Record& before, const Record& after);

/// Names of the fields that are not as they were when the risk was accepted, in the order of the register.
std::vector<std::string> changed_since_acceptance(const Record& risk);

/// Whether the acceptance was given for something else than what stands there now, so that it must be given anew. A likelihood or
/// a consequence alone does not do that: as long as the level is no higher, who accepted more has accepted less.
bool is_rewritten(const Record& risk);

/// The measures of the risk whose plan (what, why and by when) was made or altered after it was accepted.
std::vector<const Record*> measures_changed_since(const Record& risk, std::span<const Record* const> measures);

}  // namespace lisa
