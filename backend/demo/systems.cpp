// Systems: the common ones by name, and equipment that every unit of a kind has.
#include <algorithm>
#include <map>

#include "demo/world.h"

namespace lisa::demo {
namespace {

/// Hours by how much depends on a system, 0 to 3.
struct Demand {
    std::int64_t recovery_time, recovery_point, longest_outage;
};
constexpr Demand kDemands[] = {{0, 0, 0}, {120, 24, 240}, {24, 24, 72}, {4, 1, 24}};

/// The steps from planned to where a system stands.
struct Stage {
    std::string_view status;
    std::size_t steps;
};
constexpr std::string_view kSteps[] = {"introduce", "start", "phase_out", "retire"};
constexpr std::size_t kStepsToUse = 2;

Stage stage_of(Chance& chance) {
    const std::size_t throw_of = chance.below(100);
    if (throw_of < 4) return {"planned", 0};
    if (throw_of < 9) return {"introducing", 1};
    if (throw_of < 91) return {"in_operation", 2};
    if (throw_of < 98) return {"phasing_out", 3};
    return {"retired", 4};
}

bool has_area(const Row& row, std::string_view area) {
    const auto areas = row.texts("areas");
    return std::find(areas.begin(), areas.end(), area) != areas.end();
}

class Maker {
public:
    explicit Maker(World& world)
        : m_world(world), m_script(world.script), m_chance(world.script.chance()), m_names(world.tables.names), m_systems(world.tables.systems) {}

    void make(const Row& row, std::size_t unit, const std::string& name) {
        const std::size_t owner = m_world.holder("system_owner", unit), it_manager = m_world.holder("it_manager", unit);
        System system{{}, m_world.id_of(owner == kNobody ? it_manager : owner), unit, row.texts("areas")};
        m_stage = stage_of(m_chance);
        Patch patch;
        basics(patch, row, name);
        responsible(patch, unit, owner, system.keeper);
        supplier(patch, row);
        operation(patch, row);
        continuity(patch, row);
        patch.put("link", "https://exempel.example/system/" + std::to_string(m_world.systems.size() + 1));
        system.id = m_script.create(system.keeper, "system", std::move(patch));
        for (std::size_t i = 0; i < m_stage.steps; ++i) m_script.step(system.keeper, "system", system.id, kSteps[i]);
        agreement(system, name);
        m_ids.emplace_back(name, system.id);
        system.name = name;
        system.supplier = m_last_supplier;
        system.weight = row.number("weight");
        system.is_in_use = m_stage.status == "in_operation";
        system.is_agreed = m_is_agreed;
        system.holds_people = row.text("kind") == "application" || row.text("kind") == "cloud_service";
        m_world.systems.push_back(std::move(system));
    }

private:
    void basics(Patch& patch, const Row& row, const std::string& name) {
        const std::string number = std::to_string(m_world.systems.size() + 1);
        patch.put("name", name).put("reference", "S-" + std::string(3 - std::min<std::size_t>(3, number.size()), '0') + number);
        patch.put("kind", row.text("kind")).put("description", row.text("what") + ".").number("user_count", row.number("users"));
        const auto whole = std::find_if(m_ids.begin(), m_ids.end(), [&](const auto& known) { return known.first == row.text("part_of"); });
        if (whole != m_ids.end()) patch.put("part_of", whole->second);
        if (row.number("weight") == 3) patch.add("tags", {"verksamhetskritiskt"});
    }

    /// What is in use has an owner, and was gone through when it came into the register; here and there too long ago.
    void responsible(Patch& patch, std::size_t unit, std::size_t owner, const std::string& keeper) {
        patch.put("unit", m_world.units[unit].id);
        const bool is_used = m_stage.steps >= kStepsToUse;
        if (is_used) patch.put("owner", keeper);
        if (!m_chance.one_in(18)) patch.put("owner", m_world.id_of(owner));
        if (is_used) {
            const auto number = static_cast<std::int64_t>(m_world.systems.size()), ago = m_script.days_ago() + number % 60;
            patch.put("reviewed_on", m_script.day(-ago)).put("review_on", m_script.day((number % 9 == 0 ? 400 : 730) - ago));
        }
        const std::size_t manager = manager_of(unit);
        if (!m_chance.one_in(14)) patch.put("manager", m_world.id_of(manager));
        patch.put("technical_contact", m_world.id_of(m_world.somebody(m_world.unit("it"))));
    }

    /// One of the people who manage systems over the unit or above it.
    std::size_t manager_of(std::size_t unit) {
        for (std::size_t at = unit;; at = m_world.units[at].parent) {
            std::vector<std::size_t> there;
            for (const Seat& seat : m_world.seats)
                if (seat.role == "system_manager" && seat.unit == at && seat.person != kNobody) there.push_back(seat.person);
            if (!there.empty()) return m_chance.pick(there);
            if (m_world.units[at].parent == at) return kNobody;
        }
    }

    void supplier(Patch& patch, const Row& row) {
        patch.put("provider", m_last_supplier = supplier_of(m_chance.pick(m_names.texts("suppliers"))));
        patch.put("support_contact",
                  "0980-319 2" + std::to_string(m_chance.between(10, 99)) + (row.number("weight") == 3 ? ", dygnet runt" : ", vardagar 8–17"));
        const std::string kind = row.text("kind");
        const bool holds_people = kind == "application" || kind == "cloud_service";
        const bool is_open = m_chance.one_in(9);
        m_is_agreed = holds_people && !is_open;
        patch.put("processor_agreement", !holds_people ? "not_needed" : !is_open ? "signed" : m_chance.one_in(2) ? "missing" : "not_assessed");
    }

