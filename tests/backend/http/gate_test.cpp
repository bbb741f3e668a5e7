#include "http/gate.h"
#include "core/json.h"

#include "tests/backend/http/desk.h"

using namespace lisa;
using namespace lisa::test;

TEST_CASE("only requests from our own pages to our own host may change anything") {
    Desk desk;
    const std::string cookie = desk.sign_in("anna"), host = desk.host(), port = std::to_string(desk.port());
    const httplib::Headers good{{"Host", host}, {"Cookie", cookie}, {"X-Lisa", "1"}};
    struct Row {
        httplib::Headers more;
        const char* without;
        const char* type;
        int status;
    };
    const Row rows[] = {
        {{}, "", "application/json", 200},
        {{}, "", "application/json; charset=utf-8", 200},
        {{{"Origin", "http://" + host}, {"Sec-Fetch-Site", "same-origin"}}, "", "application/json", 200},
        {{}, "X-Lisa", "application/json", 403},
        {{{"Origin", "https://evil.example"}}, "", "application/json", 403},
        {{{"Origin", "null"}}, "", "application/json", 403},
        {{{"Origin", "https://" + host}}, "", "application/json", 403},
        {{{"Origin", "http://127.0.0.1"}}, "", "application/json", 403},
        {{{"Sec-Fetch-Site", "cross-site"}}, "", "application/json", 403},
        {{{"Sec-Fetch-Site", "same-site"}}, "", "application/json", 403},
        {{{"Sec-Fetch-Site", "none"}}, "", "application/json", 403},
        {{}, "", "text/plain", 415},
        {{}, "", "application/x-www-form-urlencoded", 415},
        {{}, "", "multipart/form-data; boundary=x", 415},
        {{{"Content-Encoding", "gzip"}}, "", "application/json", 415},
        {{{"Host", "evil.example"}}, "Host", "application/json", 400},
        {{{"Host", "127.0.0.1:1"}}, "Host", "application/json", 400},
        {{{"Host", "127.0.0.1"}}, "Host", "application/json", 400},
        {{{"Host", "localhost:" + port}}, "Host", "application/json", 200},
        {{{"Host", "127.0.0.1.evil.example:" + port}}, "Host", "application/json", 400},
        {{}, "Cookie", "application/json", 401},
        {{{"Cookie", "__Host-" + cookie}}, "Cookie", "application/json", 401},
        {{{"Cookie", "a=b; " + cookie + "; c=d"}}, "Cookie", "application/json", 200},
    };
    for (const Row& row : rows) {
        httplib::Headers headers = good;
        headers.erase(row.without);
        std::string told = row.without;
        for (const auto& [name, value] : row.more) {
            headers.emplace(name, value);
            told += " " + name + "=" + value;
        }
        const auto answer = desk.ask("POST", "/api/changes", headers, R"({"protocol":1,"changes":[]})", row.type);
        CHECK_MESSAGE(answer.status == row.status, told << " " << row.type << ": " << answer.body);
    }
}

TEST_CASE("only where files are handed in may a body be bytes, and no body may hide its length") {
    Desk desk;
    const std::string cookie = desk.sign_in("anna"), files = "/api/files?register=asset&record=" + id("grades") + "&name=a.txt";
    CHECK(desk.ask("POST", "/api/changes", desk.ours(cookie), "text", "application/octet-stream").status == 415);
    for (const char* type : {"application/json", "text/plain", "text/html", "multipart/form-data; boundary=x", "application/x-www-form-urlencoded"})
        CHECK_MESSAGE(desk.ask("POST", files, desk.ours(cookie), "text", type).status == 415, type);
    CHECK(desk.ask("POST", files, desk.ours(cookie), "text", "application/octet-stream").status == 200);
    httplib::Headers foreign = desk.ours(cookie);
    foreign.emplace("Origin", "https://evil.example");
    CHECK(desk.ask("POST", files, foreign, "text", "application/octet-stream").status == 403);
    httplib::Headers plain{{"Host", desk.host()}, {"Cookie", cookie}};
    CHECK(desk.ask("POST", files, plain, "text", "application/octet-stream").status == 403);
    const std::string head = "POST " + files + " HTTP/1.1\r\nHost: " + desk.host() + "\r\nX-Lisa: 1\r\nCookie: " + cookie +
                             "\r\nContent-Type: application/octet-stream\r\nConnection: close\r\n";
    CHECK(desk.raw(head + "Transfer-Encoding: chunked\r\n\r\n4\r\ntext\r\n0\r\n\r\n").starts_with("HTTP/1.1 411"));
    CHECK(desk.raw(head + "\r\ntext").starts_with("HTTP/1.1 411"));
    CHECK(desk.raw(head + "Content-Length: 999999999\r\n\r\ntext").starts_with("HTTP/1.1 413"));
}

