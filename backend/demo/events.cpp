// A handful of events with different standing: a near miss with its lesson, a flaw with its measure, an incident at a supplier
// that nobody has opened cases for yet, and incidents that were notified, reported in full, and decided not to be.
#include <algorithm>
#include <functional>

#include "core/date.h"
#include "demo/world.h"

namespace lisa::demo {
namespace {

Set set_of(const Row& row, std::string_view name) {
    Set out = row.texts(name);
    std::sort(out.begin(), out.end());
    return out;
}

class Events {
public:
    explicit Events(World& world)
        : m_world(world),
          m_script(world.script),
          m_coordinator(world.id_of(world.holder("coordinator", 0))),
          m_it_manager(world.id_of(world.holder("it_manager", 0))) {}

    void plan(const Row& row) {
        const std::int64_t hours = row.number("hours");
        const std::size_t at = m_told.size();
        m_told.push_back({});
        then(hours, [this, row, at, hours] { report(row, m_told[at], hours); });
        if (row.text("state") != "new") then(hours - 3, [this, row, at, hours] { triage(row, m_told[at], hours); });
        for (const Row& notification : row.rows("notifications")) {
            then(hours - 4, [this, row, notification, at, hours] { open(row, notification, m_told[at], hours); });
            follow(notification, at, hours);
        }
        for (const Row& entry : row.rows("log")) then(entry.number("hours"), [this, entry, at] { log(entry, m_told[at]); });
        if (row.has("done")) then(row.number("done"), [this, row, at] { finish(row, m_told[at]); });
    }

