#pragma once
// How many may come to a door that asks for no name, within an hour: from one address, in all, and with how many bytes.
#include <cstdint>
#include <map>
#include <mutex>
#include <string>

namespace lisa {

class Turns {
public:
    /// A whole workplace may share an address; a flood shall not fill the registers or the disk.
    struct Bounds {
        int per_address = 100, in_all = 1000;
        std::int64_t bytes = 500ll << 20;
    };
    static constexpr std::int64_t kWindowMs = 3'600'000;

    explicit Turns(Bounds bounds) : m_bounds(bounds) {}

    /// Milliseconds to wait, 1 at least; 0: the turn is taken, and counts until the hour ends.
    std::int64_t take(const std::string& address, std::int64_t bytes, std::int64_t now_ms);
    /// Takes back a turn that led to nothing new.
    void give_back(const std::string& address, std::int64_t bytes);

private:
    const Bounds m_bounds;
    std::mutex m_mutex;
    std::int64_t m_began = 0, m_bytes = 0;
    int m_count = 0;
    std::map<std::string, int> m_by_address;  ///< no more of them than turns in all
};

}  // namespace lisa
