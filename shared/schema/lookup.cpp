#include "schema/lookup.h"

#include <algorithm>

namespace lisa {
namespace {
constexpr std::size_t kDeepest = 32;  // a tree or chain deeper than this is a circle
}

Result<Places> Lookup::places_above(const Entity& tree, const std::string& id) {
    Places places;
    std::string now = id;
    while (!now.empty() && places.size() < kDeepest && std::find(places.begin(), places.end(), now) == places.end()) {
        auto node = load(tree, now);
        if (!node && node.error().fault == Fault::missing) break;
        if (!node) return node.error();
        places.push_back(now);
        now = node->text(tree.place);
    }
    return places;
}

Result<Places> places_of(const Record& record, Lookup& lookup) {
    const Entity& own = *record.entity;
    if (is_tree(own)) {
        Places places{record.id};
        const std::string parent = record.text(own.place);
        if (parent.empty()) return places;
        for (std::string& above : TRY(lookup.places_above(own, parent))) places.push_back(std::move(above));
        return places;
    }
    const Entity* entity = &own;
    std::string id = record.text(own.place);
    for (std::size_t hop = 0; hop < kDeepest && !id.empty(); ++hop) {
        entity = find_entity(lookup.catalog(), find_field(*entity, entity->place)->ref);
        if (is_tree(*entity)) return lookup.places_above(*entity, id);
        auto next = lookup.load(*entity, id);
        if (!next && next.error().fault == Fault::missing) return Places{};
        if (!next) return next.error();
        id = next->text(entity->place);
    }
    return Places{};
}

}  // namespace lisa
