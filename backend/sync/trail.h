#pragma once
// The audit trail as it is told to those who read it (F5): who changed what, from the journal; who opened what is sensitive, from the
// readings. Each row is of a record that the person may read, or might if it were still there, in a part whose trail they read.
#include "store/store.h"

namespace lisa {

/// Rows of one answer, and how many are looked at for it: those of records that are out of sight are left out.
inline constexpr std::int64_t kTrailLimit = 200, kTrailLookedAt = 5000;

struct TrailQuery {
    enum class Kind : std::uint8_t { changes, readings };
    Kind kind = Kind::changes;
    std::string person{}, record{};  ///< ids; empty: everybody, everything
    const Entity* entity = nullptr;  ///< null: every register
    std::string from{}, to{};        ///< Swedish days, both included; empty: without end
    std::int64_t before = 0;         ///< number of a row, older than which they are; 0: the newest
};

/// {"rows":[{"number","at","actor":{"id","name"},"verb"?,"step"?,"register","record","title"}],"more","before"}, the newest first. "title" is
/// the record's name as the person may see it. Missing for who reads no trail anywhere.
Result<Json> trail(SqlStore& store, const Actor& who, const TrailQuery& query);

}  // namespace lisa
