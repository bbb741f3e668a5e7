// Open reports over the wire (H1): off by default, plain forms, once each, limited, followed by a code and by nothing else.
#include <future>
#include <regex>
#include <set>

#include "core/date.h"
#include "http/form.h"
#include "store/content.h"
#include "store/crypto.h"
#include "tests/backend/http/desk.h"

using namespace lisa;
using namespace lisa::test;

namespace {

const std::string kPng = "\x89PNG\r\n\x1a\n" + std::string("\0\0\0\rIHDR", 8);
constexpr const char* kMultipart = "multipart/form-data; boundary=lisa";
constexpr const char* kUrlEncoded = "application/x-www-form-urlencoded";

using Fields = std::map<std::string, std::string>;

Fields told(const std::string& key = "a key of some form") {
    return {{"key", key}, {"name", "Lånad dator saknas"}, {"description", "Vagnen var tom.\r\nSal 12."}, {"site", "Sal 12"}, {"reporter_contact", "Elin"}};
}

Fields with(Fields fields, const std::string& name, const std::string& value) {
    fields[name] = value;
    return fields;
}

std::string part(const std::string& name, const std::string& text, const std::string& file = {}) {
    const std::string named = "Content-Disposition: form-data; name=\"" + name + "\"";
    return "--lisa\r\n" + (file.empty() ? named : named + "; filename=\"" + file + "\"\r\nContent-Type: image/png") + "\r\n\r\n" + text + "\r\n";
}

std::string body_of_form(const Fields& fields, const std::string& file_name = {}, const std::string& file = {}) {
    std::string body;
    for (const auto& [name, text] : fields) body += part(name, text);
    if (!file_name.empty()) body += part("file", file, file_name);
    return body + "--lisa--\r\n";
}

/// A server that takes open reports.
struct Open {
    Desk desk;

    explicit Open(const std::function<void(Settings&)>& choose = {})
        : desk({}, {}, 20'000, [&](Settings& settings) {
              settings.takes_open_reports = true;
              if (choose) choose(settings);
          }) {}

    /// As a browser sends a form, with no header of ours.
    httplib::Headers plain(const std::string& accept = "text/html") const { return {{"Host", desk.host()}, {"Accept", accept}}; }
    httplib::Response send(const Fields& fields, const std::string& file_name = {}, const std::string& file = {}, const std::string& path = "/anmal") const {
        return desk.ask("POST", path, plain(), body_of_form(fields, file_name, file), kMultipart);
    }
    httplib::Response follow(const std::string& code) const { return desk.ask("POST", "/anmal/folj", plain(), "code=" + code, kUrlEncoded); }

    std::int64_t count(const std::string& table) {
        auto view = desk.town.storage->read();
        REQUIRE(view);
        auto query = view->database().query("SELECT count(*) FROM \"" + table + "\"");
        REQUIRE(query);
        REQUIRE(*query->step());
        return query->integer(0);
    }
    std::vector<Record> events() {
        auto view = desk.town.storage->read();
        REQUIRE(view);
        auto query = view->database().query("SELECT id FROM event ORDER BY rev");
        REQUIRE(query);
        std::vector<Record> found;
        while (*query->step()) found.push_back(*view->store().load(kEvent, query->text(0)));
        return found;
    }
};

std::string code_in(const std::string& page) {
    std::smatch match;
    return std::regex_search(page, match, std::regex("<output id=\"code\">([0-9A-Z-]{14})</output>")) ? match[1].str() : std::string();
}

bool has(const httplib::Response& answer, std::string_view part_of_it) { return answer.body.find(part_of_it) != std::string::npos; }

}  // namespace

TEST_CASE("H1: without the administrator's leave nobody reports without an account, and the page says so") {
    Desk desk;
    const std::int64_t before = desk.town.last();
    for (const char* path : {"/anmal", "/anmal?steg=form", "/anmal/folj", "/anmal/affisch"}) {
        const auto answer = desk.ask("GET", path, {{"Host", desk.host()}});
        CHECK_MESSAGE(answer.status == 404, path);
        CHECK_FALSE(has(answer, "<form"));
        CHECK(has(answer, "Logga in"));
    }
    CHECK(desk.ask("POST", "/anmal", {{"Host", desk.host()}}, body_of_form(told()), kMultipart).status == 403);
    CHECK(desk.ask("POST", "/anmal", desk.ours(), body_of_form(told()), kMultipart).status == 415);
    CHECK(desk.ask("POST", "/anmal/folj", {{"Host", desk.host()}}, "code=x", kUrlEncoded).status == 403);
    CHECK(desk.town.last() == before);
    CHECK(body_of(desk.get("/api/health"))["open_reports"] == false);
}

