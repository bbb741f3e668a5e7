#pragma once
// Which seats want somebody (O3): those that stand empty, those that a part of the organisation must have and lacks, and
// those whose holder soon leaves. Pure: records in, answers out, with pointers into what was passed in.
#include <map>
#include <span>
#include <vector>

#include "domain/assignment.h"

namespace lisa {

/// So many days before its end a seat is said to end soon.
inline constexpr int kSeatEndsSoonDays = 90;

struct Opening {
    const Record* unit = nullptr;
    std::string role{};
    const Record* seat = nullptr;  ///< null: the unit must have the role, and there is no seat for it
    std::string ends_on{};         ///< the last day of who sits there; empty: nobody does
    bool is_vacant() const { return ends_on.empty(); }
    bool operator==(const Opening&) const = default;
};

/// The roles that a part of the organisation of this kind must have filled (the policy, "Roller"; articles 30 and 37 GDPR).
std::span<const std::string_view> roles_needed(std::string_view unit_kind);

/// What stands open in a unit on a day, of whose seats none may be missing: first what is vacant, then what ends within
/// kSeatEndsSoonDays, the earliest first. Whose successor is already named, and begins the day after at the latest, is not.
std::vector<Opening> openings_of(const Record& unit, std::span<const Record* const> seats, std::string_view day);

/// The fields of a new seat that takes up an opening: from today, or the day after who sits there leaves.
std::map<std::string, Value> seat_for(const Opening& opening, std::string_view today);

}  // namespace lisa
