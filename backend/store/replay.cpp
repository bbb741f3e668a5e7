#include "store/replay.h"

#include "change/change.h"
#include "core/json.h"
#include "schema/json.h"

namespace lisa {

bool play(Record& record, std::int64_t seq, std::string_view verb, std::string_view after) {
    const auto fields = parse_json(after);
    if (!fields || !fields->is_object()) return false;
    for (const auto& [name, json] : fields->items()) {
        const std::size_t at = position(*record.entity, name);
        const auto value = at == kNoField ? std::nullopt : value_from_json(record.entity->fields[at].type, json);
        if (!value) return false;
        record.values[at] = *value;
    }
    record.rev = seq;
    record.removed = verb == verb_name(Verb::remove);
    return true;
}

}  // namespace lisa
