#include <atomic>

#include "routes/routes.h"

namespace lisa {
namespace {

constexpr int kMostStreams = 640;  // leaves connections for requests
constexpr auto kHeartbeat = std::chrono::seconds(15);

/// One browser's stream. Lives as long as cpp-httplib holds the content provider.
class Stream {
public:
    Stream(Site& site, std::string token, std::shared_ptr<std::atomic<int>> open) : m_site(site), m_token(std::move(token)), m_open(std::move(open)) {
        m_seen = m_site.pokes.now();
    }
    Stream(const Stream&) = delete;
    Stream& operator=(const Stream&) = delete;
    ~Stream() { --*m_open; }

    /// Writes what is new, or a heartbeat; false ends the connection.
    bool next(httplib::DataSink& sink) {
        if (m_is_new) {
            m_is_new = false;
            return write(sink, ": hello\n\n");
        }
        const Pokes::Mark now = m_site.pokes.wait(m_seen, kHeartbeat);
        const bool has_news = now.seq != m_seen.seq;
        m_seen = now;
        if (now.is_stopping || !is_in_force()) {
            sink.done();
            return true;
        }
        return write(sink, has_news ? "data: {\"seq\":" + std::to_string(now.seq) + "}\n\n" : ": \n\n");
    }

private:
    static bool write(httplib::DataSink& sink, const std::string& text) { return sink.write(text.data(), text.size()); }

    bool is_in_force() {
        auto view = m_site.storage.read();
        if (!view) return false;
        const auto session = find_session(view->database(), m_token, m_site.now());
        return session && session->has_value();
    }

    Site& m_site;
    const std::string m_token;
    std::shared_ptr<std::atomic<int>> m_open;
    Pokes::Mark m_seen;
    bool m_is_new = true;
};

}  // namespace

void add_event_routes(Listener& listener, Site& site) {
    auto open = std::make_shared<std::atomic<int>>(0);
    listener.Get("/api/events", [&site, open](const httplib::Request& request, httplib::Response& response) {
        if (!admit(site, request, response)) return;
        if (++*open > kMostStreams) {
            --*open;
            return send_problem(request, response, 503, "problem.too_many");
        }
        auto stream = std::make_shared<Stream>(site, token_of(request, site.settings.address), open);
        response.status = 200;
        response.set_header("X-Accel-Buffering", "no");  // nginx must pass each event on at once
        response.set_chunked_content_provider("text/event-stream", [stream](std::size_t, httplib::DataSink& sink) { return stream->next(sink); });
    });
}

}  // namespace lisa