    /// The supplier of that name, made when it is met first.
    std::string supplier_of(const std::string& name) {
        const auto known = m_suppliers.find(name);
        if (known != m_suppliers.end()) return known->second;
        const std::string coordinator = m_world.id_of(m_world.holder("coordinator", 0));
        Patch patch;
        patch.put("name", name).put("unit", m_world.units[0].id).put("kind", "software").put("country", "Sverige");
        patch.put("next_assessment_on", m_script.day(m_chance.between(-30, 700)));
        return m_suppliers[name] = m_script.create(coordinator, "supplier", std::move(patch));
    }

    void agreement(const System& system, const std::string& name) {
        if (m_stage.steps == 0 || m_stage.steps == 4) return;
        const std::int64_t since = m_chance.between(-2200, -450);
        Patch patch;
        patch.put("title", "Avtal om " + name)
            .put("kind", "contract")
            .put("system", system.id)
            .put("supplier", m_last_supplier)
            .put("unit", m_world.units[system.unit].id);
        patch.put("registry_number", "KS " + m_script.year(since) + "/" + std::to_string(m_chance.between(10, 780))).put("starts_on", m_script.day(since));
        patch.put("ends_on", m_script.day(m_chance.between(-40, 1300))).number("notice_months", m_chance.pick(std::vector<std::int64_t>{3, 6, 9, 12}));
        patch.put("responsible", system.keeper);
        m_script.step(system.keeper, "agreement", m_script.create(system.keeper, "agreement", std::move(patch)), "sign");
    }

    void operation(Patch& patch, const Row& row) {
        const std::string kind = row.text("kind"), hosting = row.text("hosting");
        const bool is_machine = kind == "control_system" || kind == "equipment" || kind == "infrastructure";
        patch.put("hosting", hosting);
        if (hosting == "cloud_eu") patch.put("country", m_chance.pick(m_names.texts("countries")));
        else patch.put("country", hosting == "cloud_outside_eu" ? m_chance.pick(m_names.texts("cloud_outside")) : "Sverige");
        if (hosting == "own_operation" && !is_machine) patch.put("location", m_chance.one_in(2) ? "Serverhallen Ett" : "Serverhallen Två");
        const bool is_for_citizens = has_area(row, "eservice");
        const std::string sign_in = is_for_citizens      ? "national_eid"
                                    : is_machine         ? m_chance.one_in(3) ? "shared_account" : "own_accounts"
                                    : m_chance.one_in(7) ? "own_accounts"
                                                         : "municipal_sign_in";
        patch.put("sign_in", sign_in).yes("has_second_factor", sign_in == "national_eid" || (sign_in == "municipal_sign_in" && !m_chance.one_in(4)));
        patch.yes("has_logging", !m_chance.one_in(is_machine ? 2 : 8));
        if (m_stage.steps >= 2) patch.put("in_use_since", m_script.day(m_chance.between(-4200, -430)));
        if (m_stage.steps == 3) patch.put("retires_on", m_script.day(m_chance.between(20, 500)));
        if (m_stage.steps == 4) patch.put("retires_on", m_script.day(m_chance.between(-350, -100)));
        patch.number("patched_every_days", is_machine ? 180 : hosting.starts_with("cloud") ? 14 : 30);
        if (m_chance.one_in(5)) patch.put("weaknesses", m_chance.pick(m_systems.lines("weaknesses")));
    }

    void continuity(Patch& patch, const Row& row) {
        const auto weight = static_cast<std::size_t>(std::clamp<std::int64_t>(row.number("weight"), 0, 3));
        if (weight == 0) return;
        const Demand& demand = kDemands[weight];
        patch.number("recovery_time_hours", demand.recovery_time).number("recovery_point_hours", demand.recovery_point);
        patch.number("longest_outage_hours", demand.longest_outage).put("backup", m_chance.pick(m_systems.lines("backups")));
        if (weight >= 2 && !m_chance.one_in(5)) patch.put("manual_routine", m_chance.pick(m_systems.lines("routines")));
        if (m_chance.one_in(2)) patch.put("restore_tested_on", m_script.day(m_chance.between(-800, -440)));
    }

    World& m_world;
    Script& m_script;
    Chance& m_chance;
    Row m_names, m_systems;
    Stage m_stage{};
    bool m_is_agreed = false;                                ///< whether there is a processor agreement for the system being made
    std::map<std::string, std::string> m_suppliers{};        ///< id by name
    std::string m_last_supplier{};                           ///< of the system being made
    std::vector<std::pair<std::string, std::string>> m_ids;  ///< name and id of what is there, for part_of
};

}  // namespace

void add_systems(World& world) {
    const Row systems(world.tables.systems);
    Maker maker(world);
    world.script.start(405, 40);
    for (const Row& row : systems.rows("systems")) maker.make(row, world.unit(row.text("unit")), row.text("name"));
    for (const Row& row : systems.rows("equipment")) {
        const auto staff = row.texts("staff");
        for (std::size_t unit = 0; unit < world.units.size(); ++unit)
            if (std::find(staff.begin(), staff.end(), world.units[unit].staff) != staff.end())
                maker.make(row, unit, row.text("name") + ", " + world.units[unit].name);
    }
}

}  // namespace lisa::demo
