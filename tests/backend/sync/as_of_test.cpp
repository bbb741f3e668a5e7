#include "sync/as_of.h"

#include <set>

#include "core/date.h"
#include "core/json.h"
#include "schema/json.h"
#include "tests/backend/town.h"

using namespace lisa;
using namespace lisa::test;

namespace {

constexpr std::int64_t kDay = 86'400'000;
const std::string kThen = "2026-11-23";

const std::vector<const Entity*> kAssets{&kAsset};

Result<AsOf> told_to(Town& town, const char* person, const std::vector<const Entity*>& registers = kAssets, const std::string& day = kThen) {
    auto view = town.storage->read();
    REQUIRE(view);
    return records_as_of(view->store(), registers, day, *actor_of(view->store(), id(person), town.now));
}

/// The names of what a person sees of a day.
std::string names(Town& town, const char* person, const std::string& day = kThen) {
    std::set<std::string> found;
    const auto told = told_to(town, person, kAssets, day);
    for (const Record& record : told->records) found.insert(record.text("name"));
    std::string line;
    for (const std::string& name : found) line += (line.empty() ? "" : " ") + name;
    return line;
}

/// How many removed assets the person learns of without seeing them.
std::int64_t missed(Town& town, const char* person) { return told_to(town, person)->removed_since["asset"]; }

Record only(Town& town, const char* person, const std::string& record) {
    const auto told = told_to(town, person);
    REQUIRE(told);
    for (const Record& one : told->records)
        if (one.id == record) return one;
    FAIL("is not there");
    return Record{kAsset};
}

/// Every page of a day, put together as "register id".
std::vector<std::string> leaf_through(Town& town, const char* person, const std::vector<const Entity*>& registers, int& pages) {
    std::vector<std::string> seen;
    AsOfPlace from;
    for (;;) {
        auto view = town.storage->read();
        const auto page = as_of_page(view->store(), registers, kThen, kThen, from, *actor_of(view->store(), id(person), town.now));
        REQUIRE(page);
        ++pages;
        for (const Json& record : (*page)["records"]) seen.push_back(record["e"].get<std::string>() + " " + record["id"].get<std::string>());
        from.until = (*page)["until"];
        if (!page->contains("next")) return seen;
        const auto& next = (*page)["next"];
        for (std::size_t i = 0; i < registers.size(); ++i)
            if (registers[i]->name == next["register"].get<std::string>()) from.at = i;
        from.after = next["after"];
    }
}

}  // namespace

TEST_CASE("F9 a register is told as it was at the end of the day: altered since, come since and removed since") {
    Town town;
    town.now += kDay;
    town.edit(kAsset, id("maps"), {{"name", text("Nya kartor")}});
    town.make(kAsset, id("lists"), {{"name", text("Listor")}, {"kind", text("process")}, {"unit", text(id("school_a"))}});
    REQUIRE(town.outcome("chief", town.draft(Verb::remove, kAssetSystem, id("link"))) == "ok");
    REQUIRE(town.outcome("chief", town.draft(Verb::remove, kAsset, id("grades"))) == "ok");
    CHECK(names(town, "chief") == "Betyg Kartor");
    CHECK(names(town, "chief", "2026-11-24") == "Listor Nya kartor");
    CHECK(names(town, "chief", "2026-11-22") == "");
}

TEST_CASE("F9 a withheld field is withheld of the past too, and what was written over in it") {
    Town town;
    town.now += kDay;
    town.edit(kAsset, id("grades"), {{"motive", text("annat motiv")}});
    CHECK(only(town, "anna", id("grades")).text("motive") == "hemligt motiv");
    const Record seen = only(town, "cecilia", id("grades"));
    CHECK(seen.text("motive").empty());
    CHECK(seen.is_hidden(position(kAsset, "motive")));
}

TEST_CASE("F9 what has moved is told to those whose rights reach both where it was and where it is") {
    Town town;
    town.make(kSystem, id("plain"), {{"name", text("Enkelt")}, {"kind", text("platform")}, {"unit", text(id("school_a"))}, {"weaknesses", text("öppen")}});
    town.now += kDay;
    town.edit(kSystem, id("plain"), {{"unit", text(id("school_b"))}});
    const std::vector<const Entity*> systems{&kSystem};
    const auto weaknesses = [&](const char* person) {
        const auto told = told_to(town, person, systems);
        for (const Record& record : told->records)
            if (record.id == id("plain")) return record.is_hidden(position(kSystem, "weaknesses")) ? std::string("(hidden)") : record.text("weaknesses");
        return std::string("(none)");
    };
    CHECK(weaknesses("chief") == "öppen");
    for (const char* one_side : {"anna", "bertil"}) CHECK(weaknesses(one_side) != "öppen");
}

