#include "mail/settings.h"

#include <sys/stat.h>

#include <algorithm>
#include <charconv>
#include <fstream>

#include "http/gate.h"

namespace lisa {
namespace {

constexpr std::string_view kLetters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
constexpr std::size_t kAddressLimit = 254, kSecretLimit = 500;

bool is_made_of(std::string_view text, std::string_view more) {
    return !text.empty() && std::all_of(text.begin(), text.end(), [&](char c) { return kLetters.find(c) != kLetters.npos || more.find(c) != more.npos; });
}

/// What stands between "//" and the end.
std::string_view authority_of(std::string_view server) { return server.substr(std::min(server.find("//"), server.size() - 2) + 2); }

/// The name without port and brackets.
std::string_view host_of(std::string_view server) {
    std::string_view host = authority_of(server);
    if (host.starts_with('[')) return host.substr(1, host.find(']') - 1);
    return host.substr(0, host.find(':'));
}

bool is_port(std::string_view text) {
    int port = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), port);
    return error == std::errc{} && end == text.data() + text.size() && port > 0 && port < 65536;
}

/// "smtp://name:port" and nothing else: no user, no path.
bool is_server(std::string_view text) {
    if (!text.starts_with("smtp://") && !text.starts_with("smtps://")) return false;
    std::string_view rest = authority_of(text);
    const std::string_view host = host_of(text);
    if (rest.starts_with('[')) {
        if (rest.find(']') == rest.npos || !is_made_of(host, ":.")) return false;
        rest.remove_prefix(host.size() + 2);
    } else {
        if (!is_made_of(host, ".-")) return false;
        rest.remove_prefix(host.size());
    }
    return rest.empty() || (rest.starts_with(':') && is_port(rest.substr(1)));
}

Error complaint_of(std::string detail) { return Error{Fault::invalid, {}, std::move(detail)}; }

/// A line without its end; nothing when there is none or it is too long.
Result<std::string> line_of(std::istream& file, const std::string& path) {
    std::string line;
    if (!std::getline(file, line) || line.size() > kSecretLimit)
        return complaint_of(path + " needs the user name in its first line and the password in the second");
    if (line.ends_with('\r')) line.pop_back();
    return line;
}

Result<Done> read_secret(const std::string& path, MailSettings& settings) {
    struct stat facts {};
    if (stat(path.c_str(), &facts) != 0 || !S_ISREG(facts.st_mode)) return complaint_of(path + " is no file that can be read");
    if ((facts.st_mode & (S_IROTH | S_IWOTH)) != 0) return complaint_of("everybody on this machine may read or write " + path + "; chmod 600 takes that away");
    std::ifstream file(path);
    settings.user = TRY(line_of(file, path));
    settings.password = TRY(line_of(file, path));
    if (settings.user.empty() || settings.password.empty()) return complaint_of(path + " has an empty line where user name or password should be");
    return Done{};
}

}  // namespace

bool MailSettings::is_here() const { return is_loopback(host_of(server)); }

bool MailSettings::needs_tls() const { return server.starts_with("smtps://") || !ca.empty() || !is_here(); }

bool is_mail_address(std::string_view text) {
    const std::size_t at = text.find('@');
    if (at == text.npos || text.size() > kAddressLimit) return false;
    const std::string_view local = text.substr(0, at), host = text.substr(at + 1);
    return is_made_of(local, "!#$%&'*+-/=?^_`{|}~.") && is_made_of(host, ".-") && !local.starts_with('-') && !host.starts_with('-') &&
           host.find('.') != host.npos && !host.starts_with('.') && !host.ends_with('.');
}

Result<MailSettings> mail_settings(const Options& options) {
    MailSettings settings;
    settings.server = options.get("--mail-server");
    settings.from = options.get("--mail-from");
    settings.ca = options.get("--mail-ca");
    settings.hour = options.number("--mail-hour", settings.hour).value_or(-1);
    if (!settings.is_on()) {
        for (const char* name : {"--mail-from", "--mail-password-file", "--mail-ca", "--mail-hour"})
            if (options.has(name)) return complaint_of(std::string(name) + " needs --mail-server");
        return settings;
    }
    if (!is_server(settings.server)) return complaint_of("--mail-server is smtp://NAME:PORT or smtps://NAME:PORT, and nothing more");
    if (!is_mail_address(settings.from)) return complaint_of("--mail-server needs --mail-from with the address of the sender");
    if (settings.hour < 0 || settings.hour > 23) return complaint_of("--mail-hour is 0 to 23");
    if (!settings.ca.empty() && !std::ifstream(settings.ca)) return complaint_of(settings.ca + " cannot be read");
    if (options.has("--mail-password-file")) TRY(read_secret(options.get("--mail-password-file"), settings));
    return settings;
}

}  // namespace lisa
