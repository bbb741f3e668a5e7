// Risk analyses with their risks, the measures against them, and who decided to live with what remains.
#include <algorithm>

#include "catalogue.h"
#include "demo/world.h"

namespace lisa::demo {
namespace {

constexpr std::size_t kRisksEach = 8;
constexpr std::string_view kMatrix = "standard_5x5";

/// Likelihood and consequence, both from 0.
struct Rating {
    std::int64_t likelihood = 0, consequence = 0;
    Rating less(std::int64_t likely, std::int64_t severe) const {
        return {std::max<std::int64_t>(0, likelihood - likely), std::max<std::int64_t>(0, consequence - severe)};
    }
};

void put(Patch& patch, const std::string& stage, Rating rating) {
    patch.number(stage + "_likelihood", rating.likelihood).number(stage + "_consequence", rating.consequence);
}

/// How far a risk has come.
enum class Stage : std::uint8_t { identified, assessed, treated, accepted, closed };

class Analyst {
public:
    explicit Analyst(World& world)
        : m_world(world),
          m_script(world.script),
          m_chance(world.script.chance()),
          m_table(world.tables.risks),
          m_scenarios(Row(world.tables.scenarios).rows("records")) {
        for (const Row& row : Row(world.tables.matrices).rows("records"))
            if (row.text("key") == kMatrix) m_cells = row.row("fields").text("cells");
    }

    void put_matrix_to_use() {
        const std::string coordinator = m_world.id_of(m_world.holder("coordinator", 0)), matrix = catalogue_id("risk_matrix", kMatrix);
        Patch decision;
        decision.put("decided_by", "Kommunstyrelsen").put("decided_on", m_script.before(20));
        decision.put("registry_number", "KS " + m_script.year(-90) + "/214");
        m_script.update(coordinator, "risk_matrix", matrix, std::move(decision));
        m_script.step(coordinator, "risk_matrix", matrix, "put_to_use");
    }

    void analyse(const Row& row) {
        const System* system = m_world.system(row.text("system"));
        m_unit = system ? system->unit : m_world.unit(row.text("unit"));
        m_leader = system ? system->keeper : m_world.steward(m_unit);
        m_about = row.text("about");
        m_system = system ? system->id : "";
        m_state = row.text("state");
        const std::int64_t held = m_chance.between(20, 240);
        Patch patch;
        patch.put("name", row.text("name")).put("kind", row.text("kind")).put("scope", m_chance.pick(m_table.lines("scope"))).put("reason", row.text("reason"));
        patch.put("system", m_system).put("matrix", catalogue_id("risk_matrix", kMatrix)).put("unit", m_world.units[m_unit].id).put("leader", m_leader);
        patch.add("participants", participants()).put("held_on", m_script.before(held));
        patch.put("next_on", m_script.day(m_chance.one_in(5) ? m_chance.between(-60, -5) : m_chance.between(30, 340)));
        m_analysis = m_script.create(m_leader, "risk_analysis", std::move(patch));
        if (m_state != "draft") m_script.step(m_leader, "risk_analysis", m_analysis, "start");
        for (const Row* scenario : scenarios(row.texts("areas"))) find(*scenario, held);
        conclude();
    }

    /// Measures that no risk asks for.
    void measure_at_large(const Row& row, std::size_t unit) {
        m_unit = unit;
        m_leader = m_world.steward(unit);
        m_system.clear();
        measure(row, {});
    }

private:
    Set participants() {
        Set out;
        for (const std::string& name : m_table.texts("participants"))
            if (!m_chance.one_in(3)) out.push_back(name);
        return out;
    }

    /// Some scenarios of these areas, filled up with common ones; none twice.
    std::vector<const Row*> scenarios(const std::vector<std::string>& areas) {
        std::vector<const Row*> near, common;
        for (const Row& row : m_scenarios) {
            const std::string area = row.row("fields").text("area");
            if (std::find(areas.begin(), areas.end(), area) != areas.end()) near.push_back(&row);
            else if (area == "common") common.push_back(&row);
        }
        std::vector<const Row*> out;
        for (auto* from : {&near, &common})
            while (!from->empty() && out.size() < kRisksEach) {
                const auto at = from->begin() + static_cast<std::ptrdiff_t>(m_chance.below(from->size()));
                out.push_back(*at);
                from->erase(at);
            }
        return out;
    }

    std::int64_t level(Rating rating) const {  // "0,0,1;0,1,1": a digit and a sign each
        const auto at = static_cast<std::size_t>(rating.likelihood * 10 + rating.consequence * 2);
        return at < m_cells.size() ? m_cells[at] - '0' : 4;
    }

