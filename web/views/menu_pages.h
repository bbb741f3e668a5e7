#pragma once
// The pages that are no registers, as the navigation and the search offer them.
#include <span>

#include "app/state.h"
#include "ui/icons.h"

namespace lisa::views {

struct MenuPage {
    std::string_view part{};  ///< of the navigation in which it stands
    std::string_view key{};
    Tr words;
    ui::Icon icon{};
    app::Screen screen{};
    bool (*is_open)(const app::View&) = nullptr;  ///< to this person; null: to everybody
};

/// Those that this person may open, in the order of the navigation.
std::vector<const MenuPage*> menu_pages(const app::View& view);

/// The page that is such a screen, or null.
const MenuPage* menu_page(app::Screen screen);

}  // namespace lisa::views
