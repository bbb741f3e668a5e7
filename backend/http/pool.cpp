#include "http/pool.h"

#include <system_error>

namespace lisa {
namespace {
constexpr auto kIdleBeforeEnd = std::chrono::seconds(10);
}

bool ConnectionPool::enqueue(std::function<void()> task) {
    const std::lock_guard lock(m_mutex);
    if (m_is_shut) return false;
    const bool needs_thread = m_tasks.size() >= m_idle;
    if (needs_thread && m_threads < m_most_threads) {
        try {
            std::thread([this] { work(); }).detach();
            ++m_threads;
        } catch (const std::system_error&) {
            if (m_threads == 0) return false;  // the machine gives no more threads: wait for one of ours
        }
    }
    if (m_tasks.size() >= m_idle + m_most_waiting) return false;
    m_tasks.push_back(std::move(task));
    m_has_task.notify_one();
    return true;
}

void ConnectionPool::work() {
    std::unique_lock lock(m_mutex);
    for (;;) {
        ++m_idle;
        m_has_task.wait_for(lock, kIdleBeforeEnd, [&] { return m_is_shut || !m_tasks.empty(); });
        --m_idle;
        if (m_tasks.empty()) break;  // shut, or nothing to do for long
        std::function<void()> task = std::move(m_tasks.front());
        m_tasks.pop_front();
        lock.unlock();
        task();
        task = nullptr;
        lock.lock();
    }
    --m_threads;
    m_has_ended.notify_all();
}

void ConnectionPool::shutdown() {
    std::unique_lock lock(m_mutex);
    m_is_shut = true;
    m_has_task.notify_all();
    m_has_ended.wait(lock, [&] { return m_threads == 0; });
}

}  // namespace lisa
