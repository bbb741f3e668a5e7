#pragma once
// Bytes that all requests together may hold in memory for files, so that many at once cannot use up the machine.
#include <atomic>
#include <cstdint>
#include <memory>

namespace lisa {

class Allowance {
public:
    explicit Allowance(std::int64_t bytes) : m_left(bytes) {}
    Allowance(const Allowance&) = delete;
    Allowance& operator=(const Allowance&) = delete;

    /// Takes some bytes for as long as what is returned lives; null when there are not so many left. The allowance must outlive it.
    std::shared_ptr<void> take(std::int64_t bytes) {
        if (m_left.fetch_sub(bytes) < bytes) {
            m_left += bytes;
            return nullptr;
        }
        return {this, [bytes](void* from) { static_cast<Allowance*>(from)->m_left += bytes; }};
    }

private:
    std::atomic<std::int64_t> m_left;
};

}  // namespace lisa
