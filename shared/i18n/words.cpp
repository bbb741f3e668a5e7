#include "i18n/words.h"

#include <iterator>
#include <vector>

#include "i18n/embedded.h"
#include "i18n/words_tree.h"  // generated: lisa::words::kTree

namespace lisa {
namespace {

constexpr std::size_t kCount = std::size(words::kKeys);

/// The messages from the first to the one before the last.
struct Range {
    std::size_t first = 0, last = 0;
};

constexpr Range kHelp = [] {
    Range range;
    while (range.first < kCount && !words::kKeys[range.first].starts_with("help.")) ++range.first;
    range.last = range.first;
    while (range.last < kCount && words::kKeys[range.last].starts_with("help.")) ++range.last;
    return range;
}();

/// The texts of one language; the views lead into `packed` and `packed_help`, or to what is compiled in.
struct Texts {
    std::string packed{}, packed_help{};
    std::vector<std::string_view> texts{};
};

Texts& texts_of(Language language) {
    static Texts both[] = {{{}, {}, embedded_words(Language::swedish)}, {{}, {}, embedded_words(Language::english)}};
    return both[static_cast<std::size_t>(language)];
}

std::vector<std::string_view> parts_of(std::string_view packed) {
    std::vector<std::string_view> parts;
    for (std::size_t at = packed.find('\0'); at != packed.npos; at = packed.find('\0')) {
        parts.push_back(packed.substr(0, at));
        packed.remove_prefix(at + 1);
    }
    parts.push_back(packed);
    return parts;
}

/// The keys in their order, out of the tree.
std::vector<std::string> all_keys() {
    std::vector<std::string> keys;
    std::string key;
    for (std::string_view rest = words::kTree; !rest.empty(); rest.remove_prefix(rest.find('\n') + 1)) {
        const std::string_view line = rest.substr(0, rest.find('\n'));
        const std::size_t shared = line.find_first_not_of(' ');
        std::size_t kept = 0;
        for (std::size_t part = 0; part < shared; ++part) {
            const std::size_t border = std::min(key.find('.', kept), key.size());
            if (border == key.size()) key += '.';  // the key before is whole a part of this one
            kept = border + 1;
        }
        key.resize(kept);
        keys.push_back(key += line.substr(shared));
    }
    return keys;
}

/// Index of a message, or kCount.
std::size_t index_of(std::string_view key) {
    static const std::vector<std::string> keys = all_keys();
    const auto found = std::lower_bound(keys.begin(), keys.end(), key);
    return found != keys.end() && *found == key ? static_cast<std::size_t>(found - keys.begin()) : kCount;
}

std::string_view text_at(std::size_t index, Language language) {
    const Language other = language == Language::swedish ? Language::english : Language::swedish;
    const Texts& texts = has_words(language) ? texts_of(language) : texts_of(other);
    return index < texts.texts.size() ? texts.texts[index] : std::string_view();
}

/// "post|poster" in the singular or the plural.
std::string_view form_of(std::string_view forms, bool is_one) {
    const std::size_t border = std::min(forms.find('|'), forms.size());
    return is_one || border == forms.size() ? forms.substr(0, border) : forms.substr(border + 1);
}

}  // namespace

bool has_words(Language language) { return !texts_of(language).texts.empty(); }

bool load_words(Language language, std::string texts) {
    Texts fresh{std::move(texts), {}, {}};
    fresh.texts = parts_of(fresh.packed);
    constexpr std::size_t kHelpCount = kHelp.last - kHelp.first;
    if (fresh.texts.size() + kHelpCount != kCount) return false;
    fresh.texts.insert(fresh.texts.begin() + kHelp.first, kHelpCount, std::string_view());
    texts_of(language) = std::move(fresh);  // the text is longer than a string keeps within itself, so that the views stay
    return true;
}

bool has_help(Language language) { return has_words(language) && !texts_of(language).texts[kHelp.first].empty(); }

bool load_help(Language language, std::string texts) {
    const std::vector<std::string_view> parts = parts_of(texts);
    if (!has_words(language) || parts.size() != kHelp.last - kHelp.first) return false;
    Texts& whole = texts_of(language);
    std::copy(parts.begin(), parts.end(), whole.texts.begin() + kHelp.first);
    whole.packed_help = std::move(texts);  // the views stay, as above
    return true;
}

std::string_view say(Language language, Tr message) { return text_at(static_cast<std::size_t>(message.index()), language); }

std::string_view say(Language language, std::string_view key) {
    const std::size_t index = index_of(key);
    return index == kCount ? say(language, "problem.unknown"_tr) : text_at(index, language);
}

bool has_message(std::string_view key) { return index_of(key) != kCount; }

std::string fill(std::string_view text, std::initializer_list<std::pair<std::string_view, std::string>> values) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t open = std::min(text.find('{', at), text.size());
        out += text.substr(at, open - at);
        const std::size_t close = text.find('}', open);
        if (close == std::string_view::npos) return out += text.substr(open);
        const std::string_view inside = text.substr(open + 1, close - open - 1), name = inside.substr(0, inside.find(':'));
        for (const auto& [key, value] : values)
            if (key == name) out += inside == name ? std::string_view(value) : form_of(inside.substr(name.size() + 1), value == "1");
        at = close + 1;
    }
    return out;
}

}  // namespace lisa
