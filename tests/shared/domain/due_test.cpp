#include "domain/due.h"

#include <doctest/doctest.h>

#include "domain/catalog.h"
#include "i18n/catalog_words.h"
#include "shared/memory.h"

using namespace lisa;
using namespace lisa::test;

namespace {

constexpr std::string_view kLast = "2027-01-24";

/// The municipality, and what is due there for somebody.
struct Desk : Municipality {
    std::vector<Due> due(const Actor& who, std::string_view last = kLast) {
        const DueSource source{[this](std::string_view entity) {
                                   std::vector<const Record*> found;
                                   for (const auto& [key, record] : records)
                                       if (key.first == entity && !record.removed) found.push_back(&record);
                                   return found;
                               },
                               [this](const Record& record) { return *places_of(record, *this); }};
        return due_for(who, source, last);
    }
    /// "measure.due_on 2026-12-01; …", in the order given.
    std::string list(const Actor& who, std::string_view last = kLast) {
        std::string line;
        for (const Due& one : due(who, last)) line += (line.empty() ? "" : "; ") + std::string(one.rule->entity) + " " + one.date;
        return line;
    }
    void measure(std::string_view name, std::string_view due_on, Value owner, std::string_view unit = "board_a", std::string_view status = "planned") {
        put(kMeasure, id(name),
            {{"name", text(name)}, {"unit", text(id(unit))}, {"owner", std::move(owner)}, {"due_on", text(due_on)}, {"status", text(status)}});
    }
    void task(std::string_view name, std::string_view role, Value responsible, std::string_view unit = "board_a") {
        put(kTask, id(name),
            {{"name", text(name)},
             {"unit", text(id(unit))},
             {"role", role.empty() ? kCleared : text(role)},
             {"responsible", std::move(responsible)},
             {"recurrence", text("yearly")},
             {"next_on", text("2026-12-01")}});
    }
};

}  // namespace

TEST_CASE("O4: what I own is mine to do, whatever my role; what others own is not") {
    Desk desk;
    desk.measure("mine", "2026-12-01", text(id("anna")));
    const Actor anna = holder(Role::employee, "school_b", "anna"), owner = holder(Role::system_owner, "board_a", "bo");
    CHECK(desk.list(anna) == "measure 2026-12-01");
    CHECK(desk.list(owner) == "");
}

TEST_CASE("O4: when nobody is named, the roles of the rule are asked, where they hold it") {
    Desk desk;
    desk.measure("open", "2026-12-01", kCleared, "school_a");
    CHECK(desk.list(holder(Role::system_owner, "board_a")) == "measure 2026-12-01");
    CHECK(desk.list(holder(Role::information_owner, "kommun")) == "measure 2026-12-01");
    CHECK(desk.list(holder(Role::system_owner, "board_b")) == "");
    CHECK(desk.list(holder(Role::employee, "school_a")) == "");
    CHECK(desk.list(holder(Role::auditor, "kommun")) == "");
}

TEST_CASE("O4: the year wheel asks the role that the task names, and nobody where it names none") {
    Desk desk;
    desk.task("review", "privacy_administrator", kCleared);
    CHECK(desk.list(holder(Role::privacy_administrator, "board_a")) == "task 2026-12-01");
    CHECK(desk.list(holder(Role::privacy_administrator, "board_b")) == "");
    CHECK(desk.list(holder(Role::coordinator, "kommun")) == "");
    Desk bare;
    bare.task("nobody's", "", kCleared);
    for (const RoleFacts& role : kRoles) CHECK(bare.list(holder(role.role, "kommun")) == "");
    Desk named;
    named.task("anna's", "privacy_administrator", text(id("anna")));
    CHECK(named.list(holder(Role::privacy_administrator, "board_a")) == "");
    CHECK(named.list(holder(Role::employee, "board_b", "anna")) == "task 2026-12-01");
}

