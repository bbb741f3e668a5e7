// How much may come without an account (H1): turns, bytes, memory, room for files, and guesses at codes.
#include <future>
#include <set>

#include "http/form.h"
#include "tests/backend/http/open.h"

using namespace lisa;
using namespace lisa::test;

TEST_CASE("H1: guessing codes is slowed down, and who has the right one waits no longer than a minute") {
    Open open;
    const std::string code = code_in(open.send(told()).body);
    int waits = 0;
    for (int i = 0; i < 60; ++i) waits += open.follow("0000-0000-" + std::to_string(1000 + i)).status == 429;
    CHECK(waits > 5);
    const auto held = open.follow(code);
    CHECK(held.status == 429);
    CHECK(held.has_header("Retry-After"));
    open.desk.now += 61'000;
    CHECK(open.follow(code).status == 200);
}

TEST_CASE("H1: who waits cannot tell a code that was asked for before from a wrong one") {
    Open open;
    const std::string code = code_in(open.send(told()).body);
    for (int i = 0; i < 20; ++i) CHECK(open.follow(code).status == 200);  // a right one is no guess, however often
    for (int i = 0; i < SignInLimit::kFreeAddress + 1; ++i) (void)open.follow("0000-0000-" + std::to_string(1000 + i));
    const auto right = open.follow(code), wrong = open.follow("0000-0000-0000"), no_code = open.follow("x");
    for (const auto& answer : {right, wrong, no_code}) CHECK(answer.status == 429);
    CHECK(right.body == wrong.body);
    CHECK(right.get_header_value("Retry-After") == wrong.get_header_value("Retry-After"));
}

TEST_CASE("H1: so many come from one address, and so many in all, in an hour; what came before counts once") {
    Open open([](Settings& settings) { settings.open_reports = {.per_address = 3, .in_all = 4, .bytes = 1 << 20}; });
    for (int i = 0; i < 3; ++i) CHECK(open.send(told("the key of form " + std::to_string(i))).status == 200);
    const auto refused = open.send(told("the key of form 4"));
    CHECK(refused.status == 429);
    CHECK(refused.get_header_value("Retry-After") == "3600");
    CHECK(has(refused, "Gå tillbaka i webbläsaren"));
    const auto as_script = open.desk.ask("POST", "/anmal", open.plain("application/json"), body_of_form(told("the key of form 4")), kMultipart);
    CHECK(as_script.status == 429);
    CHECK(body_of(as_script)["retry_s"] == 3600);
    CHECK(open.events().size() == 3);
    open.desk.now += 3'600'000;
    for (int i = 0; i < 6; ++i) CHECK(open.send(told("the key of form 0")).status == 200);
    CHECK(open.events().size() == 3);
    CHECK(open.send(told("the key of form 4")).status == 200);
    CHECK(open.events().size() == 4);
}

