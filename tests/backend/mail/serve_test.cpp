// The real server with the options for letters: what it sends, and what it says of that.
#include <csignal>
#include <fstream>
#include <thread>

#include "clock.h"
#include "core/date.h"
#include "mail/queue.h"
#include "tests/backend/example.h"
#include "tests/backend/http/desk.h"
#include "tests/backend/mail/mail_server.h"
#include "tests/backend/process.h"

using namespace lisa;
using namespace lisa::test;

namespace {

constexpr const char *kSecret = "Kvastskaft", *kLogin = "ett-hemligt-losen";

/// A town of today, in which the clock of a breach has almost run out.
struct Alarm : Town {
    MailServer server{{"--tls", "--login", "lisa", kLogin}};
    std::string secret = folder.path("mail-secret");

    Alarm() {
        now = now_ms();
        std::ofstream(secret) << "lisa\n" << kLogin << "\n";
        std::filesystem::permissions(secret, std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
        breach("anna", "board_a");
    }
    void breach(const char* person, const char* unit) {
        const std::string known_at = utc_text(now - 71 * 3'600'000 - 1'800'000);
        edit(kPerson, id(person), {{"email", text(std::string(person) + "@example.se")}});
        make(kBreach, id(std::string("case of ") + person),
             {{"name", text(kSecret)},
              {"unit", text(id(unit))},
              {"responsible", text(id(person))},
              {"discovered_at", text(known_at)},
              {"known_at", text(known_at)}});
    }
    std::vector<std::string> words() const {
        return {"serve", "--db",      file(),     "--port", "0", "--mail-server", server.url(), "--mail-from", "lisa@example.se", "--mail-password-file",
                secret,  "--mail-ca", server.ca()};
    }
    /// Runs the server until so many letters have come in all; what it said.
    std::string serve_until(std::size_t letters) {
        storage.reset();
        Process process(words());
        const std::string said = process.output_until("Lisa lyssnar");
        REQUIRE_MESSAGE(said.find("Lisa lyssnar") != std::string::npos, said);
        for (int tries = 0; server.letters().size() < letters && tries < 600; ++tries) std::this_thread::sleep_for(std::chrono::milliseconds(50));
        process.output_until(R"("event":"mail_sent")");
        process.signal(SIGTERM);
        CHECK(process.wait() == 0);
        reopen();
        return process.output();
    }
};

std::int64_t letters_in(Town& town) {
    auto view = town.storage->read();
    auto query = view->database().query("SELECT count(*) FROM mail");
    REQUIRE(query);
    REQUIRE(query->step());
    return query->integer(0);
}

}  // namespace

TEST_CASE("O4 D3 the options have people reminded, encrypted and signed in, once over a restart, and the log keeps their secrets") {
    Alarm alarm;
    std::string said = alarm.serve_until(1);
    alarm.breach("bertil", "board_b");
    said += alarm.serve_until(2);
    const std::vector<Json> letters = alarm.server.letters();
    REQUIRE(letters.size() == 2);
    CHECK(member(letters[0], "to")->front() == "anna@example.se");
    CHECK(member(letters[1], "to")->front() == "bertil@example.se");
    for (const Json& letter : letters) {
        CHECK(*bool_member(letter, "tls"));
        CHECK(*bool_member(letter, "login"));
        CHECK(text_member(letter, "raw")->find(kSecret) == std::string::npos);
        CHECK(text_member(letter, "body")->find("Anmäl till IMY") != std::string::npos);
        CHECK(text_member(letter, "body")->find("Öppna Lisa: http://127.0.0.1:") != std::string::npos);
    }
    for (const char* part : {R"("event":"mail_queued")", R"("event":"mail_sent")"}) CHECK_MESSAGE(said.find(part) != std::string::npos, said);
    for (const char* secret : {kSecret, kLogin, "@example.se", "IMY"}) CHECK_MESSAGE(said.find(secret) == std::string::npos, secret << " is in\n" << said);
}

TEST_CASE("O4 nothing is queued or sent until a mail server is named") {
    Desk desk;
    desk.town.edit(kPerson, id("anna"), {{"email", text("anna@example.se")}});
    desk.town.make(kBreach, id("case"),
                   {{"name", text(kSecret)},
                    {"unit", text(id("board_a"))},
                    {"responsible", text(id("anna"))},
                    {"discovered_at", text("2026-11-20T10:00:00Z")},
                    {"known_at", text("2026-11-20T10:00:00Z")}});
    CHECK(desk.get("/api/health").status == 200);
    desk.server().stop();
    CHECK(letters_in(desk.town) == 0);
}

TEST_CASE("O4 who keeps the post is told how many letters did not get through, and nobody else is") {
    Desk desk;
    {
        auto work = desk.town.storage->begin(desk.now);
        REQUIRE(queue_mail(work->database(), {{id("anna"), id("a"), "measure.due_on", "2026-11-26", 0}}, desk.now));
        const auto mail = take_mail(work->database(), desk.now);
        REQUIRE(settle_mail(work->database(), **mail, Fate::refused, desk.now));
        REQUIRE(work->commit());
    }
    CHECK(body_of(desk.get("/api/me", desk.sign_in("chief")))["undelivered"] == 1);
    CHECK(body_of(desk.get("/api/me", desk.sign_in("anna")))["undelivered"] == 0);
}

TEST_CASE("O4 what is wrong with the options is said at the start") {
    Town town;
    town.storage.reset();
    const std::string file = town.file();
    struct Row {
        std::vector<std::string> words;
        const char* said;
    };
    const Row rows[] = {{{"--mail-from", "lisa@example.se"}, "--mail-from needs --mail-server"},
                        {{"--mail-server", "mail.example.se", "--mail-from", "lisa@example.se"}, "--mail-server is smtp://NAME:PORT"},
                        {{"--mail-server", "smtp://mail.example.se"}, "needs --mail-from"},
                        {{"--mail-server", "smtp://localhost", "--mail-from", "lisa@example.se", "--mail-password-file", "/nowhere"}, "/nowhere is no file"}};
    for (const Row& row : rows) {
        std::vector<std::string> words{"serve", "--db", file, "--port", "0"};
        words.insert(words.end(), row.words.begin(), row.words.end());
        const Ran ran = run(words);
        CHECK(ran.code == 1);
        CHECK_MESSAGE(ran.said.find(row.said) != std::string::npos, ran.said);
    }
    REQUIRE(loaded().storage->checkpoint());
    const std::string example = town.folder.path("demo.db");
    std::filesystem::copy_file(loaded().path, example);
    const Ran ran = run({"serve", "--db", example, "--port", "0", "--mail-server", "smtp://mail.example.se", "--mail-from", "lisa@example.se"});
    CHECK(ran.code == 1);
    CHECK_MESSAGE(ran.said.find("invented addresses") != std::string::npos, ran.said);
}
