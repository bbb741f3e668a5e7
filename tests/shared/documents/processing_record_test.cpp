#include "documents/processing_record.h"

#include "domain/person.h"
#include "domain/processing_data.h"
#include "domain/unit.h"
#include "i18n/catalog_words.h"

#include <doctest/doctest.h>

#include <map>

using namespace lisa;

namespace {

using Values = std::map<std::string, Value>;

Value text(const char* value) { return std::string(value); }

Record made(const Entity& entity, const Values& values) {
    Record record{entity};
    for (const auto& [name, value] : values) record.values[position(entity, name)] = value;
    return record;
}

/// The one person of this municipality.
struct Town : Lookup {
    static constexpr const Entity* kAll[] = {&kUnit, &kPerson, &kProcessing, &kProcessingData};
    Catalog catalog() const override { return kAll; }
    Result<Record> load(const Entity& entity, const std::string& id) override {
        if (id != "anna") return fault(Fault::missing, "", "problem.missing");
        return made(entity, {{"name", text("Anna <Ågren>")}});
    }
};

struct Printed {
    std::vector<Record> processings;
    std::map<std::string, std::vector<Record>> rows;  ///< by the name of the processing
    RecordFrame frame{};
    Language language = Language::swedish;

    std::string html() {
        Town town;
        std::vector<const Record*> records;
        for (const Record& record : processings) records.push_back(&record);
        const auto data_of = [this](const Record& processing) {
            std::vector<const Record*> found;
            for (const Record& row : rows[processing.text("name")]) found.push_back(&row);
            return found;
        };
        return record_of_processing("Utbildningsnämnden", records, data_of, {town, language}, frame);
    }
};

std::size_t count(std::string_view text, std::string_view part) {
    std::size_t found = 0;
    for (std::size_t at = text.find(part); at != std::string_view::npos; at = text.find(part, at + part.size())) ++found;
    return found;
}

bool has(std::string_view text, std::string_view part) { return text.find(part) != std::string_view::npos; }

/// What stands between two marks, the second after the first.
std::string between(std::string_view text, std::string_view from, std::string_view to) {
    const std::size_t start = text.find(from);
    if (start == std::string_view::npos) return {};
    const std::size_t end = text.find(to, start + from.size());
    return std::string(text.substr(start + from.size(), end == std::string_view::npos ? end : end - start - from.size()));
}

/// The elements that are open at the end, or the first that closes wrongly: empty for a well-formed document.
std::string unbalanced(std::string_view html) {
    std::vector<std::string> open;
    for (std::size_t at = html.find('<'); at != std::string_view::npos; at = html.find('<', at + 1)) {
        const std::size_t end = html.find('>', at);
        if (end == std::string_view::npos) return "no end";
        std::string_view tag = html.substr(at + 1, end - at - 1);
        if (tag.starts_with('!') || tag.starts_with("meta")) continue;
        const std::string name(tag.substr(tag.starts_with('/') ? 1 : 0, tag.find(' ') - (tag.starts_with('/') ? 1 : 0)));
        if (!tag.starts_with('/')) open.push_back(name);
        else if (open.empty() || open.back() != name) return "/" + name;
        else open.pop_back();
    }
    return open.empty() ? "" : open.back();
}

std::string label(const char* field, Language language = Language::swedish) {
    return std::string(say(language, field_key(kProcessing, *find_field(kProcessing, field)).view()));
}

Record controller() {
    return made(kProcessing, {{"name", text("Skolskjuts")},
                              {"reference", text("UN-1")},
                              {"status", text("adopted")},
                              {"responsible", text("anna")},
                              {"purpose", text("Pröva rätten till skolskjuts")},
                              {"data_subjects", Set{"guardians", "pupils"}},
                              {"data_summary", text("Namn och adress")},
                              {"recipients_external", text("Trafikbolaget")},
                              {"transfers", text("none")},
                              {"security_measures", text("Behörighet")},
                              {"legal_bases", Set{"public_task"}},
                              {"legal_basis_text", text("Skollagen")},
                              {"dpia_needed", text("no")}});
}

Record processor() {
    return made(kProcessing, {{"name", text("Lön åt vårdnämnden")},
                              {"as_processor", Value{true}},
                              {"for_controller", text("Vårdnämnden")},
                              {"purpose", text("Räkna ut lön")},
                              {"transfers", text("eu")},
                              {"security_measures", text("Loggning")},
                              {"legal_bases", Set{"contract"}},
                              {"dpia_needed", text("yes")}});
}

Record row(const char* category, const char* retention) { return made(kProcessingData, {{"category", text(category)}, {"retention", text(retention)}}); }

}  // namespace

TEST_CASE("D7 a record without processing is a document that says so") {
    Printed printed;
    const std::string html = printed.html();
    CHECK(html.starts_with("<!DOCTYPE html>\n<html lang=\"sv\">\n<head>\n<meta charset=\"utf-8\">\n"));
    CHECK(unbalanced(html) == "");
    CHECK(has(html, say(Language::swedish, "report.record.empty"_tr)));
    CHECK(has(html, "<p class=\"controller\">Utbildningsnämnden</p>"));
    CHECK_FALSE(has(html, "<nav"));
    CHECK_FALSE(has(html, "<article"));
}

