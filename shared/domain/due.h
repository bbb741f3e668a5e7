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
    bool is_law = false;       ///< a limit for telling an authority: nobody can do without being reminded of it
};

/// Every rule. The words of one are "due.ENTITY.DATE".
std::span<const DueRule> due_rules();

struct Due {
    const DueRule* rule = nullptr;
    const Record* record = nullptr;
    std::string date{};  ///< the Swedish day
    std::string at{};    ///< the moment in UTC, where it is due at one; empty where it is due some time that day
    Roles roles{};       ///< who is asked where the record belongs, besides the one who is named
};

/// Where the records are: every record of a register, and the places of one.
struct DueSource {
    std::function<std::vector<const Record*>(std::string_view entity)> rows{};
    std::function<Places(const Record&)> places{};
};

/// All that is due until `last` ("2026-12-31"), whomever it is for, overdue included, the earliest first.
std::vector<Due> all_due(const DueSource& source, std::string_view last);

/// Whether it is due for the actor: the one who is named, or who holds one of the roles over the places of the record.
bool is_due_for(const Actor& who, const Due& due, const Places& places);

/// What is due for the actor until `last`, in the same order.
std::vector<Due> due_for(const Actor& who, const DueSource& source, std::string_view last);

}  // namespace lisa