TEST_CASE("H1: a plain form without a script becomes an event, in nobody's name, and is thanked for with a code") {
    Open open;
    CHECK(body_of(open.desk.get("/api/health"))["open_reports"] == true);
    const auto answer = open.send(told(), "IMG 1.PNG", kPng);
    REQUIRE(answer.status == 200);
    CHECK(answer.get_header_value("Content-Type") == "text/html; charset=utf-8");
    CHECK(answer.get_header_value("Cache-Control") == "no-store");
    CHECK_FALSE(code_in(answer.body).empty());
    const auto events = open.events();
    REQUIRE(events.size() == 1);
    CHECK(events[0].text("name") == "Lånad dator saknas");
    CHECK(events[0].text("description") == "Vagnen var tom.\nSal 12.");
    CHECK(events[0].text("unit") == id("kommun"));
    CHECK(events[0].text("channel") == "open_page");
    CHECK(events[0].text("reporter").empty());
    CHECK(events[0].text("reporter_contact") == "Elin");
    CHECK(events[0].text("discovered_at") == utc_text(kStart));
    auto view = open.desk.town.storage->read();
    REQUIRE(view);
    auto journal = view->database().query("SELECT DISTINCT actor, client FROM journal WHERE entity IN ('event', 'attachment')");
    REQUIRE(journal);
    REQUIRE(*journal->step());
    CHECK(journal->text(0) == "open_report");
    CHECK(journal->text(1) == "open_report");
    CHECK_FALSE(*journal->step());
    auto attached = view->database().query("SELECT name, media_type, record, sha256 FROM attachment");
    REQUIRE(attached);
    REQUIRE(*attached->step());
    CHECK(attached->text(0) == "IMG 1.PNG");
    CHECK(attached->text(1) == "png");
    CHECK(attached->text(2) == events[0].id);
    CHECK(*read_content(view->database(), attached->text(3)) == kPng);
    // Those who handle events get it as any other; nobody else does.
    const std::string chief = open.desk.sign_in("chief"), cecilia = open.desk.sign_in("cecilia");
    CHECK(has(open.desk.get("/api/changes?since=0", chief), "Lånad dator saknas"));
    CHECK_FALSE(has(open.desk.get("/api/changes?since=0", cecilia), "Lånad dator saknas"));
}

TEST_CASE("H1: the part of the organisation that a poster names gets the report, and what is none is passed over") {
    Open open;
    const std::string school = "/anmal?enhet=" + id("school_a");
    CHECK(has(open.desk.ask("GET", school, open.plain()), "school_a"));
    CHECK(open.send(told(), {}, {}, school).status == 200);
    for (const std::string& named : {id("nowhere"), id("anna"), std::string("%27%20OR%201"), std::string("%3Cscript%3E")}) {
        CHECK_FALSE(has(open.desk.ask("GET", "/anmal?steg=form&enhet=" + named, open.plain()), "script>"));
        CHECK(open.send(told("another key " + named), {}, {}, "/anmal?enhet=" + named).status == 200);
    }
    const auto events = open.events();
    REQUIRE(events.size() == 5);
    CHECK(events[0].text("unit") == id("school_a"));
    for (std::size_t i = 1; i < events.size(); ++i) CHECK(events[i].text("unit") == id("kommun"));
}

TEST_CASE("H1: the rules are the register's own: what is wrong is said beside the field, nothing is kept, and what was typed is there again as text") {
    Open open;
    const std::string script = "<script>alert(1)</script>";
    const auto long_name = open.send(with(with(told(), "name", std::string(161, 'x')), "site", script));
    CHECK(long_name.status == 422);
    CHECK(has(long_name, "högst 160 tecken"));
    CHECK(has(long_name, "&lt;script&gt;alert(1)&lt;/script&gt;"));
    CHECK_FALSE(has(long_name, "<script>alert"));
    CHECK(has(long_name, "Vagnen var tom."));
    CHECK(open.send(with(told(), "name", " ")).status == 422);
    CHECK(open.send(with(told(), "discovered_at", "i morgon")).status == 422);
    CHECK(open.send(with(told(), "has_personal_data", "maybe")).status == 422);
    struct Row {
        const char* name;
        std::string bytes;
    };
    for (const Row& row :
         {Row{"a.svg", "<svg/>"}, Row{"a.png", "<script>"}, Row{"a.html", "<html>"}, Row{"a.exe", "MZ"}, Row{"a.pdf", ""}, Row{"../a.png", kPng}}) {
        const auto answer = open.send(told(), row.name, row.bytes);
        CHECK_MESSAGE(answer.status == 422, row.name);
        CHECK_MESSAGE(has(answer, "id=\"file-problem\" class=\"problem\" role=\"alert\">"), row.name);
    }
    CHECK(open.events().empty());
    CHECK(open.count("content") == 0);
    CHECK(open.count("open_report") == 0);
    const auto asked = open.desk.ask("POST", "/anmal?lang=en", open.plain("application/json"), body_of_form(with(told(), "name", "")), kMultipart);
    CHECK(asked.status == 422);
    CHECK(body_of(asked)["problems"][0]["field"] == "name");
    CHECK(body_of(asked)["problems"][0]["text"].get<std::string>().size() > 5);
}

TEST_CASE("H1: other fields of an event cannot be written that way") {
    Open open;
    Fields fields = told();
    for (const char* name : {"status", "kind", "severity", "role", "reporter", "feedback", "known_at", "channel", "unit", "notes"}) fields[name] = id("anna");
    REQUIRE(open.send(fields).status == 200);
    const Record event = open.events().at(0);
    CHECK(event.text("status") == "new");
    CHECK(event.text("channel") == "open_page");
    CHECK(event.text("unit") == id("kommun"));
    for (const char* name : {"kind", "severity", "role", "reporter", "feedback", "known_at"}) CHECK_MESSAGE(event.text(name).empty(), name);
}

