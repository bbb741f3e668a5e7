#pragma once
// What figures are counted from: the records as somebody sees them, at a moment, and what follows about several of them at once. All is
// worked out when it is first asked for and kept; the records must outlive the basis, unaltered.
#include <memory>
#include <set>

#include "domain/event_statistics.h"
#include "domain/gap.h"
#include "domain/index.h"
#include "schema/lookup.h"

namespace lisa {

/// So many months back what took place is counted, where nothing else is said.
inline constexpr int kPeriodMonths = 12;

class Basis {
public:
    /// `rows` gives every record of a register that is there. `now` is the moment (UTC) at which the figures hold. Those about what was
    /// done or took place count from the day `since` until then; empty: the last twelve months.
    Basis(RowsOf rows, std::string now, std::string since = {});

    std::string now{}, today{};    ///< today is the Swedish day
    std::string since{}, until{};  ///< the days of the period, both in it; until is today
    RowsOf rows{};
    Referring referring{};
    FindById find{};

    /// What took place in the period.
    Period period() const { return {since, until}; }
    /// The same with another period. What was worked out is worked out for both.
    Basis within(std::string first, std::string last) const;
    /// The parts of the organisation that a record belongs to, nearest first.
    const Places& places(const Record& record) const;
    /// How a system stands to what its class asks for.
    const Gap& gap_of(const Record& system) const;
    /// Ids of those who are asked to confirm some document in force where they work, and of them those who have not.
    struct Readers {
        std::set<std::string> asked{}, missing{};
    };
    const Readers& readers() const;

private:
    struct Known;
    std::shared_ptr<Known> m_known;
};

}  // namespace lisa
