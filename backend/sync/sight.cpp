#include "sync/sight.h"

#include "domain/trail.h"

namespace lisa {

Result<std::optional<Clearance>> sight_of_record(SqlStore& store, const Actor& who, const Entity& entity, const std::string& id) {
    auto record = store.load(entity, id);
    if (!record && record.error().fault == Fault::missing) return std::optional<Clearance>{};
    if (!record) return record.error();
    const Places places = TRY(places_of(*record, store));
    if (record->removed && !allowed(who, Right::remove, entity, places) && !reads_trail(who, places)) return std::optional<Clearance>{};
    return may_read(who, *record, places) ? std::optional(clearance_in(who, *record, places)) : std::nullopt;
}

}  // namespace lisa
