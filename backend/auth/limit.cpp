#include "auth/limit.h"

#include <algorithm>

namespace lisa {
namespace {

constexpr std::size_t kMostRemembered = 50'000;

std::string pair_key(const std::string& account, const std::string& address) { return "pair " + address + " " + account; }

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
    const std::string pair = pair_key(account, address);
    Tries &by_pair = m_tries[pair], &by_address = m_tries["address " + address], &by_account = m_tries["account " + account];
    std::int64_t wait = wait_of(by_pair, kFreePair, now_ms);
    if (m_known.count(pair) == 0) wait = std::max({wait, wait_of(by_address, kFreeAddress, now_ms), wait_of(by_account, kFreeAccount, now_ms)});
    if (wait > 0) return wait;
    for (Tries* tries : {&by_pair, &by_address, &by_account}) {
        ++tries->failed;
        tries->last_ms = now_ms;
    }
    return 0;
}

void SignInLimit::take_back(const std::string& account, const std::string& address) {
    const std::lock_guard lock(m_mutex);
    m_tries.erase(pair_key(account, address));
    for (const std::string& key : {"address " + address, "account " + account})
        if (const auto found = m_tries.find(key); found != m_tries.end()) found->second.failed = std::max(0, found->second.failed - 1);
}

void SignInLimit::succeeded(const std::string& account, const std::string& address, std::int64_t now_ms) {
    take_back(account, address);
    const std::lock_guard lock(m_mutex);
    if (m_known.size() >= kMostRemembered) m_known.clear();
    m_known[pair_key(account, address)] = now_ms;
}

void SignInLimit::forget_old(std::int64_t now_ms) {
    const std::int64_t kept_ms = m_tries.size() < kMostRemembered / 2 ? kForgottenAfterMs : kLongestDelayMs;
    std::erase_if(m_tries, [&](const auto& entry) { return entry.second.last_ms + kept_ms < now_ms; });
    if (m_tries.size() >= kMostRemembered) m_tries.clear();  // a flood of invented names must not fill the memory
}

}  // namespace lisa
