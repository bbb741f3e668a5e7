#include "auth/limit.h"

#include <algorithm>

namespace lisa {
namespace {
constexpr std::size_t kMostRemembered = 50'000;
constexpr int kOfficeFactor = 10;
std::string key_of(char kind, const std::string& name) { return kind + name; }
}  // namespace

std::int64_t SignInLimit::wait_of(const Tries& tries, int free, std::int64_t now_ms) {
    if (tries.failed < free) return 0;
    const int doublings = std::min(tries.failed - free, 16);
    const std::int64_t delay = std::min(kFirstDelayMs << doublings, kLongestDelayMs);
    return std::max<std::int64_t>(0, tries.last_ms + delay - now_ms);
}

std::int64_t SignInLimit::try_now(const std::string& account, const std::string& address, std::int64_t now_ms) {
    const std::lock_guard lock(m_mutex);
    forget_old(now_ms);
    Tries &by_account = m_tries[key_of('u', account)], &by_address = m_tries[key_of('a', address)];
    const std::int64_t wait = std::max(wait_of(by_account, kFreeTries, now_ms), wait_of(by_address, kFreeTries * kOfficeFactor, now_ms));
    if (wait > 0) return wait;
    for (Tries* tries : {&by_account, &by_address}) {
        ++tries->failed;
        tries->last_ms = now_ms;
    }
    return 0;
}

void SignInLimit::succeeded(const std::string& account, const std::string& address) {
    const std::lock_guard lock(m_mutex);
    m_tries.erase(key_of('u', account));
    Tries& by_address = m_tries[key_of('a', address)];
    by_address.failed = std::max(0, by_address.failed - 1);
}

void SignInLimit::forget_old(std::int64_t now_ms) {
    const std::int64_t kept_ms = m_tries.size() < kMostRemembered / 2 ? kForgottenAfterMs : kLongestDelayMs;
    std::erase_if(m_tries, [&](const auto& entry) { return entry.second.last_ms + kept_ms < now_ms; });
    if (m_tries.size() >= kMostRemembered) m_tries.clear();  // a flood of invented names must not fill the memory
}

}  // namespace lisa
