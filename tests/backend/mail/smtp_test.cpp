#include "mail/smtp.h"

#include <atomic>
#include <thread>

#include "tests/backend/mail/mail_server.h"

using namespace lisa;
using namespace lisa::test;

namespace {

const Letter kLetter{"0190a5b0-0000-7000-8000-000000000001", "anna@example.se", "Lisa: 2 saker att göra, en försenad",
                     "Hej Åsa!\n\n- Årshjulet: 1 st\n.\nSlut\n"};

bool never() { return false; }

Outcome send(const MailSettings& settings, const Letter& letter = kLetter) { return Smtp(settings, "lisa.example.se", never).send(letter, kStart); }

std::string head_in(const Json& letter, const char* name) {
    const Json* head = member(letter, "head");
    const std::string* text = head ? text_member(*head, name) : nullptr;
    return text ? *text : std::string();
}

}  // namespace

TEST_CASE("O4 a letter arrives as it was written, and says that a machine wrote it") {
    const MailServer server;
    const Outcome outcome = send(server.settings());
    CHECK(outcome.fate == Fate::accepted);
    REQUIRE(server.letters().size() == 1);
    const Json letter = server.letters().front();
    CHECK(*text_member(letter, "from") == "lisa@example.se");
    CHECK(*text_member(letter, "body") == kLetter.body);
    CHECK(head_in(letter, "Subject") == kLetter.subject);
    CHECK(head_in(letter, "From") == "Lisa <lisa@example.se>");
    CHECK(head_in(letter, "To") == "anna@example.se");
    CHECK(head_in(letter, "Date") == "Mon, 23 Nov 2026 13:20:00 +0000");
    CHECK(head_in(letter, "Message-ID") == "<0190a5b0-0000-7000-8000-000000000001@example.se>");
    CHECK(head_in(letter, "Auto-Submitted") == "auto-generated");
    CHECK(head_in(letter, "Mime-Version") == "1.0");
}

TEST_CASE("O4 nothing in a subject becomes a field of the head, whatever it is") {
    for (const std::string& subject :
         {std::string("Hej\r\nBcc: spion@example.se"), std::string("Hej\nX: y\r\n\r\nkropp"), std::string(400, 'x'), std::string("a\0b", 3)}) {
        Letter letter = kLetter;
        letter.subject = subject;
        const std::vector<std::string> head = head_of(letter, "lisa@example.se", kStart);
        CHECK(head.size() == 6);
        for (const std::string& field : head)
            for (const char c : field) CHECK((c >= ' ' && c < 127));
    }
    const MailServer server;
    Letter letter = kLetter;
    letter.subject = "Hej\r\nBcc: spion@example.se\r\n\r\nannan kropp";
    letter.body = "\r\n.\r\nMAIL FROM:<spion@example.se>\r\n";
    CHECK(send(server.settings(), letter).fate == Fate::accepted);
    REQUIRE(server.letters().size() == 1);
    CHECK(head_in(server.letters().front(), "Bcc").empty());
    CHECK(*text_member(server.letters().front(), "body") == "\n.\nMAIL FROM:<spion@example.se>\n");
}

TEST_CASE("O4 a long subject in Swedish is cut between letters, in words that any program can read") {
    Letter letter = kLetter;
    letter.subject.clear();
    for (int i = 0; i < 60; ++i) letter.subject += i % 7 == 0 ? "åäö " : "x";
    const MailServer server;
    CHECK(send(server.settings(), letter).fate == Fate::accepted);
    CHECK(head_in(server.letters().front(), "Subject") == letter.subject.substr(0, letter.subject.find_last_not_of(' ') + 1));
}

