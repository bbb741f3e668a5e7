#include "domain/policy_text.h"
#include "core/json.h"

#include "core/text.h"
#include "domain/document.h"
#include "schema/validate.h"
#include "tests/shared/golden.h"
#include "tests/shared/memory.h"
#include "tests/shared/samples.h"

#include <doctest/doctest.h>

using namespace lisa;
using namespace lisa::test;
using namespace std::string_literals;

namespace {

/// Text as it comes out of a PDF: hard returns, a title over nothing, bullets, a page number, a page without a gap.
const std::string kSample =
    "Informationssäkerhetspolicy \n\n"
    " Syfte \nKommunen skyddar sin \ninformation.  \n\n"
    "Mål\nVi når målen så att: \n\n• allt finns när vi \nbehöver det\n• barn-\noch utbildningsnämnden\nfår hjälp med "
    "IT-\nutrustning \n\n"
    "• allt är \n\nriktigt  \n\n\n 7 \n\nAnsvar  \nChefen ansvarar. \n\nAlla hjälper till.\n Efterlevnad\nVi följer "
    "upp.\n";

/// The characters of a text that are not white space.
std::string ink(std::string_view text) {
    std::string out;
    for (char c : text)
        if (std::string_view(" \t\r\n\f").find(c) == std::string_view::npos) out += c;
    return out;
}

/// The first line that says just this, taken out.
std::string without_line(std::string text, const std::string& line) {
    for (std::size_t at = 0; !line.empty() && at < text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        if (ink(std::string_view(text).substr(at, end - at)) == ink(line)) return text.erase(at, end - at);
        at = end + 1;
    }
    return text;
}

/// Nothing of the file is missing, nothing is added, nothing changed places but the title.
void check_nothing_lost(const std::string& file, const PolicyText& read) {
    std::string rest = without_line(file, read.title), sections;
    for (const std::string& number : read.left_out) rest = without_line(rest, number);
    for (const PolicySection& section : read.sections) sections += section.heading + section.body;
    CHECK(ink(sections) == ink(rest));
}

std::vector<std::string> headings(const PolicyText& read) {
    std::vector<std::string> names;
    for (const PolicySection& section : read.sections) names.push_back(section.heading);
    return names;
}

PolicyText read(const std::string& file) {
    const auto read = read_policy(file);
    REQUIRE(read);
    return *read;
}

/// The changes of an import, sent over the wire and carried out in order.
std::vector<Change> import(Memory& store, const std::string& file, const Actor& who, const std::string& name = "policy.txt") {
    int made = 0;
    const auto changes = policy_changes(read(file), file, name, id("kommun"), id("tab"), [&] { return id("made " + std::to_string(++made)); });
    for (const Change& change : changes) {
        const auto arrived = change_from_json(kCatalog, *parse_json(dump(change_to_json(change))));
        REQUIRE(arrived);
        CHECK(*arrived == change);
        CHECK(outcome(apply(*arrived, who, kNow, store)) == "ok");
    }
    return changes;
}

const Actor kCoordinator = holder(Role::coordinator, "kommun");

}  // namespace

TEST_CASE("a policy is read with its title, its headings and its bullets") {
    const PolicyText policy = read(kSample);
    CHECK(policy.title == "Informationssäkerhetspolicy");
    CHECK(headings(policy) == std::vector<std::string>{"Syfte", "Mål", "Ansvar", "Efterlevnad"});
    CHECK(policy.sections[0].body == "Kommunen skyddar sin information.");
    CHECK(policy.sections[1].body ==
          "Vi når målen så att:\n\n• allt finns när vi behöver det\n• barn- och utbildningsnämnden får hjälp med "
          "IT-utrustning\n• allt är riktigt");
    CHECK(policy.sections[2].body == "Chefen ansvarar.\n\nAlla hjälper till.");
    CHECK(policy.left_out == std::vector<std::string>{"7"});
    check_nothing_lost(kSample, policy);
}

