#include "core/text.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

using namespace lisa;
using namespace std::string_literals;

TEST_CASE("well-formed UTF-8 of every length is taken") {
    for (const std::string good :
         {"", "a", "Å", "€", "𝄞", "Räddningstjänsten i Köping – «test»", "\xEF\xBF\xBD", "\xF4\x8F\xBF\xBF", "\xED\x9F\xBF", "\xEE\x80\x80"}) {
        CAPTURE(good);
        CHECK(is_utf8(good));
    }
    CHECK(is_utf8("\0"s));
}

TEST_CASE("malformed UTF-8 is refused") {
    struct Row {
        const char* why;
        std::string bytes;
    };
    const Row rows[] = {
        {"a lone continuation byte", "\x80"},
        {"a lone lead byte", "\xC3"},
        {"a lead byte before ASCII", "\xC3(a"},
        {"three bytes cut off", "\xE2\x82"},
        {"four bytes cut off", "\xF0\x9D\x84"},
        {"an overlong slash in two bytes", "\xC0\xAF"},
        {"an overlong slash in two bytes, other lead", "\xC1\xBF"},
        {"an overlong slash in three bytes", "\xE0\x80\xAF"},
        {"an overlong slash in four bytes", "\xF0\x80\x80\xAF"},
        {"a high surrogate", "\xED\xA0\x80"},
        {"a low surrogate", "\xED\xBF\xBF"},
        {"beyond the last code point", "\xF4\x90\x80\x80"},
        {"five bytes", "\xF8\x88\x80\x80\x80"},
        {"a byte that UTF-8 never has", "\xFF"},
        {"Latin-1", "K\xF6ping"},
        {"UTF-16", "\xFF\xFEK\0\xF6\0"s},
    };
    for (const Row& row : rows) {
        CAPTURE(row.why);
        CHECK_FALSE(is_utf8(row.bytes));
        CHECK_FALSE(is_utf8("before" + row.bytes));
        CHECK_FALSE(is_utf8(row.bytes + "after"));
    }
}

TEST_CASE("every code point survives being written and read") {
    for (char32_t point = 0; point <= 0x10FFFF; point += point < 0x3000 ? 1 : 97) {
        if (point >= 0xD800 && point <= 0xDFFF) continue;
        std::string text;
        append_point(text, point);
        std::size_t at = 0;
        const bool same = next_point(text, at) == point && at == text.size() && length(text) == 1 && is_utf8(text);
        if (!same) FAIL("U+" << static_cast<std::uint32_t>(point));
    }
}

TEST_CASE("malformed bytes come out one at a time and never past the end") {
    const std::string text = "a\xE2\x82z\xF0";
    std::size_t at = 0;
    std::u32string points;
    while (at < text.size()) points.push_back(next_point(text, at));
    CHECK(points == U"a\uFFFD\uFFFDz\uFFFD");
}

TEST_CASE("length counts letters, not bytes") {
    CHECK(length("") == 0);
    CHECK(length("Köping") == 6);
    CHECK(length("𝄞å") == 2);
}

TEST_CASE("a search takes no notice of case and accents, but å ä ö stay letters of their own") {
    CHECK(fold("KÖPING") == "köping");
    CHECK(fold("Köping") != fold("Koping"));
    CHECK(fold("Åsa Ängström ÖÅÄ") == "åsa ängström öåä");
    CHECK(fold("Éva André Müller Muñoz Çelik") == "eva andre myller munoz celik");
    CHECK(fold("Łódź Šimić Straße Æther Œuvre Þór") == "lodz simic strasse aether oeuvre thor");
    CHECK(fold("Ελλάδα 漢字 № 7") == "Ελλάδα 漢字 № 7");
    CHECK(fold("") == "");
}

TEST_CASE("letters put together from a base and an accent read as the whole letter") {
    CHECK(fold("Ko\u0308ping A\u030Asa A\u0308ngen") == "köping åsa ängen");  // as macOS writes file names
    CHECK(fold("Andre\u0301") == "andre");
    CHECK(collation_key("O\u0308rebro") == collation_key("Örebro"));
}

TEST_CASE("folding twice is folding once, and never makes text malformed") {
    for (const std::string text : {"Åsa", "ÉÈ ß Œ", "a\xC3", "\xFF\xFE", "Ŀ ŀ Ĳ ĳ ŉ ſ"}) {
        CAPTURE(text);
        CHECK(fold(fold(text)) == fold(text));
        CHECK(is_utf8(fold(text)));
    }
}

TEST_CASE("text sorts as in a Swedish register") {
    const std::vector<std::string> sorted = {
        "",          "Andersson", "andersson 2", "Andersson 10", "André",   "Andrésen",   "Skola",   "Skola 1",   "Skola 2", "skola 10",
        "Skola 10a", "skola 100", "Vård",        "Wallin",       "Ypsilon", "Zetterlund", "Åkerman", "Ängskolan", "Örebro",
    };
    for (std::size_t i = 0; i + 1 < sorted.size(); ++i) {
        CAPTURE(sorted[i]);
        CAPTURE(sorted[i + 1]);
        CHECK(collation_key(sorted[i]) < collation_key(sorted[i + 1]));
    }
    CHECK(collation_key("ÅSA") == collation_key("åsa"));
    CHECK(collation_key("Barn- och") == collation_key("barn  och"));
}

TEST_CASE("numbers inside text sort by size, however long and however padded") {
    CHECK(collation_key("a 007") == collation_key("a 7"));
    CHECK(collation_key("a 0") < collation_key("a 1"));
    CHECK(collation_key("a 999999999999999999999") < collation_key("a 1000000000000000000000"));
    CHECK(collation_key("2 kap. 9 §") < collation_key("2 kap. 10 §"));
    CHECK(collation_key("10") < collation_key("a"));
    CHECK(collation_key(std::string(400, '9')).size() > 300);
}

TEST_CASE("white space is trimmed at the ends only") {
    CHECK(trim(" \t\r\n a b \v\f") == "a b");
    CHECK(trim(" \n ").empty());
    CHECK(trim("").empty());
}

TEST_CASE("control characters are found, line feed and tab are let through") {
    CHECK_FALSE(has_controls("a\tb\nc å"));
    for (const std::string& bad : {"\0"s, "a\rb"s, "\x1B[31m"s, "\x7F"s, "\b"s}) CHECK(has_controls(bad));
    CHECK(has_controls("a\u0085b"));  // next line
    CHECK(has_controls("\u009B"));    // the one-character form of ESC [
    CHECK_FALSE(has_controls("\u00A0Â"));
}

TEST_CASE("the hash is FNV-1a and can be carried on") {
    CHECK(fnv1a("") == 14695981039346656037ull);
    CHECK(fnv1a("a") == 0xaf63dc4c8601ec8cull);
    CHECK(fnv1a("bar", fnv1a("foo")) == fnv1a("foobar"));
}
