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
        const std::size_t at = position(*entity, hangs(*entity) ? entity->hangs_on.record : entity->place);
        if (hangs(*entity)) record.values[position(*entity, entity->hangs_on.entity)] = text("asset");
        for (const Value& place : {Value{}, text(id("nothing"))}) {
            record.values[at] = place;
            const auto places = places_of(record, store);
            REQUIRE(places);
            CHECK(*places == (is_tree(*entity) ? Places{id("lost")} : Places{}));
        }
    }
}

TEST_CASE("an attachment belongs where the record belongs that it hangs on, of any register, and that register's rights hold there") {
    Municipality store;
    const auto hang = [&](const char* register_name, const char* record) {
        store.put(kAttachment, id("file"), {{"register_name", text(register_name)}, {"record", text(id(record))}});
        const auto places = places_of(store.at(kAttachment, id("file")), store);
        REQUIRE(places);
        return *places;
    };
    CHECK(hang("asset", "grades") == ids({"school_a", "board_a", "kommun"}));
    CHECK(hang("asset", "grades").rights == &kAsset);
    CHECK(hang("asset_system", "link") == ids({"school_a", "board_a", "kommun"}));
    CHECK(hang("asset_system", "link").rights == &kAssetSystem);
    CHECK(hang("unit", "board_b") == ids({"board_b", "kommun"}));
    for (const auto& [register_name, record] : {std::pair{"asset", "register"}, {"guild", "grades"}, {"", "grades"}, {"attachment", "file"}}) {
        CAPTURE(std::string(register_name));
        CHECK(hang(register_name, record) == Places{});
        CHECK(hang(register_name, record).rights == nullptr);
    }
    store.put(kAttachment, id("file"), {{"register_name", text("asset")}, {"record", text(id("grades"))}});
    const Record& file = store.at(kAttachment, id("file"));
    CHECK(leads_to(file, *find_field(kAttachment, "record"), kAsset, id("grades")));
    CHECK_FALSE(leads_to(file, *find_field(kAttachment, "record"), kSystem, id("grades")));
    CHECK_FALSE(leads_to(file, *find_field(kAttachment, "name"), kAsset, id("grades")));
    Broken broken;
    CHECK(outcome(places_of(file, broken)) == "broken =problem.storage");
}

TEST_CASE("a device keeps an attachment only where it may keep the record that it hangs on") {
    Record file{kAttachment};
    CHECK_FALSE(may_be_kept(file, kCatalog));
    for (const Entity* host : kCatalog) {
        CAPTURE(std::string(host->name));
        file.set(attachment::register_name, std::string(host->name));
        CHECK(may_be_kept(file, kCatalog) == host->kept_on_device);
        CHECK(may_be_kept(Record{*host}, kCatalog) == (host->kept_on_device && !hangs(*host)));
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
