#pragma once
// What was removed from a register, as the server tells those who may remove from it.
#include <map>
#include <set>
#include <string>
#include <vector>

#include "sync/replica.h"

namespace lisa::app {

struct RemovedRecords {
    struct Row {
        Record record{};
        std::string at{}, actor{};    ///< when it was removed, UTC, and the name of who did
        std::vector<Record> parts{};  ///< what hung on it and went with it, and comes back with it
    };
    enum class Status : std::uint8_t { unasked, loading, ready, offline };
    Status status = Status::unasked;
    std::map<std::string, Row> rows{};  ///< by id; a row stays where it is, since lists point at its record
    std::int64_t before = 0;            ///< where older ones begin
    bool has_more = false;
    std::uint64_t version = 0;      ///< grows with each answer
    std::set<std::string> asked{};  ///< ids that were asked for one by one
};

/// The rows that are still removed as far as is known here: what was put back is in the replica again, or on its way.
std::vector<const RemovedRecords::Row*> still_removed(const RemovedRecords& removed, const Entity& entity, const Replica& replica);

/// The row of a record, if it is told of and not held.
const RemovedRecords::Row* removed_row(const RemovedRecords& removed, const Entity& entity, const Replica& replica, const std::string& id);

}  // namespace lisa::app
