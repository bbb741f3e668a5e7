#include "views/menu_pages.h"

#include <algorithm>

#include "domain/catalog.h"
#include "views/screens.h"

namespace lisa::views {
namespace {

using namespace ui;
using app::Screen;

bool may_report(const app::View& view) { return allowed_somewhere(view.state.replica.who(), Right::create, kEvent); }

bool may_ask(const app::View& view) { return allowed_somewhere(view.state.replica.who(), Right::read, kHandlingRule); }

bool may_see_figures(const app::View& view) { return allowed_somewhere(view.state.replica.who(), Right::read, kMeasure); }

constexpr MenuPage kPages[] = {
    {"main", "home", "nav.home"_tr, "home"_icon, Screen::home, nullptr},
    {"main", "report", "nav.report"_tr, "flag"_icon, Screen::report, may_report},
    {"main", "figures", "nav.figures"_tr, "chart-column"_icon, Screen::figures, may_see_figures},
    {"main", "may_i", "nav.may_i"_tr, "message-circle-question"_icon, Screen::may_i, may_ask},
    {"main", "outbox", "nav.outbox"_tr, "cloud-upload"_icon, Screen::outbox, nullptr},
    {"organisation", "organisation", "nav.organisation"_tr, "network"_icon, Screen::organisation, may_see_organisation},
    {"about", "trail", "nav.trail"_tr, "user-search"_icon, Screen::trail, may_see_trail},
    {"about", "preferences", "nav.preferences"_tr, "sliders-horizontal"_icon, Screen::preferences, nullptr},
    {"about", "accessibility", "nav.accessibility"_tr, "accessibility"_icon, Screen::accessibility, nullptr},
};

}  // namespace

std::vector<const MenuPage*> menu_pages(const app::View& view) {
    std::vector<const MenuPage*> open;
    for (const MenuPage& page : kPages)
        if (!page.is_open || page.is_open(view)) open.push_back(&page);
    return open;
}

const MenuPage* menu_page(app::Screen screen) {
    const auto* found = std::find_if(std::begin(kPages), std::end(kPages), [screen](const MenuPage& page) { return page.screen == screen; });
    return found == std::end(kPages) ? nullptr : found;
}

}  // namespace lisa::views
