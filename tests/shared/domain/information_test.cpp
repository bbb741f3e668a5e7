// What the registers of information and systems can say (I1, I2): every form and bearer that the policy names, and everything
// that one has to know of a system.
#include <doctest/doctest.h>

#include "domain/due.h"
#include "domain/inheritance.h"
#include "i18n/catalog_words.h"
#include "shared/memory.h"

using namespace lisa;
using namespace lisa::test;

namespace {

std::string try_out(Memory& store, const Change& made, Role role = Role::system_owner, const char* unit = "board_a") {
    return outcome(apply(made, holder(role, unit), kNow, store));
}

/// Whether the field has the choice, with words of its own in both languages.
bool has_choice(const Entity& entity, std::string_view field, std::string_view option) {
    const Field& about = *find_field(entity, field);
    if (std::find(about.options.begin(), about.options.end(), option) == about.options.end()) return false;
    const WordKey key = option_key(entity, about, option);
    return has_message(key.view()) && !say(Language::swedish, key.view()).empty() && !say(Language::english, key.view()).empty();
}

}  // namespace

TEST_CASE("I1 an asset may be in every form that the policy names: text, sound, picture, film and speech") {
    for (const char* form : {"text", "sound", "image", "film", "speech"}) {
        CAPTURE(form);
        const Field& about = *find_field(kAsset, "forms");
        CHECK(std::find(about.options.begin(), about.options.end(), form) != about.options.end());
        const WordKey key = option_key(kAsset, about, form);
        REQUIRE(has_message(key.view()));
        for (Language language : {Language::swedish, Language::english}) CHECK_FALSE(say(language, key.view()).empty());
    }
}

TEST_CASE("I1 an asset may be on paper, electronic, on media, in post, in a conversation, and in a person's knowledge") {
    for (const char* medium : {"paper", "electronic", "storage_media", "post", "conversation", "knowledge"}) {
        CAPTURE(medium);
        CHECK(has_choice(kAsset, "media", medium));
    }
}

TEST_CASE("I1 an asset in several forms at once is kept as such, and a form that nobody knows is refused") {
    Municipality store;
    const auto with_forms = [&](Set forms) {
        return try_out(
            store,
            fresh(store, Verb::update, kAsset, id("grades"), {{"forms", SetEdit{std::move(forms), {}}}, {"media", SetEdit{{"conversation", "knowledge"}, {}}}}),
            Role::information_owner);
    };
    CHECK(with_forms({"speech", "text"}) == "ok");
    CHECK(std::get<Set>(store.at(kAsset, id("grades")).values[position(kAsset, "forms")]) == Set{"speech", "text"});
    CHECK(with_forms({"smell"}) == "invalid forms=problem.choice");
}

TEST_CASE("I2 a system says who owns and manages it, who delivers it, where it runs and how long one can do without it") {
    Municipality store;
    store.put(kSupplier, id("leverantor"), {{"name", text("Leverantören AB")}, {"unit", text(id("kommun"))}});
    const Patch whole{{"owner", text(id("anna"))},
                      {"manager", text(id("anna"))},
                      {"technical_contact", text(id("anna"))},
                      {"provider", text(id("leverantor"))},
                      {"hosting", text("cloud_eu")},
                      {"location", text("Serverhall i Västerås")},
                      {"country", text("Sverige")},
                      {"in_use_since", text("2020-01-01")},
                      {"retires_on", text("2028-01-01")},
                      {"recovery_time_hours", number(4)},
                      {"recovery_point_hours", number(24)},
                      {"longest_outage_hours", number(48)},
                      {"manual_routine", text("Listor på papper")}};
    CHECK(try_out(store, fresh(store, Verb::update, kSystem, id("register"), whole)) == "ok");
    for (const auto& [field, edit] : whole) CHECK(store.at(kSystem, id("register")).values[position(kSystem, field)] == std::get<Value>(edit));
}

TEST_CASE("I2 an owner who is nobody, a supplier that is not there and impossible times are refused by their field") {
    Municipality store;
    const auto put = [&](const char* field, Value value) { return try_out(store, fresh(store, Verb::update, kSystem, id("register"), {{field, value}})); };
    CHECK(put("owner", text(id("nobody"))) == "invalid owner=problem.reference");
    CHECK(put("provider", text(id("nobody"))) == "invalid provider=problem.reference");
    CHECK(put("recovery_time_hours", number(8761)) == "invalid recovery_time_hours=problem.range");
    CHECK(put("recovery_point_hours", number(-1)) == "invalid recovery_point_hours=problem.range");
    CHECK(put("hosting", text("the_moon")) == "invalid hosting=problem.choice");
    CHECK(put("retires_on", text("2028-02-30")) == "invalid retires_on=problem.date");
    CHECK(put("recovery_time_hours", number(0)) == "ok");
    CHECK(put("longest_outage_hours", number(8760)) == "ok");
}

