#pragma once
// cpp-httplib's server with our own handling of connections: limits on time as a whole, and a stop that waits for nobody.
#include <httplib.h>

namespace lisa {

/// Connections served at a time (each has a thread; an open event stream is one), and how many wait beyond them.
inline constexpr std::size_t kConnections = 1024;
inline constexpr std::size_t kWaitingConnections = 256;
/// Requests on one connection, and how long it may lie idle between two.
inline constexpr std::size_t kRequestsPerConnection = 1000;
inline constexpr int kIdleMs = 30'000;
inline constexpr std::size_t kBodyLimit = 1024 * 1024;

class Listener final : public httplib::Server {
public:
    Listener();
    ~Listener() override;

    /// How long a request may take to arrive; tests shorten it.
    void set_request_limit_ms(int ms) { m_request_ms = ms; }
    /// Stops accepting, wakes idle connections; requests under way are finished.
    void stop_listening();
    /// Called while a request is answered: nothing more is read from its connection. cpp-httplib only says so in a header,
    /// and the rest of a malformed request would be taken for the next one.
    static void close_after_answer();
    /// Called while a request is answered: its body may take this long to come, and its answer to be taken. For files.
    static void allow_ms(int ms);

private:
    bool process_and_close_socket(socket_t sock) override;
    bool wait_for_request(socket_t sock, int ms) const;

    int m_request_ms;
    int m_stopped = -1;  ///< an eventfd that becomes readable when the server stops
};

/// Encodings that the browser takes, as one of "br", "gzip", "br gzip" or nothing. Set by the listener in place of
/// Accept-Encoding, so that cpp-httplib compresses nothing on its own.
inline constexpr const char* kEncodings = "X-Lisa-Encodings";

}  // namespace lisa