TEST_CASE("D7 the parts stand in order, and the contents lead to each processing") {
    Printed printed;
    printed.processings = {processor(), controller()};
    printed.rows["Skolskjuts"] = {row("Adress", "2 år")};
    const std::string html = printed.html();
    CHECK(unbalanced(html) == "");
    std::size_t at = 0;
    for (const char* part : {"<title>", "<style>", "@page", "@media print", "</style>", "<h1>", "<h2 id=\"numbers\">", "<nav aria-labelledby=\"contents\">",
                             "<a href=\"#p1\">1. Skolskjuts</a>", "<a href=\"#p2\">2. Lön åt vårdnämnden</a>", "<main>", "<h2 id=\"controller\">",
                             "<article aria-labelledby=\"p1\">\n<h3 id=\"p1\">1. Skolskjuts</h3>", "<table>", "<h2 id=\"processor\">",
                             "<h3 id=\"p2\">2. Lön åt vårdnämnden</h3>", "</main>\n</body>\n</html>\n"}) {
        CAPTURE(std::string(part));
        const std::size_t found = html.find(part, at);
        REQUIRE(found != std::string::npos);
        at = found;
    }
    for (const char* once : {"id=\"p1\"", "id=\"p2\"", "id=\"numbers\"", "id=\"contents\"", "id=\"controller\"", "id=\"processor\"", "<h1>"})
        CHECK(count(html, once) == 1);
    CHECK(count(html, "<dt>") == count(html, "<dd>"));
    for (const char* outside : {"http:", "https:", "src=", "url(", "<script", "@import"}) CHECK_FALSE(has(html, outside));
}

TEST_CASE("D7 each thing that the law asks for carries its letter") {
    Printed printed;
    Record joint = controller();
    joint.values[position(kProcessing, "joint_controllers")] = text("Regionen");
    printed.processings = {joint, processor()};
    printed.rows["Skolskjuts"] = {row("Adress", "2 år")};
    const std::string html = printed.html();
    const auto line = [&](const char* field, const char* article, const char* value) {
        return has(html, "<dt>" + label(field) + " <span class=\"article\">" + article + "</span></dt>\n<dd>" + value + "</dd>");
    };
    CHECK(line("joint_controllers", "art. 30.1 a", "Regionen"));
    CHECK(line("purpose", "art. 30.1 b", "Pröva rätten till skolskjuts"));
    CHECK(line("data_subjects", "art. 30.1 c", "Vårdnadshavare, Elever"));
    CHECK(line("recipients_external", "art. 30.1 d", "Trafikbolaget"));
    CHECK(line("transfers", "art. 30.1 e", "Ingen överföring"));
    CHECK(line("security_measures", "art. 30.1 g", "Behörighet"));
    CHECK(line("legal_basis_text", "art. 6.3", "Skollagen"));
    CHECK(line("for_controller", "art. 30.2 a", "Vårdnämnden"));
    CHECK(line("transfers", "art. 30.2 c", "Inom EU/EES"));
    CHECK(line("security_measures", "art. 30.2 d", "Loggning"));
    CHECK(has(html, "<span class=\"article\">art. 30.2 b</span></dt>\n<dd>Räkna ut lön</dd>"));
    CHECK(has(between(html, "<caption>", "</caption>"), "art. 30.1 f"));
    CHECK(has(html, "<tr><th scope=\"row\">Adress</th><td>–</td>"));
    const std::string second = html.substr(html.find("<h2 id=\"processor\">"));
    for (const char* only_controller : {"legal_bases", "dpia_needed", "joint_controllers"}) CHECK_FALSE(has(second, "<dt>" + label(only_controller)));
}

TEST_CASE("D7 everything that people wrote is escaped") {
    Printed printed;
    const char* bad = "<script>alert(\"1\")</script> & 'x'";
    const std::string safe = "&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; &#39;x&#39;";
    Record record = controller();
    for (const char* field : {"name", "purpose", "data_summary", "security_measures"}) record.values[position(kProcessing, field)] = text(bad);
    record.values[position(kProcessing, "transfer_countries")] = Set{bad};
    printed.processings = {record};
    printed.rows[bad] = {row(bad, bad)};
    printed.frame = {bad, bad, bad, bad, bad, bad, bad, "2026-11-25"};
    const std::string html = printed.html();
    CHECK_FALSE(has(html, "<script"));
    CHECK_FALSE(has(html, "alert(\"1\")"));
    CHECK(count(html, safe) == 15);  // seven of the frame, contents and heading, four fields and two cells
    CHECK(has(html, "<dd>Anna &lt;Ågren&gt;</dd>"));
    CHECK(unbalanced(html) == "");
    Town town;
    CHECK_FALSE(has(record_of_processing("<b>", {}, {}, {town}), "<b>"));
}

