#include "tests/backend/process.h"
#include "core/json.h"

#include <httplib.h>

#include <atomic>
#include <csignal>
#include <fstream>
#include <random>
#include <sstream>
#include <thread>

#include "store/verify.h"
#include "sync/protocol.h"
#include "tests/backend/http/desk.h"
#include "tests/shared/golden.h"

using namespace lisa;
using namespace lisa::test;

namespace {

int port_in(const std::string& said) {
    const std::string mark = "http://127.0.0.1:";
    const std::size_t at = said.rfind(mark);
    return at == std::string::npos ? 0 : std::atoi(said.c_str() + at + mark.size());
}

httplib::Headers page(int port, const std::string& cookie = {}) {
    httplib::Headers headers{{"Host", "127.0.0.1:" + std::to_string(port)}, {"X-Lisa", "1"}};
    if (!cookie.empty()) headers.emplace("Cookie", cookie);
    return headers;
}

bool says(const Ran& ran, const char* part) { return ran.said.find(part) != std::string::npos; }

std::vector<std::string> serve(const std::string& file) { return {"serve", "--db", file, "--port", "0", "--quiet"}; }

}  // namespace

TEST_CASE("the first start prints a one-time link, with which the administrator gets in") {
    Folder folder;
    Process server(serve(folder.path("a.db")));
    const std::string said = server.output_until("Lisa lyssnar på http://127.0.0.1:");
    const int port = port_in(server.output_until("\n", 0));
    REQUIRE_MESSAGE(port > 0, said);
    const std::size_t at = said.find("/valkommen#");
    REQUIRE(at != std::string::npos);
    const std::string token = said.substr(at + 11, 43);
    httplib::Client client("127.0.0.1", port);
    const auto chosen = client.Post("/api/password", page(port), dump(Json{{"token", token}, {"password", "min allra första"}}), "application/json");
    REQUIRE(chosen);
    CHECK(chosen->status == 200);
    const auto signed_in =
        client.Post("/api/session", page(port), dump(Json{{"username", "administrator"}, {"password", "min allra första"}}), "application/json");
    REQUIRE(signed_in);
    CHECK(signed_in->status == 200);
    server.signal(SIGTERM);
    CHECK(server.wait() == 0);
    CHECK(server.output().find("min allra") == std::string::npos);
    CHECK(server.output().rfind(token) == at + 11);  // said once, never logged
    CHECK_FALSE(std::filesystem::exists(folder.path("a.db-wal")));

    Process again(serve(folder.path("a.db")));
    again.output_until("Lisa lyssnar");
    CHECK(again.output().find("valkommen#") == std::string::npos);
    again.signal(SIGINT);
    CHECK(again.wait() == 0);
    const Ran link = run({"invite", "administrator", "--db", folder.path("a.db")});
    CHECK(link.code == 0);
    CHECK(says(link, "http://127.0.0.1:8080/valkommen#"));
    CHECK(run({"invite", "nobody", "--db", folder.path("a.db")}).code == 1);
}

