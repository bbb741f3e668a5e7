#include "auth/turns.h"

#include <arpa/inet.h>

#include <algorithm>

namespace lisa {
namespace {

/// Whoever has one address of IPv6 has all that begin with the same eight bytes.
std::string neighbourhood(const std::string& address) {
    in6_addr parsed{};
    if (address.find(':') == address.npos || inet_pton(AF_INET6, address.c_str(), &parsed) != 1 || IN6_IS_ADDR_V4MAPPED(&parsed)) return address;
    return std::string(reinterpret_cast<const char*>(&parsed), 8);
}

}  // namespace

std::int64_t Turns::take(const std::string& address, std::int64_t bytes, std::int64_t now_ms) {
    const std::lock_guard lock(m_mutex);
    if (now_ms - m_began >= kWindowMs) {
        m_began = now_ms;
        m_bytes = m_count = 0;
        m_by_address.clear();
    }
    const std::string near = neighbourhood(address);
    const auto known = m_by_address.find(near);
    const bool is_full =
        m_count >= m_bounds.in_all || m_bytes + bytes > m_bounds.bytes || (known != m_by_address.end() && known->second >= m_bounds.per_address);
    if (is_full) return std::max<std::int64_t>(1, m_began + kWindowMs - now_ms);
    ++m_by_address[near];
    ++m_count;
    m_bytes += bytes;
    return 0;
}

void Turns::give_back(const std::string& address, std::int64_t bytes) {
    const std::lock_guard lock(m_mutex);
    const auto known = m_by_address.find(neighbourhood(address));
    if (known == m_by_address.end() || known->second == 0) return;  // a new hour began meanwhile
    --known->second;
    --m_count;
    m_bytes = std::max<std::int64_t>(0, m_bytes - bytes);
}

}  // namespace lisa
