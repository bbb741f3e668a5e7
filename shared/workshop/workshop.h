#pragma once
// A classification workshop (K6): a group votes in secret on the harms of one aspect, sees the spread, talks, votes again or
// goes on. Pure functions from a state to the next: the server holds the state, the facilitator's screen reads its board.
#include <array>
#include <map>
#include <string>

#include "domain/classification.h"
#include "schema/scale.h"

namespace lisa::workshop {

inline constexpr std::size_t kAspects = std::size(classification::kAspects), kHarms = std::size(classification::kHarms);
inline constexpr std::size_t kLevels = kHighestLevel + 1;
inline constexpr std::size_t kMostParticipants = 100;
inline constexpr std::size_t kMostRounds = 20;               ///< of one aspect
inline constexpr int kLeastVotes = 2;                        ///< to be shown: of a single vote everybody would know whose it is
inline constexpr std::int64_t kLifetimeMs = 12 * 3'600'000;  ///< a workshop is held within a day

enum class Phase : std::uint8_t { lobby, voting, shown, ended };
inline constexpr std::string_view kPhases[] = {"lobby", "voting", "shown", "ended"};

/// What the facilitator does.
enum class Deed : std::uint8_t { show, again, next, end };
inline constexpr std::string_view kDeeds[] = {"show", "again", "next", "end"};

/// What one participant thinks: a level per kind of harm, or nothing for no opinion.
using Vote = std::array<std::optional<int>, kHarms>;

/// A vote and the question that it answers, so that one that comes late is not counted in the next round.
struct Ballot {
    int aspect = 0, round = 1;
    Vote vote{};
};

/// How the votes on one kind of harm fell.
struct Spread {
    std::array<int, kLevels> counts{};
    int no_opinion = 0;
    bool operator==(const Spread&) const = default;
};
/// The level in the middle; halfway between two the higher, since too little protection costs more than too much. Nothing
/// when nobody had an opinion, as for the other two.
std::optional<int> median(const Spread& spread);
std::optional<int> lowest(const Spread& spread);
std::optional<int> highest(const Spread& spread);

/// The spread per kind of harm of a round that was shown.
using Round = std::array<Spread, kHarms>;

/// What everybody may see. It knows of a round that is not shown only how many voted.
struct Board {
    Phase phase = Phase::lobby;
    int aspect = 0;
    int joined = 0, voted = 0;
    std::array<std::vector<Round>, kAspects> rounds{};  ///< those shown, the oldest first
    bool operator==(const Board&) const = default;
};
/// Number, from 1, of the round that is voted on or shown.
int round_of(const Board& board);
bool is_last_aspect(const Board& board);

struct Workshop {
    std::int64_t started_ms = 0;
    Board board{};
    std::vector<std::optional<Vote>> votes{};  ///< of the round under way by participant; forgotten when it is shown
};

bool is_expired(const Workshop& workshop, std::int64_t now_ms);

/// One more participant, the last in `votes`. Fault::missing when the workshop is over, so that its code looks like no code.
Result<Workshop> joined(Workshop workshop, std::int64_t now_ms);
/// The participant's vote; a later one takes its place until the round is shown. Fault::conflict when another question is up.
Result<Workshop> voted(Workshop workshop, std::size_t participant, const Ballot& ballot, std::int64_t now_ms);
/// What the facilitator did. Fault::invalid when the phase does not allow it.
Result<Workshop> done(Workshop workshop, Deed deed, std::int64_t now_ms);

/// The medians of the last round of each aspect, and the day, as values of a classification's fields. What nobody had an
/// opinion on is left as it is.
std::map<std::string, Value> result_of(const Board& board, std::string_view today);

}  // namespace lisa::workshop
