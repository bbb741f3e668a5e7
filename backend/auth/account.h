#pragma once
// Accounts, sessions and one-time links. They have tables of their own and never pass through the journal.
#include <optional>

#include "auth/password.h"
#include "store/storage.h"

namespace lisa {

inline constexpr std::int64_t kMinuteMs = 60'000;
inline constexpr std::int64_t kSessionIdleMs = 120 * kMinuteMs;
inline constexpr std::int64_t kSessionLongestMs = 12 * 60 * kMinuteMs;
inline constexpr std::int64_t kInviteMs = 7 * 24 * 60 * kMinuteMs;
inline constexpr std::size_t kSessionsPerPerson = 20;  ///< the oldest ends when one more begins

struct Account {
    std::string person{}, username{}, password{};  ///< password: as argon2id keeps it, empty until one is chosen
};

/// A user name as people type it: 2 to 120 characters, no white space at the ends, no control characters.
bool is_username(std::string_view text);

Result<std::optional<Account>> find_account(Database& database, std::string_view username);
Result<std::optional<Account>> account_of(Database& database, const std::string& person);
/// Fault::conflict when the person or the name has one already.
Result<Done> add_account(Database& database, const std::string& person, const std::string& username, std::int64_t now_ms);
/// Keeps a hashed password and ends all sessions of the person.
Result<Done> set_password(Database& database, const std::string& person, const std::string& kept, std::int64_t now_ms);

/// Begins a session; returns the token, which only the browser keeps.
Result<std::string> begin_session(Database& database, const std::string& person, std::int64_t now_ms);

struct Session {
    std::string person{};
    std::int64_t seen_at = 0;
    std::string key{};  ///< hash of the token
};
/// The session of a token, if it is in force.
Result<std::optional<Session>> find_session(Database& database, std::string_view token, std::int64_t now_ms);
Result<Done> end_session(Database& database, std::string_view token);
/// Notes that the session is in use; called at most once a minute.
Result<Done> touch_session(Database& database, const Session& session, std::int64_t now_ms);

/// Makes a one-time link's token for the person; earlier ones stop working.
Result<std::string> make_invite(Database& database, const std::string& person, std::int64_t now_ms);
/// The person of an unused link, without using it up.
Result<std::optional<std::string>> find_invite(Database& database, std::string_view token, std::int64_t now_ms);
Result<Done> use_invite(Database& database, std::string_view token, std::int64_t now_ms);

}  // namespace lisa
