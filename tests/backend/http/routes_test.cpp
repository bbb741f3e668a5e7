#include "routes/routes.h"
#include "core/json.h"

#include "store/crypto.h"
#include "sync/protocol.h"
#include "tests/backend/http/desk.h"

using namespace lisa;
using namespace lisa::test;

namespace {

Change rename_grades(Desk& desk, const char* person, const char* name = "Slutbetyg") {
    return desk.town.draft(Verb::update, kAsset, id("grades"), {{"name", text(name)}}, browser_of(person));
}

}  // namespace

TEST_CASE("who asks for what gets what, and not what they may not have") {
    Desk desk;
    const std::map<std::string, std::string> cookies{{"", ""},
                                                     {"anna", desk.sign_in("anna")},
                                                     {"bertil", desk.sign_in("bertil")},
                                                     {"pupil", desk.sign_in("pupil")},
                                                     {"liar", "lisa=" + std::string(43, 'A')}};
    const std::string grades = "/api/history/asset/" + id("grades"), push_good = dump(push_to_json({rename_grades(desk, "anna")}));
    const std::string deep(2000, '['), seen_by_nobody = dump(push_to_json({rename_grades(desk, "bertil", "Kapat")}));
    struct Row {
        const char* method;
        std::string path;
        std::string who, body;
        int status;
        std::string has, has_not;
    };
    const Row rows[] = {
        {"GET", "/api/health", "", "", 200, R"("ok":true)", "seal"},
        {"GET", "/api/me", "", "", 401, "problem.signed_out", "person"},
        {"GET", "/api/me", "liar", "", 401, "problem.signed_out", "person"},
        {"GET", "/api/me", "anna", "", 200, R"("role":"information_owner")", "password"},
        {"GET", "/api/changes", "", "", 401, "problem.signed_out", "Betyg"},
        {"GET", "/api/changes?since=0", "anna", "", 200, "Betyg", "Kartor"},
        {"GET", "/api/changes?since=0", "bertil", "", 200, "Kartor", "Betyg"},
        {"GET", "/api/changes?since=0", "pupil", "", 200, "Policy", "Betyg"},
        {"GET", "/api/changes?since=-1", "anna", "", 422, "problem.protocol", "Betyg"},
        {"GET", "/api/changes?since=1e9", "anna", "", 422, "problem.protocol", "Betyg"},
        {"GET", "/api/changes?since=99999999999999999999", "anna", "", 422, "problem.protocol", "Betyg"},
        {"GET", "/api/changes?since=0%20OR%201=1", "anna", "", 422, "problem.protocol", "Betyg"},
        {"GET", "/api/events", "", "", 401, "problem.signed_out", "seq"},
        {"GET", grades, "", "", 401, "problem.signed_out", "Betyg"},
        {"GET", grades, "anna", "", 200, "Betyg", "nothing"},
        {"GET", grades, "bertil", "", 404, R"("fault":"missing")", "Betyg"},
        {"GET", "/api/history/asset/" + id("ghost"), "bertil", "", 404, R"("fault":"missing")", "x"},
        {"GET", "/api/history/unit", "anna", "", 200, R"("record":)", "x-none"},
        {"GET", "/api/history/unit?before=-1", "anna", "", 422, "problem.protocol", "x"},
        {"GET", "/api/history/unit", "", "", 401, "problem.signed_out", "x"},
        {"GET", "/api/history/person", "anna", "", 404, "problem.missing", "x"},
        {"GET", "/api/removed/asset", "", "", 401, "problem.signed_out", "rows"},
        {"GET", "/api/removed/asset", "anna", "", 200, R"("rows":[])", "x"},
        {"GET", "/api/removed/asset?before=-1", "anna", "", 422, "problem.protocol", "rows"},
        {"GET", "/api/removed/asset", "pupil", "", 404, "problem.missing", "rows"},
        {"GET", "/api/removed/account", "anna", "", 404, "problem.missing", "argon2"},
        {"GET", "/api/removed/asset/" + id("grades"), "anna", "", 404, "problem.missing", "Betyg"},
        {"GET", "/api/history/account/" + id("anna"), "anna", "", 404, R"("fault":"missing")", "argon2"},
        {"GET", "/api/history/asset/..%2f..%2fsecret", "anna", "", 404, "problem.missing", "root"},
        {"GET", "/api/nothing", "anna", "", 404, "problem.missing", "html"},
        {"POST", "/api/changes", "", push_good, 401, "problem.signed_out", "rev"},
        {"POST", "/api/changes", "anna", push_good, 200, R"("rev":)", "fault"},
        {"POST", "/api/changes", "bertil", seen_by_nobody, 200, R"("fault":"missing")", "rev"},
        {"POST", "/api/changes", "anna", "{", 422, "problem.protocol", "rev"},
        {"POST", "/api/changes", "anna", deep, 422, "problem.protocol", "rev"},
        {"POST", "/api/changes", "anna", "\"\xff\xfe\"", 422, "problem.protocol", "rev"},
        {"POST", "/api/changes", "anna", R"({"protocol":9,"changes":[]})", 422, "problem.reload", "rev"},
        {"POST", "/api/changes", "anna", R"({"protocol":1,"changes":[{"id":1,"client":[],"verb":{}}]})", 200, R"("fault":"invalid")", "rev"},
        {"POST", "/api/session", "", "[]", 422, "problem.protocol", "sign_in"},
        {"POST", "/api/session", "", R"({"username":7,"password":true})", 422, "problem.protocol", "sign_in"},
        {"POST", "/api/password", "", R"({"password":"x"})", 422, "problem.protocol", "username"},
        {"POST", "/api/password", "", R"({"token":"nonsense","password":"en lång mening"})", 400, "problem.link_used", "username"},
        {"PUT", "/api/changes", "anna", "{}", 404, "problem.missing", "rev"},
        {"DELETE", "/api/changes", "anna", "", 404, "problem.missing", "rev"},
    };
    for (const Row& row : rows) {
        const auto answer = desk.ask(row.method, row.path, desk.ours(cookies.at(row.who)), row.body);
        INFO(row.method << " " << row.path << " as " << row.who << ": " << answer.body.substr(0, 300));
        CHECK(answer.status == row.status);
        CHECK(answer.body.find(row.has) != std::string::npos);
        CHECK((row.has_not == "x" || answer.body.find(row.has_not) == std::string::npos));
        CHECK(answer.get_header_value("Content-Type") == "application/json");
        CHECK(answer.get_header_value("Cache-Control") == "no-store");
    }
}

