#include "core/json.h"
#include "change/change.h"

#include "tests/shared/memory.h"

#include <doctest/doctest.h>

using namespace lisa;
using namespace lisa::test;

namespace {

Json good() {
    return {{"id", id("change")}, {"client", id("tab")},         {"verb", "update"}, {"entity", "asset"}, {"record", id("grades")},
            {"base", 7},          {"patch", {{"name", "Betyg"}}}};
}

Json with(const char* name, Json value) {
    Json json = good();
    json[name] = std::move(value);
    return json;
}

Json patched(const char* field, Json value) { return with("patch", {{field, std::move(value)}}); }

}  // namespace

TEST_CASE("a change of every verb and kind comes back from JSON as it went in") {
    const Edit edits[] = {Value{}, text("å"), text("")};
    for (Verb verb : {Verb::create, Verb::update, Verb::step, Verb::remove, Verb::restore})
        for (const Edit& edit : edits) {
            Change made = change(verb, kAsset, id("grades"), 12,
                                 {{"name", edit},
                                  {"tags", SetEdit{{"a", "b"}, {"c"}}},
                                  {"notes", NoteEdit{"rad\n\"två\""}},
                                  {"integrity", number(-3)},
                                  {"is_public_record", Value{false}}});
            made.step = verb == Verb::step ? "put_to_use" : "";
            const auto back = change_from_json(kCatalog, *parse_json(dump(change_to_json(made))));
            REQUIRE(back);
            CHECK(*back == made);
        }
}

TEST_CASE("a change without a patch is a change that touches nothing") {
    Json json = good();
    json.erase("patch");
    const auto parsed = change_from_json(kCatalog, json);
    REQUIRE(parsed);
    CHECK(parsed->patch.empty());
}

TEST_CASE("whatever is malformed in a change is refused and named") {
    REQUIRE(outcome(change_from_json(kCatalog, good())) == "ok");
    struct Refusal {
        Json json;
        const char* outcome;
    };
    const std::string upper = "0190B0C0-0000-7000-8000-000000000000";
    const Refusal rows[] = {
        {Json::array(), "invalid =problem.protocol"},
        {nullptr, "invalid =problem.protocol"},
        {"update", "invalid =problem.protocol"},
        {Json::object(), "invalid =problem.protocol"},
        {with("id", nullptr), "invalid =problem.protocol"},
        {with("id", 7), "invalid =problem.protocol"},
        {with("id", ""), "invalid =problem.protocol"},
        {with("id", "x' OR '1'='1"), "invalid =problem.protocol"},
        {with("id", upper), "invalid =problem.protocol"},
        {with("id", id("a") + " "), "invalid =problem.protocol"},
        {with("client", nullptr), "invalid =problem.protocol"},
        {with("client", std::string(36, '-')), "invalid =problem.protocol"},
        {with("record", "../../etc/passwd"), "invalid =problem.protocol"},
        {with("record", std::string(100'000, 'a')), "invalid =problem.protocol"},
        {with("verb", nullptr), "invalid =problem.unknown_verb"},
        {with("verb", "drop"), "invalid =problem.unknown_verb"},
        {with("verb", ""), "invalid =problem.unknown_verb"},
        {with("verb", 1), "invalid =problem.unknown_verb"},
        {with("entity", nullptr), "invalid =problem.unknown_entity"},
        {with("entity", "session"), "invalid =problem.unknown_entity"},
        {with("entity", Json::array({"asset"})), "invalid =problem.unknown_entity"},
        {with("base", nullptr), "invalid =problem.protocol"},
        {with("base", -1), "invalid =problem.protocol"},
        {with("base", 1.5), "invalid =problem.protocol"},
        {with("base", "7"), "invalid =problem.protocol"},
        {with("base", UINT64_MAX), "invalid =problem.protocol"},
        {with("patch", Json::array()), "invalid =problem.protocol"},
        {with("patch", "name"), "invalid =problem.protocol"},
        {with("patch", nullptr), "invalid =problem.protocol"},
        {patched("soul", 1), "invalid soul=problem.unknown_field"},
        {patched("Name", "x"), "invalid Name=problem.unknown_field"},
        {patched("name", 7), "invalid name=problem.type"},
        {patched("name", Json::array({"x"})), "invalid name=problem.type"},
        {patched("name", true), "invalid name=problem.type"},
        {patched("integrity", "3"), "invalid integrity=problem.type"},
        {patched("integrity", 3.0), "invalid integrity=problem.type"},
        {patched("integrity", UINT64_MAX), "invalid integrity=problem.type"},
        {patched("is_public_record", 1), "invalid is_public_record=problem.type"},
        {patched("tags", "x"), "invalid tags=problem.type"},
        {patched("tags", Json::array({1})), "invalid tags=problem.type"},
        {patched("tags", Json::object()), "invalid tags=problem.protocol"},
        {patched("tags", {{"put", Json::array({"a"})}}), "invalid tags=problem.protocol"},
        {patched("tags", {{"add", "a"}}), "invalid =problem.protocol"},
        {patched("tags", {{"add", Json::array({Json::array()})}}), "invalid =problem.protocol"},
        {patched("tags", {{"add", nullptr}}), "invalid =problem.protocol"},
        {patched("notes", {{"append", 7}}), "invalid notes=problem.protocol"},
        {patched("notes", "x"), "invalid notes=problem.type"},
    };
    for (const Refusal& row : rows) {
        CAPTURE(dump(row.json).substr(0, 300));
        CHECK(outcome(change_from_json(kCatalog, row.json)) == row.outcome);
    }
}

TEST_CASE("a refusal repeats no more than the beginning of what was sent") {
    const auto refused = change_from_json(kCatalog, patched(std::string(100'000, 'x').c_str(), 1));
    REQUIRE_FALSE(refused);
    CHECK(refused.error().problems[0].field.size() == 60);
    const auto parsed = change_from_json(kCatalog, with("step", std::string(100'000, 'x')));
    REQUIRE(parsed);
    CHECK(parsed->step.empty());
}

TEST_CASE("a member that nobody knows is passed over") {
    CHECK(change_from_json(kCatalog, with("from_the_future", {{"a", 1}})));
    CHECK(change_from_json(kCatalog, with("step", 7)));
}

TEST_CASE("an id is a lower-case UUID") {
    CHECK(is_id("0190b0c0-1234-7abc-8def-0123456789ab"));
    for (const std::string bad :
         {"", "0190b0c0", "0190b0c01234-7abc-8def-0123456789ab-", "0190B0C0-1234-7abc-8def-0123456789ab", "0190b0c0-1234-7abc-8def-0123456789ag",
          "0190b0c0_1234_7abc_8def_0123456789ab", "0190b0c0-1234-7abc-8def-0123456789ab0", "{190b0c0-1234-7abc-8def-0123456789a}"}) {
        CAPTURE(bad);
        CHECK_FALSE(is_id(bad));
    }
    CHECK_FALSE(is_id(std::string(36, '\0')));
}
