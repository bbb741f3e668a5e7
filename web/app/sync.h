#pragma once
// Carries changes to the server and brings back what others did. Nothing polls: the server's event stream says when.
#include <functional>
#include <memory>

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
    /// Keeps changes durably, all or none; `done` says whether they are safe on the device. Then sends them. Those of a deed (an id,
    /// or empty) are taken in together.
    void keep(std::vector<Change> changes, const std::string& at, const std::string& deed, std::function<void(bool)> done);
    /// Puts another change in the place of a refused one, in the same deed.
    void replace(std::int64_t number, Change change, std::string at, std::function<void(bool)> done);
    void drop(std::vector<std::int64_t> numbers);
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
    struct Batch;
    /// Sends one part, and when it is taken in the next.
    void send_part(std::shared_ptr<const Batch> batch, std::size_t part);
    void take_answers(const std::vector<Answer>& answers);
    void write_back(const std::vector<Pending>& altered);
    /// Sends on what was held back for the sake of a change that is settled now.
    void release();
    void take(const platform::Reply& reply);
    void keep_page(std::int64_t from, const Page& page);
    void read_outbox(std::function<void()> then);
    void lost();

    platform::Platform& m_platform;
    Replica& m_replica;
    Hooks m_hooks;
    bool m_is_connected = true, m_is_ready = false, m_needs_reload = false;
    bool m_is_pulling = false, m_pull_again = false, m_is_pushing = false;
    int m_failures = 0, m_push_failures = 0, m_pages_kept = 0;
    std::int64_t m_retry_at = 0, m_push_after = 0;  ///< a pull that succeeds does not shorten the pause of pushes that fail
    std::size_t m_unreadable = 0;
};

}  // namespace lisa::app
