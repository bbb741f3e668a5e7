#pragma once
// What is due, and for whom (O4): one table of the dates that somebody has to keep.
#include <functional>
#include <vector>

#include "access/access.h"

namespace lisa {

/// A date in a register that somebody has to act on.
struct DueRule {
    std::string_view entity{};
    std::string_view date{};   ///< field with the day or the moment
    std::string_view owner{};  ///< ref field with who answers for it; empty: only roles do
    Roles roles{};             ///< who is asked when nobody is named
    std::string_view over{};   ///< states in which it is over, separated by spaces
    Roles also{};              ///< who is told even when somebody is named
};

/// Every rule. The words of one are "due.ENTITY.DATE".
std::span<const DueRule> due_rules();

struct Due {
    const DueRule* rule = nullptr;
    const Record* record = nullptr;
    std::string date{};  ///< the Swedish day
    std::string at{};    ///< the moment in UTC, where it is due at one; empty where it is due some time that day
};

/// Where the records are: every record of a register, and the places of one.
struct DueSource {
    std::function<std::vector<const Record*>(std::string_view entity)> rows{};
    std::function<Places(const Record&)> places{};
};

/// What is due for the actor until `last` ("2026-12-31"), overdue included, the earliest first.
std::vector<Due> due_for(const Actor& who, const DueSource& source, std::string_view last);

}  // namespace lisa
