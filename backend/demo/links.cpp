// Which information is in which system, and where it flows.
#include <algorithm>

#include "demo/world.h"

namespace lisa::demo {
namespace {

/// How near a system is to a unit: the unit's own, its board's, or one that the whole municipality shares.
int nearness(const World& world, const System& system, std::size_t unit) {
    if (system.unit == unit) return 3;
    if (world.units[system.unit].board == world.units[unit].board) return 2;
    return world.units[system.unit].board == world.unit("ks") ? 1 : 0;
}

/// The systems that serve an area for a unit, nearest first. Another unit's own equipment is not among them.
std::vector<const System*> serving(const World& world, std::string_view area, std::size_t unit) {
    std::vector<const System*> found;
    for (const System& system : world.systems) {
        const bool serves = std::find(system.areas.begin(), system.areas.end(), area) != system.areas.end();
        const std::string& kind = world.units[system.unit].kind;
        const bool is_shared =
            system.unit == unit || kind != "unit" || world.units[system.unit].board == world.unit("ks") || nearness(world, system, unit) == 2;
        if (serves && is_shared && nearness(world, system, unit) > 0) found.push_back(&system);
    }
    std::stable_sort(found.begin(), found.end(), [&](const System* a, const System* b) { return nearness(world, *a, unit) > nearness(world, *b, unit); });
    return found;
}

/// Where information goes besides the system that holds it.
const System* second_of(World& world, const Asset& asset, const std::vector<const System*>& near) {
    Chance& chance = world.script.chance();
    if (near.size() > 1 && !chance.one_in(3)) return near[1 + chance.below(std::min<std::size_t>(near.size() - 1, 3))];
    const auto shared = serving(world, asset.is_preserved ? "archive" : chance.one_in(2) ? "statistics" : "office", asset.unit);
    return shared.empty() || shared.front() == near.front() ? nullptr : shared.front();
}

void link(World& world, const Asset& asset) {
    Script& script = world.script;
    Chance& chance = script.chance();
    const auto near = serving(world, asset.area, asset.unit);
    if (near.empty()) return;
    const System* second = chance.one_in(3) ? nullptr : second_of(world, asset, near);
    const bool is_sent = second && !chance.one_in(3);
    constexpr std::string_view kMeans[] = {"integration", "integration", "integration", "file", "file", "manual", "email"};
    Patch patch;
    patch.put("asset", asset.id).put("system", near.front()->id).put("relation", "stored").yes("is_original", true);
    if (is_sent) {
        const std::string_view means = kMeans[chance.below(std::size(kMeans))];
        patch.put("flows_to", second->id).put("transfer", means).yes("is_encrypted", means != "manual" && (means == "integration" || !chance.one_in(3)));
        const bool is_needed = means == "integration" && second->weight == 3;  // what much depends on cannot wait for the night
        patch.yes("receiver_depends", is_needed);
        patch.put("description", is_needed                ? "Förs över så snart något ändras."
                                 : means == "integration" ? "Förs över varje natt."
                                 : means == "file"        ? "Fil som läses in en gång i veckan."
                                                          : "Förs över vid behov.");
    }
    script.create(asset.keeper, "asset_system", std::move(patch));
    if (!second) return;
    constexpr std::string_view kUses[] = {"processed", "shown", "sent"};
    Patch use;
    use.put("asset", asset.id).put("system", second->id).put("relation", is_sent ? "received" : kUses[chance.below(std::size(kUses))]);
    script.create(asset.keeper, "asset_system", std::move(use));
}

}  // namespace

void add_links(World& world) {
    world.script.start(125, 26);
    for (const Asset& asset : world.assets)
        if (asset.is_electronic) link(world, asset);
}

}  // namespace lisa::demo
