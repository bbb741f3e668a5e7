// Which type of information an asset is, and classifications that are drafted, proposed, decided and withdrawn.
#include <algorithm>
#include <map>

#include "catalogue.h"
#include "demo/world.h"

namespace lisa::demo {
namespace {

constexpr std::string_view kAspects[] = {"confidentiality", "integrity", "availability", "traceability"};
constexpr std::string_view kHarms[] = {"individual", "operations", "economy", "law", "trust"};
constexpr std::size_t kClassifications = 80;

std::vector<std::int64_t> levels_of_type(const Row& fields) {
    std::vector<std::int64_t> levels;
    for (std::string_view aspect : kAspects) levels.push_back(fields.number(aspect));
    return levels;
}

/// Gives every asset whose name is in the table its type, with a motive where the levels are others.
void set_types(World& world) {
    Script& script = world.script;
    const Row method(world.tables.method), types(world.tables.types);
    const auto motives = method.lines("deviations");
    std::map<std::string, std::string> type_of;
    for (const Row& row : method.rows("types"))
        for (const std::string& name : row.texts("assets")) type_of[name] = row.text("type");
    std::map<std::string, std::vector<std::int64_t>> typical;
    for (const Row& row : types.rows("records")) typical[row.text("key")] = levels_of_type(row.row("fields"));
    for (Asset& asset : world.assets) {
        const auto type = type_of.find(asset.name);
        if (type == type_of.end() || !asset.is_electronic) continue;
        asset.type = type->second;
        Patch patch;
        patch.put("information_type", catalogue_id("information_type", asset.type));
        if (asset.is_classified && asset.levels != typical[asset.type] && !script.chance().one_in(5))
            patch.put("deviation_motive", script.chance().pick(motives));
        script.update(asset.keeper, "asset", asset.id, std::move(patch));
    }
}

class Classifier {
public:
    explicit Classifier(World& world) : m_script(world.script), m_chance(world.script.chance()), m_method(world.tables.method) {}

    /// `number` decides how far it has come.
    void make(const Asset& asset, std::size_t number) {
        auto levels = asset.levels;
        std::int64_t& doubt = levels[m_chance.below(3)];
        if (m_chance.one_in(4)) doubt = std::clamp<std::int64_t>(doubt + (m_chance.one_in(2) ? 1 : -1), 0, 3);
        const std::int64_t held = m_chance.between(1, 60);
        Patch patch;
        patch.put("asset", asset.id).put("reason_for_review", m_chance.one_in(3) ? "first" : m_chance.one_in(4) ? "changed_content" : "yearly");
        patch.put("held_on", m_script.before(held)).add("participants", participants());
        const bool is_draft = number % 8 == 0;
        for (std::size_t aspect = 0; aspect < (is_draft ? 1u : 3u); ++aspect) judge(patch, aspect, static_cast<std::size_t>(levels[aspect]));
        if (!is_draft) {
            patch.number("traceability_level", levels[3]);
            patch.put("traceability_motive", m_method.lines("traceability_motives")[static_cast<std::size_t>(levels[3])]);
        }
        const std::string id = m_script.create(asset.keeper, "classification", std::move(patch));
        if (is_draft) return;
        m_script.step(asset.keeper, "classification", id, "propose");
        if (number % 8 == 1) return;
        Patch decision;
        decision.put("decided_by", asset.keeper).put("decided_on", m_script.before(0)).put("review_on", m_script.before(-365));
        m_script.step(asset.keeper, "classification", id, "decide", std::move(decision));
        if (number % 20 == 3) m_script.step(asset.keeper, "classification", id, "withdraw");
        else if (number % 20 != 6) follow_up(asset, levels, held);  // a few are forgotten, for the checks to find
    }

private:
    Set participants() {
        Set out;
        for (const std::string& name : m_method.texts("workshop"))
            if (!m_chance.one_in(3)) out.push_back(name);
        return out;
    }

    /// One harm reaches the level; the others stay below it or are not judged.
    void judge(Patch& patch, std::size_t aspect, std::size_t level) {
        const std::string name(kAspects[aspect]);
        const std::size_t worst = m_chance.one_in(2) ? 0 : m_chance.below(std::size(kHarms));
        for (std::size_t i = 0; i < std::size(kHarms); ++i) {
            if (i != worst && m_chance.one_in(6)) continue;
            patch.number(name + "_" + std::string(kHarms[i]), static_cast<std::int64_t>(i == worst ? level : m_chance.below(level + 1)));
        }
        for (const Row& row : m_method.rows("class_motives"))
            if (row.text("aspect") == name) patch.put(name + "_motive", row.texts("levels")[level]);
    }

    /// What a decided classification brings with it: domain/follow_up.h.
    void follow_up(const Asset& asset, const std::vector<std::int64_t>& levels, std::int64_t held) {
        Patch patch;
        for (std::size_t i = 0; i < std::size(kAspects); ++i) patch.number(kAspects[i], levels[i]);
        patch.put("classified_on", m_script.before(held)).put("review_on", m_script.before(-365));
        m_script.update(asset.keeper, "asset", asset.id, std::move(patch));
    }

    Script& m_script;
    Chance& m_chance;
    Row m_method;
};

}  // namespace

void add_classes(World& world) {
    set_types(world);
    std::vector<const Asset*> worth;
    for (const Asset& asset : world.assets)
        if (asset.is_electronic && asset.is_classified && asset.levels.size() == 4 && !asset.type.empty()) worth.push_back(&asset);
    Classifier classifier(world);
    const std::size_t step = std::max<std::size_t>(1, worth.size() / kClassifications);
    for (std::size_t number = 0; number < kClassifications && number * step < worth.size(); ++number) classifier.make(*worth[number * step], number);
}

}  // namespace lisa::demo
