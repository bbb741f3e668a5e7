#include "http/stream.h"

#include <poll.h>
#include <sys/socket.h>

#include <cstring>

namespace lisa {
namespace {

int left_ms(std::chrono::steady_clock::time_point begun, int limit_ms) {
    const auto passed = std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - begun).count();
    return passed >= limit_ms ? 0 : limit_ms - static_cast<int>(passed);
}

/// Whether the call before only had nothing to do at once.
bool must_wait() { return errno == EAGAIN || errno == EWOULDBLOCK; }

bool wait_for(socket_t socket, short what, int ms) {
    pollfd one{socket, what, 0};
    int ready = 0;
    do ready = poll(&one, 1, ms);
    while (ready < 0 && errno == EINTR);
    return ready > 0 && (what != POLLOUT || (one.revents & (POLLHUP | POLLERR)) == 0);
}

}  // namespace

TimedStream::TimedStream(socket_t socket, int request_ms) : m_socket(socket), m_request_ms(request_ms), m_limit_ms(request_ms), m_begun(Clock::now()) {}

void TimedStream::begin_request() {
    m_begun = Clock::now();
    m_limit_ms = m_request_ms;
    m_answer_ms = kAnswerMs;
}

bool TimedStream::wait_readable() const { return is_readable() || wait_for(m_socket, POLLIN, left_ms(m_begun, m_limit_ms)); }

bool TimedStream::wait_writable() const { return wait_for(m_socket, POLLOUT, m_answer_ms); }

ssize_t TimedStream::receive(int flags) {
    ssize_t got = 0;
    do got = recv(m_socket, m_buffer.data(), m_buffer.size(), flags);
    while (got < 0 && errno == EINTR);
    return got;
}

ssize_t TimedStream::read(char* into, std::size_t size) {
    if (!is_readable()) {
        // Most often the bytes are there already: asking first would be a call more to the kernel for each request.
        const int ms = left_ms(m_begun, m_limit_ms);
        ssize_t got = ms == 0 ? 0 : receive(MSG_DONTWAIT);
        if (ms == 0 || (got < 0 && must_wait() && !wait_for(m_socket, POLLIN, ms))) {
            error_ = httplib::Error::Timeout;
            return -1;
        }
        if (got < 0 && must_wait()) got = receive(0);
        if (got <= 0) {
            error_ = got == 0 ? httplib::Error::ConnectionClosed : httplib::Error::Read;
            return got;
        }
        m_from = 0;
        m_until = static_cast<std::size_t>(got);
    }
    const std::size_t taken = std::min(size, m_until - m_from);
    std::memcpy(into, m_buffer.data() + m_from, taken);
    m_from += taken;
    return static_cast<ssize_t>(taken);
}

ssize_t TimedStream::write(const char* from, std::size_t size) {
    const auto begun = Clock::now();
    std::size_t written = 0;
    while (written < size) {
        const ssize_t sent = send(m_socket, from + written, size - written, MSG_NOSIGNAL | MSG_DONTWAIT);
        if (sent > 0) {
            written += static_cast<std::size_t>(sent);
            continue;
        }
        if (sent < 0 && errno == EINTR) continue;
        const int ms = left_ms(begun, m_answer_ms);
        if (sent == 0 || !must_wait() || ms == 0 || !wait_for(m_socket, POLLOUT, ms)) {
            error_ = httplib::Error::Write;
            return -1;
        }
    }
    return static_cast<ssize_t>(size);
}

void TimedStream::get_remote_ip_and_port(std::string& ip, int& port) const {
    ip = address_of(m_socket, End::remote);
    port = 0;
}

void TimedStream::get_local_ip_and_port(std::string& ip, int& port) const {
    ip = address_of(m_socket, End::local);
    port = 0;
}

time_t TimedStream::duration() const { return std::chrono::duration_cast<std::chrono::milliseconds>(Clock::now() - m_begun).count(); }

const char* TimedStream::buffered_data(std::size_t& size) const {
    size = m_until - m_from;
    return size == 0 ? nullptr : m_buffer.data() + m_from;
}

std::string address_of(socket_t socket, End end) {
    sockaddr_storage address{};
    socklen_t size = sizeof address;
    auto* plain = reinterpret_cast<sockaddr*>(&address);
    const int failed = end == End::remote ? getpeername(socket, plain, &size) : getsockname(socket, plain, &size);
    char text[NI_MAXHOST];
    if (failed != 0 || getnameinfo(plain, size, text, sizeof text, nullptr, 0, NI_NUMERICHOST) != 0) return {};
    return text;
}

}  // namespace lisa
