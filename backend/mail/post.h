#pragma once
// The post office: queues the reminders that come up and sends what waits, one letter at a time.
#include "http/log.h"
#include "mail/reminders.h"

namespace lisa {

class Post {
public:
    /// `home`: the address of Lisa, to which letters lead. `is_stopping` is asked while a letter is sent; true breaks off.
    Post(Storage& storage, Log& log, const MailSettings& settings, std::string home, std::function<bool()> is_stopping);

    /// Settles what was being sent when the server last ended. Call it once, before the first round.
    Result<Done> open(std::int64_t now_ms);

    /// Queues what has come up, every ten minutes at most, and sends what has waited for its turn. When the mail server cannot be
    /// reached, the letters behind the first one wait for the next round.
    Result<Done> round(std::int64_t now_ms);

private:
    /// Sends a letter that was taken out of the queue, or gives it up when its reader has no address any more.
    Result<Fate> deliver(Smtp& smtp, const Queued& mail, std::int64_t now_ms);

    Storage& m_storage;
    Log& m_log;
    const MailSettings& m_settings;
    std::string m_home;
    std::function<bool()> m_is_stopping;
    std::int64_t m_queued_at = 0;
};

}  // namespace lisa
