#pragma once
// What "Spårlogg" shows (F5): who changed what and who opened what is sensitive, as the server tells it, and whether the journal is whole.
#include <string>
#include <vector>

#include "ui/widgets.h"

namespace lisa::app {

struct TrailRow {
    std::string at{}, actor{}, verb{}, step{}, entity{}, record{}, title{};
};

struct Trail {
    enum class Status : std::uint8_t { unasked, loading, ready, offline };
    /// What is known of the journal: nothing, or not yet; whole, altered by hand, or out of reach.
    enum class Proof : std::uint8_t { unasked, running, whole, altered, offline };

    // What is asked for.
    std::string kind = "changes";                  ///< or "readings"
    std::string person{}, entity{}, from{}, to{};  ///< empty: all; the days are as typed
    ui::ComboState person_combo{};
    // What was told.
    Status status = Status::unasked;
    std::string asked{};  ///< the query that the rows answer
    std::vector<TrailRow> rows{};
    bool has_more = false, is_exporting = false;
    std::int64_t before = 0;
    Proof proof = Proof::unasked;
    std::string proof_at{}, proof_end{};
    std::int64_t proof_rows = 0, proof_records = 0, proof_faults = 0;
};

/// What was done, in words.
std::string deed_words(const TrailRow& row, Language language);
/// The query of the address at the server; days that are not whole yet are left out.
std::string query_of(const Trail& trail);

}  // namespace lisa::app
