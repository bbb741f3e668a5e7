#include "domain/organisation_tree.h"

#include <doctest/doctest.h>

#include "shared/memory.h"

using namespace lisa;
using namespace lisa::test;

namespace {

constexpr std::string_view kToday = "2026-11-25";
using Fields = std::map<std::string, Value>;

/// The records of a small organisation, as the tree takes them.
struct Town : Memory {
    void unit(std::string_view name, std::string_view parent, Fields more = {}) {
        more.insert({{"name", text(name)}, {"kind", text("unit")}});
        if (!parent.empty()) more["parent"] = text(id(parent));
        put(kUnit, id(name), more);
    }
    void person(std::string_view name, std::string_view where, Fields more = {}) {
        more.insert({{"given_name", text(name)}, {"family_name", text("Exempel")}, {"unit", text(id(where))}});
        put(kPerson, id(name), more);
    }
    std::vector<const Record*> all(const Entity& entity) const {
        std::vector<const Record*> found;
        for (const auto& [key, record] : records)
            if (record.entity == &entity) found.push_back(&record);
        return found;
    }
    std::vector<TreeUnit> tree(std::string_view day = kToday, Ended ended = Ended::left_out) const {
        return organisation_tree({all(kUnit), all(kPerson), all(kAssignment), all(kAsset), all(kSystem)}, day, ended);
    }
};

/// "kommun", ". skola", ".. klass": the units by level.
std::vector<std::string> shape(const std::vector<TreeUnit>& tree) {
    std::vector<std::string> lines;
    for (const TreeUnit& unit : tree) lines.push_back(std::string(static_cast<std::size_t>(unit.level - 1), '.') + unit.unit->text("name"));
    return lines;
}

std::vector<std::string> shown(const std::vector<TreeUnit>& tree, const std::vector<TreeLine>& lines) {
    std::vector<std::string> names;
    for (const TreeLine& line : lines) {
        const std::string place = " " + std::to_string(line.position) + "/" + std::to_string(line.size);
        names.push_back(tree[static_cast<std::size_t>(line.unit)].unit->text("name") + place + (line.has_children ? line.is_open ? " -" : " +" : ""));
    }
    return names;
}

using Lines = std::vector<std::string>;

Town sample() {
    Town town;
    town.unit("kommun", "");
    town.unit("åby", "kommun");
    town.unit("arkiv", "kommun");
    town.unit("ek", "åby");
    town.unit("björk", "åby");
    return town;
}

const auto kAllOpen = [](const TreeUnit&) { return true; };

}  // namespace

TEST_CASE("O1 the tree has parents before children and siblings in the Swedish order") {
    CHECK(shape(sample().tree()) == Lines{"kommun", ".arkiv", ".åby", "..björk", "..ek"});
    CHECK(Town().tree().empty());
}

TEST_CASE("O1 people, assets and systems are counted in the unit and all above it, those who have left are not") {
    Town town = sample();
    town.person("anna", "ek");
    town.person("bo", "björk", {{"ends_on", text("2026-11-25")}});
    town.person("eva", "björk", {{"ends_on", text("2026-11-24")}});
    town.person("ida", "björk", {{"starts_on", text("2026-11-26")}});
    town.person("kim", "arkiv");
    town.put(kAsset, id("asset"), {{"name", text("Betyg")}, {"unit", text(id("ek"))}});
    town.put(kSystem, id("system"), {{"name", text("Register")}, {"unit", text(id("åby"))}});
    const auto tree = town.tree();
    const auto counts = [&](int TreeUnit::*field) {
        std::vector<int> all;
        for (const TreeUnit& unit : tree) all.push_back(unit.*field);
        return all;
    };
    CHECK(counts(&TreeUnit::people) == std::vector<int>{3, 1, 2, 1, 1});
    CHECK(counts(&TreeUnit::assets) == std::vector<int>{1, 0, 1, 0, 1});
    CHECK(counts(&TreeUnit::systems) == std::vector<int>{1, 0, 1, 0, 0});
}

