// Three hundred people open the program at the same moment: each opens the event stream and pulls once.
#include <arpa/inet.h>
#include <sys/socket.h>
#include <unistd.h>

#include <atomic>
#include <latch>
#include <thread>

#include "bench/editor.h"
#include "bench/report.h"
#include "bench/server.h"

namespace lisa::bench {
namespace {

constexpr int kTurns = 3;

/// An event stream that stays open until this goes.
class Events {
public:
    Events(int port, const std::string& path, const std::string& cookie) : m_socket(socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(static_cast<std::uint16_t>(port));
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        const timeval patience{60, 0};
        setsockopt(m_socket, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
        if (connect(m_socket, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0) return;
        const std::string request = "GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1:" + std::to_string(port) + "\r\nCookie: " + cookie + "\r\n\r\n";
        if (send(m_socket, request.data(), request.size(), MSG_NOSIGNAL) < 0) return;
        std::string got;
        char buffer[2048];
        for (ssize_t size = 0; got.find(": hello") == got.npos && (size = recv(m_socket, buffer, sizeof buffer, 0)) > 0;)
            got.append(buffer, static_cast<std::size_t>(size));
        m_is_open = got.find(" 200 ") != got.npos && got.find(": hello") != got.npos;
    }
    Events(const Events&) = delete;
    Events& operator=(const Events&) = delete;
    ~Events() { close(m_socket); }
    bool is_open() const { return m_is_open; }

private:
    int m_socket;
    bool m_is_open = false;
};

struct Rush {
    double p99_ms = 0;
    int refused = 0;
};

using PageOf = std::function<std::string(int who)>;

/// All start when the last is ready; the streams stay open until everybody has what they asked for.
Rush rush(const Town& town, int port, const std::string& events, const PageOf& page) {
    std::vector<double> ms(kPeople);
    std::atomic<int> refused{0};
    std::latch ready(kPeople), done(kPeople);
    std::vector<std::thread> people;
    for (int i = 0; i < kPeople; ++i)
        people.emplace_back([&, i] {
            httplib::Client client("127.0.0.1", port);
            be_browser(client);
            ready.arrive_and_wait();
            const double start = now_s();
            const Events stream(port, events, town.guest(i).cookie);
            const auto answer = client.Get(page(i), browser_headers(town.guest(i).cookie));
            ms[static_cast<std::size_t>(i)] = (now_s() - start) * 1000;
            if (!stream.is_open() || !answer || answer->status != 200) ++refused;
            done.arrive_and_wait();
        });
    for (std::thread& person : people) person.join();
    return {quantile(std::move(ms), 0.99), refused};
}

/// The server learns that a stream was closed when it writes to it, and the writing after that fails.
void end_streams(Editor& editor, int port) {
    httplib::Client client("127.0.0.1", port);
    be_browser(client);
    for (int i = 0; i < 3; ++i) {
        bool ignored = false;
        (void)editor.push(client, ignored);
        std::this_thread::sleep_for(std::chrono::milliseconds(300));
    }
}

void measure(const char* id, const Town& town, const Ports& ports, Editor& editor, const PageOf& page) {
    httplib::Client client("127.0.0.1", ports.lisa);
    be_browser(client);
    const auto sample = client.Get(page(0), browser_headers(town.guest(0).cookie));
    if (!sample || sample->status != 200) return give_up(id, "no answer with status 200");
    const std::string same_size = "/hello?bytes=" + std::to_string(sample->body.size());
    Pair p99;
    int refused = 0;
    for (int turn = 0; turn < kTurns; ++turn) {
        const Rush ours = rush(town, ports.lisa, "/api/events", page);
        const Rush theirs = rush(town, ports.hello_crowd, "/events", [&](int) { return same_size; });
        if (theirs.refused > 0) return give_up(id, "the bare server refused somebody");
        p99.add(ours.p99_ms, theirs.p99_ms);
        refused += ours.refused;
        end_streams(editor, ports.lisa);
    }
    const std::string first = digits(p99.ours.front(), 0);
    tell(id, p99, std::to_string(sample->body.size()) + " bytes each; first of " + std::to_string(kTurns) + " rushes " + first + " ms");
    tell((std::string(id) + ".refused").c_str(), refused, 0);
}

}  // namespace

void measure_joins(const Town& town, const Ports& ports) {
    Editor editor(town, kPeople - 1);
    measure("joins.returning", town, ports, editor, [&](int who) { return town.page(who, town.last); });
    measure("joins.new", town, ports, editor, [](int) { return std::string("/api/changes?since=0"); });
}

}  // namespace lisa::bench
