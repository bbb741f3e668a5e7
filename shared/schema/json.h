#pragma once
// Records and values as JSON, both ways.
#include <optional>

#include "core/json_fwd.h"
#include "core/result.h"
#include "schema/record.h"

namespace lisa {

Json value_to_json(const Value& value);

/// A value of the field's type; nothing when the JSON is of another type. Sets come out sorted and without doubles.
std::optional<Value> value_from_json(Type type, const Json& json);

/// {"e":"asset","id":…,"rev":7,"v":{field: value …},"hidden":[field …]}; blank fields are left out.
Json record_to_json(const Record& record);

/// The reverse. Fields that this program does not know are passed over: a newer server may send them.
Result<Record> record_from_json(Catalog catalog, const Json& json);

}  // namespace lisa
