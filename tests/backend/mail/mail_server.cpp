#include "tests/backend/mail/mail_server.h"

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <fstream>
#include <iterator>

#include "tests/places.h"
#include "tests/shared/golden.h"

namespace lisa::test {
namespace {

void make_certificate(const std::string& folder) {
    const std::string command =
        "openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj /CN=localhost "
        "-addext subjectAltName=DNS:localhost,IP:127.0.0.1 -keyout '" +
        folder + "/key.pem' -out '" + folder + "/cert.pem' 2>/dev/null";
    REQUIRE(std::system(command.c_str()) == 0);
}

}  // namespace

MailServer::MailServer(const std::vector<std::string>& words) {
    const std::string python = python_program(), script = source_path("tests/backend/mail/smtp_server.py"), folder = m_folder.path("");
    if (!words.empty() && words.front() == "--tls") make_certificate(folder);
    std::vector<char*> arguments{const_cast<char*>(python.c_str()), const_cast<char*>(script.c_str()), const_cast<char*>(folder.c_str())};
    for (const std::string& word : words) arguments.push_back(const_cast<char*>(word.c_str()));
    arguments.push_back(nullptr);
    int in[2], out[2];
    REQUIRE(pipe2(in, O_CLOEXEC) == 0);
    REQUIRE(pipe2(out, O_CLOEXEC) == 0);
    m_pid = fork();
    REQUIRE(m_pid >= 0);
    if (m_pid == 0) {
        dup2(in[0], 0);
        dup2(out[1], 1);
        execv(python.c_str(), arguments.data());
        _exit(127);
    }
    close(in[0]);
    close(out[1]);
    m_input = in[1];
    std::string said;
    for (char c = 0; read(out[0], &c, 1) == 1 && c != '\n';) said += c;
    close(out[0]);
    m_port = std::atoi(said.c_str());
    REQUIRE_MESSAGE(m_port > 0, "no SMTP server: python3-aiosmtpd is missing");
}

MailServer::~MailServer() {
    close(m_input);
    kill(m_pid, SIGTERM);
    waitpid(m_pid, nullptr, 0);
}

void MailServer::behave(const std::string& mode) const { std::ofstream(m_folder.path("mode")) << mode; }

MailSettings MailServer::settings() const {
    MailSettings settings;
    settings.server = url();
    settings.from = "lisa@example.se";
    return settings;
}

std::vector<Json> MailServer::letters() const {
    std::vector<Json> found;
    while (const auto text = read_file(m_folder.path(std::to_string(found.size() + 1) + ".json"))) found.push_back(parse_json(*text).value_or(Json()));
    return found;
}

std::vector<std::string> MailServer::bodies() const {
    std::vector<std::string> found;
    for (const Json& letter : letters()) found.push_back(*text_member(letter, "body"));
    return found;
}

std::int64_t MailServer::clients() const {
    std::ifstream file(m_folder.path("clients"));
    return std::count(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>(), '\n');
}

}  // namespace lisa::test
