#include "domain/catalog.h"

#include "schema/validate.h"
#include "tests/shared/memory.h"

#include <doctest/doctest.h>

#include <set>

using namespace lisa;
using namespace lisa::test;

TEST_CASE("the hash of the catalogue is one number, and not nothing") {
    static_assert(catalog_hash() == catalog_hash());
    CHECK(catalog_hash() != 14695981039346656037ull);
}

TEST_CASE("the seats of an assignment are roles, and the audiences of a person are too") {
    for (std::string_view name : find_field(kAssignment, "role")->options) CHECK(find_role(name));
    for (std::string_view name : find_field(kPerson, "audience")->options) CHECK(find_role(name));
    for (const RoleFacts& role : kRoles) {
        CAPTURE(std::string(role.name));
        CHECK(&facts(role.role) == &role);
        const auto is_in = [&](const Entity& entity, const char* field) {
            const auto options = find_field(entity, field)->options;
            return std::find(options.begin(), options.end(), role.name) != options.end();
        };
        CHECK(is_in(kAssignment, "role") != is_in(kPerson, "audience"));  // held by a seat or by who one is, never both
    }
}

TEST_CASE("every register leads to the organisation through its place") {
    for (const Entity* entity : kCatalog) {
        CAPTURE(std::string(entity->name));
        if (hangs(*entity)) continue;  // through what it hangs on
        const Entity* now = entity;
        for (int hop = 0; hop < 8 && !is_tree(*now); ++hop) now = find_entity(kCatalog, find_field(*now, now->place)->ref);
        CHECK(is_tree(*now));
    }
}

TEST_CASE("somebody may do each thing in each register, but not everybody may write") {
    for (const Entity* entity : kCatalog) {
        CAPTURE(std::string(entity->name));
        if (hangs(*entity)) continue;  // has those of the record that it hangs on
        const Reach* rights[] = {&entity->access.read, &entity->access.create, &entity->access.update, &entity->access.remove};
        const bool is_final = entity == &kAcknowledgement;                                    // made by everybody, for themselves, and never altered
        const bool is_for_all = is_final || entity == &kEvent;                                // H1: anybody may report
        constexpr const Entity* kLogs[] = {&kBreach, &kEvent, &kEventEntry, &kNotification};  // D3, H4: the logs lose nothing
        const bool is_log = std::find(std::begin(kLogs), std::end(kLogs), entity) != std::end(kLogs);
        for (const Reach* reach : rights)
            CHECK(((reach->within | reach->anywhere).bits != 0) == !((is_final && reach == rights[2]) || (is_log && reach == rights[3])));
        for (std::size_t i = 1; i < 4; ++i) {
            CHECK(rights[i]->anywhere.bits == 0);
            if (is_for_all && i == 1) continue;
            if (entity == &kPolicyException && i < 3) continue;  // anybody asks, and alters what is still only asked for
            for (Role role : {Role::employee, Role::elected, Role::pupil, Role::contractor, Role::auditor}) CHECK_FALSE(rights[i]->within.has(role));
        }
    }
}

TEST_CASE("every register has a column, something to search, and at most one field per word") {
    for (const Entity* entity : kCatalog) {
        CAPTURE(std::string(entity->name));
        const auto has = [&](auto member) {
            return std::any_of(entity->fields.begin(), entity->fields.end(), [&](const Field& field) { return field.*member; });
        };
        CHECK(has(&Field::listed));
        CHECK(has(&Field::searched));
        CHECK_FALSE(entity->fields.front().group.empty());  // every field stands under a heading
        std::set<std::string_view> options;
        for (const Field& field : entity->fields) {
            options.clear();
            for (std::string_view option : field.options) CHECK(options.insert(option).second);
        }
    }
}

TEST_CASE("no computed field is less secret than what it is computed from, nor a title secret at all") {
    for (const Entity* entity : kCatalog)
        for (std::string_view name : entity->title) CHECK(find_field(*entity, name)->seen_from == Clearance::open);
    CHECK(find_field(kPerson, "given_name")->seen_from == Clearance::open);
    CHECK(find_field(kAssignment, "person")->seen_from == Clearance::open);
}

TEST_CASE("a person is called by both names") {
    Record record{kPerson};
    Memory store;
    const auto name = [&](const char* given, const char* family) {
        record.set(person::given_name, std::string(given));
        record.set(person::family_name, std::string(family));
        kPerson.derive(record, store);
        return record.get(person::name);
    };
    CHECK(name("Anna", "Ågren") == "Anna Ågren");
    CHECK(name("", "Ågren") == "Ågren");
    CHECK(name("Anna", "") == "Anna");
}

TEST_CASE("what decides rights or class is guarded") {
    for (const auto& [entity, names] :
         std::vector<std::pair<const Entity*, std::vector<const char*>>>{{&kAssignment, {"role", "unit", "person", "deputy", "starts_on", "ends_on"}},
                                                                         {&kAsset, {"status", "confidentiality", "integrity", "availability", "legal_basis"}},
                                                                         {&kDocument, {"status", "decided_on", "review_on"}},
                                                                         {&kUnit, {"parent"}},
                                                                         {&kSystem, {"status"}}})
        for (const char* name : names) {
            CAPTURE(std::string(name));
            CHECK(find_field(*entity, name)->merge == Merge::guarded);
        }
}
