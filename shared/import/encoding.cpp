#include "import/encoding.h"

#include <optional>

#include "core/text.h"

namespace lisa {
namespace {

/// What Windows-1252 has where Latin-1 has control characters. The five that are not in use stay as they are.
constexpr char16_t kWindows[32] = {
    0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x008D, 0x017D, 0x008F,
    0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178,
};

std::string from_windows(std::string_view bytes) {
    std::string text;
    text.reserve(bytes.size() + bytes.size() / 8);
    for (char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        append_point(text, byte >= 0x80 && byte <= 0x9F ? static_cast<char32_t>(kWindows[byte - 0x80]) : static_cast<char32_t>(byte));
    }
    return text;
}

/// Nothing when the bytes are cut off or half a pair stands alone.
std::optional<std::string> from_utf16(std::string_view bytes, bool is_big_endian) {
    if (bytes.size() % 2 != 0) return std::nullopt;
    const auto unit = [&](std::size_t at) {
        const auto first = static_cast<unsigned char>(bytes[at]), second = static_cast<unsigned char>(bytes[at + 1]);
        return static_cast<char32_t>(is_big_endian ? first * 256 + second : second * 256 + first);
    };
    std::string text;
    text.reserve(bytes.size());
    for (std::size_t at = 0; at < bytes.size(); at += 2) {
        char32_t point = unit(at);
        if (point >= 0xDC00 && point <= 0xDFFF) return std::nullopt;
        if (point >= 0xD800 && point <= 0xDBFF) {
            at += 2;
            const char32_t low = at < bytes.size() ? unit(at) : 0;
            if (low < 0xDC00 || low > 0xDFFF) return std::nullopt;
            point = 0x10000 + ((point - 0xD800) << 10) + (low - 0xDC00);
        }
        append_point(text, point);
    }
    return text;
}

/// Files that people take for tables and that begin like no text does: Excel's old and new, OpenDocument, PDF.
bool is_document(std::string_view bytes) { return bytes.starts_with("PK\x03\x04") || bytes.starts_with("\xD0\xCF\x11\xE0") || bytes.starts_with("%PDF-"); }

}  // namespace

Result<std::string> to_utf8(std::string_view bytes) {
    if (bytes.size() > kImportFileLimit) return fault(Fault::invalid, "", "problem.file_too_large");
    const bool is_little = bytes.starts_with("\xFF\xFE"), is_big = bytes.starts_with("\xFE\xFF"), is_marked = bytes.starts_with("\xEF\xBB\xBF");
    if (is_document(bytes)) return fault(Fault::invalid, "", "problem.import.binary");
    std::string text;
    if (is_little || is_big) {
        auto read = from_utf16(bytes.substr(2), is_big);
        if (!read) return fault(Fault::invalid, "", "problem.import.damaged");
        text = std::move(*read);
    } else if (is_marked) {
        if (!is_utf8(bytes)) return fault(Fault::invalid, "", "problem.import.damaged");
        text = bytes.substr(3);
    } else {
        text = is_utf8(bytes) ? std::string(bytes) : from_windows(bytes);
    }
    if (text.find('\0') != std::string::npos) return fault(Fault::invalid, "", "problem.import.binary");
    if (trim(text).empty()) return fault(Fault::invalid, "", "problem.file_empty");
    return text;
}

}  // namespace lisa
