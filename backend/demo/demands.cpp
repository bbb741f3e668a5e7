// How the most important systems stand to the requirements, and the agreements with those who process personal data in them.
#include <algorithm>

#include "catalogue.h"
#include "demo/world.h"

namespace lisa::demo {
namespace {

constexpr std::size_t kSystems = 40, kRequirementsEach = 9;

std::string_view status_of(Chance& chance) {
    const std::size_t at = chance.below(100);
    return at < 46 ? "met" : at < 68 ? "partly" : at < 82 ? "not_met" : at < 88 ? "not_applicable" : "not_assessed";
}

void assess(World& world, const System& system, const std::string& requirement) {
    Script& script = world.script;
    Chance& chance = script.chance();
    const Row method(world.tables.method);
    const std::string status(status_of(chance));
    Patch patch;
    patch.put("system", system.id).put("requirement", requirement).put("status", status).put("owner", system.keeper);
    if (status != "not_assessed") patch.put("assessed_on", script.before(chance.between(0, 300)));
    if (status == "met" || status == "partly") patch.put("how", chance.pick(method.lines(status)));
    if (status == "not_met" || status == "not_applicable") patch.put("reason", chance.pick(method.lines(status)));
    if (status == "met" && chance.one_in(3)) patch.put("evidence", "https://exempel.example/bevis/krav-" + std::to_string(chance.between(100, 999)));
    if (status == "partly" || status == "not_met") patch.put("due_on", script.day(chance.one_in(4) ? chance.between(-60, -1) : chance.between(10, 300)));
    script.create(system.keeper, "requirement_status", std::move(patch));
}

/// The general requirements first, then those of any level and aspect; none twice.
void assess_all(World& world, const System& system, const std::vector<Row>& requirements) {
    Chance& chance = world.script.chance();
    std::vector<std::string> keys;
    for (const Row& row : requirements)
        if (row.row("fields").number("least_level") <= std::max<std::int64_t>(system.weight, 1)) keys.push_back(row.text("key"));
    for (std::size_t i = 0; i < kRequirementsEach && !keys.empty(); ++i) {
        const auto at = keys.begin() + static_cast<std::ptrdiff_t>(chance.below(i < 4 ? std::min<std::size_t>(keys.size(), 15) : keys.size()));
        assess(world, system, catalogue_id("requirement", *at));
        keys.erase(at);
    }
}

void agree(World& world, const System& system) {
    Script& script = world.script;
    Chance& chance = script.chance();
    const bool is_signed = system.is_agreed, is_complete = !chance.one_in(4);
    const std::int64_t since = is_signed ? chance.between(-1200, -200) : chance.between(10, 60);
    Patch patch;
    patch.put("title", "Personuppgiftsbiträdesavtal om " + system.name).put("kind", "processor_agreement").put("supplier", system.supplier);
    patch.put("system", system.id).put("unit", world.units[system.unit].id).put("responsible", system.keeper).put("starts_on", script.day(since));
    patch.put("ends_on", script.day(is_signed && chance.one_in(10) ? chance.between(-90, -1) : chance.between(400, 1100)));
    patch.put("processed_data", "Uppgifter om dem som verksamheten arbetar för och om medarbetare som använder " + system.name + ".");
    patch.put("subprocessor_approval", is_complete ? (chance.one_in(2) ? "each_approved" : "general_approval") : "not_regulated");
    patch.put("data_location", chance.one_in(5) ? "EU/EES" : "Sverige").put("transfer_mechanism", chance.one_in(6) ? "not_assessed" : "no_transfer");
    patch.put("security_requirements", is_complete ? "included" : chance.one_in(2) ? "partly" : "missing").yes("has_audit_right", is_complete);
    patch.yes("has_confidentiality", is_complete || chance.one_in(2));
    if (is_complete) {
        patch.put("instructions", "Biträdet behandlar uppgifterna bara för att leverera tjänsten och enligt kommunens skriftliga instruktion.");
        patch.put("deletion", chance.one_in(2) ? "returned_and_deleted" : "deleted").number("deletion_days", 90).number("incident_notice_hours", 24);
    } else {
        patch.put("gaps", "Avtalet säger inte vad som händer med uppgifterna när det upphör, och tiden för besked om incidenter saknas.");
    }
    if (is_signed && chance.one_in(2)) patch.put("checked_on", script.before(chance.between(0, 300)));
    const std::string id = script.create(system.keeper, "agreement", std::move(patch));
    if (!is_signed) return;
    Patch signing;
    signing.put("registry_number", "KS " + script.year(since) + "/" + std::to_string(chance.between(10, 780)));
    signing.put("signed_on", script.day(since - 10)).put("signed_by", "Förvaltningschef");
    script.step(system.keeper, "agreement", id, "sign", std::move(signing));
}

}  // namespace

void add_demands(World& world) {
    std::vector<const System*> systems;
    for (const System& system : world.systems)
        if (system.is_in_use) systems.push_back(&system);
    std::stable_sort(systems.begin(), systems.end(), [](const System* a, const System* b) { return a->weight > b->weight; });
    const auto requirements = Row(world.tables.requirements).rows("records");
    for (std::size_t i = 0; i < systems.size() && i < kSystems; ++i) assess_all(world, *systems[i], requirements);
    for (const System* system : systems)
        if (system->holds_people && system->weight >= 1 && (system->is_agreed || world.script.chance().one_in(2))) agree(world, *system);
}

}  // namespace lisa::demo