TEST_CASE("O1 a unit that has ended is left out unless asked for, and stands in the tree of a day when it was there") {
    Town town = sample();
    town.unit("åby", "kommun", {{"ends_on", text("2026-06-30")}});
    town.unit("ny", "kommun", {{"starts_on", text("2026-07-01")}});
    CHECK(shape(town.tree()) == Lines{"kommun", ".arkiv", ".björk", ".ek", ".ny"});
    CHECK(shape(town.tree(kToday, Ended::shown)) == Lines{"kommun", ".arkiv", ".ny", ".åby", "..björk", "..ek"});
    CHECK(shape(town.tree("2026-06-30")) == Lines{"kommun", ".arkiv", ".åby", "..björk", "..ek"});
    CHECK(shape(town.tree("2026-07-01")) == Lines{"kommun", ".arkiv", ".björk", ".ek", ".ny"});
}

TEST_CASE("O1 the people of a unit that has ended are counted above it until they are moved") {
    Town town = sample();
    town.person("anna", "ek");
    town.unit("ek", "åby", {{"ends_on", text("2026-06-30")}});
    const auto tree = town.tree();
    CHECK(shape(tree) == Lines{"kommun", ".arkiv", ".åby", "..björk"});
    CHECK(tree[2].people == 1);
    CHECK(tree[3].people == 0);
}

TEST_CASE("O1 a ring of units and a parent out of sight lose nobody, and the tree comes to an end") {
    Town town = sample();
    town.unit("åby", "ek");
    town.person("anna", "björk");
    const auto tree = town.tree();
    CHECK(tree.size() == 5);
    CHECK(tree[0].unit->text("name") == "kommun");
    int people = 0;
    for (const TreeUnit& unit : tree) people += unit.parent < 0 ? unit.people : 0;
    CHECK(people == 1);
    Town torn;
    torn.unit("ek", "out of sight");
    torn.unit("alm", "ek");
    CHECK(shape(torn.tree()) == Lines{"ek", ".alm"});
    Town narcissus;
    narcissus.unit("själv", "själv");
    CHECK(shape(narcissus.tree()) == Lines{"själv"});
}

TEST_CASE("O3 openings are told of their unit, and counted in all above it") {
    Town town = sample();
    town.put(kAssignment, id("seat"), {{"role", text("manager")}, {"unit", text(id("ek"))}});
    town.put(kAssignment, id("held"), {{"role", text("manager")}, {"unit", text(id("arkiv"))}, {"person", text(id("anna"))}});
    const auto tree = town.tree();
    CHECK(tree[4].openings.size() == 1);
    CHECK(tree[4].has_seats);
    CHECK(tree[1].openings.empty());
    CHECK(tree[1].has_seats);
    CHECK_FALSE(tree[2].has_seats);
    CHECK(tree[2].openings_below == 1);
    CHECK(tree[0].openings_below == 1);
    CHECK(tree[4].openings_below == 0);
}

TEST_CASE("O1 what is below closed units is not shown; places are counted among siblings") {
    const Town town = sample();
    const auto tree = town.tree();
    CHECK(shown(tree, tree_lines(tree, kAllOpen)) == Lines{"kommun 1/1 -", "arkiv 1/2", "åby 2/2 -", "björk 1/2", "ek 2/2"});
    const auto top = [](const TreeUnit& unit) { return unit.level == 1; };
    CHECK(shown(tree, tree_lines(tree, top)) == Lines{"kommun 1/1 -", "arkiv 1/2", "åby 2/2 +"});
    const auto nothing = [](const TreeUnit&) { return false; };
    CHECK(shown(tree, tree_lines(tree, nothing)) == Lines{"kommun 1/1 +"});
    const auto inner = [](const TreeUnit& unit) { return unit.level == 2; };  // open below a closed one
    CHECK(shown(tree, tree_lines(tree, inner)) == Lines{"kommun 1/1 +"});
}

TEST_CASE("O1 a filter keeps what is above a hit, opens it, and counts places among what is left") {
    const Town town = sample();
    const auto tree = town.tree();
    const auto closed = [](const TreeUnit&) { return false; };
    const auto named = [](std::string_view name) { return [name](const TreeUnit& unit) { return unit.unit->text("name") == name; }; };
    CHECK(shown(tree, tree_lines(tree, closed, named("ek"))) == Lines{"kommun 1/1 -", "åby 1/1 -", "ek 1/1"});
    CHECK(shown(tree, tree_lines(tree, closed, named("åby"))) == Lines{"kommun 1/1 -", "åby 1/1"});
    CHECK(shown(tree, tree_lines(tree, closed, named("finns inte"))).empty());
}
