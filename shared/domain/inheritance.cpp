#include "domain/inheritance.h"

#include <algorithm>
#include <set>

#include "core/text.h"
#include "domain/asset.h"
#include "domain/asset_system.h"
#include "domain/system.h"

namespace lisa {
namespace {

using Level = std::optional<std::int64_t>;

/// How one field of a class is inherited.
struct Aspect {
    std::string_view field;
    Inherited Inheritance::*into;
    bool is_lowest = false;           ///< the shortest time counts; else the highest level
    bool reaches_dependents = false;  ///< what those need who depend on a system, the system needs
    bool needs_motive = true;         ///< for an own value to count
};
constexpr Aspect kAspects[] = {
    {"confidentiality", &Inheritance::confidentiality},
    {"integrity", &Inheritance::integrity},
    {"availability", &Inheritance::availability, false, true},
    {"traceability", &Inheritance::traceability},
    {"recovery_time_hours", &Inheritance::recovery_time_hours, true, true, false},
};

using Node = SystemNet::Node;

bool by_name(const Record* a, const Record* b) { return collation_key(a->text("name")) < collation_key(b->text("name")); }

/// The number of a field by name; nothing where it is blank or there is no such field.
Level number(const Record& record, std::string_view field) {
    const std::size_t at = position(*record.entity, field);
    const auto* value = at == kNoField ? nullptr : std::get_if<std::int64_t>(&record.values[at]);
    return value ? Level(*value) : std::nullopt;
}

bool has_motive(const Record& system) {
    const std::size_t at = position(*system.entity, "class_motive");
    return at != kNoField && (system.is_hidden(at) || !trim(system.text("class_motive")).empty());
}

/// The system's own value, where it counts.
Level own_level(const Record& system, const Aspect& aspect) { return aspect.needs_motive && !has_motive(system) ? Level{} : number(system, aspect.field); }

Level better(Level a, Level b, const Aspect& aspect) {
    if (!a || !b) return a ? a : b;
    return aspect.is_lowest ? std::min(a, b) : std::max(a, b);
}

/// What a system has without the one that inherits from it: a circle is no reason.
Level level_without(const Node& of, const Node& me, const Aspect& aspect) {
    Level best;
    std::set<const Node*> seen{&me, &of};
    std::vector<const Node*> waiting{&of};
    while (!waiting.empty()) {
        const Node& node = *waiting.back();
        waiting.pop_back();
        if (const Level own = own_level(*node.system, aspect)) {
            best = better(best, own, aspect);
            continue;
        }
        for (const Record* asset : node.information) best = better(best, number(*asset, aspect.field), aspect);
        const auto go_on = [&](const std::vector<const Node*>& to) {
            for (const Node* next : to)
                if (seen.insert(next).second) waiting.push_back(next);
        };
        go_on(node.parts);
        if (aspect.reaches_dependents) go_on(node.dependents);
    }
    return best;
}

Inherited inherit_aspect(const Node& me, const Aspect& aspect) {
    Inherited out;
    const auto offer = [&](Tie tie, const Record* record, Level level) {
        if (!level) return;
        const Level best = better(out.asked, level, aspect);
        if (best != out.asked) out.because.clear();
        out.asked = best;
        if (level == best) out.because.push_back({tie, record});
    };
    for (const Record* asset : me.information) offer(Tie::information, asset, number(*asset, aspect.field));
    for (const Node* part : me.parts) offer(Tie::part, part->system, level_without(*part, me, aspect));
    if (aspect.reaches_dependents)
        for (const Node* dependent : me.dependents) offer(Tie::dependent, dependent->system, level_without(*dependent, me, aspect));
    out.level = out.asked;
    if (const Level own = own_level(*me.system, aspect)) out.level = own, out.is_own = true;
    else out.lacks_motive = number(*me.system, aspect.field).has_value();
    return out;
}

}  // namespace

std::vector<const Record*> information_in(const Record& system, const Referring& referring, const FindById& find) {
    std::vector<const Record*> found;
    if (system.id.empty()) return found;
    for (std::string_view field : {"system", "flows_to"})
        for (const Record* link : referring(kAssetSystem, field, system.id)) {
            const Record* asset = find(kAsset, link->get(asset_system::asset));
            const bool counts = asset && !asset->removed && asset->text("status") != "disposed";
            if (counts && std::find(found.begin(), found.end(), asset) == found.end()) found.push_back(asset);
        }
    std::stable_sort(found.begin(), found.end(), by_name);
    return found;
}

const Node& SystemNet::take_up(const Record& system) {
    std::vector<Node*> waiting;
    const auto node_of = [&](const Record& one) {
        auto [found, is_new] = m_nodes.try_emplace(one.id);
        if (is_new) found->second.system = &one, waiting.push_back(&found->second);
        return &found->second;
    };
    const Node* first = node_of(system);
    while (!waiting.empty()) {
        Node& node = *waiting.back();
        waiting.pop_back();
        node.information = information_in(*node.system, m_referring, m_find);
        const std::string& id = node.system->id;
        if (id.empty()) continue;
        const auto add = [&](std::vector<const Node*>& to, const Record* other) {
            if (!other || other->removed || other->text("status") == "retired" || other->id == id) return;
            const Node* neighbour = node_of(*other);
            if (std::find(to.begin(), to.end(), neighbour) == to.end()) to.push_back(neighbour);
        };
        for (const Record* part : m_referring(kSystem, "part_of", id)) add(node.parts, part);
        for (const Record* link : m_referring(kAssetSystem, "system", id))
            if (link->get(asset_system::receiver_depends)) add(node.dependents, m_find(kSystem, link->get(asset_system::flows_to)));
        for (auto* side : {&node.parts, &node.dependents})
            std::stable_sort(side->begin(), side->end(), [](const Node* a, const Node* b) { return by_name(a->system, b->system); });
    }
    return *first;
}

Inheritance SystemNet::class_of(const Record& system) {
    const Node& node = take_up(system);
    Inheritance out;
    for (const Aspect& aspect : kAspects) out.*aspect.into = inherit_aspect(node, aspect);
    return out;
}

Inheritance inherit(const Record& system, const Referring& referring, const FindById& find) { return SystemNet(referring, find).class_of(system); }

}  // namespace lisa
