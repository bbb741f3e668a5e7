#pragma once
// Which files may be attached: a table of kinds, each known by the end of its name and by how its bytes begin. What stands in no row
// is refused, as are a web page, a drawing with scripts (SVG) and a program, whatever they call themselves.
#include <array>
#include <cstddef>
#include <span>
#include <string_view>

namespace lisa {

/// Largest file where the server is told nothing else, and the most that it can be told: 10 and 50 MiB.
inline constexpr std::size_t kFileLimit = 10u << 20, kFileLimitMost = 50u << 20;

struct FileKind {
    std::string_view name{};                     ///< in records and message keys
    std::string_view media_type{};               ///< as IANA has it
    std::span<const std::string_view> ends{};    ///< of file names, in small letters
    std::span<const std::string_view> begins{};  ///< how the bytes may begin, '?' for any byte; none: it is text
    bool is_mail = false;                        ///< text whose first line is a header, "From: …"
    bool is_picture() const { return media_type.starts_with("image/"); }
};

namespace detail {

inline constexpr std::string_view kPdfEnds[] = {".pdf"}, kPdfBegins[] = {"%PDF-"};
inline constexpr std::string_view kPngEnds[] = {".png"}, kPngBegins[] = {"\x89PNG\r\n\x1a\n"};
inline constexpr std::string_view kJpegEnds[] = {".jpg", ".jpeg"}, kJpegBegins[] = {"\xff\xd8\xff"};
inline constexpr std::string_view kGifEnds[] = {".gif"}, kGifBegins[] = {"GIF87a", "GIF89a"};
inline constexpr std::string_view kWebpEnds[] = {".webp"}, kWebpBegins[] = {"RIFF????WEBP"};
inline constexpr std::string_view kHeicEnds[] = {".heic", ".heif"};
inline constexpr std::string_view kHeicBegins[] = {"????ftypheic", "????ftypheix", "????ftyphevc", "????ftypheim", "????ftypmif1", "????ftypmsf1"};
inline constexpr std::string_view kZipBegins[] = {"PK\x03\x04"};
inline constexpr std::string_view kOleBegins[] = {"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"};
inline constexpr std::string_view kTextEnds[] = {".txt"}, kCsvEnds[] = {".csv"}, kMailEnds[] = {".eml"}, kOutlookEnds[] = {".msg"};
inline constexpr std::string_view kDocxEnds[] = {".docx"}, kXlsxEnds[] = {".xlsx"}, kPptxEnds[] = {".pptx"}, kOdtEnds[] = {".odt"}, kOdsEnds[] = {".ods"};

}  // namespace detail

inline constexpr FileKind kFileKinds[] = {
    {"pdf", "application/pdf", detail::kPdfEnds, detail::kPdfBegins},
    {"png", "image/png", detail::kPngEnds, detail::kPngBegins},
    {"jpeg", "image/jpeg", detail::kJpegEnds, detail::kJpegBegins},
    {"gif", "image/gif", detail::kGifEnds, detail::kGifBegins},
    {"webp", "image/webp", detail::kWebpEnds, detail::kWebpBegins},
    {"heic", "image/heic", detail::kHeicEnds, detail::kHeicBegins},
    {"text", "text/plain", detail::kTextEnds, {}},
    {"csv", "text/csv", detail::kCsvEnds, {}},
    {"docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", detail::kDocxEnds, detail::kZipBegins},
    {"xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", detail::kXlsxEnds, detail::kZipBegins},
    {"pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation", detail::kPptxEnds, detail::kZipBegins},
    {"odt", "application/vnd.oasis.opendocument.text", detail::kOdtEnds, detail::kZipBegins},
    {"ods", "application/vnd.oasis.opendocument.spreadsheet", detail::kOdsEnds, detail::kZipBegins},
    {"eml", "message/rfc822", detail::kMailEnds, {}, true},
    {"msg", "application/vnd.ms-outlook", detail::kOutlookEnds, detail::kOleBegins},
};

/// The names of the kinds, as options of a field.
inline constexpr auto kFileKindNames = [] {
    std::array<std::string_view, std::size(kFileKinds)> names{};
    for (std::size_t i = 0; i < names.size(); ++i) names[i] = kFileKinds[i].name;
    return names;
}();

/// The kind that the end of a file's name says; null for one that may not be attached.
const FileKind* kind_of_name(std::string_view file_name);

/// Whether the bytes are what their kind says, from the first on. Of text all bytes count: it holds no control characters.
bool is_of_kind(const FileKind& kind, std::string_view bytes);

/// Whether a file may be called that: no path, no control or reordering characters, nothing before the dot missing.
bool is_file_name(std::string_view name);

/// Why a file may not be attached, as a message key; empty when it may.
std::string_view file_complaint(std::string_view name, std::string_view bytes);

/// The ends of all names that may be attached, with commas between, for a file chooser.
std::string_view file_ends();

}  // namespace lisa
