#include "schema/lookup.h"

#include "tests/shared/memory.h"

#include <doctest/doctest.h>

using namespace lisa;
using namespace lisa::test;

namespace {

Places ids(std::initializer_list<const char*> names) {
    Places places;
    for (const char* name : names) places.push_back(id(name));
    return places;
}

Places where(Memory& store, const Entity& entity, const char* name) {
    const auto places = places_of(store.at(entity, id(name)), store);
    REQUIRE(places);
    return *places;
}

/// A store whose disk fails.
struct Broken : Municipality {
    Result<Record> load(const Entity&, const std::string&) override { return fault(Fault::broken, "", "problem.storage"); }
};

}  // namespace

TEST_CASE("a unit belongs to itself and to everything above it") {
    Municipality store;
    CHECK(where(store, kUnit, "school_a") == ids({"school_a", "board_a", "kommun"}));
    CHECK(where(store, kUnit, "kommun") == ids({"kommun"}));
}

TEST_CASE("a record belongs to its unit and to everything above that") {
    Municipality store;
    CHECK(where(store, kAsset, "grades") == ids({"school_a", "board_a", "kommun"}));
    CHECK(where(store, kPerson, "anna") == ids({"school_a", "board_a", "kommun"}));
}

TEST_CASE("a record that hangs on another belongs where that one does") {
    Municipality store;
    CHECK(where(store, kAssetSystem, "link") == ids({"school_a", "board_a", "kommun"}));
    CHECK(where(store, kSection, "aim") == ids({"kommun"}));
}

TEST_CASE("a record whose place leads nowhere belongs nowhere") {
    Municipality store;
    for (const Entity* entity : kCatalog) {
        CAPTURE(std::string(entity->name));
        Record record{*entity};
        record.id = id("lost");
        for (const Value& place : {Value{}, text(id("nothing"))}) {
            record.values[position(*entity, entity->place)] = place;
            const auto places = places_of(record, store);
            REQUIRE(places);
            CHECK(*places == (is_tree(*entity) ? Places{id("lost")} : Places{}));
        }
    }
}

TEST_CASE("removing a unit does not move what belongs to it") {
    Municipality store;
    store.records.at({"unit", id("board_a")}).removed = true;
    CHECK(where(store, kAsset, "grades") == ids({"school_a", "board_a", "kommun"}));
}

TEST_CASE("a circle in the tree ends the walk") {
    Municipality store;
    store.put(kUnit, id("kommun"), {{"name", text("kommun")}, {"parent", text(id("school_a"))}});
    CHECK(where(store, kAsset, "grades") == ids({"school_a", "board_a", "kommun"}));
    store.put(kUnit, id("self"), {{"parent", text(id("self"))}});
    const auto above = store.places_above(kUnit, id("self"));
    REQUIRE(above);
    CHECK(*above == ids({"self"}));
}

TEST_CASE("a fault of the machine is passed on, not taken for an empty place") {
    Municipality store;
    Broken broken;
    for (const Entity* entity : {&kAsset, &kSection, &kAssetSystem}) {
        const char* name = entity == &kAsset ? "grades" : entity == &kSection ? "aim" : "link";
        CHECK(outcome(places_of(store.at(*entity, id(name)), broken)) == "broken =problem.storage");
    }
    CHECK(outcome(places_of(store.at(kUnit, id("school_a")), broken)) == "broken =problem.storage");
}
