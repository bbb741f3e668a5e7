// The management system at work: the statement of applicability with its evidence, objectives that are measured, tasks that
// are done, exceptions from the rules, and people who say that they have read the documents.
#include <algorithm>

#include "catalogue.h"
#include "demo/world.h"
#include "domain/task.h"

namespace lisa::demo {
namespace {

/// The first person with that position anywhere.
std::string holding(const World& world, const std::string& position) {
    const auto found = std::find_if(world.people.begin(), world.people.end(), [&](const Person& row) { return row.position == position; });
    return found == world.people.end() ? std::string{} : found->id;
}

class Steering {
public:
    explicit Steering(World& world)
        : m_world(world),
          m_script(world.script),
          m_chance(world.script.chance()),
          m_method(world.tables.method),
          m_coordinator(world.id_of(world.holder("coordinator", 0))) {}

    void decide_control(const Row& row) {
        const std::string key = row.text("key"), id = catalogue_id("control", key);
        const auto undecided = m_method.texts("undecided");
        if (std::find(undecided.begin(), undecided.end(), key) != undecided.end()) return;
        for (const Row& excluded : m_method.rows("excluded"))
            if (excluded.text("key") == key)
                return m_script.update(m_coordinator, "control", id,
                                       std::move(Patch().put("is_applicable", "excluded").put("reason_against", excluded.text("reason"))));
        apply(row.row("fields"), id);
    }

    void measure(const Row& row) {
        const std::string id = catalogue_id("objective", row.text("key"));
        const auto values = row.numbers("values");
        Patch begin;
        begin.put("owner", holding(m_world, row.text("position"))).number("baseline", values.front());
        m_script.update(m_coordinator, "objective", id, std::move(begin));
        m_script.step(m_coordinator, "objective", id, "decide");
        for (std::size_t i = 0; i < values.size(); ++i) {
            const std::string day = m_script.before(static_cast<std::int64_t>(values.size() - i - 1) * 90 + 1);
            Patch patch;
            patch.number("current", values[i]).put("measured_on", day).note("measurements", day + ": " + std::to_string(values[i]));
            m_script.update(m_coordinator, "objective", id, std::move(patch));
        }
    }

    /// The wheel of the catalogue begins next year; the municipality has turned it for a while already.
    void turn(const Row& row) {
        const std::string key = row.text("key"), id = catalogue_id("task", key), who = holding(m_world, row.text("position"));
        std::string recurrence = "yearly";
        for (const Row& task : Row(m_world.tables.tasks).rows("records"))
            if (task.text("key") == key) recurrence = task.row("fields").text("recurrence");
        const std::string starts = m_script.day(row.number("due"));
        m_script.update(m_coordinator, "task", id, std::move(Patch().put("responsible", who).put("starts_on", starts).put("next_on", starts)));
        if (row.text("result").empty()) return;
        const std::string done = m_script.before(0), next = next_after_done(starts, done, recurrence, starts);
        m_script.update(who, "task", id, std::move(Patch().put("done_on", done).put("next_on", next).note("results", row.text("result"))));
    }

    void except(const Row& row) {
        const std::size_t unit = m_world.unit(row.text("unit"));
        const System* system = m_world.system(row.text("system"));
        const std::string state = row.text("state");
        std::string who = m_world.id_of(m_world.holder(row.text("role"), unit));
        if (who.empty()) who = m_coordinator;
        const std::string chief = m_world.id_of(m_world.holder("chief_executive", 0));
        Patch patch;
        patch.put("name", row.text("name")).put("what", row.text("what")).put("system", system ? system->id : "").put("unit", m_world.units[unit].id);
        patch.put("control", catalogue_id("control", row.text("control"))).put("applicant", who).put("reason", row.text("reason"));
        patch.put("risk_text", row.text("risk")).put("compensating", row.text("compensating")).put("ends_on", m_script.day(row.number("ends")));
        const std::string id = m_script.create(who, "policy_exception", std::move(patch));
        if (row.has("measure")) m_world.causes.push_back({"policy_exception", id, unit, row.text("measure")});
        if (state == "requested") return;
        const std::string decider = who == chief ? m_coordinator : chief;
        Patch decision;
        decision.put("approved_by", state == "refused" ? "" : decider).put("decided_on", m_script.before(0));
        decision.put("starts_on", state == "refused" ? "" : m_script.before(0))
            .put("decision_reason", row.text("decision"))
            .put("registry_number", "KS " + m_script.year(-30) + "/" + std::to_string(m_chance.between(10, 780)));
        m_script.step(decider, "policy_exception", id, state == "refused" ? "refuse" : "approve", std::move(decision));
        if (state == "ended") m_script.step(m_coordinator, "policy_exception", id, "end");
    }

