// A handful of personal-data breaches with different standing: the clock running, nearly out and run out, notified, and decided not to be.
#include "core/date.h"
#include "demo/world.h"

namespace lisa::demo {
namespace {

/// A case is written down when the day of knowledge is over, and decided some days later.
constexpr std::int64_t kDecidedHours = 40;

Set set_of(const Row& row, std::string_view name) {
    Set out;
    for (std::string& text : row.texts(name)) out.push_back(std::move(text));
    return out;
}

class Breaches {
public:
    explicit Breaches(World& world) : m_world(world), m_script(world.script), m_officer(world.id_of(world.holder("privacy_officer", 0))) {}

    void tell(const Row& row) {
        const std::size_t unit = m_world.unit(row.text("unit"));
        const std::size_t keeper_at = m_world.holder("privacy_administrator", unit);
        const std::string keeper = keeper_at == kNobody ? m_world.steward(unit) : m_world.id_of(keeper_at);
        const std::int64_t hours = row.number("hours");
        const std::string state = row.text("state");
        m_script.start(state == "open" ? 0 : (hours - kDecidedHours) / 24 - 2, 200);
        Patch patch = facts(row, unit, keeper);
        patch.put("occurred_at", m_script.moment(hours + 20)).put("discovered_at", m_script.moment(hours + 2)).put("known_at", m_script.moment(hours));
        if (row.has("risk")) patch.put("risk", row.text("risk")).put("risk_reason", row.text("reason"));
        const std::string id = m_script.create(keeper, "breach", std::move(patch));
        if (row.has("advice"))
            m_script.update(m_officer, "breach", id, std::move(Patch().put("officer_advice", row.text("advice")).put("advised_on", m_script.before(0))));
        if (row.has("measure")) m_world.causes.push_back({"breach", id, unit, row.text("measure")});
        if (state == "open") return;
        decide(row, id, keeper, hours);
        if (row.has("closed")) m_script.step(keeper, "breach", id, state == "notified" ? "close" : "close_unnotified");
    }

private:
    Patch facts(const Row& row, std::size_t unit, const std::string& keeper) const {
        Patch patch;
        patch.put("name", row.text("name")).put("reference", row.text("reference")).put("unit", m_world.units[unit].id).put("responsible", keeper);
        patch.put("course", row.text("course")).put("cause", row.text("cause")).put("description", row.text("text")).add("kinds", set_of(row, "kinds"));
        if (const auto event = m_world.events.find(row.text("event")); event != m_world.events.end()) patch.put("event", event->second);
        patch.put("discovered_how", row.text("how")).add("data_subjects", set_of(row, "subjects")).add("data_kinds", set_of(row, "data"));
        if (row.number("people") > 0) patch.number("people_count", row.number("people"));
        if (row.has("consequences")) patch.put("consequences", row.text("consequences")).put("measures_taken", row.text("measures"));
        if (row.text("state") != "open") return patch;  // the record of processing came later
        for (const Processing& processing : m_world.processings)
            if (processing.board == unit) return std::move(patch.put("processing", processing.id));
        return patch;
    }

    void decide(const Row& row, const std::string& id, const std::string& keeper, std::int64_t hours) {
        if (row.text("state") == "not_notified")
            return m_script.step(keeper, "breach", id, "decide_not", std::move(Patch().put("decision_reason", row.text("decision"))));
        Patch notice;
        notice.put("notified_at", m_script.moment(hours - kDecidedHours)).put("authority_reference", row.text("authority")).put("notice", row.text("notice"));
        if (row.has("informing")) notice.put("informing", row.text("informing")).put("informed_how", row.text("informed"));
        if (row.text("informing") == "informed") notice.put("informed_on", m_script.before(0));
        m_script.step(keeper, "breach", id, "notify", std::move(notice));
    }

    World& m_world;
    Script& m_script;
    const std::string m_officer;
};

}  // namespace

void add_breaches(World& world) {
    Breaches breaches(world);
    for (const Row& row : Row(world.tables.privacy).rows("breaches")) breaches.tell(row);
}

}  // namespace lisa::demo