TEST_CASE("what was acknowledged is there after the server is killed in the middle of pushes") {
    const unsigned seed = std::random_device{}();
    CAPTURE(seed);
    std::mt19937 random(seed);
    Town town;
    std::string cookie;
    {
        auto work = town.storage->begin(now_ms());
        REQUIRE(add_account(work->database(), id("anna"), "anna", now_ms()));
        cookie = "lisa=" + *begin_session(work->database(), id("anna"), now_ms());
        REQUIRE(work->commit());
    }
    town.storage.reset();
    std::map<std::string, std::int64_t> acknowledged;
    int number = 0;
    for (int round = 0; round < 4; ++round) {
        Process server(serve(town.file()));
        server.output_until("Lisa lyssnar på http://127.0.0.1:");
        const int port = port_in(server.output_until("\n", 0));
        REQUIRE(port > 0);
        std::thread killer([&server, wait = 100 + random() % 400] {
            std::this_thread::sleep_for(std::chrono::milliseconds(wait));
            server.signal(SIGKILL);
        });
        httplib::Client client("127.0.0.1", port);
        client.set_keep_alive(true);
        for (;;) {
            std::vector<Change> changes;
            for (int i = 0; i < 5; ++i, ++number) {
                Change made = change(Verb::create, kAsset, id("pushed " + std::to_string(number)), 0,
                                     {{"name", text("Tillgång " + std::to_string(number))}, {"kind", text("process")}, {"unit", text(id("board_a"))}},
                                     browser_of("anna"));
                made.id = id("push " + std::to_string(number));
                changes.push_back(std::move(made));
            }
            const auto reply = client.Post("/api/changes", page(port, cookie), dump(push_to_json(changes)), "application/json");
            if (!reply) break;
            REQUIRE(reply->status == 200);
            const auto answers = answers_from_json(*parse_json(reply->body));
            REQUIRE(answers);
            for (std::size_t i = 0; i < changes.size(); ++i) {
                REQUIRE_FALSE((*answers)[i].error);
                acknowledged[changes[i].record] = (*answers)[i].rev;
            }
        }
        killer.join();
        CHECK(server.wait() == 128 + SIGKILL);
    }
    MESSAGE(acknowledged.size() << " changes were acknowledged before four kills");
    REQUIRE(acknowledged.size() > 20);
    town.reopen();
    for (const auto& [record, rev] : acknowledged) CHECK(town.load(kAsset, record).rev == rev);
    auto view = town.storage->read();
    const auto found = verify(view->database(), Rows(kCatalog));
    REQUIRE(found);
    CHECK(found->faults.empty());
}

TEST_CASE("the command line does what it says, and refuses what it does not know") {
    Town town;
    town.storage.reset();
    const std::string file = town.file(), policy = town.folder.path("policy.txt");
    std::ofstream(policy) << "Policy för test\n\nSyfte\nVi skyddar information.\n\nAnsvar\nAlla ansvarar.\n";
    std::ofstream(town.folder.path("empty.txt"));
    std::ofstream(town.folder.path("binary.txt"), std::ios::binary) << std::string("\x00\x01\x02PK", 5);
    std::ofstream(town.folder.path("huge.txt")) << std::string(50'000'000, 'x');
    std::ofstream(town.folder.path("letter.db")) << std::string(5000, 'x');
    struct Row {
        std::vector<std::string> words;
        int code;
        const char* said;
    };
    const Row rows[] = {
        {{}, 2, "what shall be done?"},
        {{"help"}, 0, "lisa_server serve --db"},
        {{"version"}, 0, "0."},
        {{"dance"}, 2, "unknown command dance"},
        {{"serve"}, 2, "needs --db"},
        {{"serve", "--db"}, 2, "--db needs a value"},
        {{"serve", "--db", file, "--colour", "red"}, 2, "unknown option --colour"},
        {{"serve", "--db", file, "--port", "x"}, 2, "--port needs a number"},
        {{"serve", "--db", file, "--listen", "0.0.0.0"}, 1, "needs --origin"},
        {{"serve", "--db", file, "--www", "/nowhere"}, 1, "does not exist"},
        {{"serve", "--db", town.folder.path("letter.db")}, 1, "is not a database"},
        {{"serve", "--db", "/nowhere/at/all.db"}, 1, "folder /nowhere/at does not exist"},
        {{"verify", "--db", file}, 0, "journal rows are whole"},
        {{"verify", "--db", town.folder.path("missing.db")}, 1, "does not exist"},
        {{"verify", "--db", town.folder.path("letter.db")}, 1, "is not a database"},
        {{"rebuild", "--db=" + file}, 0, "written anew"},
        {{"import-policy", policy, "--db", file}, 0, "sections are in the document register"},
        {{"import-policy", town.folder.path("empty.txt"), "--db", file}, 1, "is empty"},
        {{"import-policy", town.folder.path("binary.txt"), "--db", file}, 1, "is not text"},
        {{"import-policy", town.folder.path("huge.txt"), "--db", file}, 1, "too large"},
        {{"import-policy", town.folder.path("none.txt"), "--db", file}, 1, "cannot be opened"},
        {{"import-policy", policy, "--db", file, "--unit", id("ghost")}, 1, "problem.reference"},
        {{"import-policy", "--db", file}, 2, "a word is missing"},
        {{"demo", "--db", file}, 1, "is not a demo"},
        {{"verify", "--db", file}, 0, "agree with them"},
    };
    for (const Row& row : rows) {
        const Ran ran = run(row.words);
        std::string line;
        for (const std::string& word : row.words) line += word + " ";
        CHECK_MESSAGE(ran.code == row.code, line << ": " << ran.said);
        CHECK_MESSAGE(says(ran, row.said), line << ": " << ran.said);
    }
    town.meddle("UPDATE \"asset\" SET \"name\" = 'Falskt' WHERE id = '" + id("grades") + "'");
    const Ran broken = run({"verify", "--db", file});
    CHECK(broken.code == 1);
    CHECK(says(broken, ("asset " + id("grades") + ": field name differs").c_str()));
}

