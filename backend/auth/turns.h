#pragma once
// How many may come to a door that asks for no name: within an hour from one address, in all, and with how many bytes; and how many bytes
// may be on their way from one address.
#include <cstdint>
#include <map>
#include <mutex>
#include <string>

namespace lisa {

class Turns {
public:
    /// A whole workplace may share an address; a flood shall not fill the registers, the disk or the line.
    struct Bounds {
        int per_address = 100, in_all = 1000;
        std::int64_t bytes = 500ll << 20, bytes_in_flight = 100ll << 20;  ///< of all in an hour; of one address at one time
    };
    static constexpr std::int64_t kWindowMs = 3'600'000;
    /// How long to wait while too much is on its way from one's address.
    static constexpr std::int64_t kFlightMs = 5'000;

    /// What of a turn counts until the hour ends.
    enum class Kept : std::uint8_t {
        nothing,  ///< nothing came in
        bytes,    ///< what came in was there before
        all
    };

    /// One who came in, or has to wait. Bytes are in flight for as long as it lives; then what is not kept is given back.
    class Turn {
    public:
        Turn(const Turn&) = delete;
        Turn& operator=(const Turn&) = delete;
        ~Turn();

        /// Milliseconds to wait, 1 at least; 0: the turn is taken.
        std::int64_t wait_ms() const { return m_wait_ms; }
        /// Nothing is kept until this is called.
        void keep(Kept kept) { m_kept = kept; }

    private:
        friend class Turns;
        Turn(Turns& turns, const std::string& address, std::int64_t bytes, std::int64_t now_ms);

        Turns& m_turns;
        const std::string m_near;
        const std::int64_t m_bytes;
        std::int64_t m_wait_ms = 0, m_hour = 0;  ///< m_hour: when the hour began that it counts in
        Kept m_kept = Kept::nothing;
    };

    explicit Turns(Bounds bounds) : m_bounds(bounds) {}

    /// Takes a turn for so many bytes. The turns must outlive it.
    Turn take(const std::string& address, std::int64_t bytes, std::int64_t now_ms) { return {*this, address, bytes, now_ms}; }

private:
    std::int64_t wait_of(const std::string& near, std::int64_t bytes, std::int64_t now_ms) const;
    void begin(Turn& turn, std::int64_t now_ms);
    void end(const Turn& turn);

    const Bounds m_bounds;
    std::mutex m_mutex;
    std::int64_t m_began = 0, m_bytes = 0;
    int m_count = 0;
    std::map<std::string, int> m_by_address;          ///< turns in the hour; without those who have none
    std::map<std::string, std::int64_t> m_in_flight;  ///< bytes; without those who have none
};

}  // namespace lisa
