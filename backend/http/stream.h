#pragma once
// A connection with time limits on the whole, which cpp-httplib has only per read: a request that drips in one byte at a
// time, or an answer that is never read, ends.
#include <httplib.h>

#include <array>

namespace lisa {

/// How long a request may take to arrive, and one answer to be taken.
inline constexpr int kRequestMs = 20'000;
inline constexpr int kAnswerMs = 60'000;
/// The same for a file, either way: ten mebibytes over a poor mobile connection.
inline constexpr int kFileMs = 300'000;

class TimedStream final : public httplib::Stream {
public:
    TimedStream(socket_t socket, int request_ms);

    bool is_readable() const override { return m_from < m_until; }
    bool wait_readable() const override;
    bool wait_writable() const override;
    ssize_t read(char* into, std::size_t size) override;
    ssize_t write(const char* from, std::size_t size) override;
    void get_remote_ip_and_port(std::string& ip, int& port) const override;
    void get_local_ip_and_port(std::string& ip, int& port) const override;
    socket_t socket() const override { return m_socket; }
    time_t duration() const override;
    const char* buffered_data(std::size_t& size) const override;
    void consume_buffered(std::size_t size) override { m_from += size; }

    /// A new request begins; bytes that already arrived stay.
    void begin_request();
    /// Gives the request under way, and its answer, so much time.
    void allow_ms(int ms) { m_limit_ms = m_answer_ms = ms; }

private:
    ssize_t receive(int flags);

    using Clock = std::chrono::steady_clock;
    socket_t m_socket;
    const int m_request_ms;
    int m_limit_ms, m_answer_ms = kAnswerMs;  ///< of the request under way
    Clock::time_point m_begun;
    std::array<char, 16 * 1024> m_buffer;
    std::size_t m_from = 0, m_until = 0;
};

/// The address at either end of a socket, without port.
enum class End : std::uint8_t { remote, local };
std::string address_of(socket_t socket, End end);

}  // namespace lisa
