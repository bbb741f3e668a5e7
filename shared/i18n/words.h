#pragma once
// The words of the interface. The keys come from assets/i18n as a table; a key that is written in the code and missing
// there stops the build. The texts are compiled into native programs; the page loads the language it speaks.
#include <algorithm>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

#include "i18n/words_keys.h"  // generated: lisa::words::kKeys, sorted

namespace lisa {

enum class Language : std::uint8_t { swedish, english };

/// Index of a message, or -1. The running program has the keys in another, smaller form.
consteval int find_message(std::string_view key) {
    std::size_t low = 0, high = std::size(words::kKeys);
    while (low < high) {
        const std::size_t middle = (low + high) / 2;
        if (words::kKeys[middle] < key) low = middle + 1;
        else high = middle;
    }
    return low < std::size(words::kKeys) && words::kKeys[low] == key ? static_cast<int>(low) : -1;
}

/// A literal as a template argument.
template <std::size_t N>
struct Literal {
    char text[N]{};
    consteval Literal(const char (&from)[N]) { std::copy_n(from, N, text); }
    constexpr std::string_view view() const { return {text, N - 1}; }
};

/// A message known to exist. Only `"…"_tr` makes one, so no raw text reaches the screen.
class Tr {
public:
    constexpr int index() const { return m_index; }

private:
    constexpr explicit Tr(int index) : m_index(index) {}
    template <Literal L>
    friend consteval Tr operator""_tr();
    int m_index;
};

template <Literal L>
consteval Tr operator""_tr() {
    constexpr int index = find_message(L.view());
    static_assert(index >= 0, "no such message in assets/i18n");
    return Tr{index};
}

/// Takes up the texts of a language, a zero byte between them, in the order of the keys. False when they are not as many.
/// Those of help.* are not among them.
bool load_words(Language language, std::string texts);
/// Takes up those of help.* in the same way. Until then, no field of a form has help in this language.
bool load_help(Language language, std::string texts);
/// Whether the texts of a language are there. One that is not is said in the other.
bool has_words(Language language);
/// Whether the help texts of a language are there.
bool has_help(Language language);

/// The text of a message.
std::string_view say(Language language, Tr message);

/// The text of a key put together at run time, such as "field.asset.name". `lint_words` proves the catalogue's while
/// compiling; a key from a newer server gives the text of problem.unknown.
std::string_view say(Language language, std::string_view key);

/// Whether there is such a message; for help texts, which not every field has.
bool has_message(std::string_view key);

/// The text with its {placeholders} filled in. {count:post|poster} gives the first form when the value is 1, else the second.
std::string fill(std::string_view text, std::initializer_list<std::pair<std::string_view, std::string>> values);

}  // namespace lisa