TEST_CASE("O4: the earliest stands first, so that what is overdue does") {
    Desk desk;
    desk.measure("later", "2027-01-24", text(id("anna")));
    desk.measure("late", "2026-03-01", text(id("anna")));
    desk.task("between", "", text(id("anna")));
    desk.measure("next spring", "2027-01-25", text(id("anna")));
    CHECK(desk.list(holder(Role::employee, "kommun", "anna")) == "measure 2026-03-01; task 2026-12-01; measure 2027-01-24");
}

TEST_CASE("O4: what is done, removed or without a day is not due") {
    Desk desk;
    desk.measure("done", "2026-12-01", text(id("anna")), "board_a", "done");
    desk.measure("dropped", "2026-12-01", text(id("anna")), "board_a", "dropped");
    desk.measure("dayless", "", text(id("anna")));
    desk.measure("removed", "2026-12-01", text(id("anna")));
    desk.records.at({"measure", id("removed")}).removed = true;
    CHECK(desk.list(holder(Role::system_owner, "kommun", "anna")) == "");
    desk.measure("ongoing", "2026-12-01", text(id("anna")), "board_a", "ongoing");
    CHECK(desk.list(holder(Role::system_owner, "kommun", "anna")) == "measure 2026-12-01");
}

TEST_CASE("O4: for every rule the one who is named is asked, and nobody is once it is over") {
    for (const DueRule& rule : due_rules()) {
        const Entity& entity = *find_entity(kCatalog, rule.entity);
        CAPTURE(rule.entity);
        CAPTURE(rule.date);
        if (rule.owner.empty()) continue;
        Desk desk;
        desk.put(entity, id("one"), {{std::string(rule.owner), text(id("anna"))}});
        Record& record = desk.records.at({std::string(rule.entity), id("one")});
        record.values[position(entity, rule.date)] = text("2026-12-01");  // also where the register works it out itself
        const Actor anna = holder(Role::employee, "kommun", "anna");
        if (entity.state.empty()) {
            CHECK(desk.due(anna).size() == 1);
            continue;
        }
        for (std::string_view state : find_field(entity, entity.state)->options) {
            record.values[position(entity, entity.state)] = text(state);
            const bool is_over = (" " + std::string(rule.over) + " ").find(" " + std::string(state) + " ") != std::string::npos;
            CAPTURE(state);
            CHECK(desk.due(anna).size() == (is_over ? 0u : 1u));
        }
    }
}

TEST_CASE("O4: a state in which a rule is over is one that the register has") {
    for (const DueRule& rule : due_rules()) {
        CAPTURE(rule.entity);
        CAPTURE(rule.over);
        const Entity& entity = *find_entity(kCatalog, rule.entity);
        std::string_view rest = rule.over;
        while (!rest.empty()) {
            const std::size_t end = std::min(rest.find(' '), rest.size());
            const std::string_view state = rest.substr(0, end);
            const Field* field = find_field(entity, entity.state);
            CHECK_MESSAGE((field && std::find(field->options.begin(), field->options.end(), state) != field->options.end()), state);
            rest.remove_prefix(std::min(end + 1, rest.size()));
        }
    }
}

TEST_CASE("O4: a rule leaves out no person whom the register names as the one who answers") {
    for (const DueRule& rule : due_rules()) {
        CAPTURE(rule.entity);
        const Entity& entity = *find_entity(kCatalog, rule.entity);
        for (std::string_view name : {"owner", "responsible", "leader"})
            if (find_field(entity, name)) CHECK(rule.owner == name);
    }
}

TEST_CASE("O4: every day by which something has to be done again has a rule") {
    for (const Entity* entity : kCatalog)
        for (const Field& field : entity->fields) {
            bool is_deadline = false;
            for (std::string_view name : {"review_on", "due_on", "expires_on", "next_on", "reassess_on", "next_assessment_on"})
                is_deadline = is_deadline || field.name == name;
            if (!is_deadline || field.retired) continue;
            CAPTURE(entity->name);
            CAPTURE(field.name);
            const auto rules = due_rules();
            CHECK(std::any_of(rules.begin(), rules.end(), [&](const DueRule& rule) { return rule.entity == entity->name && rule.date == field.name; }));
        }
}

