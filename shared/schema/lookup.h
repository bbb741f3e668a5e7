#pragma once
// Reading records by id, wherever they live: SQLite on the server, memory in the browser and in tests.
#include <string>
#include <vector>

#include "core/result.h"
#include "schema/record.h"

namespace lisa {

/// Ids of the parts of the organisation that something belongs to, nearest first, the whole municipality last.
struct Places : std::vector<std::string> {
    using std::vector<std::string>::vector;
    const Entity* rights = nullptr;  ///< of what hangs on another record: the register of that one, whose rights hold
};

class Lookup {
public:
    virtual ~Lookup() = default;
    virtual Catalog catalog() const = 0;
    /// The record, removed ones too; Fault::missing if there is none, Fault::broken if it could not be read.
    virtual Result<Record> load(const Entity& entity, const std::string& id) = 0;
    /// A node of the organisation's tree and all above it. Override it where a cache pays.
    virtual Result<Places> places_above(const Entity& tree, const std::string& id);
};

/// Where a record belongs, following its place field, or what it hangs on, to the tree. Empty when it leads nowhere.
Result<Places> places_of(const Record& record, Lookup& lookup);

/// The record that this one hangs on, removed ones too; Fault::missing if there is none.
Result<Record> host_of(const Record& record, Lookup& lookup);

/// Whether the field of a record leads to the record of that register and id: as a reference, or since the record hangs on it.
bool leads_to(const Record& record, const Field& field, const Entity& entity, std::string_view id);

/// Whether a device may keep the record for work without network: what hangs on another only where that may be kept too.
bool may_be_kept(const Record& record, Catalog catalog);

}  // namespace lisa
