#include "mail/post.h"

#include "core/date.h"

namespace lisa {
namespace {

constexpr std::int64_t kQueueEveryMs = 10 * 60'000;

/// How this machine presents itself to the mail server: the name by which people reach Lisa.
std::string name_of(std::string_view home) {
    std::string_view host = home.substr(home.find("//") + 2);
    return std::string(host.substr(0, host.find_first_of(":/")));
}

Result<Language> language_of(Database& database, const std::string& person) {
    Query query = TRY(database.query("SELECT value FROM choice WHERE person = ? AND key = 'language'", person));
    return TRY(query.step()) && query.text(0) == "en" ? Language::english : Language::swedish;
}

}  // namespace

Post::Post(Storage& storage, Log& log, const MailSettings& settings, std::string home, std::function<bool()> is_stopping)
    : m_storage(storage), m_log(log), m_settings(settings), m_home(std::move(home)), m_is_stopping(std::move(is_stopping)) {}

Result<Done> Post::open(std::int64_t now_ms) {
    Work work = TRY(m_storage.begin(now_ms));
    const std::int64_t interrupted = TRY(settle_interrupted(work.database()));
    TRY(work.commit());
    if (interrupted > 0)
        m_log.event("mail_unclear", {{"letters", interrupted}, {"detail", "they were being sent when the server ended, and are not sent again"}});
    return Done{};
}

Result<Done> Post::round(std::int64_t now_ms) {
    if (now_ms - m_queued_at >= kQueueEveryMs) {
        m_queued_at = now_ms;
        if (const std::int64_t letters = TRY(queue_reminders(m_storage, m_settings.hour, now_ms)); letters > 0)
            m_log.event("mail_queued", {{"letters", letters}});
    }
    Smtp smtp(m_settings, name_of(m_home), m_is_stopping);
    while (!m_is_stopping()) {
        Work work = TRY(m_storage.begin(now_ms));
        const auto mail = TRY(take_mail(work.database(), now_ms));
        TRY(work.commit());
        if (!mail) break;
        if (TRY(deliver(smtp, *mail, now_ms)) == Fate::away) break;
    }
    return Done{};
}

Result<Fate> Post::deliver(Smtp& smtp, const Queued& mail, std::int64_t now_ms) {
    Letter letter{mail.id, {}, {}, {}};
    {
        View view = TRY(m_storage.read());
        letter.to = TRY(mail_address_of(view.store(), mail.person, now_ms));
        Digest digest = digest_of(mail.lines, m_home, utc_text(now_ms), TRY(language_of(view.database(), mail.person)));
        letter.subject = std::move(digest.subject);
        letter.body = std::move(digest.body);
    }
    const Outcome outcome = letter.to.empty() ? Outcome{Fate::refused, 0, "the person has no address"} : smtp.send(letter, now_ms);
    Work work = TRY(m_storage.begin(now_ms));
    const std::string_view state = TRY(settle_mail(work.database(), mail, outcome.fate, now_ms));
    TRY(work.commit());
    m_log.event("mail_" + std::string(state),
                {{"mail", mail.id}, {"person", mail.person}, {"attempt", mail.attempts}, {"status", outcome.status}, {"detail", outcome.detail}});
    return outcome.fate;
}

}  // namespace lisa
