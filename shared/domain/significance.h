#pragma once
// The guided test whether an incident is significant (H3; cybersäkerhetslagen 2 kap. 5 §): which questions are asked, and what the
// answers come to. It proposes; those who decide for the operator decide.
#include <span>

#include "domain/threshold.h"

namespace lisa {

/// significant: some threshold is met. not_significant: every question is answered, and none is. open: something is not known,
/// while the clocks run on.
enum class Significance : std::uint8_t { open, significant, not_significant };

struct SignificanceTest {
    std::vector<const Record*> asked{};  ///< thresholds: what the law says first, then the sectors, each by name
    std::vector<const Record*> met{}, unmet{}, unanswered{};
    Significance result = Significance::open;
};

/// The questions for the sectors of a notification and the general ones, with its answers. Without questions the test is open.
SignificanceTest significance_of(const Record& notification, std::span<const Record* const> thresholds);

/// The name in the key of its words: "significance.RESULT".
std::string_view significance_name(Significance result);

/// A notification's answers with that of one threshold replaced: "yes", "no", or anything else for not known.
struct SignificanceAnswers {
    Set met{}, unmet{};
};
SignificanceAnswers answered(const Record& notification, const std::string& threshold, std::string_view answer);

}  // namespace lisa
