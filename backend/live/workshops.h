#pragma once
// The classification workshops under way (K6), in memory only: votes are to be forgotten. After a restart there is none, and
// the pages say so.
#include <map>
#include <mutex>

#include "workshop/json.h"

namespace lisa {

class Workshops {
public:
    static constexpr std::size_t kMost = 200;      ///< at a time, whoever leads them
    static constexpr std::size_t kMostOfOne = 10;  ///< begun by one person

    /// What the facilitator sees: code and board, or null when no workshop about the classification is under way.
    Json seen(const std::string& classification, std::int64_t now_ms);
    /// Begins a workshop about a classification, or goes on with the one under way.
    Result<Json> begin(const std::string& classification, const std::string& person, std::int64_t now_ms);
    Result<Json> act(const std::string& classification, workshop::Deed deed, std::int64_t now_ms);

    /// The token of one more participant. A code that is unknown, expired or of an ended workshop gives the same refusal.
    Result<std::string> join(std::string_view code, std::int64_t now_ms);
    /// What the participant with the token sees.
    Result<Json> ballot(const std::string& token, std::int64_t now_ms);
    Result<Json> vote(const std::string& token, const workshop::Ballot& ballot, std::int64_t now_ms);

private:
    struct Running {
        std::string code{}, person{};
        workshop::Workshop workshop{};
        /// By the hash of the token, so that how long a search takes tells nothing about a token.
        std::map<std::string, std::size_t> participants{};
    };
    struct Place {
        Running* running = nullptr;
        std::size_t participant = 0;
    };
    void drop_expired(std::int64_t now_ms);
    std::string free_code() const;
    Result<Place> place_of(const std::string& token, std::int64_t now_ms);

    std::mutex m_mutex;
    std::map<std::string, Running> m_running;  ///< by classification
};

}  // namespace lisa
