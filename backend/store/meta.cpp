#include "store/meta.h"

#include "store/crypto.h"

namespace lisa {

Result<std::optional<std::string>> read_meta(Database& database, std::string_view key) {
    Query query = TRY(database.query("SELECT value FROM meta WHERE key = ?", key));
    if (!TRY(query.step())) return std::optional<std::string>{};
    return std::optional<std::string>{query.text(0)};
}

Result<Done> write_meta(Database& database, std::string_view key, std::string_view value) {
    return database.run("INSERT INTO meta(key, value) VALUES(?,?) ON CONFLICT(key) DO UPDATE SET value=excluded.value", key, value);
}

Result<std::string> server_secret(Database& database) {
    if (auto known = TRY(read_meta(database, kMetaSecret))) return *known;
    const std::string secret = hex(random_bytes(32));
    TRY(write_meta(database, kMetaSecret, secret));
    return secret;
}

}  // namespace lisa
