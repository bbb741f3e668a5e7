#include "domain/confirmations.h"

#include <doctest/doctest.h>

#include "shared/memory.h"

using namespace lisa;
using namespace lisa::test;

namespace {

constexpr std::string_view kToday = "2026-11-25";
using Fields = std::map<std::string, Value>;

/// Two schools and an instruction, version 2.0, for employees.
struct Schools : Memory {
    Schools() {
        for (const char* name : {"ek", "alm"}) put(kUnit, id(name), {{"name", text(name)}, {"kind", text("unit")}});
        ask_for({"employee"});
    }
    void ask_for(Set audience, Fields more = {}) {
        more.insert({{"title", text("Instruktion")}, {"version", text("2.0")}, {"status", text("adopted")}, {"audience", Value{std::move(audience)}}});
        put(kDocument, id("document"), more);
    }
    void person(std::string_view name, std::string_view where, std::string_view audience = "employee", Fields more = {}) {
        more.insert({{"given_name", text(name)}, {"family_name", text("Exempel")}, {"audience", text(audience)}, {"unit", text(id(where))}});
        put(kPerson, id(name), more);
    }
    void manager(std::string_view seat, std::string_view who, std::string_view where, Fields more = {}) {
        more.insert({{"role", text("manager")}, {"unit", text(id(where))}, {"person", text(id(who))}});
        put(kAssignment, id(seat), more);
    }
    void confirm(std::string_view who, std::string_view version = "2.0", std::string_view where = "ek") {
        put(kAcknowledgement, id(std::string(who) + std::string(version) + std::string(where)),
            {{"document", text(id("document"))}, {"version", text(version)}, {"person", text(id(who))}, {"unit", text(id(where))}});
    }
    std::vector<const Record*> all(const Entity& entity) const {
        std::vector<const Record*> found;
        for (const auto& [key, record] : records)
            if (record.entity == &entity) found.push_back(&record);
        return found;
    }
    const Record& document() const { return at(kDocument, id("document")); }
    /// "alm 1/2: Bo Exempel", and last "1/2" for all.
    std::vector<std::string> told() const {
        std::vector<const Record*> units = all(kUnit);
        std::sort(units.begin(), units.end(), [](const Record* a, const Record* b) { return a->text("name") < b->text("name"); });
        const Confirmations found = confirmations_of(document(), {units, all(kPerson), all(kAssignment), all(kAcknowledgement)}, kToday);
        std::vector<std::string> lines;
        const auto counts = [](int confirmed, int asked) { return std::to_string(confirmed) + "/" + std::to_string(asked); };
        for (const UnitConfirmations& row : found.units) {
            std::string line = row.unit->text("name") + " " + counts(row.confirmed, row.asked);
            for (const Record* who : row.missing) line += " " + who->text("given_name");
            lines.push_back(std::move(line));
        }
        lines.push_back(counts(found.confirmed, found.asked));
        return lines;
    }
};

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("P2 those of the audience who have confirmed are counted unit by unit, and who has not is named, most missing first") {
    Schools town;
    town.person("anna", "alm");
    town.person("bo", "ek");
    town.person("eva", "ek");
    town.person("ida", "ek");
    town.confirm("anna");
    town.confirm("eva");
    CHECK(town.told() == Lines{"ek 1/3 bo ida", "alm 1/1", "2/4"});
}

TEST_CASE("P2 a new version takes a new confirmation; two of the same version count as one") {
    Schools town;
    town.person("anna", "ek");
    town.person("bo", "ek");
    town.confirm("anna", "1.0");
    town.confirm("bo");
    town.confirm("bo", "2.0", "alm");
    CHECK(town.told() == Lines{"ek 1/2 anna", "1/2"});
    town.ask_for({"employee"}, {{"version", text("3.0")}});
    CHECK(town.told() == Lines{"ek 0/2 anna bo", "0/2"});
}

TEST_CASE("P2 a confirmation that was taken away, or of another document, counts for nothing") {
    Schools town;
    town.person("anna", "ek");
    town.confirm("anna");
    for (auto& [key, record] : town.records)
        if (record.entity == &kAcknowledgement) record.removed = true;
    CHECK(town.told() == Lines{"ek 0/1 anna", "0/1"});
    for (auto& [key, record] : town.records) {
        if (record.entity != &kAcknowledgement) continue;
        record.removed = false;
        record.values[position(kAcknowledgement, "document")] = text(id("another"));
    }
    CHECK(town.told() == Lines{"ek 0/1 anna", "0/1"});
}

TEST_CASE("P2 who has left, or begins later, is not asked; the last day still is") {
    Schools town;
    town.person("anna", "ek", "employee", {{"ends_on", text("2026-11-24")}});
    town.person("bo", "ek", "employee", {{"ends_on", text("2026-11-25")}});
    town.person("eva", "ek", "employee", {{"starts_on", text("2026-11-26")}});
    town.confirm("anna");
    CHECK(town.told() == Lines{"ek 0/1 bo", "0/1"});
}

TEST_CASE("P2 only the groups of the audience are asked; a manager where they lead") {
    Schools town;
    town.person("anna", "ek");
    town.person("bo", "ek", "contractor");
    town.person("eva", "ek", "pupil");
    CHECK(town.told() == Lines{"ek 0/1 anna", "0/1"});
    town.ask_for({"contractor", "employee"});
    CHECK(town.told() == Lines{"ek 0/2 anna bo", "0/2"});
    town.ask_for({"manager"});
    CHECK(town.told() == Lines{"0/0"});
    town.manager("seat", "anna", "alm");
    CHECK(town.told() == Lines{"alm 0/1 anna", "0/1"});
    town.manager("seat", "anna", "alm", {{"ends_on", text("2026-11-24")}});
    CHECK(town.told() == Lines{"0/0"});
}

TEST_CASE("P2 somebody in two units is asked in both, and is one in the whole") {
    Schools town;
    town.person("anna", "ek");
    town.manager("first", "anna", "ek");
    town.manager("second", "anna", "alm");
    town.ask_for({"employee", "manager"});
    CHECK(town.told() == Lines{"alm 0/1 anna", "ek 0/1 anna", "0/1"});
    town.confirm("anna");
    CHECK(town.told() == Lines{"alm 1/1", "ek 1/1", "1/1"});
}

TEST_CASE("P2 a unit that is not passed in is neither counted nor named") {
    Schools town;
    town.person("anna", "ek");
    town.person("bo", "alm");
    town.records.erase({"unit", id("alm")});
    CHECK(town.told() == Lines{"ek 0/1 anna", "0/1"});
}

TEST_CASE("P2 a document asks when it is adopted, has a version and an audience, and has not ended") {
    Schools town;
    CHECK(asks_for_confirmation(town.document(), kToday));
    for (const auto& [field, value] : Fields{{"status", text("draft")}, {"version", kCleared}, {"audience", kCleared}, {"ends_on", text("2026-11-24")}}) {
        CAPTURE(field);
        town.ask_for({"employee"}, {{field, value}});
        town.records.at({"document", id("document")}).values[position(kDocument, field)] = value;
        CHECK_FALSE(asks_for_confirmation(town.document(), kToday));
    }
    town.ask_for({"employee"}, {{"ends_on", text("2026-11-25")}});
    CHECK(asks_for_confirmation(town.document(), kToday));
}

TEST_CASE("P2 a document applies in the part that it names and below, or everywhere") {
    Schools town;
    CHECK(applies_in(town.document(), {id("ek"), id("board"), id("kommun")}));
    town.ask_for({"employee"}, {{"applies_in", text(id("board"))}});
    CHECK(applies_in(town.document(), {id("ek"), id("board"), id("kommun")}));
    CHECK(applies_in(town.document(), {id("board"), id("kommun")}));
    CHECK_FALSE(applies_in(town.document(), {id("alm"), id("kommun")}));
}
