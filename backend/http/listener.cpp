#include "http/listener.h"

#include <poll.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include "http/pool.h"
#include "http/stream.h"

namespace lisa {
namespace {

/// Whether a coding stands in Accept-Encoding without being refused by q=0.
bool accepts(const std::string& header, std::string_view coding) {
    for (std::size_t at = 0; at < header.size();) {
        const std::size_t end = std::min(header.find(',', at), header.size());
        std::string_view part = std::string_view(header).substr(at, end - at);
        while (!part.empty() && part.front() == ' ') part.remove_prefix(1);
        const std::string_view name = part.substr(0, part.find_first_of("; "));
        const bool is_refused = part.find("q=0") != part.npos && part.find_first_of("123456789", part.find("q=0")) == part.npos;
        if (name == coding && !is_refused) return true;
        at = end + 1;
    }
    return false;
}

void take_over_encoding(httplib::Request& request) {
    const std::string accepted = request.get_header_value("Accept-Encoding");
    request.headers.erase("Accept-Encoding");
    request.headers.erase(kEncodings);
    std::string known = accepts(accepted, "br") ? "br" : "";
    if (accepts(accepted, "gzip")) known += known.empty() ? "gzip" : " gzip";
    if (!known.empty()) request.headers.emplace(kEncodings, known);
}

/// Lets the other side read the answer before the connection is reset over bytes that nobody reads.
void close_gently(socket_t sock) {
    shutdown(sock, SHUT_WR);
    char unread[4096];
    for (std::size_t total = 0; total < 2 * kBodyLimit; total += sizeof unread) {
        pollfd one{sock, POLLIN, 0};
        if (poll(&one, 1, 100) <= 0 || recv(sock, unread, sizeof unread, MSG_DONTWAIT) <= 0) break;
    }
    close(sock);
}

thread_local bool t_must_close = false;  // a connection has its thread
thread_local TimedStream* t_stream = nullptr;

/// Two servers on one port would each get half of the requests: without SO_REUSEPORT the second is refused.
void set_options(socket_t sock) {
    const int yes = 1;
    setsockopt(sock, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
}

}  // namespace

Listener::Listener() : m_request_ms(kRequestMs), m_stopped(eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)) {
    new_task_queue = [] { return new ConnectionPool(kConnections, kWaitingConnections); };
    set_socket_options(set_options);
    set_tcp_nodelay(true);
    set_payload_max_length(kBodyLimit);
    set_write_timeout(kAnswerMs / 1000);
    set_read_timeout(kRequestMs / 1000);
    set_keep_alive_timeout(kIdleMs / 1000);  // these two only for what the answers say
    set_keep_alive_max_count(kRequestsPerConnection);
}

void Listener::close_after_answer() { t_must_close = true; }

void Listener::allow_ms(int ms) {
    if (t_stream) t_stream->allow_ms(ms);
}

Listener::~Listener() { close(m_stopped); }

void Listener::stop_listening() {
    const std::uint64_t one = 1;
    (void)!write(m_stopped, &one, sizeof one);
    stop();
}

bool Listener::wait_for_request(socket_t sock, int ms) const {
    pollfd both[] = {{sock, POLLIN, 0}, {m_stopped, POLLIN, 0}};
    int ready = 0;
    do ready = poll(both, 2, ms);
    while (ready < 0 && errno == EINTR);
    return ready > 0 && (both[0].revents & POLLIN) != 0 && both[1].revents == 0;
}

bool Listener::process_and_close_socket(socket_t sock) {
    const std::string remote = address_of(sock, End::remote), local = address_of(sock, End::local);
    TimedStream stream(sock, m_request_ms);
    t_stream = &stream;
    const bool served = serve_guarded([&] {
        bool is_served = false, is_closed = false;
        for (std::size_t i = 1; i <= kRequestsPerConnection && !is_closed; ++i) {
            if (!stream.is_readable() && !wait_for_request(sock, i == 1 ? m_request_ms : kIdleMs)) break;
            stream.begin_request();
            t_must_close = false;
            is_served = process_request(stream, remote, 0, local, 0, i == kRequestsPerConnection, is_closed, take_over_encoding);
            if (!is_served || t_must_close) break;
        }
        return is_served;
    });
    t_stream = nullptr;
    close_gently(sock);
    return served;
}

}  // namespace lisa
