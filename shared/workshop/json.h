#pragma once
// A workshop as it goes over the wire. What a person may see is decided here: everybody the board, a participant besides
// the own vote, and nobody any other.
#include "core/json_fwd.h"
#include "report/show.h"
#include "workshop/workshop.h"

namespace lisa::workshop {

/// The board for everybody, facilitator and participants alike.
Json board_json(const Board& board);
/// The board as it came; nothing when it is none.
std::optional<Board> board_from_json(const Json& json);

/// The board, and as `mine` the vote that this participant gave in the round under way.
Json participant_json(const Workshop& workshop, std::size_t participant);

/// {"aspect", "round", "vote": [level or null per kind of harm]}; nothing when it is no ballot.
std::optional<Ballot> ballot_from_json(const Json& json);

/// The questions of the guided classification with the words of their levels and what each means for the kind of harm, for the participants' page.
Json questions_json(const Reader& reader);

/// The question of one kind of harm, as the guided form asks it.
std::string_view question(Language language, std::size_t aspect, std::size_t harm);

}  // namespace lisa::workshop
