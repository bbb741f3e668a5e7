#include "import/encoding.h"

#include "core/text.h"
#include "import/table.h"
#include "tests/shared/memory.h"

#include <doctest/doctest.h>

using namespace lisa;
using namespace lisa::test;
using namespace std::string_literals;

namespace {

std::string utf16(std::u16string_view text, bool is_big) {
    std::string bytes = is_big ? "\xFE\xFF" : "\xFF\xFE";
    for (char16_t unit : text) {
        const char high = static_cast<char>(unit >> 8), low = static_cast<char>(unit & 0xFF);
        bytes += is_big ? high : low;
        bytes += is_big ? low : high;
    }
    return bytes;
}

}  // namespace

TEST_CASE("I5 UTF-8 is taken as it is, and its mark is dropped") {
    CHECK(*to_utf8("Namn;Åre") == "Namn;Åre");
    CHECK(*to_utf8("\xEF\xBB\xBFNamn;Åre") == "Namn;Åre");
    CHECK(outcome(to_utf8("\xEF\xBB\xBFNamn;\xC5re")) == "invalid =problem.import.damaged");
}

TEST_CASE("I5 what is not UTF-8 is Windows-1252, å ä ö and the euro included") {
    CHECK(*to_utf8("F\xF6rnamn;\xC5gren;Lidk\xF6ping;\x80 5 \x96 \x93ok\x94") == "Förnamn;Ågren;Lidköping;€ 5 – “ok”");
    std::string all;
    for (int byte = 1; byte < 256; ++byte) all += static_cast<char>(byte);
    const auto text = to_utf8(all);
    REQUIRE(text);
    CHECK(is_utf8(*text));
    CHECK(length(*text) == 255);
}

TEST_CASE("I5 UTF-16 from Excel, either way round") {
    for (bool is_big : {false, true}) {
        CHECK(*to_utf8(utf16(u"Namn\tÄgare\r\nHälsa\t𝄞", is_big)) == "Namn\tÄgare\r\nHälsa\t𝄞");
        CHECK(outcome(to_utf8(utf16(u"Namn", is_big) + "x")) == "invalid =problem.import.damaged");
        const char16_t high[] = {u'a', 0xD834}, low[] = {0xDD1E, u'a'}, pair[] = {0xD834, u'a'};
        for (std::u16string_view broken : {std::u16string_view(high, 2), std::u16string_view(low, 2), std::u16string_view(pair, 2)})
            CHECK(outcome(to_utf8(utf16(broken, is_big))) == "invalid =problem.import.damaged");
    }
}

TEST_CASE("I5 workbooks, PDFs and other binary files are refused with the way out") {
    for (const std::string& file : {"PK\x03\x04 sheet"s, "\xD0\xCF\x11\xE0 old sheet"s, "%PDF-1.7 text"s, "a\0b"s, "N\0a\0m\0n\0"s, "\xFF\xFE\0\0N\0\0\0"s})
        CHECK(outcome(to_utf8(file)) == "invalid =problem.import.binary");
}

TEST_CASE("I5 an empty file and a huge one") {
    CHECK(outcome(to_utf8("")) == "invalid =problem.file_empty");
    CHECK(outcome(to_utf8("\xEF\xBB\xBF \r\n")) == "invalid =problem.file_empty");
    CHECK(outcome(to_utf8("\xFF\xFE")) == "invalid =problem.file_empty");
    CHECK(outcome(to_utf8(std::string(kImportFileLimit + 1, 'a'))) == "invalid =problem.file_too_large");
}
