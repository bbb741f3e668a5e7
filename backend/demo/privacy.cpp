// What follows from the record of processing: impact assessments, requests from people in the registers, and the checks of
// the privacy officer.
#include <algorithm>

#include "demo/world.h"

namespace lisa::demo {
namespace {

constexpr std::size_t kAssessments = 12, kRequests = 25;

class Privacy {
public:
    explicit Privacy(World& world)
        : m_world(world),
          m_script(world.script),
          m_chance(world.script.chance()),
          m_table(world.tables.privacy),
          m_officer(world.id_of(world.holder("privacy_officer", 0))) {}

    /// `number` decides how far it has come.
    void assess(const Processing& processing, std::size_t number) {
        const Row words = m_table.row("dpia");
        const std::int64_t held = m_chance.between(5, 120);
        Patch patch;
        patch.put("name", "Konsekvensbedömning: " + processing.name).put("processing", processing.id).put("held_on", m_script.before(held));
        patch.put("responsible", processing.keeper)
            .put("participants", "Dataskyddshandläggare, enhetschef, systemförvaltare och informationssäkerhetssamordnare.");
        patch.put("description", "Behandlingen som den står i registerförteckningen: ändamål, uppgifter, mottagare och gallring.");
        patch.put("necessity", m_chance.pick(words.lines("necessity"))).put("risks", m_chance.pick(words.lines("risks")));
        if (number % 6 != 0) patch.put("measures", m_chance.pick(words.lines("measures"))).put("residual_risk", m_chance.one_in(4) ? "medium" : "low");
        if (m_chance.one_in(2)) patch.put("views", m_chance.pick(words.lines("views")));
        const std::string id = m_script.create(processing.keeper, "dpia", std::move(patch));
        if (number % 6 == 0) return;
        m_script.step(processing.keeper, "dpia", id, "submit");
        if (number % 6 == 1) return;
        Patch advice;
        advice.put("dpo_advice", m_chance.pick(words.lines("advice"))).put("advised_on", m_script.before(0)).put("prior_consultation", "not_needed");
        m_script.update(m_officer, "dpia", id, std::move(advice));
        if (number == 2) return;
        Patch decision;
        decision.put("decision", m_chance.pick(words.lines("decision")))
            .put("decided_by", m_world.units[processing.board].name)
            .put("decided_on", m_script.before(0));
        decision.put("review_on", m_script.day(m_chance.between(-20, 500)));
        m_script.step(m_world.steward(processing.board), "dpia", id, "decide", std::move(decision));
    }

    void ask(const Processing& processing, std::size_t number) {
        const auto kinds = m_table.rows("requests");
        const Row& row = kinds[number % kinds.size()];
        // Some are late: received long ago and not answered.
        const bool is_answered = number % 5 >= 2, is_late = number % 5 == 1, is_refused = row.text("kind") == "erasure" && is_answered;
        const bool is_extended = number % 9 == 6;
        const std::string name = somebody();
        Patch patch;
        patch.put("reference", "BR-" + std::to_string(101 + number))
            .put("kind", row.text("kind"))
            .put("received_on", is_late ? m_script.day(m_chance.between(-110, -40)) : m_script.before(is_answered ? m_chance.between(20, 90) : 1));
        patch.put("unit", m_world.units[processing.board].id).put("responsible", processing.keeper).put("processing", processing.id);
        patch.put("person_name", name).put("contact", "brevlada" + std::to_string(101 + number) + "@exempel.example").put("description", row.text("text"));
        patch.yes("identity_checked", !m_chance.one_in(4));
        const std::string id = m_script.create(processing.keeper, "privacy_request", std::move(patch));
        if (number % 10 == 0) return;
        Patch start;
        start.put("handling", m_chance.pick(m_table.lines("handling")));
        if (is_extended) start.yes("extended", true).put("extension_reason", m_table.text("extension"));
        m_script.step(processing.keeper, "privacy_request", id, "start", std::move(start));
        if (!is_answered) return;
        Patch end;
        const auto answers = m_table.rows("answers");
        const Row& answer = m_chance.pick(answers);
        end.put("answered_on", m_script.before(0)).put("outcome", is_refused ? "refused" : answer.text("outcome"));
        end.put("outcome_reason", is_refused ? m_table.text("refusal") : answer.text("text"));
        end.put("registry_number", m_world.units[processing.board].short_name + " " + m_script.year(-30) + "/" + std::to_string(m_chance.between(10, 780)));
        m_script.step(processing.keeper, "privacy_request", id, is_refused ? "refuse" : "answer", std::move(end));
    }

    void check(const Row& row) {
        const std::size_t unit = m_world.unit(row.text("unit"));
        const std::string state = row.text("state");
        Patch patch;
        patch.put("name", row.text("name")).put("area", row.text("area")).put("unit", m_world.units[unit].id).put("responsible", m_world.steward(unit));
        patch.put("planned_on", m_script.day(state == "planned" ? row.number("due") - 30 : row.number("due") - 90));
        patch.put("method", "Stickprov i förteckningen, samtal med handläggare och genomgång av dokument.");
        const std::string id = m_script.create(m_officer, "privacy_check", std::move(patch));
        if (row.has("measure")) m_world.causes.push_back({"privacy_check", id, unit, row.text("measure")});
        if (state == "planned") return;
        Patch done;
        done.put("done_on", m_script.before(1))
            .put("findings", row.text("findings"))
            .put("severity", row.text("severity"))
            .put("recommendation", row.text("recommendation"));
        done.put("due_on", m_script.day(row.number("due")))
            .put("registry_number", "KS " + m_script.year(-60) + "/" + std::to_string(m_chance.between(10, 780)));
        m_script.step(m_officer, "privacy_check", id, "finish", std::move(done));
        if (state == "done") return;
        m_script.step(m_officer, "privacy_check", id, "receive_answer",
                      std::move(Patch().put("answer", row.text("answer")).put("answered_on", m_script.before(0))));
        if (state == "closed") m_script.step(m_officer, "privacy_check", id, "close");
    }

private:
    /// As plainly invented as the people of the municipality.
    std::string somebody() {
        const Row names(m_world.tables.names);
        return m_chance.pick(names.texts("given")) + " " + m_chance.pick(names.texts("family_first")) + m_chance.pick(names.texts("family_last"));
    }

    World& m_world;
    Script& m_script;
    Chance& m_chance;
    Row m_table;
    const std::string m_officer;
};

}  // namespace

void add_privacy(World& world) {
    Privacy privacy(world);
    const Row table(world.tables.privacy);
    for (const Row& row : table.rows("checks")) privacy.check(row);
    std::vector<const Processing*> risky, kept;
    for (const Processing& processing : world.processings) {
        const bool has_owner = world.holder("information_owner", processing.board) != kNobody;
        if (processing.is_adopted && processing.needs_dpia && has_owner) risky.push_back(&processing);
        if (world.holder("privacy_administrator", processing.board) != kNobody) kept.push_back(&processing);
    }
    for (std::size_t i = 0; i < kAssessments && i < risky.size(); ++i) privacy.assess(*risky[i * risky.size() / kAssessments], i);
    for (std::size_t i = 0; i < kRequests && i < kept.size(); ++i) privacy.ask(*kept[i * kept.size() / kRequests], i);
}

}  // namespace lisa::demo
