#pragma once
// Carries changes to the server and brings back what others did. Nothing polls: the server's event stream says when.
#include <functional>

#include "platform/platform.h"
#include "sync/replica.h"

namespace lisa::app {

class Sync {
public:
    /// What the program wants to know; called between frames.
    struct Hooks {
        std::function<void()> changed{};             ///< something that is seen altered
        std::function<void()> rights_changed{};      ///< the person's rights are others than before
        std::function<void(std::size_t)> refused{};  ///< that many changes were refused just now
        std::function<void()> confirmed{};           ///< the last waiting change is safe on the server
    };

    Sync(platform::Platform& platform, Replica& replica, Hooks hooks) : m_platform(platform), m_replica(replica), m_hooks(std::move(hooks)) {}

    /// Reads what the device kept, then asks the server.
    void start();
    /// Keeps a change durably; `done` says whether it is safe on the device. Then sends it.
    void keep(Change change, std::string at, std::function<void(bool)> done);
    /// Puts another change in the place of a refused one.
    void replace(std::int64_t number, Change change, std::string at);
    void drop(std::int64_t number);
    void set_online(bool yes);
    /// Tries again when its time has come; call each frame.
    void tick();

    bool is_connected() const { return m_is_connected; }
    /// Whether the first pull of this session is over, so that empty means empty.
    bool is_ready() const { return m_is_ready; }
    /// The server speaks a newer protocol: the page must be loaded again. The outbox stays.
    bool needs_reload() const { return m_needs_reload; }
    /// Entries of the outbox that this version cannot read. They stay on the device, and the person is told.
    std::size_t unreadable() const { return m_unreadable; }

private:
    void pull();
    void push();
    void send_batch(std::function<void()> release);
    void take(const platform::Reply& reply);
    void keep_page(std::int64_t from, const Page& page);
    void read_outbox(std::function<void()> then);
    void lost();

    platform::Platform& m_platform;
    Replica& m_replica;
    Hooks m_hooks;
    bool m_is_connected = true, m_is_ready = false, m_needs_reload = false;
    bool m_is_pulling = false, m_pull_again = false, m_is_pushing = false;
    int m_failures = 0, m_pages_kept = 0;
    std::int64_t m_retry_at = 0;
    std::size_t m_unreadable = 0;
};

}  // namespace lisa::app