TEST_CASE("signing in gives a cookie that no script reads, and what the browser must know") {
    Desk desk;
    desk.sign_in("anna");
    const auto answer = desk.post("/api/session", {{"username", " Anna "}, {"password", kPassword}});
    REQUIRE(answer.status == 200);
    const std::string cookie = answer.get_header_value("Set-Cookie");
    CHECK(cookie.starts_with("lisa="));
    for (const char* part : {"; HttpOnly", "; SameSite=Strict", "; Path=/", "; Max-Age=43200"}) CHECK_MESSAGE(cookie.find(part) != std::string::npos, part);
    CHECK(cookie.find("Secure") == std::string::npos);
    const Json me = body_of(answer);
    CHECK(me["protocol"] == 1);
    CHECK(me["person"]["id"] == id("anna"));
    CHECK(me["person"]["name"] == "anna Andersson");
    CHECK(me["grants"].size() == 2);
    CHECK(me["schema"].get<std::string>().size() == 16);
    CHECK(me["seal"].get<std::string>().size() == 44);
    CHECK(me["demo"] == false);
    const std::string session = cookie.substr(0, cookie.find(';'));
    CHECK(body_of(desk.get("/api/me", session)) == me);
    CHECK(body_of(desk.get("/api/changes?since=0", session))["epoch"] == me["epoch"]);
}

TEST_CASE("H1 A2 what is a person's own is answered to that person only, though others hold the same roles") {
    Desk desk;
    desk.town.hire("colleague", "", "school_a");
    const std::string cecilia = desk.sign_in("cecilia"), colleague = desk.sign_in("colleague");
    const auto told = [&](const std::string& cookie) {
        return desk.get("/api/changes?since=0", cookie).body + desk.get("/api/history/event/" + id("event"), cookie).body;
    };
    const Change report = desk.town.draft(
        Verb::create, kEvent, id("event"),
        {{"name", text("Dator saknas")}, {"unit", text(id("school_a"))}, {"reporter", text(id("cecilia"))}, {"discovered_at", text("2026-11-23T10:00:00Z")}},
        browser_of("cecilia"));
    const auto reported = desk.post("/api/changes", push_to_json({report}), cecilia);
    REQUIRE(reported.status == 200);
    REQUIRE_MESSAGE(reported.body.find("problem.") == std::string::npos, reported.body);
    CHECK(told(cecilia).find("Dator saknas") != std::string::npos);
    CHECK(told(colleague).find("Dator saknas") == std::string::npos);
    CHECK(told(cecilia).find("Dator saknas") != std::string::npos);
}

TEST_CASE("a wrong password, an unknown user and a person who has left get the same answer") {
    Desk desk;
    desk.sign_in("anna");
    desk.town.hire("leaver", "", "school_a");
    desk.sign_in("leaver");
    desk.town.edit(kPerson, id("leaver"), {{"ends_on", text("2026-11-01")}});
    const Json tries[] = {{{"username", "anna"}, {"password", "fel lösenord!"}},
                          {{"username", "nobody"}, {"password", kPassword}},
                          {{"username", "leaver"}, {"password", kPassword}},
                          {{"username", "anna"}, {"password", std::string(300, 'x')}},
                          {{"username", "anna"}, {"password", ""}}};
    for (const Json& body : tries) {
        const auto answer = desk.post("/api/session", body);
        CHECK(answer.status == 401);
        CHECK(answer.body == R"({"problem":"problem.sign_in"})");
        CHECK_FALSE(answer.has_header("Set-Cookie"));
    }
}

