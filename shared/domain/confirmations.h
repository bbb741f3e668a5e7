#pragma once
// Who has confirmed a document and who has not (P2): its audience, unit by unit, against the confirmations of exactly the
// version in force. Pure: records in, answers out, with pointers into what was passed in.
#include <span>
#include <vector>

#include "schema/record.h"

namespace lisa {

/// How many of a unit are asked to confirm a document, and who of them has not, in the Swedish order.
struct UnitConfirmations {
    const Record* unit = nullptr;
    int asked = 0, confirmed = 0;
    std::vector<const Record*> missing{};
};

struct Confirmations {
    std::vector<UnitConfirmations> units{};  ///< those where somebody is asked; where most are missing comes first
    std::vector<const Record*> people{};     ///< who is asked, in some unit
    int asked = 0, confirmed = 0;            ///< of all units, each person once
};

/// What it is counted from. The units are those that count: where the document applies, and seen.
struct ConfirmationRecords {
    std::vector<const Record*> units{}, people{}, seats{}, acknowledgements{};
};

/// Whether the document applies in a unit, given the unit and all above it.
bool applies_in(const Record& document, const std::vector<std::string>& places);

/// Whether the document asks its audience to confirm it on a day: adopted, with a version and an audience, and not ended.
bool asks_for_confirmation(const Record& document, std::string_view day);

/// A person is asked where they belong when the document is for their audience, and where they are manager when it is for
/// managers; so somebody may be asked in two units, and is counted once in the whole. A confirmation counts wherever it was
/// made. Who has left, or not begun, is not asked.
Confirmations confirmations_of(const Record& document, const ConfirmationRecords& records, std::string_view day);

}  // namespace lisa
