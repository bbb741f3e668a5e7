#include "core/text.h"

namespace lisa {
namespace {

constexpr char32_t kBad = 0xFFFD;

/// The small letter of what European names are written with; other scripts pass through.
char32_t lower(char32_t c) {
    if (c >= U'A' && c <= U'Z') return c + 32;
    if ((c >= 0xC0 && c <= 0xDE && c != 0xD7)) return c + 32;
    const bool even_is_upper = (c >= 0x100 && c <= 0x137) || (c >= 0x14A && c <= 0x177);
    const bool odd_is_upper = (c >= 0x139 && c <= 0x148) || (c >= 0x179 && c <= 0x17E);
    if (even_is_upper && c % 2 == 0) return c + 1;
    if (odd_is_upper && c % 2 == 1) return c + 1;
    return c;
}

/// The plain letters of an accented small letter from Latin-1 and Latin Extended-A; empty: leave it as it is.
std::string_view plain(char32_t c) {
    struct Span {
        char32_t first, last;
        std::string_view letters;
    };
    static constexpr Span kSpans[] = {
        {0xE0, 0xE3, "a"},   {0xE6, 0xE6, "ae"},  {0xE7, 0xE7, "c"},   {0xE8, 0xEB, "e"},   {0xEC, 0xEF, "i"},   {0xF0, 0xF0, "d"},   {0xF1, 0xF1, "n"},
        {0xF2, 0xF5, "o"},   {0xF8, 0xF8, "o"},   {0xF9, 0xFB, "u"},   {0xFC, 0xFC, "y"},   {0xFD, 0xFD, "y"},   {0xFE, 0xFE, "th"},  {0xFF, 0xFF, "y"},
        {0xDF, 0xDF, "ss"},  {0x100, 0x105, "a"}, {0x106, 0x10D, "c"}, {0x10E, 0x111, "d"}, {0x112, 0x11B, "e"}, {0x11C, 0x123, "g"}, {0x124, 0x127, "h"},
        {0x128, 0x131, "i"}, {0x134, 0x135, "j"}, {0x136, 0x138, "k"}, {0x139, 0x142, "l"}, {0x143, 0x14B, "n"}, {0x14C, 0x151, "o"}, {0x152, 0x153, "oe"},
        {0x154, 0x159, "r"}, {0x15A, 0x161, "s"}, {0x162, 0x167, "t"}, {0x168, 0x173, "u"}, {0x174, 0x175, "w"}, {0x176, 0x178, "y"}, {0x179, 0x17E, "z"},
    };
    for (const Span& span : kSpans)
        if (c >= span.first && c <= span.last) return span.letters;
    return {};
}

/// Accents that follow the letter they belong to, as macOS writes them.
bool is_combining(char32_t c) { return c >= 0x300 && c <= 0x36F; }

/// A small letter and the accent that follows it; å, ä and ö are letters of their own, other accents are dropped.
char32_t compose(char32_t letter, char32_t accent) {
    if (accent == 0x30A && letter == U'a') return 0xE5;
    if (accent == 0x308 && letter == U'a') return 0xE4;
    if (accent == 0x308 && letter == U'o') return 0xF6;
    return letter;
}

bool is_swedish(char32_t c) { return c == 0xE5 || c == 0xE4 || c == 0xF6; }

/// Calls `each` with every code point of the folded text.
template <class Each>
void for_folded(std::string_view text, Each each) {
    for (std::size_t at = 0; at < text.size();) {
        char32_t c = lower(next_point(text, at));
        for (std::size_t next = at; next < text.size(); at = next) {
            const char32_t accent = next_point(text, next);
            if (!is_combining(accent)) break;
            c = compose(c, accent);
        }
        if (is_combining(c)) continue;
        const std::string_view letters = is_swedish(c) ? std::string_view{} : plain(c);
        if (letters.empty()) each(c);
        for (char letter : letters) each(static_cast<char32_t>(letter));
    }
}

}  // namespace

char32_t next_point(std::string_view text, std::size_t& at) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const unsigned char lead = byte(at++);
    if (lead < 0x80) return lead;
    const int more = lead >= 0xF0 ? 3 : lead >= 0xE0 ? 2 : lead >= 0xC2 ? 1 : 0;
    if (more == 0 || lead > 0xF4 || at + static_cast<std::size_t>(more) > text.size()) return kBad;
    char32_t point = lead & (0x3Fu >> more);
    for (int i = 0; i < more; ++i) {
        const unsigned char next = byte(at + static_cast<std::size_t>(i));
        if ((next & 0xC0) != 0x80) return kBad;
        point = (point << 6) | (next & 0x3Fu);
    }
    const bool overlong = (more == 2 && point < 0x800) || (more == 3 && point < 0x10000);
    if (overlong || point > 0x10FFFF || (point >= 0xD800 && point <= 0xDFFF)) return kBad;
    at += static_cast<std::size_t>(more);
    return point;
}

void append_point(std::string& text, char32_t point) {
    const auto put = [&](char32_t byte) { text.push_back(static_cast<char>(byte)); };
    if (point < 0x80) {
        put(point);
    } else if (point < 0x800) {
        put(0xC0 | (point >> 6)), put(0x80 | (point & 0x3F));
    } else if (point < 0x10000) {
        put(0xE0 | (point >> 12)), put(0x80 | ((point >> 6) & 0x3F)), put(0x80 | (point & 0x3F));
    } else {
        put(0xF0 | (point >> 18)), put(0x80 | ((point >> 12) & 0x3F)), put(0x80 | ((point >> 6) & 0x3F)), put(0x80 | (point & 0x3F));
    }
}

bool is_utf8(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t start = at;
        if (next_point(text, at) == kBad && text.substr(start, 3) != "\xEF\xBF\xBD") return false;
    }
    return true;
}

std::size_t length(std::string_view text) {
    std::size_t points = 0;
    for (char c : text) points += (static_cast<unsigned char>(c) & 0xC0) != 0x80;
    return points;
}

std::string fold(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for_folded(text, [&](char32_t c) { append_point(out, c); });
    return out;
}

std::string collation_key(std::string_view text) {
    std::string out;
    out.reserve(text.size() + 4);
    std::string digits;
    const auto flush = [&] {
        if (digits.empty()) return;
        const std::size_t zeros = digits.find_first_not_of('0');
        digits.erase(0, zeros == std::string::npos ? digits.size() - 1 : zeros);
        out.push_back('0');  // a number sorts by its length, then by its digits
        out.push_back(static_cast<char>(digits.size() < 255 ? digits.size() : 255));
        out += digits;
        digits.clear();
    };
    for_folded(text, [&](char32_t c) {
        if (c >= U'0' && c <= U'9') {
            digits.push_back(static_cast<char>(c));
            return;
        }
        flush();
        switch (c) {  // '{' '|' '}' follow 'z' in ASCII
            case 0xE5: out.push_back('{'); break;
            case 0xE4: out.push_back('|'); break;
            case 0xF6: out.push_back('}'); break;
            default: append_point(out, c == U'-' || c == 0x2013 ? U' ' : c);
        }
    });
    flush();
    return out;
}

std::string_view trim(std::string_view text) {
    constexpr std::string_view kSpace = " \t\r\n\f\v";
    const std::size_t first = text.find_first_not_of(kSpace);
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(kSpace) - first + 1);
}

bool has_controls(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const char32_t c = next_point(text, at);
        if ((c < 0x20 && c != U'\n' && c != U'\t') || (c >= 0x7F && c <= 0x9F)) return true;
    }
    return false;
}

}  // namespace lisa