    Stage stage() {
        if (m_state == "draft") return Stage::identified;
        const std::size_t at = m_chance.below(10);
        if (m_state == "ongoing") return at < 3 ? Stage::identified : at < 7 ? Stage::assessed : Stage::treated;
        if (m_state == "archived") return at < 5 ? Stage::closed : Stage::accepted;
        return at < 2 ? Stage::assessed : at < 5 ? Stage::treated : at < 9 ? Stage::accepted : Stage::closed;
    }

    void find(const Row& scenario, std::int64_t held) {
        const Row fields = scenario.row("fields");
        const std::string threat = fields.text("threat");
        const Rating inherent{m_chance.between(1, 4), m_chance.between(1, 4)}, current = inherent.less(m_chance.between(0, 1), m_chance.between(0, 1));
        Rating residual = current.less(m_chance.between(0, 2), m_chance.between(0, 1));
        if (m_chance.one_in(40)) residual = {std::min<std::int64_t>(4, current.likelihood + 1), 4};  // makes no sense, for the checks to find
        const Stage reached = stage();
        Patch patch;
        patch.put("name", fields.text("name") + " (" + m_about + ")")
            .put("analysis", m_analysis)
            .put("scenario", catalogue_id("scenario", scenario.text("key")));
        patch.put("system", m_system).put("description", fields.text("description")).put("threat", threat).put("vulnerability", fields.text("vulnerability"));
        patch.put("existing_measures", m_chance.pick(m_table.lines("existing"))).put("consequence", fields.text("typical_consequence"));
        patch.add("aspects", fields.texts("aspects"));
        patch.put("owner", m_chance.one_in(25) ? m_world.steward(m_unit) : m_leader);
        if (reached != Stage::identified) {
            put(patch, "inherent", inherent);
            put(patch, "current", current);
            patch.put("assessment_motive", m_chance.pick(m_table.lines("motives")));
            patch.put("strength_of_knowledge", m_chance.one_in(3) ? "strong" : m_chance.one_in(3) ? "weak" : "moderate");
            patch.put("assessed_on", m_script.before(held));
            patch.put("reassess_on", m_script.day(m_chance.one_in(9) ? m_chance.between(-50, -2) : m_chance.between(40, 400)));
        }
        const std::string id = m_script.create(m_leader, "risk", std::move(patch));
        if (reached == Stage::identified) return;
        m_script.step(m_leader, "risk", id, "assess");
        if (reached == Stage::assessed) return;
        treat(id, threat, level(current), residual);
        if (reached == Stage::treated || level(residual) > 3) return;
        accept(id, residual, reached == Stage::closed);
    }

    void treat(const std::string& id, const std::string& threat, std::int64_t now, Rating residual) {
        const bool is_reduced = now > 0 && !m_chance.one_in(4);
        Patch patch;
        put(patch, "residual", residual);
        patch.put("treatment", is_reduced ? "reduce" : now < 2 ? "accept" : m_chance.one_in(2) ? "share" : "avoid");
        if (is_reduced || !m_chance.one_in(4)) patch.put("treatment_motive", m_chance.pick(m_table.lines("treatment_motives")));
        m_script.step(m_leader, "risk", id, "treat", std::move(patch));
        if (!is_reduced || m_chance.one_in(12)) return;
        std::vector<Row> fitting;
        for (const Row& row : m_table.rows("measures")) {
            const auto threats = row.texts("threats");
            if (std::find(threats.begin(), threats.end(), threat) != threats.end()) fitting.push_back(row);
        }
        for (std::int64_t i = m_chance.between(1, 2); i > 0 && !fitting.empty(); --i) {
            const auto at = static_cast<std::ptrdiff_t>(m_chance.below(fitting.size()));
            measure(fitting[static_cast<std::size_t>(at)], id);
            fitting.erase(fitting.begin() + at);
        }
    }

    /// The least of those whom the matrix lets accept the level.
    std::string accepter(std::int64_t at) const {
        const std::size_t owner = m_world.holder("information_owner", m_unit), manager = m_world.holder("manager", m_unit);
        if (at <= 1 && owner != kNobody) return m_world.id_of(owner);
        if (at <= 2 && manager != kNobody) return m_world.id_of(manager);
        return m_world.id_of(m_world.holder("chief_executive", 0));
    }

