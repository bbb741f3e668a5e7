#pragma once
// Slows down guessing of passwords, per account and per address, by delays that grow and wear off.
#include <cstdint>
#include <map>
#include <mutex>
#include <string>

namespace lisa {

/// Nobody is locked out for longer than kLongestDelayMs, so guessing at a colleague's account cannot keep them away.
class SignInLimit {
public:
    static constexpr int kFreeTries = 5;  ///< mistakes per account without delay; an address (a whole office) has ten times as many
    static constexpr std::int64_t kFirstDelayMs = 2'000;
    static constexpr std::int64_t kLongestDelayMs = 60'000;
    static constexpr std::int64_t kForgottenAfterMs = 15 * 60'000;

    /// Milliseconds to wait before the next try; 0: now. Counts the try as failed until succeeded() is called.
    std::int64_t try_now(const std::string& account, const std::string& address, std::int64_t now_ms);
    void succeeded(const std::string& account, const std::string& address);

private:
    struct Tries {
        int failed = 0;
        std::int64_t last_ms = 0;
    };
    static std::int64_t wait_of(const Tries& tries, int free, std::int64_t now_ms);
    void forget_old(std::int64_t now_ms);

    std::mutex m_mutex;
    std::map<std::string, Tries> m_tries;
};

}  // namespace lisa
