#pragma once
// The organisation as a tree on a day (O1, O3): its parts, who belongs there, what they answer for and which seats stand
// open. Pure: records in, answers out, with pointers into what was passed in.
#include <functional>

#include "domain/openings.h"

namespace lisa {

struct TreeUnit {
    const Record* unit = nullptr;
    int parent = -1;  ///< its place in the tree; -1 at the top
    int level = 1;
    int people = 0, assets = 0, systems = 0;  ///< here and below
    std::vector<Opening> openings{};          ///< of this unit
    int openings_below = 0;
    bool has_seats = false;  ///< it has seats, or must have
};

/// What the tree is made of.
struct OrganisationRecords {
    std::vector<const Record*> units{}, people{}, seats{}, assets{}, systems{};
};

enum class Ended { left_out, shown };

/// The units that stand on a day, parents before children, siblings in the Swedish order. A unit whose parent does not stand
/// belongs to the nearest one above that does; so do the people and the things of a unit that does not. Units that refer to
/// each other in a ring come at the top rather than nowhere.
std::vector<TreeUnit> organisation_tree(const OrganisationRecords& records, std::string_view day, Ended ended = Ended::left_out);

/// One line of the tree as it is shown.
struct TreeLine {
    int unit = 0;                ///< its place in the tree
    int position = 1, size = 1;  ///< among its shown siblings
    bool has_children = false, is_open = false;
    bool operator==(const TreeLine&) const = default;
};

/// The lines to show: what is below closed units is left out. With `is_wanted` only the units that it wants and all above
/// them, every one open.
std::vector<TreeLine> tree_lines(const std::vector<TreeUnit>& tree, const std::function<bool(const TreeUnit&)>& is_open,
                                 const std::function<bool(const TreeUnit&)>& is_wanted = {});

/// The openings of the whole tree: what is vacant in its order, then what ends, the earliest first.
std::vector<Opening> all_openings(const std::vector<TreeUnit>& tree);

}  // namespace lisa
