// What happened afterwards, so that the history has something to tell.
#include "demo/world.h"

namespace lisa::demo {
namespace {

void revisit_asset(World& world, const Asset& asset, const std::vector<std::string>& remarks) {
    Script& script = world.script;
    Chance& chance = script.chance();
    const std::size_t board = world.units[asset.unit].board, administrator = world.holder("privacy_administrator", board);
    switch (chance.below(5)) {
        case 0: script.update(asset.keeper, "asset", asset.id, std::move(Patch().note("notes", chance.pick(remarks)))); break;
        case 1:
            script.update(administrator == kNobody ? asset.keeper : world.id_of(administrator), "asset", asset.id,
                          std::move(Patch().note("notes", chance.pick(remarks)).yes("protected_identity", true)));
            break;
        case 2: script.update(asset.keeper, "asset", asset.id, std::move(Patch().put("contact", world.id_of(world.somebody(asset.unit))))); break;
        case 3:
            script.update(world.id_of(world.holder("coordinator", 0)), "asset", asset.id,
                          std::move(Patch().note("notes", chance.pick(remarks)).add("tags", {"klassad i workshop"})));
            break;
        default: {
            if (!asset.is_classified) break;
            const std::int64_t level = asset.confidentiality < 3 ? asset.confidentiality + 1 : 2;
            script.update(asset.keeper, "asset", asset.id,
                          std::move(Patch()
                                        .number("confidentiality", level)
                                        .put("classified_on", script.day(-script.days_ago()))
                                        .put("review_on", script.day(365 - script.days_ago()))
                                        .put("motive", "Omklassad efter verksamhetens genomgång; konsekvensen för enskilda bedömdes på nytt.")));
        }
    }
}

void revisit_system(World& world, const System& system, const std::vector<std::string>& remarks) {
    Script& script = world.script;
    Chance& chance = script.chance();
    switch (chance.below(4)) {
        case 0:
            script.update(system.keeper, "system", system.id,
                          std::move(Patch().put("support_contact", "0980-319 2" + std::to_string(chance.between(10, 99)) + ", vardagar 7–18")));
            break;
        case 1:
            script.update(world.id_of(world.holder("it_manager", 0)), "system", system.id,
                          std::move(Patch().put("restore_tested_on", script.day(-script.days_ago()))));
            break;
        default: script.update(system.keeper, "system", system.id, std::move(Patch().note("notes", chance.pick(remarks))));
    }
}

}  // namespace

void add_history(World& world) {
    Script& script = world.script;
    Chance& chance = script.chance();
    const auto asset_remarks = Row(world.tables.information).lines("remarks"), system_remarks = Row(world.tables.systems).lines("remarks");
    const std::string administrator = world.id_of(world.holder("administrator", 0)), coordinator = world.id_of(world.holder("coordinator", 0));
    script.start(60, 6);
    for (int i = 0; i < 110; ++i) revisit_asset(world, chance.pick(world.assets), asset_remarks);
    for (int i = 0; i < 50; ++i) revisit_system(world, chance.pick(world.systems), system_remarks);
    for (int i = 0; i < 12; ++i)
        script.update(administrator, "person", chance.pick(world.people).id,
                      std::move(Patch().put("phone", "0980-319 2" + std::to_string(chance.between(10, 99)))));
    for (const Seat& seat : world.seats)
        if (seat.person == kNobody && chance.one_in(2))
            script.update(coordinator, "assignment", seat.id, std::move(Patch().note("notes", "Frågan är väckt hos förvaltningschefen.")));
    for (const std::string& document : world.documents)
        if (chance.one_in(2))
            script.update(coordinator, "document", document, std::move(Patch().note("notes", "Synpunkter från ledningsgruppen är inarbetade.")));
    // One asset is taken away by mistake and comes back.
    for (const Asset& asset : world.assets) {
        if (asset.is_electronic || asset.area.empty()) continue;
        script.act(asset.keeper, Verb::remove, "asset", asset.id);
        script.act(asset.keeper, Verb::restore, "asset", asset.id);
        break;
    }
}

World tell(const Tables& tables, std::uint64_t seed, std::int64_t now_ms) {
    World world{tables, Script(seed, now_ms)};
    add_organisation(world);
    add_roles(world);
    add_systems(world);
    add_documents(world);
    add_assets(world);
    add_links(world);
    add_history(world);

    // The method has its own dice, so that what stands above does not depend on it.
    const Script first = std::move(world.script);
    world.script = Script(seed + 1, now_ms);
    world.script.start(74, 130);
    add_classes(world);
    add_risks(world);
    add_demands(world);
    add_steering(world);
    add_processings(world);
    add_privacy(world);
    world.catalogues_ms = world.script.deeds().front().at_ms;
    world.script.weave(first);

    const Script both = std::move(world.script);
    world.script = Script(seed + 2, now_ms);
    add_reorganisation(world);
    add_section_links(world);
    world.script.weave(both);

    const Script all = std::move(world.script);
    world.script = Script(seed + 5, now_ms);
    add_events(world);
    world.script.weave(all);

    const Script reported = std::move(world.script);
    world.script = Script(seed + 3, now_ms);
    add_breaches(world);
    world.script.weave(reported);

    const Script told = std::move(world.script);
    world.script = Script(seed + 4, now_ms);
    add_crew(world);
    world.script.weave(told);

    const Script before = std::move(world.script);
    world.script = Script(seed + 5, now_ms);
    add_causes(world);
    world.script.weave(before);

    const Script caused = std::move(world.script);
    world.script = Script(seed + 6, now_ms);
    add_control(world);
    world.script.weave(caused);
    return world;
}

}  // namespace lisa::demo
