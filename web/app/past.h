#pragma once
// The registers as they were at the end of a day (F9): a state of its own, which the screens read in the place of today's. Its person only
// reads, so that no screen offers to alter anything.
#include "app/state.h"

namespace lisa::app {

struct PastDay {
    enum class Status : std::uint8_t { loading, ready, offline, refused };

    PastDay(std::string day, const State& today);
    Status status = Status::loading;
    State state;
    std::string first{};                                  ///< the day of the first change ever
    std::map<std::string, std::int64_t> removed_since{};  ///< by register: what was there and is not told, since it was removed
};

/// The state that the address shows: that of its day, or today's.
State& shown(State& today);
const State& shown(const State& today);

/// While it lives, a day's state has what belongs to the person and not to the day, and can be drawn.
class Looking {
public:
    Looking(State& today, PastDay& past);
    ~Looking();
    Looking(const Looking&) = delete;
    Looking& operator=(const Looking&) = delete;

private:
    State &m_today, &m_past;
};

}  // namespace lisa::app
