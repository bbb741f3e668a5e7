// What the server does with too much, too slow and too strange.
#include <future>

#include "tests/backend/http/desk.h"

using namespace lisa;
using namespace lisa::test;

namespace {

std::string head_of(const Desk& desk, const std::string& more = {}) {
    return "POST /api/changes HTTP/1.1\r\nHost: " + desk.host() + "\r\nX-Lisa: 1\r\nContent-Type: application/json\r\n" + more;
}

bool is_alive(const Desk& desk) { return desk.get("/api/health").status == 200; }

double seconds_since(std::chrono::steady_clock::time_point begun) { return std::chrono::duration<double>(std::chrono::steady_clock::now() - begun).count(); }

}  // namespace

TEST_CASE("a body over a mebibyte is refused, announced or not") {
    Desk desk;
    const std::string cookie = desk.sign_in("anna"), big(kBodyLimit + 1, 'x');
    CHECK(desk.ask("POST", "/api/changes", desk.ours(cookie), big).status == 413);
    const std::string announced = desk.raw(head_of(desk, "Content-Length: 99999999999\r\nConnection: close\r\n\r\n") + "{}");
    CHECK(announced.starts_with("HTTP/1.1 413"));
    std::string chunked = head_of(desk, "Transfer-Encoding: chunked\r\nConnection: close\r\n\r\n");
    for (int i = 0; i < 20; ++i) chunked += "10000\r\n" + std::string(65536, 'x') + "\r\n";
    const std::string answer = desk.raw(chunked);
    CHECK((answer.starts_with("HTTP/1.1 411") || answer.empty()));  // what does not say its length is not read at all
    CHECK(is_alive(desk));
}

TEST_CASE("headers that are too long, too many or malformed are refused") {
    Desk desk;
    std::string many;
    for (int i = 0; i < 300; ++i) many += "X-" + std::to_string(i) + ": y\r\n";
    const std::string get = "GET /api/health HTTP/1.1\r\nHost: " + desk.host() + "\r\n", end = "Connection: close\r\n\r\n";
    const std::string requests[] = {
        get + many + end,
        get + "X-Long: " + std::string(20'000, 'x') + "\r\n" + end,
        "GET /" + std::string(20'000, 'x') + " HTTP/1.1\r\nHost: " + desk.host() + "\r\n" + end,
        "NONSENSE / HTTP/1.1\r\nHost: " + desk.host() + "\r\n" + end,
        head_of(desk, "Content-Length: 2\r\nTransfer-Encoding: chunked\r\n" + end) + "{}",
        head_of(desk, "Content-Length: -1\r\n" + end) + "{}",
        std::string("\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03", 11) + std::string(200, 'x') + "\r\n\r\n",
    };
    for (const std::string& request : requests) {
        const std::string answer = desk.raw(request);
        CHECK_MESSAGE((answer.empty() || answer.starts_with("HTTP/1.1 4")), request.substr(0, 60) << " gives " << answer.substr(0, 60));
    }
    CHECK(is_alive(desk));
}

TEST_CASE("a body that never ends and a header that drips are cut off; others are served meanwhile") {
    Desk desk({}, {}, 1500);
    const std::string cookie = desk.sign_in("anna");
    const auto begun = std::chrono::steady_clock::now();
    const auto stuck = std::async(std::launch::async,
                                  [&] { return desk.raw(head_of(desk, "Cookie: " + cookie + "\r\nContent-Length: 1000\r\n\r\n") + "{\"protocol\":", 10'000); });
    const auto idle = std::async(std::launch::async, [&] { return desk.raw("GET /api/he", 10'000); });
    const auto silent = std::async(std::launch::async, [&] { return desk.raw("", 10'000); });
    CHECK(is_alive(desk));
    CHECK(seconds_since(begun) < 1.4);
    stuck.wait();
    idle.wait();
    silent.wait();
    CHECK(seconds_since(begun) < 8);
    CHECK(desk.town.last() > 0);
    CHECK(is_alive(desk));
}

TEST_CASE("a request that drips in one byte at a time is cut off by the limit on the whole") {
    Desk desk({}, {}, 1000);
    httplib::Client dripping = desk.client();
    dripping.set_write_timeout(2);
    std::size_t given = 0;
    const auto begun = std::chrono::steady_clock::now();
    (void)dripping.Post(
        "/api/changes", desk.ours(), 100,
        [&](std::size_t, std::size_t, httplib::DataSink& sink) {
            std::this_thread::sleep_for(std::chrono::milliseconds(100));
            ++given;
            return sink.write("x", 1);
        },
        "application/json");
    CHECK(seconds_since(begun) < 6);
    CHECK(given < 60);
    CHECK(is_alive(desk));
}

TEST_CASE("two hundred idle connections leave room for those who ask") {
    Desk desk;
    std::vector<std::future<std::string>> waiting;
    for (int i = 0; i < 200; ++i) waiting.push_back(std::async(std::launch::async, [&] { return desk.raw("GET /api/health HTTP/1.1\r\n", 1500); }));
    const auto begun = std::chrono::steady_clock::now();
    for (int i = 0; i < 20; ++i) CHECK(is_alive(desk));
    CHECK(seconds_since(begun) < 5);
    for (auto& one : waiting) one.wait();
}

TEST_CASE("what follows a malformed request on its connection is not taken for another request") {
    Desk desk;
    const std::string smuggled = "GET /api/health HTTP/1.1\r\nHost: " + desk.host() + "\r\n\r\n";
    for (const std::string& first :
         {"GET /\x01 HTTP/9.9\r\n\r\n" + smuggled, head_of(desk, "Content-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n") + smuggled,
          head_of(desk, "Transfer-Encoding: identity\r\n\r\n") + smuggled, head_of(desk, "Content-Length: 5000000\r\n\r\n") + smuggled}) {
        const std::string answer = desk.raw(first, 1500);
        CHECK_MESSAGE(answer.starts_with("HTTP/1.1 4"), first.substr(0, 30) << " gives " << answer.substr(0, 40));
        CHECK(answer.find("\"ok\":true") == std::string::npos);
    }
}