TEST_CASE("a byte order mark and foreign line ends make no difference") {
    const PolicyText plain = read(kSample);
    std::string windows = "\xEF\xBB\xBF", mac;
    for (char c : kSample) windows += c == '\n' ? "\r\n" : std::string(1, c), mac += c == '\n' ? '\r' : c;
    for (const std::string& file : {windows, mac}) {
        const PolicyText other = read(file);
        CHECK(other.title == plain.title);
        REQUIRE(headings(other) == headings(plain));
        for (std::size_t i = 0; i < plain.sections.size(); ++i) CHECK(other.sections[i].body == plain.sections[i].body);
    }
}

TEST_CASE("text without headings is one section without a name, and takes the file's name in the register") {
    const std::string file = "bara en rad som börjar litet,\noch går vidare.\n\nEn till.";
    const PolicyText policy = read(file);
    CHECK(policy.title.empty());
    CHECK(headings(policy) == std::vector<std::string>{""});
    CHECK(policy.sections[0].body == "bara en rad som börjar litet, och går vidare.\n\nEn till.");
    Municipality store;
    import(store, file, kCoordinator, "regler.txt");
    CHECK(store.at(kDocument, id("made 2")).text("title") == "regler.txt");
    CHECK(store.at(kSection, id("made 4")).text("heading") == "regler.txt");
}

TEST_CASE("nothing is lost from text of any shape") {
    const char* lines[] = {"Rubrik",
                           "Lång Rubrik Om Något",
                           "En mening som slutar.",
                           "och går vidare",
                           "• en punkt",
                           "•punkt utan mellanrum",
                           "fortsättning,",
                           " Ny sida",
                           "avstavad-",
                           "2024-05-01",
                           "•",
                           "Å",
                           "!",
                           "1. Numrerad rubrik",
                           "\tindrag",
                           "\f",
                           "7\f8"};
    for (unsigned seed = 1; seed <= 500; ++seed) {
        CAPTURE(seed);
        Random random(seed);
        std::string file;
        for (std::int64_t i = between(random, 1, 25); i > 0; --i) {
            const std::string count = std::to_string(i);
            switch (random() % 6) {
                case 0: file += "\n"; break;
                case 1: file += "9" + count + " \n"; break;  // a page number, or a line of digits in a sentence
                case 2: file += std::string(lines[random() % 17]) + count + " \n\n"; break;
                case 3: file += "R" + count + ' ' + lines[random() % 17] + "\n"; break;
                default: file += std::string(lines[random() % 17]) + count + "\n";
            }
        }
        if (!trim(file).empty()) check_nothing_lost(file, read(file));
    }
}

