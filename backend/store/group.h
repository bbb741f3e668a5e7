#pragma once
// Group commit: units of work that wait at the same time share one transaction, and so one write to the disk.
#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>

#include "core/result.h"

namespace lisa {

class Storage;
class Work;

class Group {
public:
    using Act = std::function<Result<Done>(Work&)>;

    explicit Group(Storage& storage) : m_storage(storage) {}

    /// Does the work together with whoever else waits. An error takes back this work alone, except when the machine
    /// failed (Fault::broken): then all of the group fail. Returns when the work is on the disk.
    Result<Done> run(std::int64_t now_ms, Act act);

private:
    struct Job {
        Act act{};
        std::int64_t now_ms = 0;
        Result<Done> outcome{Done{}};
        bool is_done = false;
    };
    Result<Done> run_all(const std::deque<Job*>& jobs);

    Storage& m_storage;
    std::mutex m_mutex;
    std::condition_variable m_is_next;
    std::deque<Job*> m_waiting;
    bool m_has_leader = false;
};

}  // namespace lisa
