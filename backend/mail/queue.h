#pragma once
// Letters that wait, and what became of them. A letter is a set of reminders to one person; what it says is made of them when it is
// sent, so that no text waits anywhere. A reminder that is in the table is never put there again.
//   queued → trying → sent, failed (given up), unclear (handed over without an answer; never tried again), or queued again
#include <optional>

#include "documents/digest.h"
#include "mail/smtp.h"
#include "store/sqlite.h"

namespace lisa {

/// A reminder as it is remembered: who was reminded of which date of which record, and at which step.
struct Reminded {
    std::string person{}, record{};
    std::string rule{};     ///< "measure.due_on"
    std::string due{};      ///< the Swedish day, or the moment in UTC
    std::int64_t step = 0;  ///< minutes from it
};

/// Times that a letter is tried; they take 18 hours.
inline constexpr int kMailAttempts = 8;

/// Milliseconds to wait after so many attempts: a minute, then three times as long each time.
std::int64_t mail_wait_ms(int attempts);

Result<bool> is_reminded(Database& database, const Reminded& one);

/// Puts those that are not there into one letter each person; how many letters. Inside the caller's transaction.
Result<std::int64_t> queue_mail(Database& database, const std::vector<Reminded>& reminders, std::int64_t now_ms);

struct Queued {
    std::string id{}, person{};
    int attempts = 0;  ///< with the one that begins now
    std::vector<DigestLine> lines{};
};

/// The letter that has waited longest for its turn, marked as being tried: after a crash nobody knows whether it was sent.
Result<std::optional<Queued>> take_mail(Database& database, std::int64_t now_ms);

/// Writes down what became of a letter that was taken; its new state.
Result<std::string_view> settle_mail(Database& database, const Queued& mail, Fate fate, std::int64_t now_ms);

/// Letters that were being tried when the server ended become unclear; how many.
Result<std::int64_t> settle_interrupted(Database& database);

/// Letters of the last seven days that were given up or are unclear.
Result<std::int64_t> count_undelivered(Database& database, std::int64_t now_ms);

/// Forgets letters, and the reminders in them, after ninety days.
Result<Done> forget_mail(Database& database, std::int64_t now_ms);

}  // namespace lisa
