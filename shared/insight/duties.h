#pragma once
// How a governing document is followed (F7): each of its sentences with "ska", as the registers prove it or as somebody judged it.
#include <vector>

#include "domain/duty_text.h"
#include "insight/insight.h"

namespace lisa {

enum class DutyStatus : std::uint8_t {
    met,
    partly,
    not_met,
    not_applicable,
    unjudged,  ///< no register proves it, and nobody has judged it
    unseen,    ///< the registers that prove it are not all in this person's sight
};

/// The name in the key of its words, "duty.NAME".
std::string_view duty_status_name(DutyStatus status);

struct Duty {
    const Record* section = nullptr;
    DutySentence sentence{};
    DutyStatus status = DutyStatus::unjudged;
    std::vector<Fact> proofs{};         ///< what is counted, with what is lacking; none where somebody judges
    const Record* judgement = nullptr;  ///< the latest, of any version of the document
    bool is_old = false;                ///< the judgement no longer holds
    bool is_computed() const { return !proofs.empty(); }
};

/// In the order of the document. Several proofs of a sentence: the worst counts.
std::vector<Duty> duties_of(const Record& document, const Around& around);

}  // namespace lisa
