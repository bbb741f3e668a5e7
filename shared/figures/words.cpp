#include "figures/words.h"

#include "i18n/catalog_words.h"
#include "report/when.h"

namespace lisa {

std::string name_of(const Figure& figure, Language language) { return std::string(say(language, WordKey{"figure", figure.key}.view())); }

std::string meaning_of(const Figure& figure, Language language) { return std::string(say(language, WordKey{"figure_text", figure.key}.view())); }

std::string value_text(const Reading& reading, Language language) {
    if (!reading.value) return "–";
    switch (reading.figure->kind) {
        case FigureKind::count: return std::to_string(*reading.value);
        case FigureKind::share: return std::to_string(*reading.value) + " %";
        case FigureKind::time: return span_text(*reading.value, language);
    }
    return {};
}

std::string whole_text(const Reading& reading, Language language) {
    if (reading.figure->kind == FigureKind::count && reading.rest.empty()) return {};
    const std::string_view words = say(language, reading.figure->kind == FigureKind::time ? "figures.of"_tr : "figures.part"_tr);
    return fill(words, {{"part", std::to_string(reading.part())}, {"count", std::to_string(reading.whole())}});
}

std::string name_of(const Slice& slice, const Figure& figure, Language language) {
    return std::string(slice.name.empty() ? say(language, "figures.unknown"_tr) : say(language, WordKey{figure.slices, slice.name}.view()));
}

}  // namespace lisa
