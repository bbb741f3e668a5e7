#pragma once
// One letter to one person by SMTP, through libcurl.
#include <functional>
#include <memory>

#include "mail/settings.h"

namespace lisa {

struct Letter {
    std::string id{};       ///< the same for the same letter, however often it is tried
    std::string to{};       ///< an address that is_mail_address()
    std::string subject{};  ///< UTF-8
    std::string body{};     ///< UTF-8, lines end with \n
};

/// What became of trying to send it.
enum class Fate : std::uint8_t {
    accepted,
    refused,  ///< for good: trying again would be of no use
    later,    ///< not taken now; may be tried again
    away,     ///< the server cannot be reached or wants nothing of us; may be tried again, and so may all others
    unclear,  ///< all of it was handed over and no answer came: the person may have got it
};

struct Outcome {
    Fate fate = Fate::later;
    long status = 0;       ///< the server's last answer, 0: none came
    std::string detail{};  ///< for the log; no address, nothing of the letter
};

/// The letter's head, a field in each element, without line ends.
std::vector<std::string> head_of(const Letter& letter, const std::string& from, std::int64_t now_ms);

/// A connection to the mail server, kept from one letter to the next. Used by one thread.
class Smtp {
public:
    /// `name`: how this machine presents itself. `is_stopping` is asked while sending; true breaks off.
    Smtp(const MailSettings& settings, std::string name, std::function<bool()> is_stopping);
    ~Smtp();
    Smtp(const Smtp&) = delete;
    Smtp& operator=(const Smtp&) = delete;

    Outcome send(const Letter& letter, std::int64_t now_ms);

private:
    struct Handle;
    const MailSettings& m_settings;
    std::string m_url;
    std::function<bool()> m_is_stopping;
    std::unique_ptr<Handle> m_handle;
};

}  // namespace lisa
