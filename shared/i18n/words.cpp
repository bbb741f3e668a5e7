#include "i18n/words.h"

#include <iterator>
#include <vector>

#include "i18n/embedded.h"

namespace lisa {
namespace {

constexpr std::size_t kCount = std::size(words::kKeys);

/// The texts of one language; the views lead into `packed`, or to what is compiled in.
struct Texts {
    std::string packed{};
    std::vector<std::string_view> texts{};
};

Texts& texts_of(Language language) {
    static Texts both[] = {{"", embedded_words(Language::swedish)}, {"", embedded_words(Language::english)}};
    return both[static_cast<std::size_t>(language)];
}

std::string_view text_at(std::size_t index, Language language) {
    const Language other = language == Language::swedish ? Language::english : Language::swedish;
    const Texts& texts = has_words(language) ? texts_of(language) : texts_of(other);
    return index < texts.texts.size() ? texts.texts[index] : std::string_view();
}

}  // namespace

bool has_words(Language language) { return !texts_of(language).texts.empty(); }

bool load_words(Language language, std::string texts) {
    Texts fresh{std::move(texts), {}};
    std::string_view rest = fresh.packed;
    for (std::size_t at = rest.find('\0'); at != rest.npos; at = rest.find('\0')) {
        fresh.texts.push_back(rest.substr(0, at));
        rest.remove_prefix(at + 1);
    }
    fresh.texts.push_back(rest);
    if (fresh.texts.size() != kCount) return false;
    texts_of(language) = std::move(fresh);  // the text is longer than a string keeps within itself, so that the views stay
    return true;
}

std::string_view say(Language language, Tr message) { return text_at(static_cast<std::size_t>(message.index()), language); }

std::string_view say(Language language, std::string_view key) {
    const int index = find_message(key);
    return index < 0 ? say(language, "problem.unknown"_tr) : text_at(static_cast<std::size_t>(index), language);
}

bool has_message(std::string_view key) { return find_message(key) >= 0; }

std::string fill(std::string_view text, std::initializer_list<std::pair<std::string_view, std::string>> values) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t open = std::min(text.find('{', at), text.size());
        out += text.substr(at, open - at);
        const std::size_t close = text.find('}', open);
        if (close == std::string_view::npos) return out += text.substr(open);
        const std::string_view name = text.substr(open + 1, close - open - 1);
        for (const auto& [key, value] : values)
            if (key == name) out += value;
        at = close + 1;
    }
    return out;
}

}  // namespace lisa
