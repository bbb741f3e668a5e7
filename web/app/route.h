#pragma once
// Addresses: every screen and record has one, and the program shows whatever the address says.
#include <string>
#include <string_view>

#include "schema/field.h"

namespace lisa::app {

enum class Screen : std::uint8_t { home, reg, outbox, report, may_i, organisation, trail, import, preferences, accessibility, figures, unknown };
enum class Tab : std::uint8_t {
    overview,
    fields,
    links,
    history,  // of every record
    read,
    map,
    matrix,
    compare,
    gap,
    acknowledgements,
    workshop,
    decision,
    cases,
    draft,
    significance,
    duties,
    what_if,
    exercise,
    files  // of every record that takes any
};

struct Route {
    Screen screen = Screen::home;
    const Entity* entity = nullptr;
    std::string id{};     ///< of the record that is open; empty: only the list. Of figures: what they are about, as is_part() takes it
    bool is_new = false;  ///< a record being made; `id` is what it will get
    Tab tab = Tab::overview;
    std::string day{};      ///< the registers as they were at its end ("den" of the address); empty: as they are
    std::string against{};  ///< another day, with which that one is compared ("mot"); empty: none
    bool is_past() const { return !day.empty(); }
    bool operator==(const Route&) const = default;
};

/// "/register/asset/<id>/historik", "/importera/asset" and the like; Screen::unknown when the address leads nowhere.
Route route_from(std::string_view path, Catalog catalog);
/// The same without its days, which days_of() says.
std::string path_of(const Route& route);

/// Whether what the address leads to can be shown as of a day that is over.
bool can_be_past(const Route& route);
/// "den=2026-06-30&mot=2026-11-30", for the part of the address after "?"; empty for what is shown as it is.
std::string days_of(const Route& route);

}  // namespace lisa::app
