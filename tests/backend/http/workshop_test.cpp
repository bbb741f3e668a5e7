// Classification workshops over the wire: who may lead, who may vote, and what each gets to see.
#include "core/json.h"
#include "routes/routes.h"
#include "tests/backend/http/desk.h"

using namespace lisa;
using namespace lisa::test;

namespace {

const Json kOnes{1, 1, 1, 1, 1}, kThrees{3, 3, 3, 3, 3};

/// A classification of school A's grades, led by anna, its information owner; bertil sees nothing of it.
struct Room {
    Desk desk{};
    std::string anna = desk.sign_in("anna"), path = "/api/workshop/" + id("round");

    Room() { desk.town.make(kClassification, id("round"), {{"asset", text(id("grades"))}}); }

    httplib::Response deed(const char* name, const std::string& cookie) const { return desk.post(path, {{"deed", name}}, cookie); }
    Json lead(const char* name) const {
        const auto answer = deed(name, anna);
        INFO(name << ": " << answer.body);
        CHECK(answer.status == 200);
        return body_of(answer)["workshop"];
    }
    Json seen() const { return body_of(desk.get(path, anna))["workshop"]; }
    httplib::Headers holding(const std::string& token) const {
        httplib::Headers headers = desk.ours();
        headers.emplace("X-Lisa-Ballot", token);
        return headers;
    }
    httplib::Response join(const std::string& code) const { return desk.post("/api/ballot/join", {{"code", code}}); }
    std::string token(const std::string& code) const { return body_of(join(code)).value("token", ""); }
    httplib::Response ballot(const std::string& token) const { return desk.ask("GET", "/api/ballot", holding(token)); }
    httplib::Response vote(const std::string& token, const Json& levels, int aspect = 0, int round = 1) const {
        return desk.ask("POST", "/api/ballot", holding(token), dump(Json{{"aspect", aspect}, {"round", round}, {"vote", levels}}));
    }
};

}  // namespace

TEST_CASE("K6 a facilitator leads a workshop from a code to the spread, and phones take part without an account") {
    Room room;
    const Json begun = room.lead("begin");
    const std::string code = begun["code"];
    CHECK(code.size() == 6);
    CHECK(code.find_first_not_of("0123456789") == std::string::npos);
    CHECK(body_of(room.desk.get(room.path, room.anna))["address"] == room.desk.host() + "/verkstad");
    const std::string one = room.token(code), other = room.token(code);
    CHECK(one.size() == 22);
    CHECK(one != other);
    CHECK(room.seen()["joined"] == 2);
    CHECK(room.lead("begin")["code"] == code);
    room.lead("next");
    CHECK(room.vote(one, kOnes).status == 200);
    const Json before = room.seen();
    CHECK(before["voted"] == 1);
    CHECK(body_of(room.vote(one, kThrees))["mine"] == kThrees);
    CHECK(room.seen() == before);
    CHECK(body_of(room.ballot(other))["mine"].is_null());
    CHECK(room.deed("show", room.anna).status == 422);
    CHECK(room.vote(other, kOnes).status == 200);
    const Json shown = room.lead("show");
    CHECK(shown["phase"] == "shown");
    CHECK(shown["rounds"][0][0][4]["counts"] == Json{0, 1, 0, 1});
    CHECK(shown["rounds"][0][0][4]["median"] == 2);
    CHECK(body_of(room.ballot(one))["rounds"] == shown["rounds"]);
    CHECK(room.vote(one, kOnes).status == 409);
    room.lead("end");
    CHECK(body_of(room.ballot(one))["phase"] == "ended");
    CHECK(room.join(code).status == 404);
    CHECK(room.lead("begin")["code"] != code);
    CHECK(room.ballot(one).status == 404);
}