TEST_CASE("H1: a report that is sent again is the same report; what was altered is another") {
    Open open;
    const auto first = open.send(told(), "a.png", kPng);
    REQUIRE(first.status == 200);
    const std::int64_t last = open.desk.town.last();
    open.desk.now += 60'000;
    CHECK(code_in(open.send(told(), "a.png", kPng).body) == code_in(first.body));
    CHECK(open.desk.town.last() == last);
    const auto as_script = open.desk.ask("POST", "/anmal", open.plain("application/json"), body_of_form(told(), "a.png", kPng), kMultipart);
    CHECK(body_of(as_script)["code"] == code_in(first.body));
    CHECK(open.events().size() == 1);
    const auto more = open.send(with(told(), "site", "Sal 13"), "a.png", kPng);
    CHECK(code_in(more.body) != code_in(first.body));
    CHECK(code_in(open.send(told("the key of another form"), "a.png", kPng).body) != code_in(first.body));
    CHECK(open.send(with(told(), "site", "Sal 14"), "a.png", kPng + "more").status == 200);
    CHECK(open.events().size() == 4);
    for (const std::string& key : {std::string(), std::string("short"), std::string(65, 'x')}) CHECK(open.send(told(key)).status == 400);
    CHECK(open.events().size() == 4);
}

TEST_CASE("H1: the code is in no table, tells the standing and the feedback and nothing else, and a wrong one tells nothing") {
    Open open;
    const std::string code = code_in(open.send(told()).body), event = open.events().at(0).id;
    auto database = Database::open(open.desk.town.file(), Database::Mode::read_only);
    REQUIRE(database);
    auto table = database->query("SELECT * FROM open_report WHERE instr(key, ?1) OR instr(code, ?1)", code);
    REQUIRE(table);
    CHECK_FALSE(*table->step());

    const auto first = open.follow(code);
    CHECK(first.status == 200);
    CHECK(has(first, "Ingen har hunnit bedöma den än."));
    open.desk.town.edit(kEvent, event,
                        {{"feedback", text("Tack! <b>Vagnen</b> låses nu.")},
                         {"triage_reason", text("hemligt skäl")},
                         {"lessons", text("hemlig lärdom")},
                         {"name", text("Ny rubrik")}});
    std::string typed = code;
    std::transform(typed.begin(), typed.end(), typed.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    const auto later = open.follow(typed);
    CHECK(has(later, "Tack! &lt;b&gt;Vagnen&lt;/b&gt; låses nu."));
    for (const char* secret : {"hemlig", "rubrik", "Lånad", "Sal 12", "Elin", "Vagnen var tom"}) CHECK_MESSAGE(!has(later, secret), secret);
    CHECK(later.get_header_value("Cache-Control") == "no-store");
    CHECK_FALSE(has(later, event));

    for (const char* wrong : {"", "0000-0000-0000", "' OR 1=1 --", "%3Cscript%3E"}) {
        const auto answer = open.follow(wrong);
        CHECK_MESSAGE(answer.status == 404, wrong);
        CHECK(has(answer, "Koden finns inte."));
        CHECK_FALSE(has(answer, "<script"));
    }
    CHECK_FALSE(has(open.desk.ask("GET", "/anmal/folj?code=" + code, open.plain()), "Tack!"));
}

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

TEST_CASE("H1: the pages carry the headers of a page, and let their form say where it comes from") {
    Open open;
    for (const char* path : {"/anmal", "/anmal?steg=form", "/anmal?steg=ring", "/anmal/folj", "/anmal/affisch"}) {
        const auto answer = open.desk.ask("GET", path, open.plain());
        CAPTURE(path);
        CHECK(answer.status == 200);
        CHECK(answer.get_header_value("Referrer-Policy") == "same-origin");
        for (const char* once : {"Content-Security-Policy", "Referrer-Policy", "Cache-Control", "Content-Type"})
            CHECK_MESSAGE(answer.get_header_value_count(once) == 1, once);
        CHECK(answer.get_header_value("Content-Security-Policy").find("form-action 'self'") != std::string::npos);
    }
    CHECK(has(open.desk.ask("GET", "/anmal", {{"Host", open.desk.host()}, {"Accept-Language", "en-GB"}}), "<html lang=\"en\">"));
    CHECK(has(open.desk.ask("GET", "/anmal?lang=sv", {{"Host", open.desk.host()}, {"Accept-Language", "en-GB"}}), "<html lang=\"sv\">"));
    const auto key = [&] {
        std::smatch match;
        const std::string body = open.desk.ask("GET", "/anmal?steg=form", open.plain()).body;
        return std::regex_search(body, match, std::regex("name=\"key\" value=\"([^\"]+)\"")) ? match[1].str() : std::string();
    };
    CHECK(key().size() == 22);
    CHECK(key() != key());
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