TEST_CASE("H1: what brought nothing takes no turn; what is wrong in the registers' eyes does, and so do bytes that were there before") {
    const auto one = [](Settings& settings) { settings.open_reports = {.per_address = 1, .in_all = 1, .bytes = 1 << 20, .bytes_in_flight = 1 << 20}; };
    Open open(one);
    CHECK(open.desk.ask("POST", "/anmal", open.plain(), "no form at all", kMultipart).status == 400);
    CHECK(open.send(told("short")).status == 400);
    CHECK(open.desk
              .raw("POST /anmal HTTP/1.1\r\nHost: " + open.desk.host() + "\r\nContent-Type: " + kMultipart +
                   "\r\nContent-Length: 100\r\nConnection: close\r\n\r\n--lisa--\r\n" + std::string(90, 'x'))
              .starts_with("HTTP/1.1 400"));
    const std::string large = kPng + std::string(400'000, 'x');
    CHECK(open.send(told(), "a.png", large).status == 200);
    CHECK(open.send(told("the key of another form")).status == 429);
    open.desk.now += Turns::kWindowMs;
    for (int i = 0; i < 2; ++i) CHECK(open.send(told(), "a.png", large).status == 200);
    CHECK(open.send(told(), "a.png", large).status == 429);  // its bytes would be more than an hour has
    CHECK(open.send(told("the key of another form")).status == 200);
    CHECK(open.events().size() == 2);

    Open wrong(one);
    CHECK(wrong.send(with(told(), "name", "")).status == 422);
    CHECK(wrong.send(told()).status == 429);
}

TEST_CASE("H1: open reports have memory of their own, a quarter of that for files, and take none of what people with an account have") {
    Open open([](Settings& settings) {
        settings.file_memory = 4'000'000;
        settings.open_reports = {.per_address = 1};
    });
    const auto refused = open.send(told(), "a.png", kPng + std::string(1'000'000, 'x'));
    CHECK(refused.status == 503);
    CHECK(refused.get_header_value("Retry-After") == "5");
    CHECK(open.send(told(), "a.png", kPng + std::string(990'000, 'x')).status == 200);  // the turn was given back
    const std::string cookie = open.desk.sign_in("anna"), large = kPng + std::string(2'000'000, 'x');
    const std::string path = "/api/files?name=a.png&register=asset&record=" + id("grades");
    CHECK(open.desk.ask("POST", path, open.desk.ours(cookie), large, "application/octet-stream").status == 200);
}

TEST_CASE("H1: the files of open reports have a tenth of the room for files; what is there already takes none") {
    Open open([](Settings& settings) { settings.file_quota = 1'000'000; });
    const std::string first = kPng + std::string(60'000, 'a'), second = kPng + std::string(60'000, 'b');
    CHECK(open.send(told("the key of form 1"), "a.png", first).status == 200);
    const auto full = open.send(told("the key of form 2"), "a.png", second);
    CHECK(full.status == 422);
    CHECK(has(full, "Skicka rapporten utan filen"));
    CHECK(open.send(told("the key of form 3"), "a.png", first).status == 200);
    CHECK(open.send(told("the key of form 2")).status == 200);
    CHECK(open.events().size() == 3);
    const std::string cookie = open.desk.sign_in("anna"), path = "/api/files?name=a.png&register=asset&record=" + id("grades");
    CHECK(open.desk.ask("POST", path, open.desk.ours(cookie), second, "application/octet-stream").status == 200);
    CHECK(open.send(told("the key of form 4"), "a.png", second).status == 200);  // somebody else brought it
}

TEST_CASE("H1: a form is limited in all its parts, and comes from our own page") {
    Open open([](Settings& settings) { settings.file_limit = 1 << 20; });
    const std::string too_much = open.desk.raw("POST /anmal HTTP/1.1\r\nHost: " + open.desk.host() + "\r\nContent-Type: " + kMultipart +
                                               "\r\nContent-Length: 1200000\r\nConnection: close\r\n\r\n--lisa\r\n");
    CHECK(too_much.starts_with("HTTP/1.1 413"));
    CHECK(too_much.find("Filen är för stor. Gå tillbaka i webbläsaren och välj en som är högst 1 MB.") != std::string::npos);
    CHECK(open.send(told(), "a.txt", std::string((1 << 20) + 1, 'x')).status == 400);
    CHECK(open.send(with(told(), "description", std::string(70'000, 'x'))).status == 400);
    CHECK(open.send(with(told(), std::string(50, 'n'), "x")).status == 400);
    CHECK(open.send(with(told(), "site", "\xff\xfe")).status == 400);
    Fields many = told();
    for (int i = 0; i < 40; ++i) many["field" + std::to_string(i)] = "x";
    CHECK(open.send(many).status == 400);
    const std::string two = part("key", "a key of some form") + part("file", "one", "a.txt") + part("file", "two", "b.txt") + "--lisa--\r\n";
    CHECK(open.desk.ask("POST", "/anmal", open.plain(), two, kMultipart).status == 400);
    CHECK(open.desk.ask("POST", "/anmal", open.plain(), "no form at all", kMultipart).status == 400);
    CHECK(open.desk.ask("POST", "/anmal", open.plain(), "{}", "application/json").status == 415);
    CHECK(open.desk.ask("POST", "/anmal", open.plain(), "name=x", kUrlEncoded).status == 415);
    for (const char* origin : {"https://evil.example", "null"}) {
        httplib::Headers foreign = open.plain();
        foreign.emplace("Origin", origin);
        CHECK(open.desk.ask("POST", "/anmal", foreign, body_of_form(told()), kMultipart).status == 403);
        CHECK(open.desk.ask("POST", "/anmal/folj", foreign, "code=x", kUrlEncoded).status == 403);
    }
    httplib::Headers framed_by_others = open.plain();
    framed_by_others.emplace("Sec-Fetch-Site", "cross-site");
    CHECK(open.desk.ask("POST", "/anmal", framed_by_others, body_of_form(told()), kMultipart).status == 403);
    CHECK(open.events().empty());
    httplib::Headers ours = open.plain();
    ours.emplace("Origin", "http://" + open.desk.host());
    ours.emplace("Sec-Fetch-Site", "same-origin");
    CHECK(open.desk.ask("POST", "/anmal", ours, body_of_form(told()), kMultipart).status == 200);
    // Other routes take no forms, also then.
    CHECK(open.desk.ask("POST", "/api/changes", open.plain(), body_of_form(told()), kMultipart).status == 403);
}

TEST_CASE("H1: five hundred reports at once, each sent twice: none is lost and none doubled") {
    Open open([](Settings& settings) { settings.open_reports = {.per_address = 1000, .in_all = 1000, .bytes = 100 << 20}; });
    constexpr int kThreads = 25, kEach = 20;
    std::vector<std::future<std::set<std::string>>> senders;
    for (int thread = 0; thread < kThreads; ++thread)
        senders.push_back(std::async(std::launch::async, [&open, thread] {
            std::set<std::string> codes;
            for (int i = 0; i < kEach; ++i) {
                const Fields fields = told("the key of form " + std::to_string(thread * kEach + i));
                const std::string body = body_of_form(fields, "bild.png", kPng);
                for (int again = 0; again < 2; ++again) {
                    httplib::Client client = open.desk.client();
                    const auto answer = client.Post("/anmal", httplib::Headers{{"Host", open.desk.host()}}, body, kMultipart);
                    if (answer && answer->status == 200) codes.insert(code_in(answer->body));
                }
            }
            return codes;
        }));
    std::set<std::string> codes;
    for (auto& sender : senders) codes.merge(sender.get());
    CHECK(codes.size() == kThreads * kEach);
    CHECK(open.count("event") == kThreads * kEach);
    CHECK(open.count("attachment") == kThreads * kEach);
    CHECK(open.count("open_report") == kThreads * kEach);
    CHECK(open.count("content") == 1);
}
