#include "auth/turns.h"

#include <algorithm>

#include "auth/neighbourhood.h"

namespace lisa {
namespace {

template <class Number>
Number number_of(const std::map<std::string, Number>& numbers, const std::string& near) {
    const auto found = numbers.find(near);
    return found == numbers.end() ? 0 : found->second;
}

template <class Number>
void subtract(std::map<std::string, Number>& numbers, const std::string& near, Number less) {
    const auto found = numbers.find(near);
    if (found != numbers.end() && (found->second -= less) == 0) numbers.erase(found);  // nothing of nothing may be there no longer
}

}  // namespace

Turns::Turn::Turn(Turns& turns, const std::string& address, std::int64_t bytes, std::int64_t now_ms)
    : m_turns(turns), m_near(neighbourhood(address)), m_bytes(bytes) {
    m_turns.begin(*this, now_ms);
}

Turns::Turn::~Turn() {
    if (m_wait_ms == 0) m_turns.end(*this);
}

std::int64_t Turns::wait_of(const std::string& near, std::int64_t bytes, std::int64_t now_ms) const {
    const bool is_full = m_count >= m_bounds.in_all || m_bytes + bytes > m_bounds.bytes || number_of(m_by_address, near) >= m_bounds.per_address;
    if (is_full) return std::max<std::int64_t>(1, m_began + kWindowMs - now_ms);
    return number_of(m_in_flight, near) + bytes > m_bounds.bytes_in_flight ? kFlightMs : 0;
}

void Turns::begin(Turn& turn, std::int64_t now_ms) {
    const std::lock_guard lock(m_mutex);
    if (now_ms - m_began >= kWindowMs) {
        m_began = now_ms;
        m_bytes = m_count = 0;
        m_by_address.clear();
    }
    turn.m_hour = m_began;
    turn.m_wait_ms = wait_of(turn.m_near, turn.m_bytes, now_ms);
    if (turn.m_wait_ms > 0) return;
    ++m_by_address[turn.m_near];
    ++m_count;
    m_bytes += turn.m_bytes;
    m_in_flight[turn.m_near] += turn.m_bytes;
}

void Turns::end(const Turn& turn) {
    const std::lock_guard lock(m_mutex);
    subtract(m_in_flight, turn.m_near, turn.m_bytes);
    if (turn.m_hour != m_began || turn.m_kept == Kept::all) return;
    subtract(m_by_address, turn.m_near, 1);
    --m_count;
    if (turn.m_kept == Kept::nothing) m_bytes -= turn.m_bytes;
}

}  // namespace lisa
