#pragma once
// The rows of a file beside the records that are there: what is new, what alters, who is no longer in it (I5, O2).
#include <map>
#include <set>
#include <span>

#include "change/change.h"
#include "import/rows.h"

namespace lisa {

enum class RowFate : std::uint8_t { create, update, unchanged, faulty, left_out };

struct MatchedRow {
    int line = 0;
    RowFate fate = RowFate::create;
    std::string record{};  ///< id of the record that the row is about; empty when there is none yet
    std::int64_t base = 0;
    std::map<std::string, Edit> patch{};  ///< what it would write; references to rows that are new as line_reference()
    std::string from{}, state{};          ///< the state that the record has, and another one that the row says; empty: it stays
    std::vector<std::string> steps{};     ///< by which it comes there; find_ways() fills them in
    std::vector<ImportProblem> problems{};
};

struct Matching {
    const Entity* entity = nullptr;
    std::vector<MatchedRow> rows{};        ///< one for each row of the preview, in its order
    std::vector<const Record*> leavers{};  ///< have a key, and no row of the file has the same
    std::size_t withheld = 0;              ///< cells that say that something was withheld; they alter nothing
    std::vector<std::size_t> order{};      ///< rows that would write something; those that others refer to come first
    std::size_t count(RowFate fate) const;
};

struct MatchOptions {
    std::size_t key = kNoField;  ///< the field that says which record a row is about; kNoField: every row is new
    bool clears_blanks = false;  ///< whether a blank cell empties the field of a record that is there; otherwise it says nothing
    std::set<int> left_out{};    ///< lines that the person decided to do without
};

/// Compares without altering anything. `existing` are all records of the register that can be seen; they must outlive the result.
/// Problems: problem.import.key_missing, .key_twice (in the file), .key_ambiguous (among the records), .key_hidden,
/// .reference_left_out, .circle, problem.field for a withheld field, and those of validate() over the record as it would become.
Matching match(const Preview& preview, std::span<const Record* const> existing, const MatchOptions& options);

/// What an import needs from its surroundings.
struct ImportMaker {
    std::string client{};
    std::function<std::string()> new_id{};
};

/// The changes, in an order in which each can be applied: all of them, or none while any row is faulty or has a state to which
/// no way was found yet.
std::vector<Change> to_changes(const Matching& matching, const ImportMaker& maker);

/// Finds by which steps each row comes to the state that it says, of those that the person may take, and tries them out with all
/// that the step asks for, upon what the rows before it write. A row that does not come there is faulty, and left out of the order.
/// Nothing is altered. Problems: problem.import.state_unreachable, .state_forbidden, .state_demands with what it asks for.
void find_ways(Matching& matching, const Preview& preview, Store& store, const Actor& who, const Moment& now);

}  // namespace lisa
