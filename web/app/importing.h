#pragma once
// An import on its way: what was read, how its columns were understood, and what it would do. Nothing is altered before run.
#include <map>
#include <optional>

#include "import/match.h"
#include "sync/replica.h"
#include "ui/widgets.h"

namespace lisa::app {

struct Importing {
    const Entity* entity = nullptr;
    std::string pasted{}, problem{};  ///< problem: message key
    std::string file{};               ///< its name; empty for pasted rows
    std::optional<Table> table{};
    Mapping mapping{};
    std::string key{};   ///< name of the field that says which record a row is about; empty: every row is new
    std::string unit{};  ///< where new records belong, when no column says it
    ui::ComboState unit_combo{};
    std::set<int> left_out{};
    /// A word of the column with the state, and the state that it is taken for.
    struct StateWord {
        std::string text{}, state{};
        bool is_understood = false;  ///< also as saying nothing, when `state` is empty
    };
    /// Rows that come to another state in the same way.
    struct Way {
        bool is_new = false;  ///< records that are made
        std::string from{}, state{};
        std::vector<std::string> steps{};
        std::size_t count = 0;
    };
    // What follows, worked out again when something above or the registers altered.
    bool is_stale = true;
    std::uint64_t version = 0;
    std::optional<Matching> matching{};
    std::vector<MatchedRow> matched{};  ///< its rows before any way was sought: as long as they are the same, so are the ways
    std::vector<StateWord> words{};     ///< each once, in the order of the file
    std::vector<Way> ways{};
    std::size_t given_classes = 0;  ///< rows whose class gets the file as its motive
    bool can_go_back = true;        ///< whether no step is taken that cannot be taken back
    std::size_t shown_problems = 20;
};

/// Takes up a file, or pasted rows when it has no name: decoded, parted, its columns guessed. The problem's key stands in `problem`.
void read_rows(Importing& importing, std::string_view bytes, std::string file = {});

/// What the import would do with the registers as they are now. By which steps rows come to their states is sought again only when
/// the rows themselves alter; whoever carries the import out tries all of it out again.
const Matching& matching_of(Importing& importing, Replica& replica, Language language, const std::string& now);

}  // namespace lisa::app