    /// Everybody for themselves: version 1.0 is what is in force.
    void acknowledge(const Adopted& document) {
        const bool is_for_all = std::find(document.audience.begin(), document.audience.end(), "employee") != document.audience.end();
        for (std::size_t i = 0; i < m_world.people.size(); ++i) {
            const Person& person = m_world.people[i];
            const bool is_manager =
                std::any_of(m_world.seats.begin(), m_world.seats.end(), [&](const Seat& seat) { return seat.role == "manager" && seat.person == i; });
            if (person.audience != "employee" || (!is_for_all && !is_manager) || !m_chance.one_in(is_for_all ? 5 : 2)) continue;
            Patch patch;
            patch.put("document", document.id).put("version", "1.0").put("person", person.id).put("unit", m_world.units[person.unit].id);
            m_script.create(person.id, "acknowledgement", std::move(patch.put("understood_on", m_script.before(0))));
        }
    }

private:
    std::string_view state() {
        const std::size_t at = m_chance.below(100);
        return at < 44 ? "implemented" : at < 76 ? "partly" : at < 92 ? "planned" : "not_started";
    }

    void apply(const Row& fields, const std::string& id) {
        const std::string status(state());
        Patch patch;
        Set reasons{"best_practice"};
        if (!fields.texts("law_areas").empty()) reasons.push_back("law");
        if (m_chance.one_in(2)) reasons.push_back("risk");
        if (m_chance.one_in(6)) reasons.push_back("agreement");
        patch.put("is_applicable", "applicable").add("reasons_for", reasons);
        for (const Row& reason : m_method.rows("reasons"))
            if (reason.text("theme") == fields.text("theme")) {
                patch.put("reason_text", reason.text("text"));
                if (!m_chance.one_in(18)) patch.put("owner", holding(m_world, reason.text("position")));
            }
        patch.put("status", status);
        for (const Row& how : m_method.rows("how"))
            if (how.text("status") == status) patch.put("how", m_chance.pick(how.texts("texts")));
        patch.number("maturity", status == "implemented" ? m_chance.between(2, 4) : status == "partly" ? m_chance.between(1, 2) : status == "planned" ? 1 : 0);
        patch.number("target_maturity", m_chance.one_in(4) ? 4 : 3).put("reviewed_on", m_script.before(m_chance.between(0, 200)));
        patch.put("review_on", m_script.day(m_chance.one_in(8) ? m_chance.between(-50, -1) : m_chance.between(30, 330)));
        m_script.update(m_coordinator, "control", id, std::move(patch));
        if (status == "implemented" ? !m_chance.one_in(4) : status == "partly" && m_chance.one_in(4)) prove(fields, id);
    }

    void prove(const Row& fields, const std::string& control) {
        auto kinds = m_method.rows("evidence");
        std::erase_if(kinds, [&](const Row& row) { return row.has("theme") && row.text("theme") != fields.text("theme"); });
        const Row& kind = m_chance.pick(kinds);
        Patch patch;
        patch.put("name", kind.text("name") + ", " + fields.text("number") + " " + fields.text("name")).put("kind", kind.text("kind")).put("control", control);
        patch.put("unit", m_world.units[0].id).put("owner", m_coordinator);
        const std::int64_t age = m_chance.between(1, 300), left = m_chance.one_in(6) ? m_chance.between(-60, -1) : m_chance.between(60, 500);
        patch.put("collected_on", m_script.before(age)).put("expires_on", std::max(m_script.day(left), m_script.before(age)));
        patch.put("kept_where", "Diariet, informationssäkerhet").put("link", "https://exempel.example/bevis/" + fields.text("number"));
        m_script.create(m_coordinator, "evidence", std::move(patch));
    }

    World& m_world;
    Script& m_script;
    Chance& m_chance;
    Row m_method;
    const std::string m_coordinator;
};

}  // namespace

void add_steering(World& world) {
    Steering steering(world);
    const Row method(world.tables.method);
    for (const Row& row : Row(world.tables.controls).rows("records")) steering.decide_control(row);
    for (const Row& row : method.rows("objectives")) steering.measure(row);
    for (const Row& row : method.rows("tasks")) steering.turn(row);
    for (const Row& row : method.rows("exceptions")) steering.except(row);
    for (const Adopted& document : world.adopted) steering.acknowledge(document);
}

}  // namespace lisa::demo
