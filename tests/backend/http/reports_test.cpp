// Open reports over the wire (H1): off by default, plain forms, once each, followed by a code and by nothing else.
#include "core/date.h"
#include "store/content.h"
#include "tests/backend/http/open.h"

using namespace lisa;
using namespace lisa::test;

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
