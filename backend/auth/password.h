#pragma once
// Passwords: what is accepted, and how they are kept. Hashing is heavy on purpose, so only two run at a time.
#include <condition_variable>
#include <mutex>
#include <string>
#include <string_view>

#include "core/result.h"

namespace lisa {

inline constexpr std::size_t kPasswordMin = 12;   ///< characters
inline constexpr std::size_t kPasswordMax = 256;  ///< bytes; hashing must not be a way to keep us busy

/// Memory and passes of argon2id: about 130 ms on a small server.
inline constexpr std::size_t kPasswordMemory = 64u * 1024 * 1024;
inline constexpr unsigned long long kPasswordPasses = 3;

/// Message key of what is wrong with a new password; empty when nothing is.
std::string password_complaint(std::string_view password, std::string_view username);

class Passwords {
public:
    /// The text to keep. Fault::offline ("problem.too_many") when too many wait already.
    Result<std::string> hash(std::string_view password);
    /// Whether it is the password. With nothing kept (unknown user) it takes the same time and is false.
    Result<bool> verify(std::string_view password, const std::string& kept);

private:
    class Slot;
    Result<Done> enter();
    void leave();

    std::mutex m_mutex;
    std::condition_variable m_is_free;
    int m_running = 0, m_waiting = 0;
};

}  // namespace lisa