TEST_CASE("K6 before the votes are shown no answer tells what was voted") {
    const auto seen_with = [](const Json& levels) {
        Room room;
        const std::string code = room.lead("begin")["code"], one = room.token(code), other = room.token(code);
        room.lead("next");
        room.vote(one, levels);
        Json board = room.seen();
        board.erase("code");
        return std::pair{board, body_of(room.ballot(other))};
    };
    CHECK(seen_with(kOnes) == seen_with(kThrees));
    CHECK(seen_with(kOnes) == seen_with({nullptr, nullptr, 0, 2, 1}));
}

TEST_CASE("K6 only who may change the classification leads its workshop, asked anew each time") {
    Room room;
    const std::string bertil = room.desk.sign_in("bertil"), pupil = room.desk.sign_in("pupil");
    CHECK(room.deed("begin", "").status == 401);
    CHECK(room.desk.get(room.path).status == 401);
    for (const std::string& cookie : {bertil, pupil}) {
        CHECK(room.deed("begin", cookie).status == 404);
        CHECK(room.desk.get(room.path, cookie).status == 404);
    }
    room.desk.town.hire("reader", "manager", "school_a");
    const std::string reader = room.desk.sign_in("reader");
    CHECK(room.deed("begin", reader).status == 403);
    CHECK(body_of(room.desk.get(room.path, room.anna))["workshop"].is_null());
    room.lead("begin");
    CHECK(room.deed("end", reader).status == 403);
    CHECK(room.desk.get(room.path, reader).status == 403);
    CHECK(room.desk.post("/api/workshop/" + id("ghost"), {{"deed", "begin"}}, room.anna).status == 404);
    CHECK(room.desk.post("/api/workshop/nonsense", {{"deed", "begin"}}, room.anna).status == 404);
    for (const Json& body : {Json::object(), Json{{"deed", "burn"}}, Json{{"deed", 3}}, Json{{"deed", ""}}})
        CHECK(room.desk.post(room.path, body, room.anna).status == 422);
    CHECK(room.desk.ask("POST", room.path, {{"Host", room.desk.host()}, {"Cookie", room.anna}}, R"({"deed":"next"})").status == 403);
    CHECK(room.seen()["phase"] == "lobby");
    room.desk.town.edit(kPerson, id("anna"), {{"ends_on", text("2026-11-01")}});
    CHECK(room.deed("next", room.anna).status == 404);
}

TEST_CASE("K6 K8 what is decided, removed or concerns Sweden's security has no workshop") {
    Room room;
    room.lead("begin");
    room.desk.town.edit(kClassification, id("round"), {{"is_security_protected", Value{true}}});
    const auto answer = room.deed("next", room.anna);
    CHECK(answer.status == 422);
    CHECK(answer.body.find("problem.security_protected") != std::string::npos);
    CHECK(room.desk.get(room.path, room.anna).status == 422);
    room.desk.town.edit(kClassification, id("round"), {{"is_security_protected", Value{false}}});
    room.lead("next");
    Patch whole{{"held_on", text("2026-11-20")}};
    for (const auto& aspect : classification::kAspects) {
        const std::string name(aspect.name);
        whole[name + "_individual"] = number(1);
        whole[name + "_motive"] = text("Vi enades.");
    }
    room.desk.town.edit(kClassification, id("round"), whole);
    for (const char* name : {"propose", "decide"}) {
        Change step = room.desk.town.draft(Verb::step, kClassification, id("round"), {}, browser_of("anna"));
        step.step = name;
        CHECK(room.desk.town.outcome("anna", step) == "ok");
    }
    CHECK(room.deed("show", room.anna).body.find("problem.workshop_decided") != std::string::npos);
    CHECK(room.desk.get(room.path, room.anna).status == 422);
}

TEST_CASE("K6 an unknown code, an expired one and one of an ended workshop look the same, and guessing is slowed down") {
    Room room;
    const std::string code = room.lead("begin")["code"];
    const std::string unknown = room.join(code == "000000" ? "000001" : "000000").body;
    room.desk.now += workshop::kLifetimeMs;
    CHECK(room.join(code).status == 404);
    CHECK(room.join(code).body == unknown);
    CHECK(room.join("").body == unknown);
    httplib::Response answer;
    for (int i = 0; i < SignInLimit::kFreeAddress + 1; ++i) answer = room.join("x" + std::to_string(i));
    CHECK(answer.status == 429);
    CHECK(body_of(answer)["retry_s"].get<int>() > 0);
    CHECK(room.desk.post("/api/session", {{"username", "anna"}, {"password", kPassword}}).status == 200);
    room.desk.now += 61'000;
    CHECK(room.join("123456").status == 404);
}

