#pragma once
// Words looked for on the page. Whatever draws text while a search is under way frames the places where they stand.
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace lisa::ui {

struct Find {
    std::string words{};   ///< as typed; nothing is looked for while they are empty
    std::string folded{};  ///< the same, as fold() gives it
    int current = 0;       ///< which of the hits is framed strongly
    int count = 0;         ///< hits in this frame so far
    bool brings = false;   ///< the current hit shall be brought into sight
};

/// Where folded words stand in a text, as first byte and the one after the last; hits do not overlap.
std::vector<std::pair<std::size_t, std::size_t>> places_of(std::string_view text, std::string_view folded);

}  // namespace lisa::ui
