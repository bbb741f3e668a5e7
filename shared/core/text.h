#pragma once
// Text as people mean it: UTF-8 that is checked, searched without regard to case, sorted the Swedish way.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace lisa {

/// Whether the bytes are well-formed UTF-8 (no overlong forms, no surrogates).
bool is_utf8(std::string_view text);

/// Number of code points of well-formed UTF-8.
std::size_t length(std::string_view text);

/// Reads the code point at `at` and moves past it. Malformed bytes come out as U+FFFD, one at a time.
char32_t next_point(std::string_view text, std::size_t& at);

/// Appends a code point as UTF-8.
void append_point(std::string& text, char32_t point);

/// The text for comparing in a search: small letters, accents dropped except on å, ä and ö, which are letters of their own.
std::string fold(std::string_view text);

/// Bytes that sort as a Swedish reader expects: case and accents ignored, å ä ö after z, w as its own letter,
/// numbers inside text by their size ("Skola 2" before "Skola 10").
std::string collation_key(std::string_view text);

/// Without white space at the ends.
std::string_view trim(std::string_view text);

/// Whether the text holds a control character other than line feed and tab.
bool has_controls(std::string_view text);

/// The 64-bit FNV-1a hash; for change detection only, never for trust.
constexpr std::uint64_t fnv1a(std::string_view text, std::uint64_t hash = 14695981039346656037ull) {
    for (char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211ull;
    return hash;
}

}  // namespace lisa
