#include "http/files.h"

#include <fstream>

#include "tests/backend/http/desk.h"

using namespace lisa;
using namespace lisa::test;

namespace {

/// A web folder as tools/pack.py makes it, beside a secret that must never be reached.
struct Web {
    Folder folder{};
    Web() {
        std::filesystem::create_directories(folder.path("www/static/abc"));
        put("secret.txt", "TOP SECRET");
        put("www/index.html", "<!doctype html>Lisa");
        put("www/verkstad.html", "<!doctype html>Verkstad");
        put("www/sw.js", "/* worker */");
        put("www/static/abc/lisa.wasm", std::string("\0asm", 4) + std::string(2000, 'x'));
        put("www/static/abc/lisa.wasm.br", "brotli bytes");
        put("www/static/abc/lisa.wasm.gz", "gzip bytes");
        put("www/static/abc/app.js", "start()");
        put("www/static/abc/lisa.css", "body{}");
    }
    void put(const char* name, const std::string& content) const { std::ofstream(folder.path(name), std::ios::binary) << content; }
    std::string www() const { return folder.path("www"); }
};

}  // namespace

TEST_CASE("files come with their type, caching and compression; screens come as the page") {
    const Web web;
    Desk desk(web.www());
    struct Row {
        std::string path;
        const char* accepts;
        int status;
        std::string body, type, cache, encoding;
    };
    const std::string kPage = "<!doctype html>Lisa", kLasting = "public, max-age=31536000, immutable", kHtml = "text/html; charset=utf-8";
    const Row rows[] = {
        {"/", "", 200, kPage, kHtml, "no-cache", ""},
        {"/index.html", "br", 200, kPage, kHtml, "no-cache", ""},
        {"/sw.js", "br, gzip", 200, "/* worker */", "text/javascript; charset=utf-8", "no-cache", ""},
        {"/tillgangar/" + id("grades"), "", 200, kPage, kHtml, "no-cache", ""},
        {"/valkommen", "", 200, kPage, kHtml, "no-cache", ""},
        {"/verkstad", "", 200, "<!doctype html>Verkstad", kHtml, "no-cache", ""},
        {"/verkstad/123456", "", 200, "<!doctype html>Verkstad", kHtml, "no-cache", ""},
        {"/static/abc/lisa.wasm", "gzip, br", 200, "brotli bytes", "application/wasm", kLasting, "br"},
        {"/static/abc/lisa.wasm", "gzip", 200, "gzip bytes", "application/wasm", kLasting, "gzip"},
        {"/static/abc/lisa.wasm", "br;q=0, gzip;q=0.5", 200, "gzip bytes", "application/wasm", kLasting, "gzip"},
        {"/static/abc/app.js", "br", 200, "start()", "text/javascript; charset=utf-8", kLasting, ""},
        {"/static/abc/lisa.css", "br", 200, "body{}", "text/css; charset=utf-8", kLasting, ""},
        {"/static/old/lisa.css", "br", 404, "404\n", "text/plain; charset=utf-8", "no-store", ""},
        {"/static/abc", "", 404, "404\n", "text/plain; charset=utf-8", "no-store", ""},
        {"/missing.png", "", 404, "404\n", "text/plain; charset=utf-8", "no-store", ""},
    };
    for (const Row& row : rows) {
        httplib::Client client = desk.client();
        client.set_decompress(false);
        const auto answer = client.Get(row.path, httplib::Headers{{"Host", desk.host()}, {"Accept-Encoding", row.accepts}});
        REQUIRE(answer);
        INFO(row.path << " for " << row.accepts);
        CHECK(answer->status == row.status);
        CHECK(answer->body == row.body);
        CHECK(answer->get_header_value("Content-Type") == row.type);
        CHECK(answer->get_header_value("Cache-Control") == row.cache);
        CHECK(answer->get_header_value("Content-Encoding") == row.encoding);
        if (row.status == 200) CHECK(answer->get_header_value("Vary") == "Accept-Encoding");
    }
}

TEST_CASE("what has not changed is not sent again, and HEAD sends no body") {
    const Web web;
    Desk desk(web.www());
    const auto first = desk.get("/");
    httplib::Headers headers = desk.ours();
    headers.emplace("If-None-Match", first.get_header_value("ETag"));
    const auto again = desk.ask("GET", "/", headers);
    CHECK(again.status == 304);
    CHECK(again.body.empty());
    const std::string head = desk.raw("HEAD / HTTP/1.1\r\nHost: " + desk.host() + "\r\nConnection: close\r\n\r\n");
    CHECK(head.starts_with("HTTP/1.1 200"));
    CHECK(head.find("Content-Length: 19") != std::string::npos);
    CHECK(head.find("doctype") == std::string::npos);
}

