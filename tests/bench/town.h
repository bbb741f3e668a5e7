#pragma once
// A database of 10,000 records that came there through the journal, and people with sessions in it.
#include <string>
#include <vector>

#include "core/result.h"

namespace lisa::bench {

inline constexpr int kPeople = 300;
/// The municipality, its boards, people, their seats, and as many assets as make 10,000 records.
inline constexpr int kRecords = 10'000;
inline constexpr int kTownAssets = kRecords - 1 - 10 - 2 * kPeople;

/// Somebody who is signed in: a coordinator, who sees everything.
struct Guest {
    std::string cookie{};  ///< as a browser would send it
    std::string epoch{};
};

struct Town {
    std::string file{};
    std::vector<Guest> guests{};
    std::int64_t last = 0;  ///< number of the last change

    const Guest& guest(int number) const { return guests[static_cast<std::size_t>(number)]; }
    /// The address of the page after `since` for who holds everything up to there.
    std::string page(int number, std::int64_t since) const { return "/api/changes?since=" + std::to_string(since) + "&epoch=" + guest(number).epoch; }
};

/// Makes the database in the folder. The sessions were last seen some minutes ago, as those of people who come back.
Result<Town> make_town(const std::string& folder);

}  // namespace lisa::bench
