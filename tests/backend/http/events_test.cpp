#include <future>

#include "sync/protocol.h"
#include "tests/backend/http/desk.h"

using namespace lisa;
using namespace lisa::test;

namespace {

/// A browser that listens to the event stream.
class Listening {
public:
    Listening(const Desk& desk, const std::string& cookie) : m_client(desk.client()) {
        m_thread = std::thread([this, headers = desk.ours(cookie)] {
            const auto result = m_client.Get("/api/events", headers, [this](const char* data, std::size_t size) {
                const std::lock_guard lock(m_mutex);
                m_heard.append(data, size);
                m_is_new.notify_all();
                return true;
            });
            const std::lock_guard lock(m_mutex);
            m_type = result ? result->get_header_value("Content-Type") : "";
            m_has_ended = true;
            m_is_new.notify_all();
        });
    }
    Listening(const Listening&) = delete;
    Listening& operator=(const Listening&) = delete;
    ~Listening() {
        m_client.stop();
        m_thread.join();
    }
    bool hears(const std::string& text) {
        std::unique_lock lock(m_mutex);
        return m_is_new.wait_for(lock, std::chrono::seconds(5), [&] { return m_heard.find(text) != std::string::npos; });
    }
    bool ends() {
        std::unique_lock lock(m_mutex);
        return m_is_new.wait_for(lock, std::chrono::seconds(5), [&] { return m_has_ended; });
    }
    std::string type() {
        const std::lock_guard lock(m_mutex);
        return m_type;
    }

private:
    httplib::Client m_client;
    std::thread m_thread;
    std::mutex m_mutex;
    std::condition_variable m_is_new;
    std::string m_heard, m_type;
    bool m_has_ended = false;
};

std::int64_t push_one(Desk& desk, const std::string& cookie, const char* person, const char* value) {
    const Change change = desk.town.draft(Verb::update, kAsset, id("grades"), {{"description", text(value)}}, browser_of(person));
    return body_of(desk.post("/api/changes", push_to_json({change}), cookie))["answers"][0]["rev"].get<std::int64_t>();
}

}  // namespace

TEST_CASE("everybody who listens hears of a commit at once, and learns nothing but its number") {
    Desk desk;
    const std::string anna = desk.sign_in("anna"), bertil = desk.sign_in("bertil");
    Listening a(desk, anna), b(desk, bertil);
    REQUIRE(a.hears(": hello"));
    REQUIRE(b.hears(": hello"));
    const std::int64_t seq = push_one(desk, anna, "anna", "hemlig text");
    const std::string event = "data: {\"seq\":" + std::to_string(seq) + "}\n\n";
    CHECK(a.hears(event));
    CHECK(b.hears(event));
    const std::int64_t second = push_one(desk, anna, "anna", "ännu en");
    CHECK(b.hears("data: {\"seq\":" + std::to_string(second) + "}\n\n"));
}

TEST_CASE("a refused push is announced to nobody") {
    Desk desk;
    const std::string anna = desk.sign_in("anna"), bertil = desk.sign_in("bertil");
    Listening a(desk, anna);
    REQUIRE(a.hears(": hello"));
    const Change change = desk.town.draft(Verb::update, kAsset, id("grades"), {{"description", text("x")}}, browser_of("bertil"));
    CHECK(body_of(desk.post("/api/changes", push_to_json({change}), bertil))["answers"][0].contains("fault"));
    const std::int64_t seq = push_one(desk, anna, "anna", "y");
    CHECK(a.hears("data: {\"seq\":" + std::to_string(seq) + "}"));
    CHECK_FALSE(a.type() == "application/json");
}

TEST_CASE("a stream ends when its session does, and others go on") {
    Desk desk;
    const std::string anna = desk.sign_in("anna"), bertil = desk.sign_in("bertil");
    Listening a(desk, anna), b(desk, bertil);
    REQUIRE(a.hears(": hello"));
    REQUIRE(b.hears(": hello"));
    CHECK(desk.ask("DELETE", "/api/session", desk.ours(anna)).status == 200);
    CHECK(a.ends());
    CHECK(a.type() == "text/event-stream");
    const std::int64_t seq = push_one(desk, desk.sign_in("anna"), "anna", "z");
    CHECK(b.hears("data: {\"seq\":" + std::to_string(seq) + "}"));
}

TEST_CASE("stopping the server ends streams and lets requests under way finish") {
    Desk desk;
    Listening a(desk, desk.sign_in("anna"));
    REQUIRE(a.hears(": hello"));
    const auto begun = std::chrono::steady_clock::now();
    desk.server().stop();
    CHECK(a.ends());
    CHECK(std::chrono::steady_clock::now() - begun < std::chrono::seconds(4));
}

TEST_CASE("fifty streams and fifty requests at once are all served") {
    Desk desk;
    const std::string cookie = desk.sign_in("anna");
    std::vector<std::unique_ptr<Listening>> streams;
    for (int i = 0; i < 50; ++i) streams.push_back(std::make_unique<Listening>(desk, cookie));
    std::vector<std::future<int>> requests;
    for (int i = 0; i < 50; ++i) requests.push_back(std::async(std::launch::async, [&] { return desk.get("/api/me", cookie).status; }));
    for (auto& request : requests) CHECK(request.get() == 200);
    for (auto& stream : streams) CHECK(stream->hears(": hello"));
}
