#pragma once
// What the journal of the organisation's tree means (O1): founded, moved, renamed, merged, ended. Pure.
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace lisa {

/// The fields of a journal row: what stood there, and what it became.
using Altered = std::map<std::string, std::pair<std::string, std::string>, std::less<>>;

/// One thing that happened to a unit. The words are "organisation.change.KIND".
struct Reorganisation {
    std::string_view kind{};        ///< founded, moved, renamed, merged, ended, removed or restored
    std::string before{}, after{};  ///< names when renamed or founded, ids of units when moved or merged, the last day when ended
    bool operator==(const Reorganisation&) const = default;
};

/// What a row of the journal says about the organisation; nothing when only other fields were altered.
std::vector<Reorganisation> reorganisations_of(std::string_view verb, const Altered& fields);

}  // namespace lisa
