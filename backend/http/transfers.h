#pragma once
// Files on their way to and from each person, so that nobody takes all of the traffic.
#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>

namespace lisa {

class Transfers {
public:
    static constexpr int kAtOnce = 2;                           ///< files under way for one person
    static constexpr std::int64_t kDailyBytes = 2'000ll << 20;  ///< bytes for one person in a day (UTC), both ways

    /// Leave for one file, held for as long as `held` lives, which the transfers must outlive; or the message key of why not.
    struct Leave {
        std::shared_ptr<void> held{};
        std::string_view refused{};
    };
    Leave begin(const std::string& person, std::int64_t bytes, std::int64_t now_ms);

private:
    void end(const std::string& person);

    std::mutex m_mutex;
    std::int64_t m_day = 0;
    std::map<std::string, int> m_under_way;       ///< by person; without those who have none
    std::map<std::string, std::int64_t> m_today;  ///< bytes by person
};

}  // namespace lisa
