#include "app/route.h"

#include <vector>

#include "app/figures.h"
#include "change/change.h"

namespace lisa::app {
namespace {

constexpr std::string_view kTabs[] = {"",         "falt",       "kopplingar",   "historik", "las",      "karta",   "matris",
                                      "jamfor",   "krav",       "bekraftelser", "verkstad", "beslutet", "arenden", "underlag",
                                      "provning", "skall-krav", "vad-hander",   "ova",      "bilagor"};
constexpr std::string_view kNew = "ny", kFigures = "laget";
/// Screens whose address is one word.
constexpr std::pair<Screen, std::string_view> kNamed[] = {{Screen::outbox, "vantar"},       {Screen::report, "rapportera"},
                                                          {Screen::may_i, "far-jag"},       {Screen::organisation, "organisation"},
                                                          {Screen::preferences, "anpassa"}, {Screen::accessibility, "tillganglighet"}};

std::vector<std::string_view> parts_of(std::string_view path) {
    path = path.substr(0, path.find_first_of("?#"));
    std::vector<std::string_view> parts;
    while (!path.empty()) {
        const std::size_t end = std::min(path.find('/'), path.size());
        if (end > 0) parts.push_back(path.substr(0, end));
        path.remove_prefix(std::min(end + 1, path.size()));
    }
    return parts;
}

}  // namespace

Route route_from(std::string_view path, Catalog catalog) {
    const auto parts = parts_of(path);
    if (parts.empty()) return {};
    for (const auto& [screen, name] : kNamed)
        if (parts[0] == name && parts.size() == 1) return {.screen = screen};
    const Route nowhere{.screen = Screen::unknown};
    if (parts[0] == kFigures && parts.size() <= 2) {
        if (parts.size() == 1) return {.screen = Screen::figures};
        return is_part(parts[1]) ? Route{.screen = Screen::figures, .id = std::string(parts[1])} : nowhere;
    }
    if (parts[0] == "importera" && parts.size() == 2) {
        const Entity* entity = find_entity(catalog, parts[1]);
        return entity ? Route{.screen = Screen::import, .entity = entity} : nowhere;
    }
    if (parts[0] != "register" || parts.size() < 2 || parts.size() > 4) return nowhere;
    Route route{.screen = Screen::reg, .entity = find_entity(catalog, parts[1])};
    if (!route.entity) return nowhere;
    if (parts.size() == 2) return route;
    route.is_new = parts[2] == kNew;
    const std::string_view id = route.is_new && parts.size() == 4 ? parts[3] : parts[2];
    if (!is_id(id)) return nowhere;
    route.id = std::string(id);
    if (route.is_new) {
        route.tab = Tab::fields;
        return route;
    }
    if (parts.size() == 3) return route;
    for (std::size_t i = 1; i < std::size(kTabs); ++i)
        if (parts[3] == kTabs[i]) {
            route.tab = static_cast<Tab>(i);
            return route;
        }
    return nowhere;
}

std::string path_of(const Route& route) {
    for (const auto& [screen, name] : kNamed)
        if (route.screen == screen) return "/" + std::string(name);
    if (route.screen == Screen::figures) return "/" + std::string(kFigures) + (route.id.empty() ? "" : "/" + route.id);
    if (route.screen == Screen::import && route.entity) return "/importera/" + std::string(route.entity->name);
    if (route.screen != Screen::reg || !route.entity) return "/";
    std::string path = "/register/" + std::string(route.entity->name);
    if (route.id.empty()) return path;
    if (route.is_new) return path + "/" + std::string(kNew) + "/" + route.id;
    path += "/" + route.id;
    if (route.tab != Tab::overview) path += "/" + std::string(kTabs[static_cast<std::size_t>(route.tab)]);
    return path;
}

}  // namespace lisa::app
