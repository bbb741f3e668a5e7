#pragma once
// Tells waiting event streams that something was committed, a session ended, or the server stops.
#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <mutex>

namespace lisa {

class Pokes {
public:
    /// What a stream has seen so far.
    struct Mark {
        std::int64_t seq = 0;
        std::uint64_t stirs = 0;
        bool is_stopping = false;
    };

    /// A change with this journal number is on the disk.
    void committed(std::int64_t seq);
    /// Every stream looks again whether its session is in force.
    void stir();
    void stop();

    Mark now();
    /// Waits until something is new since the mark, or for the time given.
    Mark wait(const Mark& since, std::chrono::milliseconds longest);

private:
    std::mutex m_mutex;
    std::condition_variable m_is_new;
    Mark m_now;
};

}  // namespace lisa
