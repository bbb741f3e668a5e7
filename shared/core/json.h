#pragma once
// JSON from outside: parsed only within limits, read only by accessors that cannot throw.
#include <cstdint>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>

#include "core/json_fwd.h"

namespace lisa {

/// The value of a JSON text, or nothing if it is malformed, not UTF-8 or nested deeper than `depth`.
std::optional<Json> parse_json(std::string_view text, int depth = 12);

/// A member of an object, or null.
const Json* member(const Json& object, std::string_view name);

/// A whole number that fits 64 bits with sign.
std::optional<std::int64_t> as_integer(const Json& value);

/// Members by type; nothing when absent or of another type.
const std::string* text_member(const Json& object, std::string_view name);
std::optional<std::int64_t> integer_member(const Json& object, std::string_view name);
std::optional<bool> bool_member(const Json& object, std::string_view name);

/// The text of a value; malformed UTF-8 inside becomes U+FFFD rather than an exception.
std::string dump(const Json& value);

}  // namespace lisa
