// Information assets: what every board has, what every unit of a kind has, and what only one part of the organisation has.
#include <algorithm>

#include "demo/world.h"

namespace lisa::demo {
namespace {

constexpr std::string_view kAspects[] = {"confidentiality", "integrity", "availability", "traceability"};
constexpr std::int64_t kRecoveryHours[] = {0, 120, 24, 4}, kLossHours[] = {0, 24, 24, 1}, kOutageHours[] = {0, 240, 72, 24};

bool has(const std::vector<std::string>& list, std::string_view element) { return std::find(list.begin(), list.end(), element) != list.end(); }

class Maker {
public:
    explicit Maker(World& world)
        : m_world(world),
          m_script(world.script),
          m_chance(world.script.chance()),
          m_information(world.tables.information),
          m_values(m_information.lines("values")) {}

    void make_sets() {
        for (const Row& row : m_information.rows("sets")) {
            const std::size_t unit = m_world.unit(row.text("unit"));
            Asset asset{{}, keeper(unit), {}, unit};
            Patch patch;
            patch.put("name", row.text("name")).put("reference", reference()).put("kind", row.text("kind")).put("description", row.text("about"));
            patch.put("unit", m_world.units[unit].id).put("owner", asset.keeper);
            asset.id = m_script.create(asset.keeper, "asset", std::move(patch));
            m_script.step(asset.keeper, "asset", asset.id, "put_to_use");
            m_sets.push_back({row.texts("areas"), asset.keeper, asset.id});
            m_world.assets.push_back(std::move(asset));
        }
    }

    /// `ending` tells apart what several parts of the organisation have.
    void make(const Row& row, std::size_t unit, const std::string& ending, std::size_t drift_one_in) {
        Asset asset{{}, keeper(unit), row.text("area"), unit};
        asset.name = row.text("name");
        const auto media = row.texts("media");
        asset.is_electronic = has(media, "electronic") || has(media, "storage_media");
        asset.is_preserved = row.text("keep").starts_with("Bevaras");
        asset.is_classified = !m_chance.one_in(14);
        Patch patch;
        patch.put("name", row.text("name") + ending).put("reference", reference()).put("kind", "information_type").put("description", row.text("about") + ".");
        patch.put("part_of", whole_of(asset)).add("forms", row.texts("forms")).add("media", media);
        if (has(media, "paper")) patch.put("kept_where", (asset.is_preserved ? "Närarkivet, " : "Låst skåp, ") + m_world.units[unit].name);
        patch.put("unit", m_world.units[unit].id);
        if (asset.is_classified) patch.put("owner", asset.keeper);  // it is put to use
        if (!m_chance.one_in(22)) patch.put("owner", m_world.id_of(m_world.holder("information_owner", unit)));
        patch.put("contact", m_world.id_of(m_world.somebody(unit)));
        if (asset.is_classified) classify(patch, row, asset, drift_one_in);
        law(patch, row, unit, asset.is_classified);
        asset.id = m_script.create(asset.keeper, "asset", std::move(patch));
        if (asset.is_classified) m_script.step(asset.keeper, "asset", asset.id, "put_to_use");
        if (asset.is_classified && m_chance.one_in(45)) m_script.step(asset.keeper, "asset", asset.id, "phase_out");
        m_world.assets.push_back(std::move(asset));
    }

private:
    struct Whole {
        std::vector<std::string> areas;
        std::string keeper, id;
    };

    std::string keeper(std::size_t unit) const {
        const std::size_t owner = m_world.holder("information_owner", unit);
        return m_world.id_of(owner == kNobody ? m_world.holder("coordinator", unit) : owner);
    }

    std::string reference() const {
        const std::string number = std::to_string(m_world.assets.size() + 1);
        return "I-" + std::string(4 - std::min<std::size_t>(4, number.size()), '0') + number;
    }

    /// What the asset is part of: only its own keeper can see and thus name that.
    std::string whole_of(const Asset& asset) const {
        for (const Whole& whole : m_sets)
            if (whole.keeper == asset.keeper && has(whole.areas, asset.area)) return whole.id;
        return {};
    }

