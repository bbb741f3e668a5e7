#include "mail/settings.h"

#include <sys/stat.h>

#include <fstream>

#include "tests/backend/town.h"

using namespace lisa;
using namespace lisa::test;

namespace {

Options options(std::map<std::string, std::string, std::less<>> values) { return {std::move(values), {}, {}}; }

std::string complaint_of(std::map<std::string, std::string, std::less<>> values) {
    const auto settings = mail_settings(options(std::move(values)));
    return settings ? "" : settings.error().detail;
}

std::string secret_file(const Folder& folder, const std::string& text, mode_t mode = 0600) {
    const std::string path = folder.path("secret");
    std::ofstream(path) << text;
    chmod(path.c_str(), mode);
    return path;
}

}  // namespace

TEST_CASE("O4 without a server nothing is on, and what else is chosen is said to be of no use") {
    const auto none = mail_settings({});
    REQUIRE(none);
    CHECK_FALSE(none->is_on());
    for (const char* name : {"--mail-from", "--mail-password-file", "--mail-ca", "--mail-hour"})
        CHECK(complaint_of({{name, "7"}}) == std::string(name) + " needs --mail-server");
}

TEST_CASE("O4 a server is a name and a port and nothing else") {
    for (const char* server :
         {"smtp://mail.example.se", "smtp://mail.example.se:587", "smtps://mail.example.se:465", "smtp://127.0.0.1:25", "smtp://[::1]:25", "smtp://localhost"})
        CHECK_MESSAGE(complaint_of({{"--mail-server", server}, {"--mail-from", "lisa@example.se"}}).empty(), server);
    for (const char* server : {"", "mail.example.se", "http://mail.example.se", "smtp://", "smtp://user:word@mail.example.se", "smtp://mail.example.se/path",
                               "smtp://mail.example.se:0", "smtp://mail.example.se:70000", "smtp://mail.example.se:25x", "smtp://mail example.se",
                               "smtp://mail.example.se\r\n", "smtp://[::1", "smtp:"})
        CHECK_FALSE_MESSAGE((*server != 0 && complaint_of({{"--mail-server", server}, {"--mail-from", "lisa@example.se"}}).empty()), server);
    CHECK(complaint_of({{"--mail-server", "smtp://localhost"}}).find("--mail-from") != std::string::npos);
    CHECK(complaint_of({{"--mail-server", "smtp://localhost"}, {"--mail-from", "lisa"}}).find("--mail-from") != std::string::npos);
    for (const char* hour : {"-1", "24", "sju"})
        CHECK(complaint_of({{"--mail-server", "smtp://localhost"}, {"--mail-from", "lisa@example.se"}, {"--mail-hour", hour}}) == "--mail-hour is 0 to 23");
    CHECK(complaint_of({{"--mail-server", "smtp://localhost"}, {"--mail-from", "lisa@example.se"}, {"--mail-ca", "/nowhere"}}).find("cannot be read") !=
          std::string::npos);
}

TEST_CASE("O4 only to this machine may letters go unencrypted") {
    const auto needs = [](const char* server, const char* ca = "") {
        MailSettings settings;
        settings.server = server;
        settings.ca = ca;
        return settings.needs_tls();
    };
    for (const char* server : {"smtp://127.0.0.1", "smtp://localhost:25", "smtp://[::1]:25"}) {
        CHECK_FALSE(needs(server));
        CHECK(needs(server, "/etc/ca.pem"));
    }
    for (const char* server :
         {"smtp://mail.example.se:25", "smtp://10.0.0.1", "smtp://127.0.0.1.example.se", "smtp://localhost.example.se", "smtps://127.0.0.1"})
        CHECK(needs(server));
}

TEST_CASE("O4 user name and password come from a file that not everybody may read") {
    const Folder folder;
    const auto read = [&](const std::string& path) {
        return mail_settings(options({{"--mail-server", "smtp://localhost"}, {"--mail-from", "lisa@example.se"}, {"--mail-password-file", path}}));
    };
    const auto good = read(secret_file(folder, "lisa\r\nett hemligt ord \n"));
    REQUIRE(good);
    CHECK(good->user == "lisa");
    CHECK(good->password == "ett hemligt ord ");
    CHECK(read(secret_file(folder, "lisa\nord", 0640)));
    for (const mode_t mode : {0644, 0602})
        CHECK(read(secret_file(folder, "lisa\nett hemligt ord\n", mode)).error().detail.find("chmod 600") != std::string::npos);
    for (const char* text : {"", "hemlig", "hemlig\n", "\nhemlig\n", "hemlig\n\n"}) {
        const auto bad = read(secret_file(folder, text));
        REQUIRE_FALSE(bad);
        CHECK(bad.error().detail.find("hemlig") == std::string::npos);
    }
    CHECK_FALSE(read(folder.path("none")));
    CHECK_FALSE(read(folder.path("")));
}

TEST_CASE("O4 an address is plain, and can begin no other field") {
    for (const char* text : {"anna@example.se", "anna.agare+lisa@skola.kommun.se", "a_b-c@x-y.se"}) CHECK_MESSAGE(is_mail_address(text), text);
    for (const char* text :
         {"", "anna", "@example.se", "anna@", "anna@example", "anna@.se", "anna@example.", "-anna@example.se", "anna@-example.se", "a b@example.se",
          "anna@example.se\r\nBcc: x@y.se", "anna@example.se>", "\"anna\"@example.se", "åsa@example.se", "a,b@example.se", "anna@exa@mple.se"})
        CHECK_FALSE_MESSAGE(is_mail_address(text), text);
}