TEST_CASE("O4 what becomes of a letter follows from where and how the server refuses it") {
    struct Row {
        const char* mode;
        Fate fate;
        long status;
    };
    const Row rows[] = {{"no_greeting", Fate::away, 554},    {"no_sender", Fate::refused, 550}, {"no_reader", Fate::refused, 550},
                        {"no_reader_now", Fate::later, 450}, {"no_letter", Fate::refused, 554}, {"no_letter_now", Fate::later, 451},
                        {"drop_early", Fate::away, 0},       {"drop", Fate::unclear, 354}};
    const MailServer server;
    for (const Row& row : rows) {
        CAPTURE(row.mode);
        server.behave(row.mode);
        const Outcome outcome = send(server.settings());
        CHECK(outcome.fate == row.fate);
        if (row.status != 0) CHECK(outcome.status == row.status);
        CHECK_FALSE(outcome.detail.empty());
        CHECK(outcome.detail.find("anna") == std::string::npos);
    }
    MailSettings nowhere = server.settings();
    nowhere.server = "smtp://127.0.0.1:1";
    CHECK(send(nowhere).fate == Fate::away);
    CHECK(send(nowhere).status == 0);
}

TEST_CASE("O4 a server that takes the letter and never answers leaves it unclear, when the time is out and when Lisa stops") {
    const MailServer server;
    server.behave("hang");
    MailSettings settings = server.settings();
    settings.limit_ms = 1500;
    CHECK(send(settings).fate == Fate::unclear);
    settings.limit_ms = 600'000;
    std::atomic<bool> is_stopping = false;
    Smtp smtp(settings, "lisa.example.se", [&] { return is_stopping.load(); });
    std::thread stopping([&] {
        while (server.letters().size() < 2) std::this_thread::sleep_for(std::chrono::milliseconds(10));
        is_stopping = true;
    });
    CHECK(smtp.send(kLetter, kStart).fate == Fate::unclear);
    stopping.join();
}

TEST_CASE("O4 letters to several people go over one connection, and what became of one says nothing of the next") {
    const MailServer server;
    const MailSettings settings = server.settings();
    Smtp smtp(settings, "lisa.example.se", never);
    for (int i = 0; i < 5; ++i) CHECK(smtp.send(kLetter, kStart).fate == Fate::accepted);
    CHECK(server.letters().size() == 5);
    CHECK(server.clients() == 1);
    for (const char* mode : {"drop", "no_reader", "no_letter"}) {
        CAPTURE(mode);
        server.behave(mode);
        Smtp other(settings, "lisa.example.se", never);
        CHECK(other.send(kLetter, kStart).fate != Fate::accepted);
        server.behave("take");
        CHECK(other.send(kLetter, kStart).fate == Fate::accepted);
    }
}

TEST_CASE("O4 with STARTTLS the letter and the password go encrypted, and only to whom the certificate is of") {
    const MailServer server({"--tls", "--login", "lisa", "ett hemligt lösen"});
    MailSettings settings = server.settings();
    settings.ca = server.ca();
    settings.user = "lisa";
    settings.password = "ett hemligt lösen";
    CHECK(send(settings).fate == Fate::accepted);
    REQUIRE(server.letters().size() == 1);
    CHECK(*bool_member(server.letters().front(), "tls"));
    CHECK(*bool_member(server.letters().front(), "login"));
    settings.password = "fel";
    const Outcome wrong = send(settings);
    CHECK(wrong.fate == Fate::away);
    CHECK(wrong.detail.find("fel") == std::string::npos);
    const MailServer other({"--tls"});
    settings.ca = other.ca();
    CHECK(send(settings).fate == Fate::away);
    CHECK(server.letters().size() == 1);
}

TEST_CASE("O4 a server that offers no encryption gets no letter where one is demanded") {
    const MailServer plain, other({"--tls"});
    MailSettings settings = plain.settings();
    settings.ca = other.ca();
    settings.user = "lisa";
    settings.password = "hemligt";
    CHECK(settings.needs_tls());
    CHECK(send(settings).fate == Fate::away);
    CHECK(plain.clients() == 1);
    CHECK(plain.letters().empty());
}
