// From one base of facts to a case for each who answers for it (H7).
#include "domain/cases.h"

#include <doctest/doctest.h>

#include "domain/clock.h"
#include "shared/memory.h"

using namespace lisa;
using namespace lisa::test;

namespace {

/// A supplier with two systems, which two boards and a company use; the boards process personal data in them.
struct Breach : Municipality {
    std::vector<const Record*> of(const Entity& entity) const {
        std::vector<const Record*> found;
        for (const auto& [key, record] : records)
            if (record.entity == &entity) found.push_back(&record);
        return found;
    }

    Breach() {
        put(kUnit, id("kommun"), {{"name", text("Kommunen")}, {"kind", text("municipality")}});
        for (const char* board : {"board_a", "board_b"})
            put(kUnit, id(board), {{"name", text(board)}, {"kind", text("board")}, {"parent", text(id("kommun"))}, {"is_controller", Value{true}}});
        put(kUnit, id("company"), {{"name", text("Bolaget")}, {"kind", text("company")}, {"parent", text(id("kommun"))}, {"is_controller", Value{true}}});
        put(kSupplier, id("supplier"), {{"name", text("Leverantören")}, {"unit", text(id("kommun"))}});
        const auto system = [&](const char* name, const char* unit, const char* status) {
            put(kSystem, id(name), {{"name", text(name)}, {"unit", text(id(unit))}, {"provider", text(id("supplier"))}, {"status", text(status)}});
        };
        system("pay", "board_a", "in_operation");
        system("doors", "company", "in_operation");
        system("old", "board_b", "retired");
        const auto processing = [&](const char* name, const char* unit, const char* in, bool as_processor = false) {
            put(kProcessing, id(name),
                {{"name", text(name)}, {"unit", text(id(unit))}, {"system", text(id(in))}, {"as_processor", Value{as_processor}}, {"status", text("adopted")}});
        };
        processing("salaries", "board_a", "pay");
        processing("absence", "school_b", "pay");
        processing("for_others", "company", "doors", true);
        put(kEvent, id("event"),
            {{"name", text("Intrång")},
             {"unit", text(id("board_a"))},
             {"kind", text("incident")},
             {"has_personal_data", text("unknown")},
             {"supplier", text(id("supplier"))},
             {"course", text("unauthorised_access")},
             {"kinds", Set{"confidentiality"}},
             {"people_count", number(300)},
             {"reported_at", text("2026-11-23T11:00:00Z")},
             {"discovered_at", text("2026-11-23T10:00:00Z")},
             {"known_at", text("2026-11-23T12:00:00Z")}});
    }

    Record& event() { return records.at({"event", id("event")}); }
    CaseRecords around() const {
        CaseRecords all{of(kEventLink), of(kSystem), of(kProcessing), of(kProcessingData), of(kBreach), of(kNotification), {}};
        all.unit = [this](const std::string& which) {
            const auto found = records.find({"unit", which});
            return found == records.end() ? nullptr : &found->second;
        };
        return all;
    }
    std::vector<Case> cases() { return cases_of(event(), around()); }
    std::string told() {
        std::string out;
        for (const Case& one : cases())
            out += std::string(out.empty() ? "" : ", ") + std::string(one.entity->name) + " " + one.unit->text("name") + (one.opened ? "*" : "");
        return out;
    }
};

}  // namespace

TEST_CASE("H7: one supplier's breach is a case of each controller whose data it touches, and of each operator that runs on it") {
    Breach town;
    CHECK(systems_hit(town.event(), town.around()).size() == 2);  // not the retired one
    CHECK(town.told() == "breach board_a, breach board_b, notification Bolaget, notification Kommunen");
    const std::vector<Case> cases = town.cases();
    REQUIRE(cases[1].because.size() == 1);
    CHECK(cases[1].because.front()->text("name") == "absence");  // the school's board answers
}

TEST_CASE("H7: a named system counts alone; links add to it") {
    Breach town;
    town.event().set(event::system, id("doors"));
    CHECK(town.told() == "notification Bolaget, notification Kommunen");  // who processes for others tells them
    town.put(kEventLink, id("link"), {{"event", text(id("event"))}, {"system", text(id("pay"))}});
    CHECK(town.told() == "breach board_a, breach board_b, notification Bolaget, notification Kommunen");
}

