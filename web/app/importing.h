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
    std::optional<Table> table{};
    Mapping mapping{};
    std::string key{};   ///< name of the field that says which record a row is about; empty: every row is new
    std::string unit{};  ///< where new records belong, when no column says it
    ui::ComboState unit_combo{};
    std::set<int> left_out{};
    // What follows, worked out again when something above or the registers altered.
    bool is_stale = true;
    std::uint64_t version = 0;
    std::optional<Matching> matching{};
    std::size_t shown_problems = 20;
};

/// Takes up a file or pasted rows: decoded, parted, its columns guessed. The problem's key stands in `problem`.
void read_rows(Importing& importing, std::string_view bytes);

/// What the import would do with the registers as they are now.
const Matching& matching_of(Importing& importing, Replica& replica, Language language);

}  // namespace lisa::app
