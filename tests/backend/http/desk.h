#pragma once
// A running server on a free port, and people who ask it things.
#include <atomic>
#include <thread>

#include "core/json.h"
#include "server.h"
#include "tests/backend/town.h"

namespace lisa::test {

inline constexpr const char* kPassword = "en lång mening";

class Desk {
public:
    Town town{};
    std::atomic<std::int64_t> now = kStart;

    /// Starts the server; `www` is its web folder, `origin` that of a proxy in front.
    explicit Desk(const std::string& www = {}, const std::string& origin = {}, int request_limit_ms = 20'000,
                  const std::function<void(Settings&)>& choose = {});
    Desk(const Desk&) = delete;
    Desk& operator=(const Desk&) = delete;
    ~Desk();

    int port() const { return m_server->port(); }
    Server& server() { return *m_server; }
    std::string host() const { return "127.0.0.1:" + std::to_string(port()); }
    /// The headers that a page of ours sends.
    httplib::Headers ours(const std::string& cookie = {}) const;
    httplib::Client client() const;
    /// Gives the person an account with kPassword, and a session without the slow way through the sign-in page.
    std::string sign_in(const char* person);

    httplib::Response ask(const char* method, const std::string& path, const httplib::Headers& headers, const std::string& body = {},
                          const char* type = "application/json") const;
    httplib::Response get(const std::string& path, const std::string& cookie = {}) const { return ask("GET", path, ours(cookie)); }
    httplib::Response post(const std::string& path, const Json& body, const std::string& cookie = {}) const {
        return ask("POST", path, ours(cookie), dump(body));
    }
    /// Sends bytes as they are and gives back all that came until the other side closed, or the time ran out.
    std::string raw(const std::string& bytes, int wait_ms = 5000) const;

private:
    std::unique_ptr<Server> m_server;
    std::thread m_thread;
};

/// The body as JSON; null when it is not.
Json body_of(const httplib::Response& response);

}  // namespace lisa::test
