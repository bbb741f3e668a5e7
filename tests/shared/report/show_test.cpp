#include "report/show.h"

#include "core/text.h"
#include "tests/shared/memory.h"
#include "tests/shared/samples.h"

#include <doctest/doctest.h>

using namespace lisa;
using namespace lisa::test;

namespace {

std::string shown(Memory& store, const Entity& entity, const char* name, const char* field, Language language = Language::swedish) {
    return show(store.at(entity, id(name)), position(entity, field), {store, language});
}

Record asset_with(const char* field, Value value) {
    Record record{kAsset};
    record.values[position(kAsset, field)] = std::move(value);
    return record;
}

std::string key_of(Memory& store, const char* field, Value value) { return sort_key(asset_with(field, std::move(value)), position(kAsset, field), {store}); }

}  // namespace

TEST_CASE("a reference reads as the name of what it leads to") {
    Municipality store;
    CHECK(shown(store, kAsset, "grades", "unit") == "school_a");
    CHECK(shown(store, kAssetSystem, "link", "system") == "Elevregister");
    CHECK(title_of(store.at(kPerson, id("anna")), {store}) == "Anna Ågren");
    CHECK(title_of(store.at(kAssetSystem, id("link")), {store}) == "Betyg – Elevregister");
}

TEST_CASE("a reference to what is out of sight says so in words") {
    Municipality store;
    const std::string words(say(Language::swedish, "show.out_of_sight"_tr));
    store.records.erase({"asset", id("grades")});
    CHECK(shown(store, kAssetSystem, "link", "asset") == words);
    CHECK(title_of(store.at(kAssetSystem, id("link")), {store}) == words + " – Elevregister");
}

TEST_CASE("options, levels and yes and no read in the language of the reader") {
    Municipality store;
    for (Language language : {Language::swedish, Language::english}) {
        CHECK(shown(store, kAsset, "grades", "kind", language) == say(language, "option.asset.kind.information_set"));
        const Reader reader{store, language};
        CHECK(show_value(kAsset, *find_field(kAsset, "integrity"), number(3), reader) == "3 " + std::string(say(language, "level.3")));
        CHECK(show_value(kAsset, *find_field(kAsset, "recovery_time_hours"), number(48), reader) == "48");
        CHECK(show_value(kAsset, *find_field(kAsset, "is_public_record"), Value{true}, reader) == say(language, "show.yes"_tr));
        CHECK(show_value(kAsset, *find_field(kAsset, "is_public_record"), Value{false}, reader) == say(language, "show.no"_tr));
        CHECK(show_value(kAsset, *find_field(kAsset, "forms"), Set{"film", "text"}, reader) ==
              std::string(say(language, "option.asset.forms.film")) + ", " + std::string(say(language, "option.asset.forms.text")));
    }
    const Reader reader{store};
    CHECK(show_value(kAsset, *find_field(kAsset, "tags"), Set{"b", "ö"}, reader) == "b, ö");
    CHECK(show_value(kAsset, *find_field(kAsset, "notes"), Notes{{"", "", "ett"}, {"", "", "två"}}, reader) == "ett\ntvå");
}

TEST_CASE("what is blank shows as nothing, in every field") {
    Municipality store;
    for (const Entity* entity : kCatalog)
        for (const Field& field : entity->fields)
            for (const Value& blank : {Value{}, Value{std::string()}, Value{Set{}}, Value{Notes{}}}) CHECK(show_value(*entity, field, blank, {store}) == "");
}

TEST_CASE("every value of every register shows as text, and no option shows as its key") {
    Municipality store;
    const std::string unknown(say(Language::swedish, "problem.unknown"_tr));
    for (unsigned seed = 1; seed < 20; ++seed)
        for (const Entity* entity : kCatalog) {
            Random random(seed);
            const Record record = filled(*entity, random);
            for (std::size_t i = 0; i < record.values.size(); ++i) {
                CAPTURE(std::string(entity->name) + '.' + std::string(entity->fields[i].name));
                const std::string text = show(record, i, {store});
                CHECK_FALSE(text.empty());
                CHECK(is_utf8(text));
                CHECK(text != unknown);
            }
        }
}