TEST_CASE("a port that is taken is said at start") {
    Desk desk;
    Folder folder;
    const Ran ran = run({"serve", "--db", folder.path("a.db"), "--port", std::to_string(desk.port())});
    CHECK(ran.code == 1);
    CHECK(says(ran, "is taken"));
}

TEST_CASE("the log says who asked for what, and no secret") {
    Town town;
    std::string token;
    {
        auto work = town.storage->begin(now_ms());
        REQUIRE(add_account(work->database(), id("anna"), "anna", now_ms()));
        token = *begin_session(work->database(), id("anna"), now_ms());
        REQUIRE(work->commit());
    }
    town.storage.reset();
    Process server({"serve", "--db", town.file(), "--port", "0"});
    server.output_until("Lisa lyssnar på http://127.0.0.1:");
    const int port = port_in(server.output_until("\n", 0));
    httplib::Client client("127.0.0.1", port);
    (void)client.Get("/api/changes?since=0&epoch=hemlig-fraga", page(port, "lisa=" + token));
    (void)client.Post("/api/session", page(port), R"({"username":"mitt lösenord av misstag","password":"hemligt ord"})", "application/json");
    (void)client.Post("/api/changes", {{"Host", "127.0.0.1:" + std::to_string(port)}, {"Origin", "https://evil.example"}}, "{}", "application/json");
    server.signal(SIGTERM);
    CHECK(server.wait() == 0);
    const std::string said = server.output();
    for (const char* part :
         {R"("event":"start")", R"("event":"stop")", R"("event":"sign_in_failed")", R"("event":"refused")", R"("path":"/api/changes")", R"("status":401)"})
        CHECK_MESSAGE(said.find(part) != std::string::npos, part << " is missing in\n" << said);
    CHECK(said.find(R"("person":")" + id("anna")) != std::string::npos);
    for (const std::string& secret : {token, std::string("hemlig"), std::string("misstag"), std::string("epoch")})
        CHECK_MESSAGE(said.find(secret) == std::string::npos, secret << " is in\n" << said);
}

TEST_CASE("H1 the option opens the page of open reports, and the log does not say from where one came") {
    Town town;
    town.storage.reset();
    Process server({"serve", "--db", town.file(), "--port", "0", "--open-reports"});
    server.output_until("Lisa lyssnar på http://127.0.0.1:");
    const int port = port_in(server.output_until("\n", 0));
    httplib::Client client("127.0.0.1", port);
    const httplib::Headers plain{{"Host", "127.0.0.1:" + std::to_string(port)}};
    const auto gate = client.Get("/anmal?enhet=hemlig", plain);
    REQUIRE(gate);
    CHECK(gate->status == 200);
    (void)client.Post("/anmal/folj", plain, "code=HEMLIGKOD123", "application/x-www-form-urlencoded");
    (void)client.Post("/anmal", plain, "{}", "application/json");
    (void)client.Get("/static/0123/anmal.css", plain);  // what the page loads
    (void)client.Get("/api/health", plain);
    server.signal(SIGTERM);
    CHECK(server.wait() == 0);
    std::istringstream lines(server.output());
    int reports = 0, others = 0;
    for (std::string line; std::getline(lines, line);) {
        const bool has_address = line.find(R"("address":"127.0.0.1")") != std::string::npos;
        const bool is_report = line.find(R"("path":"/anmal)") != std::string::npos || line.find(R"("path":"/static/)") != std::string::npos;
        reports += is_report;
        others += has_address;
        CHECK_FALSE_MESSAGE((is_report && has_address), line);
    }
    CHECK(reports >= 4);
    CHECK(others == 1);
    CHECK(server.output().find("HEMLIG") == std::string::npos);
    CHECK(server.output().find("hemlig") == std::string::npos);
}
