#include "app/figures.h"

#include <algorithm>

#include "change/change.h"
#include "core/date.h"
#include "domain/catalog.h"
#include "figures/words.h"

namespace lisa::app {
namespace {

/// "assets_due" and "rest" of "assets_due.rest".
std::pair<std::string_view, std::string_view> cut(std::string_view figure) {
    const std::size_t point = std::min(figure.find('.'), figure.size());
    return {figure.substr(0, point), figure.substr(std::min(point + 1, figure.size()))};
}

bool is_duty(Role role) { return role > Role::contractor; }

}  // namespace

bool is_part(std::string_view text) { return text == kMine || is_id(text); }

bool is_figure_of(std::string_view text, const Entity& entity) {
    const auto [key, part] = cut(text);
    const Figure* figure = find_figure(key);
    const bool is_plain =
        std::all_of(part.begin(), part.end(), [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '-'; });
    return figure && figure->entity == &entity && is_plain;
}

Basis basis_of(const Replica& replica, std::int64_t now_ms) {
    return Basis([&replica](const Entity& entity) { return replica.rows(entity); }, utc_text(now_ms));
}

Scope scope_of(std::string_view part, const Replica& replica) {
    if (part == kMine) return {.unit = {}, .person = replica.who().person};
    return {.unit = std::string(part), .person = {}};
}

std::string title_of_part(std::string_view part, const Reader& reader, const Replica& replica) {
    if (part == kMine) return std::string(say(reader.language, "figures.me"_tr));
    const Record* unit = replica.find(kUnit, std::string(part));
    for (const Record* one : replica.rows(kUnit))
        if (part.empty() && one->text("parent").empty()) unit = one;
    return unit ? title_of(*unit, reader) : std::string{};
}

std::string figure_shown(std::string_view figure, std::string_view part, const Reader& reader, const Replica& replica) {
    const Figure* found = find_figure(cut(figure).first);
    if (!found) return {};
    return fill(say(reader.language, "figures.shown"_tr), {{"figure", name_of(*found, reader.language)}, {"where", title_of_part(part, reader, replica)}});
}

std::string own_part(Replica& replica) {
    std::string largest(kMine);
    std::size_t fewest = static_cast<std::size_t>(-1);
    for (const Grant& grant : replica.who().grants) {
        const auto above = replica.places_above(kUnit, grant.unit);
        if (!is_duty(grant.role) || !above || above->empty() || above->size() >= fewest) continue;
        fewest = above->size();
        largest = grant.unit;
    }
    return largest;
}

std::vector<std::string> counted(std::string_view figure, std::string_view part, const Replica& replica, std::int64_t now_ms) {
    const auto [key, slice] = cut(figure);
    const Figure* found = find_figure(key);
    return found ? rows_of(evaluate(*found, basis_of(replica, now_ms), scope_of(part, replica)), slice) : std::vector<std::string>{};
}

void count_figures(FiguresView& view, std::string_view part, const Replica& replica, std::int64_t now_ms) {
    const std::string hour = utc_text(now_ms).substr(0, 13);
    const bool holds = view.version == replica.version() && view.part == part && view.hour == hour && !view.hour.empty();
    if (holds && view.months_of == view.trend) return;
    const Basis basis = basis_of(replica, now_ms);
    const Scope scope = scope_of(part, replica);
    if (!holds) {
        view.shown.clear();
        for (const Figure& figure : figures())
            if (const Sight sight = sight_of(figure, scope, replica.who(), basis); sight != Sight::none)
                view.shown.push_back({evaluate(figure, basis, scope), sight});
    }
    const Figure* figure = find_figure(view.trend);
    view.months = figure ? trend(*figure, basis, scope) : std::vector<Month>{};
    view.months_of = view.trend;
    view.part = std::string(part);
    view.hour = hour;
    view.version = replica.version();
}

}  // namespace lisa::app