    void accept(const std::string& id, Rating residual, bool is_closed) {
        const std::string who = accepter(level(residual));
        const bool is_past = m_chance.one_in(10);
        Patch patch;
        patch.put("accepted_by", who).put("accepted_on", m_script.before(is_past ? 400 : 0)).number("accepted_level", level(residual));
        patch.put("acceptance_until", m_script.day(is_past ? m_chance.between(-40, -3) : m_chance.between(60, 330)));
        patch.put("acceptance_motive", m_chance.pick(m_table.lines("acceptance_motives")));
        m_script.step(who, "risk", id, "accept", std::move(patch));
        if (is_closed) m_script.step(who, "risk", id, "close");
        else if (m_chance.one_in(18)) {  // what was accepted is no longer what it was
            Patch later;
            put(later, "residual", {std::min<std::int64_t>(4, residual.likelihood + 1), std::min<std::int64_t>(4, residual.consequence + 1)});
            later.put("existing_measures", "Skyddet räcker inte så långt som vi trodde: rutinen är inte prövad.");
            later.note("notes", "Bedömd på nytt efter en händelse i en grannkommun.");
            m_script.update(m_leader, "risk", id, std::move(later));
        }
    }

    void measure(const Row& row, const std::string& risk) {
        constexpr std::string_view kPriorities[] = {"low", "medium", "medium", "high", "urgent"};
        const std::size_t state = m_chance.below(10);  // planned, ongoing, done, dropped
        const bool is_done = state >= 6 && state < 9, is_dropped = state == 9;
        Patch patch;
        patch.put("name", row.text("name")).put("priority", kPriorities[m_chance.below(std::size(kPriorities))]).put("risk", risk).put("system", m_system);
        patch.put("control", catalogue_id("control", row.text("control"))).put("unit", m_world.units[m_unit].id).put("effect", row.text("effect"));
        if (!m_chance.one_in(20)) patch.put("owner", m_world.id_of(m_world.somebody(m_unit)));
        if (!m_chance.one_in(25))
            patch.put("due_on", m_script.day(is_done              ? m_chance.between(-120, 20)
                                             : m_chance.one_in(4) ? m_chance.between(-60, -1)
                                                                  : m_chance.between(10, 400)));
        patch.put("effort", row.text("effort"));
        if (row.has("cost")) patch.number("cost_once", row.number("cost"));
        if (row.has("yearly")) patch.number("cost_yearly", row.number("yearly"));
        const std::string id = m_script.create(m_leader, "measure", std::move(patch));
        if (state >= 3 && (!is_dropped || m_chance.one_in(2))) m_script.step(m_leader, "measure", id, "start");
        Patch end;
        if (is_done) {
            if (!m_chance.one_in(15)) end.put("done_on", m_script.before(m_chance.between(0, 30)));
            end.put("result", m_chance.pick(m_table.lines("results")));
            m_script.step(m_leader, "measure", id, "finish", std::move(end));
        } else if (is_dropped) {
            if (!m_chance.one_in(4)) end.put("result", m_chance.pick(m_table.lines("dropped")));
            m_script.step(m_leader, "measure", id, "drop", std::move(end));
        }
    }

    void conclude() {
        if (m_state != "decided" && m_state != "archived") return;
        const std::size_t owner = m_world.holder("information_owner", m_unit);
        const std::string who = m_world.id_of(owner == kNobody ? m_world.holder("chief_executive", 0) : owner);
        Patch patch;
        patch.put("conclusion", m_chance.pick(m_table.lines("conclusion"))).put("decided_by", "Informationsägaren").put("decided_on", m_script.before(0));
        patch.put("registry_number", "KS " + m_script.year(-30) + "/" + std::to_string(m_chance.between(10, 780)));
        m_script.step(who, "risk_analysis", m_analysis, "decide", std::move(patch));
        if (m_state == "archived") m_script.step(who, "risk_analysis", m_analysis, "archive");
    }

    World& m_world;
    Script& m_script;
    Chance& m_chance;
    Row m_table;
    std::vector<Row> m_scenarios;
    std::string m_cells{};
    // Of the analysis that is being made:
    std::size_t m_unit = 0;
    std::string m_leader{}, m_about{}, m_system{}, m_state{}, m_analysis{};
};

}  // namespace

void add_risks(World& world) {
    Analyst analyst(world);
    analyst.put_matrix_to_use();
    const Row table(world.tables.risks);
    for (const Row& row : table.rows("analyses")) analyst.analyse(row);
    for (const Row& row : table.rows("loose"))
        for (const char* unit : {"ks", "un", "von", "san", "sbn"}) analyst.measure_at_large(row, world.unit(unit));
}

}  // namespace lisa::demo
