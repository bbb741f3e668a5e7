#pragma once
// Taking in changes: each is decided by apply(), all are on the disk before the answer leaves.
#include "store/storage.h"
#include "sync/protocol.h"

namespace lisa {

/// What became of a push.
struct Pushed {
    std::vector<Answer> answers{};
    std::int64_t seq = 0;            ///< last journal number when anything was accepted, else 0
    std::vector<std::string> odd{};  ///< for the log: repeated ids with other content, other people's client ids
};

/// Applies the changes in order, as this person, in one transaction (shared with pushes that wait at the same time). A refused
/// change alters nothing and stops no other, unless they are a deed: then all are refused, and those that were not at fault
/// say kHeldBack. A part of a deed is put aside without an answer; the one that makes it whole is answered for all.
/// Fails as a whole only when the frame is malformed, too much is put aside or the machine fails; then nothing was applied.
Result<Pushed> push(Storage& storage, const std::string& person, const Json& frame, std::int64_t now_ms);

/// Applies one change as the system, inside the caller's work.
Result<Record> apply_as_system(Work& work, const Change& change);

}  // namespace lisa
