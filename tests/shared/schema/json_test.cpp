#include "core/json.h"
#include "schema/json.h"

#include "tests/shared/samples.h"

#include <doctest/doctest.h>

using namespace lisa;
using namespace lisa::test;

namespace {

/// A unit as JSON, with something else in place of one member.
Json unit_with(const char* name, Json value) {
    Json json{{"e", "unit"}, {"id", "u"}, {"rev", 7}, {"v", {{"name", "Kommunen"}}}};
    json[name] = std::move(value);
    return json;
}

}  // namespace

TEST_CASE("a record of every register comes back from JSON as it went in") {
    for (unsigned seed = 0; seed < 100; ++seed)
        for (const Entity* entity : kCatalog) {
            CAPTURE(seed);
            CAPTURE(std::string(entity->name));
            Random random(seed);
            const Record record = thinned(filled(*entity, random), random);
            const auto json = parse_json(dump(record_to_json(record)));
            REQUIRE(json);
            const auto back = record_from_json(kCatalog, *json);
            REQUIRE(back);
            CHECK(*back == record);
        }
}

TEST_CASE("a withheld field travels as a name without a value") {
    for (const Entity* entity : kCatalog)
        for (std::size_t i = 0; i < entity->fields.size(); ++i) {
            Record record = filled(*entity);
            record.hidden = std::uint64_t{1} << i;
            const Json json = record_to_json(record);
            const std::string name(entity->fields[i].name);
            CAPTURE(name);
            CHECK_FALSE(json["v"].contains(name));
            CHECK(json["hidden"] == Json::array({name}));
            const auto back = record_from_json(kCatalog, json);
            REQUIRE(back);
            CHECK(back->hidden == record.hidden);
            CHECK(is_blank(back->values[i]));
        }
}

TEST_CASE("blank fields are left out") {
    Record record{kAsset};
    record.values[0] = std::string();
    record.values[position(kAsset, "tags")] = Set{};
    record.values[position(kAsset, "notes")] = Notes{};
    CHECK(record_to_json(record)["v"].empty());
}

TEST_CASE("a value of another JSON type is no value of the field") {
    const char* texts[] = {
        "true", "7", "\"x\"", "[\"x\"]", R"([{"at":"a","by":"b","text":"c"}])", "1.5", "{}", "[1]", "[[]]", "[null]", "18446744073709551615"};
    for (const Entity* entity : kCatalog)
        for (const Field& field : entity->fields) {
            int taken = 0;
            for (const char* text : texts) {
                const auto value = value_from_json(field.type, *parse_json(text));
                taken += value.has_value();
                if (value) CHECK(fits(field.type, *value));
            }
            CAPTURE(std::string(field.name));
            CHECK(taken == 1);
        }
}

TEST_CASE("null clears a field of any type, an empty list a set or a log") {
    for (Type type : {Type::text, Type::prose, Type::integer, Type::boolean, Type::date, Type::moment, Type::choice, Type::ref, Type::set, Type::notes}) {
        const auto value = value_from_json(type, nullptr);
        REQUIRE(value);
        CHECK(*value == Value{});
    }
    CHECK(value_from_json(Type::set, Json::array()) == Value{Set{}});
    CHECK(value_from_json(Type::notes, Json::array()) == Value{Notes{}});
}

TEST_CASE("a set comes out sorted and without doubles") { CHECK(value_from_json(Type::set, Json::array({"b", "a", "b"})) == Value{Set{"a", "b"}}); }

TEST_CASE("a log entry needs its moment, its writer and its text") {
    for (const char* text :
         {R"([{"at":"a","by":"b"}])", R"([{"at":"a","text":"c"}])", R"([{"by":"b","text":"c"}])", R"([{"at":1,"by":"b","text":"c"}])", R"(["c"])"}) {
        CAPTURE(std::string(text));
        CHECK_FALSE(value_from_json(Type::notes, *parse_json(text)));
    }
}

TEST_CASE("a malformed record is refused") {
    CHECK(record_from_json(kCatalog, unit_with("rev", 7)));
    for (const auto& [name, value] : std::vector<std::pair<const char*, Json>>{
             {"e", "guild"}, {"e", 1}, {"e", nullptr}, {"id", 1}, {"id", nullptr}, {"rev", "7"}, {"rev", 7.5}, {"v", Json::array()}, {"v", nullptr}}) {
        CAPTURE(std::string(name) + " = " + dump(value));
        const auto record = record_from_json(kCatalog, unit_with(name, value));
        REQUIRE_FALSE(record);
        CHECK(record.error().fault == Fault::invalid);
    }
    for (const char* text : {"[]", "null", "\"unit\"", "{}"}) CHECK_FALSE(record_from_json(kCatalog, *parse_json(text)));
}

TEST_CASE("a field of the wrong type is refused by its name, an unknown one is passed over") {
    const auto wrong = record_from_json(kCatalog, unit_with("v", {{"name", 7}}));
    REQUIRE_FALSE(wrong);
    CHECK(wrong.error().problems == std::vector<Problem>{{"name", "problem.type"}});
    const auto newer = record_from_json(kCatalog, unit_with("v", {{"name", "x"}, {"from_the_future", {{"a", 1}}}}));
    REQUIRE(newer);
    CHECK(newer->text("name") == "x");
    const auto odd = record_from_json(kCatalog, unit_with("hidden", {"from_the_future", 7, "notes"}));
    REQUIRE(odd);
    CHECK(odd->hidden == std::uint64_t{1} << position(kUnit, "notes"));
}