TEST_CASE("O4: every rule has words in both languages") {
    for (const DueRule& rule : due_rules()) {
        const std::string key(WordKey{"due", rule.entity, rule.date}.view());
        CHECK_MESSAGE(has_message(key), key);
        for (const Language language : {Language::swedish, Language::english}) CHECK_FALSE(say(language, key).empty());
    }
}

namespace {

void add_breach(Desk& desk, Value responsible, std::string_view known = "2026-11-23T12:00:00Z") {
    desk.put(kBreach, id("case"),
             {{"name", text("Felskickat brev")},
              {"unit", text(id("board_a"))},
              {"responsible", std::move(responsible)},
              {"discovered_at", text(known)},
              {"known_at", text(known)}});
}

}  // namespace

TEST_CASE("D3 O4: the clock of a breach is due for who handles it and, always, for the data protection officer") {
    Desk desk;
    const Actor officer = holder(Role::privacy_officer, "kommun", "officer"), keeper = holder(Role::privacy_administrator, "board_a", "keeper");
    add_breach(desk, kCleared);
    CHECK(desk.list(keeper) == "breach 2026-11-26");
    CHECK(desk.list(officer) == "breach 2026-11-26");
    CHECK(desk.due(officer).front().at == "2026-11-26T12:00:00Z");
    add_breach(desk, text(id("anna")));
    CHECK(desk.list(holder(Role::employee, "school_a", "anna")) == "breach 2026-11-26");
    CHECK(desk.list(keeper) == "");
    CHECK(desk.list(officer) == "breach 2026-11-26");
    CHECK(desk.list(holder(Role::privacy_officer, "board_b", "other")) == "");
}

TEST_CASE("D3 O4: the day of a moment is the Swedish one, and a stopped clock is due no more") {
    Desk desk;
    const Actor officer = holder(Role::privacy_officer, "kommun", "officer");
    add_breach(desk, kCleared, "2026-11-23T23:30:00Z");
    CHECK(desk.list(officer, "2026-11-26") == "");
    CHECK(desk.list(officer, "2026-11-27") == "breach 2026-11-27");
    desk.put(kBreach, id("case"),
             {{"name", text("Felskickat brev")},
              {"unit", text(id("board_a"))},
              {"discovered_at", text("2026-11-23T12:00:00Z")},
              {"notified_at", text("2026-11-24T12:00:00Z")},
              {"authority_reference", text("IMY-1")},
              {"notice", text("preliminary")}});
    CHECK(desk.list(officer) == "breach 2026-12-22");  // the supplement
}

TEST_CASE("R5: a risk above the tolerance is due for the role that its level demands, and for no lower one") {
    Desk desk;
    desk.put(
        kRiskMatrix, id("matrix"),
        {{"name", text("Fem")}, {"version", text("1")}, {"size", number(4)}, {"cells", text("0,0,1,2;0,1,2,3;1,2,3,4;1,3,4,4")}, {"unit", text(id("kommun"))}});
    desk.put(kRiskAnalysis, id("analysis"),
             {{"name", text("Analys")}, {"kind", text("information_security")}, {"unit", text(id("board_a"))}, {"matrix", text(id("matrix"))}});
    Record& matrix = desk.records.at({"risk_matrix", id("matrix")});
    matrix.set(risk_matrix::appetite, std::int64_t{1});
    for (int level = 0; level < 5; ++level)
        matrix.values[position(kRiskMatrix, "accept_" + std::to_string(level))] = text(level < 3 ? "information_owner" : "chief_executive");
    desk.put(kRisk, id("risk"),
             {{"name", text("Avbrott")}, {"analysis", text(id("analysis"))}, {"status", text("treated")}, {"assessed_on", text("2026-11-01")}});
    Record& risk = desk.records.at({"risk", id("risk")});
    const Actor owner = holder(Role::information_owner, "board_a"), chief = holder(Role::chief_executive, "kommun");
    const auto at_level = [&](std::int64_t level) { risk.values[position(kRisk, "current_level")] = number(level); };
    at_level(2);
    CHECK(desk.list(owner) == "risk 2026-12-01");
    CHECK(desk.list(chief) == "");
    CHECK(desk.list(holder(Role::information_owner, "board_b")) == "");
    at_level(3);
    CHECK(desk.list(owner) == "");
    CHECK(desk.list(chief) == "risk 2026-12-01");
    at_level(1);
    CHECK(desk.list(owner) == "");
    at_level(3);
    risk.set(risk::status, std::string("identified"));
    CHECK(desk.list(chief) == "");
}

