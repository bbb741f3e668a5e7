// How it is all followed up: a guideline of which every sentence with "ska" shows whether it is followed (F7), exercises (H8),
// internal control (F3), and what operators have registered (H9).
#include "demo/world.h"

namespace lisa::demo {
namespace {

/// So many days ago the follow-up begins, and a registration is changed.
constexpr std::int64_t kBegins = 50, kChanges = 5;

class Control {
public:
    explicit Control(World& world)
        : m_world(world),
          m_script(world.script),
          m_coordinator(world.id_of(world.holder("coordinator", 0))),
          m_chief(world.id_of(world.holder("chief_executive", 0))) {}

    void steer(const Row& row) {
        Patch patch;
        patch.put("title", row.text("title")).put("kind", "guideline").put("version", "1.0").put("summary", row.text("summary"));
        patch.put("unit", m_world.units[m_world.unit("ks")].id).put("responsible", m_coordinator);
        const std::string document = m_script.create(m_coordinator, "document", std::move(patch));
        std::vector<std::string> sections;
        for (const Row& one : row.rows("sections")) {
            Patch section;
            section.put("document", document).number("number", static_cast<std::int64_t>(sections.size()) + 1).number("level", 1);
            section.put("heading", one.text("heading")).put("body", one.text("body"));
            sections.push_back(m_script.create(m_coordinator, "section", std::move(section)));
        }
        m_script.step(m_coordinator, "document", document, "submit");
        m_script.step(m_chief, "document", document, "adopt");
        for (const Row& one : row.rows("judgements")) {
            Patch judgement;
            judgement.put("section", sections.at(static_cast<std::size_t>(one.number("section")))).put("sentence", one.text("sentence"));
            judgement.put("outcome", one.text("outcome"))
                .put("motive", one.text("motive"))
                .put("judged_by", m_coordinator)
                .put("judged_on", m_script.before(0));
            m_script.create(m_coordinator, "duty_judgement", std::move(judgement));
        }
    }

    /// One that is over has its log, its lessons and its times.
    void exercise(const Row& row) {
        const System* system = m_world.system(row.text("system"));
        Patch patch;
        patch.put("name", row.text("name")).put("system", system ? system->id : "").put("scenario", row.text("scenario"));
        patch.put("leader", m_coordinator).put("participants", row.text("participants"));
        if (row.has("in_days")) patch.put("planned_on", m_script.day(row.number("in_days")));
        const std::string id = m_script.create(m_coordinator, "exercise", std::move(patch));
        if (row.text("state") != "ended") return;
        m_script.step(m_coordinator, "exercise", id, "start");
        for (const std::string& part : row.texts("reveals")) m_script.update(m_coordinator, "exercise", id, std::move(Patch().add("revealed", {part})));
        for (const std::string& note : row.texts("notes")) m_script.update(m_coordinator, "exercise", id, std::move(Patch().note("log", note)));
        m_script.step(m_coordinator, "exercise", id, "end");
        m_script.update(m_coordinator, "exercise", id, std::move(Patch().put("lessons", row.text("lessons"))));
    }

    void plan(const Row& row) {
        const std::size_t unit = m_world.unit(row.text("unit"));
        Patch patch;
        patch.put("name", "Internkontroll " + m_script.year(0) + ", " + m_world.units[unit].name).number("year", std::stoi(m_script.year(0)));
        patch.put("unit", m_world.units[unit].id)
            .put("responsible", m_world.steward(unit))
            .put("report_on", m_script.day(75))
            .put("risk_basis", row.text("basis"));
        const std::string id = m_script.create(m_coordinator, "control_plan", std::move(patch));
        for (const Row& one : row.rows("points")) point(one, id, unit);
        if (row.text("state") != "decided") return;
        Patch decision;
        decision.put("decided_on", m_script.before(0)).put("decided_by", m_world.units[unit].name);
        m_script.step(m_coordinator, "control_plan", id, "decide", std::move(decision));
    }

    /// One that is told may have been changed since.
    void enter(const Row& row) {
        const Unit& unit = m_world.units[m_world.unit(row.text("unit"))];
        Patch patch;
        patch.put("legal_name", unit.name).put("unit", unit.id).put("operator_kind", row.text("kind")).add("sectors", row.texts("sectors"));
        patch.put("activities", row.text("activities")).add("supervisors", row.texts("supervisors")).put("responsible", m_coordinator);
        patch.put("contact_name", row.text("contact")).put("around_clock", row.text("around_clock")).put("reference", row.text("reference"));
        if (row.has("told_days")) patch.put("told_at", m_script.moment(row.number("told_days") * 24));
        const std::string id = m_script.create(m_coordinator, "registration", std::move(patch));
        if (row.has("changed")) m_changed.emplace_back(id, row.text("changed"));
    }
    void change_registrations() {
        for (const auto& [id, text] : m_changed) m_script.update(m_coordinator, "registration", id, std::move(Patch().put("around_clock", text)));
    }

private:
    void point(const Row& row, const std::string& plan, std::size_t unit) {
        Patch patch;
        patch.put("name", row.text("name"))
            .put("plan", plan)
            .put("risk_text", row.text("risk"))
            .put("method", row.text("method"))
            .put("sample", row.text("sample"));
        patch.put("limits", row.text("limits"))
            .put("frequency", row.text("frequency"))
            .put("responsible", m_world.steward(unit))
            .put("due_on", m_script.day(row.number("due")));
        const std::string id = m_script.create(m_coordinator, "control_point", std::move(patch));
        if (!row.has("outcome")) return;
        Patch found;
        found.put("point", id)
            .put("checked_on", m_script.before(0))
            .number("sample_checked", row.number("checked"))
            .number("deviations", row.number("deviations"));
        found.put("outcome", row.text("outcome")).put("finding", row.text("finding")).put("action", row.text("action"));
        found.put("next_control_on", m_script.day(row.number("due"))).put("signed_by", m_coordinator);
        const std::string result = m_script.create(m_coordinator, "control_result", std::move(found));
        m_script.step(m_coordinator, "control_result", result, "sign");
        if (!row.has("measure")) return;
        Patch measure;
        measure.put("name", row.text("measure")).put("control_result", result).put("unit", m_world.units[unit].id).put("priority", "high");
        m_script.create(m_coordinator, "measure", std::move(measure.put("owner", m_world.steward(unit)).put("due_on", m_script.day(60))));
    }

    World& m_world;
    Script& m_script;
    const std::string m_coordinator, m_chief;
    std::vector<std::pair<std::string, std::string>> m_changed{};  ///< registrations, and what is told of them now
};

}  // namespace

void add_control(World& world) {
    world.script.start(kBegins, 30);
    Control control(world);
    const Row table(world.tables.control);
    control.steer(table.row("guideline"));
    for (const Row& row : table.rows("exercises")) control.exercise(row);
    for (const Row& row : table.rows("plans")) control.plan(row);
    for (const Row& row : table.rows("registrations")) control.enter(row);
    world.script.start(kChanges, 30);
    control.change_registrations();
}

}  // namespace lisa::demo
