#pragma once
// Facts about the database file itself.
#include <optional>

#include "store/sqlite.h"

namespace lisa {

inline constexpr std::string_view kMetaDemo = "is_demo";   ///< "1": example content, may be shown to anybody
inline constexpr std::string_view kMetaSecret = "secret";  ///< what `seal` of /api/me is made from

Result<std::optional<std::string>> read_meta(Database& database, std::string_view key);
Result<Done> write_meta(Database& database, std::string_view key, std::string_view value);

/// The server's secret; made at the first call, inside the caller's transaction.
Result<std::string> server_secret(Database& database);

}  // namespace lisa