TEST_CASE("an option of a newer server, however long, shows as unknown and harms nothing") {
    Municipality store;
    const std::string unknown(say(Language::swedish, "problem.unknown"_tr));
    for (std::size_t size : {3u, 70u, 90u, 100u, 100'000u}) {
        CAPTURE(size);
        const std::string option(size, 'x');
        CHECK(show_value(kAsset, *find_field(kAsset, "kind"), option, {store}) == unknown);
        CHECK(show_value(kAsset, *find_field(kAsset, "forms"), Set{option}, {store}) == unknown);
    }
    CHECK(show_value(kAsset, *find_field(kAsset, "integrity"), number(INT64_MIN), {store}) == "-9223372036854775808 " + unknown);
}

TEST_CASE("a title made of references that lead in a circle ends") {
    Municipality store;
    static constexpr Field kFields[] = {{.name = "other", .type = Type::ref, .ref = "ring"}};
    static constexpr std::string_view kTitle[] = {"other"};
    static constexpr Entity kRing{.name = "ring", .fields = kFields, .title = kTitle, .place = "other"};
    struct Ring : Lookup {
        const Entity* all[1] = {&kRing};
        Catalog catalog() const override { return all; }
        Result<Record> load(const Entity&, const std::string& id) override {
            Record record{kRing};
            record.id = id;
            record.values[0] = std::string("same");
            return record;
        }
    } ring;
    CHECK(title_of(*ring.load(kRing, "same"), {ring}) == say(Language::swedish, "show.out_of_sight"_tr));
}

TEST_CASE("a column of numbers sorts by size, negative ones first") {
    Municipality store;
    const std::int64_t sorted[] = {INT64_MIN, -10, -9, 0, 1, 9, 10, 100, INT64_MAX};
    for (std::size_t i = 0; i + 1 < std::size(sorted); ++i)
        CHECK(key_of(store, "recovery_time_hours", sorted[i]) < key_of(store, "recovery_time_hours", sorted[i + 1]));
}

TEST_CASE("a column of choices sorts in the order of the options, text the Swedish way, blank last") {
    Municipality store;
    const auto options = find_field(kAsset, "status")->options;
    for (std::size_t i = 0; i + 1 < options.size(); ++i) CHECK(key_of(store, "status", text(options[i])) < key_of(store, "status", text(options[i + 1])));
    CHECK(key_of(store, "name", text("Zebra")) < key_of(store, "name", text("ål")));
    CHECK(key_of(store, "name", text("Skola 2")) < key_of(store, "name", text("Skola 10")));
    CHECK(key_of(store, "classified_on", text("2025-12-31")) < key_of(store, "classified_on", text("2026-01-01")));
    for (const Field& field : kAsset.fields) {
        Random random(1);
        CHECK(key_of(store, std::string(field.name).c_str(), random_value(field, random)) < key_of(store, std::string(field.name).c_str(), {}));
    }
}

TEST_CASE("a reference sorts by the name it shows") {
    Municipality store;
    CHECK(key_of(store, "unit", text(id("board_a"))) < key_of(store, "unit", text(id("board_b"))));
    CHECK(key_of(store, "unit", text(id("school_a"))) == collation_key("school_a"));
}

TEST_CASE("a search finds every word somewhere in the record, without regard to case, accents and order") {
    Municipality store;
    store.put(kAsset, id("x"),
              {{"name", text("Elevakter, André")},
               {"kind", text("process")},
               {"unit", text(id("school_a"))},
               {"kept_where", text("Närarkiv 2")},
               {"retention", text("osökbart")},
               {"tags", Set{"skola"}}});
    const std::string folded = search_text(store.at(kAsset, id("x")), {store});
    for (const char* query : {"", "  ", "elev", "ELEVAKTER andre", "närarkiv skola elev", "school_a", "arkiv\t2", "akter,"}) {
        CAPTURE(std::string(query));
        CHECK(matches(folded, query));
    }
    for (const char* query : {"elev zebra", "nararkiv", "osökbart", "elevakter2"}) {
        CAPTURE(std::string(query));
        CHECK_FALSE(matches(folded, query));
    }
}

TEST_CASE("a withheld field is not found by searching") {
    Municipality store;
    store.put(kPerson, id("bo"), {{"given_name", text("Bo")}, {"family_name", text("Ek")}, {"staff_id", text("hemligt7")}, {"unit", text(id("school_a"))}});
    const Record& whole = store.at(kPerson, id("bo"));
    CHECK(matches(search_text(whole, {store}), "hemligt7"));
    CHECK_FALSE(matches(search_text(*redact(whole, holder(Role::employee, "school_a"), {id("school_a")}), {store}), "hemligt7"));
}
