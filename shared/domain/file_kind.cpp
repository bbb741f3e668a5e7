#include "domain/file_kind.h"

#include <algorithm>
#include <string>

#include "core/text.h"

namespace lisa {
namespace {

/// Small letters of the Latin alphabet only: no other letter is part of an end that is known.
std::string small(std::string_view text) {
    std::string out(text);
    for (char& c : out)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return out;
}

bool begins_as(std::string_view bytes, std::string_view pattern) {
    if (bytes.size() < pattern.size()) return false;
    return std::equal(pattern.begin(), pattern.end(), bytes.begin(), [](char wanted, char there) { return wanted == '?' || wanted == there; });
}

bool is_plain_text(std::string_view bytes) {
    return std::none_of(bytes.begin(), bytes.end(), [](char c) {
        const auto code = static_cast<unsigned char>(c);
        return (code < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f') || code == 0x7f;
    });
}

/// "Return-Path: <…>": letters and hyphens, then a colon.
bool begins_as_mail(std::string_view bytes) {
    const std::size_t colon = bytes.find(':');
    return colon != bytes.npos && colon > 0 && std::all_of(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(colon), [](char c) {
               return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
           });
}

/// Marks that turn the direction of writing: with them "fdp.exe" can be made to look like "exe.pdf".
bool reorders(char32_t point) {
    return (point >= 0x202A && point <= 0x202E) || (point >= 0x2066 && point <= 0x2069) || point == 0x200E || point == 0x200F || point == 0x061C;
}

}  // namespace

const FileKind* kind_of_name(std::string_view file_name) {
    const std::string name = small(file_name);
    for (const FileKind& kind : kFileKinds)
        for (std::string_view end : kind.ends)
            if (name.size() > end.size() && name.ends_with(end)) return &kind;
    return nullptr;
}

bool is_of_kind(const FileKind& kind, std::string_view bytes) {
    if (bytes.empty()) return false;
    if (kind.begins.empty()) return is_plain_text(bytes) && (!kind.is_mail || begins_as_mail(bytes));
    return std::any_of(kind.begins.begin(), kind.begins.end(), [&](std::string_view pattern) { return begins_as(bytes, pattern); });
}

bool is_file_name(std::string_view name) {
    if (name.empty() || name.front() == '.' || !is_utf8(name) || has_controls(name) || trim(name) != name) return false;
    if (name.find_first_of("/\\\n\t") != name.npos) return false;
    for (std::size_t at = 0; at < name.size();)
        if (reorders(next_point(name, at))) return false;
    return true;
}

std::string_view file_complaint(std::string_view name, std::string_view bytes) {
    if (!is_file_name(name)) return "problem.file_name";
    if (bytes.empty()) return "problem.file_empty";
    const FileKind* kind = kind_of_name(name);
    return kind && is_of_kind(*kind, bytes) ? "" : "problem.file_kind";
}

std::string_view file_ends() {
    static const std::string kEnds = [] {
        std::string ends;
        for (const FileKind& kind : kFileKinds)
            for (std::string_view end : kind.ends) ends.append(ends.empty() ? "" : ",").append(end);
        return ends;
    }();
    return kEnds;
}

}  // namespace lisa