TEST_CASE("H7: without personal data no breach, and what is no incident needs no notification") {
    Breach town;
    town.event().set(event::has_personal_data, std::string("no"));
    CHECK(town.told() == "notification Bolaget, notification Kommunen");
    town.event().set(event::kind, std::string("near_miss"));
    CHECK(town.told() == "");
    town.event().set(event::supplier, std::string());
    town.event().set(event::has_personal_data, std::string("yes"));
    CHECK(town.told() == "breach board_a");  // at least where it happened
}

TEST_CASE("H7: an operator that the act does not cover is none") {
    Breach town;
    town.records.at({"unit", id("company")}).values[position(kUnit, "operator_kind")] = text("not_covered");
    CHECK(town.told() == "breach board_a, breach board_b, notification Kommunen");
}

TEST_CASE("H7: a case begins with the facts of the event, its own place and its own clock, and nothing that is another's") {
    Breach town;
    town.event().values[position(kEvent, "registry_number")] = text("KS 2026/1");
    const std::vector<Case> cases = town.cases();
    const auto breach = case_values(town.event(), cases[0]), notification = case_values(town.event(), cases[3]);
    CHECK(breach.at("unit") == text(id("board_a")));
    CHECK(breach.at("event") == text(id("event")));
    CHECK(breach.at("processing") == text(id("salaries")));
    CHECK(breach.at("people_count") == number(300));
    CHECK(breach.at("kinds") == Value{Set{"confidentiality"}});
    for (const auto& values : {breach, notification}) {
        CHECK(values.at("known_at") == text("2026-11-23T12:00:00Z"));
        for (const char* own : {"status", "registry_number", "responsible", "notes", "notify_by", "reported_at"}) CHECK_FALSE(values.contains(own));
    }
    Record record{kBreach};
    for (const auto& [field, value] : breach) record.values[position(kBreach, field)] = value;
    CHECK(clocks_of(record, "2026-11-24T12:00:00Z").front().due == "2026-11-26T12:00:00Z");
}

TEST_CASE("H7: every proposed case is one that its register takes in") {
    Breach town;
    const Actor coordinator = holder(Role::coordinator, "kommun");
    int made = 0;
    for (const Case& one : town.cases()) {
        Patch patch;
        for (const auto& [field, value] : case_values(town.event(), one)) {
            const auto* set = std::get_if<Set>(&value);
            patch.insert_or_assign(field, set ? Edit{SetEdit{*set, {}}} : Edit{value});
        }
        CHECK(outcome(apply(change(Verb::create, *one.entity, id("case " + std::to_string(++made)), 0, patch), coordinator, kNow, town)) == "ok");
    }
    CHECK(made == 4);
    CHECK(town.told() == "breach board_a*, breach board_b*, notification Bolaget*, notification Kommunen*");
}

TEST_CASE("H7: an opened case stays in sight whatever the event becomes, and is not proposed again") {
    Breach town;
    town.put(kBreach, id("case"), {{"name", text("Intrång")}, {"unit", text(id("board_b"))}, {"event", text(id("event"))}});
    CHECK(town.told() == "breach board_a, breach board_b*, notification Bolaget, notification Kommunen");
    town.event().set(event::has_personal_data, std::string("no"));
    CHECK(town.told() == "breach board_b*, notification Bolaget, notification Kommunen");
}

TEST_CASE("H7: new facts fill in what a case lacks and never write over what it says") {
    Breach town;
    town.put(kBreach, id("case"), {{"unit", text(id("board_b"))}, {"event", text(id("event"))}, {"people_count", number(12)}});
    Record opened = town.at(kBreach, id("case"));
    auto news = news_for(town.event(), opened);
    CHECK(news.at("course") == text("unauthorised_access"));
    CHECK_FALSE(news.contains("people_count"));
    CHECK_FALSE(news.contains("unit"));
    opened.hidden |= std::uint64_t{1} << position(kBreach, "course");
    CHECK_FALSE(news_for(town.event(), opened).contains("course"));  // it may stand there
}
