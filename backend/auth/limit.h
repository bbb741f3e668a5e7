#pragma once
// Slows down guessing of passwords by delays that grow and wear off: per account from one address, per address, and per
// account from everywhere.
#include <cstdint>
#include <map>
#include <mutex>
#include <string>

namespace lisa {

/// Guessing at a colleague's account must not keep them away: an address from which the account signed in before is
/// slowed down only by mistakes made from there, and no delay is longer than kLongestDelayMs.
class SignInLimit {
public:
    static constexpr int kFreePair = 5;       ///< mistakes without delay: one account from one address
    static constexpr int kFreeAddress = 50;   ///< one address, which may be a whole office
    static constexpr int kFreeAccount = 100;  ///< one account, from everywhere
    static constexpr std::int64_t kFirstDelayMs = 2'000;
    static constexpr std::int64_t kLongestDelayMs = 60'000;
    static constexpr std::int64_t kForgottenAfterMs = 15 * 60'000;

    /// Milliseconds to wait before the next try; 0: now. Counts the try as failed until it is taken back.
    std::int64_t try_now(const std::string& account, const std::string& address, std::int64_t now_ms);
    /// The try did not fail.
    void take_back(const std::string& account, const std::string& address);
    /// The same, and from now on the account is known to sign in from there.
    void succeeded(const std::string& account, const std::string& address, std::int64_t now_ms);

private:
    struct Tries {
        int failed = 0;
        std::int64_t last_ms = 0;
    };
    static std::int64_t wait_of(const Tries& tries, int free, std::int64_t now_ms);
    void forget_old(std::int64_t now_ms);

    std::mutex m_mutex;
    std::map<std::string, Tries> m_tries;
    std::map<std::string, std::int64_t> m_known;  ///< account and address of a sign-in, and when
};

}  // namespace lisa
