#include "views/find.h"

#include <algorithm>

#include "core/text.h"

namespace lisa::views {
namespace {

int rank_of(std::string_view title, std::string_view typed) {
    if (title.starts_with(typed)) return 0;
    return (" " + std::string(title)).find(" " + std::string(typed)) != std::string::npos ? 1 : 2;
}

}  // namespace

std::vector<Found> find_records(const app::View& view, const Entity& entity, std::string_view typed, std::size_t most) {
    app::Register& cache = view.state.registers["search." + std::string(entity.name)];
    if (cache.version != view.state.replica.version()) cache.texts.clear(), cache.version = view.state.replica.version();
    const std::string folded = fold(trim(typed));
    std::vector<Found> found;
    for (const Record* record : view.state.replica.rows(entity)) {
        auto [text, is_fresh] = cache.texts.try_emplace(record);
        if (is_fresh) text->second = search_text(*record, view.reader);
        if (!matches(text->second, typed)) continue;
        std::string title = title_of(*record, view.reader);
        const int rank = rank_of(fold(title), folded);
        found.push_back({rank, std::move(title), record});
    }
    const auto shown = static_cast<std::ptrdiff_t>(std::min(found.size(), most));
    std::partial_sort(found.begin(), found.begin() + shown, found.end(),
                      [](const Found& a, const Found& b) { return a.rank != b.rank ? a.rank < b.rank : collation_key(a.title) < collation_key(b.title); });
    found.resize(static_cast<std::size_t>(shown));
    return found;
}

}  // namespace lisa::views