TEST_CASE("K6 a participant is known by the token alone, and nothing but a small ballot is taken") {
    Room room;
    const std::string code = room.lead("begin")["code"], token = room.token(code);
    room.lead("next");
    for (const std::string& wrong : {std::string(), std::string(22, 'A'), token + "A", token.substr(1), std::string(5000, 'x')})
        CHECK(room.ballot(wrong).status == 404);
    CHECK(room.vote(std::string(22, 'A'), kOnes).status == 404);
    for (const Json& levels : {Json{1, 2}, Json{4, 4, 4, 4, 4}, Json("1"), Json(), Json(std::vector<int>(1000, 1))})
        CHECK(room.vote(token, levels).status == 422);
    CHECK(room.vote(token, kOnes, 1).status == 409);
    CHECK(room.vote(token, kOnes, 0, 2).status == 409);
    for (const char* body : {"", "[]", "{", R"({"code":7})"}) CHECK(room.desk.ask("POST", "/api/ballot/join", room.desk.ours(), body).status == 422);
    CHECK(room.join(std::string(900, '1')).status == 422);
    CHECK(room.desk.ask("POST", "/api/ballot/join", {{"Host", room.desk.host()}}, R"({"code":"1"})").status == 403);
    CHECK(room.seen()["voted"] == 0);
}

TEST_CASE("K6 so many take part and no more, and so many workshops at a time") {
    Room room;
    const std::string code = room.lead("begin")["code"];
    for (std::size_t i = 0; i < workshop::kMostParticipants; ++i) REQUIRE(room.join(code).status == 200);
    const auto answer = room.join(code);
    CHECK(answer.status == 422);
    CHECK(answer.body.find("problem.workshop_full") != std::string::npos);
    Workshops all;
    for (std::size_t i = 0; i < Workshops::kMostOfOne; ++i) REQUIRE(all.begin("of anna " + std::to_string(i), "anna", kStart));
    CHECK_FALSE(all.begin("one more", "anna", kStart));
    for (std::size_t i = Workshops::kMostOfOne; i < Workshops::kMost; ++i) REQUIRE(all.begin(std::to_string(i), std::to_string(i), kStart));
    CHECK_FALSE(all.begin("one more", "dan", kStart));
    CHECK(all.begin("one more", "anna", kStart + workshop::kLifetimeMs));
}

TEST_CASE("K6 the questions are public and in the language asked for") {
    Desk desk;
    CHECK(body_of(desk.get("/api/ballot/questions"))["aspects"][0]["name"] == "Konfidentialitet");
    CHECK(body_of(desk.get("/api/ballot/questions?lang=en"))["aspects"][0]["name"] == "Confidentiality");
}

TEST_CASE("K6 each choice comes with what the level means for the kind of harm, in the municipality's own words") {
    Desk desk;
    const auto means = [&](std::size_t harm) { return body_of(desk.get("/api/ballot/questions"))["aspects"][0]["harms"][harm]["means"]; };
    CHECK(means(0) == Json{"", "", "", ""});  // without a scale there is only the word
    Patch words{{"level", number(2)},
                {"name", text("Betydande")},
                {"short_name", text("Betydande")},
                {"economy", text("Kostar en tjänst.")},
                {"unit", text(id("kommun"))}};
    desk.town.make(kConsequenceLevel, std::string(kLevelIds[2]), words);
    std::size_t economy = 0;
    while (means(economy)[2].get<std::string>().empty() && economy < 4) ++economy;
    CHECK(means(economy) == Json{"", "", "Kostar en tjänst.", ""});
    CHECK(economy == 2);
}