TEST_CASE("I2 the lifecycle of a system goes one step at a time, and its manager does not decide over it") {
    Municipality store;
    const auto step = [&](const char* name, Role role = Role::system_owner) { return try_out(store, fresh_step(store, kSystem, id("register"), name), role); };
    REQUIRE(try_out(store, fresh(store, Verb::update, kSystem, id("register"), {{"owner", text(id("anna"))}})) == "ok");
    CHECK(step("retire") == "conflict status=problem.step");
    CHECK(step("introduce", Role::system_manager) == "forbidden status=problem.forbidden");
    for (const char* name : {"introduce", "start", "phase_out", "take_back", "phase_out", "retire"}) CHECK(step(name) == "ok");
    CHECK(store.at(kSystem, id("register")).text("status") == "retired");
    CHECK(step("start") == "conflict status=problem.step");
}

TEST_CASE("I1 I2 O2 what is put to use has an owner, and does not lose it as long as it is used") {
    const std::tuple<const Entity*, const char*, std::vector<const char*>, Role> used[] = {{&kSystem, "register", {"introduce", "start"}, Role::system_owner},
                                                                                           {&kAsset, "grades", {"put_to_use"}, Role::information_owner}};
    for (const auto& [entity, name, steps, role] : used) {
        CAPTURE(entity->name);
        Municipality store;
        const auto step = [&, entity = entity, name = name, role = role](const char* each) {
            return try_out(store, fresh_step(store, *entity, id(name), each), role);
        };
        const auto put_owner = [&, entity = entity, name = name, role = role](Value owner) {
            return try_out(store, fresh(store, Verb::update, *entity, id(name), {{"owner", std::move(owner)}}), role);
        };
        REQUIRE(put_owner(text(id("bo"))) != "ok");  // nobody of that name
        store.records.at({std::string(entity->name), id(name)}).values[position(*entity, "owner")] = {};
        for (std::size_t i = 0; i + 1 < steps.size(); ++i) CHECK(step(steps[i]) == "ok");
        CHECK(step(steps.back()) == "invalid owner=problem.owner_of_used");
        CHECK(put_owner(text(id("anna"))) == "ok");
        CHECK(step(steps.back()) == "ok");
        CHECK(put_owner(kCleared) == "invalid owner=problem.owner_of_used");
        CHECK(step("phase_out") == "ok");
        CHECK(put_owner(kCleared) == "invalid owner=problem.owner_of_used");
        // What has stood in use without an owner since before this was asked is altered all the same.
        store.records.at({std::string(entity->name), id(name)}).values[position(*entity, "owner")] = {};
        CHECK(try_out(store, fresh(store, Verb::update, *entity, id(name), {{"description", text("Skriven i efterhand")}}), role) == "ok");
        CHECK(step("take_back") == "invalid owner=problem.owner_of_used");
    }
}

TEST_CASE("I2 O4 a system in use is to be gone through when its day has come or none is set") {
    Municipality store;
    const auto system = [&](std::string_view status, std::string_view review_on) {
        store.put(kSystem, id("register"), {{"name", text("Elevregister")}, {"status", text(status)}, {"review_on", text(review_on)}});
        return store.at(kSystem, id("register"));
    };
    for (const char* status : {"in_operation", "phasing_out"}) {
        CHECK(awaits_review(system(status, ""), "2026-11-25"));
        CHECK(awaits_review(system(status, "2026-11-25"), "2026-11-25"));
        CHECK_FALSE(awaits_review(system(status, "2026-11-26"), "2026-11-25"));
    }
    for (const char* status : {"planned", "introducing", "retired"}) CHECK_FALSE(awaits_review(system(status, ""), "2026-11-25"));
}

TEST_CASE("I2 where it runs exactly is for those who answer for systems, not for everybody on the staff") {
    Municipality store;
    store.put(kSystem, id("hall"), {{"name", text("Hall")}, {"kind", text("infrastructure")}, {"unit", text(id("board_a"))}, {"location", text("Källaren")}});
    const Places places{id("board_a"), id("kommun")};
    const auto seen_by = [&](Role role) { return redact(store.at(kSystem, id("hall")), holder(role, "board_a"), places)->text("location"); };
    CHECK(seen_by(Role::employee).empty());
    CHECK(seen_by(Role::system_owner) == "Källaren");
}

TEST_CASE("I2 a system must be back as soon as the most hurried of its information asks, unless it is to be quicker itself") {
    Municipality store;
    store.put(kAssetSystem, id("second"), {{"asset", text(id("maps"))}, {"system", text(id("register"))}, {"relation", text("shown")}});
    const auto set = [&](const Entity& entity, const char* name, std::int64_t hours) {
        store.records.at({std::string(entity.name), id(name)}).values[position(entity, "recovery_time_hours")] = number(hours);
    };
    const auto hours = [&] { return inherit(store.at(kSystem, id("register")), store.referring(), store.finder()).recovery_time_hours.level; };
    CHECK_FALSE(hours().has_value());
    set(kAsset, "grades", 24);
    set(kAsset, "maps", 72);
    CHECK(hours() == 24);
    set(kSystem, "register", 4);
    CHECK(hours() == 4);
}
