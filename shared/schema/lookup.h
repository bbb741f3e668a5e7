#pragma once
// Reading records by id, wherever they live: SQLite on the server, memory in the browser and in tests.
#include <string>
#include <vector>

#include "core/result.h"
#include "schema/record.h"

namespace lisa {

/// Ids of the parts of the organisation that something belongs to, nearest first, the whole municipality last.
using Places = std::vector<std::string>;

class Lookup {
public:
    virtual ~Lookup() = default;
    virtual Catalog catalog() const = 0;
    /// The record, removed ones too; Fault::missing if there is none, Fault::broken if it could not be read.
    virtual Result<Record> load(const Entity& entity, const std::string& id) = 0;
    /// A node of the organisation's tree and all above it. Override it where a cache pays.
    virtual Result<Places> places_above(const Entity& tree, const std::string& id);
};

/// Where a record belongs, following its place field to the tree. Empty when it leads nowhere.
Result<Places> places_of(const Record& record, Lookup& lookup);

}  // namespace lisa
