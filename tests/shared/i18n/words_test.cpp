#include "i18n/words.h"

#include "core/text.h"
#include "domain/catalog.h"
#include "i18n/catalog_words.h"
#include "tests/shared/golden.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <regex>
#include <set>

using namespace lisa;
using namespace lisa::test;

// In parts, since a compiler bounds how much it works out for one proof.
constexpr std::size_t kPart = (std::size(kCatalog) + 3) / 4;
static_assert(lint_words(Catalog(kCatalog).first(kPart)));
static_assert(lint_words(Catalog(kCatalog).subspan(kPart, kPart)));
static_assert(lint_words(Catalog(kCatalog).subspan(2 * kPart, kPart)));
static_assert(lint_words(Catalog(kCatalog).subspan(3 * kPart)));

namespace {

std::set<std::string> placeholders(std::string_view text) {
    std::set<std::string> names;
    for (std::size_t at = text.find('{'); at != std::string_view::npos; at = text.find('{', at + 1))
        names.insert(std::string(text.substr(at + 1, text.find_first_of(":}", at) - at - 1)));
    return names;
}

/// Every key of the stem that stands as a literal in the sources, with the file it stands in.
std::map<std::string, std::string> keys_in_sources(const std::string& pattern) {
    std::map<std::string, std::string> keys;
    const std::regex key("\"(" + pattern + ")\"");
    for (const char* folder : {"shared", "backend", "web"})
        for (const auto& file : std::filesystem::recursive_directory_iterator(source_path(folder))) {
            if (file.path().extension() != ".cpp" && file.path().extension() != ".h") continue;
            const std::string text = read_file(file.path().string()).value_or("");
            for (std::sregex_iterator at(text.begin(), text.end(), key), end; at != end; ++at) keys.emplace((*at)[1].str(), file.path().string());
        }
    return keys;
}

/// Help that is not about a field.
bool is_guide(std::string_view key) {
    return key.starts_with("help.view.") || key.starts_with("help.wcag.") || key.starts_with("help.fault.") || key.starts_with("help.accessibility.");
}

}  // namespace

TEST_CASE("the table is sorted, so that every key in it is found") {
    for (std::size_t i = 0; i < std::size(words::kKeys); ++i) {
        if (i > 0) CHECK(words::kKeys[i - 1] < words::kKeys[i]);
        CHECK(has_message(words::kKeys[i]));
    }
    static_assert(find_message(words::kKeys[0]) == 0 && find_message("problem") == -1 && find_message("show.yes") == "show.yes"_tr.index());
    for (std::string_view key : {"", "a", "zzz", "problem", "problem.", "problem.unknown ", "problem.unknowm"}) CHECK_FALSE(has_message(key));
}

TEST_CASE("every message has words in both languages, with the same placeholders") {
    for (std::string_view key : words::kKeys) {
        CAPTURE(std::string(key));
        const std::string_view swedish = say(Language::swedish, key), english = say(Language::english, key);
        for (std::string_view text : {swedish, english}) {
            CHECK_FALSE(trim(text).empty());
            CHECK(is_utf8(text));
            CHECK_FALSE(has_controls(text));
            CHECK(trim(text) == text);
            CHECK(std::count(text.begin(), text.end(), '{') == std::count(text.begin(), text.end(), '}'));
        }
        CHECK(placeholders(swedish) == placeholders(english));
    }
}

TEST_CASE("a message is said in the language asked for, an unknown one as that") {
    CHECK(say(Language::swedish, "show.yes"_tr) == "Ja");
    CHECK(say(Language::english, "show.yes"_tr) == "Yes");
    CHECK(say(Language::swedish, "show.yes") == say(Language::swedish, "show.yes"_tr));
    for (Language language : {Language::swedish, Language::english}) CHECK(say(language, "from.the.future") == say(language, "problem.unknown"_tr));
    CHECK(has_message("show.yes"));
    CHECK_FALSE(has_message("show.maybe"));
}

TEST_CASE("placeholders are filled in once, and what fills them is not read again") {
    CHECK(fill("{count} av {all}", {{"count", "3"}, {"all", "7"}}) == "3 av 7");
    CHECK(fill("{a}{a}", {{"a", "x"}}) == "xx");
    CHECK(fill("{a}", {{"a", "{b}"}, {"b", "no"}}) == "{b}");
    CHECK(fill("utan", {{"a", "x"}}) == "utan");
    CHECK(fill("{okänd}!", {{"a", "x"}}) == "!");
    CHECK(fill("öppen {a", {{"a", "x"}}) == "öppen {a");
    CHECK(fill("a} {a}", {{"a", "x"}}) == "a} x");
    CHECK(fill("", {}) == "");
}

