#include "auth/account.h"

#include "core/text.h"
#include "store/crypto.h"

namespace lisa {
namespace {

constexpr std::size_t kTokenBytes = 32;

/// Only hashes of tokens are kept: who reads the file cannot use them.
Blob key_of(std::string_view token) { return {sha256(token)}; }

Result<std::optional<Account>> read_account(Query query) {
    if (!TRY(query.step())) return std::optional<Account>{};
    return std::optional<Account>{Account{query.text(0), query.text(1), query.text(2)}};
}

}  // namespace

bool is_username(std::string_view text) {
    return is_utf8(text) && text == trim(text) && !has_controls(text) && text.find('\n') == text.npos && length(text) >= 2 && length(text) <= 120;
}

Result<std::optional<Account>> find_account(Database& database, std::string_view username) {
    return read_account(TRY(database.query("SELECT person, username, coalesce(password, '') FROM account WHERE folded = ?", fold(trim(username)))));
}

Result<std::optional<Account>> account_of(Database& database, const std::string& person) {
    return read_account(TRY(database.query("SELECT person, username, coalesce(password, '') FROM account WHERE person = ?", person)));
}

Result<Done> add_account(Database& database, const std::string& person, const std::string& username, std::int64_t now_ms) {
    if (!is_username(username)) return fault(Fault::invalid, "username", "problem.username");
    if (TRY(find_account(database, username)) || TRY(account_of(database, person))) return fault(Fault::conflict, "username", "problem.exists");
    return database.run("INSERT INTO account(person, username, folded, password, changed_at) VALUES(?,?,?,NULL,?)", person, username, fold(username), now_ms);
}

Result<Done> set_password(Database& database, const std::string& person, const std::string& kept, std::int64_t now_ms) {
    TRY(database.run("UPDATE account SET password = ?, changed_at = ? WHERE person = ?", kept, now_ms, person));
    if (database.changes() != 1) return fault(Fault::missing, "", "problem.missing");
    return database.run("DELETE FROM session WHERE person = ?", person);
}

Result<std::string> begin_session(Database& database, const std::string& person, std::int64_t now_ms) {
    TRY(database.run("DELETE FROM session WHERE created_at <= ? OR seen_at <= ?", now_ms - kSessionLongestMs, now_ms - kSessionIdleMs));
    TRY(database.run("DELETE FROM session WHERE token IN (SELECT token FROM session WHERE person = ? ORDER BY created_at DESC LIMIT -1 OFFSET ?)", person,
                     static_cast<std::int64_t>(kSessionsPerPerson) - 1));
    std::string token = base64_url(random_bytes(kTokenBytes));
    TRY(database.run("INSERT INTO session(token, person, created_at, seen_at) VALUES(?,?,?,?)", key_of(token), person, now_ms, now_ms));
    return token;
}

Result<std::optional<Session>> find_session(Database& database, std::string_view token, std::int64_t now_ms) {
    if (token.empty() || token.size() > 100) return std::optional<Session>{};
    const Blob key = key_of(token);
    Query query = TRY(database.query("SELECT person, seen_at FROM session WHERE token = ? AND created_at > ? AND seen_at > ?", key, now_ms - kSessionLongestMs,
                                     now_ms - kSessionIdleMs));
    if (!TRY(query.step())) return std::optional<Session>{};
    return std::optional<Session>{Session{query.text(0), query.integer(1), key.bytes}};
}

Result<Done> end_session(Database& database, std::string_view token) { return database.run("DELETE FROM session WHERE token = ?", key_of(token)); }

Result<Done> touch_session(Database& database, const Session& session, std::int64_t now_ms) {
    return database.run("UPDATE session SET seen_at = ? WHERE token = ? AND seen_at < ?", now_ms, Blob{session.key}, now_ms);
}

Result<std::string> make_invite(Database& database, const std::string& person, std::int64_t now_ms) {
    TRY(database.run("DELETE FROM invite WHERE person = ? OR expires_at <= ?", person, now_ms));
    std::string token = base64_url(random_bytes(kTokenBytes));
    TRY(database.run("INSERT INTO invite(token, person, expires_at, used_at) VALUES(?,?,?,NULL)", key_of(token), person, now_ms + kInviteMs));
    return token;
}

Result<std::optional<std::string>> find_invite(Database& database, std::string_view token, std::int64_t now_ms) {
    Query query = TRY(database.query("SELECT person FROM invite WHERE token = ? AND used_at IS NULL AND expires_at > ?", key_of(token), now_ms));
    if (!TRY(query.step())) return std::optional<std::string>{};
    return std::optional<std::string>{query.text(0)};
}

Result<Done> use_invite(Database& database, std::string_view token, std::int64_t now_ms) {
    TRY(database.run("UPDATE invite SET used_at = ? WHERE token = ? AND used_at IS NULL", now_ms, key_of(token)));
    if (database.changes() != 1) return fault(Fault::invalid, "", "problem.link_used");
    return Done{};
}

}  // namespace lisa
