#include "domain/organisation_tree.h"

#include <algorithm>
#include <unordered_map>

#include "core/text.h"
#include "domain/period.h"

namespace lisa {
namespace {

using ById = std::unordered_map<std::string_view, std::size_t>;
constexpr std::size_t kNone = static_cast<std::size_t>(-1);

/// The units of the tree before they are put in order.
struct Shelf {
    std::vector<const Record*> units;
    std::vector<bool> stands;
    std::vector<std::string> keys;  ///< what siblings sort by
    std::vector<std::vector<std::size_t>> children;
    ById places;

    std::size_t place(std::string_view id) const {
        const auto found = places.find(id);
        return found == places.end() ? kNone : found->second;
    }
    /// The nearest unit that stands, from this one upwards; kNone when there is none, also in a ring.
    std::size_t standing(std::size_t at) const {
        for (std::size_t steps = 0; at != kNone && steps <= units.size(); ++steps) {
            if (stands[at]) return at;
            at = place(units[at]->text("parent"));
        }
        return kNone;
    }
};

Shelf shelf_of(const OrganisationRecords& records, std::string_view day, Ended ended) {
    Shelf shelf;
    for (const Record* unit : records.units) {
        if (unit->removed) continue;
        shelf.places.emplace(unit->id, shelf.units.size());
        shelf.units.push_back(unit);
        shelf.stands.push_back(holds_on(*unit, day) || (ended == Ended::shown && unit->text("starts_on") <= day));
        shelf.keys.push_back(collation_key(unit->text("name")));
    }
    shelf.children.resize(shelf.units.size());
    return shelf;
}

void append(std::vector<TreeUnit>& tree, std::vector<std::size_t>& place_in_tree, const Shelf& shelf, std::size_t at, int parent) {
    if (place_in_tree[at] != kNone) return;
    const int own = static_cast<int>(tree.size());
    place_in_tree[at] = tree.size();
    tree.push_back({.unit = shelf.units[at], .parent = parent, .level = parent < 0 ? 1 : tree[static_cast<std::size_t>(parent)].level + 1});
    for (std::size_t child : shelf.children[at]) append(tree, place_in_tree, shelf, child, own);
}

}  // namespace

std::vector<TreeUnit> organisation_tree(const OrganisationRecords& records, std::string_view day, Ended ended) {
    Shelf shelf = shelf_of(records, day, ended);
    std::vector<std::size_t> roots, rest;
    for (std::size_t i = 0; i < shelf.units.size(); ++i) {
        if (!shelf.stands[i]) continue;
        const std::size_t parent = shelf.standing(shelf.place(shelf.units[i]->text("parent")));
        if (parent == kNone || parent == i) roots.push_back(i);
        else shelf.children[parent].push_back(i), rest.push_back(i);
    }
    const auto by_name = [&](std::size_t a, std::size_t b) { return shelf.keys[a] < shelf.keys[b]; };
    std::stable_sort(roots.begin(), roots.end(), by_name);
    for (auto& children : shelf.children) std::stable_sort(children.begin(), children.end(), by_name);
    std::vector<TreeUnit> tree;
    tree.reserve(shelf.units.size());
    std::vector<std::size_t> place_in_tree(shelf.units.size(), kNone);
    for (std::size_t root : roots) append(tree, place_in_tree, shelf, root, -1);
    for (std::size_t one : rest) append(tree, place_in_tree, shelf, one, -1);  // only what is in a ring is not there yet

    const auto count = [&](const std::vector<const Record*>& of, int TreeUnit::*into) {
        for (const Record* record : of) {
            const std::size_t at = record->removed ? kNone : shelf.standing(shelf.place(record->text("unit")));
            if (at != kNone) ++(tree[place_in_tree[at]].*into);
        }
    };
    std::vector<const Record*> people = records.people;
    std::erase_if(people, [&](const Record* person) { return !holds_on(*person, day); });
    count(people, &TreeUnit::people);
    count(records.assets, &TreeUnit::assets);
    count(records.systems, &TreeUnit::systems);
    std::vector<std::vector<const Record*>> seats(tree.size());
    for (const Record* seat : records.seats)
        if (const std::size_t at = shelf.place(seat->get(assignment::unit)); at != kNone && shelf.stands[at]) seats[place_in_tree[at]].push_back(seat);
    for (std::size_t i = tree.size(); i-- > 0;) {  // children before parents
        TreeUnit& unit = tree[i];
        unit.openings = openings_of(*unit.unit, seats[i], day);
        unit.has_seats = !seats[i].empty() || !unit.openings.empty();
        if (unit.parent < 0) continue;
        TreeUnit& parent = tree[static_cast<std::size_t>(unit.parent)];
        parent.people += unit.people;
        parent.assets += unit.assets;
        parent.systems += unit.systems;
        parent.openings_below += unit.openings_below + static_cast<int>(unit.openings.size());
    }
    return tree;
}

std::vector<TreeLine> tree_lines(const std::vector<TreeUnit>& tree, const std::function<bool(const TreeUnit&)>& is_open,
                                 const std::function<bool(const TreeUnit&)>& is_wanted) {
    std::vector<bool> is_kept(tree.size(), !is_wanted);
    for (std::size_t i = tree.size(); i-- > 0;) {
        if (is_wanted && is_wanted(tree[i])) is_kept[i] = true;
        if (is_kept[i] && tree[i].parent >= 0) is_kept[static_cast<std::size_t>(tree[i].parent)] = true;
    }
    std::vector<int> sizes(tree.size() + 1, 0), seen(tree.size() + 1, 0);  // by parent; the last is the top
    const auto family = [&](const TreeUnit& unit) { return unit.parent < 0 ? tree.size() : static_cast<std::size_t>(unit.parent); };
    for (std::size_t i = 0; i < tree.size(); ++i)
        if (is_kept[i]) ++sizes[family(tree[i])];
    std::vector<bool> is_shown(tree.size(), false), shows_children(tree.size(), false);
    std::vector<TreeLine> lines;
    for (std::size_t i = 0; i < tree.size(); ++i) {
        const TreeUnit& unit = tree[i];
        const std::size_t parent = family(unit);
        if (!is_kept[i] || (unit.parent >= 0 && !(is_shown[parent] && shows_children[parent]))) continue;
        is_shown[i] = true;
        shows_children[i] = sizes[i] > 0 && (is_wanted || is_open(unit));
        lines.push_back({static_cast<int>(i), ++seen[parent], sizes[parent], sizes[i] > 0, shows_children[i]});
    }
    return lines;
}

std::vector<Opening> all_openings(const std::vector<TreeUnit>& tree) {
    std::vector<Opening> all;
    for (const TreeUnit& unit : tree) all.insert(all.end(), unit.openings.begin(), unit.openings.end());
    std::stable_sort(all.begin(), all.end(), [](const Opening& a, const Opening& b) { return a.ends_on < b.ends_on; });  // vacant: no day
    return all;
}

}  // namespace lisa
