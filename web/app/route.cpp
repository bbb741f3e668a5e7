#include "app/route.h"

#include <vector>

#include "app/figures.h"
#include "change/change.h"
#include "core/date.h"

namespace lisa::app {
namespace {

constexpr std::string_view kTabs[] = {"",         "falt",       "kopplingar",   "historik", "las",      "karta",   "matris",
                                      "jamfor",   "krav",       "bekraftelser", "verkstad", "beslutet", "arenden", "underlag",
                                      "provning", "skall-krav", "vad-hander",   "ova",      "bilagor"};
constexpr std::string_view kNew = "ny", kFigures = "laget";
/// Screens whose address is one word.
constexpr std::pair<Screen, std::string_view> kNamed[] = {{Screen::outbox, "vantar"},
                                                          {Screen::report, "rapportera"},
                                                          {Screen::may_i, "far-jag"},
                                                          {Screen::organisation, "organisation"},
                                                          {Screen::trail, "sparlogg"},
                                                          {Screen::preferences, "anpassa"},
                                                          {Screen::accessibility, "tillganglighet"}};

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

/// The day that the address names so; empty when it names none.
std::string day_in(std::string_view path, std::string_view name) {
    const std::size_t start = path.find('?');
    std::string_view rest = start == path.npos ? std::string_view{} : path.substr(start + 1);
    rest = rest.substr(0, rest.find('#'));
    while (!rest.empty()) {
        const std::size_t end = std::min(rest.find('&'), rest.size());
        const std::string_view part = rest.substr(0, end);
        rest.remove_prefix(std::min(end + 1, rest.size()));
        if (part.size() > name.size() && part.starts_with(name) && part[name.size()] == '=' && is_date(part.substr(name.size() + 1)))
            return std::string(part.substr(name.size() + 1));
    }
    return {};
}

/// What the address leads to, without its days.
Route place_from(std::string_view path, Catalog catalog) {
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

}  // namespace

Route route_from(std::string_view path, Catalog catalog) {
    Route route = place_from(path, catalog);
    if (!can_be_past(route)) return route;
    route.day = day_in(path, "den");
    if (route.is_past()) route.against = day_in(path, "mot");
    if (route.against == route.day) route.against.clear();
    return route;
}

bool can_be_past(const Route& route) { return (route.screen == Screen::reg && !route.is_new) || route.screen == Screen::organisation; }

std::string days_of(const Route& route) {
    if (!route.is_past()) return {};
    return "den=" + route.day + (route.against.empty() ? "" : "&mot=" + route.against);
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
