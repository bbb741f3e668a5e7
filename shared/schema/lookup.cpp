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
    if (hangs(own)) {
        const auto host = host_of(record, lookup);
        if (!host && host.error().fault == Fault::missing) return Places{};
        if (!host) return host.error();
        if (hangs(*host->entity)) return Places{};
        Places places = TRY(places_of(*host, lookup));
        places.rights = host->entity;
        return places;
    }
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

Result<Record> host_of(const Record& record, Lookup& lookup) {
    const Hanging& names = record.entity->hangs_on;
    const Entity* entity = find_entity(lookup.catalog(), record.text(names.entity));
    if (!hangs(*record.entity) || !entity) return fault(Fault::missing, "", "problem.missing");
    return lookup.load(*entity, record.text(names.record));
}

bool leads_to(const Record& record, const Field& field, const Entity& entity, std::string_view id) {
    const Hanging& names = record.entity->hangs_on;
    const bool is_of_register = field.name == names.record ? record.text(names.entity) == entity.name : field.ref == entity.name;
    return is_of_register && record.text(field.name) == id;
}

bool may_be_kept(const Record& record, Catalog catalog) {
    if (!hangs(*record.entity)) return record.entity->kept_on_device;
    const Entity* host = find_entity(catalog, record.text(record.entity->hangs_on.entity));
    return host && host->kept_on_device && record.entity->kept_on_device;
}

}  // namespace lisa
