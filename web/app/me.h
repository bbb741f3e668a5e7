#pragma once
// Who is signed in, as the server says it.
#include <optional>
#include <string>
#include <string_view>

#include "access/access.h"

namespace lisa::app {

struct Me {
    Actor who{};
    std::string name{};
    bool is_demo = false;
    std::int64_t file_limit = 0;   ///< bytes of an attached file
    std::int64_t undelivered = 0;  ///< letters of the last week that did not get through; only those who can do something about it are told
};

/// The body of GET /api/me; nothing when it is not one.
std::optional<Me> me_from_text(std::string_view text);

}  // namespace lisa::app
