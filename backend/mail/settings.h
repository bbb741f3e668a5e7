#pragma once
// How letters are sent: through which server, as whom, and when. Nothing is sent until it is chosen.
#include <cstdint>
#include <string>
#include <string_view>

#include "core/result.h"
#include "options.h"

namespace lisa {

struct MailSettings {
    std::string server{};             ///< "smtp://mail.example.se:587" or "smtps://…"; empty: no letters
    std::string from{};               ///< the address of the sender
    std::string user{}, password{};   ///< empty: the server asks for none
    std::string ca{};                 ///< file with the certificates to trust; empty: those of the machine
    int hour = 7;                     ///< of a Swedish clock, from which digests go out on working days
    std::int64_t limit_ms = 120'000;  ///< for one letter

    bool is_on() const { return !server.empty(); }
    /// Whether the server is on this machine.
    bool is_here() const;
    /// Whether nothing may be said to the server before the connection is encrypted. Only on this machine may it be plain, and not
    /// there either when the certificates to trust are named.
    bool needs_tls() const;
};

/// The settings that the options --mail-server, --mail-from, --mail-password-file, --mail-ca and --mail-hour say; the error's detail
/// says what is wrong with them. The file has the user name in its first line and the password in the second, and is refused when
/// everybody may read it.
Result<MailSettings> mail_settings(const Options& options);

/// Whether the text can be an address in a letter's head as it stands: of plain ASCII, with nothing that would begin another field.
bool is_mail_address(std::string_view text);

}  // namespace lisa