TEST_CASE("guessing is answered 429 with a time to wait, and the right password after that works") {
    Desk desk;
    desk.sign_in("anna");
    httplib::Response answer;
    for (int i = 0; i < 8; ++i) answer = desk.post("/api/session", {{"username", "anna"}, {"password", "fel"}});
    CHECK(answer.status == 429);
    CHECK(body_of(answer)["problem"] == "problem.too_many");
    CHECK(body_of(answer)["retry_s"] == 2);
    CHECK(answer.get_header_value("Retry-After") == "2");
    desk.now += 61'000;
    CHECK(desk.post("/api/session", {{"username", "anna"}, {"password", kPassword}}).status == 200);
}

TEST_CASE("a session that is signed out, replaced, idle too long or whose password changed is over") {
    Desk desk;
    const auto is_in = [&](const std::string& cookie) { return desk.get("/api/me", cookie).status == 200; };
    const auto cookie_in = [](const httplib::Response& answer) {
        const std::string line = answer.get_header_value("Set-Cookie");
        return line.substr(0, line.find(';'));
    };
    const std::string first = desk.sign_in("anna");
    const auto renewed = desk.post("/api/session", {{"username", "anna"}, {"password", kPassword}}, first);
    CHECK_FALSE(is_in(first));
    std::string cookie = cookie_in(renewed);
    CHECK(is_in(cookie));
    const auto out = desk.ask("DELETE", "/api/session", desk.ours(cookie));
    CHECK(out.status == 200);
    CHECK(out.get_header_value("Set-Cookie").find("Max-Age=0") != std::string::npos);
    CHECK_FALSE(is_in(cookie));

    cookie = desk.sign_in("anna");
    desk.now += kSessionIdleMs - 1;
    CHECK(is_in(cookie));
    desk.now += kSessionIdleMs - 1;
    CHECK(is_in(cookie));
    desk.now += kSessionIdleMs;
    CHECK_FALSE(is_in(cookie));

    cookie = desk.sign_in("anna");
    const std::string other = desk.sign_in("anna");
    CHECK(desk.post("/api/password", {{"current", "fel"}, {"password", "en annan lång mening"}}, cookie).status == 401);
    CHECK(body_of(desk.post("/api/password", {{"current", kPassword}, {"password", "kort"}}, cookie))["problem"] == "problem.password_short");
    const auto changed = desk.post("/api/password", {{"current", kPassword}, {"password", "en annan lång mening"}}, cookie);
    CHECK(changed.status == 200);
    CHECK_FALSE(is_in(cookie));
    CHECK_FALSE(is_in(other));
    CHECK(is_in(cookie_in(changed)));
}

TEST_CASE("a one-time link lets its person choose a password, once") {
    Desk desk;
    desk.sign_in("cecilia");
    const auto token = invite(*desk.town.storage, "cecilia", desk.now);
    REQUIRE(token);
    CHECK(body_of(desk.post("/api/password", {{"token", *token}}))["username"] == "cecilia");
    CHECK(body_of(desk.post("/api/password", {{"token", *token}, {"password", "aaaaaaaaaaaaaaa"}}))["problem"] == "problem.password_common");
    const auto chosen = desk.post("/api/password", {{"token", *token}, {"password", "mitt eget hemliga"}});
    CHECK(chosen.status == 200);
    CHECK(body_of(chosen)["username"] == "cecilia");
    const auto again = desk.post("/api/password", {{"token", *token}, {"password", "mitt eget hemliga"}});
    CHECK(again.status == 400);
    CHECK(body_of(again)["problem"] == "problem.link_used");
    CHECK(desk.post("/api/session", {{"username", "cecilia"}, {"password", "mitt eget hemliga"}}).status == 200);
}

TEST_CASE("two people change one record: different fields merge, the same field shows the second what to decide") {
    Desk desk;
    const std::string anna = desk.sign_in("anna"), chief = desk.sign_in("chief");
    const auto draft = [&](const char* person, const char* field, const char* value) {
        return push_to_json({desk.town.draft(Verb::update, kAsset, id("grades"), {{field, text(value)}}, browser_of(person))});
    };
    const Json a = draft("anna", "description", "annas"), b = draft("chief", "retention", "chefens"), c = draft("chief", "description", "chefens");
    CHECK(body_of(desk.post("/api/changes", a, anna))["answers"][0].contains("rev"));
    CHECK(body_of(desk.post("/api/changes", b, chief))["answers"][0].contains("rev"));
    const Json refused = body_of(desk.post("/api/changes", c, chief))["answers"][0];
    CHECK(refused["fault"] == "conflict");
    CHECK(refused["problems"][0]["field"] == "description");
    CHECK(desk.town.load(kAsset, id("grades")).text("description") == "annas");
    CHECK(desk.town.load(kAsset, id("grades")).text("retention") == "chefens");
}
