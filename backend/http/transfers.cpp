#include "http/transfers.h"

#include <utility>

namespace lisa {

Transfers::Leave Transfers::begin(const std::string& person, std::int64_t bytes, std::int64_t now_ms) {
    constexpr std::int64_t kDayMs = 86'400'000;
    const std::lock_guard lock(m_mutex);
    if (std::exchange(m_day, now_ms / kDayMs) != now_ms / kDayMs) m_today.clear();
    const auto under_way = m_under_way.find(person);
    if (under_way != m_under_way.end() && under_way->second >= kAtOnce) return {nullptr, "problem.files_at_once"};
    const auto today = m_today.find(person);
    if (bytes > kDailyBytes - (today == m_today.end() ? 0 : today->second)) return {nullptr, "problem.files_today"};
    ++m_under_way[person];
    m_today[person] += bytes;
    return {{this, [person](void* from) { static_cast<Transfers*>(from)->end(person); }}, {}};
}

void Transfers::end(const std::string& person) {
    const std::lock_guard lock(m_mutex);
    if (--m_under_way[person] == 0) m_under_way.erase(person);
}

}  // namespace lisa