    /// The typical levels of the table; here and there a part of the organisation judges one of them otherwise.
    void classify(Patch& patch, const Row& row, Asset& asset, std::size_t drift_one_in) {
        auto levels = row.numbers("levels");
        levels.resize(4);
        if (m_chance.one_in(drift_one_in)) {
            std::int64_t& level = levels[m_chance.below(4)];
            level = std::clamp<std::int64_t>(level + (m_chance.one_in(2) ? 1 : -1), 0, 3);
        }
        asset.confidentiality = levels[0];
        asset.levels = levels;
        std::string motive;
        for (std::size_t i = 0; i < 4; ++i) {
            patch.number(kAspects[i], levels[i]);
            for (const Row& reasons : m_information.rows("motives")) {
                const auto words = reasons.texts("levels");
                const auto level = static_cast<std::size_t>(levels[i]);
                if (reasons.text("aspect") == kAspects[i] && level < words.size()) motive += (motive.empty() ? "" : " ") + words[level];
            }
        }
        const std::int64_t on = -m_script.days_ago() - m_chance.between(0, 40), again = m_chance.one_in(6) ? 182 : 365;
        patch.put("motive", motive).put("classified_on", m_script.day(on)).put("review_on", m_script.day(on + again));
        const auto need = static_cast<std::size_t>(levels[2]);
        if (need < m_values.size()) patch.put("operations_value", m_values[need]);
        if (need == 0) return;
        patch.number("recovery_time_hours", kRecoveryHours[need])
            .number("recovery_point_hours", kLossHours[need])
            .number("longest_outage_hours", kOutageHours[need]);
        if (need == 3) patch.add("tags", {"samhällsviktigt"});
    }

    void law(Patch& patch, const Row& row, std::size_t unit, bool is_assessed) {
        const std::string secrecy = row.text("secrecy"), keep = row.text("keep"), data = row.text("data");
        patch.put("personal_data", is_assessed ? data : "not_assessed");
        for (const Row& basis : m_information.rows("laws"))
            if (basis.text("key") == row.text("basis")) patch.put("legal_basis", basis.text("text"));
        const std::size_t colon = secrecy.find(':');
        if (colon != std::string::npos) patch.put("secrecy", secrecy.substr(0, colon) + " kap. " + secrecy.substr(colon + 1) + " § OSL (exempel)");
        const bool is_about_people = secrecy.starts_with("23:") || secrecy.starts_with("25:") || secrecy.starts_with("26:");
        patch.yes("protected_identity", (is_about_people && data != "none") || row.text("name").starts_with("Skyddade"));
        patch.yes("is_public_record", keep.starts_with("Bevaras") || keep.find(" år") != std::string::npos).put("retention", keep);
        if (keep.starts_with("Gallras"))
            patch.put("disposal_decision", "Informationshanteringsplan " + m_script.year(-500) + ", " + m_world.units[m_world.units[unit].board].name);
    }

    World& m_world;
    Script& m_script;
    Chance& m_chance;
    Row m_information;
    std::vector<std::string> m_values;
    std::vector<Whole> m_sets;
};

}  // namespace

void add_assets(World& world) {
    const Row information(world.tables.information);
    Maker maker(world);
    world.script.start(300, 11);
    maker.make_sets();
    for (const Row& part : information.rows("one_unit"))
        for (const Row& row : part.rows("rows")) maker.make(row, world.unit(part.text("unit")), "", 30);
    for (const Row& part : information.rows("every_unit"))
        for (std::size_t unit = 0; unit < world.units.size(); ++unit)
            for (const Row& row : part.rows("rows"))
                if (has(part.texts("staff"), world.units[unit].staff)) maker.make(row, unit, ", " + world.units[unit].name, 8);
    for (std::size_t unit = 0; unit < world.units.size(); ++unit) {
        const Unit& body = world.units[unit];
        if (body.kind != "board" && body.kind != "company" && body.kind != "joint_body") continue;
        for (const Row& row : information.rows("every_board")) maker.make(row, unit, " (" + body.short_name + ")", 6);
    }
}

}  // namespace lisa::demo
