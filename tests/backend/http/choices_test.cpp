// What a person chose follows them, is theirs alone, and is bounded.
#include "auth/choices.h"

#include "tests/backend/http/desk.h"

using namespace lisa;
using namespace lisa::test;

namespace {

httplib::Response put(Desk& desk, const std::string& cookie, const Json& body) { return desk.ask("PUT", "/api/choices", desk.ours(cookie), dump(body)); }

Json choices(Desk& desk, const std::string& cookie) { return body_of(desk.get("/api/me", cookie))["choices"]; }

}  // namespace

TEST_CASE("a choice follows its person to another browser at once, and nobody else has it") {
    Desk desk;
    const std::string anna = desk.sign_in("anna"), anna_at_home = desk.sign_in("anna"), bertil = desk.sign_in("bertil");
    CHECK(choices(desk, anna) == Json::object());
    CHECK(put(desk, anna, {{"key", "theme"}, {"value", "dark"}}).status == 200);
    CHECK(put(desk, anna, {{"key", "views.asset"}, {"value", "[\"å\"]"}}).status == 200);
    CHECK(choices(desk, anna_at_home) == Json{{"theme", "dark"}, {"views.asset", "[\"å\"]"}});
    CHECK(choices(desk, bertil) == Json::object());
    CHECK(put(desk, anna_at_home, {{"key", "theme"}, {"value", "light"}}).status == 200);
    CHECK(choices(desk, anna)["theme"] == "light");
    CHECK(put(desk, anna, {{"key", "theme"}, {"value", nullptr}}).status == 200);
    CHECK(choices(desk, anna) == Json{{"views.asset", "[\"å\"]"}});
    CHECK(body_of(desk.post("/api/session", {{"username", "anna"}, {"password", kPassword}}))["choices"] == Json{{"views.asset", "[\"å\"]"}});
}

TEST_CASE("a choice is refused without a session, for another person, and when it is none") {
    Desk desk;
    const std::string anna = desk.sign_in("anna"), bertil = desk.sign_in("bertil");
    CHECK(put(desk, "", {{"key", "theme"}, {"value", "dark"}}).status == 401);
    CHECK(put(desk, "lisa=" + std::string(43, 'A'), {{"key", "theme"}, {"value", "dark"}}).status == 401);
    CHECK(put(desk, bertil, {{"key", "theme"}, {"value", "dark"}, {"person", id("anna")}}).status == 200);
    CHECK(choices(desk, anna) == Json::object());
    CHECK(desk.ask("PUT", "/api/choices", {{"Host", desk.host()}, {"Cookie", anna}}, R"({"key":"theme","value":"x"})").status == 403);
    CHECK(desk.ask("PUT", "/api/choices", desk.ours(anna), R"({"key":"theme","value":"x"})", "text/plain").status == 415);
    const std::string long_key(kChoiceKeyLimit + 1, 'a'), long_value(kChoiceValueLimit + 1, 'x');
    for (const Json& body : {Json{{"key", ""}, {"value", "x"}},
                             {{"key", "Theme"}, {"value", "x"}},
                             {{"key", "a b"}, {"value", "x"}},
                             {{"key", "a1"}, {"value", "x"}},
                             {{"key", long_key}, {"value", "x"}},
                             {{"key", "theme"}, {"value", 7}},
                             {{"key", "theme"}},
                             {{"value", "x"}},
                             {{"key", 1}, {"value", "x"}},
                             {{"key", "theme"}, {"value", long_value}},
                             {{"key", "theme"}, {"value", std::string("a\0b", 3)}},
                             Json::array()}) {
        CAPTURE(dump(body).substr(0, 80));
        CHECK(put(desk, anna, body).status == 422);
    }
    CHECK(desk.ask("PUT", "/api/choices", desk.ours(anna), "{\"key\":\"theme\",\"value\":\"\xff\"}").status == 422);
    CHECK(desk.ask("PUT", "/api/choices", desk.ours(anna), std::string(40'000, ' ') + R"({"key":"theme","value":"x"})").status == 422);
    CHECK(desk.get("/api/choices", anna).status == 404);
    CHECK(choices(desk, anna) == Json::object());
}

TEST_CASE("a person's choices have bounds together, and what is there can still be altered and forgotten") {
    Desk desk;
    const std::string anna = desk.sign_in("anna");
    const auto key = [](std::size_t i) { return std::string("k.") + static_cast<char>('a' + i / 26) + static_cast<char>('a' + i % 26); };
    for (std::size_t i = 0; i < kChoicesLimit; ++i) REQUIRE(put(desk, anna, {{"key", key(i)}, {"value", "x"}}).status == 200);
    const auto more = put(desk, anna, {{"key", "one.more"}, {"value", "x"}});
    CHECK(more.status == 422);
    CHECK(more.body.find("problem.too_many") != std::string::npos);
    CHECK(put(desk, anna, {{"key", key(3)}, {"value", "y"}}).status == 200);
    CHECK(put(desk, anna, {{"key", key(4)}, {"value", nullptr}}).status == 200);
    CHECK(put(desk, anna, {{"key", "one.more"}, {"value", "x"}}).status == 200);
    const std::string large(kChoiceValueLimit, 'x');
    std::size_t kept = 0;
    while (kept < 20 && put(desk, anna, {{"key", key(kept + 10)}, {"value", large}}).status == 200) ++kept;
    CHECK(kept == kChoicesByteLimit / kChoiceValueLimit - 1);
    CHECK(choices(desk, anna).size() == kChoicesLimit);
}

TEST_CASE("a choice is no change of the registers: the journal has none of it") {
    Desk desk;
    const std::string anna = desk.sign_in("anna");
    const Json before = body_of(desk.get("/api/changes?since=0", anna))["cursor"];
    CHECK(put(desk, anna, {{"key", "theme"}, {"value", "dark"}}).status == 200);
    desk.now += 2000;
    CHECK(body_of(desk.get("/api/changes?since=0", anna))["cursor"] == before);
}
