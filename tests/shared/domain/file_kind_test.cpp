#include "domain/file_kind.h"

#include <doctest/doctest.h>

#include <set>
#include <string>

using namespace lisa;

namespace {

std::string bytes(std::initializer_list<int> codes, const std::string& rest = {}) {
    std::string out;
    for (int code : codes) out += static_cast<char>(code);
    return out + rest;
}

/// A file that begins as the kind asks, followed by whatever.
std::string sample(const FileKind& kind) {
    if (kind.is_mail) return "From: anna@koping.example\r\n\r\nHej\r\n";
    if (kind.begins.empty()) return "Rad ett;Åäö\r\nRad två\t\n";
    std::string begin(kind.begins.front());
    for (char& c : begin) c = c == '?' ? '\0' : c;
    return begin + std::string("\0\1\2 whatever follows", 20);
}

/// The kind by which Lisa would take the file in; empty when it would not.
std::string_view taken(std::string_view name, const std::string& content) {
    const FileKind* kind = kind_of_name(name);
    return kind && is_of_kind(*kind, content) ? kind->name : std::string_view{};
}

}  // namespace

TEST_CASE("H1 every kind of file is known by its name and its first bytes, in small letters and capitals, and by no other's") {
    std::set<std::string_view> names, ends;
    for (const FileKind& kind : kFileKinds) {
        CAPTURE(std::string(kind.name));
        CHECK(names.insert(kind.name).second);
        for (std::string_view end : kind.ends) {
            CHECK(ends.insert(end).second);
            std::string loud = "RAPPORT";
            for (char c : end) loud += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
            CHECK(taken("rapport.slutlig" + std::string(end), sample(kind)) == kind.name);
            CHECK(taken(loud, sample(kind)) == kind.name);
            CHECK(taken(end, sample(kind)) == "");  // an end alone is no name
            for (const FileKind& other : kFileKinds) {
                if (other.begins.empty() || (!kind.begins.empty() && kind.begins.front() == other.begins.front())) continue;
                CHECK_MESSAGE(taken("x" + std::string(other.ends.front()), sample(kind)) == "", "called ", other.name);
            }
            CHECK(taken("x" + std::string(end), "") == "");
        }
        for (std::string_view pattern : kind.begins) {
            std::string whole(pattern);
            CHECK(is_of_kind(kind, whole));
            CHECK_FALSE(is_of_kind(kind, whole.substr(0, whole.size() - 1)));
            CHECK_FALSE(is_of_kind(kind, " " + whole));
        }
        CHECK(file_ends().find(kind.ends.front()) != std::string_view::npos);
    }
    CHECK(std::size(kFileKinds) == 15);
    for (std::size_t i = 0; i < std::size(kFileKinds); ++i) CHECK(kFileKindNames[i] == kFileKinds[i].name);
}

TEST_CASE("H1 the signatures are those that the formats' own standards give") {
    struct Row {
        const char* name;
        std::string content;
        const char* kind;
    };
    const Row rows[] = {
        {"a.pdf", "%PDF-1.7\n", "pdf"},
        {"a.png", bytes({0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a}, "...."), "png"},
        {"a.jpg", bytes({0xff, 0xd8, 0xff, 0xe0}, "..JFIF"), "jpeg"},
        {"a.gif", "GIF89a..", "gif"},
        {"a.webp", bytes({'R', 'I', 'F', 'F', 0x24, 0, 0, 0}, "WEBPVP8 "), "webp"},
        {"a.heic", bytes({0, 0, 0, 0x18}, "ftypheic...."), "heic"},
        {"a.docx", bytes({'P', 'K', 3, 4, 20, 0}, "[Content_Types].xml"), "docx"},
        {"a.msg", bytes({0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1}, "...."), "msg"},
        {"a.eml", "Received: from x\r\nSubject: Hej\r\n\r\nHej", "eml"},
        {"a.csv", "namn;antal\r\nå;1\r\n", "csv"},
        // What calls itself something else.
        {"a.png", "<script>alert(1)</script>", ""},
        {"a.png", "<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>", ""},
        {"a.pdf", "MZ\x90 this is a program", ""},
        {"a.docx", "<html><script>1</script></html>", ""},
        {"a.jpg", "GIF89a..", ""},
        {"a.eml", "<html>: no header</html>", ""},
        {"a.eml", "no colon at all", ""},
        {"a.txt", bytes({'M', 'Z', 0x90, 0, 3}), ""},
        {"a.txt", "esc \x1b[31m", ""},
        {"a.heic", bytes({0, 0, 0, 0x18}, "ftypisom...."), ""},
        {"a.webp", bytes({'R', 'I', 'F', 'F', 0x24, 0, 0, 0}, "WAVEfmt "), ""},
    };
    for (const Row& row : rows) CHECK_MESSAGE(taken(row.name, row.content) == row.kind, row.name << ": " << row.content);
}

TEST_CASE("H1 web pages, drawings with scripts, scripts, programs and archives are no kind that is taken") {
    for (const char* name : {"a.svg", "a.html", "a.htm", "a.xhtml", "a.js", "a.mjs", "a.exe", "a.docm", "a.xlsm", "a.zip", "a.pdf.html", "a.png.js", "a", "a.",
                             "pdf", "a.pdf ", "a.pdf\xE2\x80\xAE",
                             "a.pd\xCC\x81"
                             "f",
                             ""})
        CHECK_MESSAGE(kind_of_name(name) == nullptr, name);
}

TEST_CASE("H1 why a file is refused is told by its name first, then by what is in it") {
    CHECK(file_complaint("a.pdf", "%PDF-1.7") == "");
    CHECK(file_complaint("../a.pdf", "%PDF-1.7") == "problem.file_name");
    CHECK(file_complaint("a.pdf", "") == "problem.file_empty");
    CHECK(file_complaint("a.pdf", "<html>") == "problem.file_kind");
    CHECK(file_complaint("a.svg", "<svg/>") == "problem.file_kind");
}

TEST_CASE("H1 a file name is a name: no path, no control or reordering characters, no hidden file") {
    for (const char* name : {"a.pdf", "Protokoll 12 maj (slutligt).pdf", "åäö – bild.png", "a..b.pdf", "漢字.txt"}) CHECK_MESSAGE(is_file_name(name), name);
    for (const std::string& name : {std::string(), std::string(".pdf"), std::string("..\\a.pdf"), std::string("../../etc/passwd.txt"), std::string("a/b.pdf"),
                                    std::string("c:\\a.pdf"), std::string("a\nb.pdf"), std::string("a\tb.pdf"), std::string("a\0b.pdf", 7),
                                    std::string("a\r\nSet-Cookie: x.pdf"), std::string(" a.pdf"), std::string("a.pdf "), std::string("\xff.pdf"),
                                    std::string("\xE2\x80\xAE"
                                                "fdp.exe.pdf"),
                                    std::string("a\xE2\x81\xA6.pdf")})
        CHECK_MESSAGE(!is_file_name(name), name);
}
