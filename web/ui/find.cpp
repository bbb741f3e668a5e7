#include "ui/find.h"

#include "core/text.h"

namespace lisa::ui {

std::vector<std::pair<std::size_t, std::size_t>> places_of(std::string_view text, std::string_view folded) {
    std::vector<std::pair<std::size_t, std::size_t>> places;
    if (folded.empty()) return places;
    // Folding changes lengths, so it is done letter by letter from each letter on.
    for (std::size_t from = 0; from < text.size();) {
        std::string seen;
        std::size_t to = from;
        while (to < text.size() && seen.size() < folded.size() && folded.starts_with(seen)) {
            const std::size_t letter = to;
            (void)next_point(text, to);
            seen += fold(text.substr(letter, to - letter));
        }
        if (seen == folded) {
            places.emplace_back(from, to);
            from = to;
        } else {
            (void)next_point(text, from);
        }
    }
    return places;
}

}  // namespace lisa::ui
