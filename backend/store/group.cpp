#include "store/group.h"

#include "core/date.h"
#include "store/storage.h"

namespace lisa {
namespace {
constexpr std::size_t kMostTogether = 64;
}

Result<Done> Group::run(std::int64_t now_ms, Act act) {
    Job job{std::move(act), now_ms};
    std::unique_lock lock(m_mutex);
    m_waiting.push_back(&job);
    m_is_next.wait(lock, [&] { return job.is_done || !m_has_leader; });
    while (!job.is_done) {
        // This thread leads: it takes up those who came while the one before wrote to the disk.
        m_has_leader = true;
        const std::size_t count = std::min(m_waiting.size(), kMostTogether);
        const std::deque<Job*> jobs(m_waiting.begin(), m_waiting.begin() + static_cast<std::ptrdiff_t>(count));
        m_waiting.erase(m_waiting.begin(), m_waiting.begin() + static_cast<std::ptrdiff_t>(count));
        lock.unlock();
        const Result<Done> outcome = run_all(jobs);
        lock.lock();
        for (Job* one : jobs) {
            if (!outcome) one->outcome = outcome;
            one->is_done = true;
        }
        m_has_leader = false;
        m_is_next.notify_all();
    }
    return job.outcome;
}

Result<Done> Group::run_all(const std::deque<Job*>& jobs) {
    Work work = TRY(m_storage.begin(jobs.front()->now_ms));
    for (Job* job : jobs) {
        work.store().set_now({utc_text(job->now_ms)});
        job->outcome = work.attempt([&] { return job->act(work); });
        if (!job->outcome && job->outcome.error().fault == Fault::broken) return job->outcome;
    }
    return work.commit();
}

}  // namespace lisa
