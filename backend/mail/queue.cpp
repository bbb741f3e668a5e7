#include "mail/queue.h"

#include <map>

#include "store/crypto.h"

namespace lisa {
namespace {

constexpr std::int64_t kMinuteMs = 60'000, kDayMs = 24 * 60 * kMinuteMs;
constexpr std::int64_t kKeepMs = 90 * kDayMs, kTellMs = 7 * kDayMs;

std::string_view state_after(const Queued& mail, Fate fate) {
    switch (fate) {
        case Fate::accepted: return "sent";
        case Fate::refused: return "failed";
        case Fate::unclear: return "unclear";
        case Fate::later:
        case Fate::away: break;
    }
    return mail.attempts < kMailAttempts ? "queued" : "failed";
}

Result<std::vector<DigestLine>> lines_of(Database& database, const std::string& mail) {
    Query query = TRY(database.query("SELECT rule, due, count(*) FROM reminder WHERE mail = ? GROUP BY rule, due ORDER BY due, rule", mail));
    std::vector<DigestLine> lines;
    while (TRY(query.step())) lines.push_back({query.text(0), query.text(1), query.integer(2)});
    return lines;
}

}  // namespace

std::int64_t mail_wait_ms(int attempts) {
    std::int64_t wait = kMinuteMs;
    for (int i = 1; i < attempts; ++i) wait *= 3;
    return wait;
}

Result<bool> is_reminded(Database& database, const Reminded& one) {
    Query query = TRY(database.query("SELECT 1 FROM reminder WHERE person = ? AND record = ? AND rule = ? AND due = ? AND step = ?", one.person, one.record,
                                     one.rule, one.due, one.step));
    return query.step();
}

Result<std::int64_t> queue_mail(Database& database, const std::vector<Reminded>& reminders, std::int64_t now_ms) {
    std::map<std::string, std::string> letters;  // by person
    for (const Reminded& one : reminders) {
        if (TRY(is_reminded(database, one))) continue;
        auto [letter, is_new] = letters.try_emplace(one.person);
        if (is_new) {
            letter->second = new_id(now_ms);
            TRY(database.run("INSERT INTO mail(id, person, at, state, attempts, next_at) VALUES(?,?,?,'queued',0,?)", letter->second, one.person, now_ms,
                             now_ms));
        }
        TRY(database.run("INSERT INTO reminder(person, record, rule, due, step, mail) VALUES(?,?,?,?,?,?)", one.person, one.record, one.rule, one.due, one.step,
                         letter->second));
    }
    return static_cast<std::int64_t>(letters.size());
}

Result<std::optional<Queued>> take_mail(Database& database, std::int64_t now_ms) {
    Queued mail;
    {
        Query query = TRY(database.query("SELECT id, person, attempts FROM mail WHERE state = 'queued' AND next_at <= ? ORDER BY next_at, id LIMIT 1", now_ms));
        if (!TRY(query.step())) return std::optional<Queued>();
        mail = {query.text(0), query.text(1), static_cast<int>(query.integer(2)) + 1, {}};
    }
    mail.lines = TRY(lines_of(database, mail.id));
    TRY(database.run("UPDATE mail SET state = 'trying', attempts = ? WHERE id = ?", mail.attempts, mail.id));
    return std::optional(std::move(mail));
}

Result<std::string_view> settle_mail(Database& database, const Queued& mail, Fate fate, std::int64_t now_ms) {
    const std::string_view state = state_after(mail, fate);
    TRY(database.run("UPDATE mail SET state = ?, next_at = ? WHERE id = ?", state, now_ms + mail_wait_ms(mail.attempts), mail.id));
    return state;
}

Result<std::int64_t> settle_interrupted(Database& database) {
    TRY(database.run("UPDATE mail SET state = 'unclear' WHERE state = 'trying'"));
    return database.changes();
}

Result<std::int64_t> count_undelivered(Database& database, std::int64_t now_ms) {
    Query query = TRY(database.query("SELECT count(*) FROM mail WHERE state IN ('failed', 'unclear') AND at > ?", now_ms - kTellMs));
    TRY(query.step());
    return query.integer(0);
}

Result<Done> forget_mail(Database& database, std::int64_t now_ms) {
    TRY(database.run("DELETE FROM reminder WHERE mail IN (SELECT id FROM mail WHERE at < ?)", now_ms - kKeepMs));
    return database.run("DELETE FROM mail WHERE at < ?", now_ms - kKeepMs);
}

}  // namespace lisa
