#include "core/json.h"

#include <doctest/doctest.h>

using namespace lisa;
using namespace std::string_literals;

namespace {

std::string nested(std::size_t depth, char open, char close) { return std::string(depth, open) + std::string(depth, close); }

}  // namespace

TEST_CASE("JSON from outside is parsed") {
    const auto json = parse_json(R"({"a":[1,"å",true,null,{"b":-2}]})");
    REQUIRE(json);
    CHECK(dump(*json) == R"({"a":[1,"å",true,null,{"b":-2}]})");
    CHECK(parse_json("\"}}}}]]]]\\\"[[[[[[[[[[[[[[[[\""));  // brackets inside a text do not nest
    CHECK(parse_json(" 7 "));
}

TEST_CASE("malformed JSON is nothing") {
    for (const std::string& text : {""s,
                                    " "s,
                                    "{"s,
                                    "}"s,
                                    "]["s,
                                    "{\"a\":}"s,
                                    "{\"a\" 1}"s,
                                    "[1,]"s,
                                    "{a:1}"s,
                                    "nul"s,
                                    "1 2"s,
                                    "'a'"s,
                                    "\"abc"s,
                                    "\"\\"s,
                                    "NaN"s,
                                    "Infinity"s,
                                    "1e400"s,
                                    "01"s,
                                    "+1"s,
                                    "\"\\x41\""s,
                                    "\"\\ud800\""s,
                                    "\"\\udc00x\""s,
                                    "\"a\nb\""s,
                                    "\"\x01\""s,
                                    "// c\n1"s,
                                    "\"\xC3\""s,
                                    "\"\xED\xA0\x80\""s,
                                    "\"\xC0\xAF\""s,
                                    "{\"\xFF\":1}"s,
                                    "\0"s,
                                    "[1]\0"s,
                                    "\xFF\xFE[\0]\0"s}) {
        CAPTURE(text);
        CHECK_FALSE(parse_json(text));
    }
}

TEST_CASE("JSON nested deeper than allowed is refused, however deep") {
    CHECK(parse_json(nested(12, '[', ']')));
    CHECK_FALSE(parse_json(nested(13, '[', ']')));
    CHECK(parse_json(nested(3, '[', ']'), 3));
    CHECK_FALSE(parse_json(nested(4, '[', ']'), 3));
    CHECK_FALSE(parse_json(std::string(1'000'000, '[')));
    CHECK_FALSE(parse_json(std::string(40, ']') + std::string(40, '[')));
    std::string objects;
    for (int i = 0; i < 200'000; ++i) objects += R"({"a":)";
    CHECK_FALSE(parse_json(objects));
}

TEST_CASE("huge JSON that is flat is parsed") {
    std::string text = "[0";
    for (int i = 0; i < 100'000; ++i) text += ",1";
    const auto json = parse_json(text + "]");
    REQUIRE(json);
    CHECK(json->size() == 100'001);
    CHECK(parse_json('"' + std::string(3'000'000, 'x') + '"'));
}

TEST_CASE("a member is read by its type or not at all") {
    const Json json = *parse_json(R"({"t":"x","i":7,"b":true,"n":null,"f":7.0,"l":[1]})");
    REQUIRE(text_member(json, "t"));
    CHECK(*text_member(json, "t") == "x");
    CHECK(integer_member(json, "i") == 7);
    CHECK(bool_member(json, "b") == true);
    for (const std::string name : {"i", "b", "n", "f", "l", "none"}) CHECK_FALSE(text_member(json, name));
    for (const std::string name : {"t", "b", "n", "f", "l", "none"}) CHECK_FALSE(integer_member(json, name));
    for (const std::string name : {"t", "i", "n", "f", "l", "none"}) CHECK_FALSE(bool_member(json, name));
}

TEST_CASE("members of what is no object are absent") {
    for (const std::string text : {"[]", "1", "null", "\"t\"", "true"}) {
        CAPTURE(text);
        const Json json = *parse_json(text);
        CHECK(member(json, "t") == nullptr);
        CHECK_FALSE(text_member(json, "t"));
        CHECK_FALSE(integer_member(json, "t"));
        CHECK_FALSE(bool_member(json, "t"));
    }
}

TEST_CASE("whole numbers fit 64 bits with sign or are refused") {
    CHECK(as_integer(*parse_json("9223372036854775807")) == INT64_MAX);
    CHECK(as_integer(*parse_json("-9223372036854775808")) == INT64_MIN);
    for (const std::string text :
         {"9223372036854775808", "18446744073709551615", "18446744073709551616", "-9223372036854775809", "1.0", "1e3", "\"1\"", "true", "null"}) {
        CAPTURE(text);
        CHECK_FALSE(as_integer(*parse_json(text)));
    }
}

TEST_CASE("malformed text inside our own JSON is replaced, never thrown") {
    CHECK(dump(Json("a\xFFz")) == "\"a\uFFFDz\"");
    CHECK(dump(Json{{"k", "\xC3"}}) == "{\"k\":\"\uFFFD\"}");
}
