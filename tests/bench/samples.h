#pragma once
// Records as a municipality has them: the same fields filled in for the screens, for apply() and for the database.
#include <map>
#include <string>

#include "change/change.h"
#include "domain/catalog.h"

namespace lisa::bench {

using Values = std::map<std::string, Value>;

/// The id of the record with that number; ids of different kinds never meet.
std::string sample_id(int kind, int number);

inline const std::string kRootId = sample_id(1, 0);
std::string board_id(int number);
std::string person_id(int number);
std::string asset_id(int number);

inline constexpr int kBoards = 10;

Values root_values();
Values board_values(int number);
Values person_values(int number);
/// A seat as coordinator over the whole municipality.
Values seat_values(int person);
Values asset_values(int number);

/// The record as a server would hand it out.
Record record_of(const Entity& entity, std::string id, const Values& values, std::int64_t rev);

/// Everything that somebody sees: the municipality, its boards, `people` people and `assets` assets.
std::vector<Record> municipality(int people, int assets);

}  // namespace lisa::bench
