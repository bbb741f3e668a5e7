#include "workshop/workshop.h"

#include <algorithm>

namespace lisa::workshop {
namespace {

/// From which phases each deed may be done, in the order of kDeeds.
constexpr bool is_possible(Deed deed, Phase phase) {
    switch (deed) {
        case Deed::show: return phase == Phase::voting;
        case Deed::again: return phase == Phase::shown;
        case Deed::next: return phase == Phase::lobby || phase == Phase::shown;
        case Deed::end: return phase != Phase::ended;
    }
    return false;
}

Error over() { return fault(Fault::missing, "", "problem.workshop_over"); }
Error refused(std::string message) { return fault(Fault::invalid, "", std::move(message)); }

Round counted(const std::vector<std::optional<Vote>>& votes) {
    Round round{};
    for (const auto& vote : votes)
        for (std::size_t harm = 0; vote && harm < kHarms; ++harm) {
            const auto& level = (*vote)[harm];
            ++(level ? round[harm].counts[static_cast<std::size_t>(*level)] : round[harm].no_opinion);
        }
    return round;
}

void forget_votes(Workshop& workshop) {
    std::fill(workshop.votes.begin(), workshop.votes.end(), std::nullopt);
    workshop.board.voted = 0;
}

std::vector<Round>& rounds_now(Board& board) { return board.rounds[static_cast<std::size_t>(board.aspect)]; }

/// The levels of all votes, lowest first.
std::vector<int> levels_of(const Spread& spread) {
    std::vector<int> levels;
    for (std::size_t level = 0; level < kLevels; ++level) levels.insert(levels.end(), static_cast<std::size_t>(spread.counts[level]), static_cast<int>(level));
    return levels;
}

}  // namespace

std::optional<int> median(const Spread& spread) {
    const std::vector<int> levels = levels_of(spread);
    if (levels.empty()) return std::nullopt;
    return (levels[(levels.size() - 1) / 2] + levels[levels.size() / 2] + 1) / 2;
}

std::optional<int> lowest(const Spread& spread) {
    const std::vector<int> levels = levels_of(spread);
    return levels.empty() ? std::nullopt : std::optional(levels.front());
}

std::optional<int> highest(const Spread& spread) {
    const std::vector<int> levels = levels_of(spread);
    return levels.empty() ? std::nullopt : std::optional(levels.back());
}

int round_of(const Board& board) {
    return static_cast<int>(board.rounds[static_cast<std::size_t>(board.aspect)].size()) + (board.phase == Phase::voting ? 1 : 0);
}

bool is_last_aspect(const Board& board) { return static_cast<std::size_t>(board.aspect) + 1 == kAspects; }

bool is_expired(const Workshop& workshop, std::int64_t now_ms) { return now_ms < workshop.started_ms || now_ms - workshop.started_ms >= kLifetimeMs; }

Result<Workshop> joined(Workshop workshop, std::int64_t now_ms) {
    if (is_expired(workshop, now_ms) || workshop.board.phase == Phase::ended) return over();
    if (workshop.votes.size() >= kMostParticipants) return refused("problem.workshop_full");
    workshop.votes.emplace_back();
    ++workshop.board.joined;
    return workshop;
}

Result<Workshop> voted(Workshop workshop, std::size_t participant, const Ballot& ballot, std::int64_t now_ms) {
    Board& board = workshop.board;
    if (is_expired(workshop, now_ms) || participant >= workshop.votes.size()) return over();
    if (board.phase != Phase::voting || ballot.aspect != board.aspect || ballot.round != round_of(board))
        return fault(Fault::conflict, "", "problem.workshop_closed");
    for (const auto& level : ballot.vote)
        if (level && (*level < 0 || *level >= static_cast<int>(kLevels))) return refused("problem.protocol");
    auto& mine = workshop.votes[participant];
    if (!mine) ++board.voted;
    mine = ballot.vote;
    return workshop;
}

Result<Workshop> done(Workshop workshop, Deed deed, std::int64_t now_ms) {
    Board& board = workshop.board;
    if (is_expired(workshop, now_ms)) return over();
    if (!is_possible(deed, board.phase)) return refused("problem.workshop_step");
    switch (deed) {
        case Deed::show:
            if (board.voted < kLeastVotes) return refused("problem.workshop_few");
            rounds_now(board).push_back(counted(workshop.votes));
            board.phase = Phase::shown;
            break;
        case Deed::again:
            if (rounds_now(board).size() >= kMostRounds) return refused("problem.workshop_rounds");
            board.phase = Phase::voting;
            break;
        case Deed::next:
            if (board.phase == Phase::shown && is_last_aspect(board)) return refused("problem.workshop_step");
            if (board.phase == Phase::shown) ++board.aspect;
            board.phase = Phase::voting;
            break;
        case Deed::end: board.phase = Phase::ended; break;
    }
    forget_votes(workshop);
    return workshop;
}

std::map<std::string, Value> result_of(const Board& board, std::string_view today) {
    std::map<std::string, Value> values;
    for (std::size_t aspect = 0; aspect < kAspects; ++aspect)
        for (std::size_t harm = 0; harm < kHarms && !board.rounds[aspect].empty(); ++harm)
            if (const auto level = median(board.rounds[aspect].back()[harm]))
                values[std::string(kClassification.fields[classification::kAspects[aspect].harms[harm].index].name)] = Value{std::int64_t{*level}};
    if (!values.empty()) values[std::string(kClassification.fields[classification::held_on.index].name)] = Value{std::string(today)};
    return values;
}

}  // namespace lisa::workshop