TEST_CASE("no path climbs out of the web folder, raw or encoded") {
    const Web web;
    Desk desk(web.www());
    const char* paths[] = {
        "/../secret.txt",
        "/static/../../secret.txt",
        "/static/abc/../../../secret.txt",
        "/%2e%2e/secret.txt",
        "/..%2fsecret.txt",
        "/static/%2e%2e%2f%2e%2e%2fsecret.txt",
        "/..\\secret.txt",
        "/%5c..%5csecret.txt",
        "//secret.txt",
        "/./secret.txt",
        "/%252e%252e/secret.txt",
        "/secret.txt%00.html",
        "/../../../../etc/passwd",
        "/static/abc/lisa.wasm/../../../../secret.txt",
        "/%c0%ae%c0%ae/secret.txt",
        "secret.txt",
        "http://other/../secret.txt",
    };
    for (const char* path : paths) {
        const std::string answer = desk.raw(std::string("GET ") + path + " HTTP/1.1\r\nHost: " + desk.host() + "\r\nConnection: close\r\n\r\n");
        CHECK_MESSAGE((answer.starts_with("HTTP/1.1 404") || answer.starts_with("HTTP/1.1 400")), path << ": " << answer.substr(0, 40));
        CHECK(answer.find("SECRET") == std::string::npos);
        CHECK(answer.find("root:") == std::string::npos);
    }
}

TEST_CASE("a large answer is compressed, a small one is not, and one who takes no gzip gets none") {
    Desk desk;
    const std::string cookie = desk.sign_in("anna");
    const auto encoding = [&](const char* path, const char* accepts) {
        httplib::Client client = desk.client();
        client.set_decompress(false);
        httplib::Headers headers = desk.ours(cookie);
        headers.emplace("Accept-Encoding", accepts);
        const auto answer = client.Get(path, headers);
        REQUIRE(answer);
        return answer->get_header_value("Content-Encoding");
    };
    CHECK(encoding("/api/changes?since=0", "gzip, deflate, br") == "gzip");
    CHECK(encoding("/api/changes?since=0", "br") == "");
    CHECK(encoding("/api/changes?since=0", "gzip;q=0") == "");
    CHECK(encoding("/api/health", "gzip") == "");
    CHECK(body_of(desk.get("/api/changes?since=0", cookie)).contains("records"));
}

TEST_CASE("a missing web folder is said at start") {
    const auto files = Files::read("/nowhere/at/all");
    REQUIRE_FALSE(files);
    CHECK(files.error().detail.find("does not exist") != std::string::npos);
}

TEST_CASE("what is a page or a script carries the policy of a page, and nothing else may do anything") {
    const Web web;
    Desk desk(web.www());
    const std::pair<const char*, bool> files[] = {
        {"/", true}, {"/sw.js", true}, {"/tillgangar", true}, {"/static/abc/app.js", true}, {"/static/abc/lisa.css", false},
    };
    for (const auto& [path, is_page] : files) {
        INFO(path);
        const auto answer = desk.get(path);
        REQUIRE(answer.status == 200);
        CHECK(answer.get_header_value("X-Content-Type-Options") == "nosniff");
        CHECK(answer.get_header_value("Cross-Origin-Resource-Policy") == "same-origin");
        const std::pair<const char*, const char*> of_page[] = {
            {"Referrer-Policy", "no-referrer"}, {"Cross-Origin-Opener-Policy", "same-origin"}, {"Cross-Origin-Embedder-Policy", "require-corp"}};
        for (const auto& [name, value] : of_page) CHECK_MESSAGE(answer.get_header_value(name) == (is_page ? value : ""), name);
        const std::string policy = answer.get_header_value("Content-Security-Policy");
        CHECK(policy.starts_with(is_page ? "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; " : "default-src 'none'; frame-ancestors 'none'"));
        CHECK((policy.find("require-trusted-types-for 'script'; trusted-types lisa") != policy.npos) == is_page);
        CHECK(policy.find("unsafe-inline") == policy.npos);
        CHECK(answer.get_header_value_count("Content-Security-Policy") == 1);
    }
}

TEST_CASE("a page that did not change keeps the policy of a page") {
    const Web web;
    Desk desk(web.www());
    const auto first = desk.get("/");
    httplib::Client client = desk.client();
    const auto again = client.Get("/", httplib::Headers{{"Host", desk.host()}, {"If-None-Match", first.get_header_value("ETag")}});
    REQUIRE(again);
    CHECK(again->status == 304);
    CHECK(again->get_header_value("Content-Security-Policy") == first.get_header_value("Content-Security-Policy"));
}