TEST_CASE("D7 what is required and empty is marked, what is only empty is left out") {
    const std::string mark = "<span class=\"missing\">saknas</span>";
    Printed printed;
    printed.frame = {"212000-2114", "Skolgatan 1", "namnd@kommun.se", "0221-250 00", "Omar Ombud", "ombud@kommun.se", "0221-251 00", "2026-11-25"};
    printed.processings = {controller()};
    printed.rows["Skolskjuts"] = {row("Adress", "2 år")};
    CHECK_FALSE(has(printed.html(), mark));
    CHECK(has(printed.html(), "<dd>2026-11-25</dd>"));
    CHECK_FALSE(has(printed.html(), "<dt>" + label("processors")));
    CHECK_FALSE(has(printed.html(), "class=\"checks\">\n"));

    printed.rows["Skolskjuts"] = {row("Adress", "")};
    CHECK(count(printed.html(), mark) == 1);
    CHECK(has(printed.html(), "<li>" + std::string(say(Language::swedish, "check.processing.no_retention")) + "</li>"));
    printed.rows["Skolskjuts"][0].set(processing_data::disposal, std::string("kept"));
    CHECK_FALSE(has(printed.html(), mark));

    printed.frame = {};
    CHECK_FALSE(has(printed.html(), mark));
    for (const char* what : {"Organisationsnummer", "Postadress", "E-post", "Telefon", "Dataskyddsombud"})
        CHECK(has(printed.html(), "<span class=\"missing\">Uppgift saknas: " + std::string(what) + "</span>"));
    CHECK_FALSE(has(printed.html(), "Dataskyddsombudets"));
    printed.processings = {made(kProcessing, {{"name", text("Tom")}})};
    const std::string html = printed.html();
    CHECK(count(html, mark) == 7);  // six fields and the time
    CHECK(has(html, "<dt>" + label("purpose") + " <span class=\"article\">art. 30.1 b</span></dt>\n<dd>" + mark + "</dd>"));
    CHECK(has(html, say(Language::swedish, "check.processing.no_legal_basis")));
}

TEST_CASE("D7 what the reader may not see says so, and is not missing") {
    Printed printed;
    Record record = controller();
    const std::size_t at = position(kProcessing, "security_measures");
    record.values[at] = {};
    record.hidden = std::uint64_t{1} << at;
    printed.processings = {record};
    CHECK(has(printed.html(), label("security_measures") + " <span class=\"article\">art. 30.1 g</span></dt>\n<dd>" +
                                  std::string(say(Language::swedish, "show.out_of_sight"_tr)) + "</dd>"));
}

TEST_CASE("D7 the numbers count what is printed, without what is removed") {
    Printed printed;
    Record third = controller(), removed = controller();
    third.values[position(kProcessing, "name")] = text("Molntjänst");
    third.set(processing::transfers, std::string("third_country"));
    removed.removed = true;
    removed.values[position(kProcessing, "name")] = text("Borttagen");
    printed.processings = {controller(), third, removed, processor()};
    printed.rows["Skolskjuts"] = {made(kProcessingData, {{"category", text("Hälsa")}, {"kind", text("special_category")}, {"retention", text("1 år")}})};
    const std::string html = printed.html(), numbers = between(html, "<h2 id=\"numbers\">", "</section>");
    const auto number = [&](Tr key) { return between(numbers, "<dt>" + std::string(say(Language::swedish, key)) + "</dt>\n<dd>", "</dd>"); };
    CHECK(number("report.record.count_controller"_tr) == "2");
    CHECK(number("report.record.count_processor"_tr) == "1");
    CHECK(number("report.record.count_special"_tr) == "1");
    CHECK(number("report.record.count_third_country"_tr) == "1");
    CHECK(number("report.record.count_dpia"_tr) == "1");
    CHECK(number("report.record.count_incomplete"_tr) == "2");  // no exception for health; no country and no time
    CHECK_FALSE(has(html, "Borttagen"));
    CHECK(count(html, "<article ") == 3);
}

TEST_CASE("D7 it reads in English too") {
    Printed printed;
    printed.language = Language::english;
    printed.processings = {controller()};
    const std::string html = printed.html();
    CHECK(has(html, "<html lang=\"en\">"));
    CHECK(has(html, "<dt>" + label("purpose", Language::english) + " <span class=\"article\">Art. 30(1)(b)</span></dt>"));
    CHECK(has(html, "<span class=\"missing\">missing</span>"));
    CHECK_FALSE(has(html, "saknas"));
}

TEST_CASE("D7 nothing to look up and nothing at all in the list are survived") {
    Town town;
    const Record record = controller();
    const Record* records[] = {nullptr, &record};
    const std::string html = record_of_processing("", records, {}, {town});
    CHECK(unbalanced(html) == "");
    CHECK(count(html, "<article ") == 1);
    CHECK_FALSE(has(html, "class=\"controller\""));
}