TEST_CASE("R5 R1: a risk that was accepted and rewritten afterwards is due again for the role that its level demands") {
    Desk desk;
    desk.put(kRiskMatrix, id("matrix"),
             {{"name", text("Fem")},
              {"version", text("1")},
              {"size", number(4)},
              {"cells", text("0,0,1,2;0,1,2,3;1,2,3,4;1,3,4,4")},
              {"appetite", number(1)},
              {"accept_2", text("information_owner")},
              {"unit", text(id("kommun"))}});
    desk.put(kRiskAnalysis, id("analysis"), {{"name", text("Analys")}, {"unit", text(id("board_a"))}, {"matrix", text(id("matrix"))}});
    desk.put(kRisk, id("risk"),
             {{"name", text("Avbrott")},
              {"analysis", text(id("analysis"))},
              {"status", text("accepted")},
              {"assessed_on", text("2026-11-01")},
              {"current_likelihood", number(1)},
              {"current_consequence", number(2)},
              {"accepted_by", text(id("anna"))},
              {"accepted_on", text("2026-11-02")},
              {"accepted_level", number(2)}});
    const Actor owner = holder(Role::information_owner, "board_a", "bo");
    CHECK(desk.list(owner) == "");
    desk.records.at({"risk", id("risk")}).set(risk::changed_since_acceptance, Set{"description"});
    CHECK(desk.list(owner) == "risk 2026-12-01");
    desk.records.at({"risk", id("risk")}).set(risk::changed_since_acceptance, Set{"current_likelihood"});
    CHECK(desk.list(owner) == "");
}

TEST_CASE("H2 H3 O4: what is reported waits for the manager and the coordinator, what is routed for the seat, a clock for its keepers") {
    Desk desk;
    const Actor manager = holder(Role::manager, "school_a", "manager"), coordinator = holder(Role::coordinator, "kommun", "coordinator"),
                it = holder(Role::it_manager, "kommun", "it");
    desk.put(kEvent, id("event"), {{"name", text("Lånad dator saknas")}, {"unit", text(id("school_a"))}, {"discovered_at", text("2026-11-23T12:00:00Z")}});
    CHECK(desk.list(manager) == "event 2026-11-24");
    CHECK(desk.list(coordinator) == "event 2026-11-24");
    CHECK(desk.list(holder(Role::manager, "school_b", "other")) == "");
    CHECK(desk.list(it) == "");
    Record& event = desk.records.at({"event", id("event")});
    event.set(event::status, std::string("triaged"));
    event.set(event::role, std::string("it_manager"));
    event.values[position(kEvent, "handle_by")] = text("2026-12-01");
    kEvent.derive(event, desk);
    CHECK(desk.list(manager) == "");
    CHECK(desk.list(it) == "event 2026-12-01");
    desk.put(kNotification, id("case"), {{"name", text("Avbrott")}, {"unit", text(id("kommun"))}, {"discovered_at", text("2026-11-23T12:00:00Z")}});
    CHECK(desk.list(it) == "notification 2026-11-24; notification 2026-11-26; event 2026-12-01");
    CHECK(desk.list(manager) == "");
}