TEST_CASE("a foreign name that points at us gets nothing, not even by GET") {
    Desk desk;
    CHECK(desk.ask("GET", "/api/health", {{"Host", "rebound.example"}}).status == 400);
    CHECK(desk.raw("GET /api/health HTTP/1.1\r\nConnection: close\r\n\r\n").starts_with("HTTP/1.1 400"));
    CHECK(desk.raw("GET /api/health HTTP/1.1\r\nHost: " + desk.host() + "\r\nHost: evil.example\r\nConnection: close\r\n\r\n").starts_with("HTTP/1.1 400"));
}

TEST_CASE("with TLS in front the cookie is bound to the host and the origin must be that one") {
    Desk desk({}, "https://lisa.kommun.se");
    desk.sign_in("anna");
    const httplib::Headers headers{{"Host", "lisa.kommun.se"}, {"X-Lisa", "1"}, {"Origin", "https://lisa.kommun.se"}};
    const auto answer = desk.ask("POST", "/api/session", headers, dump(Json{{"username", "anna"}, {"password", kPassword}}));
    REQUIRE(answer.status == 200);
    CHECK(answer.get_header_value("Set-Cookie").starts_with("__Host-lisa="));
    CHECK(answer.get_header_value("Set-Cookie").find("; Secure") != std::string::npos);
    CHECK(answer.get_header_value("Strict-Transport-Security") == "max-age=31536000");
    httplib::Headers plain = headers;
    plain.erase("Origin");
    plain.emplace("Origin", "http://lisa.kommun.se");
    CHECK(desk.ask("POST", "/api/session", plain, "{}").status == 403);
    CHECK(desk.ask("GET", "/api/health", {{"Host", desk.host()}}).status == 200);
}

TEST_CASE("an address that would send passwords in clear is refused") {
    struct Row {
        Address address;
        bool is_safe;
    };
    const Row rows[] = {
        {{"127.0.0.1", 8080, ""}, true},
        {{"localhost", 8080, ""}, true},
        {{"0.0.0.0", 8080, ""}, false},
        {{"10.0.0.1", 8080, ""}, false},
        {{"10.0.0.1", 8080, "https://lisa.kommun.se"}, true},
        {{"0.0.0.0", 8080, "http://lisa.kommun.se"}, false},
        {{"127.0.0.1", 8080, "https://"}, false},
        {{"127.0.0.1", 8080, "https://lisa.kommun.se/app"}, false},
        {{"127.0.0.1", 70000, ""}, false},
    };
    for (const Row& row : rows) CHECK_MESSAGE(complaint(row.address).empty() == row.is_safe, row.address.listen << " " << row.address.origin);
}

TEST_CASE("every answer carries the security headers, once") {
    Desk desk;
    for (const char* path : {"/api/health", "/api/me", "/api/nothing", "/nothing.txt", "/"}) {
        const auto answer = desk.get(path);
        CHECK_MESSAGE(answer.get_header_value("X-Content-Type-Options") == "nosniff", path);
        CHECK_MESSAGE(answer.get_header_value("Cross-Origin-Resource-Policy") == "same-origin", path);
        CHECK(answer.get_header_value("Content-Security-Policy") == "default-src 'none'; frame-ancestors 'none'");
        CHECK_FALSE(answer.has_header("Strict-Transport-Security"));
        for (const char* once : {"Content-Security-Policy", "Cache-Control", "Content-Type"})
            CHECK_MESSAGE(answer.get_header_value_count(once) == 1, path << " " << once);
    }
}
