#include "i18n/embedded.h"

#ifndef __EMSCRIPTEN__
#include "i18n/words_texts.h"  // generated: lisa::words::kTexts
#endif

namespace lisa {

std::vector<std::string_view> embedded_words([[maybe_unused]] Language language) {
    std::vector<std::string_view> texts;
#ifndef __EMSCRIPTEN__
    for (const auto& row : words::kTexts) texts.push_back(row[static_cast<std::size_t>(language)]);
#endif
    return texts;
}

}  // namespace lisa
