// The pages of open reports (H1): whole without a script, and nothing that people wrote becomes markup.
#include "pages/report_pages.h"

#include <doctest/doctest.h>

#include "domain/file_kind.h"
#include "i18n/catalog_words.h"
#include "tests/places.h"
#include "tests/shared/golden.h"

using namespace lisa;
using namespace lisa::test;

namespace {

constexpr const char* kScript = "<script>alert(1)</script>\"'&";
const Visit kSwedish{}, kEnglish{Language::english, "01920000-0000-7000-8000-000000000001", "School <A>"};

bool has(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("H1: what was typed stands in the form again, as text") {
    Answers answers{"a key of the form", {}, {{"name", "problem.too_long"}, {"file", "problem.file_kind"}, {"unit", "problem.required"}}};
    for (std::string_view question : kOpenQuestions) answers.typed[std::string(question)] = kScript;
    const ReportPage page = form_page(kSwedish, answers, kFileLimit);
    CHECK_FALSE(has(page.body, "<script"));
    CHECK(has(page.body, "value=\"&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39;&amp;\""));
    CHECK(has(page.body, "<p id=\"name-problem\" class=\"problem\" role=\"alert\">Texten är för lång. Den får vara högst 160 tecken.</p>"));
    CHECK(has(page.body, "id=\"name\" name=\"name\" aria-describedby=\"name-help name-problem\" required aria-invalid=\"true\" maxlength=\"160\""));
    CHECK(has(page.body, "<p id=\"file-problem\" class=\"problem\" role=\"alert\">Filen kan inte bifogas"));
    CHECK(has(page.body, "Del av organisationen: "));
    CHECK(has(page.body, "<p id=\"site-problem\" class=\"problem\" role=\"alert\" hidden></p>"));
}

TEST_CASE("H1: the form asks what it says it asks, in both languages, and knows its part of the organisation") {
    for (const Visit& visit : {kSwedish, kEnglish}) {
        const ReportPage page = form_page(visit, {"a key of the form", {}, {}}, kFileLimit);
        for (std::string_view question : kOpenQuestions) CHECK(has(page.body, " name=\"" + std::string(question) + "\""));
        CHECK(has(page.body, "method=\"post\""));
        CHECK(has(page.body, "enctype=\"multipart/form-data\""));
        CHECK(has(page.body, "type=\"file\""));
        CHECK(has(page.body, ".jpg,.jpeg,"));
        CHECK_FALSE(has(page.body, std::string(say(visit.language, "problem.unknown"))));
    }
    CHECK(has(form_page(kEnglish, {}, kFileLimit).body, "action=\"/anmal?lang=en&amp;enhet=01920000-0000-7000-8000-000000000001\""));
    CHECK(has(gate_page(kEnglish).body, "School &lt;A&gt;"));
    CHECK(has(gate_page(kSwedish).body, "href=\"/anmal?lang=sv&amp;steg=form\""));
    CHECK(has(gate_page(kSwedish).body, "href=\"/anmal?lang=sv&amp;steg=ring\""));
}

TEST_CASE("H5: the gate comes first and asks nothing that could be written down") {
    for (const ReportPage& page : {gate_page(kSwedish), call_page(kSwedish, {"Säkerhetspolisen. Ring <nu>"})})
        for (const char* control : {"<form", "<input", "<textarea"}) CHECK_FALSE(has(page.body, control));
    CHECK(has(call_page(kSwedish, {"Säkerhetspolisen. Ring <nu>"}).body, "Säkerhetspolisen. Ring &lt;nu&gt;"));
}

TEST_CASE("H1: every state of an event has kind words for who follows it, and the answer is text") {
    const Field& status = *find_field(kEvent, "status");
    for (const Visit& visit : {kSwedish, kEnglish})
        for (std::string_view state : status.options) {
            CAPTURE(state);
            CHECK(has_message(WordKey{"open", "status", state}.view()));
            CHECK(has(standing_page(visit, {std::string(state), {}}).body, say(visit.language, "open.no_feedback"_tr)));
        }
    CHECK(has(standing_page(kSwedish, {"closed", kScript}).body, "&lt;script&gt;"));
    CHECK_FALSE(has(standing_page(kSwedish, {"closed", kScript}).body, "<script"));
}

TEST_CASE("H1: a page stands in the shell's frame, in its language, or in a plain one where there is no shell") {
    const std::string frame = read_file(source_path("web/shell/anmal.html")).value_or("");
    REQUIRE_FALSE(frame.empty());
    const std::string page = framed({"Tack & hej", "<p>text</p>"}, frame, Language::english);
    CHECK(has(page, "<html lang=\"en\">"));
    CHECK(has(page, "<title>Tack &amp; hej – Lisa</title>"));
    CHECK(has(page, "<main>\n<h1 tabindex=\"-1\">Tack &amp; hej</h1>\n<p>text</p></main>"));
    CHECK(has(page, "anmal.css"));
    CHECK(has(framed({"Tack", "<p>text</p>"}, "", Language::swedish), "<p>text</p>"));
}

TEST_CASE("H1: the poster has the address as text and as a picture to scan, named for who cannot see it") {
    const ReportPage poster = poster_page(kEnglish, "https://lisa.example/anmal?enhet=1");
    CHECK(has(poster.body, "aria-label=\"QR code to https://lisa.example/anmal?enhet=1\""));
    CHECK(has(poster.body, "<p class=\"address\">https://lisa.example/anmal?enhet=1</p>"));
    CHECK(has(poster.body, "viewBox=\"0 0 "));
    CHECK(poster.body != poster_page(kEnglish, "https://lisa.example/anmal?enhet=2").body);
}
