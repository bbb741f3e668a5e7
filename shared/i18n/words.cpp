#include "i18n/words.h"

namespace lisa {
namespace {

std::string_view text_of(const words::Row& row, Language language) { return language == Language::swedish ? row.sv : row.en; }

}  // namespace

std::string_view say(Language language, Tr message) { return text_of(words::kRows[message.index()], language); }

std::string_view say(Language language, std::string_view key) {
    const int index = find_message(key);
    return index < 0 ? say(language, "problem.unknown"_tr) : text_of(words::kRows[index], language);
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
