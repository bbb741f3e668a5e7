#pragma once
// Finding records by what is typed: for the search over everything and for picking what a field refers to.
#include "app/state.h"

namespace lisa::views {

struct Found {
    int rank = 0;  ///< 0: the name begins so; 1: a word of the name does; 2: it stands elsewhere in the record
    std::string title{};
    const Record* record = nullptr;
};

/// The records of a register in which every typed word stands, at most so many: by rank, then by name.
std::vector<Found> find_records(const app::View& view, const Entity& entity, std::string_view typed, std::size_t most);

}  // namespace lisa::views
