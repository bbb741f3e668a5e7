#pragma once
// The name of JSON for headers that only pass it on: nlohmann's whole header costs three seconds in every file that reads it.
#include <nlohmann/json_fwd.hpp>

namespace lisa {

using Json = nlohmann::json;

}  // namespace lisa
