#pragma once
// Threads for connections. cpp-httplib's own pool lets a new connection wait behind an open event stream when two arrive
// at once; here a connection waits only when all threads are taken.
#include <httplib.h>

#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>

namespace lisa {

class ConnectionPool final : public httplib::TaskQueue {
public:
    ConnectionPool(std::size_t threads, std::size_t waiting) : m_most_threads(threads), m_most_waiting(waiting) {}

    bool enqueue(std::function<void()> task) override;
    /// Waits for the tasks under way.
    void shutdown() override;

private:
    void work();

    const std::size_t m_most_threads, m_most_waiting;
    std::mutex m_mutex;
    std::condition_variable m_has_task, m_has_ended;
    std::deque<std::function<void()>> m_tasks;
    std::size_t m_threads = 0, m_idle = 0;
    bool m_is_shut = false;
};

}  // namespace lisa
