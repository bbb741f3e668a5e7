#include "pokes.h"

#include <algorithm>

namespace lisa {

void Pokes::committed(std::int64_t seq) {
    const std::lock_guard lock(m_mutex);
    m_now.seq = std::max(m_now.seq, seq);
    m_is_new.notify_all();
}

void Pokes::stir() {
    const std::lock_guard lock(m_mutex);
    ++m_now.stirs;
    m_is_new.notify_all();
}

void Pokes::stop() {
    const std::lock_guard lock(m_mutex);
    m_now.is_stopping = true;
    m_is_new.notify_all();
}

Pokes::Mark Pokes::now() {
    const std::lock_guard lock(m_mutex);
    return m_now;
}

Pokes::Mark Pokes::wait(const Mark& since, std::chrono::milliseconds longest) {
    std::unique_lock lock(m_mutex);
    m_is_new.wait_for(lock, longest, [&] { return m_now.seq != since.seq || m_now.stirs != since.stirs || m_now.is_stopping; });
    return m_now;
}

}  // namespace lisa