TEST_CASE("F9 rights are those of today, not those of then") {
    Town town;
    town.now += kDay;
    town.edit(kAssignment, id("seat of anna"), {{"unit", text(id("board_b"))}});
    CHECK(only(town, "bertil", id("maps")).id == id("maps"));
    CHECK(only(town, "anna", id("grades")).is_hidden(position(kAsset, "motive")));  // hers no more
    Actor nobody{id("nobody"), {}};
    auto view = town.storage->read();
    CHECK(records_as_of(view->store(), kAssets, kThen, nobody)->records.empty());
}

TEST_CASE("F9 F5 what was removed since is told to who may put it back and who reads the trail; the others learn how many they miss") {
    Town town;
    town.hire("auditor", "auditor", "kommun");
    town.hire("other auditor", "auditor", "board_b");
    town.make(kAsset, id("lists"), {{"name", text("Listor")}, {"kind", text("process")}, {"unit", text(id("school_a"))}});
    town.now += kDay;
    REQUIRE(town.outcome("anna", town.draft(Verb::remove, kAsset, id("lists"))) == "ok");
    CHECK(names(town, "anna") == "Betyg Listor");
    for (const char* person : {"chief", "auditor"}) CHECK(names(town, person) == "Betyg Kartor Listor");
    for (const char* person : {"anna", "chief", "auditor"}) CHECK(missed(town, person) == 0);
    CHECK(names(town, "cecilia") == "Betyg");
    CHECK(missed(town, "cecilia") == 1);
    CHECK(names(town, "other auditor") == "Kartor");
    CHECK(missed(town, "other auditor") == 0);  // read nothing there
    CHECK(missed(town, "pupil") == 0);          // reads no assets
}

TEST_CASE("F9 H1 one's own report of then is one's own; a colleague's is not") {
    Town town;
    town.hire("colleague", "", "school_a");
    REQUIRE(town.outcome("cecilia", town.draft(Verb::create, kEvent, id("event"),
                                               {{"name", text("Borta")},
                                                {"unit", text(id("school_a"))},
                                                {"reporter", text(id("cecilia"))},
                                                {"discovered_at", text("2026-11-23T10:00:00Z")}})) == "ok");
    const std::vector<const Entity*> events{&kEvent};
    CHECK(told_to(town, "cecilia", events)->records.size() == 1);
    CHECK(told_to(town, "colleague", events)->records.empty());
}

TEST_CASE("F9 much comes in pages, each record once, as one answer would have it") {
    Town town;
    const std::string prose(8000, 'x');
    for (int i = 0; i < 150; ++i)
        town.make(kAsset, id("much " + std::to_string(i)),
                  {{"name", text(std::to_string(i))}, {"kind", text("process")}, {"unit", text(id("school_a"))}, {"description", text(prose.substr(0, 4000))}});
    const std::vector<const Entity*> registers{&kUnit, &kAsset, &kSystem};
    for (const char* person : {"chief", "cecilia"}) {
        std::vector<std::string> whole;
        const auto told = told_to(town, person, registers);
        for (const Record& record : told->records) whole.push_back(std::string(record.entity->name) + " " + record.id);
        int pages = 0;
        CHECK(leaf_through(town, person, registers, pages) == whole);
        CHECK(pages > 1);
    }
}

TEST_CASE("F9 a page tells of no later day: not by the day, not by the change that it was asked to end at") {
    Town town;
    town.now += kDay;
    town.edit(kAsset, id("maps"), {{"name", text("Nya kartor")}});
    auto view = town.storage->read();
    const Actor who = *actor_of(view->store(), id("chief"), town.now);
    const auto ask = [&](const std::string& day, const AsOfPlace& from) {
        return test::outcome(as_of_page(view->store(), kAssets, day, "2026-11-24", from, who));
    };
    CHECK(ask(kThen, {}) == "ok");
    CHECK(ask("2026-11-25", {}) == "invalid =problem.protocol");
    CHECK(ask("i går", {}) == "invalid =problem.protocol");
    CHECK(ask(kThen, {town.last(), 0, {}}) == "invalid =problem.protocol");
    CHECK(ask(kThen, {0, 1, {}}) == "invalid =problem.protocol");
    CHECK((*as_of_page(view->store(), kAssets, kThen, "2026-11-24", {}, who))["first"] == kThen);
}
