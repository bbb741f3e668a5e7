#pragma once
// A real SMTP server on loopback, in a process of its own, that behaves as a test wants (smtp_server.py).
#include <sys/types.h>

#include "core/json.h"
#include "mail/settings.h"
#include "tests/backend/town.h"

namespace lisa::test {

class MailServer {
public:
    /// `words`: "--tls", "--login NAME PASSWORD". With --tls the certificate is in ca().
    explicit MailServer(const std::vector<std::string>& words = {});
    MailServer(const MailServer&) = delete;
    MailServer& operator=(const MailServer&) = delete;
    ~MailServer();

    /// How it behaves towards letters that begin from now on.
    void behave(const std::string& mode) const;
    std::string url() const { return "smtp://127.0.0.1:" + std::to_string(m_port); }
    std::string ca() const { return m_folder.path("cert.pem"); }
    /// Settings that lead here.
    MailSettings settings() const;
    /// The letters that it took, in their order: from, to, tls, login, head, body, raw.
    std::vector<Json> letters() const;
    /// The decoded bodies, in the same order.
    std::vector<std::string> bodies() const;
    /// How many connections came.
    std::int64_t clients() const;

private:
    Folder m_folder;
    pid_t m_pid = -1;
    int m_input = -1;
    int m_port = 0;
};

}  // namespace lisa::test
