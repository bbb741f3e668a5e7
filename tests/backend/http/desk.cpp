#include "tests/backend/http/desk.h"

#include "core/json.h"

#include <arpa/inet.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace lisa::test {

Desk::Desk(const std::string& www, const std::string& origin, int request_limit_ms, const std::function<void(Settings&)>& choose) {
    Settings settings;
    settings.address.port = 0;
    settings.address.origin = origin;
    settings.www = www;
    settings.log = Log::Detail::nothing;
    settings.clock = [this] { return now.load(); };
    settings.request_limit_ms = request_limit_ms;
    if (choose) choose(settings);
    auto server = Server::open(*town.storage, settings);
    REQUIRE_MESSAGE(server, (server ? "" : server.error().detail));
    m_server = std::move(*server);
    m_thread = std::thread([this] { m_server->serve(); });
}

Desk::~Desk() {
    m_server->stop();
    m_thread.join();
}

httplib::Headers Desk::ours(const std::string& cookie) const {
    httplib::Headers headers{{"X-Lisa", "1"}, {"Host", host()}};
    if (!cookie.empty()) headers.emplace("Cookie", cookie);
    return headers;
}

httplib::Client Desk::client() const {
    httplib::Client client("127.0.0.1", port());
    client.set_read_timeout(30);
    return client;
}

std::string Desk::sign_in(const char* person) {
    auto work = town.storage->begin(now);
    REQUIRE(work);
    static const std::string kept = [] {
        Passwords passwords;
        return *passwords.hash(kPassword);
    }();
    if (!*account_of(work->database(), id(person))) {
        REQUIRE(add_account(work->database(), id(person), person, now));
        REQUIRE(set_password(work->database(), id(person), kept, now));
    }
    const auto token = begin_session(work->database(), id(person), now);
    REQUIRE(token);
    REQUIRE(work->commit());
    return "lisa=" + *token;
}

httplib::Response Desk::ask(const char* method, const std::string& path, const httplib::Headers& headers, const std::string& body, const char* type) const {
    httplib::Client asking = client();
    httplib::Request request;
    request.method = method;
    request.path = path;
    request.headers = headers;
    request.body = body;
    if (*type && (!body.empty() || request.method == "POST")) request.headers.emplace("Content-Type", type);
    const auto result = asking.send(request);
    REQUIRE_MESSAGE(result, method << " " << path << ": " << httplib::to_string(result.error()));
    return *result;
}

std::string Desk::raw(const std::string& bytes, int wait_ms) const {
    const int socket = ::socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(static_cast<std::uint16_t>(port()));
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    REQUIRE(connect(socket, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0);
    for (std::size_t sent = 0; sent < bytes.size();) {
        const ssize_t now_sent = send(socket, bytes.data() + sent, bytes.size() - sent, MSG_NOSIGNAL);
        if (now_sent <= 0) break;
        sent += static_cast<std::size_t>(now_sent);
    }
    std::string answer;
    char buffer[4096];
    pollfd one{socket, POLLIN, 0};
    while (poll(&one, 1, wait_ms) > 0) {
        const ssize_t got = recv(socket, buffer, sizeof buffer, 0);
        if (got <= 0) break;
        answer.append(buffer, static_cast<std::size_t>(got));
    }
    close(socket);
    return answer;
}

Json body_of(const httplib::Response& response) { return parse_json(response.body).value_or(Json(nullptr)); }

}  // namespace lisa::test
