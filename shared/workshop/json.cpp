#include "workshop/json.h"

#include <algorithm>

#include "core/json.h"
#include "i18n/catalog_words.h"
#include "report/scale.h"
#include "schema/scale.h"

namespace lisa::workshop {
namespace {

constexpr std::int64_t kMost = kMostParticipants;

Json optional_json(std::optional<int> level) { return level ? Json(*level) : Json(); }

Json spread_json(const Spread& spread) {
    return {{"counts", spread.counts},
            {"no_opinion", spread.no_opinion},
            {"median", optional_json(median(spread))},
            {"lowest", optional_json(lowest(spread))},
            {"highest", optional_json(highest(spread))}};
}

/// A whole number from 0 to `most`.
std::optional<int> small_number(const Json* json, std::int64_t most) {
    const auto number = json ? as_integer(*json) : std::nullopt;
    return number && *number >= 0 && *number <= most ? std::optional(static_cast<int>(*number)) : std::nullopt;
}

std::optional<Spread> spread_from_json(const Json& json) {
    const Json* counts = member(json, "counts");
    const auto no_opinion = small_number(member(json, "no_opinion"), kMost);
    if (!counts || !counts->is_array() || counts->size() != kLevels || !no_opinion) return std::nullopt;
    Spread spread{.no_opinion = *no_opinion};
    for (std::size_t level = 0; level < kLevels; ++level) {
        const auto count = small_number(&(*counts)[level], kMost);
        if (!count) return std::nullopt;
        spread.counts[level] = *count;
    }
    return spread;
}

std::optional<Round> round_from_json(const Json& json) {
    if (!json.is_array() || json.size() != kHarms) return std::nullopt;
    Round round;
    for (std::size_t harm = 0; harm < kHarms; ++harm) {
        const auto spread = spread_from_json(json[harm]);
        if (!spread) return std::nullopt;
        round[harm] = *spread;
    }
    return round;
}

std::string_view field_name(std::size_t aspect, std::size_t harm) { return kClassification.fields[classification::kAspects[aspect].harms[harm].index].name; }

}  // namespace

Json board_json(const Board& board) {
    Json aspects = Json::array();
    for (const auto& rounds : board.rounds) {
        Json shown = Json::array();
        for (const Round& round : rounds) {
            Json harms = Json::array();
            for (const Spread& spread : round) harms.push_back(spread_json(spread));
            shown.push_back(std::move(harms));
        }
        aspects.push_back(std::move(shown));
    }
    return {{"phase", std::string(kPhases[static_cast<std::size_t>(board.phase)])},
            {"aspect", board.aspect},
            {"round", round_of(board)},
            {"joined", board.joined},
            {"voted", board.voted},
            {"rounds", std::move(aspects)}};
}

std::optional<Board> board_from_json(const Json& json) {
    const std::string* phase = text_member(json, "phase");
    const auto aspect = small_number(member(json, "aspect"), kAspects - 1), joined = small_number(member(json, "joined"), kMost),
               voted = small_number(member(json, "voted"), kMost);
    const Json* aspects = member(json, "rounds");
    const auto known = phase ? std::find(std::begin(kPhases), std::end(kPhases), *phase) : std::end(kPhases);
    if (known == std::end(kPhases) || !aspect || !joined || !voted || !aspects || !aspects->is_array() || aspects->size() != kAspects) return std::nullopt;
    Board board{.phase = static_cast<Phase>(known - std::begin(kPhases)), .aspect = *aspect, .joined = *joined, .voted = *voted};
    for (std::size_t i = 0; i < kAspects; ++i) {
        const Json& rounds = (*aspects)[i];
        if (!rounds.is_array() || rounds.size() > kMostRounds) return std::nullopt;
        for (const Json& one : rounds) {
            const auto round = round_from_json(one);
            if (!round) return std::nullopt;
            board.rounds[i].push_back(*round);
        }
    }
    return board;
}

Json participant_json(const Workshop& workshop, std::size_t participant) {
    Json json = board_json(workshop.board);
    json["mine"] = nullptr;
    if (participant >= workshop.votes.size() || !workshop.votes[participant]) return json;
    Json mine = Json::array();
    for (const auto& level : *workshop.votes[participant]) mine.push_back(optional_json(level));
    json["mine"] = std::move(mine);
    return json;
}

std::optional<Ballot> ballot_from_json(const Json& json) {
    const auto aspect = small_number(member(json, "aspect"), kAspects - 1), round = small_number(member(json, "round"), kMostRounds);
    const Json* vote = member(json, "vote");
    if (!aspect || !round || !vote || !vote->is_array() || vote->size() != kHarms) return std::nullopt;
    Ballot ballot{.aspect = *aspect, .round = *round};
    for (std::size_t harm = 0; harm < kHarms; ++harm) {
        if ((*vote)[harm].is_null()) continue;
        ballot.vote[harm] = small_number(&(*vote)[harm], kLevels - 1);
        if (!ballot.vote[harm]) return std::nullopt;
    }
    return ballot;
}

Json questions_json(const Reader& reader) {
    const Language language = reader.language;
    const auto words = [&](const WordKey& key) { return std::string(say(language, key.view())); };
    Json levels = Json::array(), aspects = Json::array();
    for (std::size_t level = 0; level < kLevels; ++level) levels.push_back(scale_words(kLevelScale, static_cast<std::int64_t>(level), reader));
    for (std::size_t aspect = 0; aspect < kAspects; ++aspect) {
        Json harms = Json::array();
        for (std::size_t harm = 0; harm < kHarms; ++harm) {
            const Field* field = find_field(kClassification, field_name(aspect, harm));
            Json means = Json::array();
            for (std::size_t level = 0; field && level < kLevels; ++level) means.push_back(harm_words(*field, static_cast<std::int64_t>(level), reader.lookup));
            harms.push_back({{"name", words({"field", kClassification.name, field_name(aspect, harm)})},
                             {"question", std::string(question(language, aspect, harm))},
                             {"means", std::move(means)}});
        }
        aspects.push_back({{"name", words({"field", kClassification.name, classification::kAspects[aspect].name})}, {"harms", std::move(harms)}});
    }
    return {{"levels", std::move(levels)}, {"aspects", std::move(aspects)}, {"security", std::string(say(language, "workshop.security"_tr))}};
}

std::string_view question(Language language, std::size_t aspect, std::size_t harm) {
    return say(language, WordKey{"help", kClassification.name, field_name(aspect, harm)}.view());
}

}  // namespace lisa::workshop
