#include "mail/smtp.h"

#include <curl/curl.h>
#include <sys/socket.h>

#include <cstdio>
#include <ctime>

#include "store/crypto.h"

namespace lisa {
namespace {

constexpr long kConnectLimitMs = 20'000;
/// The server has said that it waits for the letter.
constexpr long kGoAhead = 354;
/// Bytes of UTF-8 in one encoded word, which has 75 characters at most.
constexpr std::size_t kWordBytes = 45;

/// Once for the whole process, before any other thread of ours uses it.
bool is_ready() {
    static const bool kReady = curl_global_init(CURL_GLOBAL_DEFAULT) == CURLE_OK;
    return kReady;
}

/// RFC 2047: words of base64, none of which cuts a letter in two. Nothing in them can end the field.
std::string encoded(std::string_view text) {
    std::string out;
    while (!text.empty()) {
        std::size_t size = std::min(kWordBytes, text.size());
        while (size < text.size() && (static_cast<unsigned char>(text[size]) & 0xC0u) == 0x80u) --size;
        out += (out.empty() ? "=?UTF-8?B?" : " =?UTF-8?B?") + base64(text.substr(0, size)) + "?=";
        text.remove_prefix(size);
    }
    return out;
}

/// RFC 5322, in UTC. Not by strftime, which would say it in the language of the machine.
std::string date_of(std::int64_t now_ms) {
    constexpr const char* kDays[] = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    constexpr const char* kMonths[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const std::time_t seconds = now_ms / 1000;
    std::tm utc{};
    gmtime_r(&seconds, &utc);
    char text[64];
    std::snprintf(text, sizeof text, "%s, %02d %s %d %02d:%02d:%02d +0000", kDays[utc.tm_wday], utc.tm_mday, kMonths[utc.tm_mon], utc.tm_year + 1900,
                  utc.tm_hour, utc.tm_min, utc.tm_sec);
    return text;
}

std::string with_line_ends(std::string_view body) {
    std::string out;
    for (const char c : body) {
        if (c == '\n') out += '\r';
        if (c != '\r') out += c;
    }
    return out;
}

/// Lists of libcurl, let go with the scope.
struct List {
    curl_slist* items = nullptr;
    ~List() { curl_slist_free_all(items); }
    void add(const std::string& text) {
        if (curl_slist* longer = curl_slist_append(items, text.c_str())) items = longer;
    }
};

int broken_off(void* asks, curl_off_t, curl_off_t, curl_off_t, curl_off_t) { return (*static_cast<std::function<bool()>*>(asks))() ? 1 : 0; }

/// `has_letter`: whether the server got anything of the letter itself.
Fate fate_of(CURLcode code, long status, bool has_letter) {
    if (code == CURLE_OK) return Fate::accepted;
    if (status == kGoAhead) return Fate::unclear;
    // Refusals of the letter, its sender or its reader are about this one; what comes before them is about us.
    if (code != CURLE_SEND_ERROR && !has_letter) return Fate::away;
    return status >= 500 && status < 600 ? Fate::refused : status >= 400 ? Fate::later : Fate::away;
}

}  // namespace

std::vector<std::string> head_of(const Letter& letter, const std::string& from, std::int64_t now_ms) {
    return {"From: Lisa <" + from + ">",
            "To: <" + letter.to + ">",
            "Subject: " + encoded(letter.subject),
            "Date: " + date_of(now_ms),
            "Message-ID: <" + letter.id + from.substr(from.find('@')) + ">",
            "Auto-Submitted: auto-generated"};
}

struct Smtp::Handle {
    CURL* easy = is_ready() ? curl_easy_init() : nullptr;
    ~Handle() { curl_easy_cleanup(easy); }
    /// Leaves without the farewell, for whose answer libcurl would wait two minutes.
    void hang_up() const {
        curl_socket_t socket = CURL_SOCKET_BAD;
        if (curl_easy_getinfo(easy, CURLINFO_ACTIVESOCKET, &socket) == CURLE_OK && socket != CURL_SOCKET_BAD) shutdown(socket, SHUT_RDWR);
    }
};

Smtp::Smtp(const MailSettings& settings, std::string name, std::function<bool()> is_stopping)
    : m_settings(settings), m_url(settings.server + "/" + std::move(name)), m_is_stopping(std::move(is_stopping)), m_handle(std::make_unique<Handle>()) {}

Smtp::~Smtp() {
    if (m_is_stopping()) m_handle->hang_up();
}

Outcome Smtp::send(const Letter& letter, std::int64_t now_ms) {
    CURL* easy = m_handle->easy;
    if (!easy) return {Fate::later, 0, "libcurl could not start"};
    curl_easy_reset(easy);  // the connection stays
    List head, to;
    for (const std::string& field : head_of(letter, m_settings.from, now_ms)) head.add(field);
    to.add("<" + letter.to + ">");
    const std::string sender = "<" + m_settings.from + ">";
    curl_mime* mime = curl_mime_init(easy);
    curl_mimepart* part = curl_mime_addpart(mime);
    curl_mime_type(part, "text/plain; charset=utf-8");
    curl_mime_encoder(part, "quoted-printable");
    const std::string body = with_line_ends(letter.body);
    curl_mime_data(part, body.data(), body.size());

    char detail[CURL_ERROR_SIZE] = {};
    curl_easy_setopt(easy, CURLOPT_ERRORBUFFER, detail);
    curl_easy_setopt(easy, CURLOPT_URL, m_url.c_str());
    curl_easy_setopt(easy, CURLOPT_PROTOCOLS_STR, "smtp,smtps");
    curl_easy_setopt(easy, CURLOPT_PROXY, "");
    curl_easy_setopt(easy, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(easy, CURLOPT_USE_SSL, m_settings.needs_tls() ? CURLUSESSL_ALL : CURLUSESSL_NONE);
    curl_easy_setopt(easy, CURLOPT_SSLVERSION, CURL_SSLVERSION_TLSv1_2);
    if (!m_settings.ca.empty()) {
        curl_easy_setopt(easy, CURLOPT_CAINFO, m_settings.ca.c_str());
        curl_easy_setopt(easy, CURLOPT_CAPATH, nullptr);  // else those of the machine would be trusted besides
    }
    if (!m_settings.user.empty()) {
        curl_easy_setopt(easy, CURLOPT_USERNAME, m_settings.user.c_str());
        curl_easy_setopt(easy, CURLOPT_PASSWORD, m_settings.password.c_str());
    }
    curl_easy_setopt(easy, CURLOPT_MAIL_FROM, sender.c_str());
    curl_easy_setopt(easy, CURLOPT_MAIL_RCPT, to.items);
    curl_easy_setopt(easy, CURLOPT_HTTPHEADER, head.items);
    curl_easy_setopt(easy, CURLOPT_MIMEPOST, mime);
    curl_easy_setopt(easy, CURLOPT_CONNECTTIMEOUT_MS, kConnectLimitMs);
    curl_easy_setopt(easy, CURLOPT_TIMEOUT_MS, static_cast<long>(m_settings.limit_ms));
    curl_easy_setopt(easy, CURLOPT_NOPROGRESS, 0L);
    curl_easy_setopt(easy, CURLOPT_XFERINFOFUNCTION, broken_off);
    curl_easy_setopt(easy, CURLOPT_XFERINFODATA, &m_is_stopping);

    const CURLcode code = curl_easy_perform(easy);
    long status = 0;
    curl_off_t sent = 0;
    curl_easy_getinfo(easy, CURLINFO_RESPONSE_CODE, &status);
    curl_easy_getinfo(easy, CURLINFO_SIZE_UPLOAD_T, &sent);
    curl_mime_free(mime);
    curl_easy_setopt(easy, CURLOPT_ERRORBUFFER, nullptr);
    if (code == CURLE_OK) return {Fate::accepted, status, {}};
    const Fate fate = fate_of(code, status, sent > 0);
    if (fate == Fate::unclear) {  // the answer may still come, and must not be taken for that to the next letter
        m_handle->hang_up();
        m_handle = std::make_unique<Handle>();
    }
    return {fate, status, *detail ? detail : curl_easy_strerror(code)};
}

}  // namespace lisa
