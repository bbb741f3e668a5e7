#include "report/size.h"

namespace lisa {

std::string size_text(std::int64_t bytes, Language language) {
    constexpr std::int64_t kKilo = 1024, kMega = kKilo * kKilo;
    const auto said = [&](Tr unit, const std::string& count) { return fill(say(language, unit), {{"count", count}}); };
    if (bytes < kKilo) return said("files.bytes"_tr, std::to_string(bytes));
    if (bytes < kMega) return said("files.kilobytes"_tr, std::to_string((bytes + kKilo / 2) / kKilo));
    const std::int64_t tenths = (bytes * 10 + kMega / 2) / kMega;
    const std::string decimals = tenths % 10 == 0 ? "" : (language == Language::swedish ? "," : ".") + std::to_string(tenths % 10);
    return said("files.megabytes"_tr, std::to_string(tenths / 10) + decimals);
}

}  // namespace lisa