TEST_CASE("a word has its form for one and for many") {
    constexpr std::string_view kText = "{count} {count:post är borttagen|poster är borttagna}.";
    CHECK(fill(kText, {{"count", "1"}}) == "1 post är borttagen.");
    for (const char* many : {"0", "2", "11", "21"}) CHECK(fill(kText, {{"count", many}}) == std::string(many) + " poster är borttagna.");
    CHECK(fill(kText, {{"other", "1"}}) == " .");
    CHECK(fill("{count:|s}", {{"count", "1"}}).empty());
    CHECK(fill("{count:bara en}", {{"count", "7"}}) == "bara en");
}

TEST_CASE("every problem that the sources can report has words") {
    const auto keys = keys_in_sources("problem\\.[a-z_]+");
    CHECK(keys.size() > 30);
    for (const auto& [key, file] : keys) {
        CAPTURE(file);
        if (!has_message(key)) FAIL_CHECK("no words for " << key);
    }
}

TEST_CASE("help, words for fields, options and steps are about something that exists") {
    std::set<std::string> known;
    for (const Entity* entity : kCatalog) {
        for (const WordKey& key : {entity_key(*entity), entities_key(*entity), about_key(*entity)}) known.emplace(key.view());
        for (const Field& field : entity->fields) {
            known.emplace(field_key(*entity, field).view());
            known.emplace(help_key(*entity, field).view());
            for (std::string_view option : field.options) known.emplace(option_key(*entity, field, option).view());
        }
        for (const Field& field : entity->worked_out) {
            known.emplace(field_key(*entity, field).view());
            known.emplace(help_key(*entity, field).view());
        }
        for (const Step& step : entity->steps) known.emplace(step_key(*entity, step).view());
    }
    for (std::string_view key : words::kKeys)
        for (std::string_view stem : {"entity.", "entities.", "about.", "field.", "help.", "option.", "step."})
            if (key.starts_with(stem) && !is_guide(key) && !known.count(std::string(key))) FAIL_CHECK("words about nothing: " << key);
}

TEST_CASE("there are no words that nothing asks for") {
    // Keys that are put together: by the catalogue (the test above, lint_words), or of names that a table holds.
    constexpr std::string_view kPutTogether[] = {"about.",        "check.dpia.",
                                                 "clock.",        "consequence.",
                                                 "deed.",         "due.",
                                                 "duty.",         "entities.",
                                                 "entity.",       "field.",
                                                 "figure.",       "figure_area.",
                                                 "figure_text.",  "group.",
                                                 "harm.",         "help.",
                                                 "level.",        "likelihood.",
                                                 "maturity.",     "menu.",
                                                 "notice.stage.", "open.ask.",
                                                 "open.help.",    "open.status.",
                                                 "option.",       "organisation.change.",
                                                 "risk_level.",   "role.",
                                                 "significance.", "step.",
                                                 "verb."};
    const auto asked = keys_in_sources("[a-z][a-z0-9_.]*");
    for (std::string_view key : words::kKeys) {
        const bool is_put_together =
            std::any_of(std::begin(kPutTogether), std::end(kPutTogether), [&](std::string_view stem) { return key.starts_with(stem); });
        if (!is_put_together && !asked.contains(std::string(key))) FAIL_CHECK("words that nothing asks for: " << key);
    }
}

TEST_CASE("a key too long to exist is cut, not written past its end") {
    const std::string long_name(1'000, 'x');
    CHECK(WordKey({"option", long_name, long_name}).view().size() <= sizeof(WordKey::text));
    CHECK(WordKey({"a", "b"}).view() == "a.b");
    CHECK(WordKey({}).view() == "");
}

TEST_CASE("texts of another number than the keys are not taken up, and what was there stays") {
    CHECK(has_words(Language::swedish));
    CHECK_FALSE(load_words(Language::swedish, "Ja"));
    CHECK_FALSE(load_words(Language::swedish, ""));
    CHECK(say(Language::swedish, "show.yes"_tr) == "Ja");
    std::string texts, help;
    for (std::string_view key : words::kKeys) (key.starts_with("help.") ? help : texts).append(say(Language::english, key)).push_back('\0');
    texts.pop_back(), help.pop_back();
    const std::string_view about_name = "help.asset.name";
    const std::string before(say(Language::english, about_name));
    CHECK(load_words(Language::english, texts));
    CHECK(say(Language::english, "show.yes"_tr) == "Yes");
    CHECK_FALSE(has_help(Language::english));
    CHECK(say(Language::english, about_name) == "");
    CHECK_FALSE(load_help(Language::english, "Help"));
    CHECK(load_help(Language::english, help));
    CHECK(has_help(Language::english));
    CHECK(say(Language::english, about_name) == before);
}