    /// What was planned, in the order of time.
    void tell() {
        std::stable_sort(m_plan.begin(), m_plan.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
        for (const auto& [days, act] : m_plan) {
            m_script.start(days, 200);
            act();
        }
    }

private:
    struct Told {
        std::string event{}, notification{};
    };

    /// It is done on the first day that is over so many hours after the moment.
    void then(std::int64_t hours, std::function<void()> act) { m_plan.emplace_back(std::max<std::int64_t>(0, hours / 24 - 1), std::move(act)); }

    std::string reporter_of(const Row& row, std::size_t unit) {
        const std::string user = row.text("reporter");
        for (const SignIn& account : m_world.sign_ins)
            if (account.user == user) return account.person;
        return m_world.id_of(m_world.somebody(unit));
    }

    void report(const Row& row, Told& told, std::int64_t hours) {
        const std::size_t unit = m_world.unit(row.text("unit"));
        const bool is_own = row.text("channel") == "lisa";
        const std::string reporter = is_own ? reporter_of(row, unit) : m_coordinator;
        Patch patch;
        patch.put("name", row.text("name")).put("description", row.text("text")).put("site", row.text("site")).put("unit", m_world.units[unit].id);
        patch.put("has_personal_data", row.text("personal")).put("channel", row.text("channel")).put("discovered_how", row.text("how"));
        patch.put("discovered_at", m_script.moment(hours + 2)).put("reported_at", m_script.moment(hours + 1));
        if (is_own) patch.put("reporter", reporter);
        told.event = m_script.create(reporter, "event", std::move(patch));
        if (row.has("key")) m_world.events[row.text("key")] = told.event;
    }

    void triage(const Row& row, const Told& told, std::int64_t hours) {
        Patch patch;
        patch.put("kind", row.text("kind")).put("severity", row.text("severity")).put("role", row.text("role")).put("triage_reason", row.text("reason"));
        patch.put("course", row.text("course")).add("kinds", set_of(row, "kinds")).put("reference", row.text("reference"));
        if (row.text("kind") == "incident") patch.put("known_at", m_script.moment(hours)).put("occurred_at", m_script.moment(hours + 6));
        if (const System* system = m_world.system(row.text("system"))) patch.put("system", system->id);
        if (const System* system = m_world.system(row.text("supplier_of"))) patch.put("supplier", system->supplier);
        patch.put("consequences", row.text("consequences")).put("measures_taken", row.text("measures"));
        if (row.text("state") == "dismissed") return m_script.step(m_coordinator, "event", told.event, "dismiss", std::move(patch));
        m_script.step(m_coordinator, "event", told.event, "triage", std::move(patch));
        if (!row.has("measure")) return;
        Patch measure;
        measure.put("name", row.text("measure")).put("event", told.event).put("unit", m_world.units[m_world.unit(row.text("unit"))].id);
        measure.put("priority", "high").put("due_on", m_script.day(30));
        m_script.create(m_coordinator, "measure", std::move(measure));
    }

    void log(const Row& row, const Told& told) {
        Patch patch;
        patch.put("event", told.event).put("at", m_script.moment(row.number("hours"))).put("kind", row.text("kind")).put("name", row.text("name"));
        patch.put("counterpart", row.text("counterpart")).put("channel", row.text("channel"));
        m_script.create(m_coordinator, "event_entry", std::move(patch));
    }

    void finish(const Row& row, const Told& told) {
        Patch patch;
        patch.put("ended_at", m_script.moment(row.number("done"))).put("cause", row.text("cause")).put("cause_text", row.text("root_cause"));
        patch.put("lessons", row.text("lessons")).put("feedback", row.text("feedback"));
        m_script.step(m_coordinator, "event", told.event, "finish", std::move(patch));
        if (row.text("state") == "closed") m_script.step(m_coordinator, "event", told.event, "close");
    }

    void open(const Row& event, const Row& row, Told& told, std::int64_t hours) {
        Patch patch;
        patch.put("name", event.text("name")).put("unit", m_world.units[m_world.unit(row.text("unit"))].id).put("event", told.event);
        patch.put("responsible", m_it_manager).put("severity", event.text("severity")).put("course", event.text("course")).add("kinds", set_of(event, "kinds"));
        patch.put("description", event.text("text")).put("occurred_at", m_script.moment(hours + 6)).put("discovered_at", m_script.moment(hours + 2));
        patch.put("known_at", m_script.moment(hours)).add("sectors", set_of(row, "sectors")).put("affected", row.text("affected"));
        patch.add("criteria_met", set_of(row, "met")).add("criteria_unmet", set_of(row, "unmet")).put("is_malicious", row.text("malicious"));
        patch.put("consequences", event.text("consequences")).put("measures_taken", event.text("measures")).put("crosses_border", row.text("border"));
        if (row.has("significance")) patch.put("significance", row.text("significance")).put("significance_reason", row.text("reason"));
        told.notification = m_script.create(m_coordinator, "notification", std::move(patch));
    }

    /// A first notice after ten hours, the notification after forty, the report four weeks after that.
    void follow(const Row& row, std::size_t at, std::int64_t hours) {
        constexpr std::int64_t kWarned = 10, kNotified = 40, kReported = 28 * 24;
        const std::string state = row.text("state");
        if (state == "not_notified")
            then(hours - 20, [this, row, at] {
                m_script.step(m_coordinator, "notification", m_told[at].notification, "decide_not",
                              std::move(Patch().put("decision_reason", row.text("decision"))));
            });
        if (state != "notified" && state != "closed") return;
        then(hours - kNotified, [this, row, at, hours] {
            Patch patch;
            patch.put("warned_at", m_script.moment(hours - kWarned)).put("warning_reference", row.text("warning"));
            patch.put("notified_at", m_script.moment(hours - kNotified)).put("authority_reference", row.text("receipt"));
            m_script.step(m_it_manager, "notification", m_told[at].notification, "notify", std::move(patch));
        });
        if (state != "closed") return;
        then(hours - kNotified - kReported, [this, row, at, hours] {
            Patch patch;
            patch.put("final_at", m_script.moment(hours - kNotified - kReported)).put("final_reference", row.text("report"));
            patch.put("cause", row.text("cause")).put("cause_text", row.text("root_cause"));
            m_script.step(m_it_manager, "notification", m_told[at].notification, "close", std::move(patch));
        });
    }

    World& m_world;
    Script& m_script;
    const std::string m_coordinator, m_it_manager;
    std::vector<Told> m_told{};
    std::vector<std::pair<std::int64_t, std::function<void()>>> m_plan{};
};

}  // namespace

void add_events(World& world) {
    Events events(world);
    for (const Row& row : Row(world.tables.events).rows("events")) events.plan(row);
    events.tell();
}

}  // namespace lisa::demo