TEST_CASE("a file of a thousand headings is no policy") {
    std::string file;
    for (int i = 0; i < 1'000; ++i) file += "R" + std::to_string(i) + "\nText.\n\n";
    CHECK(read(file).sections.size() == kPolicySectionLimit);
    CHECK(outcome(read_policy(file + "En till\nText.")) == "invalid =problem.file_too_large");
}

TEST_CASE("a broken file is refused with a reason") {
    std::string utf16 = "\xFF\xFE";
    for (char c : "Policy\n"s) utf16 += c, utf16 += '\0';
    struct Row {
        const char* what;
        std::string file;
        const char* problem;
    };
    const Row rows[] = {
        {"nothing", "", "problem.file_empty"},
        {"white space", " \r\n\t\f\n", "problem.file_empty"},
        {"a byte order mark alone", "\xEF\xBB\xBF", "problem.file_empty"},
        {"a program",
         "\x7F"
         "ELF\x02\x01\x01\0\0\0"s,
         "problem.file_not_text"},
        {"a PDF", "%PDF-1.7\n%\xE2\xE3\xCF\xD3\n", "problem.file_not_text"},
        {"a zip, as Word writes", "PK\x03\x04\x14\0\x06\0"s, "problem.file_not_text"},
        {"UTF-16", utf16, "problem.file_not_text"},
        {"UTF-16 without a mark", "P\0o\0l\0"s, "problem.file_not_text"},
        {"Latin-1", "Informationss\xE4kerhet i K\xF6ping\n", "problem.file_not_text"},
        {"an escape sequence", "Rubrik\n\x1B[2J", "problem.file_not_text"},
        {"a delete character", "Rubrik\n\x7F", "problem.file_not_text"},
        {"a C1 control character", "Rubrik\n\u009B2J", "problem.file_not_text"},
        {"one byte too many", std::string(kPolicyFileLimit + 1, 'x'), "problem.file_too_large"},
        {"50 MB", std::string(50'000'000, '\0'), "problem.file_too_large"},
    };
    for (const Row& row : rows) {
        CAPTURE(std::string(row.what));
        CHECK(outcome(read_policy(row.file)) == std::string("invalid =") + row.problem);
    }
}

TEST_CASE("a policy becomes a document with its sections, by changes that anybody could have sent") {
    Municipality store;
    const auto changes = import(store, kSample, kCoordinator);
    REQUIRE(changes.size() == 5);
    const Record& document = store.at(kDocument, id("made 2"));
    CHECK(document.text("title") == "Informationssäkerhetspolicy");
    CHECK(document.text("kind") == "policy");
    CHECK(document.text("status") == "draft");
    CHECK(document.text("unit") == id("kommun"));
    CHECK(document.text("source_name") == "policy.txt");
    CHECK(document.text("source_text") == kSample);
    for (std::size_t i = 1; i < changes.size(); ++i) {
        const Record& record = store.at(kSection, changes[i].record);
        CHECK(record.get(section::document) == document.id);
        CHECK(record.get(section::number) == static_cast<std::int64_t>(i));
        CHECK_FALSE(record.get(section::heading).empty());
    }
}

TEST_CASE("who may not write documents may not import one") {
    Municipality store;
    int made = 0;
    const auto changes = policy_changes(read(kSample), kSample, "policy.txt", id("kommun"), id("tab"), [&] { return id("made " + std::to_string(++made)); });
    CHECK(outcome(apply(changes[0], holder(Role::auditor, "kommun"), kNow, store)) == "forbidden =problem.forbidden");
    CHECK(outcome(apply(changes[0], holder(Role::coordinator, "board_a"), kNow, store)) == "forbidden unit=problem.place");
}

TEST_CASE("every file that can be read can also be imported, the largest too") {
    std::string long_name(250, 'n');
    for (const std::string& file : {std::string(kPolicyFileLimit, 'x'), std::string(kPolicyFileLimit / 2, '\n') + "x",
                                    "Å" + std::string(kPolicyFileLimit - 2, ' '), "\t\r\n" + kSample + "\f" + kSample}) {
        Municipality store;
        import(store, file, kCoordinator, long_name);
    }
}

TEST_CASE("the municipality's own policy is read whole") {
    const auto found = read_file(source_path("tests/samples/informationssakerhetspolicy.txt"));
    REQUIRE(found);
    const std::string& file = *found;
    const PolicyText policy = read(file);
    CHECK(policy.title == "Informationssäkerhetspolicy");
    CHECK(headings(policy) == std::vector<std::string>{"Syfte", "Inledning", "Målgrupp", "Definition av information/informationstillgång",
                                                       "Definition av informationssäkerhet", "Ansvar", "Strategiska mål med informationssäkerhet",
                                                       "Målsättning", "Principer för informationssäkerhet", "Uppföljning", "Efterlevnad", "Roller"});
    CHECK(policy.left_out == std::vector<std::string>{"5"});
    check_nothing_lost(file, policy);
    CHECK(policy.sections[4].body ==
          "Informationssäkerhet handlar om att skydda kommunens information så att:\n\n"
          "• informationen alltid finns när vi behöver den (tillgänglighet)\n"
          "• informationen är korrekt och inte manipulerad eller förstörd (riktighet)\n"
          "• endast behöriga personer kan ta del av informationen (konfidentialitet)");
    CHECK(std::count(policy.sections[7].body.begin(), policy.sections[7].body.end(), '\n') == 2);  // three bullets, mended over gaps
    CHECK(policy.sections[11].body.find("system-/objektägarens utförare och ser till") != std::string::npos);
    Municipality store;
    CHECK(import(store, file, kCoordinator).size() == 13);
    CHECK(store.at(kDocument, id("made 2")).text("source_text") == file);
    // For people: what the reader looks like, so that a change of it is seen in review.
    std::string shown = "# " + policy.title + "\n";
    for (const PolicySection& section : policy.sections) shown += "\n## " + section.heading + "\n\n" + section.body + "\n";
    CHECK(first_difference(golden("policy.md", shown), shown) == "");
}
